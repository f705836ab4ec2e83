import { nearest } from "../base/nearest.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { listed, shown } from "../base/text.ts";
import { parseArn } from "../iam/arn.ts";
import { parseCaller } from "../iam/principal.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import type { Estate, WorldEndpoint, WorldKey, WorldPrincipal } from "./estate.ts";

/** Why a name leads nowhere. */
export type Lost = { readonly code: "KW401" | "KW403" | "KW404"; readonly message: string; readonly help?: string | undefined };

/** Who asks: what the world knows of the principal itself, then of its role, or of the user behind it. */
export type Asker = { readonly facts: PrincipalFacts; readonly account: string; readonly entries: readonly WorldPrincipal[]; readonly note?: string };

/** What is asked about. `alias`: the name it was asked by. */
export type Target = { readonly resource: string; readonly key?: WorldKey | undefined; readonly alias?: string | undefined; readonly note?: string | undefined };

/** Finds what the names in a question stand for: short names, ARNs, ids, aliases. */
export class WorldLookup {
  readonly #estate: Estate;
  readonly #principals: ReadonlyMap<string, WorldPrincipal>;
  readonly #byArn: ReadonlyMap<string, WorldPrincipal>;
  readonly #roles: ReadonlyMap<string, WorldPrincipal>;
  readonly #keys: ReadonlyMap<string, WorldKey>;
  readonly #keysByArn: ReadonlyMap<string, WorldKey>;
  readonly #keysById: ReadonlyMap<string, readonly WorldKey[]>;
  readonly #keysByAlias: ReadonlyMap<string, readonly WorldKey[]>;
  readonly #endpoints: ReadonlyMap<string, WorldEndpoint>;

  constructor(estate: Estate) {
    const { principals, keys, endpoints } = estate;
    this.#estate = estate;
    this.#principals = new Map(principals.map((principal) => [principal.name, principal]));
    this.#byArn = new Map(principals.map((principal) => [principal.facts.arn, principal]));
    this.#roles = new Map(principals.flatMap((principal) => (principal.facts.arn.includes(":role/") ? [[roleKey(principal.facts.arn), principal] as const] : [])));
    this.#keys = new Map(keys.map((key) => [key.name, key]));
    this.#keysByArn = new Map(keys.map((key) => [key.arn, key]));
    this.#keysById = Map.groupBy(keys, ({ id }) => id);
    this.#keysByAlias = Map.groupBy(keys.flatMap((key) => key.aliases.map((alias) => ({ alias, key }))), ({ alias }) => alias) as never;
    this.#endpoints = new Map(endpoints.flatMap((endpoint) => [[endpoint.name, endpoint] as const, [endpoint.id, endpoint] as const]));
  }
}

const roleKey = (arn: string): string => arn;

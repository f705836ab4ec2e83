import { nearest } from "../base/nearest.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { listed, shown } from "../base/text.ts";
import { KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import { similarActions } from "../catalog/similar-actions.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Condition } from "../iam/policy.ts";
import { foldCase } from "../iam/values.ts";
import { held, matchesPattern, parsePattern } from "../iam/wildcard.ts";
import { KEY_ACTIONS } from "./actions.ts";
import { type DataRegion, isOfData, readDataRegion } from "./data/region.ts";
import {
  conditionOn,
  InvariantReader,
  type Meant,
  type Names,
  namesOf,
  policiesFor,
  type RegionFault,
  type RegionPolicies,
} from "./invariant-reader.ts";
import { INVARIANT_KINDS, type Invariant, type InvariantKind, type Requests } from "./requests.ts";

/** Requests that an invariant speaks of, in the terms of the analysis. */
export type Region = Meant & {
  readonly keys: readonly WorldKey[];
  readonly actions: readonly string[];
  readonly conditions: RegionPolicies;
};

/** Reads an invariant by the names of a world. A name that nothing goes by is a fault: of nobody everything holds. */
export function readRegion(world: World, invariant: Invariant): Result<Region | DataRegion, readonly RegionFault[]> {
  const said = INVARIANT_KINDS.filter((kind) => invariant[kind] !== undefined);
  const [kind, ...more] = said;
  if (kind === undefined || more.length > 0)
    return fail([
      {
        code: "KW600",
        pointer: "",
        message: kind === undefined ? "the invariant says nothing" : `the invariant says ${listed(said.map((one) => `\`${one}\``))}`,
        help: "it says one of `never`, `always` and `only`",
      },
    ]);
  const requests = invariant[kind] as Requests;
  return isOfData(requests) ? readDataRegion(world, kind, requests) : new RegionReader(world, kind, requests).read();
}

class RegionReader {
  readonly #world: World;
  readonly #requests: Requests;
  readonly #reader: InvariantReader;

  constructor(world: World, kind: InvariantKind, requests: Requests) {
    this.#world = world;
    this.#requests = requests;
    this.#reader = new InvariantReader(world, kind);
  }

  read(): Result<Region, readonly RegionFault[]> {
    const { action, key, resource, encryptionContext = {}, viaService } = this.#requests;
    const reader = this.#reader;
    if (key !== undefined && resource !== undefined)
      reader.fault("KW605", ["resource"], "`key` and `resource` are both told", "name the keys by one of the two");
    const meant = reader.principals(this.#requests);
    const actions =
      action === undefined ? KEY_ACTIONS.map((one) => one.action) : [...new Set(namesOf(action).flatMap((name) => this.#actions(name)))];
    const keys =
      key === undefined && resource === undefined
        ? this.#world.estate.keys
        : [
            ...new Set([
              ...namesOf(key).flatMap((name) => this.#keys(name, "key")),
              ...namesOf(resource).flatMap((name) => this.#keys(name, "resource")),
            ]),
          ];
    if (this.#world.estate.keys.length === 0) reader.fault("KW501", [], "the world has no keys, so that nothing is said");
    const { conditions, exceptions } = reader.conditions(this.#requests);
    if (reader.faults.length > 0) return fail(reader.faults);
    const all = [
      ...Object.entries(encryptionContext).map(([name, value]) => conditionOn(`kms:EncryptionContext:${name}`, namesOf(value), "String")),
      ...forwarded(viaService),
      ...conditions,
    ];
    return ok({ ...meant, keys, actions, conditions: policiesFor(all, exceptions) });
  }

  #actions(name: string): readonly string[] {
    const full = name.includes(":") ? name : `kms:${name}`;
    const pattern = parsePattern(foldCase(full));
    const fits = ({ action }: KmsAction): boolean => matchesPattern(pattern, held(foldCase(action)));
    const found = KEY_ACTIONS.filter(fits);
    if (found.length > 0) return found.map(({ action }) => action);
    if (KMS_ACTIONS.some(fits))
      this.#reader.fault("KW402", ["action"], `${shown(name)} is not checked on a key`, "invariants speak of what is done with keys");
    else {
      const near = similarActions(full).map((one) => `\`${one}\``);
      this.#reader.fault(
        "KW402",
        ["action"],
        `AWS KMS has no action ${shown(name)}`,
        near.length > 0 ? `did you mean ${listed(near, "or")}?` : undefined,
      );
    }
    return [];
  }

  #keys(name: string, member: "key" | "resource"): readonly WorldKey[] {
    const { keys } = this.#world.estate;
    const pattern = parsePattern(name);
    const fits = (text: string): boolean => matchesPattern(pattern, held(text));
    const found = keys.filter((key) => (member === "resource" ? [key.arn] : [key.name, key.arn, key.id, ...key.aliases]).some(fits));
    if (found.length > 0) return found;
    const near = nearest(
      name,
      keys.flatMap((key) => (member === "resource" ? [key.arn] : [key.name, ...key.aliases])),
    );
    this.#reader.fault("KW501", [member], `no key ${shown(name)} in this world`, near && `did you mean \`${near}\`?`);
    return [];
  }
}

/** `s3` stands for the service in whatever Region. */
function forwarded(given: Names): readonly Condition[] {
  if (given === undefined) return [];
  const hosts = namesOf(given).flatMap((name) =>
    name.includes(".") || name === "*" ? [name] : [`${name}.*.amazonaws.com`, `${name}.*.amazonaws.com.cn`],
  );
  return [conditionOn("kms:ViaService", hosts, "String")];
}

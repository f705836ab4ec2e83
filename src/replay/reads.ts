import { policiesOf } from "../estate/estate.ts";
import { keysRead } from "../estate/keys-read.ts";
import type { World } from "../estate/world.ts";
import { foldCase } from "../iam/values.ts";

/** What of calls the policies and grants of some worlds read at all: nothing else can make a difference to a decision. */
export class Reads {
  readonly sessions: boolean; // names of role sessions
  readonly userIds: boolean;
  readonly time: boolean;
  readonly #names = new Set<string>(ALWAYS); // condition keys, in lower case
  readonly #families: readonly string[];
  readonly #pairs: ReadonlySet<string>; // names of the encryption context whose values are read, in lower case

  constructor(worlds: readonly World[]) {
    const grants = worlds.flatMap(({ estate }) => estate.keys.flatMap((key) => key.grants));
    const policies = worlds.flatMap(({ estate }) => [...policiesOf(estate).keys()]);
    for (const name of keysRead(policies)) this.#names.add(name);
    if (grants.some(({ Constraints }) => Constraints?.SourceArn !== undefined)) this.#names.add("aws:sourcearn");
    this.#families = [...this.#names].filter((name) => /[:/]$/.test(name));
    const named = [...this.#names].filter((name) => name.startsWith(PAIR)).map((name) => name.slice(PAIR.length));
    const constrained = grants.flatMap(({ Constraints: it }) =>
      Object.keys({ ...it?.EncryptionContextSubset, ...it?.EncryptionContextEquals }),
    );
    this.#pairs = new Set([...named, ...constrained].map(foldCase));
    const texts = policies.flatMap(({ statements }) =>
      statements.flatMap(({ principal, resource }) => [
        ...(principal?.members.map(({ value }) => value) ?? []),
        ...(resource?.members ?? []),
      ]),
    );
    const people = grants.flatMap(({ GranteePrincipal = "", RetiringPrincipal = "" }) => [GranteePrincipal, RetiringPrincipal]);
    this.sessions = [...texts, ...people].some((text) => /:assumed-role\/|^A(?:RO|ID)A/.test(text));
    this.userIds = this.sessions || this.#names.has("aws:userid");
    this.time = this.#names.has("aws:currenttime") || this.#names.has("aws:epochtime");
  }

  /** A condition key, or a family of them, in any case. */
  key(name: string): boolean {
    const folded = foldCase(name);
    if (this.#names.has(folded) || this.#families.some((family) => folded.startsWith(family))) return true;
    return /[:/]$/.test(folded) && [...this.#names].some((read) => read.startsWith(folded));
  }

  /** Whether the value of a pair of the encryption context is read; its name always may be. */
  pair(name: string): boolean {
    return this.#pairs.has(foldCase(name));
  }
}

const PAIR = "kms:encryptioncontext:";

/** Read by the rules of decision themselves, whatever policies say. */
const ALWAYS = [
  "kms:viaservice",
  "aws:viaawsservice",
  "aws:sourcevpce",
  "aws:sourcevpc",
  "kms:granteeprincipal",
  "kms:granteeserviceprincipal",
];

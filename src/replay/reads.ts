import { policiesOf } from "../estate/estate.ts";
import { keysRead, variablesRead } from "../estate/keys-read.ts";
import type { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import { foldCase, parseInstant } from "../iam/values.ts";
import { type Atom, Atoms, coder, PAIR, PAIR_NAMES } from "./atoms.ts";

/** What of calls the policies and grants of some worlds read at all: nothing else can make a difference to a decision. */
export class Reads {
  readonly sessions: boolean; // names of role sessions
  readonly userIds: boolean;
  readonly time: boolean;
  readonly pairs: readonly string[]; // names of the encryption context whose values are read, in lower case
  readonly names: "whole" | "compared" | "unread"; // how the names of the encryption context are read
  readonly #moments: readonly string[];
  readonly #names = new Set<string>(ALWAYS); // condition keys, in lower case
  readonly #families: readonly string[];
  readonly #atoms: Atoms;
  readonly #seen = new Map<string, (value: string) => string>();
  readonly #seenNames: (names: readonly string[]) => string;

  /** `values`: as if each value mattered by itself. */
  constructor(worlds: readonly World[], values = false) {
    const grants = worlds.flatMap(({ estate }) => estate.keys.flatMap((key) => key.grants));
    const policies = worlds.flatMap(({ estate }) => [...policiesOf(estate).keys()].map(withDoubtful));
    for (const name of keysRead(policies)) this.#names.add(name);
    if (grants.some(({ Constraints }) => Constraints?.SourceArn !== undefined)) this.#names.add("aws:sourcearn");
    this.#families = [...this.#names].filter((name) => /[:/]$/.test(name));
    const constrained = grants.flatMap(({ Constraints: it }) =>
      Object.keys({ ...it?.EncryptionContextSubset, ...it?.EncryptionContextEquals }).map((name) => PAIR + foldCase(name)),
    );
    this.#atoms = new Atoms(policies, grants, values ? [...this.#names, ...constrained] : [...ALWAYS, ...variablesRead(policies)]);
    this.pairs = this.#atoms.pairs;
    const isEqual = grants.some(({ Constraints }) => Constraints?.EncryptionContextEquals !== undefined);
    const sets = this.#atoms.of(PAIR_NAMES);
    const isWhole = values || isEqual || (this.key(PAIR_NAMES) && (sets === undefined || sets.some(({ base }) => !OF_SETS.includes(base))));
    this.names = isWhole ? "whole" : sets === undefined ? "unread" : "compared";
    this.#seenNames = this.names === "whole" ? (names) => JSON.stringify([...names].sort()) : setCoder(sets ?? []);
    const texts = policies.flatMap(({ statements }) =>
      statements.flatMap(({ principal, resource }) => [
        ...(principal?.members.map(({ value }) => value) ?? []),
        ...(resource?.members ?? []),
      ]),
    );
    const people = grants.flatMap(({ GranteePrincipal = "", RetiringPrincipal = "" }) => [GranteePrincipal, RetiringPrincipal]);
    this.sessions = [...texts, ...people].some((text) => /:assumed-role\/|^A(?:RO|ID)A/.test(text));
    this.userIds = this.sessions || this.#names.has("aws:userid");
    this.#moments = ["aws:currenttime", "aws:epochtime"].filter((name) => this.#names.has(name));
    this.time = this.#moments.length > 0;
  }

  /** A condition key, or a family of them, in any case. */
  key(name: string): boolean {
    const folded = foldCase(name);
    if (this.#names.has(folded) || this.#families.some((family) => folded.startsWith(family))) return true;
    return /[:/]$/.test(folded) && [...this.#names].some((read) => read.startsWith(folded));
  }

  /** The comparisons that policies make of a condition key's values; undefined where the value itself matters. */
  atoms(name: string): readonly Atom[] | undefined {
    return this.#atoms.of(name);
  }

  /** What policies see of a value of a condition key that they read: the codes of their atoms, or the value itself. */
  seen(name: string, value: string): string {
    const known = this.#seen.get(name);
    if (known !== undefined) return known(value);
    const atoms = this.#atoms.of(name);
    const see = atoms === undefined ? (text: string) => `=${text}` : coder(atoms);
    if (this.#seen.size < MOST_NAMES) this.#seen.set(name, see);
    return see(value);
  }

  /** What they see of the time of a call. */
  seenTime(time: string): string {
    const seconds = parseInstant(time)?.seconds;
    if (seconds === undefined) return `=${time}`;
    return [...this.#moments].map((name) => this.seen(name, name === "aws:epochtime" ? String(seconds) : time)).join(" ");
  }

  /** What they see of the names of an encryption context. */
  seenNames(names: readonly string[]): string {
    return this.#seenNames(names);
  }
}

const MOST_NAMES = 1000;

/** Operators whose codes of all names together tell what set operators come to: each name matches, or does not. */
export const OF_SETS: readonly string[] = ["StringEquals", "StringEqualsIgnoreCase", "StringLike"];

/** Of a set of texts: empty, or whether all of them match, some, or none; a letter an atom. */
function setCoder(atoms: readonly Atom[]): (values: readonly string[]) => string {
  const code = coder(atoms);
  return (values) => {
    if (values.length === 0) return "E";
    const codes = values.map(code);
    return `+${atoms.map((_, i) => setCode(codes.map((one) => one[i] === "T"))).join("")}`;
  };
}

const setCode = (matches: readonly boolean[]): string => (matches.every(Boolean) ? "A" : matches.some(Boolean) ? "S" : "N");

/** What may be in a policy besides is read as well. */
const withDoubtful = (policy: Policy): Policy =>
  policy.doubtful === undefined ? policy : { ...policy, statements: [...policy.statements, ...policy.doubtful] };

/** Read by the rules of decision themselves, whatever policies say. */
const ALWAYS = [
  "kms:viaservice",
  "aws:viaawsservice",
  "aws:sourcevpce",
  "aws:sourcevpc",
  "kms:granteeprincipal",
  "kms:granteeserviceprincipal",
];

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
  readonly #uncompared: ReadonlySet<string>; // keys that are told of every call, and no policy looks at
  readonly #turns: ReadonlySet<number> | undefined; // hours, since the epoch, in which a time begins to look otherwise; undefined: any may

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
    const isPlain = worlds.every(({ estate }) => estate.endpoints.length === 0); // endpoints that are listed have policies of their own
    const always = isPlain ? ALWAYS.filter((name) => name !== ENDPOINT) : ALWAYS;
    const whole = values ? [...this.#names, ...constrained] : [...always, ...variablesRead(policies)];
    this.#atoms = new Atoms(policies, grants, whole);
    this.#uncompared = new Set(whole.includes(ENDPOINT) || this.#atoms.of(ENDPOINT) !== undefined ? [] : [ENDPOINT]);
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
    this.#turns = turnsOf(this.#moments.map((name) => this.#atoms.of(name)));
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
    const see = atoms !== undefined ? coder(atoms) : this.#uncompared.has(foldCase(name)) ? () => "" : (text: string) => `=${text}`;
    if (this.#seen.size < MOST_NAMES) this.#seen.set(name, see);
    return see(value);
  }

  /** What they see of the time of a call. */
  seenTime(time: string): string {
    const seconds = parseInstant(time)?.seconds;
    if (seconds === undefined) return `=${time}`;
    return [...this.#moments].map((name) => this.seen(name, name === "aws:epochtime" ? String(seconds) : time)).join(" ");
  }

  /** What they see of any time in an hour that begins then, in seconds; undefined where that is not the same for all of it. */
  seenHour(seconds: number): string | undefined {
    if (this.#turns === undefined || this.#turns.has(Math.floor(seconds / HOUR))) return undefined;
    return this.seenTime(`${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
  }

  /** What they see of the names of an encryption context. */
  seenNames(names: readonly string[]): string {
    return this.#seenNames(names);
  }
}

const MOST_NAMES = 1000;
const HOUR = 3600;
const ENDPOINT = "aws:sourcevpce";

/** Comparisons of times change at their operands alone, be those dates or seconds. */
function turnsOf(all: readonly (readonly Atom[] | undefined)[]): ReadonlySet<number> | undefined {
  const atoms = all.flatMap((list) => list ?? []);
  if (all.includes(undefined) || !atoms.every(({ base }) => /^(?:Date|Numeric)/.test(base))) return undefined;
  const moments = atoms.flatMap(({ operands }) => operands).flatMap((text) => [parseInstant(text)?.seconds ?? Number.NaN, Number(text)]);
  return new Set(moments.filter(Number.isFinite).map((seconds) => Math.floor(seconds / HOUR)));
}

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
const ALWAYS = ["kms:viaservice", "aws:viaawsservice", ENDPOINT, "aws:sourcevpc", "kms:granteeprincipal", "kms:granteeserviceprincipal"];

import type { Code } from "../base/codes.ts";
import { type JsonNode, toValue } from "../base/json-source.ts";
import { nearest } from "../base/nearest.ts";
import { pointerStep, shown } from "../base/text.ts";
import { isAccountId } from "../iam/arn.ts";
import type { WorldDocument } from "./document.ts";
import type { WorldFiles } from "./files.ts";
import { madeKeyId } from "./made-key-id.ts";

/** What stands in place of a text that is not known, as a document writes it. */
export type Leaf =
  | { readonly $symbol: string }
  | { readonly $join: readonly (string | { readonly $symbol: string })[] }
  | { readonly $assumed: string; readonly because: string };

/** A document without leaves: each has become a text. */
export type Told<T> = T extends Leaf
  ? string
  : T extends readonly (infer E)[]
    ? Told<E>[]
    : T extends object
      ? unknown extends T[keyof T]
        ? T
        : { [K in keyof T]: Told<T[K]> }
      : T;

export type ToldDocument = Told<WorldDocument>;

/**
 * A leaf, read. `text` stands for it: what is assumed, or a text made up that differs from everything written, so that the same value is the same text
 * wherever it is named. `may`: all that the value may be, where the text does not settle it.
 */
export type ReadLeaf = {
  readonly text: string;
  readonly may: May | undefined;
  readonly assumed: string | undefined; // the id of the assumption
  readonly names: readonly string[]; // of the symbols in it, and the assumption: for messages
  readonly id: string; // the same for leaves of one value
};

/** One of these texts; or a text of this form, in which `*` is any run of characters. */
export type May = { readonly texts: readonly string[] } | { readonly pattern: string };

type Symbols = NonNullable<WorldDocument["symbols"]>;
type Symbolic = Symbols[string];

/** The symbols and assumptions of a world, by which its leaves are read. */
export class Leaves {
  readonly #symbols: ReadonlyMap<string, Symbolic>;
  readonly #assumptions: ReadonlySet<string>;
  readonly #values: ReadonlyMap<string, string>; // of account ids, by symbol
  readonly #read = new Map<string, ReadLeaf>();
  readonly #held = new Set<string>();

  /** `accounts`: what ids symbols of accounts are taken to have; made up where it says nothing. */
  constructor(documents: readonly WorldDocument[], accounts: ReadonlyMap<string, string> = new Map()) {
    this.#symbols = new Map(documents.flatMap(({ symbols }) => Object.entries(symbols ?? {})));
    this.#assumptions = new Set(documents.flatMap(({ assumptions }) => (assumptions ?? []).map(({ id }) => id)));
    const written = new Set(JSON.stringify(documents).match(/[0-9]{12}/g));
    this.#values = new Map(
      [...this.#symbols].flatMap(([name, { type, oneOf }]) =>
        type === "account-id" ? [[name, accounts.get(name) ?? oneOf?.[0] ?? unwritten(name, written)] as const] : [],
      ),
    );
  }

  /** Symbols of account ids, each with what it is taken to be, and what else it may be where only these are. */
  accountSymbols(): readonly {
    readonly name: string;
    readonly called: string;
    readonly taken: string;
    readonly oneOf: readonly string[] | undefined;
  }[] {
    return [...this.#values].map(([name, taken]) => {
      const { oneOf } = this.#symbols.get(name) as Symbolic;
      return { name, called: this.#called(name), taken, oneOf };
    });
  }

  /** Why a leaf is none that can be read: it names what no document has. */
  fault(leaf: Leaf): { readonly code: Code; readonly message: string; readonly help: string } | undefined {
    const lost = (what: string, name: string, known: Iterable<string>) => {
      const near = nearest(name, known);
      const help =
        near === undefined
          ? `${what === "symbol" ? "symbols stand in `symbols`" : "assumptions stand in `assumptions`"}`
          : `did you mean \`${near}\`?`;
      return { code: "KW501", message: `no ${what} ${shown(name)} in this world`, help } as const;
    };
    if ("$assumed" in leaf) return this.#assumptions.has(leaf.because) ? undefined : lost("assumption", leaf.because, this.#assumptions);
    for (const part of "$symbol" in leaf ? [leaf] : leaf.$join)
      if (typeof part !== "string" && !this.#symbols.has(part.$symbol)) return lost("symbol", part.$symbol, this.#symbols.keys());
    return undefined;
  }

  read(leaf: Leaf): ReadLeaf {
    const id = JSON.stringify(leaf);
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    const read = this.#readOnce(leaf, id);
    this.#read.set(id, read);
    return read;
  }

  /** Whether something in the world has the value: then the text that stands for it is that thing's too. */
  isHeld({ text, may }: ReadLeaf): boolean {
    return may !== undefined && this.#held.has(text);
  }

  hold({ text }: ReadLeaf): void {
    this.#held.add(text);
  }

  #readOnce(leaf: Leaf, id: string): ReadLeaf {
    if ("$assumed" in leaf) return { text: leaf.$assumed, may: undefined, assumed: leaf.because, names: [leaf.because], id };
    const parts = ("$symbol" in leaf ? [leaf] : leaf.$join).map((part) => (typeof part === "string" ? part : part.$symbol));
    const isSymbol = ("$symbol" in leaf ? [leaf] : leaf.$join).map((part) => typeof part !== "string");
    let text = "";
    let pattern = "";
    let texts: readonly string[] = [""];
    const names: string[] = [];
    parts.forEach((part, i) => {
      const one = isSymbol[i] ? this.#symbol(part) : { text: part, pattern: part, texts: [part] };
      if (isSymbol[i]) names.push(this.#called(part));
      text += one.text;
      pattern += one.pattern;
      texts = texts.flatMap((before) => one.texts?.map((each) => before + each) ?? []).slice(0, MOST_CHOICES + 1);
    });
    const may: May | undefined =
      texts.length === 1
        ? undefined
        : texts.length > 0 && texts.length <= MOST_CHOICES
          ? { texts }
          : { pattern: pattern.replace(/\*+/g, "*") };
    return { text: texts.length === 1 ? (texts[0] as string) : text, may, assumed: undefined, names: [...new Set(names)], id };
  }

  #called(name: string): string {
    const from = this.#symbols.get(name)?.from;
    return from === undefined || from === name ? name : `${name} (${from})`;
  }

  /** `texts`: all that it may be, where these are few. */
  #symbol(name: string): { readonly text: string; readonly pattern: string; readonly texts?: readonly string[] } {
    const symbol = this.#symbols.get(name) as Symbolic;
    const { type, oneOf, prefix = "", suffix = "" } = symbol;
    const account = this.#values.get(name);
    if (account !== undefined) return { text: account, pattern: account, texts: [account] };
    const owner =
      symbol.account === undefined
        ? undefined
        : (this.#values.get(symbol.account) ?? (isAccountId(symbol.account) ? symbol.account : undefined));
    const [form, made] = FORMS[type](owner ?? "*", fresh(name));
    const isKnown = prefix !== "" || suffix !== "";
    const text = isKnown ? `${prefix}${fresh(name)}${suffix}` : made.replace("*", owner ?? unwritten(name, new Set()));
    return { text, pattern: isKnown ? `${prefix}*${suffix}` : form, ...(oneOf !== undefined && { texts: oneOf }) };
  }
}

const MOST_CHOICES = 32;

/** Of each type: the form of all its values, and a value that nobody has written. `*` in it is the account. */
const FORMS: Readonly<Record<Symbolic["type"], (account: string, fresh: string) => readonly [form: string, made: string]>> = {
  "role-arn": (account, name) => [`arn:*:iam::${account}:role/*`, `arn:aws:iam::*:role/${name}`],
  "user-arn": (account, name) => [`arn:*:iam::${account}:user/*`, `arn:aws:iam::*:user/${name}`],
  "policy-arn": (_, name) => [`arn:*:iam::*:policy/*`, `arn:aws:iam::*:policy/${name}`],
  "key-arn": (account, name) => [`arn:*:kms:*:${account}:*`, `arn:aws:kms:us-east-1:*:key/${uuid(name)}`],
  "key-id": (_, name) => ["*", uuid(name)],
  "account-id": (_, name) => ["*", name],
  "unique-id": (_, name) => ["A*", `AROA${name.toUpperCase().slice(0, 17)}`],
  "org-id": (_, name) => ["o-*", `o-${name.slice(0, 10)}`],
  string: (_, name) => ["*", `unknown-${name}`],
  list: (_, name) => ["*", `unknown-${name}`],
};

const fresh = (name: string): string => madeKeyId(`symbol ${name}`, false).replace(/-/g, "");
const uuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;

/** 12 digits that nobody has written. */
function unwritten(name: string, written: ReadonlySet<string>): string {
  for (let round = 0; ; round++) {
    const digits = BigInt(`0x${madeKeyId(`account ${name} ${round}`, false).replace(/-/g, "").slice(0, 15)}`)
      .toString()
      .padStart(12, "0")
      .slice(-12);
    if (!written.has(digits)) return digits;
  }
}

/** The leaf that a value is; undefined for anything else, also for an object that has one's members and others. */
export function asLeaf(value: unknown): Leaf | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const members = Object.keys(value);
  const { $symbol, $join, $assumed, because } = value as Record<string, unknown>;
  if (members.length === 1 && typeof $symbol === "string") return { $symbol };
  if (members.length === 2 && typeof $assumed === "string" && typeof because === "string") return { $assumed, because };
  const isPart = (part: unknown): boolean => typeof part === "string" || (asLeaf(part) !== undefined && "$symbol" in (part as object));
  return members.length === 1 && Array.isArray($join) && $join.length > 0 && $join.every(isPart) ? { $join } : undefined;
}

/** The leaves below a part of a document, by pointer from there. */
export function leavesIn(
  node: JsonNode,
  pointer = "",
): readonly { readonly pointer: string; readonly leaf: Leaf; readonly node: JsonNode }[] {
  if (node.kind === "array") return node.items.flatMap((item, i) => leavesIn(item, pointerStep(pointer, i)));
  if (node.kind !== "object") return [];
  const leaf = node.members.length <= 2 && node.members.some(({ name }) => name.startsWith("$")) ? asLeaf(toValue(node)) : undefined;
  if (leaf !== undefined) return [{ pointer, leaf, node }];
  return node.members.flatMap(({ name, value }) => leavesIn(value, pointerStep(pointer, name)));
}

/** Where policies stand, in which leaves are read otherwise. */
const POLICY_PLACES =
  /^\/(?:policies\/[^/]*|keys\/[^/]*\/policy|resources\/[^/]*\/policy|endpoints\/[^/]*\/policy|principals\/[^/]*\/(?:policies|session|boundary|trust)|.*\/(?:serviceControl|resourceControl))(?:\/|$)/;

/** A document with its leaves outside of policies become texts, and what they are, by pointer. What names nothing is told. */
export function told(
  value: WorldDocument,
  leaves: Leaves,
  files: WorldFiles,
  placeOf: (pointer: string) => Parameters<WorldFiles["tell"]>[1],
): { readonly value: ToldDocument; readonly leaves: ReadonlyMap<string, ReadLeaf> } {
  const found = new Map<string, ReadLeaf>();
  const walk = (part: unknown, pointer: string): unknown => {
    if (typeof part !== "object" || part === null || POLICY_PLACES.test(pointer)) return part;
    const leaf = asLeaf(part);
    if (leaf === undefined) {
      let copy: Record<string, unknown> | unknown[] | undefined; // made only where something changes
      for (const [name, member] of Object.entries(part)) {
        const own = walk(member, pointerStep(pointer, name));
        if (own === member) continue;
        copy ??= Array.isArray(part) ? [...part] : { ...part };
        (copy as Record<string, unknown>)[name] = own;
      }
      return copy ?? part;
    }
    const fault = leaves.fault(leaf);
    if (fault !== undefined) {
      files.tell(fault.code, placeOf(pointer), fault.message, fault.help);
      return "";
    }
    const read = leaves.read(leaf);
    found.set(pointer, read);
    leaves.hold(read);
    return read.text;
  };
  return { value: walk(value, "") as ToldDocument, leaves: found };
}

import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { isPlainObject } from "../base/json-source.ts";
import { pointerStep } from "../base/text.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import type { ContextValue } from "../iam/request.ts";
import { foldCase, isTrue, printsPlainly } from "../iam/values.ts";
import { BITS } from "./circumstance.ts";
import type { Values } from "./facts.ts";
import { type NameFault, nameFault, type ReadNames } from "./key-names.ts";
import { notPlain, STRANGE, tooStrange, twice, unknownKey, wrongValue } from "./request-faults.ts";
import { MAYBE, type Tri, tri } from "./tri.ts";

/** What the keys of a context tell beside their values: whether a service calls on the principal's behalf, and circumstances as bits. */
export type Said = {
  readonly forwarded: Tri;
  readonly circumstances: number;
  readonly warnings: readonly Diagnostic[];
  readonly keys: readonly string[] | undefined; // as written; undefined without a context
};

const NONE: readonly Diagnostic[] = [];

export const NOTHING_SAID: Said = { forwarded: MAYBE, circumstances: 0, warnings: NONE, keys: undefined };

/** A context key as a request writes it. */
type Spelling = {
  readonly key: string;
  readonly name: string; // in lower case
  readonly index: number; // its place; -1 where no policy reads it
  readonly multiValued: boolean | undefined;
  readonly circumstance: number;
  readonly fault: NameFault | undefined; // what is wrong with the name
};

/** The keys of a context in their order, none of them twice. */
type Layout = { readonly spellings: readonly Spelling[]; readonly forwarder: Spelling | undefined; readonly said: Said };

const LONG = 2048; // characters: longer than any key name
const MANY = 4096; // spellings remembered; beyond it all are forgotten and the next are remembered
const FEW = 32; // keys of a context whose layout is remembered: the last one of each number of keys

/**
 * Reads the contexts of requests to one policy set. The next has most often the very keys of one before, whatever their values: then no key is looked up, and
 * none can be there twice.
 */
export class ContextReader {
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly names: ReadNames;
  private readonly spellings = new BoundedCache<string, Spelling>(MANY, LONG);
  private readonly layouts: Layout[] = []; // by number of keys

  /** `names`: those of condition keys that policies read. */
  constructor(indexes: ReadonlyMap<string, number>, names: ReadNames) {
    this.indexes = indexes;
    this.names = names;
  }

  /** Puts what the context gives in its places, and its values as they are now behind those of `values`. */
  read(context: Readonly<Record<string, ContextValue>>, given: Values, values: ContextValue[]): Said | Diagnostic {
    if (!isPlainObject(context)) return notPlain("context");
    const keys = Object.keys(context);
    const layout = this.layoutOf(keys);
    if ("code" in layout) return layout;
    const { spellings, forwarder, said } = layout;
    let forwarded = said.forwarded;
    for (let i = 0; i < spellings.length; i++) {
      const spelling = spellings[i] as Spelling;
      const raw = context[spelling.key] as ContextValue;
      const value = readValue(raw, spelling.multiValued);
      if (value === undefined) return wrongValue(spelling.key, raw);
      values.push(typeof raw === "object" ? ([...raw] as ContextValue) : raw);
      if (spelling.index >= 0) given[spelling.index] = value;
      if (spelling === forwarder) forwarded = tri(typeof value === "string" && isTrue(value)); // as Bool reads it
    }
    return forwarder === undefined ? said : { ...said, forwarded };
  }

  private layoutOf(keys: readonly string[]): Layout | Diagnostic {
    const last = this.layouts[keys.length];
    if (last !== undefined && hasKeys(last, keys)) return last;
    const spellings = keys.map((key) => this.spellings.get(key) ?? this.spellings.set(key, this.spell(key)));
    const again = repeated(spellings);
    if (again !== undefined) return twice(again.key);
    const warnings = strangeOf(spellings);
    if ("code" in warnings) return warnings;
    const circumstances = spellings.reduce((bits, { circumstance }) => bits | circumstance, 0);
    const forwarder = spellings.find(({ name }) => name === "aws:viaawsservice");
    const layout = { spellings, forwarder, said: { forwarded: MAYBE, circumstances, warnings, keys } } as const;
    if (keys.length <= FEW && keys.every(({ length }) => length <= LONG)) this.layouts[keys.length] = layout;
    return layout;
  }

  private spell(key: string): Spelling {
    const name = foldCase(key);
    const row = conditionKey(key);
    const circumstance = row?.when === undefined ? 0 : BITS[row.when];
    return {
      key,
      name,
      index: this.indexes.get(name) ?? -1,
      multiValued: row?.multiValued,
      circumstance,
      fault: nameFault(key, "value", this.names),
    };
  }
}

function hasKeys({ spellings }: Layout, keys: readonly string[]): boolean {
  for (let i = 0; i < keys.length; i++) if (spellings[i]?.key !== keys[i]) return false;
  return true;
}

/** What is strange about names: the first that is misspelt, or else warnings of those that make no difference. */
function strangeOf(spellings: readonly Spelling[]): Diagnostic | readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { key, fault } of spellings) {
    if (fault === undefined) continue;
    const told = unknownKey(fault, pointerStep("/context", key));
    if (told.severity === "error") return told;
    if (found.push(told) > STRANGE) return tooStrange("/context");
  }
  return found.length === 0 ? NONE : found;
}

/** The first that has the name of one before it. */
function repeated(spellings: readonly Spelling[]): Spelling | undefined {
  const names = new Set<string>();
  return spellings.find(({ name }) => names.size === names.add(name).size);
}

/** Text of a value; a list for a multi-valued key, also of one. Undefined for what the key cannot hold. */
function readValue(value: ContextValue, multiValued: boolean | undefined): string | readonly string[] | undefined {
  if (typeof value === "string") return multiValued === true ? [value] : value;
  if (Array.isArray(value)) {
    const list = (value as readonly (string | number | boolean)[]).map(scalarText);
    if (list.includes(undefined)) return undefined;
    if (multiValued !== false) return list as readonly string[];
    return list.length === 1 ? list[0] : undefined;
  }
  const text = scalarText(value as string | number | boolean);
  return text !== undefined && multiValued === true ? [text] : text;
}

const scalarText = (value: string | number | boolean): string | undefined =>
  typeof value === "string" ? value : typeof value === "boolean" || isPrintable(value) ? String(value) : undefined;

const isPrintable = (value: unknown): boolean => typeof value === "number" && printsPlainly(value);

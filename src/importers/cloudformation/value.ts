import { joined, type Leaf, type SymbolLeaf } from "../leaf.ts";

/** What a part of a template comes to. Texts have holes where a value is not known; `unknown` is a part whose very shape is not. */
export type Value =
  | { readonly kind: "text"; readonly leaf: Leaf; readonly json?: Value } // `json`: what Fn::ToJsonString wrote
  | { readonly kind: "number" | "boolean"; readonly value: number | boolean; readonly text: string } // as it is written: "012"
  | { readonly kind: "null" }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  | { readonly kind: "object"; readonly members: readonly ValueMember[] }
  | { readonly kind: "nothing" } // AWS::NoValue
  | { readonly kind: "unknown"; readonly why: string };

export type ValueMember = { readonly name: string; readonly value: Value };

export const NOTHING: Value = { kind: "nothing" };
export const textValue = (leaf: Leaf): Value => ({ kind: "text", leaf });
export const listValue = (items: readonly Value[]): Extract<Value, { readonly kind: "list" }> => ({ kind: "list", items });
export const unknownValue = (why: string): Value => ({ kind: "unknown", why });

/** The text of a value where a text is asked for: numbers and truth values are texts there, too. Undefined of what is none. */
export function leafOf(value: Value | undefined): Leaf | undefined {
  if (value?.kind === "text") return value.leaf;
  return value?.kind === "number" || value?.kind === "boolean" ? value.text : undefined;
}

/** The same where it is known without a hole. */
export function knownText(value: Value | undefined): string | undefined {
  const leaf = leafOf(value);
  return typeof leaf === "string" ? leaf : undefined;
}

export const memberIn = (value: Value | undefined, name: string): Value | undefined =>
  value?.kind === "object" ? value.members.findLast((member) => member.name === name)?.value : undefined;

/** One, several or none: what is no list is a list of one. */
export function itemsIn(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === "nothing" || value.kind === "null") return [];
  return value.kind === "list" ? value.items : [value];
}

/** Names of the symbols in a leaf. */
export function symbolsIn(leaf: Leaf): readonly string[] {
  if (typeof leaf === "string" || "$assumed" in leaf) return [];
  return "$symbol" in leaf ? [leaf.$symbol] : leaf.$join.flatMap((part) => (typeof part === "string" ? [] : [part.$symbol]));
}

/** The parts of a leaf: texts and holes. */
export function partsOf(leaf: Leaf): readonly (string | SymbolLeaf)[] {
  if (typeof leaf === "string") return leaf === "" ? [] : [leaf];
  if ("$assumed" in leaf) return [leaf.$assumed];
  return "$symbol" in leaf ? [leaf] : leaf.$join;
}

/** No text in AWS that a policy could name is longer; a longer one is made by references that double each other. */
const LONGEST = 100_000;
const MOST_PARTS = 1_000;

/** Texts behind each other; undefined where they become too long. */
export function joinedWithin(leaves: readonly Leaf[]): Leaf | undefined {
  let length = 0;
  let count = 0;
  for (const leaf of leaves)
    for (const part of partsOf(leaf)) {
      count += typeof part === "string" ? 0 : 1;
      length += typeof part === "string" ? part.length : 0;
    }
  return length > LONGEST || count > MOST_PARTS ? undefined : joined(leaves);
}

/** Whether two values are the same whatever their holes stand for, never the same, or one or the other. */
export function sameValue(a: Value, b: Value): boolean | undefined {
  if (a.kind === "unknown" || b.kind === "unknown") return undefined;
  const [one, other] = [leafOf(a), leafOf(b)];
  if (one !== undefined && other !== undefined) return sameLeaf(one, other);
  if (a.kind !== b.kind) return false;
  if (a.kind === "list" && b.kind === "list") {
    if (a.items.length !== b.items.length) return false;
    return allOf(a.items.map((item, i) => sameValue(item, b.items[i] as Value)));
  }
  if (a.kind === "object" && b.kind === "object") {
    if (a.members.length !== b.members.length) return false;
    return allOf(a.members.map(({ name, value }) => sameValue(value, memberIn(b, name) ?? NOTHING)));
  }
  return true;
}

/** All hold, one does not, or neither is certain. */
export const allOf = (truths: readonly (boolean | undefined)[]): boolean | undefined =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;

function sameLeaf(one: Leaf, other: Leaf): boolean | undefined {
  if (typeof one === "string" && typeof other === "string") return one === other;
  const [a, b] = [partsOf(one), partsOf(other)];
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  const edge = (parts: typeof a, at: number): string => (typeof parts.at(at) === "string" ? (parts.at(at) as string) : "");
  const isWhole = (parts: typeof a): boolean => parts.length < 2 && typeof (parts[0] ?? "") === "string";
  const begins = commonEdge(edge(a, 0), edge(b, 0), (text, part) => text.startsWith(part), isWhole(a), isWhole(b));
  const ends = commonEdge(edge(a, -1), edge(b, -1), (text, part) => text.endsWith(part), isWhole(a), isWhole(b));
  return begins && ends ? undefined : false;
}

/** Whether two texts can have these beginnings, or endings; that of a whole text is the whole. */
function commonEdge(a: string, b: string, has: (text: string, part: string) => boolean, isAll: boolean, isAllToo: boolean): boolean {
  if (isAll) return has(a, b);
  if (isAllToo) return has(b, a);
  return a.length > b.length ? has(a, b) : has(b, a);
}

/** A value as plain data, as a world document has it: texts with holes are leaves. Undefined where its shape is not known. */
export function plainOf(value: Value): { readonly value: unknown } | { readonly unknown: string } {
  let unknown: string | undefined;
  const plain = (each: Value): unknown => {
    switch (each.kind) {
      case "text":
        return each.leaf;
      case "number":
      case "boolean":
        return each.value;
      case "null":
        return null;
      case "list":
        return each.items.map(plain);
      case "object":
        return Object.fromEntries(each.members.map(({ name, value: member }) => [name, plain(member)]));
      case "nothing":
        return undefined;
      case "unknown":
        unknown ??= each.why;
        return null;
    }
  };
  const made = plain(value);
  return unknown === undefined ? { value: made } : { unknown };
}

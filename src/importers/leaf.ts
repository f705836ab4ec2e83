/**
 * A text in a world that an importer writes, as far as it is known: the text itself, a symbol, text with symbols in it, or a text that is taken for granted
 * (`world/document.ts` has the same forms).
 */
export type Leaf = string | SymbolLeaf | JoinLeaf | AssumedLeaf;
export type SymbolLeaf = { readonly $symbol: string };
export type JoinLeaf = { readonly $join: readonly (string | SymbolLeaf)[] };
export type AssumedLeaf = { readonly $assumed: string; readonly because: string };

/** What the value of a symbol is. */
export type LeafType =
  | "role-arn"
  | "user-arn"
  | "account-id"
  | "key-arn"
  | "key-id"
  | "policy-arn"
  | "unique-id"
  | "org-id"
  | "string"
  | "list";

/** Leaves behind each other. What is assumed in a part is assumed of the whole, unless a symbol stands in it: then nothing is decided by the text anyway. */
export function joined(leaves: readonly Leaf[]): Leaf {
  const parts: (string | SymbolLeaf)[] = [];
  let because: string | undefined;
  const add = (leaf: Leaf): void => {
    if (typeof leaf === "string") {
      const last = parts.at(-1);
      if (typeof last === "string") parts[parts.length - 1] = last + leaf;
      else if (leaf !== "") parts.push(leaf);
    } else if ("$join" in leaf) for (const part of leaf.$join) add(part);
    else if ("$assumed" in leaf) {
      because ??= leaf.because;
      add(leaf.$assumed);
    } else parts.push(leaf);
  };
  for (const leaf of leaves) add(leaf);
  const [first = "", ...more] = parts;
  if (more.length > 0) return { $join: parts };
  if (typeof first !== "string") return first;
  return because === undefined ? first : { $assumed: first, because };
}

/** The text that a leaf is known, or assumed, to be. */
export function textOf(leaf: Leaf): string | undefined {
  if (typeof leaf === "string") return leaf;
  return "$assumed" in leaf ? leaf.$assumed : undefined;
}

/** The same for equal leaves, and for others another text. */
export const identityOf = (leaf: Leaf): string => textOf(leaf) ?? JSON.stringify(leaf);

import type { Determining } from "./decision.ts";

/** Characters that move a cursor, hide text or turn its direction: C0 and C1 controls, line separators, bidirectional marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text of a policy or a request, fit for a terminal and a ticket: what is not printable is written as its code point, long text is cut. */
export function printable(text: string, limit = 300): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export const quoted = (text: string): string => `"${printable(text).replaceAll('"', '\\"')}"`;

/** `a, b or c`; of more than `limit` the rest is counted. */
export function listed(items: readonly string[], word: "and" | "or", limit = 4): string {
  if (items.length > limit) return `${items.slice(0, limit).join(", ")} ${word} ${items.length - limit} more`;
  if (items.length < 2) return items[0] ?? "nothing";
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

export const counted = (count: number, noun: string, nouns = `${noun}s`): string => `${count} ${count === 1 ? noun : nouns}`;

/** The items by what they have in common, in order of first appearance. */
export function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** What a person calls a statement within its policy: its `Sid`, else its 0-based index as in the JSON pointer. */
export const statementName = ({ statement, sid }: { readonly statement: number; readonly sid?: string }): string =>
  sid ? printable(sid, 80) : `#${statement}`;

/** `AllowAppUse`, `orders-app/inline #0`, `grant nightly-export`. */
export function determiningName(by: Determining): string {
  if ("grant" in by) return `grant ${printable(by.grant, 80)}`;
  return by.sid ? statementName(by) : `${printable(by.policy, 80)} ${statementName(by)}`;
}

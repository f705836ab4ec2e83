import type { Determining } from "../authz/decision.ts";
import { printable } from "../base/text.ts";

export const quoted = (text: string): string => `"${printable(text).replaceAll('"', '\\"')}"`;

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

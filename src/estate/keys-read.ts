import type { Policy } from "../iam/policy.ts";
import { foldCase } from "../iam/values.ts";

/** The condition keys that policies read, in conditions and as variables, in lower case. */
export function keysRead(policies: Iterable<Policy>): ReadonlySet<string> {
  const all = [...policies];
  const keys = new Set(variablesRead(all));
  for (const { statements } of all) for (const { conditions } of statements) for (const { key } of conditions) keys.add(foldCase(key));
  return keys;
}

/** Those that policies read as variables. */
export function variablesRead(policies: Iterable<Policy>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { statements } of policies) {
    for (const { conditions, resource } of statements) {
      for (const text of resource?.members ?? []) addVariables(keys, text);
      for (const { values } of conditions) for (const value of values) addVariables(keys, value);
    }
  }
  return keys;
}

/** `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`. */
function addVariables(keys: Set<string>, text: string): void {
  for (const part of text.split("${").slice(1)) keys.add(foldCase(part.split(/[,}]/, 1)[0] ?? ""));
}

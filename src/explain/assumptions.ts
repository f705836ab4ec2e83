import { provenanceOf } from "../authz/answer.ts";
import type { Answer } from "../authz/decision.ts";
import type { Facts, Slot } from "../authz/facts.ts";
import { spelledAsAws } from "../authz/missing.ts";
import { printable } from "../base/text.ts";
import { foldCase } from "../iam/values.ts";

/** What condition keys were taken to be because nobody told them: `absent`, `false`, the default of a member, and `/` for the path of a role. */
export type Assumption = { readonly as: string; readonly keys: readonly string[] };

/** The assumptions on which an outcome hangs. Of an answer that was read from a file only their names are known. */
export function assumptionsOf(answer: Answer): readonly Assumption[] {
  const { assumed = [], by } = answer;
  if (assumed.length === 0) return [];
  const facts = provenanceOf(answer)?.factsFor(by);
  const pairs = assumed.flatMap((name) => (facts === undefined ? [[ABSENT, name] as const] : assumptionsAbout(name, facts)));
  const groups = new Map<string, string[]>();
  for (const [as, key] of pairs) groups.set(as, [...(groups.get(as) ?? []), printable(key)]);
  return [...groups].map(([as, keys]) => ({ as, keys: [...new Set(keys)] }));
}

const ABSENT = "absent";

/** The key itself, and the keys that tell the same fact and are read: without a second factor told, aws:MultiFactorAuthPresent is false. */
function assumptionsAbout(name: string, facts: Facts): readonly (readonly [as: string, key: string])[] {
  const { slots } = facts.scope;
  const own = slots.find((slot) => slot.name === foldCase(name));
  const others = slots.filter(({ settledBy }) => settledBy !== undefined && settledBy === own?.index);
  const usual = (slot: Slot | undefined) => {
    const value = slot?.usual?.(facts);
    return value !== undefined && slot?.name === "aws:principalarn" ? "/" : value;
  };
  return [
    [usual(own) ?? ABSENT, name],
    ...others.flatMap((slot): (readonly [string, string])[] => {
      const value = usual(slot);
      return value === undefined ? [] : [[value, spelledAsAws(slot.name)]];
    }),
  ];
}

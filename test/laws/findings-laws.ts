import type { Finding } from "../../src/analysis.ts";
import type { WorldDocument } from "../../src/world/document.ts";
import type { Picks } from "../generators/world-changes.ts";

/** What is found does not hang on how the policies are written. */

type Members = { [name: string]: unknown };

/** The same in another order wherever order says nothing, with other Sids, and lists of one as texts. */
export function rewritten(document: WorldDocument, picks: Picks): WorldDocument {
  const shuffled = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    const out: T[] = [];
    while (left.length > 0) out.push(...left.splice(picks.number(left.length), 1));
    return out;
  };
  const inPolicy = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) {
      const list = shuffled(value).map((one) => inPolicy(one, ""));
      return list.length === 1 && name !== "Statement" && picks.number(2) === 0 ? list[0] : list;
    }
    if (typeof value !== "object" || value === null) return value;
    const isStatement = "Effect" in value;
    const members = shuffled(Object.entries(value)).map(([member, one]) => [member, inPolicy(one, member)]);
    return Object.fromEntries(isStatement ? [...members, ["Sid", `Sid${picks.number(1_000_000)}`]] : members);
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    if ("Statement" in value) return inPolicy(value, "");
    return Object.fromEntries(Object.entries(value).map(([member, one]) => [member, walk(one)]));
  };
  const { keys = {}, principals = {}, ...rest } = walk(document) as Members & { keys?: Members; principals?: Members };
  const list = (all: Members) => Object.fromEntries(shuffled(Object.entries(all)));
  return { ...rest, keys: list(keys), principals: list(principals) } as WorldDocument;
}

/** Two findings of one Sid are gone with it; of what could not be decided, which comes first is another matter. */
const OF_THE_TEXT = ["KW758", "KW785"];

export const printsOf = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ code }) => !OF_THE_TEXT.includes(code))
    .map(({ code, level, fingerprint }) => `${code} ${level} ${fingerprint}`)
    .sort();

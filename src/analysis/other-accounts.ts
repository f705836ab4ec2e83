import { listed } from "../base/text.ts";
import type { World } from "../estate/world.ts";
import type { Undecided } from "./answers.ts";

/**
 * What would come out otherwise if account ids that are not known were some that are named, or conditions of templates turned out otherwise: a question about worlds, asked again of each that they may be.
 * `told` says what an answer comes to, each part as a text.
 */
export function otherwiseTold<W extends readonly World[]>(
  worlds: W,
  ask: (...worlds: W) => readonly string[],
  base: () => readonly string[],
): readonly Undecided[] {
  const all = worlds.map((world) => world.otherwise());
  if (all.every((others) => others?.length === 0)) return [];
  if (all.some((others) => others === undefined || others.length > MOST_WORLDS))
    return [{ code: "KW682", text: "too much is not known of account ids and conditions: there are too many ways in which it may be" }];
  const told = new Set(base());
  const texts = new Set(all.flatMap((others) => (others ?? []).map(({ text }) => text)));
  return [...texts].flatMap((text): readonly Undecided[] => {
    const others = all.map((list) => list?.find((other) => other.text === text));
    const those = worlds.map((world, i) => others[i]?.world ?? world) as unknown as W;
    const values = others.flatMap((other) => other?.values ?? []);
    const alike = (one: string): string => values.reduce((name, [taken, value]) => name.replaceAll(taken, value), one);
    const own = new Set([...told].map(alike));
    const found = [...new Set(ask(...those).map(alike))];
    const differing = [
      ...found.filter((one) => !own.has(one)),
      ...[...own].filter((one) => !found.includes(one)).map((one) => `not ${one}`),
    ];
    if (differing.length === 0) return [];
    return [
      {
        code: "KW682",
        text: `if ${text}: ${listed(differing.slice(0, MOST), "and")}${differing.length > MOST ? ` and ${differing.length - MOST} more` : ""}`,
      },
    ];
  });
}

const MOST = 4;
const MOST_WORLDS = 16;

import { listed } from "../../base/text.ts";
import type { Opening } from "./evidence.ts";
import type { Draft, FindingWitness, Level } from "./finding.ts";
import { LEVELS } from "./finding.ts";
import type { Grouped } from "./outsiders.ts";
import type { RuleCode } from "./rules.ts";

/** Somebody gets in: one caller, by one request. */
type Share = {
  readonly code: RuleCode;
  readonly level: Level;
  readonly whom: string; // in words
  readonly id?: string; // of whom, where that is not it: the words have the names of the world
  readonly account?: string; // which it is, or is of
  readonly group: Grouped;
  readonly witness: FindingWitness;
  readonly opening: Opening;
  readonly say: (actions: string, opening: string) => string;
};

type Gathered = Omit<Share, "group"> & { readonly actions: Set<string> };

/** Which rule speaks where several could: one cause, one result. */
const WEAKER: Readonly<Partial<Record<RuleCode, readonly RuleCode[]>>> = {
  KW701: ["KW702", "KW703", "KW704", "KW705", "KW710", "KW711", "KW712"],
  KW702: ["KW703", "KW704", "KW705"],
  KW710: ["KW703", "KW704", "KW705", "KW712"],
  KW711: ["KW703", "KW704", "KW705", "KW712"],
  KW712: ["KW703", "KW704", "KW705"],
  KW703: ["KW704"],
};

/** What callers share, said once for each statement or grant that lets them in. */
export class Shares {
  readonly #gathered = new Map<string, Gathered>();

  add({ group, ...share }: Share): void {
    const { code, level, whom, id, opening } = share;
    const name = JSON.stringify([code, level, id ?? whom, opening.name]);
    const known = this.#gathered.get(name);
    if (known !== undefined) for (const action of group.actions) known.actions.add(action);
    else this.#gathered.set(name, { ...share, actions: new Set(group.actions) });
  }

  drafts(): readonly Draft[] {
    const all = [...this.#gathered.values()];
    return all
      .filter((one) => !all.some((other) => isCovered(one, other)))
      .map(({ code, level, whom, id, opening, witness, say, actions }): Draft => {
        const sorted = [...actions].sort();
        return {
          code,
          level,
          text: say(namesOf(sorted), opening.name),
          at: opening.at,
          witness,
          same: [id ?? whom, sorted],
        };
      });
  }
}

/** The same statement lets in more people for more: who is said there is not said again. */
const isCovered = (one: Gathered, other: Gathered): boolean =>
  one !== other &&
  one.opening.name === other.opening.name &&
  (WEAKER[other.code]?.includes(one.code) ?? false) &&
  LEVELS.indexOf(other.level) <= LEVELS.indexOf(one.level) &&
  (one.code === "KW703" || one.code === "KW704" || one.code === "KW705" || [...one.actions].every((action) => other.actions.has(action))) &&
  (other.code !== "KW703" || one.account === other.account);

/** Actions as a sentence has them. */
export function namesOf(actions: readonly string[]): string {
  const short = actions.map((action) => action.replace(/^kms:/, ""));
  return short.length <= 6 ? listed(short) : `${short.slice(0, 5).join(", ")} and ${short.length - 5} more`;
}

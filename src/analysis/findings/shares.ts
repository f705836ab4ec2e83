import type { Determining } from "../../authz/decision.ts";
import { listed } from "../../base/text.ts";
import type { Evidence, Opening } from "./evidence.ts";
import type { Draft, FindingWitness, Level } from "./finding.ts";
import { LEVELS } from "./finding.ts";
import type { Grouped } from "./outsiders.ts";
import type { RuleCode } from "./rules.ts";

/** Somebody gets in: one caller, by one request. */
type Share = {
  readonly code: RuleCode;
  readonly level: Level;
  readonly whom: string;
  readonly account?: string; // which it is, or is of
  readonly group: Grouped;
  readonly witness: FindingWitness;
  readonly by: readonly Determining[];
  readonly say: (actions: string, opening: string) => string;
};

type Gathered = Omit<Share, "group" | "by"> & { readonly opening: Opening; readonly actions: Set<string> };

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
  readonly #evidence: Evidence;
  readonly #gathered = new Map<string, Gathered>();

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  add({ code, level, whom, account, group, witness, by, say }: Share): void {
    const opening = this.#evidence.opening(by);
    if (opening === undefined) return; // not by this key's policy or grants
    const name = JSON.stringify([code, level, whom, opening.name]);
    const known = this.#gathered.get(name);
    if (known !== undefined) for (const action of group.actions) known.actions.add(action);
    else
      this.#gathered.set(name, {
        code,
        level,
        whom,
        ...(account !== undefined && { account }),
        opening,
        witness,
        say,
        actions: new Set(group.actions),
      });
  }

  drafts(): readonly Draft[] {
    const all = [...this.#gathered.values()];
    return all
      .filter((one) => !all.some((other) => isCovered(one, other)))
      .map(({ code, level, whom, opening, witness, say, actions }): Draft => {
        const sorted = [...actions].sort();
        return {
          code,
          level,
          text: say(namesOf(sorted), opening.name),
          at: opening.at,
          witness,
          same: [whom, sorted],
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

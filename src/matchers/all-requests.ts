import type { Change } from "../analysis/answers.ts";
import { compare } from "../analysis/compare.ts";
import { proveRegion } from "../analysis/prove.ts";
import { readRegion } from "../analysis/region.ts";
import { counted, listed } from "../base/text.ts";
import type { World } from "../estate/world.ts";
import { refutedBy, requestText } from "../tester/invariant.ts";
import { nowhere } from "./matcher-input.ts";
import type { NeverAllowed } from "./matcher-types.ts";

/** What is said of all requests to a world; undefined where it is open. */
export type AllRequests = {
  readonly holds: boolean | undefined;
  readonly expected: string;
  readonly got: string;
  readonly lines: readonly string[]; // what shows it
};

/** @throws {MatcherUseError} for names that lead nowhere. */
export function neverAllows(world: World, never: NeverAllowed, matcher: string): AllRequests {
  const region = readRegion(world, { never });
  if (!region.ok) throw nowhere(matcher, region.error);
  const { verdict, witness, why, vacuous, control, notModelled = [] } = proveRegion(world, region.value);
  const expected = "no such request allowed";
  const untold = [...new Set(notModelled.map(({ text }) => `Not modelled, and could turn it: ${text}.`))];
  if (verdict === "refuted" && witness !== undefined)
    return { holds: false, expected, got: refutedBy(witness), lines: [`request: ${requestText(witness)}`, ...untold] };
  if (verdict !== "proved") return { holds: undefined, expected, got: "not decided [KW680]", lines: [why ?? ""] };
  if (vacuous !== undefined) return { holds: undefined, expected, got: "what can never fail [KW681]", lines: [vacuous] };
  return {
    holds: true,
    expected,
    got: "none, for all requests",
    lines: [...(control === undefined ? [] : [`It would be otherwise ${control.text}.`]), ...untold],
  };
}

const MOST_SHOWN = 8;

export function grantsNoMore(world: World, baseline: World): AllRequests {
  const { changes, undecided } = compare(baseline, world);
  const gained = changes.filter(({ direction }) => direction === "gained");
  const expected = "nothing allowed that the baseline does not allow";
  if (gained.length > 0) {
    const more = gained.length > MOST_SHOWN ? [`and ${gained.length - MOST_SHOWN} more`] : [];
    return {
      holds: false,
      expected,
      got: counted(gained.length, "gain"),
      lines: [...gained.slice(0, MOST_SHOWN).flatMap(gainLines), ...more],
    };
  }
  if (undecided.length > 0) return { holds: undefined, expected, got: "not decided [KW680]", lines: undecided.map(({ text }) => text) };
  return { holds: true, expected, got: "nothing more, for all requests", lines: [] };
}

function gainLines({ who, actions, key, when, witness }: Change): readonly string[] {
  const ways = when.map((all) => all.map((one) => `${one.key} ${one.text}`).join(" and "));
  return [
    `+ ${who.text} may ${listed(actions.map((action) => action.replace(/^kms:/, "")))} on ${key.name}`,
    ...ways.map((way) => `    when ${way}`),
    `    request: ${JSON.stringify(witness.request)}`,
  ];
}

import { invariant } from "../base/invariant.ts";
import { spellingsOf } from "./spellings.ts";
import { type Pattern, runAt, type Token } from "./tokens.ts";

/** A place in a pattern: before a step, or at the end. A star is no step: it stays at the place of the step behind it. */
export type Place = {
  readonly pattern: number;
  readonly stays: string | undefined; // on any character but these, if a star stands here
  readonly step: Step;
  readonly covers: number; // the first place of which all texts are texts of this one: its own number where no star stands
};

/** To the next place. */
export type Step =
  | { readonly kind: "unit"; readonly unit: string }
  | { readonly kind: "units"; readonly units: string; readonly wide?: string } // one of these; `wide` goes on by two places
  | { readonly kind: "but"; readonly units: string } // any but these
  | { readonly kind: "free" } // on no character at all
  | { readonly kind: "end" };

export const DIGITS = "0123456789";

/** The places of a pattern, the first of which gets a number. Their numbers rise from the start of the pattern to its end. */
export function placesOf(tokens: Pattern, pattern: number, first: number): readonly Place[] {
  const places: Place[] = [];
  let stays: string | undefined;
  const push = (step: Step) => {
    const covers = first + (stays === undefined ? places.length : coveredFrom(places, first, stays));
    places.push({ pattern, stays, step, covers });
    stays = undefined;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const run = runAt(tokens, i);
    if (run !== "") {
      for (const { units, wide } of spellingsOf(run.toLowerCase())) push({ kind: "units", units, ...(wide !== undefined && { wide }) });
      i += run.length - 1;
    } else if (token.kind === "star") {
      const except = token.except ?? "";
      if (stays !== undefined && !isSubset(except, stays)) {
        if (isSubset(stays, except)) continue; // of two stars side by side the wider takes all
        push({ kind: "free" });
      }
      stays = except;
    } else push(stepOf(token));
  }
  push({ kind: "end" });
  return places;
}

function stepOf(token: Exclude<Token, { kind: "star" }>): Step {
  if (token.kind === "digit") return { kind: "units", units: DIGITS };
  if (token.kind === "one") return { kind: "but", units: token.except ?? "" };
  invariant(token.char.length === 1, "a literal token is one UTF-16 unit");
  return { kind: "unit", unit: token.char };
}

/** How far back, of the places so far, all that is read on the way to a star is what the star reads too. */
function coveredFrom(places: readonly Place[], first: number, stays: string): number {
  let from = places.length;
  while (from > 0) {
    const { stays: loop, step, covers } = places[from - 1] as Place;
    if (!isRead(step, stays) || (loop !== undefined && !isSubset(stays, loop))) break;
    from = covers - first; // what a star reads that reads less, this one reads too
  }
  return from;
}

/** Whether a star reads all that a step reads. */
function isRead(step: Step, stays: string): boolean {
  return step.kind === "but" ? isSubset(stays, step.units) : !unitsOf(step).some((unit) => stays.includes(unit));
}

/** The characters that a step names: those it reads, or those it does not. */
export function unitsOf(step: Step): readonly string[] {
  switch (step.kind) {
    case "unit":
      return [step.unit];
    case "units":
      return step.wide === undefined ? step.units.split("") : [...step.units.split(""), step.wide];
    case "but":
      return step.units.split("");
    default:
      return [];
  }
}

function isSubset(inner: string, outer: string): boolean {
  for (let i = 0; i < inner.length; i++) if (!outer.includes(inner[i] as string)) return false;
  return true;
}

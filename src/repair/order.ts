import type { Provenance } from "../authz/answer.ts";
import type { Answer } from "../authz/decision.ts";
import { Reading } from "../authz/reading.ts";
import { type Found, openings } from "./search.ts";

/** Those of the layer that the denial is blamed on first, and of these what people would do. */
export function byLikelihood(found: readonly Found[], from: Provenance): readonly Found[] {
  return [...found].sort((a, b) => distanceOf(a, from) - distanceOf(b, from) || rankOf(a) - rankOf(b));
}

/** How many of the changes are elsewhere than where the denial is blamed. Where no key policy allows, a grant is as near. */
export function distanceOf({ edits }: Found, from: Provenance): number {
  const blamed = from.rule(new Reading(true));
  const layer = "layer" in blamed ? blamed.layer : undefined;
  return edits.filter((edit) => ("grant" in edit ? layer !== "resource" : edit.slot.layer !== layer)).length;
}

const rankOf = ({ edits }: Found): number => edits.reduce((sum, { rank }) => sum + rank, 0);

const FEW = 32; // evaluations: a few milliseconds

/** The repair that is tried first, in words, where one is found with little work. */
export function likeliestRepair(answer: Answer): string | undefined {
  const [first] = openings(answer, { evaluations: FEW, most: 1 }).found;
  return first?.edits.map(({ text }) => text).join("; and ");
}

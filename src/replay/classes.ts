import type { Outcome } from "../authz/decision.ts";
import type { Recorded } from "./record.ts";

/**
 * What a change of policies means for a recorded call. `allowed`: then and now; `broken`: allowed then, denied now; `opened`: denied then, allowed now;
 * `denied`: both; `mismatch`: the policies of then do not give what was recorded, so what they would give now says little; `undetermined`: the record, or
 * the world, lacks what a policy tests.
 */
export const CLASSES = ["broken", "opened", "mismatch", "undetermined", "allowed", "denied"] as const;
export type ReplayClass = (typeof CLASSES)[number];

/** Of all checks of a call: one that is denied denies it, one that is open leaves it open. */
export function combined(outcomes: readonly Outcome[]): Outcome {
  for (const outcome of ["explicitDeny", "implicitDeny", "undetermined"] as const) if (outcomes.includes(outcome)) return outcome;
  return outcomes.length === 0 ? "undetermined" : "allowed";
}

export function classOf(recorded: Recorded, before: Outcome | undefined, after: Outcome): ReplayClass {
  if (before !== undefined && before !== "undetermined" && isAllowed(before) !== (recorded === "allowed")) return "mismatch";
  if (after === "undetermined") return "undetermined";
  if (recorded === "allowed") return isAllowed(after) ? "allowed" : "broken";
  return isAllowed(after) ? "opened" : "denied";
}

const isAllowed = (outcome: Outcome): boolean => outcome === "allowed";

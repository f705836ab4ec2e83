import type { Outcome } from "../authz/decision.ts";
import type { ExitCode } from "./command.ts";

/** What `--expect` may say, and the outcomes that meet it. An undetermined answer is no denial: it may be an Allow. */
export const EXPECTATIONS: ReadonlyMap<string, readonly Outcome[]> = new Map([
  ["allow", ["allowed"]],
  ["deny", ["explicitDeny", "implicitDeny"]],
  ["explicit-deny", ["explicitDeny"]],
  ["implicit-deny", ["implicitDeny"]],
  ["undetermined", ["undetermined"]],
  ["allowed", ["allowed"]],
  ["explicitDeny", ["explicitDeny"]],
  ["implicitDeny", ["implicitDeny"]],
]);

export const isMet = (expected: string | undefined, outcome: Outcome): boolean =>
  expected === undefined || (EXPECTATIONS.get(expected)?.includes(outcome) ?? false);

/** The exit code of one answer. Under `--strict` an undetermined one is code 3, unless it is what was expected. */
export function exitCodeOf(outcome: Outcome, expected: string | undefined, strict: boolean): ExitCode {
  if (strict && outcome === "undetermined" && expected !== "undetermined") return 3;
  return isMet(expected, outcome) ? 0 : 2;
}

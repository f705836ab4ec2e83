import type { Outcome } from "../authz/decision.ts";
import type { ExitCode } from "./command.ts";

/** What `--expect` may say, and the outcomes that meet it. An undetermined answer is no denial: it may be an Allow. */
export const EXPECTATIONS: ReadonlyMap<string, readonly Outcome[]> = new Map([
  ["allow", ["allowed"]],
  ["deny", ["explicitDeny", "implicitDeny"]],
  ["explicit-deny", ["explicitDeny"]],
  ["implicit-deny", ["implicitDeny"]],
  ["undetermined", ["undetermined"]],
]);

/** The words of `outcome` in answers, accepted too from those who copy them from there. */
export const ANSWERED: readonly Outcome[] = ["allowed", "explicitDeny", "implicitDeny", "undetermined"];

export const isMet = (expected: string | undefined, outcome: Outcome): boolean =>
  expected === undefined || expected === outcome || (EXPECTATIONS.get(expected)?.includes(outcome) ?? false);

/** What files, flags and reports call an outcome. */
export const wordOf = (outcome: Outcome): string =>
  [...EXPECTATIONS].find(([, met]) => met.length === 1 && met[0] === outcome)?.[0] ?? outcome;

/** The exit code of one answer. Under `--strict` an undetermined one is code 3, unless it is what was expected. */
export function exitCodeOf(outcome: Outcome, expected: string | undefined, strict: boolean): ExitCode {
  if (strict && outcome === "undetermined" && expected !== "undetermined") return 3;
  return isMet(expected, outcome) ? 0 : 2;
}

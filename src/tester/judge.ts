import type { Outcome } from "../authz/decision.ts";
import { type Answers, decisive, isAll, isAmong, outcomeOf } from "./deciding.ts";
import type { Expected } from "./document.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./result.ts";
import type { Expectation } from "./test-case.ts";

/**
 * The outcomes that meet an expectation. Undetermined meets no `deny`: it says that the request may be allowed, by values that nobody told, and a test
 * that took it for a denial would promise what nobody knows.
 */
export const MET_BY: Readonly<Record<Expected, readonly Outcome[]>> = {
  allow: ["allowed"],
  deny: ["explicitDeny", "implicitDeny"],
  "explicit-deny": ["explicitDeny"],
  "implicit-deny": ["implicitDeny"],
  undetermined: ["undetermined"],
};

/** What is wrong with an answer, in words and with its explanation; undefined where it is as expected. */
export const judge = (expect: Expectation, answers: Answers): Problem | undefined =>
  isMet(expect, answers) ? undefined : problemOf(expect, decisive(answers));

/** The same without a word, for those who ask often. The answer to a request that could not be read meets nothing, and nor does no answer. */
export function isMet({ outcome, because, via }: Expectation, answers: Answers): boolean {
  const deciding = decisive(answers);
  if (deciding.length === 0 || deciding.some(({ invalid }) => invalid !== undefined)) return false;
  if (!MET_BY[outcome].includes(outcomeOf(deciding))) return false;
  return because.every((name) => isAmong(name, deciding)) && (via === undefined || isAll(via, deciding));
}

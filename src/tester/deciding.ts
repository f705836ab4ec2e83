import { provenanceOf } from "../authz/answer.ts";
import type { Answer, Determining, Outcome, StatementVerdict } from "../authz/decision.ts";
import type { WorldAnswer } from "../estate/world.ts";

/** The answer to a request, or those to the steps of something that needs several: the first that is not allowed is then the answer to the whole. */
export type Answers = WorldAnswer | readonly WorldAnswer[];

/** The answers that fix the outcome of the whole: the one that is not allowed, else every one. */
export function decisive(answers: Answers): readonly WorldAnswer[] {
  if (!isList(answers)) return [answers];
  const refused = answers.find(({ outcome }) => outcome !== "allowed");
  return refused === undefined ? answers : [refused];
}

const isList = (answers: Answers): answers is readonly WorldAnswer[] => Array.isArray(answers);

export const outcomeOf = (deciding: readonly Answer[]): Outcome => deciding.at(-1)?.outcome ?? "undetermined";

/** Whether a name of `because` is one of what decided. */
export const isAmong = (name: string, deciding: readonly Answer[]): boolean =>
  deciding.some((answer) => answer.by.some((by) => isNamed(name, by, answer)));

/** The statement that a name of `because` means, whether or not it decided. */
export function statementNamed(name: string, deciding: readonly Answer[]): StatementVerdict | undefined {
  for (const answer of deciding)
    for (const { statements } of answer.trace.policies)
      for (const verdict of statements) if (isNamed(name, verdict.ref, answer)) return verdict;
  return undefined;
}

/** Whether nothing but what `via` names decided. */
export const isAll = (via: string, deciding: readonly Answer[]): boolean =>
  deciding.every(({ by }) => by.length > 0) && deciding.every((answer) => answer.by.every((by) => isVia(via, by, answer)));

const isVia = (via: string, by: Determining, answer: Answer): boolean =>
  (!("grant" in by) && by.policy === via) || isNamed(via, by, answer);

/** What a grant is called by, before its name or its id. */
export const GRANT = "grant ";

/** A statement is named by its Sid, or by its policy with `#` and the Sid or the 0-based index; a grant by its name or its id. */
function isNamed(name: string, by: Determining, answer: Answer): boolean {
  if ("grant" in by) return name.startsWith(GRANT) && isGrant(name.slice(GRANT.length), by.grant, answer);
  if (by.sid && (name === by.sid || name === `${by.policy}#${by.sid}`)) return true;
  return name === `${by.policy}#${by.statement}`;
}

const isGrant = (name: string, id: string, answer: Answer): boolean =>
  name === id || provenanceOf(answer)?.linked.set.grants.some(({ GrantId, Name }) => GrantId === id && Name === name) === true;

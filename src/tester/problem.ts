import type { Answer, Determining, Layer, Outcome, PolicyVerdict, StatementVerdict, Trace } from "../authz/decision.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { abridged, printable } from "../base/text.ts";
import type { WorldAnswer } from "../estate/world.ts";
import { besideLines } from "../explain/beside.ts";
import { explain } from "../explain/explain.ts";
import { determiningName } from "../explain/wording.ts";
import { isAmong, outcomeOf, statementNamed } from "./deciding.ts";
import type { Expected } from "./document.ts";
import type { Problem } from "./result.ts";
import type { Expectation } from "./test-case.ts";

/** Outcomes in the words of test files. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Expected>> = {
  allowed: "allow",
  explicitDeny: "explicit-deny",
  implicitDeny: "implicit-deny",
  undetermined: "undetermined",
};

/** What is wrong with answers that are not as expected: `deciding` are those that fix the outcome. */
export function problemOf(expect: Expectation, deciding: readonly WorldAnswer[]): Problem {
  if (deciding.length === 0) return { message: `expected ${expect.outcome}, but nothing was asked`, expected: expect.outcome };
  const invalid = deciding.find((answer) => answer.invalid !== undefined);
  if (invalid !== undefined) return unreadable(expect, invalid.invalid ?? []);
  const got = OUTCOME_WORDS[outcomeOf(deciding)];
  const policyAt = placeOf(deciding);
  return {
    cause: printable(reasonOf(deciding), 1_000),
    ...(policyAt !== undefined && { policyAt }),
    ...mismatch(expect, got, deciding),
    explanation: explanationOf(deciding),
  };
}

/** Of a question that could not be asked. It meets no expectation. */
export function unreadable({ outcome }: Expectation, diagnostics: readonly Diagnostic[]): Problem {
  const [first] = diagnostics;
  const told = first === undefined ? "it has the wrong shape" : `${first.message}${first.help === undefined ? "" : ` (${first.help})`}`;
  const message = `expected ${outcome}, but the request cannot be read: ${printable(told, 1_000)}`;
  return { ...(first && { code: first.code }), message, expected: outcome, got: "an invalid request" };
}

function mismatch(
  expect: Expectation,
  got: Expected,
  deciding: readonly WorldAnswer[],
): Pick<Problem, "message" | "expected" | "got" | "policyAt"> {
  const { outcome, because, via } = expect;
  const isOutcome = got === outcome || (outcome === "deny" && got.endsWith("deny"));
  if (!isOutcome) {
    const reason = printable(reasonOf(deciding).replace(/^undetermined: /, ""), 1_000);
    return { message: `expected ${outcome}, got ${got}: ${reason}`, expected: outcome, got };
  }
  const who = decidedBy(deciding);
  const absent = because.filter((name) => !isAmong(name, deciding));
  const lacking = absent.map(named);
  if (lacking.length > 0) {
    const meant = absent.flatMap((name) => statementNamed(name, deciding) ?? [])[0]; // that it did not decide is what has to be looked at
    return {
      ...(meant && { policyAt: meant.at }),
      message: `${got} as expected, but not because of ${abridged(lacking, "or")}: ${who === "" ? "no statement decided" : `it was ${who}`}`,
      expected: `${outcome} because of ${abridged(because.map(named), "and", 8)}`,
      got: who === "" ? got : `${got} because of ${who}`,
    };
  }
  const way = printable(via ?? "");
  return {
    message: `${got} as expected, but not via ${way} alone: ${who === "" ? "no statement decided" : `it was ${who}`}`,
    expected: `${outcome} via ${way} alone`,
    got: who === "" ? got : `${got} via ${who}`,
  };
}

const reasonOf = (deciding: readonly WorldAnswer[]): string => deciding.at(-1)?.reason ?? "";

const named = (name: string): string => printable(name, 80);

function decidedBy(deciding: readonly WorldAnswer[]): string {
  const names = new Set(deciding.flatMap(({ by }) => by.map(determiningName)));
  return names.size === 0 ? "" : abridged([...names], "and", 8);
}

/** Of one answer everything, of the steps of a flow a few lines each. */
function explanationOf(deciding: readonly WorldAnswer[]): string {
  const beside = besideLines(deciding);
  const texts = deciding.map((answer) => explain(answer, deciding.length > 1 ? { style: "brief" } : {}));
  return [texts.join("\n"), ...(beside.length > 0 ? [beside.join("\n")] : [])].join("\n\n");
}

/** Where to look: the first statement that decided; where none did, the one that an Allow was nearest to. */
function placeOf(deciding: readonly Answer[]): Place | undefined {
  for (const { trace, by } of deciding) {
    const statements = trace.policies.flatMap((policy) => policy.statements);
    const decided = statements.find(({ ref }) => by.some((one) => isStatement(one, ref)));
    const verdict = decided ?? (by.length === 0 ? lackingIn(trace, statements) : undefined);
    if (verdict !== undefined) return verdict.at;
  }
  return undefined;
}

/** Of policies that limit what others allow those that do not allow it; else the statement of any that came nearest. */
function lackingIn({ policies }: Trace, statements: readonly StatementVerdict[]): StatementVerdict | undefined {
  const limit = LIMITS.flatMap((layer) => levelsOf(policies.filter((policy) => policy.layer === layer))).find(
    (level) => !level.some(allows),
  );
  if (limit === undefined) return nearestOf(statements) ?? delegationIn(statements);
  return nearestOf(limit) ?? limit.find(({ effect }) => effect === "Allow");
}

/** In the order in which AWS tells of them. A resource control policy lets through what it does not deny. */
const LIMITS: readonly Layer[] = ["service-control", "endpoint", "boundary", "session"];

function levelsOf(policies: readonly PolicyVerdict[]): readonly (readonly StatementVerdict[])[] {
  const levels = [...new Set(policies.map(({ level }) => level))];
  return levels.map((level) => policies.filter((policy) => policy.level === level).flatMap((policy) => policy.statements));
}

const allows = ({ effect, applies }: StatementVerdict): boolean => effect === "Allow" && applies === true;

const isStatement = (by: Determining, { policy, statement }: StatementVerdict["ref"]): boolean =>
  !("grant" in by) && by.policy === policy && by.statement === statement;

/** How far a part that fails takes a statement from what was asked: one for another action has nothing to do with it. */
const DISTANCE = {
  action: 100,
  "no-effect": 100,
  doubt: 1,
  principal: 10,
  resource: 10,
  operation: 10,
  condition: 1,
  constraint: 1,
  token: 1,
} as const;

/** Of statements that are equally near the first. */
function nearestOf(statements: readonly StatementVerdict[]): StatementVerdict | undefined {
  let nearest: StatementVerdict | undefined;
  let least = DISTANCE.action as number;
  for (const verdict of statements) {
    if (verdict.applies === true) continue;
    const distance = verdict.failures.reduce((sum, { part }) => sum + DISTANCE[part], verdict.effect === "Deny" ? DISTANCE.action : 0);
    const open = verdict.applies === "unknown" ? 0 : distance;
    if (open < least) [nearest, least] = [verdict, open];
  }
  return nearest;
}

/** The statement that leaves the decision to identity policies, where none of them comes near. */
const delegationIn = (statements: readonly StatementVerdict[]): StatementVerdict | undefined =>
  statements.find(({ applies, way }) => applies === true && way === "account");

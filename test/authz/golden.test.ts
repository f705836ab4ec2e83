import { describe, expect, test } from "vitest";
import type { Determining } from "../../src/authz/decision.ts";
import { type Answer, type Case, decide } from "../../src/index.ts";
import {
  CONDITIONS,
  conditionCase,
  conditionOutcome,
  type Expected,
  PATTERNS,
  type PatternFixture,
  QUESTIONS,
  resolveScene,
  SCENES,
  SESSION,
} from "../fixtures.ts";
import { deviationOf } from "../known-deviations.ts";

/** `by` has an order for denials only (the order in which they are named); what allows is a set. */
const inAnyOrder = (by: readonly Determining[]) => by.map((each) => JSON.stringify(each)).sort();

/** Holds an answer to what its fixture says, and to no more than that. */
function check(answer: Answer, { invalid, outcome, by, missing, message, errorName, errorContains }: Expected) {
  if (invalid !== undefined) {
    const codes = (answer.invalid ?? []).filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect(codes, "the case is refused").not.toHaveLength(0);
    expect(codes).toEqual(expect.arrayContaining(invalid === true ? [] : [...invalid]));
    return;
  }
  expect(answer.invalid, "the case is read").toBeUndefined();
  expect(answer.outcome, answer.reason).toBe(outcome);
  expect(answer.decision).toBe(outcome === "allowed" ? "Allow" : "Deny");
  if (by && outcome === "allowed") expect(inAnyOrder(answer.by)).toEqual(inAnyOrder(by));
  else if (by) expect(answer.by).toEqual(by);
  if (missing) expect([...(answer.missing ?? [])].sort()).toEqual([...missing].sort());
  if (message !== undefined) expect(answer.error?.message).toBe(message);
  if (errorName !== undefined) expect(answer.error?.name).toBe(errorName);
  if (errorContains !== undefined) expect(answer.error?.message).toContain(errorContains);
}

describe.each(QUESTIONS)("$file", ({ file, cases }) => {
  test.each(cases)("$name", ({ name, case: asked, expect: expected }) => {
    const deviation = deviationOf(file, name);
    if (deviation === undefined) check(decide(asked), expected);
    else
      expect(decide(asked).outcome, "a known deviation: strike it from test/known-deviations.ts if it agrees now").toBe(deviation.engine);
  });
});

describe.each(SCENES)("scene $name", ({ cases }) => {
  test.each(cases)("$name", (each) => check(decide(resolveScene(each.case)), each.expect));
});

describe.each(CONDITIONS)("conditions: $file", ({ cases }) => {
  test.each(cases)("$name", (each) => check(decide(conditionCase(each)), { outcome: conditionOutcome(each) }));
});

/** A deny counts whatever else has a say over the resource, so the pattern alone decides. */
const patternCase = ({ pattern, arn }: PatternFixture): Case => ({
  request: { principal: SESSION, action: "example:Do", resource: arn },
  policies: { identity: [{ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: pattern }] }] },
});

describe.each(PATTERNS)("resource patterns: $file", ({ cases }) => {
  test.each(cases)("$name", (each) => check(decide(patternCase(each)), { outcome: each.expect ? "explicitDeny" : "implicitDeny" }));
});

import { describe, expect, it } from "vitest";
import type { Case } from "../../src/cases/case.ts";
import { CONDITIONS, type Expected, PATTERNS, QUESTIONS, resolveScene, SCENES } from "../fixtures.ts";
import { deviationOf } from "../known-deviations.ts";
import { oracleCondition } from "./condition.ts";
import { oracleDecide } from "./decide.ts";
import { oracleResourceMatches } from "./pattern.ts";

/** A denial names its statements in order, an allowed answer in any. */
const comparable = (by: readonly unknown[], outcome: string): string[] => {
  const texts = by.map((one) => JSON.stringify(one));
  return outcome === "allowed" ? texts.toSorted() : texts;
};

function expectAnswer(theCase: Case, { outcome, by, missing }: Expected): void {
  const answer = oracleDecide(theCase);
  expect(answer.outcome).toBe(outcome);
  expect(answer.decision).toBe(outcome === "allowed" ? "Allow" : "Deny");
  if (by !== undefined) expect(comparable(answer.by, answer.outcome)).toEqual(comparable(by, answer.outcome));
  if (missing !== undefined) expect((answer.missing ?? []).toSorted()).toEqual(missing.toSorted());
}

// What cannot be read is the parser's affair: the oracle takes every document for valid.
const isReadable = ({ expect: { invalid } }: { readonly expect: Expected }): boolean => invalid === undefined;

const READABLE = QUESTIONS.map(({ file, cases }) => ({ file, cases: cases.filter(isReadable) })).filter(({ cases }) => cases.length > 0);

describe.each(READABLE)("$file", ({ file, cases }) => {
  it.each(cases)("$name", ({ name, case: asked, expect: expected }) => {
    const deviation = deviationOf(file, name);
    if (deviation === undefined) expectAnswer(asked, expected);
    else
      expect(oracleDecide(asked).outcome, "a known deviation: strike it from test/known-deviations.ts if it agrees now").toBe(
        deviation.oracle,
      );
  });
});

describe.each(SCENES)("scene $name", ({ cases }) => {
  it.each(cases)("$name", (scene) => expectAnswer(resolveScene(scene.case), scene.expect));
});

describe.each(CONDITIONS)("conditions/$file", ({ cases }) => {
  it.each(cases)("$name", ({ condition, context, effect, expect: wanted }) => {
    expect(oracleCondition(condition, context, { effect })).toBe(wanted);
  });
});

describe.each(PATTERNS)("resource-patterns/$file", ({ cases }) => {
  it.each(cases)("$name", ({ pattern, arn, expect: wanted }) => {
    expect(oracleResourceMatches(pattern, arn, "identity")).toBe(wanted);
  });
});

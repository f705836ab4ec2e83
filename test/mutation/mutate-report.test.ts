import { expect, test } from "vitest";
import { countsOf, type MutantStatus } from "../../src/mutation/mutate-report.ts";

const counts = (...statuses: readonly MutantStatus[]) => countsOf(statuses.map((status) => ({ status })));

test("the score is the share of mutants that were killed; what is equivalent does not count", () => {
  expect(counts("killed", "killed", "killed", "survived", "equivalent")).toEqual({
    counted: 4,
    killed: 3,
    survived: 1,
    uncovered: 0,
    equivalent: 1,
    score: 75,
  });
});

test("what no case asks about counts as not killed", () => {
  expect(counts("killed", "uncovered")).toMatchObject({ counted: 2, uncovered: 1, score: 50 });
});

test("of no mutants there is no score", () => {
  expect(counts()).toMatchObject({ counted: 0, score: null });
  expect(counts("equivalent")).toMatchObject({ counted: 0, equivalent: 1, score: null });
});

import { expect, test } from "vitest";
import { and, MAYBE, NO, not, or, type Tri, tri, YES } from "../../src/authz/tri.ts";

const ALL: readonly Tri[] = [NO, YES, MAYBE];

/** What a truth can turn out to be. */
const completions = (truth: Tri): readonly boolean[] => (truth === MAYBE ? [false, true] : [truth === YES]);
const settled = (outcomes: readonly boolean[]): Tri => (new Set(outcomes).size > 1 ? MAYBE : tri(outcomes[0] === true));

test.each(ALL)("not %i is what every completion says", (a) => {
  expect(not(a)).toBe(settled(completions(a).map((truth) => !truth)));
});

test.each(ALL.flatMap((a) => ALL.map((b) => [a, b] as const)))("and, or of %i and %i are what every completion says", (a, b) => {
  const pairs = completions(a).flatMap((left) => completions(b).map((right) => [left, right] as const));
  expect(and(a, b)).toBe(settled(pairs.map(([left, right]) => left && right)));
  expect(or(a, b)).toBe(settled(pairs.map(([left, right]) => left || right)));
});

test("a truth that is known is no third thing", () => {
  expect([tri(true), tri(false)]).toEqual([YES, NO]);
  expect(new Set(ALL).size).toBe(3);
});

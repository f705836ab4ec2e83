import { expect, test } from "vitest";
import { ANSWERED, EXPECTATIONS, exitCodeOf, isMet, wordOf } from "../../src/cli/expectation.ts";

test.each([
  ["allow", ["allowed"]],
  ["deny", ["explicitDeny", "implicitDeny"]],
  ["explicit-deny", ["explicitDeny"]],
  ["implicitDeny", ["implicitDeny"]],
])("%s is met by %j only", (expected, outcomes) => {
  const met = (["allowed", "explicitDeny", "implicitDeny", "undetermined"] as const).filter((outcome) => isMet(expected, outcome));
  expect(met).toEqual(outcomes);
});

test("nothing expected is always met; a word that is none never", () => {
  expect([isMet(undefined, "undetermined"), isMet("constructor", "allowed")]).toEqual([true, false]);
});

test("every outcome has one word, the one that expects it", () => {
  expect(ANSWERED.map(wordOf)).toEqual(["allow", "explicit-deny", "implicit-deny", "undetermined"]);
  for (const outcome of ANSWERED) expect(ANSWERED.filter((other) => isMet(wordOf(outcome), other))).toEqual([outcome]);
  expect([...EXPECTATIONS.keys()]).toEqual(expect.arrayContaining(ANSWERED.map(wordOf)));
});

test("--strict has the first word on what is undetermined", () => {
  expect(exitCodeOf("undetermined", undefined, false)).toBe(0);
  expect(exitCodeOf("undetermined", undefined, true)).toBe(3);
  expect(exitCodeOf("undetermined", "allow", true)).toBe(3);
  expect(exitCodeOf("undetermined", "allow", false)).toBe(2);
  expect(exitCodeOf("undetermined", "undetermined", true)).toBe(0);
  expect(exitCodeOf("implicitDeny", "allow", true)).toBe(2);
});

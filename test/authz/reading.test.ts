import { expect, test } from "vitest";
import { Reading } from "../../src/authz/reading.ts";
import { MAYBE, NO, YES } from "../../src/authz/tri.ts";

const reading = { best: true, worst: false };

// biome-ignore format: a table reads as a table
test.each([
  ["best",  "allow", NO, false], ["best",  "allow", YES, true], ["best",  "allow", MAYBE, true],  // an Allow that may apply does
  ["best",  "deny",  NO, false], ["best",  "deny",  YES, true], ["best",  "deny",  MAYBE, false], // a Deny that may apply does not
  ["worst", "allow", NO, false], ["worst", "allow", YES, true], ["worst", "allow", MAYBE, false],
  ["worst", "deny",  NO, false], ["worst", "deny",  YES, true], ["worst", "deny",  MAYBE, true],
] as const)("at %s, what must %s and is %i: %s", (bound, effect, truth, expected) => {
  expect(new Reading(reading[bound])[effect](truth)).toBe(expected);
});

test.each(["allow", "deny"] as const)("it remembers that it had to guess (%s)", (effect) => {
  const guessing = new Reading(true);
  guessing[effect](YES);
  guessing[effect](NO);
  expect(guessing.sawUnknown).toBe(false);
  guessing[effect](MAYBE);
  expect(guessing.sawUnknown).toBe(true);
});

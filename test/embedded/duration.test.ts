import { expect, test } from "vitest";
import { type Duration, millisecondsOf } from "../../src/embedded/duration.ts";

test.each<[Duration, number]>([
  [{}, 0],
  [{ days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }, 90_061_001],
  [{ days: 0.5 }, 43_200_000],
  [{ milliseconds: 1.4 }, 1],
  [{ days: 7, milliseconds: -1 }, 604_799_999],
])("%j is %i ms", (duration, milliseconds) => {
  expect(millisecondsOf("advance", duration)).toBe(milliseconds);
});

test.each<[unknown, RegExp]>([
  [{ day: 7 }, /^advance error: unknown member `day` \[KW101\][\s\S]*did you mean `days`\?$/],
  [{ fortnights: 1 }, /known are `days`, `hours`, `minutes`, `seconds`, `milliseconds`$/],
  [{ days: 1, hours: -25 }, /^advance: a duration is not below zero \[KW104\]$/],
  [{ days: Number.NaN }, /`days` is not a number/],
  [{ days: "7" }, /`days` is not a number/],
  ["7 days", /what advance was given is not a plain object/],
  [[7], /what advance was given is not a plain object/],
  [null, /what advance was given is not a plain object/],
])("%j is none", (duration, message) => {
  expect(() => millisecondsOf("advance", duration as Duration)).toThrow(message);
});

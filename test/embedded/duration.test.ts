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
  [{ day: 7 }, /^advance: a duration has no `day`; did you mean `days`\?$/],
  [{ fortnights: 1 }, /it has days, hours, minutes, seconds, milliseconds$/],
  [{ days: 1, hours: -25 }, /^advance: a duration is not below zero$/],
  [{ days: Number.NaN }, /`days` is a number/],
  [{ days: "7" }, /`days` is a number/],
  ["7 days", /write a duration by its members/],
  [[7], /write a duration by its members/],
  [null, /write a duration by its members/],
])("%j is none", (duration, message) => {
  expect(() => millisecondsOf("advance", duration as Duration)).toThrow(message);
});

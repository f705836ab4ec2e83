import { expect, it } from "vitest";
import { round } from "./engine.ts";

it("a round of the soak run decides many requests, some of them allowed, and finds no difference", () => {
  const { decided, allowed, difference } = round(1);
  expect(difference).toBeUndefined();
  expect(decided).toBeGreaterThan(300);
  expect(allowed).toBeGreaterThan(5);
  expect(round(1)).toEqual({ decided, allowed }); // the same seed, the same round
});

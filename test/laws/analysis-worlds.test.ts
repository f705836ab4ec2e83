import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawn, drawnArbitrary, flawOfAccess, flawOfChanges, flawOfMetamorphosis, flawOfSilence } from "./analysis-world-laws.ts";

/** Comparisons of whole worlds, and lists of who can what in them, against the evaluator and against each other. */

const REQUESTS = process.env.KMSWARD_LONG === "1" ? 10_000 : 300;

const holds = (flawOf: (drawn: Drawn) => string | undefined, numRuns: number): void =>
  fc.assert(
    fc.property(drawnArbitrary, (drawn) => {
      expect(flawOf(drawn)).toBeUndefined();
    }),
    { numRuns },
  );

describe("of worlds, the analysis", { timeout: 3_600_000 }, () => {
  it("tells changes that both worlds confirm", () => holds(flawOfChanges, 15));
  it("tells all changes: no request from the edges of conditions finds another", () =>
    holds((drawn) => flawOfSilence(drawn, REQUESTS), 15));
  it("finds no change in other words, none lost by an Allow and none gained by a Deny", () => holds(flawOfMetamorphosis, 15));
  it("lists who can as it tells what each can, and all who are let in", () => holds((drawn) => flawOfAccess(drawn, REQUESTS), 10));
});

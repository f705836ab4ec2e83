import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/analysis.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { Picks } from "../generators/world-changes.ts";
import { drawnArbitrary } from "./analysis-world-laws.ts";
import { printsOf, rewritten } from "./findings-laws.ts";

const RUNS = process.env.KMSWARD_LONG === "1" ? 200 : 5;

describe("findings", { timeout: 3_600_000 }, () => {
  it("are the same, by the same fingerprints, in whatever order and under whatever Sids policies are written", () =>
    fc.assert(
      fc.property(drawnArbitrary, ({ document, numbers }) => {
        const [one, other] = [document, rewritten(document, new Picks(numbers))].map((each) => resolveWorld(each).world);
        if (one === undefined || other === undefined) return;
        expect(printsOf(check(other))).toEqual(printsOf(check(one)));
      }),
      { numRuns: RUNS, endOnFailure: true },
    ));
});

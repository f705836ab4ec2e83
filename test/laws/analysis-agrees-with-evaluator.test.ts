import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseArbitrary } from "../generators/cases.ts";
import { flawOfClasses, flawOfRandomRequest } from "./analysis-laws.ts";

/** What is said of all requests of a caller, an action and a resource is what the evaluator says of each. */

describe("the formula of a scene", () => {
  it("is true of exactly the requests that the evaluator allows", { timeout: 3_600_000 }, () => {
    const tries = fc.array(fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(caseArbitrary, tries, (theCase, numbers) => {
        expect(flawOfClasses(theCase, numbers)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it("has a class for every request, and says of it what the evaluator says", { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        expect(flawOfRandomRequest(theCase)).toBeUndefined();
      }),
      { numRuns: 250 },
    );
  });
});

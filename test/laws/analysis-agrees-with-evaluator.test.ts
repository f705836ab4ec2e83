import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestOf } from "../../src/analysis/witness.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { flawOfRandomRequest } from "./analysis-laws.ts";
import { ask, type CaseScene, sceneOf } from "./analysis-requests.ts";

/** What is said of all requests of a caller, an action and a resource is what the evaluator says of each. */

describe("the formula of a scene", () => {
  it("is true of exactly the requests that the evaluator allows", { timeout: 120_000 }, () => {
    const picks = fc.array(fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(caseArbitrary, picks, (theCase, tries) => {
        const found = sceneOf(theCase);
        fc.pre(found !== undefined);
        const { scene, allows } = found as CaseScene;
        for (const numbers of tries) {
          const choices = scene.variables.map(({ choices: all }, i) => (numbers[i % 24] as number) % all.length);
          if (!scene.diagrams.holds(scene.possible, choices)) continue;
          const request = requestOf(scene, choices);
          const answer = ask(found as CaseScene, request);
          expect(answer.invalid).toBeUndefined();
          if (answer.missing?.join() === "aws:SecureTransport") continue; // of a service principal: no request can say that it is absent
          const told = { request, outcome: answer.outcome, missing: answer.missing };
          if (scene.inexact.size === 0)
            expect(told).toEqual({
              request,
              outcome: scene.diagrams.holds(allows, choices) ? "allowed" : expect.stringMatching(/Deny$/),
              missing: undefined,
            });
        }
      }),
      { numRuns: 500 },
    );
  });

  it("has a class for every request, and says of it what the evaluator says", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        expect(flawOfRandomRequest(theCase)).toBeUndefined();
      }),
      { numRuns: 250 },
    );
  });
});

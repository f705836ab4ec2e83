import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TooLarge } from "../../src/analysis/diagram.ts";
import { allowed } from "../../src/analysis/formula.ts";
import { Scene } from "../../src/analysis/scene.ts";
import { prepare, Side } from "../../src/analysis/side.ts";
import { requestOf } from "../../src/analysis/witness.ts";
import { provenanceOf } from "../../src/authz/answer.ts";
import { engine } from "../../src/authz/authorizer.ts";
import type { Case } from "../../src/cases/case.ts";
import { decide } from "../../src/index.ts";
import { caseArbitrary } from "../generators/cases.ts";

/** What is said of all requests of a caller, an action and a resource is what the evaluator says of each. */

const RUNS = { numRuns: 500 };

/** What a world tells of each of its keys. */
const TOLD = {
  aliases: [] as string[],
  tags: {},
  spec: "SYMMETRIC_DEFAULT",
  usage: "ENCRYPT_DECRYPT",
  origin: "AWS_KMS",
  multiRegion: false,
};

/** The scene of a case: who asks what of which key, and nothing else of its request. */
function sceneOf(theCase: Case) {
  const provenance = provenanceOf(decide({ ...theCase, key: { ...TOLD, ...theCase.key } }));
  if (provenance === undefined) return undefined;
  const { set } = provenance.linked;
  const { principal, action, resource, resourceAccount } = theCase.request;
  const side = Side.of(prepare(set), { principal, action, resource, ...(resourceAccount !== undefined && { resourceAccount }) });
  if (side === undefined || side.plan.retires) return undefined;
  try {
    const scene = new Scene([side]);
    return { set, scene, allows: allowed(scene, 0) };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

describe("the formula of a scene", () => {
  it("is true of exactly the requests that the evaluator allows", { timeout: 120_000 }, () => {
    const picks = fc.array(fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(caseArbitrary, picks, (theCase, tries) => {
        const found = sceneOf(theCase);
        fc.pre(found !== undefined);
        const { set, scene, allows } = found as NonNullable<typeof found>;
        const ask = engine(set);
        for (const numbers of tries) {
          const choices = scene.variables.map(({ choices: all }, i) => (numbers[i % 24] as number) % all.length);
          if (!scene.diagrams.holds(scene.possible, choices)) continue;
          const request = requestOf(scene, choices);
          const answer = ask(request);
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
      RUNS,
    );
  });
});

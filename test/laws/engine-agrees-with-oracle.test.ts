import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "../../src/index.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { comparable } from "../oracle/comparable.ts";
import { oracleDecide } from "../oracle/decide.ts";

const RUNS = 5_000; // the long run does twenty times as many: 100,000
const PATIENCE = { timeout: process.env.KMSWARD_LONG === "1" ? 3_600_000 : 120_000 };

it("the engine and the oracle agree", PATIENCE, () => {
  fc.assert(
    fc.property(caseArbitrary, (theCase) => {
      const answer = decide(theCase);
      expect(answer.invalid).toBeUndefined(); // else the generator has made what is no case
      expect(comparable(answer)).toEqual(comparable(oracleDecide(theCase)));
    }),
    { numRuns: RUNS },
  );
});

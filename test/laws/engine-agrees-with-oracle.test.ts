import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "../../src/index.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { oracleDecide } from "../oracle/decide.ts";

const LONG = process.env.KMSWARD_LONG === "1";
const RUNS = LONG ? 100_000 : 5_000;

/** What the two must agree on. A denial names its statements in order, an allowed answer in any. */
function comparable({ outcome, decision, by }: Pick<ReturnType<typeof oracleDecide>, "outcome" | "decision" | "by">) {
  const texts = by.map((one) => JSON.stringify(one));
  return { outcome, decision, by: outcome === "allowed" ? texts.toSorted() : texts };
}

it(`the engine and the oracle agree on ${RUNS} cases`, { timeout: LONG ? 1_800_000 : 120_000 }, () => {
  fc.assert(
    fc.property(caseArbitrary, (theCase) => {
      const answer = decide(theCase);
      expect(answer.invalid).toBeUndefined(); // else the generator has made what is no case
      expect(comparable(answer)).toEqual(comparable(oracleDecide(theCase)));
    }),
    { numRuns: RUNS },
  );
});

import fc from "fast-check";
import { decide } from "../../src/index.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { comparable } from "../oracle/comparable.ts";
import { oracleDecide } from "../oracle/decide.ts";

/** What a round of random cases came to. */
export type Round = { readonly decided: number; readonly allowed: number; readonly difference?: Difference };

/** A case that engine and oracle answer otherwise, small enough to become a fixture. */
export type Difference = { readonly case: unknown; readonly engine: object; readonly oracle: object };

const CASES = 32;

/**
 * Decides every request of some random cases against the policies of every one of them, by the engine and by the oracle: to make a case costs more than to
 * decide it. The same seed makes the same round. Pairs that are no case, such as a trust policy for a key, are passed over.
 */
export function round(seed: number): Round {
  const cases = fc.sample(caseArbitrary, { seed, numRuns: CASES });
  let [decided, allowed] = [0, 0];
  for (const { request } of cases) {
    for (const theCase of cases) {
      const asked = { ...theCase, request };
      const answer = decide(asked);
      if (answer.invalid !== undefined) continue;
      const [engine, oracle] = [comparable(answer), comparable(oracleDecide(asked))];
      decided++;
      if (engine.outcome === "allowed") allowed++;
      if (JSON.stringify(engine) !== JSON.stringify(oracle)) return { decided, allowed, difference: { case: asked, engine, oracle } };
    }
  }
  return { decided, allowed };
}

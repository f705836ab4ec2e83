import { parentPort } from "node:worker_threads";
import fc from "fast-check";
import { caseArbitrary } from "../generators/cases.ts";
import { flawOfClasses, flawOfRandomRequest } from "./analysis-laws.ts";
import { type Drawn, drawnArbitrary, flawOfAccess, flawOfChanges, flawOfMetamorphosis, flawOfSilence } from "./analysis-world-laws.ts";

/** What runs in a worker, bundled with the analysis as one mutant has it: asks every law until one is broken, and posts how (undefined if all hold). */

const SEED = 20_260_101;
const CASES = 800;
const WORLDS = 120;

const LAWS_OF_WORLDS: readonly ((drawn: Drawn) => string | undefined)[] = [
  (drawn) => flawOfSilence(drawn, 300),
  (drawn) => flawOfAccess(drawn, 300),
  flawOfMetamorphosis,
  flawOfChanges,
];

function firstFlaw(): string | undefined {
  const tries = fc.sample(fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), { numRuns: 6, seed: SEED });
  for (const theCase of fc.sample(caseArbitrary, { numRuns: CASES, seed: SEED })) {
    const flaw = flawOfRandomRequest(theCase) ?? flawOfClasses(theCase, tries);
    if (flaw !== undefined) return flaw;
  }
  for (const drawn of fc.sample(drawnArbitrary, { numRuns: WORLDS, seed: SEED }))
    for (const law of LAWS_OF_WORLDS) {
      const flaw = law(drawn);
      if (flaw !== undefined) return flaw;
    }
  return undefined;
}

/** An analysis that throws is wrong, and what it throws is told. */
function firstFlawOrThrow(): string | undefined {
  try {
    return firstFlaw();
  } catch (error) {
    return `throws ${error}`;
  }
}

parentPort?.postMessage(firstFlawOrThrow());

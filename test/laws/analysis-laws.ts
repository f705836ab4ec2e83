import { NEVER } from "../../src/analysis/diagram.ts";
import { requestOf } from "../../src/analysis/witness.ts";
import type { Case } from "../../src/cases/case.ts";
import { ask, classesOf, completed, sceneOf, sound } from "./analysis-requests.ts";

/** The laws of the analysis, each as a function that tells what is wrong, or undefined: the tests assert them, and the run of mutants asks them. */

/** A request that was not made from classes lies in one, and the verdict there is the evaluator's. */
export function flawOfRandomRequest(drawn: Case): string | undefined {
  const theCase = sound(drawn);
  const found = sceneOf(theCase);
  if (found === undefined || found.scene.inexact.size > 0) return undefined;
  const request = completed(theCase, found);
  const answer = ask(found, request);
  if (answer.invalid !== undefined || answer.outcome === "undetermined") return undefined;
  const { diagrams, possible } = found.scene;
  const { node, lost } = classesOf(found, request);
  const tell = (flaw: string): string => `${flaw}: ${answer.outcome} ${JSON.stringify({ request, lost })}`;
  if (node === NEVER) return tell("no class is as the request");
  const real = diagrams.and(node, possible);
  if (real === NEVER) return tell("the request cannot be");
  const isAllowed = answer.outcome === "allowed";
  const same = isAllowed ? diagrams.and(real, found.allows) : diagrams.without(real, found.allows);
  return same === NEVER ? tell("the formula says otherwise") : undefined;
}

/** Of a request that stands for classes, the evaluator says what the formula says of them. `tries`: numbers that choose a class of each variable. */
export function flawOfClasses(theCase: Case, tries: readonly (readonly number[])[]): string | undefined {
  const found = sceneOf(theCase);
  if (found === undefined || found.scene.inexact.size > 0) return undefined;
  const { scene, allows } = found;
  for (const numbers of tries) {
    const choices = scene.variables.map(({ choices: all }, i) => (numbers[i % numbers.length] as number) % all.length);
    if (!scene.diagrams.holds(scene.possible, choices)) continue;
    const request = requestOf(scene, choices);
    const { outcome, invalid, missing } = ask(found, request);
    if (missing?.join() === "aws:SecureTransport") continue; // of a service principal: no request can say that it is absent
    const expected = scene.diagrams.holds(allows, choices) ? "allowed" : "denied";
    const said = invalid !== undefined ? "invalid" : outcome === "allowed" ? "allowed" : outcome.endsWith("Deny") ? "denied" : outcome;
    if (said !== expected) return `the formula says ${expected}, the evaluator ${said}: ${JSON.stringify({ request, missing, invalid })}`;
  }
  return undefined;
}

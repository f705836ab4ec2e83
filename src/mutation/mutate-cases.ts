import { authorizeData, decidingAnswers } from "../estate/data/authorize.ts";
import { authorizeFlow } from "../estate/flow.ts";
import type { Question } from "../estate/question.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import { isMet } from "../tester/judge.ts";
import { callOf, isMetByTrip } from "../tester/round-trip.ts";
import type { Check, TestCase, TestFile } from "../tester/test-case.ts";
import type { Touched } from "./mutants/mutant.ts";

/** A case as mutation runs it: again and again, in worlds that differ. */
export type Judged = {
  readonly file: TestFile;
  readonly test: TestCase;
  readonly world: World;
  readonly questions: readonly Question[]; // what it asks, where nothing is changed
  readonly gathers: ReadonlySet<Touched>; // all that has a say in them: no other change can make it fail
  readonly passes: (world: World) => boolean;
};

/** The cases of a file that can be run so; those that are skipped, and invariants, are not. */
export function judgedCases(file: TestFile, select: (test: TestCase) => boolean): readonly Judged[] {
  const { world, cases } = file;
  return cases.flatMap((test) => {
    if (test.skip !== undefined || test.check.kind === "invariant" || !select(test)) return [];
    const questions = questionsOf(world, test.check);
    return [{ file, test, world, questions, gathers: gatheredBy(world, questions), passes: passesOf(test.check, questions) }];
  });
}

function passesOf(check: Check, questions: readonly Question[]): (world: World) => boolean {
  switch (check.kind) {
    case "request":
      return (world) => isMet(check.expect, world.authorize(check.question));
    case "flow":
      return (world) => {
        const flow = authorizeFlow(world, check.question);
        return flow.ok && isMet(check.expect, flow.value.steps.map(({ answer }) => answer)); // biome-ignore format: one line
      };
    case "data":
      return (world) => {
        const data = authorizeData(world, check.question);
        return data.ok && isMet(check.expect, decidingAnswers(data.value));
      };
    case "roundTrip":
      return (world) => isMetByTrip(check.expect, untilRefused(world, questions));
    case "invariant":
      return () => false;
  }
}

/**
 * The calls of a round trip, as far as it comes. The embedded KMS decides by the same engine, so its decisions stand for the calls: what is encrypted is the
 * same under every policy.
 */
function untilRefused(world: World, questions: readonly Question[]): readonly WorldAnswer[] {
  const answers: WorldAnswer[] = [];
  for (const question of questions) {
    const answer = world.authorize(question);
    answers.push(answer);
    if (answer.outcome !== "allowed") break;
  }
  return answers;
}

function questionsOf(world: World, check: Check): readonly Question[] {
  if (check.kind === "request") return [check.question];
  if (check.kind === "data") {
    const data = authorizeData(world, check.question);
    return data.ok ? data.value.calls.map(({ question }) => question) : [];
  }
  if (check.kind === "roundTrip") return (["writer", "reader"] as const).map((role) => callOf(world, check.roundTrip, role));
  if (check.kind === "invariant") return [];
  const flow = authorizeFlow(world, check.question);
  return flow.ok ? flow.value.steps.map(({ question }) => question) : [];
}

function gatheredBy(world: World, questions: readonly Question[]): ReadonlySet<Touched> {
  const found = new Set<Touched>();
  for (const question of questions) {
    const gathered = world.gather(question);
    if (!gathered.ok) continue;
    const { documents, grants } = gathered.value;
    const { resource, identity = [], boundary, session = [], serviceControl = [], resourceControl = [], endpoint } = documents;
    const levels = [...serviceControl, ...resourceControl];
    for (const policy of [resource, ...identity, boundary, ...session, ...levels.flat(), endpoint])
      if (policy !== undefined) found.add(policy);
    for (const level of levels) found.add(level);
    for (const grant of grants) found.add(grant);
  }
  return found;
}

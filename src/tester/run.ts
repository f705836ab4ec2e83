import type { Diagnostic } from "../base/diagnostic.ts";
import { authorizeData, decidingAnswers } from "../estate/data/authorize.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import { authorizeFlow, type FlowQuestion } from "../estate/flow.ts";
import type { Question } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import type { Bail } from "./bail.ts";
import { judge } from "./judge.ts";
import { unreadable } from "./problem.ts";
import type { FileResult, Observe, Problem, TestResult } from "./result.ts";
import { runRoundTrip, type StartKms } from "./round-trip.ts";
import type { Expectation, TestCase, TestFile } from "./test-case.ts";

export type RunOptions = {
  /** Cases that are not selected are not in the results; absent: all are. */
  readonly select?: (test: TestCase) => boolean;
  /** Whether a selected case of some file of the run says `only`: then those that do not are skipped. Default: whether one of this file does. */
  readonly only?: boolean;
  readonly observe?: Observe; // is told each request that was asked, and its answer
  readonly onResult?: (result: TestResult, test: TestCase) => void;
  readonly startKms?: StartKms; // what round trips go through; started once for each world
  readonly bail?: Bail;
  readonly now?: () => number; // milliseconds; absent: cases take no time
};

/** Tries the cases of a file one after another, in the order they are written. What they find out stands in the results; nothing is thrown for it. */
export async function runTestFile(file: TestFile, options: RunOptions = {}): Promise<FileResult> {
  const { select = () => true, bail, onResult, now = () => 0 } = options;
  const selected = file.cases.filter(select);
  const { only = saysOnly(selected) } = options;
  const results: TestResult[] = [];
  for (const test of selected) {
    const skip = skipOf(test, only, bail);
    const begin = now();
    const tried = skip === undefined ? tryCase(test, file.world, options) : undefined;
    const problem = tried instanceof Promise ? await tried : tried;
    const result = resultOf(test, skip, problem, now() - begin);
    if (problem !== undefined) bail?.failed();
    results.push(result);
    onResult?.(result, test);
  }
  return { path: file.path, results, errors: [], warnings: file.warnings };
}

/** What became of a file that could not be read. */
export const unreadFile = (path: string, diagnostics: readonly Diagnostic[]): FileResult => ({
  path,
  results: [],
  errors: diagnostics.filter(({ severity }) => severity === "error"),
  warnings: diagnostics.filter(({ severity }) => severity === "warning"),
});

/** Whether one of the cases says `only`. */
export const saysOnly = (cases: readonly TestCase[]): boolean => cases.some(({ only }) => only);

/** The cases that say `only`, as errors: where nobody is there to see that the others were skipped, they must not be. */
export const forbidOnly = ({ cases }: TestFile): readonly Diagnostic[] =>
  cases
    .filter(({ only }) => only)
    .map(({ at }) => ({
      code: "KW608",
      severity: "error",
      message: "`only` leaves all other cases out",
      at,
      help: "take `only` out of the file, or allow it",
    }));

function skipOf(test: TestCase, only: boolean, bail: Bail | undefined): string | undefined {
  if (bail?.isReached) return `stopped after ${bail.limit} ${bail.limit === 1 ? "failure" : "failures"}`;
  if (test.skip !== undefined) return test.skip;
  return only && !test.only ? "other cases say `only`" : undefined;
}

function resultOf({ name, at }: TestCase, skip: string | undefined, problem: Problem | undefined, milliseconds: number): TestResult {
  if (skip !== undefined) return { name, at, status: "skipped", milliseconds: 0, skip };
  return problem === undefined ? { name, at, status: "passed", milliseconds } : { name, at, status: "failed", milliseconds, problem };
}

/** A promise only where something has to be waited for. */
function tryCase(test: TestCase, world: World, { observe, startKms }: RunOptions): Problem | undefined | Promise<Problem | undefined> {
  const { check } = test;
  const tell: Tell = (question, answer) => observe?.({ test, world, question, answer });
  switch (check.kind) {
    case "request":
      return tryRequest(world, check.question, check.expect, tell);
    case "data":
      return tryData(world, check.question, check.expect, tell);
    case "flow":
      return tryFlow(world, check.question, check.expect, tell);
    case "roundTrip":
      return runRoundTrip(world, check.roundTrip, check.expect, { tell, startKms });
    case "invariant":
      return import("./invariant.ts").then(({ tryInvariant }) => tryInvariant(world, check.invariant));
  }
}

type Tell = (question: Question, answer: Parameters<Observe>[0]["answer"]) => void;

function tryRequest(world: World, question: Question, expect: Expectation, tell: Tell): Problem | undefined {
  const answer = world.authorize(question);
  tell(question, answer);
  return judge(expect, answer);
}

function tryData(world: World, question: DataQuestion, expect: Expectation, tell: Tell): Problem | undefined {
  const data = authorizeData(world, question);
  if (!data.ok) return unreadable(expect, data.error);
  const { calls, refused } = data.value;
  for (const call of calls) tell(call.question, call.answer);
  const problem = judge(expect, decidingAnswers(data.value));
  if (problem === undefined || refused === undefined) return problem;
  return { ...problem, message: `${refused.question.action} of ${question.flow}: ${problem.message}` };
}

function tryFlow(world: World, question: FlowQuestion, expect: Expectation, tell: Tell): Problem | undefined {
  const flow = authorizeFlow(world, question);
  if (!flow.ok) return unreadable(expect, flow.error);
  for (const step of flow.value.steps) tell(step.question, step.answer);
  const { steps, refused } = flow.value;
  const problem = judge(
    expect,
    steps.map(({ answer }) => answer),
  );
  if (problem === undefined || refused === undefined) return problem;
  return { ...problem, message: `${refused.request.action} of ${question.flow}: ${problem.message}` };
}

import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Case, decide } from "../../src/index.ts";
import {
  CONDITIONS,
  conditionCase,
  conditionOutcome,
  type Expected,
  PATTERNS,
  type PatternFixture,
  QUESTIONS,
  resolveScene,
  SCENES,
  SESSION,
} from "../fixtures.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { deviationOf } from "../known-deviations.ts";
import { oracleDecide } from "../oracle/decide.ts";
import { ROOT } from "../sources.ts";
import { APART } from "./apart.ts";
import type { Question } from "./mutant-run.ts";
import { answerOf } from "./mutant-worker.ts";
import { MUTANTS, type Mutant } from "./mutants.ts";
import { UNTOLD } from "./untold-questions.ts";

/**
 * Do the tests see a broken engine? Each mutant breaks one rule; the fixtures, and random cases with the oracle's answers, must tell it from the
 * engine. Part of the long run.
 */

const statement = (effect: "Allow" | "Deny", rest: object) => ({ Version: "2012-10-17", Statement: [{ Effect: effect, ...rest }] });

const patternCase = ({ pattern, arn }: PatternFixture): Case => ({
  request: { principal: SESSION, action: "example:Do", resource: arn },
  policies: { identity: [statement("Deny", { Action: "*", Resource: pattern })] },
});

/** The files that were written for mutants come first: they find most of them out. */
const first = <Each extends { readonly file: string }>(files: readonly Each[]): readonly Each[] =>
  files.toSorted((a, b) => Number(WRITTEN_FOR_MUTANTS.includes(b.file)) - Number(WRITTEN_FOR_MUTANTS.includes(a.file)));
const WRITTEN_FOR_MUTANTS = ["decisions/mutants.json", "edges.json"];

const DENIED: Readonly<Record<string, Expected>> = { true: { outcome: "explicitDeny" }, false: { outcome: "implicitDeny" } };

const FIXED: readonly Question[] = [
  ...APART,
  ...UNTOLD,
  ...first(CONDITIONS).flatMap(({ cases }) =>
    cases.map((each) => ({ name: each.name, case: conditionCase(each), expect: { outcome: conditionOutcome(each) } })),
  ),
  ...first(PATTERNS).flatMap(({ cases }) =>
    cases.map((each) => ({ name: each.name, case: patternCase(each), expect: DENIED[String(each.expect)]! })),
  ),
  ...first(QUESTIONS).flatMap(({ file, cases }) =>
    cases.flatMap(({ name, ...each }) => (deviationOf(file, name) === undefined ? [{ name: `${file}: ${name}`, ...each }] : [])),
  ),
  ...SCENES.flatMap(({ name, cases }) =>
    cases.map((each) => ({ name: `${name}: ${each.name}`, case: resolveScene(each.case), expect: each.expect })),
  ),
];

const RANDOM = 500;

/** Random cases with the oracle's answers. Where the two differ as things stand is the affair of another law, and says nothing of a mutant. */
function randomQuestions(): readonly Question[] {
  const cases = fc.sample(caseArbitrary, { numRuns: RANDOM, seed: 20_260_101 });
  return cases.flatMap((each, i) => {
    const { outcome, by } = oracleDecide(each);
    const expected: Expected = { outcome, by };
    const today = decide(each);
    return today.outcome === outcome && sorted(today.by) === sorted(by) ? [{ name: `random case ${i}`, case: each, expect: expected }] : [];
  });
}

const sorted = (by: Expected["by"]): string =>
  (by ?? [])
    .map((each) => JSON.stringify(each))
    .sort()
    .join();

const ENGINE = join(ROOT, "test/laws/mutant-run.ts");

/** The first question a mutant gets wrong; undefined if there is none. Without a mutant: of the engine as it is. */
const firstFlaw = (asked: readonly Question[], mutant?: Mutant): Promise<string | undefined> => answerOf(ENGINE, mutant, asked);

let questions: readonly Question[] = [];
beforeAll(() => {
  const random = randomQuestions();
  expect(random.length, "random cases on which engine and oracle agree").toBeGreaterThan(RANDOM * 0.9);
  questions = [...FIXED, ...random];
});

test("the engine itself gets every question right", async () => {
  expect(await firstFlaw(questions)).toBeUndefined();
});

describe.concurrent("a broken engine is found out", () => {
  test.each(MUTANTS.filter(({ equivalent }) => equivalent === undefined))("$file: $breaks", async (mutant) => {
    const found = await firstFlaw(questions, mutant);
    killers.push(found ?? "nothing");
    expect(found, "what gives it away").toBeDefined();
  });
});

describe.concurrent("what is no mistake at all is not", () => {
  test.each(MUTANTS.filter(({ equivalent }) => equivalent !== undefined))("$file: $breaks ($equivalent)", async (mutant) => {
    expect(await firstFlaw(questions, mutant)).toBeUndefined();
  });
});

const killers: string[] = [];
afterAll(() => {
  const random = killers.filter((killer) => killer.startsWith("random case")).length;
  const survivors = killers.filter((killer) => killer === "nothing").length;
  console.warn(
    `${MUTANTS.length} mutants: ${killers.length - survivors} found out, ${random} of them by random cases only; ${survivors} not; ${MUTANTS.length - killers.length} equivalent`,
  );
});

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../sources.ts";
import { answerOf } from "./mutant-worker.ts";
import { MUTANTS_OF_THE_ANALYSIS } from "./mutants.ts";

/** Do the laws see a broken analysis? Part of the long run. */

const LAWS = join(ROOT, "test/laws/analysis-mutant-run.ts");

const LIMIT = { timeout: 600_000 };

test("the analysis itself keeps every law", LIMIT, async () => {
  expect(await answerOf(LAWS)).toBeUndefined();
});

describe("a broken analysis is found out", () => {
  test.each(MUTANTS_OF_THE_ANALYSIS.filter(({ equivalent }) => equivalent === undefined))("$file: $breaks", LIMIT, async (mutant) => {
    expect(await answerOf(LAWS, mutant), "what gives it away").toBeDefined();
  });
});

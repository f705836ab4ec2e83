import { describe, expect, test } from "vitest";
import { published } from "../../.build/published.mjs";
import { resourceTypeOf } from "../../src/estate/policy-documents.ts";
import { runTestFile } from "../../src/tester/run.ts";
import { readTestFile } from "../../src/tester/test-file.ts";
import { decideQuestion } from "../../src/web/answer.ts";
import { exampleOfFlows, exampleOfScene } from "../../src/web/examples.ts";
import { wardFile } from "../../src/web/export.ts";
import { readDocuments } from "../../src/web/read.ts";

const { scenes, documents, flows } = published(process.cwd());

/** What is wrong with a test file, and with what its cases find. */
async function faultsOf(text: string): Promise<readonly unknown[]> {
  const { file, diagnostics } = readTestFile("playground.ward.yaml", { readFile: () => text });
  if (file === undefined) return diagnostics;
  return (await runTestFile(file)).results.filter(({ status }) => status !== "passed");
}

describe("an exported test file", () => {
  test("passes: it says what is decided", async () => {
    const examples = [...scenes.map((scene) => exampleOfScene(scene, documents)), ...flows.slice(0, 1).map(exampleOfFlows)];
    for (const { questions } of examples) {
      for (const { name, state } of questions.slice(-1)) {
        const attempt = decideQuestion(
          readDocuments(state.documents, resourceTypeOf(state.question.action, state.question.resource)),
          state.question,
        );
        if ("decided" in attempt) expect(await faultsOf(wardFile(state, attempt.decided.answer)), name).toEqual([]);
      }
    }
  });
});

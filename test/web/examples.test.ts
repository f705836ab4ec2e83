import { describe, expect, test } from "vitest";
import { published } from "../../.build/published.mjs";
import type { Answer } from "../../src/authz/decision.ts";
import { decide } from "../../src/cases/authorizer.ts";
import type { Case } from "../../src/cases/case.ts";
import { explain } from "../../src/explain/explain.ts";
import { decideQuestion } from "../../src/web/answer.ts";
import { exampleOfFlows, exampleOfScene } from "../../src/web/examples.ts";
import { LIGHTS, lightsIn } from "../../src/web/lights.ts";
import { readDocuments } from "../../src/web/read.ts";

const { scenes, documents, flows } = published(process.cwd());

/** A case with the documents that its paths stand for. */
function withDocuments(given: (typeof scenes)[number]["cases"][number]["case"]): Case {
  const read = (paths: unknown): unknown =>
    typeof paths === "string" ? JSON.parse(documents[paths] ?? "") : (paths as unknown[]).map(read);
  const policies = Object.fromEntries(Object.entries(given.policies ?? {}).map(([slot, paths]) => [slot, read(paths)]));
  return { ...given, policies } as Case;
}

/** The explanation, without places: a case that is an object has others. */
const told = (answer: Answer): string =>
  JSON.stringify(explain(answer, { format: "json" }), (name, value) => (name === "at" ? undefined : value));

describe("scenes", () => {
  test("the page answers each as the engine does, word for word", () => {
    for (const scene of scenes) {
      exampleOfScene(scene, documents).questions.forEach(({ name, state }, i) => {
        const { case: given, expect: expected } = scene.cases[i] as (typeof scene.cases)[number];
        const type = given.request.action.startsWith("kms:") ? "key-policy" : "trust";
        const attempt = decideQuestion(readDocuments(state.documents, type), state.question);
        if (!("decided" in attempt)) throw new Error(`${name}: ${JSON.stringify(attempt.invalid)}`);
        expect(attempt.decided.outcome, name).toBe(expected.outcome);
        expect(told(attempt.decided.answer), name).toBe(told(decide(withDocuments(given))));
      });
    }
  });

  test("every statement that decides is lit, and nothing else as it", () => {
    const words = new Set<string>();
    for (const scene of scenes) {
      for (const { state } of exampleOfScene(scene, documents).questions) {
        const attempt = decideQuestion(readDocuments(state.documents), state.question);
        if (!("decided" in attempt)) continue;
        const { answer } = attempt.decided;
        const lit = state.documents.flatMap((document) =>
          lightsIn(document, answer).map((one) => ({ ...one, text: document.text.slice(one.from, one.to) })),
        );
        for (const { light, text } of lit) {
          words.add(light);
          expect(text).toMatch(/^\{[\s\S]*\}$/);
        }
        const decides = lit
          .filter(({ light }) => light === "allows" || light === "denies" || light === "delegates")
          .map(({ name }) => name);
        for (const one of answer.by) if ("sid" in one && one.sid !== undefined) expect(decides).toContain(one.sid);
      }
    }
    expect([...words].every((word) => word in LIGHTS)).toBe(true);
    expect(words).toContain("allows");
    expect(words).toContain("silent");
    expect(words).toContain("delegates");
  });
});

test("flows of services are decided as their fixtures say", () => {
  for (const flow of flows) {
    exampleOfFlows({ ...flow, cases: flow.cases.slice(0, 2) }).questions.forEach(({ name, state }, i) => {
      const attempt = decideQuestion(readDocuments(state.documents), state.question);
      const expected = (flow.cases[i] as { readonly expect?: { readonly outcome?: string } }).expect?.outcome;
      if ("decided" in attempt) expect(attempt.decided.outcome, name).toBe(expected);
      else expect(attempt.invalid[0]?.message, name).toContain("asks nothing of KMS");
    });
  }
});

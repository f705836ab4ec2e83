import { describe, expect, test } from "vitest";
import { published } from "../../.build/published.mjs";
import { repairsFor } from "../../src/analysis/repair.ts";
import { type Decided, decideQuestion } from "../../src/web/answer.ts";
import { withRepair } from "../../src/web/apply.ts";
import type { PageDocument } from "../../src/web/documents.ts";
import { exampleOfScene } from "../../src/web/examples.ts";
import { readDocuments } from "../../src/web/read.ts";
import type { PageQuestion } from "../../src/web/state.ts";

const { scenes, documents } = published(process.cwd());

function decided(texts: readonly PageDocument[], question: PageQuestion): Decided {
  const attempt = decideQuestion(readDocuments(texts, question.action.startsWith("kms:") ? "key-policy" : "trust"), question);
  if ("invalid" in attempt) throw new Error(JSON.stringify(attempt.invalid));
  return attempt.decided;
}

const MOST = process.env.KMSWARD_LONG === "1" ? Number.POSITIVE_INFINITY : 1; // of a scene

describe("a repair that is applied", () => {
  test("opens the request, in every scene", () => {
    let count = 0;
    for (const scene of scenes) {
      const denied = exampleOfScene(scene, documents).questions.filter((_, i) => /Deny$/.test(scene.cases[i]?.expect.outcome ?? ""));
      for (const { name, state } of denied.slice(0, MOST)) {
        const before = decided(state.documents, state.question);
        for (const repair of repairsFor(before.answer, { world: before.world, most: 2 }).repairs) {
          const applied = withRepair(state.documents, repair);
          expect(applied, `${name}: ${repair.text}`).toBeDefined();
          expect(decided(applied?.documents ?? [], state.question).outcome, `${name}: ${repair.text}`).toBe("allowed");
          count++;
        }
      }
    }
    expect(count).toBeGreaterThan(9);
  });

  const WORLD = `# who there is
version: 1
account: "111122223333"
region: us-east-1
principals:
  app: { arn: "arn:aws:iam::111122223333:role/app", policies: [app.json] } # holds a file
keys:
  orders:
    policy: # inline
      Version: "2012-10-17"
      Statement:
        - Sid: App
          Effect: Allow
          Principal: { AWS: "arn:aws:iam::111122223333:role/app" }
          Action: [kms:Encrypt]
          Resource: "*"
        - { Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" }
`;
  const APP = '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow", "Action": ["kms:Encrypt"], "Resource": "*" }]\n}\n';
  const question = { principal: "app", action: "kms:Decrypt", resource: "orders" };

  test("in a world is made where the policy is written: in the world's text, whose comments stay, and in its files", () => {
    const world: readonly PageDocument[] = [
      { role: "world", name: "orders.world.yaml", text: WORLD },
      { role: "file", name: "app.json", text: APP },
    ];
    const before = decided(world, question);
    expect(before.outcome).toBe("implicitDeny");
    const changed = new Set<string>();
    for (const repair of repairsFor(before.answer, { world: before.world }).repairs) {
      const applied = withRepair(world, repair);
      if (applied === undefined) continue;
      changed.add(applied.changed);
      expect(decided(applied.documents, question).outcome, repair.text).toBe("allowed");
      expect(applied.documents[0]?.text).toContain("# holds a file");
    }
    expect([...changed].sort()).toEqual(["app.json", "orders.world.yaml"]);
  });
});

import { expect, test } from "vitest";
import { isImportable, recogniseTexts } from "../../src/importers/import-texts.ts";
import { placesOf } from "../../src/importers/origins.ts";
import { readWorldValue } from "../../src/world/document-reader.ts";
import { importTexts } from "./import-texts.ts";

test("a document in a form that nobody reads is an error, with the command to use", async () => {
  const { diagnostics, report } = await importTexts([
    { file: "tf.plan", text: "PK\u0003\u0004" },
    { file: "notes.json", text: "{}" },
  ]);
  expect(diagnostics).toMatchObject([
    { code: "KW801", severity: "error", at: { file: "tf.plan" }, help: expect.stringContaining("terraform show -json") },
  ]);
  expect(report.skipped).toEqual(["notes.json"]);
});

test("what can be imported, and what is left to others", () => {
  const importable = (text: string) => isImportable(recogniseTexts([{ file: "x.json", text }]).recognised);
  expect(importable('{"format_version":"1.2","resource_changes":[]}')).toBe(true);
  expect(importable('{"Version":"2012-10-17","Statement":[]}')).toBe(false);
  expect(importable('{"keys":{}}')).toBe(false);
});

test("every word of what is not known is told", async () => {
  const { report, after } = await importTexts([{ file: "plan.json", text: '{"format_version":"1.2","resource_changes":[]}' }]);
  expect(report.some.map((line) => line.split(":")[0])).toEqual(Object.keys((after as { knows?: object }).knows ?? {}));
});

test("what a world says is told where its documents say it, with the resource's own name", async () => {
  const policy = {
    Version: "2012-10-17",
    Statement: [{ Sid: "Root", Effect: "Allow", Principal: "*", Action: "kms:Sing", Resource: "*" }],
  };
  const arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const after = { arn, key_id: arn.slice(-36), policy: JSON.stringify(policy) };
  const change = {
    address: "module.a.aws_kms_key.k",
    type: "aws_kms_key",
    name: "k",
    mode: "managed",
    change: { actions: ["create"], before: null, after },
  };
  const plan = { file: "plan.json", text: JSON.stringify({ format_version: "1.2", resource_changes: [change] }, undefined, 1) };
  const template = {
    file: "stack.yaml",
    text: "Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      KeyPolicy:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal: '*'\n            Action: kms:Sing\n            Resource: '*'\n",
  };
  const places = async (...sources: { file: string; text: string }[]) => {
    const { after } = await importTexts(sources, { account: "111122223333", region: "us-east-1" });
    const { world } = readWorldValue(after, { foreign: { placesOf, world: () => undefined, policy: () => ({ why: "" }) } });
    return world?.estate.keys.map(({ at, policy }) => [at, policy.statements[0]?.at, policy.statements[0]?.action?.at]);
  };
  const attribute = {
    file: "plan.json",
    line: 17,
    column: 6,
    pointer: "/resource_changes/0/change/after/policy",
    address: "module.a.aws_kms_key.k",
  };
  expect(await places(plan)).toEqual([
    [{ ...attribute, line: 14, column: 5, pointer: "/resource_changes/0/change/after" }, attribute, attribute],
  ]);
  expect(await places(template)).toMatchObject([
    [
      { file: "stack.yaml", line: 2, address: "Key" },
      { file: "stack.yaml", line: 8, pointer: "/Resources/Key/Properties/KeyPolicy/Statement/0" },
      { line: 10, pointer: "/Resources/Key/Properties/KeyPolicy/Statement/0/Action" },
    ],
  ]);
});

import { expect, test } from "vitest";
import { isImportable, recogniseTexts } from "../../src/importers/import-texts.ts";
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

import { expect, test } from "vitest";
import { mutationElements } from "../../../src/report/mutation/elements.ts";
import { REPORT } from "../mutation-samples.ts";

test("files with their text and mutants, tests by what they killed", () => {
  const report = JSON.parse(mutationElements(REPORT, (path) => (path === "key.json" ? "{}" : undefined)));
  expect(report).toMatchObject({ schemaVersion: "2", thresholds: { high: 80, low: 50 } });
  expect(Object.keys(report.files)).toEqual(["key.json", "world.yaml"]);
  expect(report.files["key.json"]).toMatchObject({ language: "json", source: "{}" });
  expect(report.files["world.yaml"]).toMatchObject({ language: "yaml", source: "" });
  const [killed, survived, equivalent] = report.files["key.json"].mutants;
  expect(killed).toMatchObject({ id: "1", mutatorName: "drop-statement", status: "Killed", killedBy: ["1"], testsCompleted: 2 });
  expect(survived).toMatchObject({
    status: "Survived",
    replacement: '"Allow"',
    location: { start: { line: 12, column: 7 }, end: { line: 12, column: 13 } },
  });
  expect(equivalent).toMatchObject({ status: "Ignored", statusReason: expect.any(String) });
  expect(report.files["world.yaml"].mutants[0]).toMatchObject({ status: "NoCoverage", location: { start: { line: 1, column: 1 } } });
  expect(report.testFiles).toEqual({
    "a.ward.yaml": { tests: [{ id: "1", name: "app reads", location: { start: { line: 20, column: 1 } } }] },
  });
});

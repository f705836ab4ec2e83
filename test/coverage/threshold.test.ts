import { expect, test } from "vitest";
import { parseThresholds, shortfalls } from "../../src/coverage/threshold.ts";
import { sampleReport } from "./covered.ts";

test.each([
  ["90", { total: 90 }],
  ["0", { total: 0 }],
  ["99.5", { total: 99.5 }],
  ["statements=90,conditions=80", { statements: 90, conditions: 80 }],
  [" branches = 100 , 50", { branches: 100, total: 50 }],
])("%j is read", (text, expected) => {
  expect(parseThresholds(text)).toEqual({ ok: true, value: expected });
});

test.each([
  ["", "`` is not a percentage from 0 to 100"],
  ["101", "`101` is not a percentage from 0 to 100"],
  ["-1", "`-1` is not a percentage from 0 to 100"],
  ["1e1", "`1e1` is not a percentage from 0 to 100"],
  ["90%", "`90%` is not a percentage from 0 to 100"],
  ["lines=90", "`lines` is not measured: statements, principals, actions, resources, conditions, branches, grants or total"],
  ["toString=1", "`toString` is not measured: statements, principals, actions, resources, conditions, branches, grants or total"],
  ["statements=1,statements=2", "statements is given twice"],
  ["1,2", "total is given twice"],
])("%j is not", (text, error) => {
  expect(parseThresholds(text)).toEqual({ ok: false, error });
});

test("what falls short is told, in the order of the metrics; the threshold itself is enough", () => {
  expect(shortfalls(sampleReport(), { total: 50.01, branches: 80, statements: 61 })).toEqual([
    { metric: "statements", wanted: 61, got: 60, message: "coverage of statements is 60 % (3 of 5), wanted 61 %" },
    { metric: "total", wanted: 50.01, got: 50, message: "coverage of total is 50 % (17 of 34), wanted 50.01 %" },
  ]);
  expect(shortfalls(sampleReport(), { total: 50 })).toEqual([]);
  expect(shortfalls(sampleReport(), { total: 50 }, { all: true })).toHaveLength(1);
});

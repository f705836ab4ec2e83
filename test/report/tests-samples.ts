import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestReport, TestReporter } from "../../src/report/tests/report.ts";
import type { FileResult, Status, TestResult } from "../../src/tester/result.ts";
import { FIXTURES } from "../fixtures.ts";

const FOLDER = join(FIXTURES, "reports/tests");

/** Every reporter is given this run: all that can become of a case, and one file of spite. */
export const RUN = JSON.parse(readFileSync(join(FOLDER, "run.json"), "utf8")) as TestReport;

/** The path of what a reporter makes of it. */
export const golden = (name: string): string => join(FOLDER, name);

export const PLAIN = { bold: String, dim: String, red: String, green: String, yellow: String };

/** All that a reporter says of a run. */
export const toldBy = (reporter: TestReporter, report: TestReport): string =>
  report.files.map((file) => reporter.fileEnded?.(file) ?? "").join("") + reporter.ended(report);

export const result = (name: string, status: Status = "passed", more: Partial<TestResult> = {}): TestResult => ({
  name,
  at: { file: "a.ward.yaml", line: 1, column: 1, pointer: "/cases/0" },
  status,
  milliseconds: 1,
  ...more,
});

export const file = (path: string, results: readonly TestResult[], more: Partial<FileResult> = {}): FileResult => ({
  path,
  results,
  errors: [],
  warnings: [],
  ...more,
});

export const report = (files: readonly FileResult[], more: Partial<TestReport> = {}): TestReport => ({
  version: 1,
  kmsward: "0.1.0",
  files,
  milliseconds: 5,
  ...more,
});

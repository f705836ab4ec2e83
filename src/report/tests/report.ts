import type { Diagnostic, Place } from "../../base/diagnostic.ts";
import { printable } from "../../base/text.ts";
import type { CoverageReport } from "../../coverage/report.ts";
import type { FileResult, Problem, RunResult, Status, TestResult } from "../../tester/result.ts";

/** A run as it is written and read again: several of them, those of shards, can be merged into one. */
export type TestReport = RunResult & {
  readonly version: 1;
  readonly kmsward: string; // the version that wrote it
  readonly coverage?: CoverageReport;
};

/** What is told of a run: of each file when it has ended, where people look on; and of all when all have. */
export type TestReporter = {
  readonly fileEnded?: (file: FileResult) => string;
  readonly ended: (report: TestReport) => string | Promise<string>;
};

export type Counts = Readonly<Record<Status, number>> & { readonly all: number };

export function countsOf(results: readonly TestResult[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0, all: results.length };
  for (const { status } of results) counts[status]++;
  return counts;
}

/** A file that could not be read failed; one all of whose cases are skipped is skipped. */
export function statusOf({ results, errors }: FileResult): Status {
  const { failed, skipped, all } = countsOf(results);
  if (errors.length > 0 || failed > 0) return "failed";
  return skipped > 0 && skipped === all ? "skipped" : "passed";
}

/** `orders.ward.yaml:41:5` */
export const placeName = ({ file, line, column }: Place): string =>
  [printable(file), line, column].filter((part) => part !== undefined).join(":");

/** `unknown member `acton` [KW101]`, and what to do about it. */
export const told = ({ message, code, help }: Diagnostic): string =>
  printable(`${message} [${code}]${help === undefined ? "" : `; ${help}`}`, 1_000);

/** Text of several lines, each fit for a terminal, and whole in UTF-8. A report that was read may hold anything. */
export const printableLines = (text: string): readonly string[] =>
  text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("\n")
    .map((line) => printable(line, 2_000));

/** What was expected and what came, where the message does not say both in so many words. */
export function comparison({ message, expected, got }: Problem): readonly (readonly ["expected" | "got", string])[] {
  if (expected === undefined || got === undefined || message.startsWith(`expected ${expected}, got ${got}`)) return [];
  return [
    ["expected", expected],
    ["got", got],
  ];
}

/** Why a case failed, as plain lines: not yet fit for a terminal. */
export function whyLines({ at, problem = NO_PROBLEM }: TestResult): readonly string[] {
  const { message, code, explanation, policyAt } = problem;
  return [
    message + (code === undefined ? "" : ` [${code}]`),
    ...comparison(problem).map(([name, value]) => `  ${name.padEnd(8)}  ${value}`),
    ...(explanation === undefined ? [] : ["", ...explanation.split("\n")]),
    "",
    `at ${placeName(at)}`,
    ...(policyAt === undefined ? [] : [`policy ${placeName(policyAt)}`]),
  ];
}

export const NO_PROBLEM: Problem = { message: "failed" };

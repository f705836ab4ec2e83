import { renderDiagnostic } from "../../base/diagnostic.ts";
import { abridged, counted, printable } from "../../base/text.ts";
import type { ColorFns } from "../../explain/text.ts";
import type { FileResult, Status, TestResult } from "../../tester/result.ts";
import { type Failure, failuresIn, groupFailures, groupTitle, SHOWN } from "./failures.ts";
import { type Counts, comparison, countsOf, NO_PROBLEM, placeName, printableLines, statusOf, type TestReport } from "./report.ts";

export type ClosingOptions = {
  readonly color: ColorFns;
  readonly most?: number; // failures that are told in full where there are more; absent: ten
};

const RULE = 78;

/** What people read last: what failed, in full or, where that is much, by what decided it; what is odd in policies; and the sums. */
export function closing(report: TestReport, { color, most = SHOWN }: ClosingOptions): string {
  const failures = failuresIn(report.files);
  const unread = report.files.filter(({ errors }) => errors.length > 0);
  return [
    ...titled("Files that cannot be run", unread.length, color),
    ...unread.flatMap((file) => [...unreadLines(file, color), ""]),
    ...titled("Cases that failed", failures.length, color),
    ...toldFailures(failures, most, color),
    ...warningLines(report.files, color),
    ...(failures.length + unread.length > 0 ? [color.dim("─".repeat(RULE))] : [""]),
    ...sums(report, color),
    "",
  ].join("\n");
}

function titled(title: string, count: number, color: ColorFns): readonly string[] {
  if (count === 0) return [];
  const text = `─── ${title}: ${count} `;
  return ["", color.red(text + "─".repeat(RULE - text.length)), ""];
}

/** All in full; of many some of each cause, and the others by their names. */
function toldFailures(failures: readonly Failure[], most: number, color: ColorFns): readonly string[] {
  const full = ({ file, test }: Failure) => [...failureLines(file, test, color), ""];
  if (failures.length <= most) return failures.flatMap(full);
  const groups = groupFailures(failures, most);
  const left = groups.reduce((sum, { rest }) => sum + rest.length, 0);
  return [
    ...groups.flatMap((group) => [
      ` ${color.bold(printable(groupTitle(group), 1_000))}`,
      "",
      ...group.shown.flatMap(full),
      ...(group.rest.length === 0 ? [] : [`   ${namesOf(group.rest)}`, ""]),
    ]),
    ` ${counted(left, "failed case")} ${left === 1 ? "is" : "are"} not shown in full: \`--reporter verbose\` shows all, \`-t NAME\` runs one`,
    "",
  ];
}

const namesOf = (rest: readonly Failure[]): string =>
  `and ${rest.length} more: ${abridged(
    rest.map(({ file, test }) => printable(`${file.path} › ${test.name}`, 120)),
    "and",
    8,
  )}`;

/** What is odd in the policies of the files: files may share them. */
function warningLines(files: readonly FileResult[], color: ColorFns): readonly string[] {
  const warnings = [...new Set(files.flatMap((file) => file.warnings.map((warning) => renderDiagnostic(warning))))];
  if (warnings.length === 0) return [];
  const shown = warnings.slice(0, MOST_WARNINGS).flatMap((text) => indented(text));
  const rest = warnings.length - MOST_WARNINGS;
  return [
    "",
    ` ${color.yellow(`Warnings: ${warnings.length}`)}`,
    ...shown,
    ...(rest > 0 ? [`   and ${rest} more: \`kmsward lint\` shows all`] : []),
    "",
  ];
}

const MOST_WARNINGS = 20;

const unreadLines = ({ path, errors }: FileResult, color: ColorFns): readonly string[] => [
  ` ${color.red("✗")} ${color.bold(printable(path))}`,
  ...errors.flatMap((error) => indented(renderDiagnostic(error))),
];

function failureLines({ path }: FileResult, { name, at, problem = NO_PROBLEM }: TestResult, color: ColorFns): readonly string[] {
  const { message, code, explanation, policyAt } = problem;
  const paint = { expected: color.green, got: color.red };
  const compared = comparison(problem).map(([word, value]) => `   ${paint[word](word.padEnd(8))}  ${printable(value, 1_000)}`);
  return [
    ` ${color.red("✗")} ${color.bold(`${printable(path)} › ${printable(name)}`)}`,
    ...indented(code === undefined ? message : `${message} [${code}]`).map(color.red),
    ...compared,
    ...(explanation === undefined ? [] : ["", ...indented(explanation)]),
    "",
    `   ${color.dim("at")} ${placeName(at)}`,
    ...(policyAt === undefined ? [] : [`   ${color.dim("policy")} ${placeName(policyAt)}`]),
  ];
}

const indented = (text: string): readonly string[] => printableLines(text).map((line) => (line === "" ? "" : `   ${line}`));

function sums({ files, milliseconds, shard }: TestReport, color: ColorFns): readonly string[] {
  const counts = { passed: 0, failed: 0, skipped: 0, all: files.length };
  for (const file of files) counts[statusOf(file)]++;
  const results = countsOf(files.flatMap(({ results }) => results));
  return [
    ` ${color.dim("Files")}  ${sum(counts, color)}`,
    ` ${color.dim("Cases")}  ${sum(results, color)}`,
    `  ${color.dim("Time")}  ${duration(milliseconds)}`,
    ...(shard === undefined ? [] : [` ${color.dim("Shard")}  ${shard.index} of ${shard.of}`]),
  ];
}

/** `1 failed | 3 passed (4)` */
function sum({ all, ...counts }: Counts, color: ColorFns): string {
  const paint: Readonly<Record<Status, (text: string) => string>> = { failed: color.red, passed: color.green, skipped: color.yellow };
  const parts = (["failed", "passed", "skipped"] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => paint[status](`${counts[status]} ${status}`));
  return parts.length === 0 ? "none" : `${parts.join(color.dim(" | "))} ${color.dim(`(${all})`)}`;
}

const duration = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(2)} s`;

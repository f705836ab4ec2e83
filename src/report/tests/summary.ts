import { counted } from "../../base/text.ts";
import type { FileResult, TestResult } from "../../tester/result.ts";
import { cut, escaped, fenced } from "../markdown.ts";
import { type Failure, failuresIn, groupFailures, groupTitle, SHOWN } from "./failures.ts";
import { countsOf, placeName, printableLines, statusOf, type TestReport, told, whyLines } from "./report.ts";

/** GitHub refuses a job summary of more than 1,024 KiB a step, all of it (GitHub Actions, Adding a job summary). */
const LIMIT = 900 * 1024;
const POINTER =
  "\n*The rest is cut: this page has room for no more. The whole is in the log, and in a report written with `--reporter json=FILE`.*\n";

/** A Markdown page for the summary of a CI job: the sums, the files, and failing cases with their explanations; what is odd in the policies. */
export function testsSummary(report: TestReport): string {
  const { files, shard } = report;
  const { all, passed, failed, skipped } = countsOf(files.flatMap(({ results }) => results));
  const unread = files.filter(({ errors }) => errors.length > 0);
  const title = [
    ...(unread.length > 0 ? [`${counted(unread.length, "file")} cannot be run`] : []),
    ...(failed > 0 ? [`${failed} of ${counted(all, "case")} failed`] : []),
    ...(failed + unread.length === 0 ? [`${counted(passed, "case")} passed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(", ");
  const rows = [...files].sort((a, b) => ORDER.indexOf(statusOf(a)) - ORDER.indexOf(statusOf(b)));
  const parts = [
    `## kmsward: ${title}\n`,
    ...(shard === undefined ? [] : [`Shard ${shard.index} of ${shard.of}.\n`]),
    ["| | file | passed | failed | skipped |", "|---|---|--:|--:|--:|", ...rows.slice(0, ROWS).map(row)].join("\n").concat("\n"),
    ...(rows.length > ROWS ? [`and ${rows.length - ROWS} files more\n`] : []),
    ...unread.map(unreadPart),
    ...failureParts(failuresIn(files)),
    ...warningParts(files),
  ];
  return cut(parts, LIMIT, POINTER);
}

const ROWS = 500;
const ORDER = ["failed", "passed", "skipped"];
const ICONS = { passed: "✅", failed: "❌", skipped: "⏭️" } as const;

function row(file: FileResult): string {
  const { passed, failed, skipped } = countsOf(file.results);
  return `| ${ICONS[statusOf(file)]} | ${escaped(file.path)} | ${passed} | ${failed} | ${skipped} |`;
}

const unreadPart = ({ path, errors }: FileResult): string =>
  [`### ❌ ${escaped(path)} cannot be run\n`, fenced(errors.map((error) => `${placeName(error.at)} ${told(error)}`)), ""].join("\n");

function failurePart({ path }: FileResult, test: TestResult): string {
  const head = `<summary>❌ ${escaped(path)} › ${escaped(test.name)}</summary>`;
  return ["<details>", head, "", fenced(printableLines(whyLines(test).join("\n"))), "", "</details>\n"].join("\n");
}

/** All; of many some of each cause, and the others by their names. */
function failureParts(failures: readonly Failure[]): readonly string[] {
  const full = ({ file, test }: Failure) => failurePart(file, test);
  if (failures.length <= SHOWN) return failures.map(full);
  return groupFailures(failures).flatMap((group) => [
    `### ${escaped(groupTitle(group), 1_000)}\n`,
    ...group.shown.map(full),
    ...(group.rest.length === 0 ? [] : [namesPart(group.rest)]),
  ]);
}

const namesPart = (rest: readonly Failure[]): string =>
  [
    "<details>",
    `<summary>and ${rest.length} more</summary>`,
    "",
    ...rest.map(({ file, test }) => `- ${escaped(file.path)} › ${escaped(test.name)}`),
    "",
    "</details>\n",
  ].join("\n");

function warningParts(files: readonly FileResult[]): readonly string[] {
  const warnings = [...new Set(files.flatMap((file) => file.warnings.map((warning) => `${placeName(warning.at)} ${told(warning)}`)))];
  if (warnings.length === 0) return [];
  return [
    ["<details>", `<summary>⚠️ ${counted(warnings.length, "warning")}</summary>`, "", fenced(warnings), "", "</details>\n"].join("\n"),
  ];
}

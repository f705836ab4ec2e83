import { counted, printable } from "../../base/text.ts";
import type { FileResult, TestResult } from "../../tester/result.ts";
import { countsOf, placeName, printableLines, statusOf, type TestReport, told, whyLines } from "./report.ts";

/** GitHub refuses a job summary of more than 1,024 KiB a step, all of it (GitHub Actions, Adding a job summary). */
const LIMIT = 900 * 1024;
const POINTER =
  "\n*The rest is cut: this page has room for no more. The whole is in the log, and in a report written with `--reporter json=FILE`.*\n";

/** A Markdown page for the summary of a CI job: the sums, the files, and every failing case with its explanation. */
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
    ...files.flatMap((file) => file.results.filter(({ status }) => status === "failed").map((test) => failurePart(file, test))),
  ];
  return cut(parts);
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

/** As much as there is room for, whole parts only. */
function cut(parts: readonly string[]): string {
  const kept: string[] = [];
  let size = 0;
  for (const part of parts) {
    size += new TextEncoder().encode(part).length + 1;
    if (size > LIMIT - POINTER.length) return [...kept, POINTER].join("\n");
    kept.push(part);
  }
  return kept.join("\n");
}

/**
 * Somebody's text inside a line of Markdown: all that could be mark-up, a link, a mention or HTML is written as a character reference, which Markdown
 * never reads as a mark.
 */
const escaped = (text: string): string =>
  printable(text, 200)
    .replace(/[^\p{L}\p{N} ,./'-]/gu, (character) => `&#${character.codePointAt(0)};`)
    .replace(/www\./gi, (start) => start.replace(".", "&#46;"));

/** A block of text that nothing in it can end: its fence is longer than any run of backticks inside. */
function fenced(lines: readonly string[]): string {
  let longest = 2;
  for (const line of lines) for (const run of line.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...lines, fence].join("\n");
}

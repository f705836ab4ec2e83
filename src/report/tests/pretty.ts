import { counted, printable } from "../../base/text.ts";
import type { ColorFns } from "../../explain/text.ts";
import type { FileResult, Status, TestResult } from "../../tester/result.ts";
import { type ClosingOptions, closing } from "./closing.ts";
import { countsOf, statusOf, type TestReporter } from "./report.ts";

export type PrettyOptions = ClosingOptions & {
  /** Which cases are listed below their file: those that failed, or all. */
  readonly list: "failed" | "all";
};

const SYMBOLS: Readonly<Record<Status, string>> = { passed: "✓", failed: "✗", skipped: "↓" };
const SLOW = 300; // milliseconds: such a case is listed, with its time

/** For people: a line a file, the cases below it, and at the end all that failed with the why of it. */
export function prettyReporter(options: PrettyOptions): TestReporter {
  const { color } = options;
  const painted = (status: Status): string => ({ passed: color.green, failed: color.red, skipped: color.dim })[status](SYMBOLS[status]);
  const caseLine = (test: TestResult): string => `   ${painted(test.status)} ${printable(test.name)}${behind(test, color)}\n`;
  const isListed = (test: TestResult): boolean => options.list === "all" || test.status === "failed" || test.milliseconds > SLOW;
  return {
    fileEnded: (file) => {
      const head = ` ${painted(statusOf(file))} ${color.bold(printable(file.path))} ${summary(file, color)}\n`;
      return head + file.results.filter(isListed).map(caseLine).join("");
    },
    ended: (report) => closing(report, options),
  };
}

function behind({ skip, milliseconds }: TestResult, color: ColorFns): string {
  if (skip) return color.dim(`  ${printable(skip)}`);
  return milliseconds > SLOW ? color.yellow(`  ${Math.round(milliseconds)} ms`) : "";
}

/** `(12 cases, 1 failed, 2 skipped) 5 ms` */
function summary({ results, errors }: FileResult, color: ColorFns): string {
  if (errors.length > 0) return color.red(`cannot be run: ${counted(errors.length, "error")}`);
  const { all, failed, skipped } = countsOf(results);
  const parts = [
    counted(all, "case"),
    ...(failed > 0 ? [color.red(`${failed} failed`)] : []),
    ...(skipped > 0 ? [color.dim(`${skipped} skipped`)] : []),
  ];
  const milliseconds = results.reduce((sum, test) => sum + test.milliseconds, 0);
  return `${color.dim("(")}${parts.join(color.dim(", "))}${color.dim(")")} ${color.dim(`${Math.round(milliseconds)} ms`)}`;
}

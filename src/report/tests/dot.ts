import type { Status } from "../../tester/result.ts";
import { type ClosingOptions, closing } from "./closing.ts";
import type { TestReporter } from "./report.ts";

const DOTS: Readonly<Record<Status, string>> = { passed: "·", failed: "x", skipped: "-" };
const WIDTH = 80;

/** A mark a case, and at the end all that failed: for many cases on little room. */
export function dotReporter(options: ClosingOptions): TestReporter {
  const { color } = options;
  const paint: Readonly<Record<Status, (text: string) => string>> = { passed: color.green, failed: color.red, skipped: color.yellow };
  let column = 0;
  const mark = (status: Status, text: string): string => {
    const end = ++column % WIDTH === 0 ? "\n" : "";
    return paint[status](text) + end;
  };
  return {
    fileEnded: ({ results, errors }) =>
      (errors.length > 0 ? mark("failed", "!") : "") + results.map(({ status }) => mark(status, DOTS[status])).join(""),
    ended: (report) => (column % WIDTH === 0 ? "" : "\n") + closing(report, options),
  };
}

import { placeName, told } from "../tests/report.ts";
import { block, escaped } from "../tests/tap.ts";
import { failuresOf, type LintReport } from "./report.ts";

/** The Test Anything Protocol, version 14: a test point a policy; a YAML block tells what was found in it. */
export function lintTap(report: LintReport): string {
  const lines = report.files.flatMap((file, i) => {
    const passed = failuresOf(file, report.failLevel).length === 0;
    const found = file.problems.map((problem) => `${placeName(problem.at)} ${problem.severity}: ${told(problem)}`);
    return [`${passed ? "ok" : "not ok"} ${i + 1} - ${escaped(file.path)}`, ...(found.length > 0 ? block([["problems", found]]) : [])];
  });
  return `${["TAP version 14", `1..${report.files.length}`, ...lines].join("\n")}\n`;
}

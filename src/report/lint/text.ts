import { type Diagnostic, renderDiagnostic } from "../../base/diagnostic.ts";
import { counted } from "../../base/text.ts";
import type { ColorFns } from "../../explain/text.ts";
import { printableLines } from "../tests/report.ts";
import { countOf, type LintReport } from "./report.ts";

/** For people: each problem at its place, and the sums. */
export function lintText(report: LintReport, { color }: { readonly color: ColorFns }): string {
  const problems = report.files.flatMap((file) => file.problems.map((problem) => painted(problem, color)));
  const [errors, warnings] = [countOf(report, "error"), countOf(report, "warning")];
  const parts = [
    ...(errors > 0 ? [color.red(counted(errors, "error"))] : []),
    ...(warnings > 0 ? [color.yellow(counted(warnings, "warning"))] : []),
  ];
  const [one, several] = report.files.every(({ type }) => type !== undefined)
    ? (["policy", "policies"] as const)
    : (["file", "files"] as const);
  const sums = parts.length === 0 ? color.green("nothing to fix") : parts.join(", ");
  return `${[...problems, ...(problems.length > 0 ? [""] : []), `${counted(report.files.length, one, several)}: ${sums}`].join("\n")}\n`;
}

function painted(problem: Diagnostic, color: ColorFns): string {
  const [head = "", ...rest] = printableLines(renderDiagnostic(problem));
  const word = `${problem.severity}:`;
  return [head.replace(word, problem.severity === "error" ? color.red(word) : color.yellow(word)), ...rest].join("\n");
}

import { annotationLines, type PathOf } from "../annotations.ts";
import { told } from "../tests/report.ts";
import type { LintReport } from "./report.ts";

/** Workflow commands that annotate each problem at its line. */
export const lintAnnotations = ({ files }: LintReport, pathOf: PathOf): string =>
  annotationLines(
    files.flatMap(({ problems }) =>
      problems.map((problem) => ({ kind: problem.severity, at: problem.at, title: problem.code, message: told(problem) })),
    ),
    pathOf,
    "in the log",
  );

import type { TestResult } from "../../tester/result.ts";
import { type Annotation, annotationLines, type PathOf } from "../annotations.ts";
import { NO_PROBLEM, type TestReport, told } from "./report.ts";

export type GithubOptions = { readonly pathOf: PathOf };

/** Workflow commands that annotate the lines of failing cases and unreadable files. What is beyond the limit is counted in a notice. */
export function githubAnnotations({ files }: TestReport, { pathOf }: GithubOptions): string {
  const all = files.flatMap(({ errors, warnings, results }) => [
    ...errors.map((error): Annotation => ({ kind: "error", at: error.at, title: error.code, message: told(error) })),
    ...results.filter(({ status }) => status === "failed").map(failed),
    ...warnings.map((warning): Annotation => ({ kind: "warning", at: warning.at, title: warning.code, message: told(warning) })),
  ]);
  return annotationLines(all, pathOf, "in the log and the job summary");
}

function failed({ name, at, problem }: TestResult): Annotation {
  const { message, code, explanation } = problem ?? NO_PROBLEM;
  return {
    kind: "error",
    at,
    title: name,
    message: [code === undefined ? message : `${message} [${code}]`, explanation ?? ""].join("\n").trimEnd(),
  };
}

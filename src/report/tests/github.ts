import type { TestResult } from "../../tester/result.ts";
import { type Annotation, annotationLines, type PathOf } from "../annotations.ts";
import { failuresIn, spread } from "./failures.ts";
import { NO_PROBLEM, type TestReport, told } from "./report.ts";

export type GithubOptions = { readonly pathOf: PathOf };

/**
 * Workflow commands that annotate the lines of failing cases and unreadable files. What is beyond the limit is counted in a notice; of
 * failing cases the first of each cause come first, for GitHub shows the first ten.
 */
export function githubAnnotations({ files }: TestReport, { pathOf }: GithubOptions): string {
  const unread = files.flatMap(({ errors }) =>
    errors.map((error): Annotation => ({ kind: "error", at: error.at, title: error.code, message: told(error) })),
  );
  const warnings = files.flatMap((file) =>
    file.warnings.map((warning): Annotation => ({ kind: "warning", at: warning.at, title: warning.code, message: told(warning) })),
  );
  const failures = spread(failuresIn(files)).map(({ test }) => failed(test));
  return annotationLines([...unread, ...failures, ...distinct(warnings)], pathOf, "in the log and the job summary");
}

/** Files may share their policies. */
const distinct = (all: readonly Annotation[]): readonly Annotation[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];

function failed({ name, at, problem }: TestResult): Annotation {
  const { message, code, explanation } = problem ?? NO_PROBLEM;
  return {
    kind: "error",
    at,
    title: name,
    message: [code === undefined ? message : `${message} [${code}]`, explanation ?? ""].join("\n").trimEnd(),
  };
}

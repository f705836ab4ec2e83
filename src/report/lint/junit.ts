import type { Diagnostic } from "../../base/diagnostic.ts";
import { attribute, builder, valid } from "../tests/junit.ts";
import { placeName, told } from "../tests/report.ts";
import { failuresOf, type LintedFile, type LintReport } from "./report.ts";

/** JUnit's XML, as CI servers read it: a test case a policy, which fails where it is not in order. Lesser problems are its output. */
export function lintJunit({ files, failLevel }: LintReport): string {
  const cases = files.map((file) => testCase(file, failLevel));
  const counts = { "@_tests": cases.length, "@_failures": cases.filter((each) => "failure" in each).length, "@_errors": 0 };
  return builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    testsuites: {
      "@_name": "kmsward lint",
      ...counts,
      testsuite: { "@_name": "kmsward lint", ...counts, "@_skipped": 0, testcase: cases },
    },
  });
}

function testCase(file: LintedFile, level: LintReport["failLevel"]) {
  const failures = failuresOf(file, level);
  const lesser = file.problems.filter((problem) => !failures.includes(problem));
  const [first] = failures;
  return {
    "@_name": attribute(file.path),
    "@_classname": file.type ?? "policy",
    "@_file": attribute(file.path),
    ...(first?.at.line !== undefined && { "@_line": first.at.line }),
    ...(first && { failure: { "@_message": attribute(first.message), "@_type": first.code, "#text": textOf(failures) } }),
    ...(lesser.length > 0 && { "system-out": textOf(lesser) }),
  };
}

const textOf = (problems: readonly Diagnostic[]): string =>
  valid(problems.map((problem) => `${placeName(problem.at)} ${told(problem)}`).join("\n"));

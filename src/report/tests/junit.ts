import { XMLBuilder } from "fast-xml-parser";
import { printable } from "../../base/text.ts";
import type { FileResult, TestResult } from "../../tester/result.ts";
import { countsOf, NO_PROBLEM, placeName, type TestReport, told, whyLines } from "./report.ts";

export const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true, suppressBooleanAttributes: false });

/** JUnit's XML, as CI servers read it: a suite a file, a test case a case. */
export function testsJunit({ files, milliseconds }: TestReport): string {
  const suites = files.map(suite);
  const sum = (name: "@_tests" | "@_failures" | "@_errors") => suites.reduce((total, each) => total + each[name], 0);
  const document = {
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    testsuites: {
      "@_name": "kmsward",
      "@_tests": sum("@_tests"),
      "@_failures": sum("@_failures"),
      "@_errors": sum("@_errors"),
      "@_time": seconds(milliseconds),
      testsuite: suites,
    },
  };
  return builder.build(document);
}

function suite(file: FileResult) {
  const { failed, skipped, all } = countsOf(file.results);
  const unread = file.errors.length > 0 ? 1 : 0;
  return {
    "@_name": attribute(file.path),
    "@_tests": all + unread,
    "@_failures": failed,
    "@_errors": unread,
    "@_skipped": skipped,
    "@_time": seconds(file.results.reduce((sum, test) => sum + test.milliseconds, 0)),
    "@_file": attribute(file.path),
    testcase: [...(unread ? [unreadable(file)] : []), ...file.results.map((test) => testCase(file, test))],
  };
}

const testCase = ({ path }: FileResult, test: TestResult) => ({
  "@_name": attribute(test.name),
  "@_classname": attribute(path),
  "@_file": attribute(test.at.file),
  ...(test.at.line !== undefined && { "@_line": test.at.line }),
  "@_time": seconds(test.milliseconds),
  ...(test.status === "failed" && { failure: failure(test) }),
  ...(test.status === "skipped" && { skipped: test.skip ? { "@_message": attribute(test.skip) } : "" }),
});

function failure(test: TestResult) {
  const { message, code } = test.problem ?? NO_PROBLEM;
  return { "@_message": attribute(message), "@_type": attribute(code ?? "expectation"), "#text": valid(whyLines(test).join("\n")) };
}

const unreadable = ({ path, errors }: FileResult) => ({
  "@_name": "the file can be run",
  "@_classname": attribute(path),
  "@_file": attribute(path),
  "@_time": seconds(0),
  error: {
    "@_message": attribute(errors[0]?.message ?? ""),
    "@_type": errors[0]?.code ?? "",
    "#text": valid(errors.map((error) => `${placeName(error.at)} ${told(error)}`).join("\n")),
  },
});

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(6);

/** On one line, as line ends in attributes are lost. */
export const attribute = (text: string): string => valid(printable(text, 1_000));

/** XML 1.0 has no word for most control characters and for halves of surrogate pairs: not even an escaped one. */
export const valid = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");

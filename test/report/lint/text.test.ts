import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import { lintAnnotations } from "../../../src/report/lint/github.ts";
import { lintJson } from "../../../src/report/lint/json.ts";
import { lintJunit } from "../../../src/report/lint/junit.ts";
import type { LintReport } from "../../../src/report/lint/report.ts";
import { lintTap } from "../../../src/report/lint/tap.ts";
import { lintText } from "../../../src/report/lint/text.ts";

const problem = (severity: Diagnostic["severity"], file: string, line: number, message: string): Diagnostic => ({
  code: severity === "error" ? "KW212" : "KW301",
  severity,
  message,
  at: { file, line, column: 5, pointer: "/Statement/0" },
  help: "mend it",
});
const bad = problem("error", "a.json", 7, "`x` is\u001b[31m wrong");
const odd = problem("warning", "a.json", 9, "never matches, 100%");
const report: LintReport = {
  version: 1,
  kmsward: "1.2.3",
  failLevel: "error",
  files: [
    { path: "a.json", type: "key-policy", problems: [bad, odd] },
    { path: "b#.json", type: "identity", problems: [{ ...odd, at: { ...odd.at, file: "b#.json" } }] },
    { path: "c.json", type: "trust", problems: [] },
  ],
};
const strict: LintReport = { ...report, failLevel: "warning" };
const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
const color = { bold: tag("b"), dim: tag("d"), red: tag("r"), green: tag("g"), yellow: tag("y") };

test("for people: each problem, and the sums", () => {
  expect(lintText(report, { color })).toBe(`a.json:7:5 <r>error:</r> \`x\` is\\u001b[31m wrong [KW212]
  at /Statement/0
  help: mend it
a.json:9:5 <y>warning:</y> never matches, 100% [KW301]
  at /Statement/0
  help: mend it
b#.json:9:5 <y>warning:</y> never matches, 100% [KW301]
  at /Statement/0
  help: mend it

3 policies: <r>1 error</r>, <y>2 warnings</y>
`);
  const file = (problems: readonly Diagnostic[]): LintReport => ({ ...report, files: [{ path: "p", problems }] });
  expect(lintText(file([]), { color })).toBe("1 file: <g>nothing to fix</g>\n");
});

test("for programs: the run as it is", () => {
  expect(JSON.parse(lintJson(report))).toEqual(report);
});

test("annotations at the lines, errors first", () => {
  expect(lintAnnotations(report, (file) => `policies/${file}`)).toBe(
    [
      "::error file=policies/a.json,line=7,col=5,title=KW212::`x` is\\u001b[31m wrong [KW212]; mend it",
      "::warning file=policies/a.json,line=9,col=5,title=KW301::never matches, 100%25 [KW301]; mend it",
      "::warning file=policies/b#.json,line=9,col=5,title=KW301::never matches, 100%25 [KW301]; mend it",
      "",
    ].join("\n"),
  );
});

test("a test case of JUnit a policy: what is below the level is output, not a failure", () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "testcase" });
  const { testsuites } = parser.parse(lintJunit(report));
  expect(testsuites).toMatchObject({ "@_tests": "3", "@_failures": "1" });
  const [a, b, c] = testsuites.testsuite.testcase;
  expect(a).toMatchObject({ "@_name": "a.json", "@_classname": "key-policy", "@_line": "7", failure: { "@_type": "KW212" } });
  expect(a["system-out"]).toContain("a.json:9:5 never matches");
  expect([b.failure, b["system-out"] !== undefined, c.failure]).toEqual([undefined, true, undefined]);
  expect(parser.parse(lintJunit(strict)).testsuites["@_failures"]).toBe("2");
});

test("a test point of TAP a policy", () => {
  expect(lintTap(report)).toBe(`TAP version 14
1..3
not ok 1 - a.json
  ---
  problems:
    - "a.json:7:5 error: \`x\` is\\\\u001b[31m wrong [KW212]; mend it"
    - "a.json:9:5 warning: never matches, 100% [KW301]; mend it"
  ...
ok 2 - b\\#.json
  ---
  problems:
    - "b#.json:9:5 warning: never matches, 100% [KW301]; mend it"
  ...
ok 3 - c.json
`);
  expect(lintTap(strict)).toContain("not ok 2 - b");
});

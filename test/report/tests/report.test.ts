import { describe, expect, test } from "vitest";
import { comparison, countsOf, placeName, printableLines, statusOf, told, whyLines } from "../../../src/report/tests/report.ts";
import { file, RUN, result } from "../tests-samples.ts";

describe("a file", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["failed",  file("a", [result("x"), result("y", "failed"), result("z", "skipped")])],
    ["failed",  file("a", [], { errors: RUN.files[2]?.errors ?? [] })],
    ["skipped", file("a", [result("x", "skipped")])],
    ["passed",  file("a", [result("x"), result("y", "skipped")])],
    ["passed",  file("a", [])],
  ])("%s", (status, of) => expect(statusOf(of)).toBe(status));

  test("has its cases counted", () => {
    expect(countsOf([result("x"), result("y", "failed"), result("z", "skipped"), result("w")])).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      all: 4,
    });
  });
});

describe("words", () => {
  test("of a place", () => {
    expect(placeName({ file: "a\u001b.yaml", line: 3, column: 4, pointer: "/x" })).toBe("a\\u001b.yaml:3:4");
    expect(placeName({ file: "a.yaml", pointer: "/x" })).toBe("a.yaml");
  });

  test("of a diagnostic, on one line", () => {
    expect(told({ code: "KW101", severity: "error", message: "a\nb", at: { file: "x", pointer: "" }, help: "do" })).toBe(
      "a\\u000ab [KW101]; do",
    );
  });

  test("of what was expected, only where the message does not say it", () => {
    expect(comparison({ message: "expected allow, got deny: because", expected: "allow", got: "deny" })).toEqual([]);
    expect(comparison({ message: "another way", expected: "allow via A", got: "allow via B" })).toEqual([
      ["expected", "allow via A"],
      ["got", "allow via B"],
    ]);
    expect(comparison({ message: "no", got: "x" })).toEqual([]);
  });

  test("of why a case failed", () => {
    const problem = {
      code: "KW004",
      message: "no",
      expected: "a",
      got: "b",
      explanation: "one\ntwo",
      policyAt: { file: "p.json", line: 2, pointer: "" },
    };
    expect(whyLines(result("x", "failed", { problem }))).toEqual([
      "no [KW004]",
      "  expected  a",
      "  got       b",
      "",
      "one",
      "two",
      "",
      "at a.ward.yaml:1:1",
      "policy p.json:2",
    ]);
    expect(whyLines(result("x", "failed"))[0]).toBe("failed");
  });

  test("of several lines, each without what moves a cursor", () => expect(printableLines("a\n\u0007b")).toEqual(["a", "\\u0007b"]));
});

import { describe, expect, test } from "vitest";
import type { CoverageReport } from "../../../src/coverage/report.ts";
import { mergeReports } from "../../../src/report/tests/merge.ts";
import type { TestReport } from "../../../src/report/tests/report.ts";
import { file, report, result } from "../tests-samples.ts";

const shard = (index: number, of: number, more: Partial<TestReport> = {}): TestReport =>
  report([file("a.ward.yaml", [result(`case ${index}`)])], { shard: { index, of }, ...more });

const error = {
  code: "KW101",
  severity: "error",
  message: "unknown member",
  at: { file: "b.ward.yaml", line: 1, column: 1, pointer: "" },
} as const;
const COVERAGE: CoverageReport = { version: 1, requests: 2, policies: [] };

const merged = (reports: readonly TestReport[]): TestReport => {
  const result = mergeReports(reports);
  return result.ok ? result.value : expect.fail(result.error);
};

describe("merging reports", () => {
  test("shards are one run again, in their order, whatever order they come in", () => {
    const whole = merged([shard(3, 3), shard(1, 3), shard(2, 3)]);
    expect(whole).toEqual(
      report(
        [
          file(
            "a.ward.yaml",
            [1, 2, 3].map((i) => result(`case ${i}`)),
          ),
        ],
        { milliseconds: 15 },
      ),
    );
  });

  test("what every shard tells of a file is told once", () => {
    const broken = file("b.ward.yaml", [], { errors: [error] });
    const whole = merged([1, 2].map((index) => report([broken], { shard: { index, of: 2 } })));
    expect(whole.files).toEqual([broken]);
  });

  test("runs that were not sharded stand one behind the other", () => {
    const whole = merged([report([file("b.ward.yaml", [result("b")])]), report([file("a.ward.yaml", [result("a")])])]);
    expect(whole.files.map(({ path }) => path)).toEqual(["b.ward.yaml", "a.ward.yaml"]);
  });

  test("coverage is summed", () => {
    expect(merged([shard(1, 2, { coverage: COVERAGE }), shard(2, 2, { coverage: COVERAGE })]).coverage).toEqual({
      ...COVERAGE,
      requests: 4,
    });
  });

  test.each([
    ["one is missing", [shard(1, 3), shard(3, 3)], "shard 2 of 3 is missing"],
    ["several are missing", [shard(2, 4)], "shards 1, 3 and 4 of 4 are missing"],
    ["one is there twice", [shard(1, 2), shard(1, 2), shard(2, 2)], "the report of a shard is given twice"],
    ["they are of two runs", [shard(1, 2), shard(2, 3)], "the reports are not the shards of one run"],
    ["one is whole", [shard(1, 1), report([])], "the reports are not the shards of one run"],
    ["some have coverage", [shard(1, 2, { coverage: COVERAGE }), shard(2, 2)], "some of the reports have coverage and others have none"],
  ])("fails where %s", (_, reports, message) => {
    expect(mergeReports(reports)).toEqual({ ok: false, error: message });
  });

  test("of very many shards, names the first that are missing", () => {
    const told = mergeReports([shard(1, 9_999_999)]);
    expect(told.ok ? "" : told.error.length).toBeLessThan(100);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeCoverage } from "../../../src/coverage/coverage.ts";
import { summarize } from "../../../src/coverage/summary.ts";
import { coverageLcov } from "../../../src/report/coverage/lcov.ts";
import { cover, FILES, sampleReport, sampleWorld } from "../../coverage/covered.ts";
import { questionsArbitrary } from "../../coverage/questions.ts";
import { allow, worldOf } from "../../world/worlds.ts";

test("the sample", () => {
  expect(coverageLcov(sampleReport())).toMatchInlineSnapshot(`
    "TN:
    SF:orders.json
    FN:4,Delegate
    FN:11,AllowAppUse
    FN:33,DenyOutsideOrg
    FN:44,AllowAuditors
    FNDA:1,Delegate
    FNDA:2,AllowAppUse
    FNDA:0,DenyOutsideOrg
    FNDA:0,AllowAuditors
    FNF:4
    FNH:2
    BRDA:24,0,0,2
    BRDA:24,0,1,3
    BRDA:26,1,0,3
    BRDA:26,1,1,2
    BRDA:40,2,0,0
    BRDA:40,2,1,6
    BRDA:41,3,0,6
    BRDA:41,3,1,0
    BRF:8
    BRH:6
    DA:4,1
    DA:7,1
    DA:8,1
    DA:9,1
    DA:11,2
    DA:15,0
    DA:18,1
    DA:19,1
    DA:20,0
    DA:22,2
    DA:24,2
    DA:26,2
    DA:33,0
    DA:36,0
    DA:37,0
    DA:38,0
    DA:40,0
    DA:41,0
    DA:44,0
    DA:47,0
    DA:48,0
    DA:49,0
    LF:22
    LH:10
    end_of_record
    TN:
    SF:world.yaml
    FN:9,grant nightly-export
    FN:14,grant unused
    FNDA:1,grant nightly-export
    FNDA:0,grant unused
    FNF:2
    FNH:1
    BRDA:13,0,0,1
    BRDA:13,0,1,1
    BRF:2
    BRH:2
    DA:9,1
    DA:11,0
    DA:13,1
    DA:14,0
    DA:22,1
    DA:23,0
    DA:24,1
    LF:7
    LH:4
    end_of_record
    "
  `);
});

/** Reads LCOV strictly: every line is a record of its kind, every sum is the sum of what it counts. */
function check(text: string): {
  readonly files: readonly string[];
  readonly lines: number;
  readonly branches: readonly (number | undefined)[];
} {
  const files: string[] = [];
  const branches: (number | undefined)[] = [];
  let all = 0;
  for (const record of text.split("end_of_record\n").slice(0, -1)) {
    const rows = record
      .split("\n")
      .slice(0, -1)
      .map((row) => /^([A-Z]+):(.*)$/.exec(row) as RegExpExecArray);
    expect(rows.slice(0, 2).map(([, kind]) => kind)).toEqual(["TN", "SF"]);
    const of = (kind: string) => rows.filter(([, one]) => one === kind).map(([, , value]) => value as string);
    const sum = (kind: string) => Number(of(kind)[0]);
    const hits = (values: readonly string[]) => values.filter((value) => Number(value) > 0).length;
    const [lines, taken] = [of("DA").map((one) => one.split(",")), of("BRDA").map((one) => one.split(","))];
    expect([sum("LF"), sum("LH")]).toEqual([lines.length, hits(lines.map(([, count]) => count ?? ""))]);
    expect([sum("BRF"), sum("BRH")]).toEqual([taken.length, hits(taken.map((one) => one[3] ?? ""))]);
    expect([sum("FNF"), sum("FNH")]).toEqual([of("FN").length, hits(of("FNDA").map((one) => one.split(",", 1)[0] ?? ""))]);
    expect(of("FN").map((one) => one.slice(one.indexOf(",") + 1))).toEqual(of("FNDA").map((one) => one.slice(one.indexOf(",") + 1)));
    expect(new Set(lines.map(([line]) => line)).size).toBe(lines.length);
    const [file = ""] = of("SF");
    const length = FILES[file]?.split("\n").length ?? 0;
    for (const [line] of [...lines, ...taken, ...of("FN").map((one) => one.split(","))]) expect(Number(line)).toBeLessThanOrEqual(length);
    files.push(file);
    all += lines.length;
    branches.push(...taken.map((one) => (one[3] === "-" ? undefined : Number(one[3]))));
  }
  expect(text === "" || text.endsWith("end_of_record\n")).toBe(true);
  return { files, lines: all, branches };
}

describe("LCOV", () => {
  test("is well formed whatever was asked, and agrees with the summary", () => {
    const world = sampleWorld();
    fc.assert(
      fc.property(questionsArbitrary, (questions) => {
        const report = cover(world, questions);
        const { files, branches } = check(coverageLcov(report));
        const { branches: tally } = summarize(report);
        expect(new Set(files).size).toBe(files.length);
        expect(branches.length).toBe(tally.total);
        expect(branches.filter((taken) => (taken ?? 0) > 0).length).toBe(tally.decided);
        check(coverageLcov(mergeCoverage([report, report]), { all: true }));
      }),
      { numRuns: 40 },
    );
  });

  test("has a file once, also where several policies are in it, and those untouched when asked to", () => {
    expect(check(coverageLcov(sampleReport())).files).toEqual(["orders.json", "world.yaml"]);
    expect(check(coverageLcov(sampleReport(), { all: true })).files).toEqual(["idle.json", "orders.json", "world.yaml"]);
  });

  test("has nothing of policies made in code", () => {
    expect(coverageLcov(cover(worldOf({ keys: { k: { policy: allow("kms:*", { Principal: "*" }) } } }), []), { all: true })).toBe("");
  });

  test("no name breaks out of its line", () => {
    const report = JSON.parse(JSON.stringify(sampleReport()).replaceAll("AllowAuditors", "A\\nend_of_record\\u2028")) as ReturnType<
      typeof sampleReport
    >;
    expect(check(coverageLcov(report, { testName: "a b\nc" })).files).toHaveLength(2);
    expect(coverageLcov(report, { testName: "a b\nc" })).toMatch(/^TN:a_b_c\n/);
  });
});

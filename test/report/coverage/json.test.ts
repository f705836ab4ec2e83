import { expect, test } from "vitest";
import { mergeCoverage } from "../../../src/coverage/coverage.ts";
import type { CoverageReport } from "../../../src/coverage/report.ts";
import { summarize } from "../../../src/coverage/summary.ts";
import { coverageJson } from "../../../src/report/coverage/json.ts";
import { sampleReport } from "../../coverage/covered.ts";

test("a report with its sums", () => {
  const parsed = JSON.parse(coverageJson(sampleReport())) as Record<string, unknown>;
  expect(parsed).toMatchObject({
    version: 1,
    requests: 6,
    untouched: ["idle.json"],
    summary: { total: { decided: 17, total: 34, percent: 50 } },
  });
});

test("read back, it merges as the report itself does", () => {
  const parsed = JSON.parse(coverageJson(sampleReport())) as CoverageReport;
  expect(summarize(mergeCoverage([parsed, parsed]))).toEqual(summarize(sampleReport()));
  expect(mergeCoverage([parsed, parsed]).requests).toBe(12);
  expect(JSON.parse(coverageJson(mergeCoverage([parsed, sampleReport()])))).toEqual(
    JSON.parse(coverageJson(mergeCoverage([sampleReport(), sampleReport()]))),
  );
});

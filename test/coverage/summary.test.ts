import fc from "fast-check";
import { expect, test } from "vitest";
import type { CoverageItem } from "../../src/coverage/report.ts";
import { METRICS, statusOf, summarize, summaryOf, titleOf, untouchedPolicies } from "../../src/coverage/summary.ts";
import { sampleReport } from "./covered.ts";

const item = (change: Partial<CoverageItem> = {}): CoverageItem => ({
  kind: "action",
  statement: 0,
  name: "kms:Decrypt",
  pointer: "",
  decided: 0,
  matched: 0,
  failed: 0,
  unknown: 0,
  ...change,
});

test.each([
  ["decided", { decided: 1, matched: 2, failed: 3 }],
  ["matched", { matched: 1, failed: 3, unknown: 1 }],
  ["failed", { failed: 1 }],
  ["failed", { unknown: 1 }],
  ["never", {}],
] as const)("the best that happened counts: %s", (status, counts) => {
  expect(statusOf(item(counts))).toBe(status);
});

test("the sample, metric by metric", () => {
  const summary = summarize(sampleReport());
  expect(METRICS.map((metric) => `${metric} ${Object.values(summary[metric]).join("/")}`)).toEqual([
    "statements 3/4/5/60",
    "principals 2/4/5/40",
    "actions 4/4/9/44.44",
    "resources 3/4/5/60",
    "conditions 2/4/4/50",
    "branches 8/8/10/80",
    "grants 3/3/6/50",
    "total 17/23/34/50",
  ]);
});

test("policies that no test touches are named, and count when asked to", () => {
  const report = sampleReport();
  expect(untouchedPolicies(report).map(titleOf)).toEqual(["idle.json"]);
  expect(summarize(report, { all: true }).total.total).toBe(summarize(report).total.total + 3);
});

test("only the whole is 100 %, and a part of nothing is", () => {
  const many = Array.from({ length: 100_000 }, (_, i) => item({ decided: i === 0 ? 0 : 1 }));
  expect(summaryOf(many).total.percent).toBe(99.99);
  expect(summaryOf([]).total).toEqual({ decided: 0, reached: 0, total: 0, percent: 100 });
});

test("a condition has two branches, and what is unknown is neither", () => {
  const branches = (counts: Partial<CoverageItem>) => summaryOf([item({ kind: "condition", ...counts })]).branches.decided;
  expect([{}, { unknown: 5 }, { failed: 1 }, { matched: 1 }, { decided: 1, failed: 1 }].map(branches)).toEqual([0, 0, 1, 1, 2]);
});

test("the metrics add up to the total", () => {
  const kinds = ["statement", "principal", "action", "resource", "condition", "grant", "operation", "constraint"] as const;
  const items = fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), decided: fc.nat(2), matched: fc.nat(2), failed: fc.nat(2), unknown: fc.nat(1) }),
  );
  fc.assert(
    fc.property(items, (some) => {
      const { total, branches: _, ...parts } = summaryOf(some.map(item));
      for (const sum of ["decided", "reached", "total"] as const)
        expect(Object.values(parts).reduce((all, part) => all + part[sum], 0)).toBe(total[sum]);
      expect(total.decided).toBeLessThanOrEqual(total.reached);
      expect(total.reached).toBeLessThanOrEqual(total.total);
    }),
    { numRuns: 100 },
  );
});

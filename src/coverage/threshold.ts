import { fail, ok, type Result } from "../base/result.ts";
import { listed, shown } from "../base/text.ts";
import type { CoverageReport } from "./report.ts";
import { METRICS, type Metric, type SummaryOptions, summarize } from "./summary.ts";

/** The least percentage of each metric that is asked for. */
export type Thresholds = Readonly<Partial<Record<Metric, number>>>;

/** What falls short of a threshold. */
export type Shortfall = { readonly metric: Metric; readonly wanted: number; readonly got: number; readonly message: string };

/** Reads `90`, which is about the total, or `statements=90,conditions=80`. The error is a message for the person who wrote it. */
export function parseThresholds(text: string): Result<Thresholds, string> {
  const found: Partial<Record<Metric, number>> = {};
  for (const part of text.split(",")) {
    const [name, value] = part.includes("=") ? (part.split("=", 2).map((side) => side.trim()) as [string, string]) : ["total", part.trim()];
    const metric = METRICS.find((one) => one === name);
    if (metric === undefined) return fail(`${shown(name)} is not measured: ${listed(METRICS, "or")}`);
    if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(value) || Number(value) > 100) return fail(`${shown(value)} is not a percentage from 0 to 100`);
    if (found[metric] !== undefined) return fail(`${metric} is given twice`);
    found[metric] = Number(value);
  }
  return ok(found);
}

/** What a report lacks, in the order of the metrics; nothing where every threshold is met. */
export function shortfalls(report: CoverageReport, thresholds: Thresholds, options: SummaryOptions = {}): readonly Shortfall[] {
  const summary = summarize(report, options);
  return METRICS.flatMap((metric) => {
    const wanted = thresholds[metric];
    const { percent, decided, total } = summary[metric];
    if (wanted === undefined || percent >= wanted) return [];
    return [
      { metric, wanted, got: percent, message: `coverage of ${metric} is ${percent} % (${decided} of ${total}), wanted ${wanted} %` },
    ];
  });
}

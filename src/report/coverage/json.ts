import type { CoverageReport } from "../../coverage/report.ts";
import { type Summary, type SummaryOptions, summarize, summaryOf, titleOf, untouchedPolicies } from "../../coverage/summary.ts";

/** A report with its sums, as JSON; read back, it is a report again, with members more. */
export function coverageJson(report: CoverageReport, options: SummaryOptions = {}): string {
  const policies = report.policies.map((policy) => ({ ...policy, summary: summaryOf(policy.items) }));
  const untouched = untouchedPolicies(report).map(titleOf);
  const whole: CoverageReport & { readonly summary: Summary; readonly untouched: readonly string[] } = {
    ...report,
    summary: summarize(report, options),
    untouched,
    policies,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

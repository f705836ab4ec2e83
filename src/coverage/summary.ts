import type { CoverageItem, CoverageReport, CoveredPolicy } from "./report.ts";

/** How far tests came with an item at best. */
export type ItemStatus = "decided" | "matched" | "failed" | "never";

export function statusOf({ decided, matched, failed, unknown }: CoverageItem): ItemStatus {
  if (decided > 0) return "decided";
  if (matched > 0) return "matched";
  return failed + unknown > 0 ? "failed" : "never";
}

/** Of so many, as many decided something, or were reached at all. A part of nothing is 100 %. */
export type Tally = { readonly decided: number; readonly reached: number; readonly total: number; readonly percent: number };

/** What is measured. `branches`: each condition and each constraint, seen to hold and seen to fail; not in `total`. */
export const METRICS = ["statements", "principals", "actions", "resources", "conditions", "branches", "grants", "total"] as const;
export type Metric = (typeof METRICS)[number];
export type Summary = Readonly<Record<Metric, Tally>>;

export const METRIC_OF = {
  statement: "statements",
  principal: "principals",
  action: "actions",
  resource: "resources",
  condition: "conditions",
  grant: "grants",
  operation: "grants",
  constraint: "grants",
} as const satisfies Record<CoverageItem["kind"], Metric>;

/** What can hold and fail, and should be seen to do both. */
export const hasBranches = ({ kind }: CoverageItem): boolean => kind === "condition" || kind === "constraint";
export const held = ({ decided, matched }: CoverageItem): number => decided + matched;

export type SummaryOptions = {
  /** Counts also the policies that no test touches; by default they are only named. */
  readonly all?: boolean;
};

/** All that the tests touch together. */
export const summarize = (report: CoverageReport, options: SummaryOptions = {}): Summary =>
  summaryOf(countedPolicies(report, options).flatMap(({ items }) => items));

export const countedPolicies = ({ policies }: CoverageReport, { all = false }: SummaryOptions = {}): readonly CoveredPolicy[] =>
  all ? policies : policies.filter(({ requests }) => requests > 0);

export const untouchedPolicies = ({ policies }: CoverageReport): readonly CoveredPolicy[] =>
  policies.filter(({ requests }) => requests === 0);

export function summaryOf(items: readonly CoverageItem[]): Summary {
  const tallies = Object.fromEntries(METRICS.map((metric) => [metric, { decided: 0, reached: 0, total: 0 }])) as Record<Metric, Counting>;
  for (const item of items) {
    const status = statusOf(item);
    for (const tally of [tallies[METRIC_OF[item.kind]], tallies.total]) add(tally, status === "decided", status !== "never");
    if (!hasBranches(item)) continue;
    add(tallies.branches, held(item) > 0, held(item) > 0);
    add(tallies.branches, item.failed > 0, item.failed > 0);
  }
  return Object.fromEntries(METRICS.map((metric) => [metric, tallyOf(tallies[metric])])) as Summary;
}

type Counting = { decided: number; reached: number; total: number };

function add(tally: Counting, decided: boolean, reached: boolean): void {
  tally.total++;
  if (decided) tally.decided++;
  if (reached) tally.reached++;
}

const tallyOf = ({ decided, reached, total }: Counting): Tally => ({ decided, reached, total, percent: percentOf(decided, total) });

/** To two digits, downwards: only the whole is 100 %. */
const percentOf = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part * 10_000) / whole) / 100);

/** What a person calls a policy: its file, and where in it the document is. */
export const titleOf = ({ file, pointer, name, text }: CoveredPolicy): string =>
  text !== undefined ? `${name} (${file}${pointer && `#${pointer}`})` : pointer === "" ? file : `${file}#${pointer}`;

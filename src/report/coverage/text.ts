import { counted, printable } from "../../base/text.ts";
import { type Hole, holesOf } from "../../coverage/holes.ts";
import type { CoverageReport, CoveredPolicy } from "../../coverage/report.ts";
import { countedPolicies, type Metric, type Summary, summarize, summaryOf, titleOf, untouchedPolicies } from "../../coverage/summary.ts";
import type { ColorFns } from "../../explain/text.ts";
import { uncoveredLines } from "./lines.ts";

export type CoverageTextOptions = {
  readonly color?: ColorFns;
  readonly width?: number; // of a line; default 120
  readonly all?: boolean; // policies that no test touches count as well
  readonly holes?: number; // how many are told; default 10
};

const PLAIN: ColorFns = { bold: String, dim: String, red: String, green: String, yellow: String };

const COLUMNS: readonly (readonly [Metric, string])[] = [
  ["statements", "% Stmts"],
  ["principals", "% Princ"],
  ["actions", "% Act"],
  ["resources", "% Res"],
  ["conditions", "% Cond"],
  ["branches", "% Both"],
  ["grants", "% Grant"],
];

/** A table with a row for each policy, and below it the worst holes. Lines end in no spaces; strings of policies are shown unprintable parts escaped. */
export function coverageText(report: CoverageReport, options: CoverageTextOptions = {}): string {
  const { color = PLAIN, width = 120, holes: most = 10 } = options;
  const policies = countedPolicies(report, options);
  const lines = [
    ...table(policies, summarize(report, options), width, color),
    ...holes(holesOf(report, options), most, color),
    ...untouched(report, options, color),
    "",
    totals(summarize(report, options), report.requests, color),
  ];
  return lines.map((line) => line.trimEnd()).join("\n");
}

const MOST_TITLE = 44;

function table(policies: readonly CoveredPolicy[], total: Summary, width: number, color: ColorFns): readonly string[] {
  if (policies.length === 0) return [color.yellow("No policy was touched by a test.")];
  const titles = policies.map((policy) => cutLeft(printable(titleOf(policy)), MOST_TITLE));
  const first = Math.max("All policies".length, ...titles.map((title) => [...title].length));
  const columns = COLUMNS.filter(([metric]) => total[metric].total > 0);
  const used = first + 2 + columns.reduce((sum, [, head]) => sum + head.length + 3, 0);
  const last = Math.max(24, width - used - 3);
  const rule = ["-".repeat(first + 2), ...columns.map(([, head]) => "-".repeat(head.length + 2)), "-".repeat(last)].join("|");
  const row = (title: string, summary: Summary | undefined, lines: string, paint: (text: string) => string = String): string => {
    const cells = columns.map(([metric, head]) => cell(summary?.[metric], head.length, color));
    return [` ${paint(title.padEnd(first))} `, ...cells.map((text) => ` ${text} `), ` ${lines}`].join("|");
  };
  const head = [` ${"Policy".padEnd(first)} `, ...columns.map(([, text]) => ` ${text} `), " Lines that decide nothing"].join("|");
  return [
    rule,
    color.bold(head),
    rule,
    row("All policies", total, "", color.bold),
    ...policies.map((policy, i) => row(titles[i] ?? "", summaryOf(policy.items), color.red(fit(uncoveredLines(policy), last - 1)))),
    rule,
  ];
}

function cell(tally: Summary[Metric] | undefined, width: number, color: ColorFns): string {
  if (tally === undefined || tally.total === 0) return color.dim("–".padStart(width));
  const paint = tally.percent === 100 ? color.green : tally.percent < 50 ? color.red : color.yellow;
  return paint(String(tally.percent).padStart(width));
}

/** The end of a path tells more than its beginning. */
const cutLeft = (text: string, width: number): string => {
  const characters = [...text];
  return characters.length <= width ? text : `…${characters.slice(characters.length - width + 1).join("")}`;
};

/** As many ranges as fit. */
function fit(ranges: readonly string[], width: number): string {
  const all = ranges.join(",");
  if (all.length <= width) return all;
  const cut = all.slice(0, Math.max(0, width - 1));
  return `${cut.slice(0, cut.lastIndexOf(",") + 1)}…`;
}

function holes(found: readonly Hole[], most: number, color: ColorFns): readonly string[] {
  if (found.length === 0 || most === 0) return [];
  const told = found.slice(0, most).map((hole) => [placeOf(hole), printable(hole.message)] as const);
  const column = Math.min(60, Math.max(...told.map(([place]) => place.length)));
  const rest = found.length - told.length;
  return [
    "",
    color.bold(`${counted(found.length, "hole")}, worst first`),
    ...told.map(([place, message]) => `  ${color.dim(place.padEnd(column))}  ${message}`),
    ...(rest > 0 ? [color.dim(`  and ${rest} more`)] : []),
  ];
}

const placeOf = ({ policy, item }: Hole): string => {
  const place = policy.text !== undefined || item.line === undefined ? titleOf(policy) : `${policy.file}:${item.line}:${item.column}`;
  return printable(place);
};

function untouched(report: CoverageReport, { all = false }: CoverageTextOptions, color: ColorFns): readonly string[] {
  const found = untouchedPolicies(report);
  if (found.length === 0) return [];
  const head = `${counted(found.length, "policy", "policies")} that no test touches${all ? "" : ", not counted above"}`;
  return ["", color.bold(head), ...found.map((policy) => `  ${color.yellow(printable(titleOf(policy)))}`)];
}

function totals(summary: Summary, requests: number, color: ColorFns): string {
  const { decided, reached, total, percent } = summary.total;
  const paint = percent === 100 ? color.green : color.yellow;
  const parts = `${decided} of ${total} parts decided something, ${reached} were reached, by ${counted(requests, "request")}`;
  return `${paint(`${percent} %`)} covered: ${parts}`;
}

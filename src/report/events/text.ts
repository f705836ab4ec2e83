import { counted, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { type LogLine, shortArn } from "../../replay/log-line.ts";
import type { Summary, Tallied } from "./summary.ts";

const WIDTHS = [20, 34, 36, 12, 9] as const;

/** The line above events. */
export const heading = (paint: ColorFns = PLAIN): string =>
  `${paint.bold(
    ["when", "who", "what", "key", "outcome"]
      .map((name, i) => name.padEnd(WIDTHS[i] ?? 0))
      .join("  ")
      .trimEnd(),
  )}\n`;

/** One event as a line: who, what, key and outcome in columns, then by which service and with which encryption context. */
export function lineOf(line: LogLine, paint: ColorFns = PLAIN): string {
  const [when, who, what, key, outcome] = [
    line.time ?? "",
    shortArn(line.who),
    line.operation,
    line.key === undefined ? "-" : shortArn(line.key).replace(/^key\//, ""),
    line.outcome,
  ].map((text, i) => (i === 4 ? printable(text).padEnd(WIDTHS[4]) : cut(printable(text), WIDTHS[i] ?? 20))) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const color = line.outcome === "allowed" ? paint.green : line.outcome === "denied" ? paint.red : paint.yellow;
  const pairs = Object.entries(line.encryptionContext ?? {}).map(([name, value]) => `${name}=${value}`);
  const more = [...(line.via === undefined ? [] : [`via ${line.via}`]), ...pairs].map((text) => printable(text, 80));
  return `${[paint.dim(when), who, what, key, color(outcome)].join("  ")}${more.length === 0 ? "" : `  ${paint.dim(more.join(" "))}`}`.trimEnd();
}

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width));

const SHOWN = 10;
const BARS = "▁▂▃▄▅▆▇█";

/** Counts by principal, key, operation and outcome, each with its hours as a line of bars. */
export function summaryText({ events, from, to, groups }: Summary, paint: ColorFns = PLAIN): string {
  const lines = [`${counted(events, "event")}${from === undefined ? "" : `, ${from} to ${to}`}`];
  for (const [title, tallied] of groups) {
    lines.push("", paint.bold(title));
    const width = Math.max(0, ...tallied.slice(0, SHOWN).map(({ count }) => count.toLocaleString("en-US").length));
    const names = Math.min(60, Math.max(0, ...tallied.slice(0, SHOWN).map(({ name }) => shortArn(name).length)));
    for (const one of tallied.slice(0, SHOWN)) lines.push(summaryLine(one, width, names, paint));
    if (tallied.length > SHOWN) lines.push(paint.dim(`  and ${counted(tallied.length - SHOWN, "more", "more")}`));
  }
  return `${lines.join("\n")}\n`;
}

const summaryLine = ({ name, count, denied, hours }: Tallied, width: number, names: number, paint: ColorFns): string =>
  `  ${count.toLocaleString("en-US").padStart(width)}  ${cut(printable(shortArn(name)), names)}  ${bars(hours)}${denied > 0 ? `  ${paint.red(`${denied} denied`)}` : ""}`;

export function bars(hours: readonly number[]): string {
  const most = Math.max(1, ...hours);
  return hours
    .map((count) => (count === 0 ? "·" : (BARS[Math.min(BARS.length - 1, Math.floor((count * BARS.length) / (most + 1)))] ?? "█")))
    .join("");
}

import { counted, printable } from "../../base/text.ts";
import type { CoverageItem, CoveredPolicy } from "../../coverage/report.ts";
import { hasBranches, held, type ItemStatus, statusOf } from "../../coverage/summary.ts";

/** A part of a line. Of one that is an item: what tests made of it. */
export type Segment = { readonly text: string; readonly mark?: Mark; readonly badge?: Badge };
export type Mark = { readonly status: ItemStatus; readonly told: string; readonly first: boolean }; // first: it begins here, and no line above
/** Behind a condition that is never seen to do both. */
export type Badge = { readonly text: string; readonly told: string };

/** A line of a policy's text; `block` is the status of the statement, or the grant, that it is in. */
export type SourceLine = {
  readonly number: number;
  readonly segments: readonly Segment[];
  readonly block: ItemStatus | undefined;
  readonly opens?: { readonly status: ItemStatus; readonly told: string }; // a statement or a grant begins here
  readonly decided?: number; // how often the item of the line decided that decided least often
};
/** Lines left out, for no item is near. */
export type Fold = { readonly folded: number };

const AROUND = 3; // lines told before and behind the lines of items
const MOST_LINES = 20_000;

/** The text of a file with its items in place; of a long file only what is near them. */
export function sourceLines(text: string, policies: readonly CoveredPolicy[]): readonly (SourceLine | Fold)[] {
  const items = policies.flatMap((policy) => policy.items).filter((item) => item.line !== undefined);
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  const shown = near(items, lines.length);
  const [blocks, entries] = [items.filter(isBlock), new Entries(items.filter((item) => !isBlock(item)))];
  const found: (SourceLine | Fold)[] = [];
  let folded = 0;
  for (let number = 1; number <= lines.length; number++) {
    if (!shown.has(number) || found.length >= MOST_LINES) {
      folded++;
      continue;
    }
    if (folded > 0) found.push({ folded });
    folded = 0;
    found.push(lineAt(number, lines[number - 1] ?? "", blocks, entries));
  }
  return folded > 0 ? [...found, { folded }] : found;
}

const isBlock = ({ kind }: CoverageItem): boolean => kind === "statement" || kind === "grant";

/** The lines of the items and some around them; gaps of a few lines are not worth leaving out. */
function near(items: readonly CoverageItem[], count: number): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { line = 1, endLine = line } of items)
    for (let at = Math.max(1, line - AROUND); at <= Math.min(count, endLine + AROUND); at++) lines.add(at);
  let last = 0;
  for (const line of [...lines, count + 1].sort((a, b) => a - b)) {
    if (line - last <= AROUND) for (let at = last + 1; at < line; at++) lines.add(at);
    last = line;
  }
  return lines;
}

function lineAt(number: number, text: string, blocks: readonly CoverageItem[], entries: Entries): SourceLine {
  const around = blocks.filter(({ line = 0, endLine = line }) => line <= number && number <= endLine);
  const opening = blocks.filter(({ line }) => line === number);
  const beginning = [...opening, ...entries.beginning(number)];
  return {
    number,
    segments: segmentsOf(number, text, entries),
    block: around.length === 0 ? undefined : worst(around),
    ...(opening.length > 0 && { opens: { status: worst(opening), told: opening.map(toldOf).join("; ") } }),
    ...(beginning.length > 0 && { decided: Math.min(...beginning.map(({ decided }) => decided)) }),
  };
}

/** Entries of one range: an alias of YAML makes one text the entry of several statements. */
type Entry = {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly items: CoverageItem[];
};

/** Entries by line, one behind the other: of two that overlap the later one is left out. */
class Entries {
  readonly #byLine = new Map<number, Entry[]>();

  constructor(items: readonly CoverageItem[]) {
    let last: Entry | undefined;
    for (const item of items.toSorted(byPlace)) {
      const { line = 1, column = 1, endLine = line, endColumn = column } = item;
      if (last !== undefined && last.line === line && last.column === column) {
        last.items.push(item);
        continue;
      }
      if (last !== undefined && (line < last.endLine || (line === last.endLine && column < last.endColumn))) continue;
      last = { line, column, endLine, endColumn, items: [item] };
      for (let at = line; at <= endLine; at++) this.#byLine.set(at, [...(this.#byLine.get(at) ?? []), last]);
    }
  }

  on(line: number): readonly Entry[] {
    return this.#byLine.get(line) ?? [];
  }

  beginning(line: number): readonly CoverageItem[] {
    return this.on(line).flatMap((entry) => (entry.line === line ? entry.items : []));
  }
}

const byPlace = (a: CoverageItem, b: CoverageItem): number => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

function segmentsOf(number: number, text: string, entries: Entries): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { line, column, endLine, endColumn, items } of entries.on(number)) {
    const indent = text.length - text.trimStart().length;
    const from = line === number ? column - 1 : indent;
    const to = Math.min(endLine === number ? endColumn - 1 : text.length, text.length);
    if (to <= from) continue;
    if (from > at) segments.push({ text: visible(text.slice(at, from)) });
    const badge = endLine === number ? badgeOf(items) : undefined;
    segments.push({
      text: visible(text.slice(from, to)),
      mark: { status: worst(items), told: items.map(toldOf).join("; "), first: line === number },
      ...(badge && { badge }),
    });
    at = to;
  }
  if (at < text.length) segments.push({ text: visible(text.slice(at)) });
  return segments;
}

/** Characters that hide text, or turn its direction, are shown as their code points. */
const visible = (text: string): string => printable(text.replaceAll("\t", "  "), Number.POSITIVE_INFINITY);

const ORDER: readonly ItemStatus[] = ["never", "failed", "matched", "decided"];

const worst = (items: readonly CoverageItem[]): ItemStatus =>
  ORDER[Math.min(...items.map((item) => ORDER.indexOf(statusOf(item))))] ?? "never";

/** `action kms:Decrypt: decided 3, matched 1, failed 2`. */
export function toldOf(item: CoverageItem): string {
  const counts = (["decided", "matched", "failed", "unknown"] as const).filter((count) => item[count] > 0);
  const said = counts.map((count) => `${count} ${item[count]}`).join(", ");
  return `${item.except ? "exception " : ""}${item.kind} ${item.name}: ${said || "never reached"}`;
}

function badgeOf(items: readonly CoverageItem[]): Badge | undefined {
  const item = items.find((one) => hasBranches(one) && statusOf(one) !== "never" && (one.failed === 0 || held(one) === 0));
  if (item === undefined) return undefined;
  const told = `held in ${counted(held(item), "request")}, failed in ${item.failed}${item.unknown > 0 ? `, unknown in ${item.unknown}` : ""}`;
  return { text: item.failed === 0 ? (held(item) === 0 ? "only unknown" : "never fails") : "never holds", told };
}

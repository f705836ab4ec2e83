import type { Determining, Outcome } from "../authz/decision.ts";
import type { Request } from "../iam/request.ts";
import { CLASSES, type ReplayClass } from "./classes.ts";
import { type Hours, type Span, spanOf } from "./coverage.ts";
import type { Recorded } from "./record.ts";

/** Calls of one shape. */
export type ShapeCount = {
  readonly class: ReplayClass;
  readonly count: number;
  readonly first?: string;
  readonly last?: string;
  readonly sample?: string; // eventID
  readonly operation: string;
  readonly recorded: Recorded;
  readonly checks: readonly CheckCount[];
  readonly inferred?: readonly string[] | undefined;
};

export type CheckCount = {
  readonly request?: Request;
  readonly action: string;
  readonly before?: Outcome;
  readonly after: Outcome;
  readonly by: readonly Determining[];
  readonly perhaps?: readonly Determining[];
  readonly missing?: readonly string[];
};

export type Counts = Readonly<Record<ReplayClass, number>>;
export type Skipped = {
  readonly notKms: number;
  readonly unreadable: number;
  readonly notPolicy: number;
  readonly duplicates: number; // the same record, or the copy of a call in another account's log
  readonly otherKeys: number; // calls on keys that the worlds do not have
};

/** What a part of a log came to. `shapes` by the text of the shape: parts with the same worlds agree on it. */
export type Part = {
  readonly events: number; // records read, skipped ones included
  readonly skipped: Skipped;
  readonly counts: Counts;
  readonly shapes: Readonly<Record<string, ShapeCount>>;
  readonly more: number; // calls of shapes beyond those that are kept: counted, and not shown
  readonly logs: readonly Hours[];
  readonly why: Readonly<Record<string, number>>; // reasons of what was skipped
};

export const NO_COUNTS: Counts = Object.fromEntries(CLASSES.map((name) => [name, 0])) as Counts;
export const NONE_SKIPPED: Skipped = { notKms: 0, unreadable: 0, notPolicy: 0, duplicates: 0, otherKeys: 0 };
export const EMPTY_PART: Part = { events: 0, skipped: NONE_SKIPPED, counts: NO_COUNTS, shapes: {}, more: 0, logs: [], why: {} };

/** Two parts as one: in whatever order, and however they were put together, the same comes out. */
export function merged(a: Part, b: Part): Part {
  return {
    events: a.events + b.events,
    skipped: added(a.skipped, b.skipped),
    counts: added(a.counts, b.counts),
    shapes: mergedShapes(a.shapes, b.shapes),
    more: a.more + b.more,
    logs: mergedLogs([...a.logs, ...b.logs]),
    why: sums(a.why, b.why),
  };
}

const added = <T extends Readonly<Record<string, number>>>(a: T, b: T): T => sums(a, b) as T;

function sums(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const sum: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function mergedShapes(a: Part["shapes"], b: Part["shapes"]): Part["shapes"] {
  const shapes: Record<string, ShapeCount> = { ...a };
  for (const [text, shape] of Object.entries(b)) {
    const known = shapes[text];
    shapes[text] = known === undefined ? shape : together(known, shape);
  }
  return shapes;
}

/** The sample is that of the earliest call, so that the order of parts makes no difference. */
export function together(a: ShapeCount, b: ShapeCount): ShapeCount {
  const [early, late] = orderOf(a) <= orderOf(b) ? [a, b] : [b, a];
  const last = [a.last, b.last]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return { ...early, count: early.count + late.count, ...(last !== undefined && { last }) };
}

const orderOf = ({ first = "~", sample = "" }: ShapeCount): string => `${first} ${sample}`;

function mergedLogs(logs: readonly Hours[]): readonly Hours[] {
  const all = new Map<string, { account: string; region: string; hours: Set<number> }>();
  for (const { account, region, hours } of logs) {
    const name = `${account} ${region}`;
    const known = all.get(name) ?? { account, region, hours: new Set<number>() };
    for (const hour of hours) known.hours.add(hour);
    all.set(name, known);
  }
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { account, region, hours }]) => ({ account, region, hours: [...hours].sort((a, b) => a - b) }));
}

/** What a replay came to (formats: the JSON of `kmsward replay`). */
export type ReplayReport = {
  readonly version: 1;
  readonly events: number;
  readonly span: Span | null;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly skipped: Skipped & { readonly why: Readonly<Record<string, number>> };
  readonly counts: Counts;
  readonly shapes: readonly ReportedShape[];
  readonly more: number;
};

export type ReportedShape = Omit<ShapeCount, "checks"> & Partial<CheckCount> & { readonly checks: readonly CheckCount[] };

/** The worst first, then what happened most. Of a call with several checks the first that is not as it was stands for the call. */
export function reportOf(part: Part, silence?: number): ReplayReport {
  const span = spanOf(part.logs, silence);
  const named = (of: (hours: Hours) => string): readonly string[] => [...new Set(part.logs.map(of))].filter((name) => name !== "").sort();
  const shapes = Object.entries(part.shapes)
    .sort(([textA, a], [textB, b]) => CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) || b.count - a.count || (textA < textB ? -1 : 1))
    .map(([, shape]): ReportedShape => ({ ...shape, ...decisive(shape) }));
  return {
    version: 1,
    events: part.events,
    span: span ?? null,
    accounts: named(({ account }) => account),
    regions: named(({ region }) => region),
    skipped: { ...part.skipped, why: part.why },
    counts: part.counts,
    shapes,
    more: part.more,
  };
}

function decisive({ checks }: ShapeCount): Partial<CheckCount> {
  return (
    checks.find(({ after }) => after === "explicitDeny" || after === "implicitDeny") ??
    checks.find(({ after }) => after === "undetermined") ??
    checks[0] ??
    {}
  );
}

/** Every record is counted once: in a class or among the skipped. */
export const addsUp = ({ events, skipped, counts }: Part): boolean =>
  events === [...Object.values(skipped), ...Object.values(counts)].reduce((sum, count) => sum + count, 0);

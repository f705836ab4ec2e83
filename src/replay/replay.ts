import { BoundedCache } from "../base/bounded-cache.ts";
import { invariant } from "../base/invariant.ts";
import { ok } from "../base/result.ts";
import { Alike } from "./alike.ts";
import { CLASSES, type ReplayClass } from "./classes.ts";
import { Coverage } from "./coverage.ts";
import type { Judge, Judged } from "./judge.ts";
import { isObject, type LogObject } from "./member.ts";
import { RawShapes } from "./raw-shapes.ts";
import { Reads } from "./reads.ts";
import { type Stamp, stampOf } from "./record.ts";
import { type RecordedCall, recordedCall } from "./recorded-call.ts";
import { Seen } from "./seen.ts";
import { type By, Shapes } from "./shapes.ts";
import { NONE_SKIPPED, type Part, type ShapeCount, type Skipped } from "./tally.ts";

/** Which records count: those of the time between. */
export type Window = { readonly since?: number; readonly until?: number };

type Writable<T> = { -readonly [member in keyof T]: T[member] };

/** What calls of one shape come to. `names`: the same by who called and on which key, where that matters to people. */
type Entry = {
  readonly text: string; // of the shape
  readonly judged: Judged;
  readonly count: Writable<ShapeCount> | undefined;
  readonly names?: Map<string, Entry>;
  shown?: RecordedCall; // its earliest call, where that is another than the first that was read
};

/** Classes in which people look for names: something is to be done about each of them. */
const NAMED: readonly ReplayClass[] = ["broken", "opened"];

export type ReplayOptions = Window & {
  readonly by?: By;
  readonly seen?: Pick<Seen, "first" | "has">; // in the place of its own
  readonly counted?: (as: Counted, id: string | undefined) => void; // told of each record what it was counted as
};

/** What one record was counted as: a call of a shape that is listed or, beyond the bounds, is not; or something that was left out. */
export type Counted =
  | { readonly skip: keyof Skipped; readonly why: string }
  | { readonly class: ReplayClass; readonly shape: string | undefined };

const MOST_SHAPES = 100_000;
const MOST_NAMES = 10_000; // of records of one text
const MOST_WAITING = 20_000;
const MOST_REASONS = 200;

/**
 * Replays records one after the other, and keeps counts. Calls of one shape are decided once. Memory stays flat: shapes, reasons and the records that
 * wait for their copies are bounded, and what is beyond the bounds is counted.
 */
export class Replay {
  readonly #judge: Judge;
  readonly #shapes: Shapes;
  readonly #raw: RawShapes;
  readonly #rawKnown = new BoundedCache<string, Entry>(MOST_SHAPES, 4096);
  readonly #window: Window;
  readonly #by: By;
  readonly #decided = new Map<string, Entry>(); // by shape
  readonly #known = new Map<string, Entry>(); // that are listed
  readonly #seen: Pick<Seen, "first" | "has">;
  readonly #counted: ReplayOptions["counted"];
  #id: string | undefined; // of the record that is read
  readonly #waiting = new Map<string, RecordedCall>(); // copies in the log of the key's account, which do not say who called
  readonly #coverage = new Coverage();
  readonly #counts = Object.fromEntries(CLASSES.map((name) => [name, 0])) as Record<ReplayClass, number>;
  readonly #skipped: { -readonly [name in keyof Skipped]: number } = { ...NONE_SKIPPED };
  readonly #why = new Map<string, number>();
  #events = 0;
  #more = 0;

  constructor(judge: Judge, { by = "name", seen = new Seen(), counted, ...window }: ReplayOptions = {}) {
    this.#judge = judge;
    const reads = new Reads(judge.worlds, by === "value");
    const alike = new Alike(judge.worlds, reads, by === "value");
    this.#shapes = new Shapes(reads, alike);
    this.#raw = new RawShapes(reads, alike);
    this.#window = window;
    this.#by = by;
    this.#seen = seen;
    this.#counted = counted;
  }

  get events(): number {
    return this.#events;
  }

  /** Something that should have been a record, and could not be read. */
  unreadable(why: string): void {
    this.#events++;
    this.#id = undefined;
    this.#skip("unreadable", why);
  }

  add(value: unknown): void {
    const text = this.#raw.of(value);
    const known = text === undefined ? undefined : this.#rawKnown.get(text);
    if (known !== undefined) this.#addKnown(known, value);
    else this.#addNew(value, text);
  }

  /** Of a record that reads as one before it. */
  #addKnown(entry: Entry, value: unknown): void {
    const stamp = stampOf(value as LogObject);
    if (!this.#isInWindow(stamp.time)) return;
    this.#events++;
    this.#coverage.add(stamp.time, stamp.account, stamp.region);
    this.#id = stamp.id;
    if (stamp.id !== undefined && !this.#seen.first(stamp.id)) this.#skip("duplicates", AGAIN);
    else if (entry.names === undefined) this.#countAs(entry, stamp, () => recordedCall(value));
    else {
      const names = this.#raw.names(value as LogObject);
      const named = entry.names.get(names);
      if (named !== undefined) this.#countAs(named, stamp, () => recordedCall(value));
      else {
        const read = recordedCall(value);
        invariant(read.ok, "what reads as a call before it is one");
        const one = this.#countNamed(read.value, entry);
        if (one !== undefined && entry.names.size < MOST_NAMES) entry.names.set(names, one);
      }
    }
  }

  #addNew(value: unknown, text: string | undefined): void {
    const read = recordedCall(value);
    const { time, account, region, id } = read.ok ? read.value : read.error;
    if (!this.#isInWindow(time)) return;
    this.#events++;
    this.#coverage.add(time, account, region);
    this.#id = id;
    const isFirst = id === undefined || this.#seen.first(id);
    if (!read.ok) {
      const { skip, why } = read.error;
      if (isFirst || skip === "unreadable") this.#skip(skip, why);
      else this.#skip("duplicates", AGAIN);
      return;
    }
    const call = read.value;
    if (!isFirst) this.#skip("duplicates", AGAIN);
    else if (call.shared !== undefined) this.#countShared(call, `${call.shared} ${call.operation} ${call.region}`);
    else {
      const entry = this.#count(call);
      if (text !== undefined && entry !== undefined) this.#rawKnown.set(text, entry);
    }
  }

  /** Hours in which an account has records in a Region. */
  cover(hour: string, account: string, region: string): void {
    this.#coverage.add(hour, account, region);
  }

  /** Calls of one shape by their earliest, as an engine has grouped them. `last`: when the last of them was. */
  addGroup(value: unknown, count: number, last: string | undefined): void {
    this.add(value);
    if (count < 2) return;
    const more = count - 1;
    this.#events += more;
    const read = recordedCall(value);
    if (!read.ok) this.#skip(read.error.skip, read.error.why, more);
    else if (read.value.shared !== undefined) this.#skip("duplicates", AGAIN, more);
    else {
      const entry = this.#decided.get(this.#shapes.of(read.value));
      const judged = entry?.judged ?? this.#judge.judge(read.value);
      if ("elsewhere" in judged) this.#skip("otherKeys", ELSEWHERE, more);
      else {
        this.#counts[judged.class] += more;
        if (entry?.count === undefined) this.#more += more;
        else {
          entry.count.count += more;
          if (last !== undefined && (entry.count.last === undefined || last > entry.count.last)) entry.count.last = last;
        }
      }
    }
  }

  /** What it has come to so far. */
  part(): Part {
    for (const [shared, call] of this.#waiting) {
      this.#waiting.delete(shared);
      this.#count(call);
    }
    const shapes: Record<string, ShapeCount> = {};
    for (const [text, entry] of this.#known) {
      this.#show(entry);
      if (entry.count !== undefined) shapes[text] = entry.count;
    }
    return {
      events: this.#events,
      skipped: { ...this.#skipped },
      counts: { ...this.#counts },
      shapes,
      more: this.#more,
      logs: this.#coverage.hours(),
      why: Object.fromEntries([...this.#why].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  /** A call across accounts is delivered to both: once it counts, by the copy that says more. */
  #countShared(call: RecordedCall, shared: string): void {
    const waiting = this.#waiting.get(shared);
    if (waiting !== undefined) {
      this.#skip("duplicates", "the same call in the log of another account");
      if (call.isPartial) return;
      this.#waiting.delete(shared);
      this.#seen.first(shared);
      this.#count(call);
      return;
    }
    if (this.#seen.has(shared)) this.#skip("duplicates", "the same call in the log of another account");
    else if (!call.isPartial) {
      this.#seen.first(shared);
      this.#count(call);
    } else {
      this.#waiting.set(shared, call);
      if (this.#waiting.size > MOST_WAITING) this.#countOldest();
    }
  }

  #countOldest(): void {
    const [oldest] = this.#waiting;
    if (oldest === undefined) return;
    this.#waiting.delete(oldest[0]);
    this.#seen.first(oldest[0]);
    this.#count(oldest[1]);
  }

  /** Gives what calls of the same shape are counted as; undefined where there are too many shapes to keep another. */
  #count(call: RecordedCall): Entry | undefined {
    const text = this.#shapes.of(call);
    const known = this.#decided.get(text);
    if (known !== undefined) {
      if (known.names === undefined) this.#countAs(known, call, () => ok(call));
      else this.#countNamed(call, known);
      return known;
    }
    const judged = this.#judge.judge(call);
    const isNamed = this.#by === "name" && "class" in judged && NAMED.includes(judged.class);
    if (!isNamed) return this.#countNew(call, text, judged);
    const entry: Entry = { text, judged, count: undefined, names: new Map() };
    if (this.#decided.size < MOST_SHAPES) this.#decided.set(text, entry);
    this.#countNamed(call, entry);
    return entry;
  }

  /** One call of those of a shape that are told apart by their names. */
  #countNamed(call: RecordedCall, { judged }: Entry): Entry | undefined {
    const text = this.#shapes.named(call);
    const known = this.#known.get(text);
    if (known === undefined) return this.#countNew(call, text, this.#known.size < MOST_SHAPES ? this.#judge.judge(call) : judged);
    this.#countAs(known, call, () => ok(call));
    return known;
  }

  #countNew(call: RecordedCall, text: string, judged: Judged): Entry | undefined {
    const isKept = this.#known.size < MOST_SHAPES;
    const entry: Entry = { text, judged, count: "elsewhere" in judged ? undefined : countOf(call, judged) };
    if (isKept) this.#known.set(text, entry);
    if (isKept && !this.#decided.has(text)) this.#decided.set(text, entry);
    if ("elsewhere" in judged) this.#skip("otherKeys", ELSEWHERE);
    else {
      this.#counts[judged.class]++;
      if (!isKept) this.#more++;
      this.#counted?.({ class: judged.class, shape: isKept ? text : undefined }, this.#id);
    }
    return isKept ? entry : undefined;
  }

  /** One more call of a shape. It is shown by its earliest call, of two at once by the one with the smaller id: whatever their order in the log. */
  #countAs(entry: Entry, { time, id }: Pick<Stamp, "time" | "id">, call: () => ReturnType<typeof recordedCall>): void {
    const { judged, count } = entry;
    if ("elsewhere" in judged || count === undefined) {
      this.#skip("otherKeys", ELSEWHERE);
      return;
    }
    this.#counts[judged.class]++;
    count.count++;
    this.#counted?.({ class: judged.class, shape: entry.text }, this.#id);
    if (time === undefined) return;
    if (count.last === undefined || time > count.last) count.last = time;
    const isEarlier =
      count.first === undefined || time < count.first || (time === count.first && id !== undefined && id < (count.sample ?? "~"));
    const earlier = isEarlier ? call() : undefined;
    if (!earlier?.ok) return;
    count.first = time;
    if (id === undefined) delete count.sample;
    else count.sample = id;
    entry.shown = earlier.value;
  }

  /** What a shape is shown by: decided when somebody asks, as most calls that are the earliest for a while do not stay so. */
  #show(entry: Entry): void {
    if (entry.shown === undefined || entry.count === undefined) return;
    const judged = this.#judge.judge(entry.shown);
    invariant("class" in judged, "calls of a shape are decided alike");
    const { count: _, last: __, ...shown } = countOf(entry.shown, judged);
    delete entry.count.inferred;
    Object.assign(entry.count, shown);
    delete entry.shown;
  }

  #skip(skip: keyof Skipped, why: string, count = 1): void {
    this.#skipped[skip] += count;
    this.#counted?.({ skip, why }, this.#id);
    const text = `${skip}: ${why}`;
    if (this.#why.has(text) || this.#why.size < MOST_REASONS) this.#why.set(text, (this.#why.get(text) ?? 0) + count);
  }

  #isInWindow(time: string | undefined): boolean {
    const { since, until } = this.#window;
    if (since === undefined && until === undefined) return true;
    const moment = time === undefined ? Number.NaN : Date.parse(time);
    return !(moment < (since ?? Number.NEGATIVE_INFINITY)) && !(moment >= (until ?? Number.POSITIVE_INFINITY));
  }
}

const countOf = (
  { operation, recorded, time, id, inferred }: RecordedCall,
  judged: Exclude<Judged, { elsewhere: string }>,
): ShapeCount => ({
  class: judged.class,
  count: 1,
  ...(time !== undefined && { first: time, last: time }),
  ...(id !== undefined && { sample: id }),
  operation,
  recorded,
  checks: judged.checks.map(({ missing, ...check }) => ({ ...check, ...(missing.length > 0 && { missing }) })),
  ...(inferred.length > 0 && { inferred }),
});

const AGAIN = "the same record again";
const ELSEWHERE = "on a key that the world does not have";

/** Row mode: what one record comes to, by itself. */
export function judgeRow(judge: Judge, value: unknown) {
  const read = recordedCall(value);
  const id = isObject(value) ? stampOf(value).id : undefined;
  if (!read.ok) return { id: read.error.id ?? id ?? null, class: read.error.skip, why: read.error.why };
  const { recorded, inferred } = read.value;
  const judged = judge.judge(read.value);
  const given = read.value.id ?? id ?? null;
  if ("elsewhere" in judged) return { id: given, class: "otherKeys", recorded, why: `the world does not have ${judged.elsewhere}` };
  const checks = judged.checks.map(({ request, before, after, missing, by }) => ({
    ...(request !== undefined && { request }),
    ...(before !== undefined && { before }),
    after,
    by,
    ...(missing.length > 0 && { missing }),
  }));
  return { id: given, class: judged.class, recorded, checks, ...(inferred.length > 0 && { why: inferred.join("; ") }) };
}

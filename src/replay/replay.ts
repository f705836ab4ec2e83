import { BoundedCache } from "../base/bounded-cache.ts";
import { invariant } from "../base/invariant.ts";
import { Alike } from "./alike.ts";
import { CLASSES, type ReplayClass } from "./classes.ts";
import { Coverage, timeOfHour } from "./coverage.ts";
import { type Classed, ELSEWHERE, type Judge } from "./judge.ts";
import { isObject, type LogObject } from "./member.ts";
import { OverTime, type Times } from "./over-time.ts";
import { RawShapes } from "./raw-shapes.ts";
import { Reads } from "./reads.ts";
import { type Recorded, stampOf } from "./record.ts";
import { type RecordedCall, recordedCall } from "./recorded-call.ts";
import { Seen } from "./seen.ts";
import { type By, Shapes } from "./shapes.ts";
import { type Counts, EMPTY_PART, NO_COUNTS, NONE_SKIPPED, type Part, type ShapeCount, type Skipped } from "./tally.ts";
import { isInWindow, type Window } from "./window.ts";

/** What calls of one shape come to. `names`: the same by who called and on which key, where that matters to people. */
type Entry = {
  readonly text: string; // of the shape
  readonly class: Classed;
  readonly operation: string;
  readonly recorded: Recorded;
  readonly names?: Map<string, Entry>;
  count: number;
  first: string | undefined;
  last: string | undefined;
  sample: string | undefined;
  shown: unknown; // the record of its earliest call
  times: Times | undefined;
};

/** Classes in which people look for names: something is to be done about each of them. */
const NAMED: readonly ReplayClass[] = ["broken", "opened"];

export type ReplayOptions = Window & {
  readonly by?: By;
  readonly mostShapes?: number; // that are listed: calls of others are counted
  readonly overTime?: boolean; // whether `during` will be asked
  readonly seen?: Pick<Seen, "first" | "has">; // in the place of its own
  readonly counted?: (as: Counted, id: string | undefined) => void; // told of each record what it was counted as
};

/** What one record was counted as: a call of a shape that is listed or, beyond the bounds, is not; or something that was left out. */
export type Counted =
  | { readonly skip: keyof Skipped; readonly why: string }
  | { readonly class: ReplayClass; readonly shape: string | undefined };

const MOST_SHAPES = 100_000;
const MOST_NAMES = 10_000; // of calls of one shape
const MOST_WAITING = 20_000;
const MOST_REASONS = 200;

/**
 * Replays records one after the other, and keeps counts. Calls of one shape are decided once; what stands behind a decision is worked out when somebody
 * asks. Memory stays flat: shapes, reasons and the records that wait for their copies are bounded, and what is beyond the bounds is counted.
 */
export class Replay {
  readonly #judge: Judge;
  readonly #shapes: Shapes;
  readonly #raw: RawShapes;
  readonly #rawKnown = new BoundedCache<string, Entry>(MOST_SHAPES, 4096);
  readonly #window: Window;
  readonly #by: By;
  readonly #most: number;
  readonly #overTime: OverTime | undefined;
  readonly #decided = new Map<string, Entry>(); // by shape
  readonly #listed: Entry[] = [];
  readonly #seen: Pick<Seen, "first" | "has">;
  readonly #counted: ReplayOptions["counted"];
  #id: string | undefined; // of the record that is read
  readonly #waiting = new Map<string, Read>(); // copies in the log of the key's account, which do not say who called
  readonly #coverage = new Coverage();
  readonly #counts = Object.fromEntries(CLASSES.map((name) => [name, 0])) as Record<ReplayClass, number>;
  readonly #skipped: { -readonly [name in keyof Skipped]: number } = { ...NONE_SKIPPED };
  readonly #why = new Map<string, number>();
  #events = 0;
  #more = 0;

  constructor(
    judge: Judge,
    { by = "name", seen = new Seen(), counted, overTime = false, mostShapes = MOST_SHAPES, ...window }: ReplayOptions = {},
  ) {
    this.#judge = judge;
    const reads = new Reads(judge.worlds, by === "value");
    const alike = new Alike(judge.worlds, reads, by === "value");
    this.#shapes = new Shapes(reads, alike);
    this.#raw = new RawShapes(reads, alike);
    this.#window = window;
    this.#by = by;
    this.#most = mostShapes;
    this.#overTime = overTime ? new OverTime() : undefined;
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
    if (known !== undefined) this.#addKnown(known, value as LogObject);
    else this.#addNew(value, text);
  }

  /** Of a record that reads as one before it. */
  #addKnown(entry: Entry, record: LogObject): void {
    const { id, time, account, region } = stampOf(record);
    if (!isInWindow(this.#window, time)) return;
    this.#events++;
    this.#coverage.add(time, account, region);
    this.#id = id;
    if (id !== undefined && !this.#seen.first(id)) this.#skip("duplicates", AGAIN);
    else if (entry.names === undefined) this.#countAs(entry, time, id, record);
    else this.#countNamed(entry, { record, time, id, call: undefined });
  }

  #addNew(value: unknown, text: string | undefined): void {
    const read = recordedCall(value);
    const { time, account, region, id } = read.ok ? read.value : read.error;
    if (!isInWindow(this.#window, time)) return;
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
    const one = { record: value, time, id, call };
    if (!isFirst) this.#skip("duplicates", AGAIN);
    else if (call.shared !== undefined) this.#countShared(one, `${call.shared} ${call.operation} ${call.region}`);
    else {
      const entry = this.#count(one);
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
      const kind = entry?.class ?? this.#judge.classOf(read.value);
      if (kind === ELSEWHERE) this.#skip("otherKeys", NOT_OURS, more);
      else {
        this.#counts[kind] += more;
        if (entry === undefined) this.#more += more;
        else {
          entry.count += more;
          if (last !== undefined && (entry.last === undefined || last > entry.last)) entry.last = last;
        }
      }
    }
  }

  /** What it has come to so far. */
  part(): Part {
    for (const [shared, one] of this.#waiting) {
      this.#waiting.delete(shared);
      this.#count(one);
    }
    const shapes: Record<string, ShapeCount> = {};
    for (const entry of this.#listed) if (entry.class !== ELSEWHERE) shapes[entry.text] = this.#shapeOf(entry, entry.class);
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

  /** How long the stretches are by which `during` tells time, in milliseconds. */
  get grain(): number {
    return this.#overTime?.grain ?? Number.POSITIVE_INFINITY;
  }

  /**
   * The listed shapes with their calls in a part of the time that was read, whose ends are ends of stretches. When each was first and last is not told.
   */
  during(window: Window): Part {
    const whole = this.part();
    const counts = { ...NO_COUNTS };
    const shapes: Record<string, ShapeCount> = {};
    for (const [entry, kind, count] of this.#countsDuring(window)) {
      counts[kind] += count;
      shapes[entry.text] = this.#shapeOf({ ...entry, count, first: undefined, last: undefined }, kind);
    }
    const logs = whole.logs.map((log) => ({ ...log, hours: log.hours.filter((hour) => isInWindow(window, timeOfHour(hour))) }));
    return {
      ...EMPTY_PART,
      events: Object.values(counts).reduce((sum, count) => sum + count, 0),
      counts,
      shapes,
      logs: logs.filter(({ hours }) => hours.length > 0),
    };
  }

  /** What other worlds make of the listed calls in a part of the time: their policies read no more of a call than those that it was replayed against. */
  countsBy(judge: Judge, window: Window): Counts {
    const counts = { ...NO_COUNTS };
    for (const [{ shown }, , count] of this.#countsDuring(window)) {
      const kind = judge.classOf(callOf({ record: shown, call: undefined }));
      if (kind !== ELSEWHERE) counts[kind] += count;
    }
    return counts;
  }

  *#countsDuring(window: Window): Generator<readonly [entry: Entry, kind: ReplayClass, count: number]> {
    for (const entry of this.#listed) {
      const { class: kind, times } = entry;
      if (kind === ELSEWHERE || times === undefined) continue;
      const count = this.#overTime?.within(times, window) ?? 0;
      if (count > 0) yield [entry, kind, count];
    }
  }

  /** A call across accounts is delivered to both: once it counts, by the copy that says more. */
  #countShared(one: Read & { readonly call: RecordedCall }, shared: string): void {
    const waiting = this.#waiting.get(shared);
    if (waiting !== undefined) {
      this.#skip("duplicates", "the same call in the log of another account");
      if (one.call.isPartial) return;
      this.#waiting.delete(shared);
      this.#seen.first(shared);
      this.#count(one);
      return;
    }
    if (this.#seen.has(shared)) this.#skip("duplicates", "the same call in the log of another account");
    else if (!one.call.isPartial) {
      this.#seen.first(shared);
      this.#count(one);
    } else {
      this.#waiting.set(shared, one);
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
  #count(one: Read): Entry | undefined {
    const call = callOf(one);
    const text = this.#shapes.of(call);
    const known = this.#decided.get(text);
    if (known !== undefined) {
      if (known.names === undefined) this.#countAs(known, one.time, one.id, one.record);
      else this.#countNamed(known, one);
      return known;
    }
    const kind = this.#judge.classOf(call);
    const isNamed = this.#by === "name" && kind !== ELSEWHERE && NAMED.includes(kind);
    const entry: Entry = {
      text,
      class: kind,
      operation: call.operation,
      recorded: call.recorded,
      ...(isNamed && { names: new Map() }),
      ...NOTHING_YET,
    };
    const isKept = this.#decided.size < this.#most;
    if (isKept) this.#decided.set(text, entry);
    if (isNamed) this.#countNamed(entry, one);
    else if (this.#isListed(entry)) this.#countAs(entry, one.time, one.id, one.record);
    else this.#countMore(entry);
    return isKept ? entry : undefined;
  }

  /** One call of those of a shape that are told apart by their names. */
  #countNamed(shape: Entry, one: Read): void {
    const names = this.#raw.names(one.record) ?? this.#shapes.names(callOf(one));
    const known = shape.names?.get(names);
    if (known !== undefined) {
      this.#countAs(known, one.time, one.id, one.record);
      return;
    }
    const { names: _, ...common } = shape;
    const entry: Entry = { ...common, text: `${shape.text}\n${names}`, ...NOTHING_YET };
    const isRoom = shape.names !== undefined && shape.names.size < MOST_NAMES;
    if (isRoom && this.#isListed(entry)) {
      shape.names.set(names, entry);
      this.#countAs(entry, one.time, one.id, one.record);
    } else this.#countMore(entry);
  }

  /** Puts a new entry on the list, if there is room. */
  #isListed(entry: Entry): boolean {
    const isRoom = this.#listed.length < this.#most;
    if (isRoom) this.#listed.push(entry);
    return isRoom;
  }

  /** A call of a shape beyond those that are listed. */
  #countMore({ class: kind }: Entry): void {
    if (kind === ELSEWHERE) {
      this.#skip("otherKeys", NOT_OURS);
      return;
    }
    this.#counts[kind]++;
    this.#more++;
    this.#counted?.({ class: kind, shape: undefined }, this.#id);
  }

  /** One more call of a shape. It is shown by its earliest call, of two at once by the one with the smaller id: whatever their order in the log. */
  #countAs(entry: Entry, time: string | undefined, id: string | undefined, record: unknown): void {
    const { class: kind, first } = entry;
    if (kind === ELSEWHERE) {
      this.#skip("otherKeys", NOT_OURS);
      return;
    }
    this.#counts[kind]++;
    this.#counted?.({ class: kind, shape: entry.text }, this.#id);
    const isNew = entry.count++ === 0;
    if (this.#overTime !== undefined) {
      entry.times ??= this.#overTime.made();
      this.#overTime.add(entry.times, time);
    }
    if (time !== undefined && (entry.last === undefined || time > entry.last)) entry.last = time;
    const isEarlier =
      time !== undefined && (first === undefined || time < first || (time === first && id !== undefined && id < (entry.sample ?? "~")));
    if (!isNew && !isEarlier) return;
    entry.first = time;
    entry.sample = id;
    entry.shown = sparse(record);
  }

  /** What is listed of a shape. Its checks are decided when somebody looks at them: few do, of a long list. */
  #shapeOf({ operation, recorded, count, first, last, sample, shown }: Entry, kind: ReplayClass): ShapeCount {
    let worked: Pick<ShapeCount, "checks" | "inferred"> | undefined;
    const work = () => {
      worked ??= this.#worked(shown);
      return worked;
    };
    return {
      class: kind,
      count,
      ...(first !== undefined && { first }),
      ...(last !== undefined && { last }),
      ...(sample !== undefined && { sample }),
      operation,
      recorded,
      get checks() {
        return work().checks;
      },
      get inferred() {
        return work().inferred;
      },
    };
  }

  #worked(record: unknown): Pick<ShapeCount, "checks" | "inferred"> {
    const call = callOf({ record, call: undefined });
    const judged = this.#judge.judge(call);
    invariant("class" in judged, "calls of a shape are decided alike");
    return {
      checks: judged.checks.map(({ missing, ...check }) => ({ ...check, ...(missing.length > 0 && { missing }) })),
      ...(call.inferred.length > 0 && { inferred: call.inferred }),
    };
  }

  #skip(skip: keyof Skipped, why: string, count = 1): void {
    this.#skipped[skip] += count;
    this.#counted?.({ skip, why }, this.#id);
    const text = `${skip}: ${why}`;
    if (this.#why.has(text) || this.#why.size < MOST_REASONS) this.#why.set(text, (this.#why.get(text) ?? 0) + count);
  }
}

/** A record that a call was read from, or may be. */
type Read = {
  readonly record: unknown;
  readonly time: string | undefined;
  readonly id: string | undefined;
  readonly call: RecordedCall | undefined;
};

function callOf({ record, call }: Pick<Read, "record" | "call">): RecordedCall {
  if (call !== undefined) return call;
  const read = recordedCall(record);
  invariant(read.ok, "what read as a call once is one");
  return read.value;
}

/** A record without what nobody reads of it, where that may be long: of thousands of shapes one each is kept. */
function sparse(record: unknown): unknown {
  if (!isObject(record) || !Object.hasOwn(record, "eventSource")) return record;
  const { responseElements, requestParameters: sent } = record;
  const isLong = isObject(sent) && Object.hasOwn(sent, "policy");
  if (!isLong && !isObject(responseElements)) return record;
  return { ...record, responseElements: null, ...(isLong && { requestParameters: { ...sent, policy: undefined } }) };
}

const NOTHING_YET = { count: 0, first: undefined, last: undefined, sample: undefined, shown: undefined, times: undefined };
const AGAIN = "the same record again";
const NOT_OURS = "on a key that the world does not have";

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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { World } from "../../src/estate/world.ts";
import { Alike } from "../../src/replay/alike.ts";
import { Judge } from "../../src/replay/judge.ts";
import { RawShapes } from "../../src/replay/raw-shapes.ts";
import { Reads } from "../../src/replay/reads.ts";
import { recordedCall } from "../../src/replay/recorded-call.ts";
import { judgeRow, Replay } from "../../src/replay/replay.ts";
import { Shapes } from "../../src/replay/shapes.ts";
import { addsUp, EMPTY_PART, merged, NO_COUNTS, type Part, reportOf } from "../../src/replay/tally.ts";
import { replayText } from "../../src/report/replay/text.ts";
import { readWorld } from "../../src/world/reader.ts";
import { AFTER, BEFORE, madeRecord } from "../generators/trail.ts";
import { Pair } from "./estate-agreement.ts";
import { everyAttempt, fromFile, worldOf } from "./every-attempt.ts";

const TAKEN = { unlisted: "anything", sessionTags: "unknown" } as const;
const PATHS = ["fixtures/worlds/estate.yaml", "fixtures/tests/world.yaml", "fixtures/examples/orders/orders.world.yaml"];

/** What a KMS that enforced a world told of every operation by everybody. */
function eventsOf(world: World): readonly object[] {
  const pair = new Pair(world);
  for (const attempt of everyAttempt(world)) pair.compare(attempt);
  return pair.events.map((event) => JSON.parse(JSON.stringify(event)));
}

function replayOf(world: World, events: readonly unknown[], baseline?: World): Part {
  const replay = new Replay(new Judge(world, baseline, TAKEN));
  for (const event of events) replay.add(event);
  return replay.part();
}

/** Without the order of members. */
const sorted = (part: Part) => ({ ...part, shapes: Object.fromEntries(Object.entries(part.shapes).sort()) });

describe.each(PATHS)("%s", (path) => {
  const world = fromFile(path);
  const events = eventsOf(world);

  test("replayed against the world that was enforced, nothing differs from what was recorded", () => {
    const judge = new Judge(world, world, TAKEN);
    const classes: Record<string, number> = {};
    for (const event of events) {
      const row = judgeRow(judge, event);
      classes[row.class] = (classes[row.class] ?? 0) + 1;
      if (["mismatch", "broken", "opened"].includes(row.class)) expect.fail(JSON.stringify({ row, event }, undefined, 1));
    }
    expect(classes.allowed ?? 0).toBeGreaterThan(0);
    expect(classes.denied ?? 0).toBeGreaterThan(0);
  });

  test("every record is counted once, and shapes decide as their calls do", () => {
    const part = replayOf(world, events, world);
    expect(addsUp(part)).toBe(true);
    const judge = new Judge(world, world, TAKEN);
    const counts: Record<string, number> = {};
    const shared = new Set<string>();
    for (const event of events) {
      const read = recordedCall(event);
      if (!read.ok) continue;
      const copy = read.value.shared && `${read.value.shared} ${read.value.operation} ${read.value.region}`;
      if (copy !== undefined && shared.has(copy)) continue;
      if (copy !== undefined) shared.add(copy);
      const { class: name } = judgeRow(judge, event);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    const { otherKeys: _, ...mine } = counts as Record<string, number>;
    expect({ ...NO_COUNTS, ...mine }).toEqual(part.counts);
  });

  test("texts of records that are equal are calls of one shape", () => {
    const reads = new Reads([world]);
    const alike = new Alike([world], reads);
    const [raw, shapes] = [new RawShapes(reads, alike), new Shapes(reads, alike)];
    const known = new Map<string, string>();
    for (const event of events) {
      const text = raw.of(event);
      const read = recordedCall(event);
      if (text === undefined) continue;
      const shape = read.ok ? shapes.of(read.value) : read.error.why;
      expect(known.get(text) ?? shape).toBe(shape);
      known.set(text, shape);
    }
    expect(known.size).toBeLessThan(events.length);
  });

  test("parts merged in any order, and in any grouping, are the whole", () => {
    const some = events.slice(0, 1500);
    const whole = sorted(replayOf(world, some, world));
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 3 }), { minLength: some.length, maxLength: some.length }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (where, order) => {
          // copies of one call stay in one part: parts do not know each other's
          const home = new Map<unknown, number>();
          const parts = [0, 1, 2, 3].map((place) =>
            replayOf(
              world,
              some.filter((event, i) => {
                const shared = (event as { sharedEventID?: string }).sharedEventID;
                const at = shared === undefined ? where[i] : (home.get(shared) ?? where[i]);
                if (shared !== undefined && at !== undefined) home.set(shared, at);
                return at === place;
              }),
              world,
            ),
          );
          const [a, b, c, d] = order.map((place) => parts[place] ?? EMPTY_PART) as [Part, Part, Part, Part];
          expect(sorted(merged(merged(a, b), merged(c, d)))).toEqual(whole);
          expect(sorted(merged(a, merged(b, merged(c, d))))).toEqual(whole);
        },
      ),
      { numRuns: 4 },
    );
  });

  test("order makes no difference", () => {
    const some = events.slice(0, 1500).filter((event) => !("sharedEventID" in event));
    const there = sorted(replayOf(world, some, world));
    expect(sorted(replayOf(world, some.toReversed(), world))).toEqual(there);
    expect(reportOf(there as Part).shapes.length).toBeGreaterThan(0);
  });
});

test("shapes beyond the bound are counted, and it is told how many calls they are", () => {
  const world = worldOf(readWorld("after.json", { readFile: () => AFTER, root: "." }));
  const parts = [undefined, 20].map((mostShapes) => {
    const replay = new Replay(new Judge(world, undefined, TAKEN), mostShapes === undefined ? {} : { mostShapes });
    for (let i = 0; i < 400; i++) replay.add(madeRecord(2, i));
    return replay.part();
  });
  const [whole, bounded] = parts as [Part, Part];
  expect(bounded.counts).toEqual(whole.counts);
  expect(addsUp(bounded)).toBe(true);
  expect(Object.keys(bounded.shapes).length).toBeLessThanOrEqual(20);
  const listed = Object.values(bounded.shapes).reduce((sum, { count }) => sum + count, 0);
  const all = Object.values(bounded.counts).reduce((sum, count) => sum + count, 0);
  expect({ more: bounded.more, listed }).toEqual({ more: all - listed, listed });
  expect(bounded.more).toBeGreaterThan(0);
  expect(replayText(reportOf(bounded), { name: "w", keyNames: new Map() })).toContain("of further shapes are counted and not listed");
});

test("one reading tells what each part of the time held, by whatever worlds", () => {
  const world = worldOf(readWorld("after.json", { readFile: () => AFTER, root: "." }));
  const other = worldOf(readWorld("before.json", { readFile: () => BEFORE, root: "." }));
  const records = Array.from({ length: 300 }, (_, i) => madeRecord(4, i));
  const replayed = (by: World, options: ConstructorParameters<typeof Replay>[1]) => {
    const replay = new Replay(new Judge(by, undefined, TAKEN), { by: "value", ...options });
    for (const record of records) replay.add(record);
    return replay;
  };
  const once = replayed(world, { overTime: true });
  const cut = Date.UTC(2026, 8, 14, 7);
  for (const window of [{ since: cut }, { until: cut }, { since: cut, until: cut + 20 * 86_400_000 }]) {
    const alone = replayed(world, window).part();
    const during = once.during(window);
    expect(during.counts).toEqual(alone.counts);
    expect(during.logs).toEqual(alone.logs);
    const countsOf = ({ shapes }: Part) => Object.entries(shapes).map(([text, { count }]) => [text, count]);
    expect(countsOf(during).sort()).toEqual(countsOf(alone).sort());
    expect(once.countsBy(new Judge(other, undefined, TAKEN), window)).toEqual(replayed(other, window).part().counts);
  }
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value;

test("by value, callers, keys and values that no policy tells apart stay apart: what was used is learnt from them", () => {
  const world = worldOf(readWorld("after.json", { readFile: () => AFTER, root: "." }));
  const records = Array.from({ length: 300 }, (_, i) => madeRecord(1, i));
  const shapesOf = (by: "value" | "policy") => {
    const replay = new Replay(new Judge(world, undefined, TAKEN), { by });
    for (const record of records) replay.add(record);
    return Object.values(replay.part().shapes).flatMap(({ checks }) => checks.flatMap(({ request }) => request ?? []));
  };
  const seen = (requests: ReturnType<typeof shapesOf>) => [
    new Set(requests.map(({ resource }) => resource)).size,
    new Set(requests.map(({ principal }) => (typeof principal === "string" ? principal : (principal.roleArn ?? principal.arn)))).size,
    new Set(requests.map(({ encryptionContext }) => encryptionContext?.tenant)).size,
  ];
  const [value, policy] = [seen(shapesOf("value")), seen(shapesOf("policy"))];
  value.forEach((count, i) => void expect(count).toBeGreaterThan(policy[i] ?? 0));
});

describe("whatever stands in a log", () => {
  const world = fromFile("fixtures/examples/orders/orders.world.yaml");
  const real = eventsOf(world).slice(0, 400);

  test("is counted once, and never throws", () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 20 }), (values) => {
        const part = replayOf(world, values);
        expect(part.events).toBe(values.length);
        expect(addsUp(part)).toBe(true);
      }),
    );
  });

  test("with a member of a real record lost, or of another type, too", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.array(fc.tuple(fc.nat({ max: 200 }), json), { minLength: 1, maxLength: 4 }),
        (event, changes) => {
          const copy = structuredClone(event) as Record<string, unknown>;
          for (const [which, value] of changes) {
            const places = placesIn(copy);
            const [holder, name] = places[which % places.length] ?? [copy, "eventName"];
            if (typeof value === "boolean") delete holder[name];
            else holder[name] = value;
          }
          const part = replayOf(world, [copy], world);
          expect(part.events).toBe(1);
          expect(addsUp(part)).toBe(true);
          expect(() => judgeRow(new Judge(world, undefined, TAKEN), copy)).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function placesIn(value: Record<string, unknown>): (readonly [Record<string, unknown>, string])[] {
  return Object.entries(value).flatMap(([name, inner]) => [
    [value, name] as const,
    ...(typeof inner === "object" && inner !== null ? placesIn(inner as Record<string, unknown>) : []),
  ]);
}

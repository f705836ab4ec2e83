import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Places } from "../../src/iam/places.ts";

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom("a", "b", ":", "\n", "\ud83d"), maxLength });
const texts = fc.array(text(70), { minLength: 1, maxLength: 4 });
/** Long ones, made of few pieces, so that a long text is in them now and then. */
const LONG = ["a".repeat(65), "ab".repeat(40), `${"a".repeat(66)}\n`, "b".repeat(64)];
const longTexts = fc.array(
  fc.array(fc.constantFrom(...LONG, "a", "b"), { maxLength: 4 }).map((parts) => parts.join("")),
  { minLength: 1, maxLength: 3 },
);

/** One step in each text by itself, from each of the given places: the definition. */
type Step = (place: number, text: string) => readonly number[];
type Ends = readonly boolean[];

/** Which texts end where the steps lead. */
function byDefinition(all: readonly string[], steps: readonly Step[]): Ends {
  return all.map((each) => {
    let places = new Set([0]);
    for (const step of steps) places = new Set([...places].flatMap((place) => step(place, each)));
    return places.has(each.length);
  });
}

const passes = (unit: string | undefined, colons: boolean) => unit !== undefined && (colons || unit !== ":");
const after =
  (wanted: string): Step =>
  (place, given) =>
    given.startsWith(wanted, place) ? [place + wanted.length] : [];
const one =
  (colons: boolean): Step =>
  (place, given) =>
    passes(given[place], colons) ? [place + 1] : [];
const run =
  (colons: boolean): Step =>
  (place, given) => {
    const reached = [place];
    for (let at = place; passes(given[at], colons); at++) reached.push(at + 1);
    return reached;
  };

type Move = { readonly how: "after"; readonly text: string } | { readonly how: "one" | "run"; readonly colons: boolean };
const moves = (wanted: fc.Arbitrary<string>) =>
  fc.array(
    fc.oneof(
      fc.record({ how: fc.constant("after" as const), text: wanted }),
      fc.record({ how: fc.constantFrom("one" as const, "run" as const), colons: fc.boolean() }),
    ),
    { maxLength: 5 },
  );

const stepOf = (move: Move): Step => (move.how === "after" ? after(move.text) : move.how === "one" ? one(move.colons) : run(move.colons));

function moved(all: readonly string[], path: readonly Move[]): Ends {
  const places = new Places(all);
  let at = places.starts;
  for (const move of path) {
    if (move.how === "after") at = places.after(at, move.text);
    else at = move.how === "one" ? places.afterOne(at, move.colons) : places.afterRun(at, move.colons);
  }
  return places.textsThatEnd(at);
}

describe("steps", () => {
  it("lead where they lead in each text by itself", () => {
    fc.assert(
      fc.property(texts, moves(text(2)), (all, path) => {
        expect(moved(all, path)).toEqual(byDefinition(all, path.map(stepOf)));
      }),
      { numRuns: 2_000 },
    );
  });

  it("behind long texts, too", () => {
    fc.assert(
      fc.property(longTexts, moves(fc.constantFrom(...LONG)), (all, path) => {
        expect(moved(all, path)).toEqual(byDefinition(all, path.map(stepOf)));
      }),
      { numRuns: 2_000 },
    );
  });

  it("never lead from one text into the next", () => {
    const places = new Places(["a", "b", ""]);
    expect(places.textsThatEnd(places.after(places.starts, "a\nb"))).toEqual([false, false, false]);
    expect(places.textsThatEnd(places.after(places.starts, `a\nb${"\n".repeat(100)}`))).toEqual([false, false, false]);
    expect(places.textsThatEnd(places.afterOne(places.starts, true))).toEqual([true, true, false]);
    expect(places.textsThatEnd(places.afterRun(places.starts, true))).toEqual([true, true, true]);
    expect(places.textsThatEnd(places.starts)).toEqual([false, false, true]);
  });
});

describe("what the steps cost", () => {
  const spent = (length: number, steps: number, wanted: string) => {
    const places = new Places(["a".repeat(length)]);
    for (let i = 0; i < steps; i++) places.after(places.afterRun(places.starts, true), wanted);
    return places.work;
  };

  it("is a word for 64 places, after the text has been looked through once", () => {
    expect(spent(8_192, 1_000, "ab")).toBeLessThan(3 * 8_192 + 1_000 * 10 * (8_192 / 64));
    expect(spent(8_192, 2_000, "ab")).toBeLessThan(2.1 * spent(8_192, 1_000, "ab"));
  });

  it("is linear in a long text and what is looked for in it", () => {
    expect(spent(100_000, 1, `b${"a".repeat(50_000)}`)).toBeLessThan(500_000);
    expect(spent(100_000, 1, `${"a".repeat(50_000)}b`)).toBeLessThan(500_000);
  });
});

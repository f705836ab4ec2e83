import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalTo,
  hasNumber,
  type Interval,
  lessThan,
  type NumberDomain,
  type NumberSet,
  numberClasses,
} from "../../src/sets/number-classes.ts";

const atMost = (value: number): NumberSet => [{ to: value }];
const moreThan = (value: number): NumberSet => [{ from: value, fromOpen: true }];
const atLeast = (value: number): NumberSet => [{ from: value }];

const bound = fc.constantFrom(
  undefined,
  -0,
  0,
  1,
  2,
  7,
  30,
  0.5,
  1.5,
  -3,
  2 ** 53,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
  Number.POSITIVE_INFINITY,
);

const interval: fc.Arbitrary<Interval> = fc
  .record({ from: bound, to: bound, fromOpen: fc.boolean(), toOpen: fc.boolean() })
  .map(({ from, to, fromOpen, toOpen }) => ({
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(fromOpen && { fromOpen }),
    ...(toOpen && { toOpen }),
  }));

const domain: fc.Arbitrary<NumberDomain> = fc
  .record({ from: bound, to: bound, integers: fc.boolean(), hints: fc.array(fc.constantFrom(0, 3, 3.5, 8, Number.NaN), { maxLength: 2 }) })
  .map(({ from, to, integers, hints }) => ({
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(integers && { integers }),
    hints,
  }));

const inDomain = ({ from, to, integers }: NumberDomain, value: number): boolean =>
  value >= (from ?? value) && value <= (to ?? value) && (!integers || Number.isInteger(value));

const signature = (sets: readonly NumberSet[], value: number): string =>
  sets.flatMap((set, i) => (hasNumber(set, value) ? [i] : [])).join();

const number = fc.oneof(
  fc.constantFrom(
    0,
    1,
    2,
    7,
    30,
    0.5,
    1.5,
    -3,
    2 ** 53,
    2 ** 53 + 2,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    1 + Number.EPSILON,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, min: -4, max: 31 }),
  fc.integer({ min: -5, max: 32 }),
);

const found = (sets: readonly NumberSet[], within: NumberDomain) =>
  numberClasses(sets, within).map(({ bits, witness }) => [bits.members().join(), witness]);

describe("classes of numbers", () => {
  it("partition the domain: each witness is in its class, and each number in one", () => {
    const sets = fc.array(fc.array(interval, { maxLength: 2 }), { maxLength: 4 });
    fc.assert(
      fc.property(sets, domain, fc.array(number, { minLength: 20, maxLength: 20 }), (all, within, numbers) => {
        const classes = numberClasses(all, within);
        const known = classes.map(({ bits }) => bits.members().join());
        expect(new Set(known).size).toBe(known.length);
        for (const { bits, witness } of classes) {
          expect(Number.isFinite(witness) && inDomain(within, witness), String(witness)).toBe(true);
          expect(signature(all, witness)).toBe(bits.members().join());
        }
        expect(numbers.filter((value) => inDomain(within, value) && !known.includes(signature(all, value)))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<[string, readonly NumberSet[], NumberDomain, readonly (readonly [string, number])[]]>([
    ["nothing asked", [], {}, [["", 0]]],
    ["the waiting period of a deletion", [atMost(7), lessThan(7), moreThan(7), equalTo(30)], { from: 7, to: 30, integers: true }, [["0", 7], ["2,3", 30], ["2", 8]]],
    ["integers that nothing is between", [moreThan(1), lessThan(2)], { integers: true }, [["1", 1], ["0", 2]]],
    ["and numbers that are", [moreThan(1), lessThan(2)], {}, [["1", 1], ["0", 2], ["0,1", 1.5]]],
    ["moments, in milliseconds", [atLeast(Date.UTC(2026, 0))], { integers: true }, [["0", Date.UTC(2026, 0)], ["", Date.UTC(2026, 0) - 1]]],
    ["a number that people know", [atLeast(7)], { integers: true, hints: [10, 14, -1] }, [["0", 10], ["", -1]]],
    ["none in the domain", [atLeast(7)], { from: 3, to: 2 }, []],
    ["no integer in the domain", [atLeast(7)], { from: 2.25, to: 2.75, integers: true }, []],
    ["what is no number", [equalTo(Number.NaN), atLeast(Number.NaN)], {}, [["", 0]]],
    ["neighbours", [moreThan(1), lessThan(1 + Number.EPSILON)], {}, [["1", 1], ["0", 1 + Number.EPSILON]]],
  ])("%s", (_, sets, within, expected) => expect(found(sets, within)).toEqual(expected)); // biome-ignore format: a table reads as a table
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bits } from "../../src/sets/bits.ts";

const sized = fc.constantFrom(0, 1, 31, 32, 33, 64, 70).chain((size) => fc.tuple(fc.constant(size), subsetOf(size), subsetOf(size)));

function subsetOf(size: number): fc.Arbitrary<readonly number[]> {
  return fc.subarray([...Array(size).keys()]);
}

const all = (size: number): readonly number[] => [...Array(size).keys()];

describe("bits", () => {
  it("are sets of numbers", () => {
    fc.assert(
      fc.property(sized, ([size, left, right]) => {
        const [a, b] = [Bits.of(size, left), Bits.of(size, right)];
        expect(a.members()).toEqual(left);
        expect(a.count()).toBe(left.length);
        expect(a.first()).toBe(left[0] ?? -1);
        expect(a.isEmpty()).toBe(left.length === 0);
        expect(all(size).filter((n) => a.has(n))).toEqual(left);
        expect(a.and(b).members()).toEqual(left.filter((n) => right.includes(n)));
        expect(a.or(b).members()).toEqual(all(size).filter((n) => left.includes(n) || right.includes(n)));
        expect(a.andNot(b).members()).toEqual(left.filter((n) => !right.includes(n)));
        expect(a.not().members()).toEqual(all(size).filter((n) => !left.includes(n)));
        expect(a.meets(b)).toBe(left.some((n) => right.includes(n)));
        expect(a.isWithin(b)).toBe(left.every((n) => right.includes(n)));
        expect(a.equals(b)).toBe(left.join() === right.join());
        expect(a.key() === b.key()).toBe(left.join() === right.join());
        expect(a.not().not().key()).toBe(a.key());
      }),
    );
  });

  it("of a smaller size leave the others out", () => {
    fc.assert(
      fc.property(sized, fc.nat(70), ([size, members], n) => {
        const smaller = Math.min(size, n);
        const bits = Bits.of(size, members).below(smaller);
        expect(bits.members()).toEqual(members.filter((member) => member < smaller));
        expect(bits.key()).toBe(Bits.of(smaller, bits.members()).key());
      }),
    );
  });

  it("change in place only where that is said", () => {
    const [a, b] = [Bits.of(40, [1, 2, 39]), Bits.of(40, [2, 3])];
    const results = [a.and(b), a.or(b), a.andNot(b)];
    expect(a.members()).toEqual([1, 2, 39]);
    expect([a.copy().andWith(b), a.copy().orWith(b), a.copy().andNotWith(b)]).toEqual(results);
    expect(a.copy().andWith(b).members()).toEqual([2]);
    expect(a.set(0).members()).toEqual([0, 1, 2, 39]);
    expect(Bits.full(33).members()).toEqual(all(33));
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fraction, inCents, type Money, NOTHING, parseMoney, plus, times } from "../../src/cost/money.ts";

const total = (all: readonly Money[]): Money => all.reduce(plus, NOTHING);

test("sums of fractions are exact, and rounded once", () => {
  expect(inCents(total([fraction(1, 3), fraction(1, 3), fraction(1, 3)]))).toBe("1.00");
  expect(inCents(fraction(1, 200))).toBe("0.01"); // half up
  expect(inCents(fraction(499, 100_000))).toBe("0.00");
  expect(inCents(times(fraction(9_980_000, 10_000), fraction(3, 100)))).toBe("29.94");
});

test("decimal texts", () => {
  expect(parseMoney("0.03")).toEqual(fraction(3, 100));
  expect(parseMoney("12")).toEqual(fraction(12, 1));
  for (const text of ["", "-1", "1e3", "0,03", "1.", "x"]) expect(parseMoney(text)).toBeUndefined();
});

test("order makes no difference", () => {
  const money = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 10_000 })).map(([of, parts]) => fraction(of, parts));
  fc.assert(
    fc.property(money, money, money, (a, b, c) => {
      expect(plus(plus(a, b), c)).toEqual(plus(c, plus(b, a)));
    }),
  );
});

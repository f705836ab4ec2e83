import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleOf } from "../../src/mutation/sample.ts";

test("so many of a list, in its order, the same for one seed", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat({ max: 20 }), fc.integer(), (list, count, seed) => {
      const sample = sampleOf(list, count, seed);
      expect(sample).toHaveLength(Math.min(count, list.length));
      expect(sample).toEqual(list.filter((one) => sample.includes(one)));
      expect(sampleOf(list, count, seed)).toEqual(sample);
    }),
  );
});

test("each as likely as the other", () => {
  const list = Array.from({ length: 20 }, (_, i) => i);
  const counts = list.map(() => 0);
  for (let seed = 0; seed < 2000; seed++) for (const one of sampleOf(list, 5, seed)) counts[one] = (counts[one] ?? 0) + 1;
  for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(100); // five standard deviations
});

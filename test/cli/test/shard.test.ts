import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShard, shardRanges } from "../../../src/cli/test/shard.ts";

describe("--shard", () => {
  test.each([
    ["1/1", { index: 1, of: 1 }],
    ["2/3", { index: 2, of: 3 }],
  ])("%s", (text, shard) => expect(readShard(text)).toEqual(shard));

  test.each(["", "1", "0/3", "4/3", "-1/3", "1/0", "a/b", "1/3/3", "1 / 3", "1.5/3", "1/100000"])("%j is none", (text) => {
    expect(() => readShard(text)).toThrow(/`--shard` cannot be/);
  });

  test("takes every case once, in order, and each as many as another or one more", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 8 }), fc.integer({ min: 1, max: 12 }), (counts, of) => {
        const shards = Array.from({ length: of }, (_, i) => shardRanges(counts, { index: i + 1, of }));
        for (const [file, count] of counts.entries()) {
          const taken = shards.flatMap((ranges) => {
            const [from, to] = ranges[file] ?? expect.fail("no range");
            return Array.from({ length: to - from }, (_, i) => from + i);
          });
          expect(taken).toEqual(Array.from({ length: count }, (_, i) => i));
        }
        const sizes = shards.map((ranges) => ranges.reduce((sum, [from, to]) => sum + to - from, 0));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BoundedCache } from "../../src/base/bounded-cache.ts";

describe("BoundedCache", () => {
  it("remembers up to its limit, then begins anew", () => {
    const cache = new BoundedCache<string, number>(2);
    expect(cache.set("a", 1)).toBe(1);
    cache.set("b", 2);
    expect([cache.get("a"), cache.get("b")]).toEqual([1, 2]);
    cache.set("c", 3);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([undefined, undefined, 3]);
  });

  it("makes a value once for a key it remembers", () => {
    const cache = new BoundedCache<string, string>(10);
    const made: string[] = [];
    const make = (key: string) => {
      made.push(key);
      return key.toUpperCase();
    };
    expect([cache.of("a", make), cache.of("a", make), cache.of("b", make)]).toEqual(["A", "A", "B"]);
    expect(made).toEqual(["a", "b"]);
    cache.clear();
    expect(cache.get("a")).toBeUndefined();
    expect(cache.of("a", make)).toBe("A");
    expect(made).toEqual(["a", "b", "a"]);
  });

  it("never tells another key's value, nor holds more than its limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }), (limit, keys) => {
        const cache = new BoundedCache<number, string>(limit);
        for (const key of keys) {
          expect(cache.of(key, (made) => `value ${made}`)).toBe(`value ${key}`);
          expect([0, 1, 2, 3, 4, 5, 6].filter((other) => cache.get(other) !== undefined).length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});

it("does not remember a long text", () => {
  const cache = new BoundedCache<string, number>(10, 3);
  expect([cache.set("abc", 1), cache.set("abcd", 2)]).toEqual([1, 2]);
  expect([cache.get("abc"), cache.get("abcd")]).toEqual([1, undefined]);
});

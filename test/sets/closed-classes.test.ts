import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedClasses } from "../../src/sets/closed-classes.ts";

describe("classes of listed values", () => {
  it("have each value once, with those that answer alike", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }), (values, divisors) => {
        const classes = closedClasses(values, divisors.map((divisor) => (value: number) => value % divisor === 0)); // biome-ignore format: one thought
        expect(classes.flatMap(({ members }) => members).sort()).toEqual([...values].sort());
        expect(new Set(classes.map(({ bits }) => bits.key())).size).toBe(classes.length);
        for (const { bits, witness, members } of classes) {
          expect(members[0]).toBe(witness);
          for (const member of members)
            expect(bits.members()).toEqual(divisors.flatMap((divisor, i) => (member % divisor === 0 ? [i] : [])));
        }
      }),
    );
  });

  it("stand in the order of their first members", () => {
    const found = closedClasses(["RSA_2048", "HMAC_256", "RSA_4096"], [(spec) => spec.startsWith("RSA"), (spec) => spec === "RSA_2048"]);
    expect(found.map(({ bits, members }) => [bits.members(), members])).toEqual([
      [[0, 1], ["RSA_2048"]],
      [[], ["HMAC_256"]],
      [[0], ["RSA_4096"]],
    ]);
    expect(closedClasses([], [() => true])).toEqual([]);
    expect(closedClasses(["a", "b"], []).map(({ members }) => members)).toEqual([["a", "b"]]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesPattern, parsePattern } from "../../src/iam/wildcard.ts";
import { DIGIT, digits, ignoringCase, literal, oneExcept, SOMETHING, sequence, starExcept, wildcard } from "../../src/sets/tokens.ts";
import { ANYTHING, matches } from "./matches.ts";

const over = (...units: readonly string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 8 });

describe("patterns", () => {
  it("with wildcards match as in policies", () => {
    fc.assert(
      fc.property(over("a", "b", ":", "*", "?", "🔑"), over("a", "b", ":", "🔑", "\ud83d"), (pattern, text) => {
        expect(matches([wildcard(pattern)], text)).toBe(matchesPattern(parsePattern(pattern), text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("in any case match what has the same lower case", () => {
    const spiteful = over("k", "K", "\u212a", "i", "I", "İ", "\u0307", "σ", "ς", "Σ", ".", "𐐀", "𐐨");
    fc.assert(
      fc.property(spiteful, spiteful, (pattern, text) => {
        expect(matches([ignoringCase(pattern)], pattern)).toBe(true);
        expect(matches([ignoringCase(pattern)], text)).toBe(text.toLowerCase() === pattern.toLowerCase());
        expect(matches([literal(pattern)], text)).toBe(text === pattern);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [[oneExcept(":/")], ["a", "1"], ["", ":", "/", "ab"]],
    [[starExcept("/")], ["", "a", "a:b"], ["/", "a/b"]],
    [digits(2), ["00", "19"], ["0", "000", "0a", "٣٣"]],
    [sequence("a*", DIGIT, wildcard("?*", ":"), "!"), ["a*7x!", "a*7xyz!"], ["a*7!", "ab7x!", "a*7x:!"]],
    [sequence(ignoringCase("Ab"), "C"), ["abC", "ABC"], ["abc"]],
    [sequence("x", ignoringCase("iİ")), ["xIİ", "xIi\u0307"], ["xi", "XIİ"]],
  ])("%#", (pattern, inside, outside) => {
    expect(inside.filter((text) => !matches([pattern], text))).toEqual([]);
    expect(outside.filter((text) => matches([pattern], text))).toEqual([]);
  });

  it("are a language together", () => {
    expect(["", "a", "b", "c"].map((text) => matches([literal("a"), literal("b")], text))).toEqual([false, true, true, false]);
    expect(matches([], "")).toBe(false);
    expect(matches([[]], "")).toBe(true);
    expect([matches(ANYTHING, ""), matches(SOMETHING, ""), matches(SOMETHING, ":")]).toEqual([true, false, true]);
  });
});

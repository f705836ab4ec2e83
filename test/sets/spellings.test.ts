import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spellingsOf } from "../../src/sets/spellings.ts";

/** All texts that the spellings make. */
function textsOf(lower: string): readonly string[] {
  const spellings = spellingsOf(lower);
  const from = (i: number): readonly string[] => {
    const spelling = spellings[i];
    if (spelling === undefined) return [""];
    const narrow = spelling.units.split("").flatMap((unit) => from(i + 1).map((rest) => unit + rest));
    return spelling.wide === undefined ? narrow : [...narrow, ...from(i + 2).map((rest) => spelling.wide + rest)];
  };
  return from(0);
}

/** Every character that becomes something else in lower case, by what it becomes: the whole of Unicode, one after the other. */
function capitals(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (let code = 0; code < 0x110000; code++) {
    const capital = String.fromCodePoint(code);
    const lower = capital.toLowerCase();
    if (lower !== capital) found.set(lower, [...(found.get(lower) ?? []), capital]);
  }
  return found;
}

describe("spellings", () => {
  it("of each character of Unicode are what becomes it", () => {
    for (const [lower, found] of capitals()) {
      const expected = lower === "i\u0307" ? ["i\u0307", "I\u0307", ...found] : [lower, ...found];
      expect([...textsOf(lower)].sort(), lower).toEqual(expected.sort());
    }
  });

  const spiteful = fc.string({
    unit: fc.constantFrom("k", "K", "\u212a", "i", "I", "İ", "\u0307", "σ", "ς", "Σ", "ß", "ẞ", ".", " ", "𐐀", "𐐨", "\ud801", "\udc28"),
    maxLength: 5,
  });

  it("make texts of that lower case, and all of them", () => {
    fc.assert(
      fc.property(spiteful, spiteful, (text, other) => {
        const texts = textsOf(text.toLowerCase());
        expect(texts).toContain(text);
        expect(new Set(texts.map((spelled) => spelled.toLowerCase()))).toEqual(new Set([text.toLowerCase()]));
        expect(texts.includes(other)).toBe(other.toLowerCase() === text.toLowerCase());
      }),
      { numRuns: 2_000 },
    );
  });

  it("are found in linear time", () => {
    const long = "aσ".repeat(50_000);
    expect(spellingsOf(long)).toHaveLength(100_000);
  });
});

import { describe, expect, it } from "vitest";
import { nearest } from "../../src/base/nearest.ts";

const operators = ["StringEquals", "StringLike", "StringNotLike", "Bool", "Null"];

describe("nearest", () => {
  it.each([
    ["StringLikes", "StringLike"],
    ["stringlike", "StringLike"],
    ["STRINGEQUALS", "StringEquals"],
    ["Boool", "Bool"],
    ["Bul", undefined],
    ["Nul", "Null"],
    ["Bolo", "Bool"],
    ["Nlul", "Null"],
    ["Blob", undefined],
    ["oBlo", undefined],
    ["completely else", undefined],
    ["", undefined],
    [`StringLike${"x".repeat(100)}`, undefined],
  ])("%s is meant as %s", (word, expected) => expect(nearest(word, operators)).toBe(expected));

  it("prefers another letter case to another letter, and the first of equals", () => {
    expect(nearest("ab", ["ac", "AB"])).toBe("AB");
    expect(nearest("abc", ["abx", "aby"])).toBe("abx");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameFilter } from "../../../src/cli/test/filter.ts";

describe("-t", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["admins",          "key admins never use the key", true],
    ["ADMINS never",    "Key Admins Never use the key", true],
    ["never admins",    "key admins never use the key", false],
    ["key*key",         "key admins never use the key", true],
    ["key.*the*key",    "key admins never use the key", true],
    ["key*key",         "key", false],
    ["^key",            "a key", false],
    ["^key",            "key admins", true],
    ["key$",            "a key", true],
    ["key$",            "key admins", false],
    ["^a key$",         "a key", true],
    ["^a key$",         "a key, a key", false],
    ["^a*key$",         "a key, a key", true],
    ["^ab*b$",          "ab", false],
    ["^key*$",          "key", true],
    ["^",               "anything", true],
    ["$",               "costs 5 $", true],
    ["$",               "costs nothing", false],
    ["[kms:Decrypt]",   "a case [kms:Decrypt]", true],
    ["a(b+)+$",         `a${"b".repeat(50)}`, false],
    ["",                "anything", true],
  ])("%j selects %j: %s", (text, name, expected) => {
    expect(nameFilter([text])(name)).toBe(expected);
  });

  test("one of several is enough, and none selects all", () => {
    expect(["a", "b", "c"].filter(nameFilter(["a", "c"]))).toEqual(["a", "c"]);
    expect(["a", "b", "c"].filter(nameFilter([]))).toEqual(["a", "b", "c"]);
  });

  test("means what a regular expression with `.*` would mean", () => {
    const over = (...letters: string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 });
    fc.assert(
      fc.property(fc.boolean(), over("a", "b", "*"), fc.boolean(), over("a", "b"), (start, inner, end, name) => {
        fc.pre(inner !== "");
        const regex = new RegExp(`${start ? "^" : ""}${inner.replaceAll("*", ".*")}${end ? "$" : ""}`);
        expect(nameFilter([`${start ? "^" : ""}${inner}${end ? "$" : ""}`])(name)).toBe(regex.test(name));
      }),
      { numRuns: 300 },
    );
  });
});

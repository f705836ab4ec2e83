import { describe, expect, it } from "vitest";
import { isYaml, listed, pointerStep, pointerSteps, pointerTo, shown } from "../../src/base/text.ts";

describe("shown", () => {
  it.each([
    ["kms:Decrypt", "`kms:Decrypt`"],
    ["a\nb\u0000\u001b[31m", "`a\\u000ab\\u0000\\u001b[31m`"],
    ["", "``"],
  ])("%j is shown as %s", (text, expected) => expect(shown(text)).toBe(expected));

  it("cuts what is long", () => expect(shown("x".repeat(1_000_000))).toBe(`\`${"x".repeat(80)}…\``));
});

describe("listed", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%j", (words, expected) => expect(listed(words)).toBe(expected));
});

describe("pointers", () => {
  it("escapes as RFC 6901 says", () => {
    expect(pointerTo(["a/b", 0, "m~n", ""])).toBe("/a~1b/0/m~0n/");
    expect(pointerStep("/x", "~1")).toBe("/x/~01");
  });

  it("are taken apart again", () => {
    expect(pointerSteps("")).toEqual([]);
    for (const path of [[""], ["a/b", "0", "m~n", ""], ["~1", "~0", "~01", "/"]]) expect(pointerSteps(pointerTo(path))).toEqual(path);
  });
});

it("a file is YAML by its ending", () => {
  expect(["a.yaml", "A.YML", "yaml.json", "a.yaml.json", "yaml"].map(isYaml)).toEqual([true, true, false, false, false]);
});

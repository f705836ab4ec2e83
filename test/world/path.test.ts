import { describe, expect, it, test } from "vitest";
import { folderOf, isForeign, isInside, normalPath, pathFrom } from "../../src/world/path.ts";

test.each([
  ["a/b", "a/b"],
  ["./a//b/", "a/b"],
  ["a/../b", "b"],
  ["../a", "../a"],
  ["a/../../b", "../b"],
  ["/a/../../b", "/b"],
  ["a\\..\\b", "b"],
  ["C:\\a\\..\\b", "C:/b"],
  [".", ""],
])("normalPath(%j) is %j", (path, expected) => expect(normalPath(path)).toBe(expected));

test.each([
  ["world.yaml", ""],
  ["a/world.yaml", "a"],
  ["/world.yaml", "/"],
  ["../world.yaml", ".."],
])("folderOf(%j) is %j", (path, expected) => expect(folderOf(path)).toBe(expected));

test.each([
  ["a", "./b.json", "a/b.json"],
  ["a", "../b.json", "b.json"],
  ["", "b.json", "b.json"],
  ["a", "/etc/passwd", "/etc/passwd"],
  ["a", "C:/x", "C:/x"],
])("from %j, %j is %j", (folder, reference, expected) => expect(pathFrom(folder, reference)).toBe(expected));

describe("isInside", () => {
  it.each([
    ["", "a/b", true],
    ["", "../a", false],
    ["", "/a", false],
    ["", "..", false],
    ["..", "../a", true],
    ["..", "../../a", false],
    ["a", "ab/c", false],
    ["a", "a/../../c", false],
    ["/", "/a", true],
    ["/a", "/a/b", true],
    ["/a", "/b", false],
    ["..", "../b/c.json", true],
    ["..", "b/c.json", true],
    ["../..", "../b", true],
    ["../..", "..", true],
    ["..", "../../b", false],
    ["..", "../..b", true],
    ["..", "/b", false],
    ["../a", "b", false],
  ])("%j holds %j: %j", (folder, path, expected) => expect(isInside(folder, path)).toBe(expected));
});

test("a URL, nothing and control characters are no paths; a drive letter is", () => {
  expect(["file:///etc/passwd", "https://x/y", "", "a\0b", "a\nb"].map(isForeign)).toEqual([true, true, true, true, true]);
  expect(["a/b.json", "C:/a"].map(isForeign)).toEqual([false, false]);
});

import { expect, test } from "vitest";
import { lineOf, readJson } from "../../src/base/json-source.ts";
import { faultDiagnostics, placeIn } from "../../src/world/json-place.ts";

const text = '{\n  "a": [1, { "b/c": 2, "~": 3 }],\n  "a2": "x"\n}';
const at = placeIn(readJson(text).node, { file: "f", place: lineOf(text) });

test.each([
  ["", 1, 1],
  ["/a", 2, 3],
  ["/a/0", 2, 9],
  ["/a/1", 2, 12],
  ["/a/1/b~1c", 2, 14],
  ["/a/1/~0", 2, 24],
  ["/a2", 3, 3],
  ["/a/1/none/deeper", 2, 12], // as far as it leads
  ["/none", 1, 1],
  ["/a2/0", 3, 3],
])("%j is at %i:%i", (pointer, line, column) => {
  expect(at(pointer)).toEqual({ file: "f", line, column, pointer });
});

test("of two members of one name it is the last, which is the one that is read", () => {
  const twice = '{"a":1,"a":2}';
  expect(placeIn(readJson(twice).node, { file: "f", place: lineOf(twice) })("/a").column).toBe(8);
});

test("without a document, or without lines, the pointer remains", () => {
  expect(placeIn(undefined, { file: "f", place: () => undefined })("/a")).toEqual({ file: "f", pointer: "/a" });
});

test("faultDiagnostics places each fault", () => {
  const at = { file: "f", place: lineOf("a\nb") };
  expect(faultDiagnostics([{ code: "KW100", offset: 2, message: "m", pointer: "/x" }], at)).toEqual([
    { code: "KW100", severity: "error", message: "m", at: { file: "f", line: 2, column: 1, pointer: "/x" } },
  ]);
});

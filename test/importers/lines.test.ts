import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOf, readJson } from "../../src/base/json-source.ts";
import { pointerStep } from "../../src/base/text.ts";
import { linesOf, offsetsOf } from "../../src/importers/lines.ts";
import { placeIn } from "../../src/world/json-place.ts";

function pointersOf(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [pointer, ...steps.flatMap((step) => pointersOf((value as Record<string, unknown>)[step], pointerStep(pointer, step)))];
}

test("the places are those of the reader that knows all of them", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, isIndented) => {
      const text = JSON.stringify(value, undefined, isIndented ? 2 : undefined);
      const pointers = pointersOf(value).filter((pointer) => pointer !== "");
      const placeOf = placeIn(readJson(text).node, { file: "x", place: lineOf(text) });
      const offsets = offsetsOf(text, pointers);
      const place = lineOf(text);
      for (const pointer of pointers) expect({ file: "x", pointer, ...place(offsets.get(pointer) ?? -1) }).toEqual(placeOf(pointer));
    }),
    { numRuns: 300 },
  );
});

test("what leads nowhere is told at the last part that is there, and broken text ends", () => {
  const at = { file: "x.json", pointer: "/a/b/0" };
  const told = (text: string) => linesOf([at], [{ file: "x.json", text }])(at);
  expect(told('{"a":{"c":1,\n"b":["x"]}}')).toMatchObject({ line: 2, column: 6 });
  expect(told('{"x":1,\n"a":{}}')).toMatchObject({ line: 2, column: 1 });
  for (const text of ["{}", "{", "[[[["]) expect(told(text)).toEqual(at);
  for (const text of ['{"a":{"b', '{"a":{"b":[', '{"a":{"b":"\\']) expect(told(text)).toMatchObject(at);
});

test("of several documents in a file each has its own lines", () => {
  const parts = ['{"a": 1,\n "b": {"c": [2]}}', '{"b":\n\n{"c": [true]}}', '[{"b": 0}]'];
  const text = parts.join("\n");
  const starts = [0, text.indexOf('{"b":\n'), text.indexOf("[{")];
  const at = (part: number, pointer: string) => ({ file: "x", pointer, offset: starts[part] as number });
  const places = [at(0, "/b/c/0"), at(1, "/b/c/0"), at(1, "/b/c/0/d"), at(2, "/0/b"), at(1, "/z"), at(0, ""), at(2, "")];
  const lined = linesOf(places, [{ file: "x", text }]);
  expect(places.map((place) => [lined(place).line, lined(place).column])).toEqual([
    [2, 14],
    [5, 8],
    [5, 8],
    [6, 3],
    [3, 1],
    [undefined, undefined],
    [6, 1],
  ]);
  expect(lined({ ...at(1, "/b/c/0/e/f"), offset: starts[1] as number })).toEqual({ file: "x", pointer: "/b/c/0/e/f", line: 5, column: 8 });
});

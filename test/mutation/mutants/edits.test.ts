import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../../src/base/json-source.ts";
import {
  type ArrayNode,
  edited,
  memberOf,
  type ObjectNode,
  renamed,
  replaced,
  withMember,
  withoutItem,
  withoutMember,
} from "../../../src/mutation/mutants/edits.ts";

const object = (text: string) => readJson(text).node as ObjectNode;
const list = (text: string) => readJson(text).node as ArrayNode;

test("edits are made in any order, each where the text was before", () => {
  const [first, second] = [
    { start: 0, end: 1, text: "AAA" },
    { start: 2, end: 2, text: "-" },
  ];
  expect(edited("abc", [first, second])).toBe("AAAb-c");
  expect(edited("abc", [second, first])).toBe("AAAb-c");
  expect(edited("abc", [])).toBe("abc");
});

test("a value is put in the place of another as JSON", () => {
  const node = memberOf(object('{ "a": [1] }'), "a")!.value;
  expect(edited('{ "a": [1] }', [replaced(node, 'x"y')])).toBe('{ "a": "x\\"y" }');
});

test("of a name that stands twice the last counts, as for JSON.parse", () => {
  const node = memberOf(object('{ "a": 1, "a": 2 }'), "a");
  expect(node?.value).toMatchObject({ text: "2" });
  expect(memberOf(object("{}"), "a")).toBeUndefined();
});

describe("an item is taken out with the comma that parts it from its neighbour", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["[1, 2, 3]", 0, "[2, 3]"],
    ["[1, 2, 3]", 1, "[1, 3]"],
    ["[1, 2, 3]", 2, "[1, 2]"],
    ["[1]",       0, "[]"],
    ["[ 1 ]",     0, "[]"],
    ["[\n  1,\n  2\n]", 1, "[\n  1\n]"],
  ])("%j without number %i: %j", (text, index, expected) => {
    expect(edited(text, [withoutItem(list(text), index)])).toBe(expected);
  });

  test.each([
    ['{ "a": 1, "b": { "c": 2 } }', 0, '{ "b": { "c": 2 } }'],
    ['{ "a": 1, "b": { "c": 2 } }', 1, '{ "a": 1 }'],
    ['{ "a": 1 }', 0, "{}"],
  ])("and so is a member: %j without number %i: %j", (text, index, expected) => {
    expect(edited(text, [withoutMember(object(text), index)])).toBe(expected);
  });
});

describe("a member is added as the others are written", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["{}",                       '{ "n": 0 }'],
    ['{"a":1}',                  '{"a":1, "n": 0}'],
    ['{ "a": 1 }',               '{ "a": 1, "n": 0 }'],
    ['{"a":1,"b":2}',            '{"a":1,"b":2,"n": 0}'],
    ['{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 2,\n  "n": 0\n}'],
    ['{\n  "a": 1\n}',           '{\n  "a": 1,\n  "n": 0\n}'],
  ])("%j: %j", (text, expected) => {
    expect(edited(text, [withMember(text, object(text), "n", "0")])).toBe(expected);
  });
});

test.each([
  ['{ "a" : 1 }', '{ "b" : 1 }'],
  ['{ "a\\"\\\\": 1 }', '{ "b": 1 }'],
  ['{"":1}', '{"b":1}'],
])("a member gets another name, its value is left alone: %j", (text, expected) => {
  expect(edited(text, [renamed(text, object(text).members[0]!, "b")])).toBe(expected);
});

test("whatever is taken out, the rest reads as it did", () => {
  const spaces = fc.constantFrom(0, 2, "\t");
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 1, maxLength: 5 }), fc.nat(), spaces, (items, n, indent) => {
      const index = n % items.length;
      const text = JSON.stringify(items, null, indent);
      const without = JSON.parse(edited(text, [withoutItem(list(text), index)]));
      expect(without).toEqual(JSON.parse(JSON.stringify(items.filter((_, i) => i !== index))));
    }),
  );
});

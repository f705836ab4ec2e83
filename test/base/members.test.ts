import { describe, expect, test } from "vitest";
import { renderDiagnostic } from "../../src/base/diagnostic.ts";
import {
  COUNT,
  either,
  FUNCTION,
  isInOrder,
  listOf,
  type Members,
  mapOf,
  memberFaults,
  NUMBER,
  needed,
  OBJECT,
  objectOf,
  oneOf,
  TEXT,
  TRUTH,
} from "../../src/base/members.ts";
import { assertOptions } from "../../src/base/usage.ts";

const MEMBERS: Members = {
  name: needed(TEXT),
  on: TRUTH,
  size: NUMBER,
  count: COUNT,
  call: FUNCTION,
  bag: OBJECT,
  word: oneOf("one", "two"),
  list: listOf(TEXT),
  map: mapOf(TEXT),
  inner: objectOf({ far: needed(NUMBER) }),
  mixed: either(TEXT, objectOf({ near: NUMBER })),
};
const told = (given: unknown) =>
  memberFaults(given, MEMBERS, { file: "door", pointer: "" }).map((one) => renderDiagnostic(one).split("\n"));

describe("an object in order", () => {
  class Options {
    name = "a";
  }
  test.each([
    { name: "a" },
    {
      name: "a",
      on: false,
      size: 0.5,
      count: 0,
      call: () => 0,
      bag: [],
      word: "two",
      list: [],
      map: {},
      inner: { far: 1 },
      mixed: { near: 1 },
    },
    { name: "a", other: undefined, on: undefined },
    Object.assign(Object.create(null), { name: "a" }),
    new Options(),
  ])("%j", (given) => {
    expect(told(given)).toEqual([]);
    expect(isInOrder(given, MEMBERS)).toBe(true);
  });
});

describe("one that is not", () => {
  const all = "  help: known are `name`, `on`, `size`, `count`, `call`, `bag`, `word`, `list`, `map`, `inner`, `mixed`";

  // biome-ignore format: a table reads as a table
  test.each<[string, unknown, readonly string[][]]>([
    ["a member nobody knows",     { name: "a", wurd: "one" },          [["door error: unknown member `wurd` [KW101]", "  at /wurd", "  help: did you mean `word`?"]]],
    ["in other letters",          { name: "a", ON: true },             [["door error: unknown member `ON` [KW101]", "  at /ON", "  help: did you mean `on`?"]]],
    ["like no other",             { name: "a", "x/~y z w": 1 },        [["door error: unknown member `x/~y z w` [KW101]", "  at /x~1~0y z w", all]]],
    ["a name of all objects",     { name: "a", constructor: 1 },       [["door error: unknown member `constructor` [KW101]", "  at /constructor", all]]],
    ["one that is missing",       {},                                  [["door error: `name` is missing [KW105]", "  help: it is a text"]]],
    ["one slip is told once",     { nam: "a" },                        [["door error: unknown member `nam` [KW101]", "  at /nam", "  help: did you mean `name`?"]]],
    ["one of another type",       { name: 1 },                         [["door error: `name` is not a text [KW104]", "  at /name"]]],
    ["null is nothing",           { name: null },                      [["door error: `name` is not a text [KW104]", "  at /name"]]],
    ["no whole number",           { name: "a", count: -1 },            [["door error: `count` is not a whole number from 0 on [KW104]", "  at /count"]]],
    ["no number",                 { name: "a", size: Number.NaN },     [["door error: `size` is not a number [KW104]", "  at /size"]]],
    ["another word",              { name: "a", word: "three" },        [["door error: `word` is not `one` or `two` [KW104]", "  at /word"]]],
    ["another item",              { name: "a", list: ["a", 1] },       [["door error: `list` is not a list, each a text [KW104]", "  at /list"]]],
    ["inside",                    { name: "a", inner: { fra: 1 } },    [["door error: unknown member `fra` [KW101]", "  at /inner/fra", "  help: did you mean `far`?"]]],
    ["inside of one of two",      { name: "a", mixed: { nea: 1 } },    [["door error: unknown member `nea` [KW101]", "  at /mixed/nea", "  help: did you mean `near`?"]]],
    ["everything at once",        { on: 1, of: 2 },                    [["door error: unknown member `of` [KW101]", "  at /of", "  help: did you mean `on`?"], ["door error: `name` is missing [KW105]", "  help: it is a text"], ["door error: `on` is not true or false [KW104]", "  at /on"]]],
    ...[undefined, null, 5, "text", [], new Map(), () => 0].map((given) => ["no object", given, [["door error: what door was given is not a plain object [KW104]", all]]] as [string, unknown, string[][]]),
  ])("%s: %j", (_, given, expected) => {
    expect(told(given)).toEqual(expected);
    expect(isInOrder(given, MEMBERS)).toBe(false);
  });

  test("a Map inside is no object of members", () => {
    expect(told({ name: "a", map: new Map([["a", "b"]]), inner: new Map() })).toEqual([
      ["door error: `map` is not a plain object, each member a text [KW104]", "  at /map"],
      ["door error: `inner` is not a plain object [KW104]", "  at /inner"],
    ]);
  });

  test("a function that was given it throws, with all of it", () => {
    expect(() => assertOptions({ nam: "a", on: 1 }, MEMBERS, "door")).toThrow(TypeError);
    expect(() => assertOptions({ nam: "a", on: 1 }, MEMBERS, "door")).toThrow(/`nam`[\s\S]*`on`/);
    expect(() => assertOptions({ name: "a" }, MEMBERS, "door")).not.toThrow();
  });
});

import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fromValue, isPlainObject, type JsonNode, lineOf, NotJsonError, readJson, toValue } from "../../src/base/json-source.ts";

const faultsOf = (text: string) =>
  readJson(text).faults.map(({ code, offset, message, pointer }) => `${code} ${offset} ${pointer} ${message}`);

/** What `JSON.parse` says, or undefined where it refuses. */
function jsonParse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

describe("readJson", () => {
  it.each([
    '{"a":1,"b":[true,false,null,"x"],"c":{}}',
    " [ ] ",
    "-0",
    "1.5e+3",
    "0",
    '"\\u0041\\n\\"\\/\\\\ \\ud800 é 🔑"',
    '{"__proto__":{"a":1},"constructor":2,"toString":3}',
    '\t\r\n{"":""}',
    "1e999",
    `${"[".repeat(128)}${"]".repeat(128)}`,
  ])("reads %s as JSON.parse does", (text) => {
    const { node, faults } = readJson(text);
    expect(faults).toEqual([]);
    expect(node && toValue(node)).toStrictEqual(JSON.parse(text));
  });

  it("knows where everything is", () => {
    const text = '{ "a": [10, "x"] }';
    const { node } = readJson(text);
    if (node?.kind !== "object") throw new Error("an object");
    const [member] = node.members;
    expect(text.slice(node.start, node.end)).toBe(text);
    expect(member?.start).toBe(2);
    if (member?.value.kind !== "array") throw new Error("an array");
    expect(member.value.items.map(({ start, end }) => text.slice(start, end))).toEqual(["10", '"x"']);
  });

  it.each([
    ["", "KW100 0  expected a value, found the end of the text"],
    ["   ", "KW100 3  expected a value, found the end of the text"],
    ["\ufeff{}", "KW100 0  the text begins with a byte order mark"],
    ['{"a":1,}', "KW100 6  a comma after the last entry"],
    ["[1,]", "KW100 2  a comma after the last entry"],
    ['{"a":1 // why\n}', "KW100 7  a comment"],
    ["/* x */ 1", "KW100 0  a comment"],
    ['{"a" 1}', "KW100 5 /a a colon is missing after `a`"],
    ['{"a":1 "b":2}', "KW100 7  a comma is missing"],
    ["{'a':1}", "KW100 1  expected the name of a member, found `'`"],
    ["{a:1}", "KW100 1  expected the name of a member, found `a`"],
    ['{"a":NaN}', "KW100 5 /a `NaN` is not a JSON value"],
    ['{"a":}', "KW100 5 /a expected a value, found `}`"],
    ['["a]', "KW100 1 /0 the string is not closed"],
    ['["a\nb"]', "KW100 1 /0 the string is not closed on its line"],
    ['["a\tb"]', "KW100 3 /0 the control character U+0009 inside a string"],
    ['["\\x"]', "KW100 2 /0 unknown escape `\\x`"],
    ['["\\u12g4"]', "KW100 2 /0 an escape `\\u` without four hexadecimal digits"],
    ["[01]", "KW100 1 /0 `01` is not a JSON number"],
    ["[+1]", "KW100 1 /0 `+1` is not a JSON number"],
    ["[.5]", "KW100 1 /0 `.5` is not a JSON number"],
    ["[0x10]", "KW100 1 /0 `0x10` is not a JSON number"],
    ["[1", "KW100 0  `[` is not closed"],
    ['{"a":{"b":1}', "KW100 0  `{` is not closed"],
    ["[1}", "KW100 2  expected a comma or `]`, found `}`"],
    ["1 2", "KW100 2  unexpected `2` after the end of the document"],
    ['{"a":1,"b":2,"a":3}', "KW102 13 /a `a` is written twice"],
    ['{"x":[{"a/b":1,"a/b":3}]}', "KW102 15 /x/0/a~1b `a/b` is written twice"],
    ["[".repeat(129), `KW103 128 ${"/0".repeat(128)} nested more than 128 deep`],
  ])("says of %j: %s", (text, expected) => expect(faultsOf(text)).toEqual([expected]));

  it("finds a name that comes back among many", () => {
    const names = Array.from({ length: 50 }, (_, i) => `"k${i}":0`);
    expect(faultsOf(`{${[...names, '"k3":1', '"k49":1', '"k3":2'].join()}}`).map((fault) => fault.replace(/ \d+/, ""))).toEqual([
      "KW102 /k3 `k3` is written twice",
      "KW102 /k49 `k49` is written twice",
      "KW102 /k3 `k3` is written twice",
    ]);
  });

  it("goes on behind a fault where it can, and tells all", () => {
    expect(faultsOf('{"a": [1,], // x\n "b": 2 "c": 03}')).toHaveLength(4);
  });

  it("tells 200 faults and counts the others", () => {
    const { faults } = readJson(`[${"01,".repeat(500)}1]`);
    expect(faults).toHaveLength(201);
    expect(faults.at(-1)).toMatchObject({ code: "KW107", message: "and 300 more problems in this text" });
  });

  it("takes a member of the outermost object that is known already", () => {
    const text = '{"id":1, "policies": {"a":[1,2]}, "z":{"policies":3}}';
    const stored = fromValue("stored");
    const asked: string[] = [];
    const { node, faults } = readJson(text, {
      known: (name, offset) => {
        asked.push(`${name}@${text[offset]}`);
        return name === "policies" ? { node: stored, end: offset + '{"a":[1,2]}'.length } : undefined;
      },
    });
    expect(faults).toEqual([]);
    expect(asked).toEqual(["id@1", "policies@{", "z@{"]);
    expect(node && toValue(node)).toEqual({ id: 1, policies: "stored", z: { policies: 3 } });
  });
});

describe("laws of readJson", () => {
  const nasty = fc.string({ unit: fc.constantFrom(..."{}[]:,\"'\\/*u0019.-+eEtrfalsn \n\t\ufeff\ud800é"), maxLength: 24 });
  const mangled = fc.tuple(fc.json({ maxDepth: 4 }), fc.nat(), nasty).map(([text, at, noise]) => {
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + noise.slice(0, 2) + text.slice(cut);
  });

  test("it accepts what JSON.parse accepts, with the same value, and refuses what it refuses; repeated names apart", () => {
    fc.assert(
      fc.property(fc.oneof(nasty, mangled, fc.json({ maxDepth: 6 })), (text) => {
        const { node, faults } = readJson(text);
        const other = jsonParse(text);
        if (faults.every(({ code }) => code === "KW102")) expect({ value: node && toValue(node) }).toStrictEqual(other);
        else expect(other).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test("the text of every node reads as its value", () => {
    const walk = (node: JsonNode, text: string): void => {
      expect(JSON.parse(text.slice(node.start, node.end))).toStrictEqual(toValue(node));
      if (node.kind === "array") for (const item of node.items) walk(item, text);
      if (node.kind !== "object") return;
      for (const { name, start, value } of node.members) {
        expect(text.startsWith(JSON.stringify(name), start)).toBe(true);
        walk(value, text);
      }
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { node } = readJson(text);
        if (node !== undefined) walk(node, text);
        expect(node).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });

  test("a value, its tree and its text are one", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(toValue(fromValue(value))).toStrictEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 150 },
    );
  });
});

describe("fromValue", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  let unfolds: unknown = [];
  for (let i = 0; i < 60; i++) unfolds = [unfolds, unfolds];

  it.each([
    ["a function", { a: () => 1 }, "a function has no JSON form (at `/a`)"],
    ["a bigint", [1n], "a bigint has no JSON form (at `/0`)"],
    ["a symbol", Symbol("x"), "a symbol has no JSON form"],
    ["undefined", undefined, "undefined has no JSON form"],
    ["a hole", Array(1), "undefined has no JSON form (at `/0`)"],
    ["NaN", { "a/b": Number.NaN }, "NaN has no JSON form (at `/a~1b`)"],
    ["a Date", { at: new Date(0) }, "an instance of `Date` has no JSON form (at `/at`)"],
    ["a Map", new Map(), "an instance of `Map` has no JSON form"],
    ["a cycle", cycle, "a value nested more than 128 deep, or in itself, has no JSON form"],
    ["shared parts without end", unfolds, "a value of more than 250,000 parts has no JSON form"],
  ])("refuses %s", (_, value, message) => {
    expect(() => fromValue(value)).toThrow(NotJsonError);
    expect(() => fromValue(value)).toThrow(message);
  });

  it("leaves out members that are undefined, and takes objects without a prototype", () => {
    const bare: unknown = Object.assign(Object.create(null), { a: 1, b: undefined });
    expect(toValue(fromValue(bare))).toEqual({ a: 1 });
  });

  it("keeps `__proto__` a member", () => {
    const value = toValue(fromValue(JSON.parse('{"__proto__":{"polluted":true}}')));
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect((value as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("lineOf", () => {
  it.each([
    ["a\nbc\nd", 0, 1, 1],
    ["a\nbc\nd", 3, 2, 2],
    ["a\nbc\nd", 5, 3, 1],
    ["a\r\nb", 3, 2, 1],
    ["a\rb", 2, 2, 1],
    ["", 0, 1, 1],
    ["\n\n", 2, 3, 1],
  ])("of %j at %d: %d:%d", (text, offset, line, column) => expect(lineOf(text)(offset)).toEqual({ line, column }));

  it("agrees with counting", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "é"), maxLength: 40 }), fc.nat(40), (text, at) => {
        const before = text.slice(0, Math.min(at, text.length)).split("\n");
        expect(lineOf(text)(Math.min(at, text.length))).toEqual({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
      }),
      { numRuns: 100 },
    );
  });
});

describe("isPlainObject", () => {
  it.each([
    ["an object", { a: 1 }],
    ["one without a prototype", Object.create(null)],
    ["one of another realm", runInNewContext("({ a: 1 })")],
  ])("takes %s", (_, value) => expect(isPlainObject(value)).toBe(true));

  it.each([
    ["a Map", new Map([["a", "b"]])],
    ["a Map of another realm", runInNewContext("new Map()")],
    ["a Set", new Set(["a"])],
    ["a list", ["a"]],
    ["a date", new Date(0)],
    ["an instance", new (class Pairs {})()],
    ["one that inherits", Object.create({ a: 1 })],
    ["nothing", null],
    ["a text", "a"],
  ])("does not take %s", (_, value) => expect(isPlainObject(value)).toBe(false));
});

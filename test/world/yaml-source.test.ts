import { describe, expect, test } from "vitest";
import { lineOf, toValue } from "../../src/base/json-source.ts";
import { placeIn } from "../../src/world/json-place.ts";
import { readYaml } from "../../src/world/yaml-source.ts";

const read = (text: string) => {
  const { node, faults } = readYaml(text);
  expect(faults).toEqual([]);
  return node && toValue(node);
};
const faultsOf = (text: string) => readYaml(text).faults.map(({ code, message, pointer }) => `${code} ${pointer} ${message}`);

describe("readYaml", () => {
  test("reads what JSON can say", () => {
    expect(read("a: 1\nb: [x, 'y', true, null, ~]\nc:\n  d: >-\n    two\n    words\n'e/f': {g: 1.5}\n")).toEqual({
      a: 1,
      b: ["x", "y", true, null, null],
      c: { d: "two words" },
      "e/f": { g: 1.5 },
    });
  });

  test("reads JSON", () => {
    expect(read('{"Version": "2012-10-17", "Statement": [{"Effect": "Deny"}]}')).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny" }],
    });
  });

  test("a date stays a text, as YAML 1.2 has it", () => {
    expect(read("Version: 2012-10-17\ntime: 2026-11-22T03:00:00Z\n")).toEqual({ Version: "2012-10-17", time: "2026-11-22T03:00:00Z" });
  });

  test("aliases are unfolded", () => {
    expect(read("a: &x {b: 1}\nc: *x\n")).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });

  test("`__proto__` is a name like any other", () => {
    expect(Object.keys(read("__proto__: {a: 1}\n") as object)).toEqual(["__proto__"]);
  });

  test("a number that is the name of a member is its text", () => {
    expect(read("tags: {1: a}\n")).toEqual({ tags: { 1: "a" } });
  });

  test("places are those of the text", () => {
    const text = "request:\n  # who\n  principal: anonymous\npolicies:\n  identity:\n    - Statement: []\n";
    const at = placeIn(readYaml(text).node, { file: "case.yaml", place: lineOf(text) });
    expect(at("/request/principal")).toEqual({ file: "case.yaml", line: 3, column: 3, pointer: "/request/principal" });
    expect(at("/policies/identity/0")).toMatchObject({ line: 6, column: 7 });
  });

  test.each([
    ["a member written twice", "a: 1\na: 2\n", /^KW102/],
    ["an anchor that is not there", "a: *x\n", /^KW100/],
    ["two documents", "a: 1\n---\nb: 2\n", /^KW100/],
    ["text that is no YAML", "a: [1\nb: }\n", /^KW100/],
    ["infinity", "a: .inf\n", /^KW106 \/a/],
    ["a list as a name", "? [a]\n: 1\n", /^KW104/],
    ["a tag nobody knows", "a: !Ref b\n", /^KW100/],
  ])("%s is a fault", (_, text, expected) => {
    const faults = faultsOf(text);
    expect(faults[0]).toMatch(expected);
  });

  test("aliases that unfold without end, or into themselves, are a fault and not a wait", () => {
    const bomb = [
      "a0: &a0 [x, x, x, x, x, x, x, x, x]",
      ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`),
    ];
    expect(faultsOf(bomb.join("\n"))[0]).toMatch(/^KW103/);
    expect(faultsOf("a: &a [*a]\n")[0]).toMatch(/^KW10[03]/);
  });

  test.each([
    ["[".repeat(50_000)],
    ["{a: ".repeat(50_000)],
    ["- ".repeat(2_000)],
    [`${"[".repeat(2_000)}${"]".repeat(2_000)}`],
    [Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["? ".repeat(2_000)],
  ])("deep nesting is a fault (%#)", (text) => {
    expect(faultsOf(text)[0]).toMatch(/^KW103/);
  });

  test("as deep as JSON may be is fine", () => {
    expect(faultsOf(`${"[".repeat(100)}${"]".repeat(100)}`)).toEqual([]);
  });

  test("more than one document is a fault, at the second", () => {
    expect(readYaml("a: 1\n---\nb: 2\n").faults).toEqual([
      { code: "KW100", offset: 5, message: "YAML: there is a second document behind `---`", pointer: "" },
    ]);
    expect(read("---\na: 1\n")).toEqual({ a: 1 });
  });
});

test("what follows a token that has no place is not told token by token", () => {
  expect(faultsOf("a: 1\n}}} b: [[\nc: 2\n")).toEqual(['KW100  YAML: unexpected "}"']);
  expect(faultsOf("a: 1\na: 2\n} x\n")).toEqual(["KW102  YAML: map keys must be unique", 'KW100  YAML: unexpected "}"']);
});

test("one slip is not told line by line", () => {
  const lines = Array.from({ length: 100 }, (_, i) => `  k${i}: a: b\n`);
  expect(faultsOf(`a:\n${lines.join("")}`)).toHaveLength(10);
  const twice = Array.from({ length: 30 }, (_, i) => `k${i}: 1\nk${i}: 2\n`);
  expect(faultsOf(twice.join(""))).toHaveLength(30);
});

describe("merge keys", () => {
  test("give what the object does not say itself, the earlier of several first", () => {
    expect(read("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: *a, x: 0}\nd: {<<: [*b, *a]}\ne: {<<: {q: 1}}\n")).toMatchObject({
      c: { x: 0, y: 1 },
      d: { x: 1, y: 2, z: 2 },
      e: { q: 1 },
    });
  });

  test("in quotes it is a name", () => expect(read('a: {"<<": 1}\n')).toEqual({ a: { "<<": 1 } }));

  test("take objects only, and only once", () => {
    expect(faultsOf("a: &a [1]\nb: {<<: *a}\n")).toEqual(["KW104 /b `<<` takes an object, or a list of objects"]);
    expect(faultsOf("a: {<<: x}\n")).toEqual(["KW104 /a `<<` takes an object, or a list of objects"]);
    expect(faultsOf("a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n")[0]).toContain("KW102");
  });

  test("unfold no further than aliases do", () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `a${i + 1}: {<<: *a${i}, m${i}: &b${i} {<<: *a${i}}, x: &a${i + 1} {<<: [*a${i}, *a${i}], y${i}: *a${i}}}`,
    );
    expect(faultsOf(`a0: &a0 {z: 1}\n${lines.join("\n")}\n`)[0]).toContain("unfolds to more than 250,000 parts");
  });
});

test("functions of CloudFormation templates are told as what they are", () => {
  expect(readYaml('a: !Sub "x"').faults).toMatchObject([
    { code: "KW100", help: "this is a function of CloudFormation templates: write the value that it stands for" },
  ]);
  expect(readYaml('a: !Other "x"').faults[0]?.help).toBeUndefined();
});

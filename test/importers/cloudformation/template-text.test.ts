import { describe, expect, test } from "vitest";
import { lineOf, toValue } from "../../../src/base/json-source.ts";
import { readTemplateText } from "../../../src/importers/cloudformation/template-text.ts";
import { placeIn } from "../../../src/world/json-place.ts";

const read = (text: string) => {
  const { node, faults } = readTemplateText(text);
  return faults.length > 0 ? faults.map(({ code, message }) => `${code} ${message}`) : node && toValue(node);
};

describe("the text of a template", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["a short tag", "a: !Ref b", { a: { Ref: "b" } }],
    ["one in another", "a: !Sub [x, { y: !GetAtt A.Arn }]", { a: { "Fn::Sub": ["x", { y: { "Fn::GetAtt": "A.Arn" } }] } }],
    ["one over lines", "a: !Join\n  - ','\n  - - !Ref X\n    - y\n", { a: { "Fn::Join": [",", [{ Ref: "X" }, "y"]] } }],
    ["a condition", "a: !Condition b", { a: { Condition: "b" } }],
    ["a text block", "a: !Sub |\n  x ${y}\n", { a: { "Fn::Sub": "x ${y}\n" } }],
    ["a tag on a number", "a: !Sub 123", { a: { "Fn::Sub": "123" } }],
    ["truth values of YAML 1.1", "a: [yes, No, on, OFF, 'yes', y]", { a: [true, false, true, false, "yes", "y"] }],
    ["a date", "Version: 2012-10-17", { Version: "2012-10-17" }],
    ["an alias of a tagged value", "a: &x !Ref b\nc: *x", { a: { Ref: "b" }, c: { Ref: "b" } }],
    ["JSON", '{ "a": { "Ref": "b" } }', { a: { Ref: "b" } }],
    ["flow YAML with tags", "{ a: !Ref b }", { a: { Ref: "b" } }],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["a tag nobody knows", "a: !Reff b", /^KW100 YAML: nobody knows the tag `!Reff`/],
    ["a bare tag on a tag", "a: !GetAZs !Ref b", /^KW100/],
    ["a text that is cut off", "a: [!Ref b", /^KW100/],
    ["JSON that is cut off", '{ "a": ', /^KW100 .*end of the text/],
    ["deep nesting", `a: ${"[".repeat(500)}`, /^KW103/],
    [
      "aliases without end",
      `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join("\n")}`,
      /^KW103/,
    ],
  ])("%s is a fault", (_, text, message) => expect((read(text) as string[])[0]).toMatch(message));

  test("places are those of the text", () => {
    const text = "Resources:\n  K:\n    KeyId: !Ref\n      x\n";
    const at = placeIn(readTemplateText(text).node, { file: "t", place: lineOf(text) });
    expect(at("/Resources/K/KeyId")).toMatchObject({ line: 3 });
  });
});

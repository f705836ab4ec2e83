import { describe, expect, test } from "vitest";
import { patched } from "../../src/repair/patch.ts";
import { changeBetween, patchedText } from "../../src/web/text-patch.ts";

const TEXT = `{
    "Statement": [
        { "Sid": "A", "Effect": "Allow", "Action": ["kms:Decrypt"] },
        {
            "Sid": "B",
            "Condition": {}
        }
    ],
    "Id": "x"
}
`;

describe("a patch of a text", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["an item more, in a line", { op: "add", path: "/Statement/0/Action/-", value: "kms:Encrypt" }, '"Action": ["kms:Decrypt", "kms:Encrypt"] },\n'],
    ["an item before the first", { op: "add", path: "/Statement/0/Action/0", value: "kms:Encrypt" }, '"Action": ["kms:Encrypt", "kms:Decrypt"] },\n'],
    ["a member more", { op: "add", path: "/Statement/1/Effect", value: "Deny" }, '"Condition": {},\n            "Effect": "Deny"\n'],
    ["a member of an empty object", { op: "add", path: "/Statement/1/Condition/Bool", value: { "a:b": "true" } }, '"Condition": {\n              "Bool": {\n                "a:b": "true"\n              }\n            }\n'],
    ["another value", { op: "replace", path: "/Statement/1/Sid", value: "C" }, '"Sid": "C",\n'],
    ["a member again", { op: "add", path: "/Id", value: ["y"] }, '"Id": [\n      "y"\n    ]\n'],
    ["a member less", { op: "remove", path: "/Statement/0/Sid" }, '{ "Effect": "Allow", "Action"'],
    ["the last member less", { op: "remove", path: "/Id" }, "    ]\n}\n"],
    ["the only item less", { op: "remove", path: "/Statement/0/Action/0" }, '"Action": [] },\n'],
    ["an item less", { op: "remove", path: "/Statement/0" }, '"Statement": [\n        {\n            "Sid": "B"'],
  ] as const)("%s changes that and nothing else", (_, operation, expected) => {
    const text = patchedText(TEXT, [operation]);
    expect(text).toContain(expected);
    expect(JSON.parse(text ?? "")).toEqual(patched(JSON.parse(TEXT), [operation]));
    const { from, to, insert } = changeBetween(TEXT, text ?? "");
    expect(TEXT.slice(0, from) + insert + TEXT.slice(to)).toBe(text);
    expect(to - from).toBeLessThan(80);
  });

  test("a whole new document is written in full", () => {
    expect(patchedText("{}", [{ op: "add", path: "", value: { Version: "2012-10-17" } }])).toBe('{\n  "Version": "2012-10-17"\n}\n');
  });

  test("of a document inside of another, `at` is where it is", () => {
    expect(
      patchedText('{ "keys": { "k": { "policy": { "Id": "a" } } } }', [{ op: "replace", path: "/Id", value: "b" }], "/keys/k/policy"),
    ).toBe('{ "keys": { "k": { "policy": { "Id": "b" } } } }');
  });

  test("one that does not fit changes nothing", () => {
    expect(patchedText(TEXT, [{ op: "remove", path: "/Nothing" }])).toBe(undefined);
    expect(patchedText("{", [{ op: "add", path: "/a", value: 1 }])).toBe(undefined);
  });
});

import { expect, test } from "vitest";
import { Sources } from "../../../src/report/review/sources.ts";

const JSON_TEXT = `{
  "Statement": [
    {
      "Principal": { "AWS": ["arn:a", "arn:b"] },
      "Action": "kms:Decrypt",
      "Condition": { "StringEquals": { "k": ["v1",
        "v2"] } }
    }
  ]
}
`;
const YAML_TEXT = "Statement:\n  - Principal:\n      AWS:\n        - arn:a\n        - arn:b\n    Action: kms:Decrypt\n";
const sources = new Sources((file) => (file === "a.json" ? JSON_TEXT : file === "a.yaml" ? YAML_TEXT : undefined));

test("a value inside of an element has a place of its own, wherever the element has it", () => {
  const of = (file: string, pointer: string, value: string) => sources.member({ file, line: 4, column: 1, pointer }, value);
  expect(of("a.json", "/Statement/0/Principal", "arn:b")).toMatchObject({ line: 4, column: 39 });
  expect(of("a.json", "/Statement/0/Condition/StringEquals/k", "v2")).toMatchObject({ line: 7, column: 9 });
  expect(of("a.json", "/Statement/0/Action", "kms:Decrypt")).toMatchObject({ line: 5 });
  expect(of("a.yaml", "/Statement/0/Principal", "arn:b")).toMatchObject({ line: 5, column: 11 });
});

test("what is not there is told where its element is", () => {
  const at = { file: "a.json", line: 4, column: 7, pointer: "/Statement/0/Principal" };
  expect(sources.member(at, "arn:c")).toBe(at);
  expect(sources.member({ ...at, file: "none.json" }, "arn:a")).toMatchObject({ file: "none.json", line: 4 });
});

test("regions have all four members, the end is exclusive, and a comma is no part of them", () => {
  expect(sources.line({ file: "a.json", line: 5, column: 7, pointer: "" })).toEqual({
    startLine: 5,
    startColumn: 7,
    endLine: 5,
    endColumn: 30,
  });
  expect(sources.whole({ file: "a.json", line: 3, column: 5, pointer: "/Statement/0" })).toEqual({
    startLine: 3,
    startColumn: 5,
    endLine: 8,
    endColumn: 6,
  });
  expect(sources.line({ file: "none", pointer: "" })).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 });
  expect(sources.whole({ file: "none", line: 9, column: 2, pointer: "/a" })).toEqual({
    startLine: 9,
    startColumn: 2,
    endLine: 9,
    endColumn: 3,
  });
});

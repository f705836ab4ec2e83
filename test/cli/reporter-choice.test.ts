import { expect, test } from "vitest";
import { readReporterChoice } from "../../src/cli/reporter-choice.ts";

const read = (text: string) => readReporterChoice(text, ["pretty", "json"]);

test("a name, and where it writes", () => {
  expect(["pretty", "json=a.json", "json=a=b.json", "json=-"].map(read)).toEqual([
    { name: "pretty" },
    { name: "json", file: "a.json" },
    { name: "json", file: "a=b.json" },
    { name: "json" },
  ]);
});

test.each([
  ["jso", "there is no reporter `jso`", "did you mean `json`?"],
  ["toString", "there is no reporter `toString`", "it is one of `pretty` or `json`"],
  ["json=", "the file has no name", "write `--reporter json=FILE`, or `--reporter json`"],
])("%s is refused", (text, message, help) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "KW001", message, help })] }));
});

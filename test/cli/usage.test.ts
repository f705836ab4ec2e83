import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/main.ts";
import { paragraphs, table, usageOf } from "../../src/cli/usage.ts";

test.each(Object.entries(COMMANDS))("the help of %s fits a terminal, and tells every option", async (_, { load }) => {
  const { command } = await load();
  const text = usageOf(command);
  expect(text.split("\n").filter((line) => line.length > 114)).toEqual([]);
  for (const { name } of command.groups.flatMap(({ options }) => options))
    expect(text).toMatch(new RegExp(`^  (-\\w, )?--${name}\\b`, "m"));
  expect(text).toContain("-h, --help");
});

test("a table wraps its second column under itself", () => {
  expect(table([["name", "word ".repeat(30).trim()]])).toEqual([
    `name   ${"word ".repeat(20).trim()}`,
    `       ${"word ".repeat(10).trim()}`,
  ]);
});

test("prose is wrapped, examples are not", () => {
  const example = `  wrong   ${"x ".repeat(80).trim()}`;
  expect(paragraphs(`one\ntwo\n\n${example}\n  right   y\n\nthree ${"word ".repeat(30).trim()}`)).toBe(
    `one two\n\n${example}\n  right   y\n\nthree ${"word ".repeat(21).trim()}\n${"word ".repeat(9).trim()}`,
  );
});

import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/main.ts";
import { table, usageOf } from "../../src/cli/usage.ts";

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

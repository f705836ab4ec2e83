import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/main.ts";
import { PLANNED } from "../../src/cli/planned.ts";

test("no command is both there and planned", () => {
  expect(Object.keys(PLANNED).filter((name) => Object.hasOwn(COMMANDS, name))).toEqual([]);
});

test("what is planned is told in a clause", () => {
  for (const summary of Object.values(PLANNED)) expect(summary).toMatch(/^\S.*[^.]$/);
});

import { expect, test } from "vitest";
import { colorsFor, tell } from "../../src/cli/talk.ts";
import { fakeIo } from "./fake-io.ts";

const diagnostic = {
  code: "KW100",
  severity: "error",
  message: "m",
  at: { file: "f", line: 1, column: 2, pointer: "/a" },
  help: "h",
} as const;

test("messages go to stderr, with place, code and help", async () => {
  const { io, written } = fakeIo();
  await tell([diagnostic, { ...diagnostic, severity: "warning" }], io);
  expect(written).toEqual({ out: "", err: "f:1:2 error: m [KW100]\n  at /a\n  help: h\nf:1:2 warning: m [KW100]\n  at /a\n  help: h\n" });
});

test("on a terminal the severity is coloured", async () => {
  const { io, written } = fakeIo({ tty: true });
  await tell([diagnostic], io);
  expect(written.err).toContain("f:1:2 \u001b[31merror:\u001b[39m m");
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [true, { TERM: "dumb" }, false],
  [false, { FORCE_COLOR: "1" }, true],
  [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  [false, { CI: "true" }, false],
])("terminal %s with %j: colour %s", async (isTTY, env, expected) => {
  expect((await colorsFor({ isTTY }, env)) !== undefined).toBe(expected);
});

import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { COMMANDS, crash, isClosedPipe } from "../../src/cli/main.ts";
import { PLANNED } from "../../src/cli/planned.ts";
import { fakeIo, kmsward } from "./fake-io.ts";

describe("the command line", () => {
  test.each([["--version"], ["-V"], ["version"]])("%s prints the bare version", async (arg) => {
    expect(await kmsward([arg])).toMatchObject({ code: 0, out: `${manifest.version}\n`, err: "" });
  });

  test.each([[[]], [["--help"]], [["-h"]], [["help"]]])("%j lists every command", async (args) => {
    const { code, out } = await kmsward(args);
    expect(code).toBe(0);
    for (const name of [...Object.keys(COMMANDS), ...Object.keys(PLANNED)]) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
  });

  test.each(Object.keys(COMMANDS))("%s --help shows its own help", async (name) => {
    const { code, out } = await kmsward([name, "--help"]);
    expect({ code, first: out.split("\n")[0] }).toEqual({ code: 0, first: expect.stringMatching(`^kmsward ${name}: [a-z]`) });
  });

  test.each(Object.keys(COMMANDS))("%s is listed as its own file has it", async (name) => {
    expect((await COMMANDS[name]?.load())?.command.name).toBe(name);
  });

  test.each(Object.keys(PLANNED))("%s is planned: KW004, and nothing that looks like success", async (name) => {
    expect(await kmsward([name, "anything", "--at-all"])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("[KW004]") });
  });

  test.each([
    ["evl", /did you mean `kmsward eval`\?/],
    ["whocan", /did you mean `kmsward who-can`\?/],
    ["frobnicate", /`kmsward help` lists the commands/],
    ["--frobnicate", /unknown option `--frobnicate`/],
    ["constructor", /unknown command `constructor`/],
    ["\u001b[31m", /unknown command `\\u001b\[31m`/],
  ])("%s is unknown", async (name, expected) => {
    const { code, out, err } = await kmsward([name]);
    expect(err).toMatch(expected);
    expect(err).toContain("[KW003]");
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });

  test("a bug of ours is code 70, and asks for a report", async () => {
    const { io, written } = fakeIo();
    const broken = { ...io, root: undefined as never };
    const { main } = await import("../../src/cli/main.ts");
    expect(await main(["--version"], broken)).toBe(70);
    expect(written.err).toMatch(/\[KW900\]\n.*please report it/s);
    expect(crash("text", io)).toBe(70);
  });

  test("a reader that has gone away is no failure", () => {
    expect(isClosedPipe(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }))).toBe(true);
    expect(isClosedPipe(new Error("EPIPE"))).toBe(false);
  });
});

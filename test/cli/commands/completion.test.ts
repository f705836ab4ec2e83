import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../src/cli/main.ts";
import { kmsward } from "../fake-io.ts";

/** What bash offers at the end of a line. */
async function offered(...line: readonly string[]): Promise<readonly string[]> {
  const { out } = await kmsward(["completion", "bash"]);
  const words = ["kmsward", ...line].map((word) => JSON.stringify(word)).join(" ");
  const script = `${out}\nCOMP_WORDS=(${words}); COMP_CWORD=${line.length}; _kmsward; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", script], { encoding: "utf8" })
    .split("\n")
    .filter((one) => one !== "");
}

test("bash offers commands, options and what options may be", async () => {
  expect(await offered("who")).toEqual(["who-can"]);
  expect(await offered("")).toEqual(expect.arrayContaining(Object.keys(COMMANDS)));
  expect(await offered("replay", "--bas")).toEqual(["--baseline"]);
  expect(await offered("replay", "--mode", "pa")).toEqual(["partial"]);
  expect(await offered("eval", "pack")).toContain("package.json");
});

test("every shell has all commands", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, out } = await kmsward(["completion", shell]);
    expect(code).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(out).toContain(name);
  }
  expect(await kmsward(["completion", "cmd"])).toMatchObject({ code: 1, err: expect.stringContaining("bash, zsh, fish") });
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { PLANNED } from "../src/cli/planned.ts";
import { bundled } from "./bundled.ts";
import { ROOT } from "./sources.ts";

/** The README's examples are run: what it shows printed is printed. */
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const folder = mkdtempSync(join(ROOT, "node_modules/.readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Block = { readonly language: string; readonly text: string };
const blocks: readonly Block[] = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));

/** Each example in TypeScript with the output that is shown right after it. */
const examples = blocks.flatMap(({ language, text }, i) => {
  const next = blocks[i + 1];
  return language === "ts" ? [{ code: text, shown: next?.language === "text" ? next.text : "" }] : [];
});

describe("the library", () => {
  test.each(examples.map((example, n) => ({ ...example, n })))("example $n prints what the README shows", async ({ code, shown, n }) => {
    const source = join(folder, `example-${n}.ts`);
    writeFileSync(source, code);
    const file = await bundled(source, join(folder, `example-${n}.mjs`));
    const printed = execFileSync(process.execPath, [file], { encoding: "utf8" });
    expect(printed).toBe(shown);
  });
});

describe("the command line", () => {
  let built: Promise<string> | undefined; // once for all examples
  const command = () => (built ??= bundled(join(ROOT, "src/cli/main.ts"), join(folder, "main.mjs")));
  const shells = blocks.filter(({ language }) => language === "console").map(({ text }) => text);

  test.each(shells.map((text, n) => ({ text, n })))("example $n prints what the README shows", async ({ text, n }) => {
    const [typed = "", ...lines] = text.replace(/\\\n +/g, "").split("\n");
    const cli = await command();
    const script = `import { main } from ${JSON.stringify(pathToFileURL(cli).href)}; const { stdin, stdout, stderr } = process;
      process.exitCode = await main(process.argv.slice(2), { stdin, stdout, stderr, env: { NO_COLOR: "1" }, root: new URL("../../", import.meta.url) });`;
    const runner = join(folder, `run-${n}.mjs`);
    writeFileSync(runner, script);
    const words = typed.replace("$ npx kmsward ", "").match(/'[^']*'|\S+/g) ?? []; // as a shell would take them
    const { stdout, status } = spawnSync(process.execPath, [runner, ...words.map((word) => word.replace(/^'|'$/g, ""))], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(stdout).toBe(lines.join("\n"));
    expect([0, 2], "done, whatever the answer").toContain(status);
  });
});

test("the commands that are not built yet are listed", () => {
  for (const name of Object.keys(PLANNED)) expect(readme).toContain(`\`${name}\``);
});

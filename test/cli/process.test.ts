import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseLines } from "../bench/cases.ts";
import { CASE, DENIED, line } from "./samples.ts";

/** The command as a process of its own, bundled as the package has it. */
const folder = mkdtempSync("node_modules/.kmsward-cli-");
const cli = join(folder, "dist/cli.js");
beforeAll(async () => {
  const options = { bundle: true, splitting: true, format: "esm", platform: "node", packages: "external" } as const;
  await build({ ...options, entryPoints: ["src/cli.ts"], outdir: join(folder, "dist") });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...args: string[]) => spawn(process.execPath, [cli, ...args]);
const codeOf = async (child: ChildProcessWithoutNullStreams) => (await once(child, "close"))[0] as number;

/** What a stream says, from now on. */
function heard(stream: Readable): readonly string[] {
  const pieces: string[] = [];
  stream.on("data", (chunk) => pieces.push(String(chunk)));
  return pieces;
}

async function run(args: readonly string[], input = "") {
  const child = start(...args);
  const [out, err] = [heard(child.stdout), heard(child.stderr)];
  child.stdin.end(input);
  return { code: await codeOf(child), out: out.join(""), err: err.join("") };
}

describe("the process", () => {
  test("answers each line before the next is sent", async () => {
    const child = start("eval", "--ndjson");
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const [theCase, outcome] of [
      [CASE, "allowed"],
      [DENIED, "implicitDeny"],
      [CASE, "allowed"],
    ] as const) {
      child.stdin.write(line(theCase));
      expect(JSON.parse((await answers.next()).value)).toMatchObject({ id: theCase.id, outcome });
    }
    child.stdin.end();
    expect(await codeOf(child)).toBe(0);
  });

  test("ends with the exit codes of its answers", async () => {
    const ended = await Promise.all([
      run(["eval", "-", "--expect", "allow"], JSON.stringify(CASE)),
      run(["eval", "no-such-file.json"]),
      run(["eval", "-", "--expect", "allow"], JSON.stringify(DENIED)),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 1, 2]);
    expect(ended[1]).toMatchObject({ out: "", err: expect.stringContaining("[KW002]") });
  });

  test("a reader that has seen enough ends it quietly, with success", async () => {
    const child = start("eval", "--ndjson");
    const err = heard(child.stderr);
    child.stdin.on("error", () => {}); // it has gone before all was sent
    child.stdin.write(line(CASE).repeat(2_000));
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.end(line(CASE).repeat(20_000));
    expect({ code: await codeOf(child), err: err.join("") }).toEqual({ code: 0, err: "" });
  });

  test("an interrupt ends it with 130", async () => {
    const child = start("eval", "--ndjson");
    child.stdin.write(line(CASE));
    await once(child.stdout, "data");
    child.kill("SIGINT");
    expect(await codeOf(child)).toBe(130);
  });

  test.runIf(process.env.KMSWARD_LONG === "1")("memory stays flat over a long stream of ever new cases", async () => {
    const child = spawn(process.execPath, ["--max-old-space-size=192", cli, "eval", "--ndjson"]);
    let answers = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 0x0a) answers++;
    });
    const lines = caseLines(1_000).join("");
    for (let i = 0; i < 60; i++) {
      const block = i % 2 === 0 ? lines.replaceAll("role/app", `role/app-${i}`) : lines.replaceAll("i-0ab", `session-${i}`);
      if (!child.stdin.write(block)) await once(child.stdin, "drain");
    }
    child.stdin.end();
    expect(await codeOf(child)).toBe(0);
    expect(answers).toBe(60_000);
  });
});

import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bars } from "../../../src/report/events/text.ts";
import { bundled } from "../../bundled.ts";
import { ROOT } from "../../sources.ts";
import { kmsward } from "../fake-io.ts";

const EVENTS = "fixtures/events/orders.json";
const count = (text: string) => text.trimEnd().split("\n").length - 1; // without the heading

test("a log for people", async () => {
  const { code, out, err } = await kmsward(["events", EVENTS]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out).toMatchFileSnapshot("events.golden.txt");
});

test("only what is asked for", async () => {
  const of = async (...args: string[]) => count((await kmsward(["events", EVENTS, ...args])).out);
  expect(await of()).toBe(24);
  expect(await of("--outcome", "denied")).toBe(1);
  expect(await of("--outcome", "error")).toBe(1);
  expect(await of("--principal", "role/exporter")).toBe(14);
  expect(await of("--key", "9999abcd")).toBe(1);
  expect(await of("--action", "decrypt,kms:RotateKey")).toBe(19);
  expect(await of("--since", "2026-11-21", "--until", "2026-11-21T17:30:00Z")).toBe(3);
  expect(await kmsward(["events", EVENTS, "--principal", "nobody"])).toMatchObject({ code: 0, err: expect.stringContaining("no event") });
});

test("a summary", async () => {
  await expect((await kmsward(["events", EVENTS, "--summary"])).out).toMatchFileSnapshot("events-summary.golden.txt");
  expect(JSON.parse((await kmsward(["events", EVENTS, "--summary", "--format", "json"])).out)).toMatchObject({ version: 1, events: 24 });
  expect(bars([0, 1, 4, 8])).toBe("·▁▄█");
});

test("as data, one event a line", async () => {
  const { out } = await kmsward(["events", EVENTS, "--format", "ndjson", "--outcome", "denied"]);
  expect(JSON.parse(out)).toMatchObject({
    who: "arn:aws:sts::111122223333:assumed-role/intern/x",
    operation: "Decrypt",
    outcome: "denied",
  });
});

test("what somebody wrote into a log moves no cursor", async () => {
  const { Records } = JSON.parse(readFileSync(EVENTS, "utf8")) as { Records: { requestParameters: unknown }[] };
  const [first] = Records;
  const evil = { ...first, eventName: "De\u001b[31mcrypt", requestParameters: { encryptionContext: { "a\u202e": "\u0007" } } };
  const { out } = await kmsward(["events", "-"], { stdin: JSON.stringify(evil) });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  expect(out).not.toMatch(/[\u0007\u001b\u202e]/);
});

test("a log that is cut off is told", async () => {
  expect(await kmsward(["events", "-"], { stdin: readFileSync(EVENTS, "utf8").slice(0, 5000) })).toMatchObject({
    code: 1,
    err: expect.stringContaining("not read"),
  });
});

test("a file is followed, also when it is moved away and begun anew", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-events-"));
  const file = join(folder, "audit.ndjson");
  const { Records } = JSON.parse(readFileSync(EVENTS, "utf8")) as { Records: object[] };
  const line = (i: number) => `${JSON.stringify(Records[i])}\n`;
  writeFileSync(file, line(0));
  const cli = await bundled(join(ROOT, "src/cli.ts"), join(ROOT, "node_modules", ".events-cli.mjs"));
  const child = spawn(process.execPath, [cli, "events", "--follow", file, "--format", "ndjson"], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  const until = async (lines: number) => {
    while (out.split("\n").length - 1 < lines) await new Promise((resolve) => void setTimeout(resolve, 50));
  };
  await until(1);
  appendFileSync(file, line(1));
  await until(2);
  renameSync(file, `${file}.1`);
  writeFileSync(file, line(2));
  await until(3);
  child.kill("SIGINT");
  expect(await new Promise((resolve) => void child.on("exit", resolve))).toBe(130);
  rmSync(folder, { recursive: true });
  rmSync(cli);
});

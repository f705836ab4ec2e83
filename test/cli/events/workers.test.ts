import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rangeOf } from "../../../src/cli/events/inputs.ts";
import { AFTER, madeLines, madeRecord } from "../../generators/trail.ts";
import { oddLines } from "../../replay/sql/odd-lines.ts";

/** The command as the package has it: workers start it again. */
const folder = mkdtempSync("node_modules/.kmsward-workers-");
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  const options = { bundle: true, splitting: true, format: "esm", platform: "node", packages: "external" } as const;
  await build({ ...options, entryPoints: ["src/cli.ts"], outdir: at("dist") });
  writeFileSync(at("after.json"), AFTER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function replay(...args: readonly string[]) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [at("dist/cli.js"), "replay", ...args, "-w", at("after.json"), "--format", "json"],
    { maxBuffer: 1e9 },
  ).catch((error) => error);
  return JSON.parse(stdout);
}

test("a range of a file has the lines that begin in it, and no other", async () => {
  const text = "a\n\nbcd\nefghij\n\n\nk\nlast";
  writeFileSync(at("lines.txt"), text);
  const begins = [...text].flatMap((_, i) => (i === 0 || text[i - 1] === "\n" ? [i] : []));
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= text.length; to++) {
      const mine = begins.filter((begin) => begin >= from && begin < to);
      const last = mine.at(-1) ?? 0;
      const end = text.indexOf("\n", last) < 0 ? text.length : text.indexOf("\n", last) + 1;
      let piece = "";
      for await (const chunk of rangeOf(at("lines.txt"), from, to).bytes()) piece += chunk.toString();
      expect([from, to, piece]).toEqual([from, to, mine[0] === undefined ? "" : text.slice(mine[0], end)]);
    }
});

test("workers give the report of one reader: copies, odd records and all", async () => {
  const shared = (i: number) => ({ ...madeRecord(1, i), sharedEventID: `shared-${i}` });
  const copies = [...Array(50).keys()].flatMap((i) => [
    {
      ...shared(i),
      eventID: `owner-${i}`,
      userIdentity: { type: "AWSAccount", accountId: "444455556666", principalId: "AROAIOSFODNN7EXAMPLE1:s" },
    },
    { ...shared(i), eventID: `caller-${i}` },
  ]);
  const lines = [...madeLines(1, 0, 1500), ...copies.map((one) => `${JSON.stringify(one)}\n`), ...madeLines(1, 1400, 1600), ...oddLines];
  writeFileSync(at("a.ndjson"), lines.join(""));
  writeFileSync(at("b.json.gz"), gzipSync(`{"Records":[${[...madeLines(1, 1550, 1800)].join(",")}]}`));
  writeFileSync(
    at("c.ndjson.gz"),
    gzipSync(
      copies
        .reverse()
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(""),
    ),
  );
  const files = ["a.ndjson", "b.json.gz", "c.ndjson.gz"].map(at);
  const whole = await replay(...files);
  expect(whole.skipped.duplicates).toBeGreaterThan(150);
  expect(await replay(...files, "--workers", "2")).toEqual(whole);
  expect(await replay(...files, "--workers", "3", "--by", "policy")).toEqual(await replay(...files, "--by", "policy"));
}, 300_000);

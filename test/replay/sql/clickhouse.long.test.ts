import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf } from "../../../src/replay/atoms.ts";
import { codeSql } from "../../../src/replay/sql/code.ts";
import { CLICKHOUSE } from "../../../src/replay/sql/dialect.ts";
import { kmsward } from "../../cli/fake-io.ts";
import { AFTER, BEFORE, madeLines } from "../../generators/trail.ts";
import { writeEvents } from "./odd-lines.ts";
import { ATOMS, VALUES } from "./values.ts";

/** ClickHouse as a library, with a lock of its own in `test/clients/chdb`: it is some 550 MB. */
const PACKAGE = resolve("test/clients/chdb");
const EVENTS = process.env.KMSWARD_LONG === "1" ? 1_000_000 : 100_000;

let folder = "";
const at = (name: string): string => join(folder, name);
let worlds: readonly string[] = [];

beforeAll(async () => {
  if (!existsSync(join(PACKAGE, "node_modules")))
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: PACKAGE });
  folder = mkdtempSync(join(tmpdir(), "kmsward-clickhouse-"));
  mkdirSync(at("engine/user_scripts"), { recursive: true });
  writeFileSync(at("after.json"), AFTER);
  writeFileSync(at("before.json"), BEFORE);
  worlds = ["-w", at("after.json"), "--baseline", at("before.json")];
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a query gives, and what went wrong with it. */
async function asked(query: string): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const engine = spawn(process.execPath, [join(PACKAGE, "engine.mjs"), at("engine")], { cwd: folder });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  engine.stdout.on("data", (chunk) => out.push(chunk));
  engine.stderr.on("data", (chunk) => err.push(chunk));
  engine.stdin.end(query);
  const [code] = (await once(engine, "close")) as [number];
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

const rowsOf = async (query: string): Promise<readonly Record<string, unknown>[]> => {
  const { code, out, err } = await asked(query);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
};

test("every comparison gives the evaluator's code, or keeps the value", async () => {
  const values = `SELECT toNullable(arrayJoin([${VALUES.map(CLICKHOUSE.literal).join(", ")}])) AS v`;
  for (const base of new Set(ATOMS.map((atom) => atom.base))) {
    const atoms = ATOMS.filter((atom) => atom.base === base);
    const columns = atoms.map((atom, i) => `${codeSql(CLICKHOUSE, atom, "v")} AS c${i}`).join(", ");
    for (const row of await rowsOf(`SELECT v, ${columns} FROM (${values})`))
      atoms.forEach((atom, i) => {
        if (row[`c${i}`] !== `raw:${row.v}`) expect([atom, row.v, row[`c${i}`]]).toEqual([atom, row.v, codeOf(atom)(row.v as string)]);
      });
  }
}, 600_000);

test("grouped by the engine, the report is that of the plain reader", async () => {
  writeEvents(at("events.ndjson"), 7, EVENTS);
  writeFileSync(at("trail.json"), `{"Records":[${[...madeLines(3, 0, 2000)].join(",")}]}`);
  for (const file of [at("events.ndjson"), at("trail.json")]) {
    const query = await kmsward(["replay", file, "--sql", "clickhouse", ...worlds]);
    const { code, out, err } = await asked(
      `${query.out} SETTINGS storage_file_read_method='pread', user_files_path='/'`.replace(", user_files_path='/'", ""),
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    writeFileSync(at("rows.ndjson"), out);
    const report = async (...args: readonly string[]) =>
      JSON.parse((await kmsward(["replay", ...args, ...worlds, "--format", "json"])).out);
    expect(await report(at("rows.ndjson"), "--shapes")).toEqual(await report(file, "--by", "policy"));
  }
}, 1_800_000);

describe("row mode as a filter of the engine", () => {
  const lines = [...madeLines(5, 0, 2000)];
  const SETTINGS = "command_read_timeout = 600000, command_write_timeout = 600000, command_termination_timeout = 600";
  const through = (script: string, settings: string): string =>
    `SELECT count() AS rows, countIf(JSONExtractString(line, 'class') != '') AS answered FROM executable('${script}', 'LineAsString', 'line String',
      (SELECT line FROM file('${at("rows-in.ndjson")}', 'LineAsString', 'line String')), SETTINGS ${settings})`;

  beforeAll(async () => {
    const dist = mkdtempSync("node_modules/.kmsward-rows-");
    const options = { bundle: true, splitting: true, format: "esm", platform: "node", packages: "external" } as const;
    await build({ ...options, entryPoints: ["src/cli.ts"], outdir: join(dist, "dist") });
    const row = `${process.execPath} ${resolve(dist, "dist/cli.js")} replay - --mode row -w ${at("after.json")}`;
    script("kmsward-row", `${row} || [ $? -eq 2 ]`); // 2: some of them would break
    script("kmsward-dies", `sed -n 1,500p | ${row}; exit 7`);
    writeFileSync(at("rows-in.ndjson"), lines.join(""));
    return () => rmSync(dist, { recursive: true, force: true });
  }, 60_000);

  function script(name: string, command: string): void {
    writeFileSync(at(`engine/user_scripts/${name}`), `#!/bin/sh\n${command}\n`);
    chmodSync(at(`engine/user_scripts/${name}`), 0o755);
  }

  test("answers every row", async () => {
    const [counts] = await rowsOf(through("kmsward-row", `check_exit_code = 1, ${SETTINGS}`));
    expect(counts).toEqual({ rows: lines.length, answered: lines.length });
  }, 120_000);

  test("a filter that dies half-way is an error, once the engine is told to look at how it ended", async () => {
    const blind = await asked(through("kmsward-dies", SETTINGS));
    expect(JSON.parse(blind.out)).toEqual({ rows: 500, answered: 500 }); // as if that were all
    const { code, err } = await asked(through("kmsward-dies", `check_exit_code = 1, ${SETTINGS}`));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/exit|code 7|302/i) });
  }, 120_000);
});

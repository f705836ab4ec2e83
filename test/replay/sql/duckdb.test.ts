import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, coder } from "../../../src/replay/atoms.ts";
import { codeSql, setCodeSql } from "../../../src/replay/sql/code.ts";
import { DUCKDB } from "../../../src/replay/sql/dialect.ts";
import { kmsward } from "../../cli/fake-io.ts";
import { AFTER, BEFORE, madeLines } from "../../generators/trail.ts";
import { oddLines, writeEvents } from "./odd-lines.ts";
import { ATOMS, LISTS, VALUES } from "./values.ts";

const LONG = process.env.KMSWARD_LONG === "1";
const EVENTS = LONG ? 1_000_000 : 100_000;

let folder = "";
let engine: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-duckdb-"));
  const settings = {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: folder,
    memory_limit: "1GB",
  };
  engine = await (await DuckDBInstance.create(":memory:", settings)).connect();
});
afterAll(() => {
  engine.closeSync();
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
const list = (texts: readonly string[]): string => `CAST([${texts.map(DUCKDB.literal).join(", ")}] AS VARCHAR[])`;

describe("every comparison gives the evaluator's code, or keeps the value", () => {
  const bases = [...new Set(ATOMS.map(({ base }) => base))];

  test.each(bases)("%s", async (base) => {
    const atoms = ATOMS.filter((atom) => atom.base === base);
    const columns = atoms.map((atom, i) => `${codeSql(DUCKDB, atom, "v")} AS c${i}`).join(", ");
    const rows = await engine.runAndReadAll(`SELECT v, ${columns} FROM (SELECT unnest(${list(VALUES)}) AS v)`);
    const kept = atoms.map(() => 0);
    for (const row of rows.getRowObjectsJson() as Record<string, string>[])
      atoms.forEach((atom, i) => {
        const value = row.v as string;
        if (row[`c${i}`] === `raw:${value}`) kept[i] = (kept[i] ?? 0) + 1;
        else expect([atom, value, row[`c${i}`]]).toEqual([atom, value, codeOf(atom)(value)]);
      });
    expect(Math.min(...kept)).toBeLessThan(VALUES.length - 3); // otherwise nothing is tried
  });

  test("of sets", async () => {
    const atoms = ATOMS.filter(({ base }) => base.startsWith("String"));
    for (const atom of atoms) {
      const sql = setCodeSql(DUCKDB, atom, "v");
      const rows = await engine.runAndReadAll(`SELECT ${sql} AS c FROM (SELECT unnest([${LISTS.map(list).join(", ")}]) AS v)`);
      (rows.getRowObjectsJson() as { c: string }[]).forEach(({ c }, i) => {
        const codes = (LISTS[i] ?? []).map(coder([atom]));
        const all = codes.every((code) => code === "T") ? "A" : codes.includes("T") ? "S" : "N";
        if (!c.startsWith("raw:")) expect([atom, LISTS[i], c]).toEqual([atom, LISTS[i], all]);
      });
    }
  });
});

describe("grouped by the engine", () => {
  let worlds: readonly string[] = [];
  const plain = async (file: string) => JSON.parse((await kmsward(["replay", file, ...worlds, "--by", "policy", "--format", "json"])).out);
  const rowsOf = async (query: string, name: string): Promise<string> => {
    await engine.run(`COPY (${query}) TO '${at(name)}' (FORMAT json)`);
    return at(name);
  };
  const shapes = async (rows: string) => JSON.parse((await kmsward(["replay", "--shapes", rows, ...worlds, "--format", "json"])).out);

  beforeAll(() => {
    writeFileSync(at("after.json"), AFTER);
    writeFileSync(at("before.json"), BEFORE);
    worlds = ["-w", at("after.json"), "--baseline", at("before.json")];
  });

  test("the report is that of the plain reader", async () => {
    writeEvents(at("events.ndjson"), 7, EVENTS);
    const query = await kmsward(["replay", at("events.ndjson"), "--sql", "duckdb", ...worlds]);
    expect(query).toMatchObject({ code: 0, err: "" });
    const report = await shapes(await rowsOf(query.out, "rows.ndjson"));
    expect(report).toEqual(await plain(at("events.ndjson")));
    expect(report.counts).toMatchObject({ broken: expect.any(Number), opened: 0 });
    expect(report.events).toBe(EVENTS + oddLines.length + 1); // one line holds two
  }, 600_000);

  test("of a table of calls, and of files as CloudTrail delivers them", async () => {
    const lines = [...madeLines(3, 0, 2000)];
    writeFileSync(at("trail.json"), `{"Records":[${lines.join(",")}]}`);
    const calls = await kmsward(["replay", at("trail.json"), "--sql", "duckdb", "--calls"]);
    await engine.run(`COPY (${calls.out}) TO '${at("calls.parquet")}' (FORMAT parquet, COMPRESSION zstd)`);
    const table = await kmsward(["replay", "--sql", "duckdb", "--table", `'${at("calls.parquet")}'`, ...worlds]);
    const direct = await kmsward(["replay", at("trail.json"), "--sql", "duckdb", ...worlds]);
    const report = await plain(at("trail.json"));
    expect(await shapes(await rowsOf(table.out, "table.ndjson"))).toEqual(report);
    expect(await shapes(await rowsOf(direct.out, "direct.ndjson"))).toEqual(report);
  }, 60_000);
});

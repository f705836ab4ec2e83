import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

const EVENTS = "fixtures/events/orders.json";
const WORLD_FILE = "fixtures/examples/orders/orders.world.yaml";
const WORLD = ["-w", WORLD_FILE];
const records = (JSON.parse(readFileSync(EVENTS, "utf8")) as { Records: object[] }).Records;
const lines = records.map((one) => `${JSON.stringify(one)}\n`).join("");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-replay-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const json = async (...args: readonly string[]) => JSON.parse((await kmsward(["replay", ...args, ...WORLD, "--format", "json"])).out);

test("what would have broken, and what the log covers", async () => {
  const { code, out, err } = await kmsward(["replay", EVENTS, ...WORLD]);
  expect({ code, err }).toEqual({ code: 2, err: "" });
  await expect(out).toMatchFileSnapshot("replay.golden.txt");
});

test("the report as data", async () => {
  expect(await json(EVENTS)).toMatchObject({
    version: 1,
    events: 25,
    accounts: ["111122223333"],
    regions: ["us-east-1"],
    skipped: { notKms: 1, unreadable: 0, notPolicy: 2, duplicates: 0, otherKeys: 1 },
    counts: { allowed: 17, broken: 3, opened: 0, denied: 1, mismatch: 0, undetermined: 0 },
    shapes: expect.arrayContaining([
      expect.objectContaining({
        class: "broken",
        count: 3,
        recorded: "allowed",
        after: "implicitDeny",
        request: expect.objectContaining({ action: "kms:Decrypt" }),
      }),
    ]),
  });
});

test("the same in every form of a log", async () => {
  const { incomplete: _, ...whole } = await json(EVENTS);
  expect(await json(file("a.ndjson", lines))).toEqual(whole);
  expect(await json(file("a.json.gz", gzipSync(JSON.stringify({ Records: records }))))).toEqual(whole);
  expect(
    await json(file("lookup.json", JSON.stringify({ Events: records.map((one) => ({ CloudTrailEvent: JSON.stringify(one) })) }))),
  ).toEqual(whole);
});

test("a baseline sets apart what the policies of then do not explain", async () => {
  const { counts } = await json(EVENTS, "--baseline", WORLD_FILE);
  expect(counts).toMatchObject({ mismatch: 3, broken: 0 });
  expect(await kmsward(["replay", EVENTS, ...WORLD, "--baseline", WORLD_FILE, "--strict"])).toMatchObject({ code: 3 });
  expect(await kmsward(["replay", EVENTS, ...WORLD, "--baseline", WORLD_FILE])).toMatchObject({ code: 0 });
});

test("a time", async () => {
  expect((await json(EVENTS, "--since", "2026-11-21")).counts).toMatchObject({ broken: 3, allowed: 0 });
  expect((await json(EVENTS, "--until", "2026-11-21T00:00:00Z")).counts).toMatchObject({ broken: 0, allowed: 17 });
  expect(await kmsward(["replay", EVENTS, ...WORLD, "--since", "yesterday"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("KW407"),
  });
});

test("a row a line, whatever the line holds", async () => {
  const { code, out, err } = await kmsward(["replay", "-", ...WORLD, "--mode", "row"], { stdin: `${lines}nonsense\n` });
  const rows = out
    .trimEnd()
    .split("\n")
    .map((row) => JSON.parse(row));
  expect(rows.length).toBe(records.length + 1);
  expect(rows.map(({ class: name }) => name).filter((name) => name === "broken").length).toBe(3);
  expect(rows.at(-1)).toEqual({ id: null, class: "unreadable", why: "no JSON" });
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("1 line is no record") });
});

test("parts in any order, and twice, are the whole", async () => {
  const part = async (name: string, some: readonly object[]) => {
    const { code, out } = await kmsward(["replay", "-", ...WORLD, "--mode", "partial"], {
      stdin: some.map((one) => `${JSON.stringify(one)}\n`).join(""),
    });
    expect(code).toBe(0);
    return file(name, out);
  };
  const [a, b] = [await part("a.part", records.slice(0, 10)), await part("b.part", records.slice(10))];
  const merged = async (...paths: readonly string[]) =>
    JSON.parse((await kmsward(["replay", "--merge", ...paths, "--format", "json"])).out);
  expect(await merged(a, b)).toEqual(await json(EVENTS));
  expect(await merged(b, a, b)).toEqual(await json(EVENTS));
  expect(await kmsward(["replay", "--merge", WORLD_FILE])).toMatchObject({ code: 1, err: expect.stringContaining("KW692") });
});

describe("a scheduler that loses a block, or counts one twice, is found out", () => {
  const blocks = [records.slice(0, 10), records.slice(10)].map((some) => some.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const size = String(Buffer.byteLength(blocks.join("")));
  const part = async (name: string, stdin: string, ...more: readonly string[]) => {
    const { code, out, err } = await kmsward(["replay", "-", ...WORLD, "--mode", "partial", ...more], { stdin });
    return { code, err, path: file(name, out), out };
  };
  const merged = (...args: readonly string[]) => kmsward(["replay", "--merge", ...args, "--format", "json"]);

  test("a block that is tried again with nothing to read writes no part", async () => {
    const lost = await part("lost.part", "");
    expect(lost).toMatchObject({ code: 1, out: "", err: expect.stringContaining("KW695") });
  });

  test("parts that have not read the whole log are refused", async () => {
    const [a, b] = [await part("a2.part", blocks[0] ?? ""), await part("b2.part", blocks[1] ?? "")];
    expect((await merged(a.path, b.path, "--bytes", size)).code).toBe(2);
    expect(await merged(a.path, "--bytes", size)).toMatchObject({ code: 1, out: "", err: expect.stringContaining("KW695") });
    const again = await part("again.part", blocks[1] ?? "", "--shard", "another name");
    expect(await merged(a.path, b.path, again.path, "--bytes", size)).toMatchObject({ code: 1, err: expect.stringContaining("KW695") });
    expect(await merged(a.path, b.path, "--bytes", "many")).toMatchObject({ code: 1, err: expect.stringContaining("KW001") });
  });

  test("a part that was cut off is refused", async () => {
    const { out } = await part("whole.part", blocks[0] ?? "");
    const cut = file("cut.part", out.split("\n")[0] ?? "");
    expect(await merged(cut)).toMatchObject({ code: 1, err: expect.stringContaining("KW692") });
  });
});

describe("rows of an engine", () => {
  const [record] = records as [Record<string, unknown>];
  const { eventID, eventTime, eventSource, eventName, awsRegion } = record;
  const call = { eventID, eventTime, eventSource, eventName, awsRegion, resources: [], hasContext: false, hasSession: false };
  let worlds = "";
  beforeAll(async () => {
    const { out } = await kmsward(["replay", "x.ndjson", "--sql", "duckdb", ...WORLD]);
    worlds = /'([0-9a-f]{64})' AS worlds/.exec(out)?.[1] ?? "";
  });
  const rows = (...some: readonly object[]) =>
    kmsward(["replay", "--shapes", file("rows.ndjson", some.map((row) => `${JSON.stringify({ worlds, ...row })}\n`).join("")), ...WORLD]);
  const calls = { kind: "calls", n: 3, call };
  const hours = { kind: "hours", n: 3, account: "111122223333", region: "us-east-1", hour: "2026-11-22T03:00:00Z" };
  const end = { kind: "end", n: 3 };

  test("all of them are a report", async () => {
    expect((await rows(calls, hours, end)).err).not.toContain("KW694");
    expect((await rows(calls, hours, end)).out).toContain("3 records");
    expect((await rows({ ...calls, n: "3" }, hours, end)).out).toContain("3 records"); // engines write large numbers as texts
  });

  test.each([
    ["without the last one", [calls, hours], "cut off"],
    ["a shape is lost", [{ ...calls, n: 2 }, hours, end], "lost rows"],
    ["hours are lost", [calls, end], "lost rows"],
    ["of another query", [{ ...calls, worlds: "0".repeat(64) }, hours, end], "for other worlds"],
    ["none of the query's", [{ kind: "line" }, hours, end], "no row of the query"],
    ["a count that is none", [{ ...calls, n: "many" }, hours, end], "no row of the query"],
  ])("%s: nothing is reported", async (_, some, why) => {
    expect(await rows(...some)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(new RegExp(`${why}[^]*KW694|KW694[^]*${why}`)),
    });
  });
});

test("a time is read alike by all commands, and one that is none is refused", async () => {
  for (const name of ["replay", "events"])
    expect(await kmsward([name, EVENTS, ...(name === "replay" ? WORLD : []), "--since", "yesterday"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("KW407"),
    });
});

test("calls that would break become tests that fail", async () => {
  const tests = join(folder, "recorded.ward.yaml");
  await kmsward(["replay", EVENTS, ...WORLD, "--write-tests", tests]);
  const text = readFileSync(tests, "utf8").replace(WORLD_FILE, join(process.cwd(), WORLD_FILE));
  expect(text).toContain("recorded 3 times");
  expect(JSON.parse(text.slice(text.indexOf("{"))).cases).toHaveLength(1);
});

describe("an empty or partial log is never safe", () => {
  test("no record says who called", async () => {
    const some = records.slice(0, 2).map((one) => ({ ...one, userIdentity: { type: "AWSAccount", accountId: "444455556666" } }));
    const path = file("open.json", JSON.stringify({ Records: some }));
    const { code, out, err } = await kmsward(["replay", path, ...WORLD]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("nothing is shown") });
    expect(out).toContain("Nothing is shown: of 2 recorded calls none could be decided.");
    expect((await kmsward(["replay", path, ...WORLD, "--strict"])).code).toBe(3);
  });

  test("no records", async () => {
    const { code, out, err } = await kmsward(["replay", file("empty.json", '{"Records":[]}'), ...WORLD]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("nothing is shown") });
    expect(out).toContain("Nothing is shown");
  });

  test.each([
    ["a file that ends in the middle", () => JSON.stringify({ Records: records.slice(0, 12) }).slice(0, -3), "ends in the middle"],
    [
      "a packed file that ends in the middle",
      () => gzipSync(JSON.stringify({ Records: records.slice(0, 12) })).subarray(0, 300),
      "unexpected end of file",
    ],
    ["no log at all", () => "<html>", "no JSON"],
  ])("%s", async (_, content, why) => {
    const { code, err } = await kmsward(["replay", file("part.json", content()), ...WORLD]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(why) });
  });

  test("a world without the key says nothing of its calls", async () => {
    const strange = records.map((one) => JSON.parse(JSON.stringify(one).replaceAll("1234abcd", "7777abcd")));
    expect(await kmsward(["replay", "-", ...WORLD], { stdin: JSON.stringify(strange) })).toMatchObject({ code: 1 });
  });
});

test("what is missing is asked for", async () => {
  expect(await kmsward(["replay"])).toMatchObject({ code: 1, err: expect.stringContaining("no events are named") });
  expect(await kmsward(["replay", EVENTS])).toMatchObject({ code: 1, err: expect.stringContaining("no world is given") });
  expect(await kmsward(["replay", "nowhere.json", ...WORLD])).toMatchObject({ code: 1, err: expect.stringContaining("no such file") });
});

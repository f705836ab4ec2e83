import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readTestFile } from "../../src/tester/test-file.ts";
import { WorldCache } from "../../src/tester/world-cache.ts";
import { fileOf, readerOf, readFixture, readValue, told, WORLD } from "./files.ts";

const one = { name: "a", principal: "app", action: "kms:Decrypt", expect: "allow" };
const broken = readdirSync(new URL("../../fixtures/tests/broken", import.meta.url)).filter((name) => name.includes(".ward."));

describe("what is wrong with a file is told with its place", () => {
  test.each(broken)("%s", async (name) => {
    const read = readFixture(`broken/${name}`);
    const golden = name.replace(/\.ward\.\w+$/, ".golden.txt");
    await expect(`${told(read).join("\n")}\n`).toMatchFileSnapshot(`../../fixtures/tests/broken/${golden}`);
    expect(read.file === undefined).toBe(name !== "warnings.ward.yaml");
  });

  test("a file that is not there", () =>
    expect(told(readTestFile("a.yaml", { readFile: readerOf({}) }))).toEqual([
      "a.yaml error: `a.yaml` cannot be read: no such file [KW002]",
    ]));

  test("an empty one", () =>
    expect(told(readTestFile("a.yaml", { readFile: () => "" }))).toEqual([
      "a.yaml:1:1 error: the file is empty [KW104] | help: `kmsward init` writes a first one",
    ]));

  test("no more than 200 problems, and the number of the rest", () => {
    const cases = Array.from({ length: 300 }, (_, i) => ({ ...one, name: `case ${i}`, principal: `nobody-${i}` }));
    const lines = told(readValue({ cases }));
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toContain("100 more problems [KW107]");
  });

  test("the same slip in many rows is told once", () =>
    expect(told(readValue({ cases: [{ ...one, principal: "ap", each: { action: ["kms:Decrypt", "kms:Encrypt"] } }] }))).toHaveLength(1));
});

test("a file in order has its cases, its world, and no warnings", () => {
  const { file, diagnostics, sources } = readFixture("orders.ward.yaml");
  expect(diagnostics).toEqual([]);
  expect(file?.cases).toHaveLength(21);
  expect(file?.cases[0]).toEqual({
    name: "the app may decrypt its own tenant",
    at: { file: "fixtures/tests/orders.ward.yaml", line: 8, column: 5, pointer: "/cases/0" },
    only: false,
    check: {
      kind: "request",
      question: { principal: "app", action: "kms:Decrypt", key: "orders", encryptionContext: { tenant: "t1" } },
      expect: { outcome: "allow", because: ["AllowAppUse"] },
    },
  });
  expect(sources).toEqual(["fixtures/tests/orders.ward.yaml", "fixtures/tests/world.yaml"]);
});

test("warnings do not keep a file from being tried, and are told of it", () => {
  const { file, diagnostics } = readFixture("broken/warnings.ward.yaml");
  expect(file?.cases).toHaveLength(5);
  expect(file?.warnings).toEqual(diagnostics);
});

test("YAML and JSON forms of one document give the same cases", () => {
  const document = {
    version: 1,
    world: WORLD,
    defaults: { key: "orders" },
    cases: [one, { ...one, name: "b", each: { action: ["kms:Encrypt", "kms:Decrypt"] } }],
  };
  const texts = { "a.ward.yaml": stringify(document), "a.ward.json": JSON.stringify(document, null, 2) };
  const [yaml, json] = Object.keys(texts).map((path) => readTestFile(path, { readFile: readerOf(texts) }).file);
  const bare = (file: typeof yaml) => file?.cases.map(({ at, ...rest }) => ({ ...rest, pointer: at.pointer }));
  expect(bare(yaml)).toEqual(bare(json));
  expect(yaml?.cases).toHaveLength(3);
});

test("account and Region of the file are those of a world that names none", () => {
  const { account: _, region: __, ...world } = WORLD;
  expect(told(readValue({ world, cases: [one] })).join()).toContain("[KW506]");
  expect(fileOf({ world, account: "111122223333", region: "eu-west-1", cases: [one] }).world.estate.keys[0]?.arn).toContain(
    ":eu-west-1:111122223333:key/",
  );
});

test("a file without a world asks by ARNs", () => {
  const question = { principal: "arn:aws:iam::111122223333:root", action: "s3:GetObject", resource: "arn:aws:s3:::b/k" };
  const read = readTestFile("a.ward.json", {
    readFile: () => JSON.stringify({ version: 1, cases: [{ name: "a", ...question, expect: "allow" }] }),
  });
  expect(read.file?.cases[0]?.check).toMatchObject({ question });
});

test("files that name one world share it", () => {
  const text = JSON.stringify({ version: 1, world: "world.json", defaults: { key: "orders" }, cases: [one] });
  const texts = { "a.ward.json": text, "b.ward.json": text, "world.json": JSON.stringify(WORLD) };
  const worlds = new WorldCache();
  const [a, b] = ["a.ward.json", "b.ward.json"].map((path) => readTestFile(path, { readFile: readerOf(texts), worlds }).file);
  expect(a?.world).toBe(b?.world);
  expect(readTestFile("a.ward.json", { readFile: readerOf(texts) }).file?.world).not.toBe(a?.world);
});

test("the files that were asked for are told also where one is missing", () => {
  const { file, sources } = readValue({ world: ["./none.json"], cases: [one] });
  expect(file).toBeUndefined();
  expect(sources).toEqual(["a.ward.json", "none.json"]);
});

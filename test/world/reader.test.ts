import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineOf, readJson } from "../../src/base/json-source.ts";
import { readWorld, readWorldNode, resolveWorld } from "../../src/world/reader.ts";
import { A, allow, fromFiles, KEY, roleIn, told } from "./worlds.ts";

describe("the estate of fixtures/worlds", () => {
  const { world, diagnostics } = readWorld("fixtures/worlds/estate.yaml", {
    readFile: (path) => readFileSync(path, "utf8"),
    root: "fixtures",
  });

  test("three documents in two formats are one world", () => {
    expect(told({ diagnostics })).toEqual([
      expect.stringMatching(/orders-vpc\.json:7:7 warning: .*role\/key-admin.* is not in this world.*\[KW325\]/),
    ]);
    expect(world?.estate.principals.map(({ name }) => name)).toEqual(["app", "auditor", "developer", "exporter", "reader"]);
    expect(world?.estate.keys.map(({ name, region, spec }) => [name, region, spec])).toEqual([
      ["orders", "us-east-1", "SYMMETRIC_DEFAULT"],
      ["signing", "us-east-1", "ECC_NIST_P256"],
      ["fixed", "us-east-1", "SYMMETRIC_DEFAULT"],
    ]);
    expect(world?.estate.organization?.members.get(A)?.orgPath).toBe("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/");
  });

  test.each([
    ["app", "kms:Decrypt", "orders", {}, "allowed"],
    ["exporter", "kms:Decrypt", "orders", { encryptionContext: { purpose: "export" } }, "allowed"],
    ["exporter", "kms:Decrypt", "orders", {}, "implicitDeny"],
    ["developer", "kms:Decrypt", "alias/orders", {}, "allowed"],
    ["developer", "kms:CreateGrant", "alias/orders", {}, "explicitDeny"],
    ["developer", "kms:ScheduleKeyDeletion", "orders", {}, "explicitDeny"],
    ["developer", "kms:Decrypt", "orders", { endpoint: "vpc" }, "implicitDeny"],
    ["app", "kms:Decrypt", "orders", { endpoint: "vpc" }, "allowed"],
    ["auditor", "kms:DescribeKey", "signing", {}, "allowed"],
    ["auditor", "kms:Sign", "signing", {}, "implicitDeny"],
    ["reader", "kms:Decrypt", "orders", {}, "implicitDeny"],
  ])("%s %s %s %j is %s", (principal, action, key, more, outcome) => {
    expect(world?.authorize({ principal, action, key, ...more }).outcome).toBe(outcome);
  });

  test("statements are told by their files and lines", () => {
    const answer = world?.authorize({ principal: "app", action: "kms:Decrypt", key: "orders" });
    expect(answer?.trace.policies.flatMap(({ statements }) => statements.map(({ at }) => `${at.file}:${at.line}`))).toContain(
      "fixtures/policies/identity/orders-app.json:4",
    );
  });
});

describe("include", () => {
  const people = `principals: { app: "${roleIn("app")}" }\n`;

  test("several paths are one world too, and a document read twice counts once", () => {
    const files = { "a.yaml": "include: [b.yaml]\n", "b.yaml": people, "c.json": '{ "include": ["./b.yaml"] }' };
    const { world, diagnostics } = fromFiles(files, ["a.yaml", "c.json", "b.yaml"]);
    expect(told({ diagnostics })).toEqual([]);
    expect(world?.estate.principals).toHaveLength(1);
  });

  test("a circle is told where it closes", () => {
    const files = { "world.yaml": "include: [a.yaml]\n", "a.yaml": "include:\n  - ./b.yaml\n", "b.yaml": "include: [a.yaml]\n" };
    expect(told(fromFiles(files))).toEqual([
      "b.yaml:1:11 error: `a.yaml` includes itself: a.yaml → b.yaml → a.yaml [KW002] | at /include/0",
    ]);
    expect(told(fromFiles({ "world.yaml": "include: [./world.yaml]\n" }))).toEqual([
      expect.stringContaining("includes itself: world.yaml → world.yaml"),
    ]);
  });

  test("a document gives those that it includes its account and Region", () => {
    const files = {
      "world.yaml": `account: "${A}"\nregion: eu-west-1\ninclude: [a.yaml, b.yaml]\n`,
      "a.yaml": "keys: { a: {} }\n",
      "b.yaml": "region: us-west-2\nkeys: { b: {} }\n",
    };
    expect(fromFiles(files).world?.estate.keys.map(({ region }) => region)).toEqual(["eu-west-1", "us-west-2"]);
    expect(
      fromFiles({ "world.yaml": "keys: { a: {} }\n" }, "world.yaml", { account: A, region: "us-east-2" }).world?.estate.keys[0]?.region,
    ).toBe("us-east-2");
  });

  test("one name in two documents is told with the place of the other", () => {
    const files = { "world.yaml": "include: [b.yaml]\nprincipals:\n  app: arn:aws:iam::111122223333:role/x\n", "b.yaml": people };
    expect(told(fromFiles(files))).toEqual([
      "b.yaml:1:15 error: `app` is in `principals` twice [KW502] | at /principals/app | help: the other is at world.yaml:3",
    ]);
  });
});

describe("everything wrong is told at once, with its place", () => {
  test("shapes, names, policies and files, of all documents", () => {
    const files = {
      "world.yaml": [
        "acount: x", // 1
        `account: ${A}`, // 2: a number
        "include: [people.yaml, gone.yaml]", // 3
        "keys:", // 4
        "  orders:", // 5
        `    arn: ${KEY}`, // 6
        "    policy: ./nowhere.json", // 7
        "    grants: [{ grantee: exportr, operations: [Decrypt] }]", // 8
        "  broken: { spec: RSA_1024 }", // 9
      ].join("\n"),
      "people.yaml": `principals:\n  exporter: { arn: "${roleIn("e")}", polices: [] }\n  app:\n    arn: "${roleIn("app")}"\n    policies:\n      - { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: kms:Decrypt }] }\n`,
    };
    const lines = told(fromFiles(files)).map((line) => line.split(" | ")[0]);
    expect(lines).toEqual(
      expect.arrayContaining([
        "world.yaml:1:1 error: unknown member `acount` [KW101]",
        expect.stringMatching(/^world.yaml:2:1 error: `account` must be string/),
        expect.stringMatching(/^world.yaml:3:24 error: `gone.yaml` cannot be read: no such file/),
        expect.stringMatching(/^world.yaml:7:5 error: `nowhere.json` cannot be read/),
        expect.stringMatching(/^world.yaml:9:13 error: `spec` is none of/),
        expect.stringMatching(/^people.yaml:2:\d+ error: unknown member `polices`/),
        expect.stringMatching(/^people.yaml:6:\d+ error: .*`Resource`/),
      ]),
    );
    expect(lines.filter((line) => line?.includes("exportr"))).toEqual([]); // the documents that may have it are not all there
  });

  test("slips have their remedy: quotes for numbers, the member meant", () => {
    expect(told(fromFiles({ "world.yaml": `account: ${A}\n` }))).toEqual([expect.stringMatching(/must be string.*help: put it in quotes/)]);
    expect(told(fromFiles({ "world.yaml": "principal: {}\n" }))).toEqual([
      expect.stringMatching(/unknown member `principal`.*did you mean `principals`\?/),
    ]);
  });

  test("an entry that is misshapen is not told as missing elsewhere", () => {
    const keys = { k: { arn: KEY, grants: [{ grantee: "app", operations: ["Decrypt"] }] } };
    expect(told(resolveWorld({ principals: { app: { arn: 5 } }, keys }))).toEqual([expect.stringContaining("/principals/app/arn")]);
  });
});

test("a merge key gives what several share", () => {
  const text = `keys:\n  a: &shared { account: "${A}", region: us-east-1 }\n  b: { <<: *shared, region: eu-west-1 }\n`;
  const arns = fromFiles({ "world.yaml": text }).world?.estate.keys.map(({ arn }) => arn.split(":").slice(3, 5));
  expect(arns).toEqual([
    ["us-east-1", A],
    ["eu-west-1", A],
  ]);
});

describe("hostile texts", () => {
  const bomb = (levels: number) =>
    `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join("\n")}\n`;

  test.each([
    ["aliases that unfold without end", bomb(9)],
    ["an alias in itself", "policies: &a\n  b: *a\n"],
    ["a tag of one's own", "keys: !!js/function 'x'\n"],
    ["binary", "description: !!binary aGVsbG8=\n"],
    ["a document that is no object", "- a\n- b\n"],
    ["nothing", ""],
    ["two documents", "a: 1\n---\nb: 2\n"],
    ["deep nesting", `x: ${"[".repeat(500)}${"]".repeat(500)}\n`],
    ["a merge key of what is no object", "<<: [keys]\n"],
    ["merge keys that unfold without end", `${bomb(9)}keys: { <<: *a9 }\n`],
    ["a name that is a list", "keys:\n  ? [a, b]\n  : {}\n"],
  ])("%s: told", (_, text) => {
    const { world, diagnostics } = fromFiles({ "world.yaml": text });
    expect(world).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(1000);
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((name) => `keys: { ? ${name} : {} }`),
        ),
        (text) => {
          for (const path of ["world.yaml", "world.json"]) expect(Array.isArray(fromFiles({ [path]: text }, path).diagnostics)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("values and parts", () => {
  test("JSON and YAML are equal", () => {
    const value = {
      account: A,
      region: "us-east-1",
      keys: { k: { aliases: ["alias/k"], tags: { a: "b" } } },
      principals: { app: { arn: roleIn("app"), policies: [allow("kms:*")] } },
    };
    const texts = { "w.json": JSON.stringify(value), "w.yaml": JSON.stringify(value, null, 2).replaceAll(/"(\w+)": /g, "$1: ") };
    const estates = [fromFiles(texts, "w.json"), fromFiles(texts, "w.yaml"), resolveWorld(value)].map(({ world }) =>
      JSON.stringify(world?.estate, (name, part) => (name === "at" ? undefined : part)),
    );
    expect(new Set(estates).size).toBe(1);
  });

  test("a value that JSON cannot hold is told", () => {
    expect(told(resolveWorld({ keys: { k: () => 1 } }))).toEqual([expect.stringContaining("has no JSON form")]);
    expect(told(resolveWorld(undefined))).toEqual([expect.stringContaining("KW106")]);
    expect(told(resolveWorld(null))).toEqual([expect.stringContaining("KW104")]);
  });

  test("the `world` of a larger document is read in its place", () => {
    const text = `{ "version": 1,\n  "world": {\n    "keys": { "k": { "spec": "AES" } },\n    "principals": { "app": { "arn": "${roleIn("app")}", "policies": ["./app.json"] } } } }`;
    const { node } = readJson(text);
    if (node === undefined) throw new Error("not JSON");
    const part = { root: node, pointer: "/world", text: { file: "x/t.json", place: lineOf(text) }, path: "x/t.json" };
    const lines = told(readWorldNode(part, { readFile: () => "{", account: A, region: "us-east-1" }));
    expect(lines).toContainEqual(expect.stringMatching(/^x\/t\.json:3:22 error: `spec` is none of .* \| at \/world\/keys\/k\/spec$/));
    expect(lines).toContainEqual(expect.stringMatching(/^x\/app\.json:1:\d+ error/));
  });
});

import { expect, test } from "vitest";
import { fromFiles, told } from "./worlds.ts";

const NAMING = (path: string) =>
  `policies:\n  x: ${path}\nprincipals:\n  app: { arn: "arn:aws:iam::111122223333:role/app", policies: [x] }\n`;
const POLICY = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*"}}';

test.each([
  ["../secret.json", "leads out of the folder"],
  ["/etc/passwd.json", "leads out of the folder"],
  ["a/../../x.json", "leads out of the folder"],
  ["..\\\\x.json", "leads out of the folder"],
  ["file:///etc/passwd.json", "is not a path"],
])("%s is not read", (path, reason) => {
  const read: string[] = [];
  const { world, diagnostics } = fromFiles({}, "in/world.yaml", {
    readFile: (asked) => {
      read.push(asked);
      return NAMING(`"${path}"`);
    },
  });
  expect(world).toBeUndefined();
  expect(read).toEqual(["in/world.yaml"]);
  expect(told({ diagnostics })).toEqual([expect.stringContaining(reason)]);
  expect(diagnostics[0]?.at).toMatchObject({ file: "in/world.yaml", line: 2, pointer: "/policies/x" });
});

test("a root opens what is beside the folder of the world", () => {
  const files = { "in/world.yaml": NAMING("../policies/x.json"), "policies/x.json": POLICY };
  expect(told(fromFiles(files, "in/world.yaml", { root: "." }))).toEqual([]);
  expect(told(fromFiles(files, "in/world.yaml", { root: "in" }))).toEqual([expect.stringContaining("leads out")]);
  expect(told(fromFiles(files, "in/world.yaml", { root: "policies" }))).toEqual([]);
});

test("why a file cannot be read is told at the place that names it", () => {
  expect(told(fromFiles({ "world.yaml": NAMING("gone.json") }))).toEqual([
    "world.yaml:2:3 error: `gone.json` cannot be read: no such file [KW002] | at /policies/x",
  ]);
  expect(told(fromFiles({}))).toEqual(["world.yaml error: `world.yaml` cannot be read: no such file [KW002]"]);
});

test("a file is read once, whatever it is read as, and a byte order mark is no part of it", () => {
  let count = 0;
  const app = { arn: "arn:aws:iam::111122223333:role/app", policies: ["./x.json", "x.json"], boundary: "x.json" };
  const { world } = fromFiles({}, "world.json", {
    readFile: (path) => {
      if (path === "world.json") return `\uFEFF${JSON.stringify({ principals: { app } })}`;
      count++;
      return POLICY;
    },
  });
  const [read] = world?.estate.principals ?? [];
  expect([...(read?.policies ?? []), read?.boundary].map((policy) => [policy?.name, policy?.type])).toEqual([
    ["x.json", "identity"],
    ["x.json", "identity"],
    ["x.json", "boundary"],
  ]);
  expect(count).toBe(1);
});

test("texts without end are refused", () => {
  const world = JSON.stringify({ version: 1, include: ["large.json"] });
  expect(told(fromFiles({ "world.json": world, "large.json": " ".repeat(16_000_001) }, "world.json"))).toEqual([
    expect.stringContaining("too large"),
  ]);
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InvalidWorldError, loadWorld as loadPure } from "../../src/index.ts";
import { loadWorld as loadForKms } from "../../src/kms.ts";
import { loadWorld as loadForTests } from "../../src/testing.ts";

const DOCUMENT = 'account: "111122223333"\nregion: us-east-1\nkeys: { orders: { policy: ./orders.json } }\n';
const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*"}]}';
const TEXTS: Readonly<Record<string, string>> = { "world.yaml": DOCUMENT, "orders.json": POLICY };
const readFile = (path: string): string => TEXTS[path] ?? expect.fail(`${path} is not asked for`);
const cwd = mkdtempSync(join(tmpdir(), "kmsward-load-"));
for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(cwd, name), text);

test("is one at the doors of node", () => expect(loadForKms).toBe(loadForTests));

describe.each([
  ["from files", () => loadForTests("world.yaml", { cwd })],
  ["from files that a program reads", () => loadForKms("world.yaml", { readFile })],
  ["at the pure door", () => loadPure("world.yaml", { readFile })],
  [
    "from an object",
    () =>
      loadPure({ account: "111122223333", region: "us-east-1", keys: { orders: { policy: "./orders.json" } } }, { readFile, root: "." }),
  ],
])("%s", (_, load) => {
  test("the world is the same", async () => {
    const { estate } = await load();
    expect(estate.keys.map(({ name, account, policyText }) => [name, account, policyText])).toEqual([["orders", "111122223333", POLICY]]);
  });
});

test("the pure door reads nothing by itself", async () => {
  await expect(loadPure("world.yaml")).rejects.toThrow(InvalidWorldError);
  await expect(loadPure("world.yaml")).rejects.toThrow("there are no files here");
});

test("warnings are told to whoever asks for them", async () => {
  const warnings: string[] = [];
  const policy = JSON.parse(POLICY.replace("kms:Decrypt", "kms:Decrpyt"));
  await loadPure(
    { account: "111122223333", region: "us-east-1", keys: { orders: { policy } } },
    { onWarning: ({ code }) => void warnings.push(code) },
  );
  expect(warnings).toContain("KW301");
});

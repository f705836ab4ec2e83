import { expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

const WORLD = ["-w", "fixtures/examples/orders/orders.world.yaml"];

test("everybody who can use a key, by the world's names", async () => {
  const { code, out, err } = await kmsward(["who-can", "orders", ...WORLD]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out).toMatchFileSnapshot("who-can.golden.txt");
});

test("what it proposes to try is allowed", async () => {
  const { out } = await kmsward(["who-can", "orders", ...WORLD]);
  const commands = [...out.matchAll(/try kmsward (.*)$/gm)].map(([, words = ""]) => words.split(" "));
  expect(commands.length).toBeGreaterThan(5);
  for (const words of commands) expect(await kmsward([...words, "--expect", "allow"])).toMatchObject({ code: 0 });
});

test("actions without the service, in any case, with wildcards", async () => {
  const of = async (...names: readonly string[]) => {
    const { out } = await kmsward(["who-can", "orders", ...names, ...WORLD, "--format", "json"]);
    return [...new Set((JSON.parse(out) as { entries: { actions: string[] }[] }).entries.flatMap(({ actions }) => actions))].sort();
  };
  expect(await of("decrypt")).toEqual(["kms:Decrypt"]);
  expect(await of("Generate*", "kms:PutKeyPolicy")).toEqual(["kms:GenerateDataKey", "kms:PutKeyPolicy"]);
  expect(await kmsward(["who-can", "orders", "Decript", ...WORLD])).toMatchObject({
    code: 1,
    err: expect.stringContaining("did you mean"),
  });
});

test("names that lead nowhere are told", async () => {
  expect(await kmsward(["who-can", "order", ...WORLD])).toMatchObject({ code: 1, err: expect.stringContaining("did you mean `orders`?") });
  expect(await kmsward(["who-can", "orders"])).toMatchObject({ code: 1, err: expect.stringContaining("no world is given") });
  expect((await kmsward(["who-can"])).code).toBe(1);
});

const DATA = ["-w", "fixtures/data/readers-after.yaml"];

test("who can read data, and what it proposes to try is allowed", async () => {
  const { code, out, err } = await kmsward(["who-can", "--flow", "s3.GetObject", "--on", "orders-bucket", ...DATA]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("etl  what is like reports/");
  const commands = [...out.matchAll(/try kmsward (.*)$/gm)].map(([, words = ""]) => words.split(" "));
  expect(commands.length).toBeGreaterThan(2);
  for (const words of commands) expect(await kmsward([...words, "--expect", "allow"])).toMatchObject({ code: 0 });
});

test("flows and resources that lead nowhere are told", async () => {
  const ask = (...words: readonly string[]) => kmsward(["who-can", ...words, ...DATA]);
  expect(await ask("--flow", "s3.GetObjec", "--on", "orders-bucket")).toMatchObject({
    code: 1,
    err: expect.stringContaining("did you mean `s3.GetObject`?"),
  });
  expect(await ask("--flow", "s3.GetObject", "--on", "order-bucket")).toMatchObject({
    code: 1,
    err: expect.stringContaining("did you mean `orders-bucket`?"),
  });
  expect(await ask("--flow", "sqs.ReceiveMessage", "--on", "orders-bucket")).toMatchObject({
    code: 1,
    err: expect.stringContaining("is not a flow of an S3 bucket"),
  });
  expect(await ask("--flow", "s3.GetObject")).toMatchObject({ code: 1 });
});

test("readers of data as reports and pictures; steps through roles are refused", async () => {
  const asked = ["who-can", "--flow", "s3.GetObject", "--on", "orders-bucket", ...DATA];
  const { out: table } = await kmsward([...asked, "--format", "markdown"]);
  expect(table).toContain("| etl | `s3.GetObject` | orders-bucket");
  expect(table).toContain("Not modelled, and could turn it");
  expect((await kmsward([...asked, "--format", "mermaid"])).out).toMatch(/flowchart[\s\S]*orders-bucket/);
  expect((await kmsward([...asked, "--via-roles"])).err).toMatch(/steps through roles are of keys, not of data \[KW001\]/);
});

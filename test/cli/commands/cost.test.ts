import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { record } from "../../replay/records.ts";
import { kmsward } from "../fake-io.ts";

const WORLD = ["-w", "fixtures/examples/orders/orders.world.yaml"];
const folder = mkdtempSync(join(tmpdir(), "kmsward-cost-"));
afterAll(() => rmSync(folder, { recursive: true }));
const json = async (args: readonly string[], stdin = "") =>
  JSON.parse((await kmsward(["cost", ...args, "--format", "json"], { stdin })).out);

test("a key and its requests", async () => {
  const { code, out, err } = await kmsward([
    "cost",
    ...WORLD,
    "--rate",
    "Decrypt=100000",
    "--rate",
    "Sign:ECC_NIST_P256=50_000",
    "--month",
    "2026-11",
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out).toMatchFileSnapshot("cost.golden.txt");
});

test("a picture of keys and months, whose names never become markup", async () => {
  const { out } = await kmsward(["cost", ...WORLD, "--rate", "Decrypt=100000000", "--month", "2026-11", "--format", "svg"]);
  await expect(out).toMatchFileSnapshot("cost.golden.svg");
  expect(out).not.toMatch(/<script|onload/i);
});

test("requests of a log: to whom they are billed, what is free, what is not counted", async () => {
  const log = [
    ...Array.from({ length: 30 }, () => record()),
    record({ eventName: "DescribeKey" }),
    record({ errorCode: "AccessDenied" }),
    record({ errorCode: "ThrottlingException" }),
    record({ eventName: "GenerateDataKeyPair", requestParameters: { keyPairSpec: "RSA_2048" } }),
    record({ eventName: "Sign", requestParameters: { signingAlgorithm: "RSASSA_PSS_SHA_256" } }),
  ];
  const bill = await json(["-"], JSON.stringify(log));
  expect(bill).toMatchObject({
    free: 1,
    notCounted: 2,
    assumed: 1,
    months: [
      {
        month: "2026-11",
        requests: [
          {
            account: "111122223333",
            classes: [{ class: "symmetric", requests: 30, free: 30 }, { class: "asymmetricOther" }, { class: "dataKeyPairRsa" }],
          },
        ],
      },
    ],
  });
  expect(bill.headroom[0]).toMatchObject({ pool: "GenerateDataKeyPair RSA_2048", perSecond: 20, at: "2026-11-22T03:00:00Z" });
});

test("a month filled with what a day shows, and what bucket keys would save", async () => {
  const s3 = (i: number) =>
    record({
      eventTime: `2026-11-${i % 2 === 0 ? "20" : "21"}T0${i % 9}:00:00Z`,
      userIdentity: { ...(record().userIdentity as object), invokedBy: "s3.amazonaws.com" },
      sourceIPAddress: "s3.amazonaws.com",
    });
  const log = Array.from({ length: 24_000 }, (_, i) => s3(i))
    .map((one) => `${JSON.stringify(one)}\n`)
    .join("");
  const bill = await json(["-", "--per-month"], log);
  expect(bill.extrapolatedBy).toBeGreaterThan(20);
  expect(bill.months[0].totals.requests).not.toBe("0.00");
  expect(bill.bucketKeys).toMatchObject({ calls: 24_000, left: 18, saves: "0.07" });
});

test("prices of one's own", async () => {
  const file = join(folder, "prices.json");
  writeFileSync(file, JSON.stringify({ keyMonth: "2.50", currency: "EUR" }));
  expect(await json([...WORLD, "--month", "2026-11", "--prices", file])).toMatchObject({
    prices: { currency: "EUR" },
    months: [{ totals: { keys: "2.50" } }],
  });
  writeFileSync(file, JSON.stringify({ keyMonht: "2.50" }));
  expect(await kmsward(["cost", ...WORLD, "--prices", file])).toMatchObject({ code: 1, err: expect.stringContaining("keyMonht") });
  expect(JSON.parse((await kmsward(["cost", "--print-prices"])).out)).toMatchObject({ keyMonth: "1.00" });
});

test("what is wrong is told", async () => {
  expect(await kmsward(["cost"])).toMatchObject({ code: 1, err: expect.stringContaining("nothing is given") });
  expect(await kmsward(["cost", "--rate", "Decript=5"])).toMatchObject({ code: 1, err: expect.stringContaining("is no rate") });
  expect(await kmsward(["cost", ...WORLD, "--month", "November"])).toMatchObject({ code: 1, err: expect.stringContaining("is no month") });
});

// The reference's worked examples: the price page's own, and the guides' bucket

test.each([
  ["one key, 100,000 symmetric requests", ["Decrypt=100000"], "0.24", "1.24"],
  ["within the free tier", ["Decrypt=15000"], "0.00", "1.00"],
  ["10 million uploads without a bucket key", ["GenerateDataKey=10000000"], "29.94", "30.94"],
  ["the same with one", ["GenerateDataKey=1000"], "0.00", "1.00"],
  [
    "a mixed month",
    [
      "Sign:ECC_NIST_P256=2000000",
      "Verify:RSA_2048=500000",
      "GenerateDataKeyPair:RSA_4096=5000",
      "GenerateDataKeyPair:ECC_NIST_P256=50000",
      "Decrypt=1020000",
    ],
    "41.00",
    "42.00",
  ],
])("%s", async (_, rates, requests, total) => {
  const bill = await json([...WORLD, "--month", "2026-11", ...rates.flatMap((rate) => ["--rate", rate])]);
  expect(bill.months[0].totals).toEqual({ keys: "1.00", requests, all: total });
});

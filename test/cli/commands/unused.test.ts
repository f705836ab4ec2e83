import { expect, test } from "vitest";
import { KEY, record } from "../../replay/records.ts";
import { kmsward } from "../fake-io.ts";

const EVENTS = "fixtures/events/orders.json";
const WORLD = ["-w", "fixtures/examples/orders/orders.world.yaml"];

test("what nobody needed, for people", async () => {
  const { code, out, err } = await kmsward(["unused", EVENTS, ...WORLD]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out).toMatchFileSnapshot("unused.golden.txt");
});

test("as data: of each statement its calls, and what of it was needed", async () => {
  const report = JSON.parse((await kmsward(["unused", EVENTS, ...WORLD, "--key", "orders", "--format", "json"])).out);
  expect(report).toMatchObject({ version: 1, calls: 17, undetermined: 0, mismatch: 3, identity: [] });
  const [key] = report.keys;
  const of = (sid: string) => key.statements.find((one: { sid?: string }) => one.sid === sid);
  expect(of("AllowUploadsThroughS3")).toMatchObject({ calls: 5, last: "2026-11-20T04:05:00Z", isAdministration: false });
  expect(of("AllowUploadsThroughS3").actions).toContainEqual({ action: "kms:GenerateDataKey", used: ["kms:GenerateDataKey"], of: 1 });
  expect(of("AllowAdministration")).toMatchObject({ calls: 0, isAdministration: true });
  expect(key.grants).toMatchObject([{ calls: 12, unused: ["RetireGrant"] }]);
});

test("principals of a statement that others needed, and actions behind a wildcard", async () => {
  const policy = {
    Version: "2012-10-17",
    Statement: [
      { Sid: "Own", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" },
      {
        Sid: "Use",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::111122223333:role/apps/orders-app", "arn:aws:iam::111122223333:role/old"] },
        Action: ["kms:Decrypt", "kms:Generate*"],
        Resource: "*",
      },
    ],
  };
  const { mkdtempSync, rmSync, writeFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  const { tmpdir } = await import("node:os");
  const folder = mkdtempSync(join(tmpdir(), "kmsward-unused-"));
  const world = join(folder, "world.json");
  writeFileSync(
    world,
    JSON.stringify({ version: 1, account: "111122223333", region: "us-east-1", keys: { orders: { arn: KEY, policy } } }),
  );
  const { out } = await kmsward(["unused", "-", "-w", world, "--format", "json"], { stdin: JSON.stringify([record()]) });
  const [, use] = JSON.parse(out).keys[0].statements;
  expect(use).toMatchObject({ sid: "Use", calls: 1, unusedPrincipals: ["arn:aws:iam::111122223333:role/old"] });
  expect(use.actions).toEqual([
    { action: "kms:Decrypt", used: ["kms:Decrypt"], of: 1 },
    { action: "kms:Generate*", used: [], of: 5 },
  ]);
  rmSync(folder, { recursive: true });
});

test("an empty log is no proof of anything", async () => {
  expect(await kmsward(["unused", "-", ...WORLD], { stdin: '{"Records":[]}' })).toMatchObject({
    code: 1,
    err: expect.stringContaining("nothing is shown"),
  });
  expect(await kmsward(["unused", EVENTS, ...WORLD, "--strict"])).toMatchObject({ code: 3 });
  expect(await kmsward(["unused", EVENTS])).toMatchObject({ code: 1, err: expect.stringContaining("no world is given") });
});

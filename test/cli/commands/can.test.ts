import { expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

const WORLD = ["-w", "fixtures/examples/orders/orders.world.yaml"];

test("everything a principal can do, and when", async () => {
  const { code, out, err } = await kmsward(["can", "app", ...WORLD]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("What app can do");
  expect(out).toContain('when kms:EncryptionContext:tenant is "t1"');
  expect(await kmsward(["can", "app", "Encrypt", ...WORLD])).toMatchObject({ code: 0, out: expect.stringContaining("Nothing.") });
});

test("by a short name or an ARN, the same", async () => {
  const byName = await kmsward(["can", "app", ...WORLD, "--format", "json"]);
  const byArn = await kmsward(["can", "arn:aws:iam::111122223333:role/orders-app", ...WORLD, "--format", "json"]);
  expect(byArn.out).toBe(byName.out);
});

test("names that lead nowhere are told", async () => {
  expect(await kmsward(["can", "ap", ...WORLD])).toMatchObject({ code: 1, err: expect.stringContaining("no principal `ap`") });
  expect(await kmsward(["can", "app"])).toMatchObject({ code: 1, err: expect.stringContaining("no world is given") });
});

test("what data a principal can read", async () => {
  const { out } = await kmsward(["can", "app", "--data", "-w", "fixtures/data/readers-after.yaml", "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({ complete: true, entries: [{ resource: { name: "orders-bucket" }, flow: "s3.GetObject" }] });
  expect((await kmsward(["can", "etl", "--data", "-w", "fixtures/data/readers-before.yaml"])).out).toContain("Nothing.");
});

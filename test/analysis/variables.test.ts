import { describe, expect, test } from "vitest";
import { whoCan } from "../../src/analysis.ts";
import { loadWorld } from "../../src/index.ts";

const APP = "arn:aws:iam::111122223333:role/app";
const TENANT = "kms:EncryptionContext:tenant";
const OF_TAG = { StringEquals: { [TENANT]: "${aws:PrincipalTag/tenant}" } };

const whoCanDecrypt = async (conditions: readonly object[], denied?: object, tags?: object) => {
  const statement = (Condition: object, Effect = "Allow") => ({
    Effect,
    Principal: { AWS: APP },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition,
  });
  const policy = {
    Version: "2012-10-17",
    Statement: [...conditions.map((one) => statement(one)), ...(denied ? [statement(denied, "Deny")] : [])],
  };
  const world = await loadWorld({
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    ...(tags && { principals: { app: { arn: APP, tags } } }),
    keys: { orders: { policy } },
  } as Parameters<typeof loadWorld>[0]);
  return whoCan(world, { key: "orders", actions: ["kms:Decrypt"] });
};

describe("a value that is a policy variable", () => {
  test("of which nobody told the value", async () => {
    const { entries, complete } = await whoCanDecrypt([OF_TAG]);
    expect([entries.length, complete]).toEqual([1, true]);
    const { context = {}, encryptionContext = {} } = entries[0]?.witness.request ?? {};
    expect(context["aws:PrincipalTag/tenant"]).toBe(encryptionContext.tenant);
  });

  test("beside a value that is written out", async () => {
    const { entries } = await whoCanDecrypt([OF_TAG], { StringNotEquals: { [TENANT]: "t1" } });
    expect(entries[0]?.witness.request).toMatchObject({
      context: { "aws:PrincipalTag/tenant": "t1" },
      encryptionContext: { tenant: "t1" },
    });
  });

  test("of which the value is told", async () => {
    const { entries } = await whoCanDecrypt([OF_TAG], undefined, { tenant: "t7" });
    expect(entries[0]?.witness.request).toMatchObject({ encryptionContext: { tenant: "t7" } });
    expect((await whoCanDecrypt([OF_TAG], { StringNotEquals: { [TENANT]: "t1" } }, { tenant: "t7" })).entries).toEqual([]);
  });
});

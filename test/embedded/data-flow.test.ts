import { expect, test } from "vitest";
import { createKms, InvalidWorldError, type KmsWorld } from "../../src/kms.ts";

/** Flows on resources of the world, run with real keys: more of them in test/laws/data-flows.test.ts. */

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17" as const, Statement });
const all = (Action: string | readonly string[]) => policy({ Effect: "Allow", Action, Resource: "*" });
const WORLD = {
  version: 1,
  account: "111122223333",
  region: "us-east-1",
  principals: {
    app: { arn: role("app"), policies: [all(["s3:*", "kms:*"])] },
    half: { arn: role("half"), policies: [all("kms:*")] },
    reader: { arn: role("reader"), policies: [all("s3:*")] },
  },
  keys: { orders: {} },
  resources: {
    bucket: { arn: "arn:aws:s3:::orders", key: "orders", bucketKey: false, policy: "none" },
    unsure: { arn: "arn:aws:s3:::unsure", key: "orders", policy: "none" },
    plain: { arn: "arn:aws:s3:::plain", key: "none", policy: "none" },
  },
} as unknown as KmsWorld;
const CONTEXT = { "aws:s3:arn": "arn:aws:s3:::orders/2026/x" };

test("what it encrypts it decrypts, with the context that the service sends", async () => {
  const kms = await createKms({ world: WORLD });
  const at = { principal: "app", on: "bucket/2026/x" };
  const [written, read] = [await kms.flow("s3.PutObject", {}, at), await kms.flow("s3.GetObject", {}, at)];
  expect([written.outcome, read.outcome]).toEqual(["done", "done"]);
  expect(read.calls[0]?.input).toMatchObject({ EncryptionContext: CONTEXT });
  const [made, opened] = [written, read].map(({ calls }) => (calls[0]?.reply as { readonly Plaintext: Uint8Array } | undefined)?.Plaintext);
  expect(made).toHaveLength(32);
  expect(opened).toEqual(made);
  expect(read.service.map(({ action, answer }) => [action, answer.outcome])).toEqual([["s3:GetObject", "allowed"]]);
});

test("either side refuses it, and KMS is asked nothing where the service does", async () => {
  const kms = await createKms({ world: WORLD });
  const half = await kms.flow("s3.GetObject", {}, { principal: "half", on: "bucket/2026/x" });
  expect([half.outcome, half.calls, half.service[0]?.answer.outcome]).toEqual(["refused", [], "implicitDeny"]);
  const reader = await kms.flow("s3.GetObject", {}, { principal: "reader", on: "bucket/2026/x" });
  expect([reader.outcome, reader.refused?.error?.name]).toEqual(["refused", "AccessDeniedException"]);
  const plain = await kms.flow("s3.GetObject", {}, { principal: "reader", on: "plain/x" });
  expect([plain.outcome, plain.calls]).toEqual(["done", []]);
});

test("what leads nowhere, and what nobody told, is told", async () => {
  const kms = await createKms({ world: WORLD });
  await expect(kms.flow("s3.GetObject", {}, { principal: "app", on: "buckt/x" })).rejects.toThrow(InvalidWorldError);
  await expect(kms.flow("s3.GetObject", {}, { principal: "app", on: "unsure/x" })).rejects.toThrow(/whether unsure uses a bucket key/);
  await expect(kms.flow("s3.GetObject", {}, { principal: "app", on: "bucket/x", region: "x" } as never)).rejects.toThrow(TypeError);
});

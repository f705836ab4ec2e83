import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import type { Overlooked } from "../../src/kms/lenient.ts";
import { requestLog } from "../../src/server/request-log.ts";
import { allow, policy } from "../kms/lab.ts";
import { call } from "./raw-http.ts";
import { serving } from "./serving.ts";

const world = {
  account: "000000000000",
  keys: {
    closed: { policy: policy(allow(["kms:DescribeKey", "kms:PutKeyPolicy"], { Principal: { AWS: "arn:aws:iam::000000000000:root" } })) },
  },
} as const;

it("on: what policies refuse is refused", async () => {
  const server = await serving({ world, authentication: "none" });
  expect(await call(server.url, "DisableKey", { KeyId: server.standing.site.keys.closed })).toMatchObject({
    json: { __type: "AccessDeniedException" },
  });
});

it("off: nothing is refused", async () => {
  const server = await serving({ world, authentication: "none", enforce: "off" });
  expect(await call(server.url, "DisableKey", { KeyId: server.standing.site.keys.closed })).toMatchObject({ status: 200 });
});

it("log: nothing is refused, and what would be is told", async () => {
  const told: Overlooked[] = [];
  const server = await serving({ world, authentication: "none", enforce: "log", onOverlooked: (one) => told.push(one) });
  const KeyId = server.standing.site.keys.closed;
  expect(await call(server.url, "DescribeKey", { KeyId })).toMatchObject({ status: 200 });
  expect(told).toEqual([]);
  expect(await call(server.url, "DisableKey", { KeyId })).toMatchObject({ status: 200 });
  expect(told).toMatchObject([
    { ask: { action: "kms:DisableKey" }, answer: { outcome: "implicitDeny" }, caller: { account: "000000000000" } },
  ]);
});

it("a log has a line a call, and no secret in it", async () => {
  const out = new PassThrough();
  let text = "";
  out.on("data", (chunk) => (text += String(chunk)));
  const server = await serving({ onCall: requestLog(out) });
  const made = await call(server.url, "CreateKey", { Description: "marker-description" });
  const { KeyId } = made.json.KeyMetadata as { KeyId: string };
  await call(
    server.url,
    "Encrypt",
    { KeyId, Plaintext: "bWFya2Vy", EncryptionContext: { tenant: "marker-context" } },
    { headers: { "amz-sdk-request": "attempt=1; max=3" } },
  );
  await call(server.url, "Decrypt", { CiphertextBlob: "bWFya2Vy" }, { headers: { "x-amz-security-token": "marker-token" } });
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    {
      service: "kms",
      operation: "CreateKey",
      status: 200,
      accessKeyId: "local",
      region: "us-east-1",
      principal: "arn:aws:iam::000000000000:root",
      msg: "answered",
    },
    { operation: "Encrypt", attempt: "attempt=1; max=3" },
    { operation: "Decrypt", status: 400, error: "InvalidCiphertextException", msg: "refused" },
  ]);
  expect(text).not.toMatch(/marker|bWFya2Vy|Signature=/);
});

import { describe, expect, it } from "vitest";
import { allow, policy } from "../../kms/lab.ts";
import { answered, call } from "../raw-http.ts";
import { serving } from "../serving.ts";

const ACCOUNT = "111122223333";
const ROLE = `arn:aws:iam::${ACCOUNT}:role`;
const by = (name: string, actions: string) => allow(actions, { Principal: { AWS: `${ROLE}/${name}` } });
const world = {
  principals: { admin: `${ROLE}/admin`, app: `${ROLE}/app` },
  keys: { orders: { aliases: ["alias/orders"], policy: policy(by("admin", "kms:*")) } },
};
const server = await serving({ world, authentication: "none" });
const ARN = server.standing.site.keys.orders ?? "";

const put = async (body: object | string, headers: Record<string, string> = {}, url = server.url) =>
  answered(
    await fetch(`${url}/v1/keys/policy`, {
      method: "PUT",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    }),
  );
const text = (...statements: object[]) => JSON.stringify(policy(...statements), undefined, 2);
const stored = async () => {
  const { json } = await answered(await fetch(`${server.url}/v1/keys?key=orders`));
  return (json.keys as readonly { readonly policy: string }[])[0]?.policy ?? "";
};

describe("PUT /v1/keys/policy", () => {
  it("puts a policy by the KMS's own PutKeyPolicy: as who may, told to the audit log, to watchers and to why", async () => {
    const wanted = text(by("admin", "kms:*"), by("app", "kms:Encrypt"));
    const { status, json } = await put({ key: "orders", policy: wanted, as: "admin", replaces: await stored() });
    expect([status, json]).toMatchObject([200, { key: ARN, by: `arn:aws:sts::${ACCOUNT}:assumed-role/admin/kmsward` }]);
    expect(await stored()).toBe(wanted);
    const id = String(json.requestId);
    expect(server.standing.site.service.audit.events().at(-1)).toMatchObject({
      eventName: "PutKeyPolicy",
      requestID: id,
      sourceIPAddress: "127.0.0.1",
      userIdentity: { type: "AssumedRole" },
      requestParameters: { keyId: ARN, policy: wanted, bypassPolicyLockoutSafetyCheck: false },
      resources: [{ ARN }],
    });
    const calls = await (await fetch(`${server.url}/v1/calls?follow=no`)).text();
    expect(JSON.parse(calls.trim().split("\n").at(-1) as string)).toMatchObject({
      operation: "PutKeyPolicy",
      requestId: id,
      keys: [ARN],
      changes: true,
      error: null,
    });
    expect(await (await fetch(`${server.url}/v1/why/${id}`)).text()).toContain("PutKeyPolicy did what it was asked");
  });

  it("refuses what the KMS refuses, and says what is wrong at its place", async () => {
    const before = await stored();
    const refused = [
      [{ as: "app" }, text(by("admin", "kms:*"), by("app", "kms:*")), "AccessDeniedException"],
      [{}, text(by("admin", "kms:*")), "AccessDeniedException"], // the root user has no statement
      [{ as: "admin" }, text(by("app", "kms:*")), "MalformedPolicyDocumentException"], // locked out
      [{ as: "admin" }, `{\n "Version": "2012-10-17",\n "Statment": []\n}`, "MalformedPolicyDocumentException"],
      [{ as: "admin" }, "{", "MalformedPolicyDocumentException"],
      [{ as: "admin" }, "x".repeat(40_000), "LimitExceededException"],
    ] as const;
    for (const [who, wanted, name] of refused) {
      const { status, json } = await put({ key: ARN, policy: wanted, ...who });
      expect([status, json.error]).toMatchObject([400, { name }]);
    }
    const odd = await put({ key: ARN, as: "admin", policy: `{\n "Version": "2012-10-17",\n "Statment": []\n}` });
    expect(odd.json.diagnostics).toEqual(expect.arrayContaining([expect.objectContaining({ at: expect.objectContaining({ line: 3 }) })]));
    expect(await stored()).toBe(before);
  });

  it("takes the place of the policy that was looked at, and of no other", async () => {
    const before = await stored();
    const wanted = text(by("admin", "kms:*"));
    expect((await put({ key: "orders", policy: wanted, as: "admin", replaces: `${before} ` })).status).toBe(409);
    expect(await stored()).toBe(before);
    expect(
      (await put({ key: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/orders`, policy: wanted, as: "admin", replaces: before })).status,
    ).toBe(200);
    expect(await stored()).toBe(wanted);
  });

  it("is asked in its own words only, by nobody's page but ours, and with the token where there is one", async () => {
    const wanted = { key: "orders", policy: text(by("admin", "kms:*")), as: "admin" };
    for (const body of ["{", "[]", { key: "orders" }, { ...wanted, polcy: "" }, { ...wanted, as: 7 }, { ...wanted, as: "nobody" }])
      expect((await put(body)).status).toBe(400);
    expect((await put({ ...wanted, as: "anonymous" })).status).toBe(400);
    expect((await put({ ...wanted, key: "__proto__" })).status).toBe(404);
    expect((await put(wanted, { "content-type": "text/plain" })).status).toBe(400); // what a form or another page sends unasked
    expect((await put(wanted, { origin: "https://evil.example" })).status).toBe(403);
    expect((await put(wanted, { origin: "null" })).status).toBe(403);
    expect((await put(wanted, { origin: server.url })).status).toBe(200);
    const guarded = await serving({ world, authentication: "none", adminToken: "a-token-of-enough-characters" });
    expect((await put(wanted, {}, guarded.url)).status).toBe(401);
    expect((await put(wanted, { authorization: "Bearer a-token-of-enough-characters" }, guarded.url)).status).toBe(200);
    const exposed = await serving({ world, authentication: "none", isExposed: true });
    expect((await put(wanted, {}, exposed.url)).status).toBe(403);
  });

  it("says where the keys are another KMS's, and where the key is AWS's", async () => {
    const proxy = await serving({ world, authentication: "none", upstream: "http://127.0.0.1:9" });
    expect(await put({ key: "orders", policy: "{}" }, {}, proxy.url)).toMatchObject({ status: 501 });
    const made = await call(server.url, "DescribeKey", { KeyId: "alias/aws/s3" }, { accessKeyId: ACCOUNT });
    const { Arn } = made.json.KeyMetadata as { readonly Arn: string };
    expect((await put({ key: Arn, policy: text(by("admin", "kms:*")) })).json.error).toMatchObject({ name: "AccessDeniedException" });
  });
});

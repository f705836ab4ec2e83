import { describe, expect, it } from "vitest";
import { answered, call } from "./raw-http.ts";
import { KEYS, serving } from "./serving.ts";

const open = await serving();
const seeded = await serving({
  world: { principals: { app: { arn: "arn:aws:iam::111122223333:role/app", credentials: KEYS.app } } },
  corsOrigins: ["http://app.example"],
});

describe("without a seed", () => {
  it("any access key is the root user of an account, in any Region", async () => {
    const made = await call(open.url, "CreateKey", {}, { region: "eu-west-1" });
    expect(made).toMatchObject({
      status: 200,
      json: { KeyMetadata: { AWSAccountId: "000000000000", Arn: expect.stringContaining(":eu-west-1:") } },
    });
    const other = await call(open.url, "CreateKey", {}, { accessKeyId: "123456789012", region: "cn-north-1" });
    expect(other.json.KeyMetadata).toMatchObject({
      AWSAccountId: "123456789012",
      Arn: expect.stringContaining("arn:aws-cn:kms:cn-north-1:"),
    });
    expect((await call(open.url, "ListKeys", {}, { region: "us-west-2" })).json.Keys).toEqual([]);
  });

  it("a token that somebody left in the environment does not matter", async () => {
    const answer = await call(
      open.url,
      "ListKeys",
      {},
      { accessKeyId: "ASIAXXXXXXXXXXXXXXXX", headers: { "x-amz-security-token": "left" } },
    );
    expect(answer.status).toBe(200);
  });

  it("key policies hold all the same", async () => {
    const statement = {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::000000000000:root" },
      Action: ["kms:DescribeKey", "kms:PutKeyPolicy"],
      Resource: "*",
    };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    const { json } = await call(open.url, "CreateKey", { Policy });
    const { KeyId } = json.KeyMetadata as { KeyId: string };
    expect(await call(open.url, "DescribeKey", { KeyId })).toMatchObject({ status: 200 });
    expect(await call(open.url, "DisableKey", { KeyId })).toMatchObject({ status: 400, json: { __type: "AccessDeniedException" } });
  });

  it("what is wrong with a signature beside the signature itself is told", async () => {
    const elsewhere = await call(open.url, "ListKeys", {}, { region: "Mars" });
    expect(elsewhere).toMatchObject({ status: 400, json: { __type: "InvalidSignatureException" } });
  });
});

describe("with a seed that has credentials", () => {
  it("access keys that nobody has are refused, and signatures that are none", async () => {
    expect(await call(seeded.url, "ListKeys")).toMatchObject({ json: { __type: "UnrecognizedClientException" } });
    expect(await call(seeded.url, "ListKeys", {}, { accessKeyId: KEYS.app.accessKeyId })).toMatchObject({
      json: { __type: "InvalidSignatureException" },
    });
  });
});

describe("an answer", () => {
  it.each([
    ["a body that is no JSON", "ListKeys", "{", {}, 400, "SerializationException"],
    ["an operation that nobody has", "Nothing", "{}", {}, 400, "UnknownOperationException"],
    ["another service", "ListKeys", "{}", { "x-amz-target": "DynamoDB_20120810.ListTables" }, 400, "UnknownOperationException"],
    ["a body of another type", "ListKeys", "{}", { "content-type": "application/json" }, 404, "UnknownOperationException"],
    ["a compressed body", "ListKeys", "{}", { "content-encoding": "gzip" }, 400, "SerializationException"],
    ["CBOR", "ListKeys", "{}", { "smithy-protocol": "rpc-v2-cbor" }, 404, "UnknownOperationException"],
    ["no signature", "ListKeys", "{}", { authorization: "" }, 400, "IncompleteSignatureException"],
    ["a page of another origin", "ListKeys", "{}", { origin: "http://evil.example" }, 403, "AccessDeniedException"],
  ])("to %s is JSON with a type", async (_, operation, body, headers, status, type) => {
    const answer = await call(open.url, operation, body, { headers: headers as unknown as Record<string, string> });
    expect(answer).toMatchObject({ status, json: { __type: type } });
    expect(answer.headers.get("content-type")).toBe("application/x-amz-json-1.1");
    expect(answer.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get("cache-control")).toContain("no-store");
  });

  it("takes the type of a body with parameters, and any path", async () => {
    const headers = { "content-type": "application/x-amz-json-1.1; charset=utf-8" };
    expect(await call(`${open.url}/prefix/x`, "ListKeys", {}, { headers })).toMatchObject({ status: 200 });
  });

  it.each(["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])("to %s of nothing is 404", async (method) => {
    const answer = await answered(await fetch(`${open.url}/x`, { method }));
    expect(answer).toMatchObject({ status: 404, text: "<UnknownOperationException/>\n" });
  });

  it("to a page that was let in says so", async () => {
    const preflight = await fetch(seeded.url, {
      method: "OPTIONS",
      headers: { origin: "http://app.example", "access-control-request-headers": "x-amz-target" },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("http://app.example");
    expect(preflight.headers.get("access-control-allow-headers")).toBe("x-amz-target");
    const answer = await call(seeded.url, "ListKeys", {}, { headers: { origin: "http://app.example" } });
    expect(answer.headers.get("access-control-expose-headers")).toContain("x-amzn-RequestId");
  });
});

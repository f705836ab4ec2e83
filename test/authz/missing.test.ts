import { describe, expect, test } from "vitest";
import type { Request } from "../../src/iam/request.ts";
import type { AuthorizerInput } from "../../src/index.ts";
import { ALICE, allow, ask, BOB, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";

const missing = (input: AuthorizerInput, changes: Partial<Request> = {}) => ask(input, changes).missing;
const where = (condition: object, changes: Partial<Request> = {}, key: AuthorizerInput["key"] = {}) =>
  missing({ policies: { resource: policy(to("*", { Condition: condition })) }, key }, changes);

describe("a key that is missing is spelled", () => {
  test("as the request lists it", () => {
    expect(where({ IpAddress: { "aws:sourceip": "203.0.113.0/24" } }, { unknown: ["AWS:SourceIP"] })).toEqual(["AWS:SourceIP"]);
  });

  test("as AWS does, where the request does not list it", () => {
    expect(where({ StringEquals: { "KMS:keyspec": "RSA_2048" } })).toEqual(["kms:KeySpec"]);
    expect(where({ StringEquals: { "AWS:USERID": "AIDAALICEALICEEXAMPLE" } })).toEqual(["aws:userid"]);
  });

  test("as the key it follows from, where that is listed", () => {
    const forwarder = { unknown: ["kms:ViaService"] };
    expect(where({ Bool: { "aws:ViaAWSService": "true" } }, forwarder)).toEqual(["kms:ViaService"]);
    expect(where({ StringEquals: { "aws:CalledViaLast": "s3.amazonaws.com" } }, forwarder)).toEqual(["kms:ViaService"]);
    expect(where({ StringEquals: { "kms:EncryptionContext:a": "1" } }, { unknown: ["kms:EncryptionContextKeys"] })).toEqual([
      "kms:EncryptionContextKeys",
    ]);
    expect(where({ "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "a" } }, { unknown: ["kms:EncryptionContext:b"] })).toEqual([
      "kms:EncryptionContext:b",
    ]);
    expect(where({ DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } }, { unknown: ["aws:EpochTime"] })).toEqual([
      "aws:EpochTime",
    ]);
  });

  test("with its own part, where it is one of a family", () => {
    expect(where({ StringEquals: { "kms:encryptioncontext:Tenant": "a" } }, { encryptionContext: { tenant: "a", TENANT: "b" } })).toEqual([
      "kms:EncryptionContext:tenant",
    ]);
  });
});

describe("a key is missing", () => {
  test("once, and only where it would make a difference", () => {
    const two = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" }, NotIpAddress: { "aws:SourceIp": "203.0.113.9" } };
    const other = to("*", { Action: "kms:Encrypt", Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } });
    const resource = policy(to("*", { Condition: two }), other);
    expect(missing({ policies: { resource } }, { unknown: ["aws:SourceIp", "aws:SourceVpce"] })).toEqual(["aws:SourceIp"]);
  });

  test("of a variable, in a condition or a resource", () => {
    expect(where({ StringEquals: { "aws:username": "${aws:PrincipalTag/name}" } }, { unknown: ["aws:PrincipalTag/name"] })).toEqual([
      "aws:PrincipalTag/name",
    ]);
    const identity = [policy(allow({ Action: "s3:*", Resource: "arn:aws:s3:::${aws:PrincipalTag/name}/*" }))];
    expect(
      missing(
        { policies: { identity } },
        { action: "s3:GetObject", resource: "arn:aws:s3:::bucket/a", unknown: ["aws:PrincipalTag/name"] },
      ),
    ).toEqual(["aws:PrincipalTag/name"]);
  });

  test("of the session, where a policy or a grant names one", () => {
    expect(missing({ policies: { resource: policy(to(SESSION)) } }, { principal: ROLE })).toEqual(["aws:userid"]);
    expect(missing({ grants: [{ GrantId: "g1", Operations: ["Decrypt"], GranteePrincipal: SESSION }] }, { principal: ROLE })).toEqual([
      "aws:userid",
    ]);
  });

  test("in every layer that has a say", () => {
    const on = (key: string, changes: object = {}) => policy(allow({ Condition: { StringEquals: { [key]: "x" } }, ...changes }));
    const keys = ["app:scp", "app:endpoint", "app:boundary", "app:session", "app:resource", "app:identity"];
    const [scp, endpoint, boundary, session, resource, identity] = keys as [string, string, string, string, string, string];
    const policies = {
      serviceControl: [[on(scp)]],
      endpoint: on(endpoint, { Principal: "*" }),
      boundary: on(boundary),
      session: [on(session)],
      resource: on(resource, { Principal: { AWS: ROOT } }),
      identity: [on(identity)],
    };
    expect(missing({ policies }, { unknown: keys })).toEqual(keys);
  });

  test("nowhere else: an answer that is certain misses nothing", () => {
    const resource = policy(to("*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }), to(ALICE));
    const input = { policies: { resource } };
    expect(missing(input, { unknown: ["aws:SourceIp"] })).toBeUndefined();
    expect(missing(input, { principal: BOB, unknown: ["aws:SourceIp"] })).toEqual(["aws:SourceIp"]);
  });
});

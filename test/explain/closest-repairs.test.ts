import { describe, expect, it } from "vitest";
import { repairs } from "../../src/explain/closest-repairs.ts";
import type { Request } from "../../src/iam/request.ts";
import { APP, condition, KEY } from "../authz/made-answers.ts";

const changes = (operator: string, key: string, wanted: string, request: Partial<Request> = {}) =>
  repairs(condition(operator, key, [wanted]), { principal: APP, action: "kms:Decrypt", resource: KEY, ...request }).map(
    ({ change }) => change,
  );

describe("nothing is proposed that AWS never sends", () => {
  it.each([
    ["a pattern compared letter by letter", "StringEquals", "kms:ViaService", "ec2.*.amazonaws.com", {}],
    ["a service without its Region", "StringEquals", "kms:ViaService", "ec2.amazonaws.com", {}],
    ["a service of another Region than the key's", "StringEquals", "kms:ViaService", "ec2.eu-west-1.amazonaws.com", {}],
    ["an organization with a star", "StringEquals", "aws:PrincipalOrgID", "o-*", {}],
    [
      "the endpoint of a call that a service makes",
      "StringEquals",
      "aws:SourceVpce",
      "vpce-1",
      { viaService: "s3.us-east-1.amazonaws.com" },
    ],
    ["the address of a service", "IpAddress", "aws:SourceIp", "203.0.113.0/24", { principal: "logs.us-east-1.amazonaws.com" }],
  ] as const)("%s", (_, operator, key, wanted, request) => expect(changes(operator, key, wanted, request)).toEqual([]));

  it.each([
    ["StringEquals", "kms:ViaService", "ec2.us-east-1.amazonaws.com", "call through ec2.us-east-1.amazonaws.com (viaService)"],
    ["StringEquals", "kms:EncryptionContext:rate", "5*", 'add encryptionContext.rate = "5*"'],
    ["StringEquals", "aws:SourceVpce", "vpce-1", 'set aws:SourceVpce to "vpce-1"'],
  ])("but %s %s %s is", (operator, key, wanted, change) => expect(changes(operator, key, wanted)).toEqual([change]));
});

it("a call that a service makes passes none of its caller's endpoints", () => {
  const [edit] = repairs(condition("StringEquals", "kms:ViaService", ["s3.us-east-1.amazonaws.com"]), {
    principal: APP,
    action: "kms:Decrypt",
    resource: KEY,
  });
  const asked = {
    principal: APP,
    action: "kms:Decrypt",
    resource: KEY,
    context: { "AWS:sourcevpce": "vpce-1", "aws:PrincipalOrgID": "o-abcdefghij" },
  };
  expect(edit?.apply(asked)).toEqual({
    principal: APP,
    action: "kms:Decrypt",
    resource: KEY,
    viaService: "s3.us-east-1.amazonaws.com",
    context: { "aws:PrincipalOrgID": "o-abcdefghij" },
  });
});

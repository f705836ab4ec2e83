import { expect, test } from "vitest";
import { isPublicPolicy } from "../../../src/estate/data/public-policy.ts";
import { parsePolicy } from "../../../src/world/policy-text.ts";

const isPublic = (statement: object): boolean => {
  const document = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...statement } };
  const { policy } = parsePolicy(JSON.stringify(document), { type: "resource", name: "policy" });
  if (policy === undefined) throw new Error("no policy");
  return isPublicPolicy(policy);
};
const when = (operator: string, key: string, value: unknown): object => ({ Principal: "*", Condition: { [operator]: { [key]: value } } });

/** Amazon S3 User Guide, access-control-block-public-access: the meaning of "public". */
test.each([
  [{ Principal: "*" }, true],
  [{ Principal: { AWS: "*" } }, true],
  [{ Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] } }, true],
  [{ Principal: { AWS: "arn:aws:iam::111122223333:root" } }, false],
  [{ Principal: { Service: "sns.amazonaws.com" } }, false],
  [{ Principal: "*", Effect: "Deny" }, false],
  [when("StringEquals", "aws:PrincipalOrgID", "o-1"), false],
  [when("StringEquals", "aws:sourcevpc", "vpc-91237329"), false],
  [when("StringLike", "aws:SourceVpc", "vpc-*"), true],
  [when("StringEquals", "aws:SourceVpce", ["vpce-1", "vpce-2"]), false],
  [when("StringNotEquals", "aws:SourceVpce", "vpce-1"), true],
  [when("StringEqualsIfExists", "aws:SourceVpce", "vpce-1"), true],
  [when("ForAllValues:StringEquals", "aws:PrincipalOrgPaths", "o-1/r-1/"), true],
  [when("ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", "o-1/r-1/"), false],
  [when("StringEquals", "aws:PrincipalTag/team", "a"), true],
  [when("Bool", "aws:SecureTransport", "true"), true],
  [when("IpAddress", "aws:SourceIp", "203.0.113.0/24"), false],
  [when("IpAddress", "aws:SourceIp", "203.0.113.7"), false],
  [when("IpAddress", "aws:SourceIp", "10.0.0.0/8"), false],
  [when("IpAddress", "aws:SourceIp", "0.0.0.0/1"), true],
  [when("IpAddress", "aws:SourceIp", "2001:db8::/32"), false],
  [when("IpAddress", "aws:SourceIp", "2000::/8"), true],
  [when("ArnLike", "s3:DataAccessPointArn", "arn:aws:s3:us-west-2:123456789012:accesspoint/*"), false],
  [when("ArnLike", "s3:DataAccessPointArn", "arn:aws:s3:us-west-2:*:accesspoint/a"), true],
  [when("StringEquals", "aws:userid", "$" + "{aws:username}"), true],
])("%j: %s", (statement, expected) => expect(isPublic(statement)).toBe(expected));

import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/authz/decision.ts";
import { like, oneOf, oneOfOrAbsent, SENT, UNTOLD } from "../../src/authz/untold.ts";
import type { Request } from "../../src/iam/request.ts";
import { ALICE, ask, deny, HOME, KEY, policy, ROLE, SESSION, to } from "./asking.ts";

/** Everybody may, but for a deny on the key's absence and one on its presence: which of the two denies tells what is known of it. */
function presence(key: string, changes: Partial<Request> = {}): "absent" | "present" | "unknown" {
  const nulls = (text: string) => policy(to("*"), deny({ Principal: "*", Condition: { Null: { [key]: text } } }));
  const outcomes = ["true", "false"].map((text) => ask({ policies: { resource: nulls(text) } }, changes).outcome);
  return outcomes[0] === "explicitDeny" ? "absent" : outcomes[1] === "explicitDeny" ? "present" : "unknown";
}

/** The outcome under a deny with a condition, where all else is allowed. */
const under = (condition: object, changes: Partial<Request> = {}): Outcome =>
  ask({ policies: { resource: policy(to("*"), deny({ Principal: "*", Condition: condition })) } }, changes).outcome;

test("what is known of an untold value", () => {
  expect([UNTOLD.mayBeAbsent, SENT.mayBeAbsent, oneOf(["a"]).mayBeAbsent, oneOfOrAbsent(["a"]).mayBeAbsent]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(oneOf(["a*"]).values).toEqual([{ text: "a*", pattern: undefined }]);
  expect(like(["a*"]).values?.[0]?.pattern).toBeDefined();
});

describe("a key that nobody tells", () => {
  const service = { principal: "s3.amazonaws.com" };
  const user = { arn: ALICE, mfaAgeSeconds: 60 };
  const via = { viaService: "s3.us-east-1.amazonaws.com" };
  const endpoint = { context: { "aws:SourceVpce": "vpce-1" } };

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Request>, ReturnType<typeof presence>]>([
    ["aws:CurrentTime",            {},                                    "present"],
    ["aws:UserAgent",              service,                               "present"],
    ["aws:userid",                 { principal: SESSION },                "present"],
    ["aws:userid",                 service,                               "absent"],
    ["aws:TokenIssueTime",         { principal: SESSION },                "present"],
    ["aws:TokenIssueTime",         { principal: user },                   "present"],
    ["aws:TokenIssueTime",         {},                                    "absent"],
    ["aws:SourceIp",               {},                                    "present"],
    ["aws:SourceIp",               via,                                   "absent"],
    ["aws:SourceIp",               endpoint,                              "absent"],
    ["aws:SourceIp",               service,                               "absent"],
    ["aws:SourceIp",               { unknown: ["aws:SourceVpce"] },       "unknown"],
    ["aws:VpcSourceIp",            endpoint,                              "present"],
    ["aws:VpcSourceIp",            {},                                    "absent"],
    ["aws:VpceOrgID",              endpoint,                              "absent"],
    ["aws:SecureTransport",        {},                                    "present"],
    ["aws:SecureTransport",        service,                               "unknown"],
    ["aws:PrincipalOrgID",         {},                                    "absent"],
    ["aws:PrincipalOrgID",         { unknown: ["*"] },                    "unknown"],
    ["aws:PrincipalOrgID",         { ...service, unknown: ["*"] },        "absent"],
    ["aws:SourceArn",              { unknown: ["*"] },                    "absent"],
    ["aws:SourceArn",              { ...service, unknown: ["*"] },        "unknown"],
    ["kms:KeySpec",                {},                                    "present"],
    ["kms:MultiRegionKeyType",     {},                                    "unknown"],
    ["kms:ResourceAliases",        {},                                    "unknown"],
    ["kms:SigningAlgorithm",       { action: "kms:Sign" },                "present"],
    ["kms:SigningAlgorithm",       { action: "kms:Sign", unknown: ["kms:SigningAlgorithm"] }, "present"],
    ["kms:SigningAlgorithm",       { action: "kms:Encrypt" },             "absent"],
    ["kms:GranteePrincipal",       { action: "kms:CreateGrant" },         "present"],
    ["kms:GranteePrincipal",       { action: "kms:CreateGrant", context: { "kms:GranteeServicePrincipal": "s3.amazonaws.com" } }, "absent"],
    ["kms:GranteePrincipal",       { action: "kms:CreateGrant", unknown: ["kms:GranteeServicePrincipal"] }, "unknown"],
    ["kms:RetiringPrincipal",      { action: "kms:CreateGrant" },         "absent"],
    ["aws:TagKeys",                { action: "kms:UntagResource" },       "present"],
    ["kms:EncryptionContext:a",    {},                                    "absent"],
    ["kms:EncryptionContext:a",    { unknown: ["kms:EncryptionContext:"] }, "unknown"],
    ["kms:EncryptionContext:a",    { encryptionContext: {}, unknown: ["*"] }, "absent"],
    ["aws:PrincipalTag/a",         { unknown: ["aws:principaltag/"] },    "unknown"],
    ["kms:ViaService",             { context: { "aws:ViaAWSService": "true" } }, "present"],
    ["kms:ViaService",             { context: { "aws:ViaAWSService": "TRUE" } }, "present"],
    ["aws:CalledVia",              { unknown: ["aws:ViaAWSService"] },    "unknown"],
    ["kms:ViaService",             { unknown: ["aws:CalledViaLast"] },    "unknown"],
    ["aws:CalledVia",              { unknown: ["kms:GrantIsForAWSResource"] }, "unknown"],
    ["kms:GrantIsForAWSResource",  { unknown: ["kms:GrantIsForAWSResource"] }, "absent"],
    ["aws:MultiFactorAuthPresent", {},                                    "absent"],
    ["aws:MultiFactorAuthPresent", { principal: SESSION },                "present"],
    ["aws:MultiFactorAuthPresent", via,                                   "unknown"],
  ])("%s of %j is %s", (key, changes, expected) => {
    expect(presence(key, changes)).toBe(expected);
  });

  test("of the second factor: temporary credentials say no, unless they tell its age", () => {
    const without = { Bool: { "aws:MultiFactorAuthPresent": "false" } };
    expect(under(without, { principal: SESSION })).toBe("explicitDeny");
    expect(under(without, { principal: { arn: SESSION, mfaAgeSeconds: 1 } })).toBe("allowed");
    expect(under(without, via)).toBe("undetermined");
    expect(under({ Bool: { "aws:MultiFactorAuthPresent": "true" } }, via)).toBe("allowed");
  });

  test("of the id of a session: its end is known", () => {
    const ends = (pattern: string) => under({ StringLike: { "aws:userid": pattern } }, { principal: SESSION });
    expect(ends("*:*@partner.example")).toBe("allowed");
    expect(ends("*:s1")).toBe("explicitDeny");
    expect(ends("AROAAPP*")).toBe("undetermined");
  });

  test("of the path of a role: AWS's own roles have theirs", () => {
    const session = (name: string) => ({ principal: `arn:aws:sts::${HOME}:assumed-role/${name}/me@example.com` });
    const below = (path: string) => ({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/${path}*` } });
    expect(under(below("aws-reserved/sso.amazonaws.com/"), session("AWSReservedSSO_Admin_0123456789abcdef"))).toBe("explicitDeny");
    expect(under(below("aws-reserved/sso.amazonaws.com/eu-west-1/"), session("AWSReservedSSO_Admin_0123456789abcdef"))).toBe(
      "undetermined",
    );
    expect(under(below("team/"), session("AWSReservedSSO_Admin_0123456789abcdef"))).toBe("allowed");
    expect(under(below("aws-service-role/"), session("AWSServiceRoleForRDS"))).toBe("explicitDeny");
    expect(under(below("app"), { principal: SESSION })).toBe("explicitDeny"); // any other is taken to have none
    const blocked = policy(deny());
    const scp = (changes: Partial<Request>) =>
      ask({ policies: { resource: policy(to("*")), serviceControl: [[blocked]] } }, changes).outcome;
    expect([scp(session("AWSServiceRoleForRDS")), scp({ principal: ROLE })]).toEqual(["allowed", "explicitDeny"]);
  });

  test("of pairs that differ in case only: one of them", () => {
    const pairs = { encryptionContext: { tenant: "a", TENANT: "b" } };
    expect(under({ StringEquals: { "kms:EncryptionContext:tenant": ["a", "b"] } }, pairs)).toBe("explicitDeny");
    expect(under({ StringEquals: { "kms:EncryptionContext:tenant": "c" } }, pairs)).toBe("allowed");
    expect(under({ StringEquals: { "kms:EncryptionContext:tenant": "a" } }, pairs)).toBe("undetermined");
  });

  test("what the endpoint policy is for", () => {
    const only = { policies: { resource: policy(to("*")), endpoint: policy(deny({ Principal: "*" })) } };
    expect(ask(only, { resource: KEY, unknown: ["*"] }).outcome).toBe("undetermined");
    expect(ask(only, via).outcome).toBe("allowed");
  });
});

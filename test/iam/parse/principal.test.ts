import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../../src/iam/parse/parse.ts";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { parsed, policyWith, saidOf } from "../parsing.ts";

const at = "/Statement/0/Principal";
const aws = (...values: unknown[]) => ({ AWS: values.length === 1 ? values[0] : values });

const membersOf = (Principal: unknown, type: PolicyType = "key-policy") =>
  parsed(type, policyWith(type, { Principal })).policy?.statements[0]?.principal?.members;

describe("Principal", () => {
  it.each([
    "*",
    "111122223333",
    "arn:aws:iam::111122223333:root",
    "arn:aws-cn:iam::111122223333:user/path/Name",
    "arn:aws:iam::111122223333:role/app",
    "arn:aws:sts::111122223333:assumed-role/app/session@x",
    "arn:aws:sts::111122223333:federated-user/Bob",
    "AIDAEXAMPLEEXAMPLE001",
    "AROAEXAMPLEEXAMPLE001",
  ])("AWS %s is in order", (value) => {
    for (const type of ["key-policy", "resource", "trust", "endpoint"] as const)
      expect(saidOf(type, { Principal: aws(value) })).toEqual([]);
    expect(membersOf(aws(value))).toEqual([{ kind: "AWS", value }]);
  });

  it("takes the star alone for everybody, and maps of several kinds", () => {
    expect(membersOf("*")).toEqual([{ kind: "AWS", value: "*" }]);
    expect(membersOf({ AWS: ["111122223333", "444455556666"], Service: "logs.us-east-1.amazonaws.com" })).toEqual([
      { kind: "AWS", value: "111122223333" },
      { kind: "AWS", value: "444455556666" },
      { kind: "Service", value: "logs.us-east-1.amazonaws.com" },
    ]);
    expect(membersOf({})).toEqual([]);
    expect(membersOf([])).toEqual([]);
  });

  it.each([
    aws("arn:aws:iam::111122223333:role/*"),
    aws("arn:aws:iam::111122223333:user/app-*"),
    aws("arn:aws:sts::111122223333:assumed-role/app/*"),
    aws("arn:aws:iam::*:root"),
    aws("arn:aws:iam::11112222333?:root"),
    aws("11112222*"),
    { Service: "*" },
    { Service: "s3.*.amazonaws.com" },
  ])("has no wildcard in part: %j", (Principal) =>
    expect(saidOf("key-policy", { Principal })).toEqual([`error KW210 ${at}/${Object.keys(Principal)[0]}`]),
  );

  it.each([
    ["arn:aws:iam::111122223333:group/admins", /groups are not principals/],
    ["arn:aws:iam::111122223333:saml-provider/x", /under `Federated`/],
    ["arn:aws:iam:us-east-1:111122223333:role/app", /no Region/],
    ["arn:aws:organizations::111122223333:organization/o-1", /organizations are not principals/],
    ["arn:aws:iam::111122223333:assumed-role/a/b", /:sts::/],
    ["1111222233", /12 digits, this one 10/],
    ["s3.amazonaws.com", /under `Service`/],
    ["alice", /an account id, or the ARN/],
    ["", /an account id, or the ARN/],
  ])("AWS %j is nobody", (value, help) => {
    const { policy, diagnostics } = parsed("key-policy", policyWith("key-policy", { Principal: aws(value) }));
    expect(policy).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "KW212", severity: "error", at: { pointer: `${at}/AWS` } }]);
    expect(diagnostics[0]?.help).toMatch(help);
  });

  // biome-ignore format: a table reads as a table
  it.each<[PolicyType, unknown, readonly string[]]>([
    ["key-policy",       "arn:aws:iam::111122223333:root",             [`error KW212 ${at}`]],
    ["key-policy",       "s3.amazonaws.com",                           [`error KW212 ${at}`]],
    ["key-policy",       ["*"],                                        [`error KW104 ${at}`]],
    ["key-policy",       7,                                            [`error KW104 ${at}`]],
    ["key-policy",       { AWS: 111122223333 },                        [`error KW104 ${at}/AWS`]],
    ["key-policy",       { AWS: ["111122223333", null] },              [`error KW104 ${at}/AWS/1`]],
    ["key-policy",       { aws: "111122223333" },                      [`error KW211 ${at}/aws`]],
    ["key-policy",       { Services: "s3.amazonaws.com" },             [`error KW211 ${at}/Services`]],
    ["key-policy",       { Service: "s3" },                            [`error KW212 ${at}/Service`]],
    ["key-policy",       { Federated: "accounts.google.com" },         [`error KW211 ${at}/Federated`]],
    ["key-policy",       { CanonicalUser: "a".repeat(64) },            [`error KW211 ${at}/CanonicalUser`]],
    ["trust",            { Federated: "accounts.google.com" },         []],
    ["trust",            { Federated: "arn:aws:iam::111122223333:saml-provider/x" }, []],
    ["trust",            { Federated: "accounts.*" },                  [`error KW210 ${at}/Federated`]],
    ["trust",            { Federated: "" },                            [`error KW212 ${at}/Federated`]],
    ["resource",         { CanonicalUser: "a".repeat(64) },            []],
    ["resource",         { CanonicalUser: "abc" },                     [`error KW212 ${at}/CanonicalUser`]],
    ["resource-control", "*",                                          []],
    ["resource-control", { AWS: ["*"] },                               []],
    ["resource-control", { AWS: "111122223333" },                      [`error KW212 ${at}`]],
    ["resource-control", { AWS: "*", Service: "s3.amazonaws.com" },    [`error KW212 ${at}`]],
    ["resource-control", { Service: "s3.amazonaws.com" },              [`error KW212 ${at}`]],
  ])("in %s: %j", (type, Principal, expected) => expect(saidOf(type, { Principal })).toEqual(expected));
});

it("an account id that is a number is to be put in quotes", () => {
  const statement = { Effect: "Allow", Principal: { AWS: [111122223333, "111122223333"] }, Action: "kms:*", Resource: "*" };
  const { diagnostics } = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }), { type: "key-policy", name: "p" });
  expect(diagnostics).toMatchObject([{ code: "KW104", help: 'put it in quotes: "111122223333"' }]);
});

import { describe, expect, it } from "vitest";
import type { PolicyType } from "../../src/iam/policy.ts";
import { parsePolicy } from "../../src/world/policy-text.ts";

const statement = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" };
const identity = { Version: "2012-10-17", Statement: [statement] };
const key = { Version: "2012-10-17", Statement: [{ ...statement, Principal: { AWS: "111122223333" } }] };
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const text = (value: unknown) => JSON.stringify(value);
const read = (given: string, type: PolicyType) => parsePolicy(given, { type, name: "p.json" });

describe("what the AWS CLI prints around a policy", () => {
  // biome-ignore format: a table reads as a table
  it.each([
    ["kms get-key-policy",              "key-policy",      { Policy: text(key), PolicyName: "default" }, "/Policy"],
    ["iam get-role-policy",             "identity",        { RoleName: "app", PolicyName: "p", PolicyDocument: identity }, "/PolicyDocument"],
    ["the same of the IAM API",         "identity",        { RoleName: "app", PolicyName: "p", PolicyDocument: encodeURIComponent(text(identity)) }, "/PolicyDocument"],
    ["iam get-policy-version",          "identity",        { PolicyVersion: { Document: identity, VersionId: "v1", IsDefaultVersion: true } }, "/PolicyVersion/Document"],
    ["iam get-role",                    "trust",           { Role: { RoleName: "app", AssumeRolePolicyDocument: trust } }, "/Role/AssumeRolePolicyDocument"],
    ["organizations describe-policy",   "service-control", { Policy: { PolicySummary: { Id: "p-1" }, Content: text(identity) } }, "/Policy/Content"],
    ["sqs get-queue-attributes",        "resource",        { Attributes: { Policy: text({ ...key, Statement: [{ ...key.Statement[0], Action: "sqs:*" }] }) } }, "/Attributes/Policy"],
    ["ec2 describe-vpc-endpoints",      "endpoint",        { VpcEndpoints: [{ VpcEndpointId: "vpce-1", PolicyDocument: text({ ...key, Statement: [{ ...statement, Principal: "*" }] }) }] }, "/VpcEndpoints/0/PolicyDocument"],
  ] as const)("aws %s", (_, type, printed, pointer) => {
    const { policy, diagnostics } = read(text(printed), type);
    expect(diagnostics).toEqual([]);
    expect(policy?.statements.map(({ at }) => at)).toEqual([expect.objectContaining({ line: 1, pointer: `${pointer}/Statement/0` })]);
  });

  it("a text escaped as in a URL", () => {
    const { policy, text: own } = read(`${encodeURIComponent(text(key))}\n`, "key-policy");
    expect(policy?.statements.length).toBe(1);
    expect(own).toBe(text(key));
  });

  it("keeps the document's own text, as GetKeyPolicy answers it", () => {
    expect(read(text({ Policy: text(key), PolicyName: "default" }), "key-policy").text).toBe(text(key));
    expect(read(text(key), "key-policy").text).toBeUndefined();
  });
});

describe("what is no policy stays none", () => {
  it.each([
    ["two documents", { Policy: text(key), PolicyDocument: identity }],
    ["several endpoints", { VpcEndpoints: [{ PolicyDocument: text(key) }, { PolicyDocument: text(key) }] }],
    ["a managed policy without its document", { Policy: { PolicyName: "p", Arn: "arn:aws:iam::aws:policy/p" } }],
    ["a name", { Policy: "default" }],
    ["a policy with a stray member", { Version: "2012-10-17", Policy: text(key) }],
  ])("%s", (_, printed) => {
    const { policy, diagnostics } = read(text(printed), "key-policy");
    expect(policy).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain("KW105");
  });

  it("faults inside a string are told where the string is", () => {
    const { policy, diagnostics } = read(
      `{\n  "Policy": ${text('{"Version":"2012-10-17","Statement":[{"Effect":"Alow"}')}\n}`,
      "key-policy",
    );
    expect(policy).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: "KW100", at: { line: 2, column: 13 } });
    expect(diagnostics.every(({ at }) => at.pointer.startsWith("/Policy"))).toBe(true);
  });

  it.each([
    ["{&quot;Version&quot;:1}", 'the text is escaped as in HTML: write `"` for `&quot;`'],
    ['{\\"Version\\":1}', 'the text is escaped as in a string: write `"` for `\\"`'],
  ])("%s is helped with", (given, help) => expect(read(given, "key-policy").diagnostics[0]).toMatchObject({ code: "KW100", help }));

  it.each(["%7B", "%7B%", "%7B%22Version%22%3A%7B%7D", "%7Bx%ZZ"])("%j does no harm", (given) =>
    expect(read(given, "key-policy").policy).toBeUndefined(),
  );
});

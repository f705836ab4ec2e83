import { expect, test } from "vitest";
import { readContent } from "../../../src/cli/policies/document.ts";

const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }] };
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const role = "arn:aws:iam::111122223333:role/team/App";

test.each([
  ["itself", policy, {}],
  ["get-key-policy", { Policy: JSON.stringify(policy), PolicyName: "default" }, { type: "key-policy" }],
  ["get-role-policy", { RoleName: "App", PolicyName: "x", PolicyDocument: policy }, { type: "identity", principal: "role/App" }],
  ["get-user-policy", { UserName: "alice", PolicyName: "x", PolicyDocument: policy }, { type: "identity", principal: "user/alice" }],
  ["get-group-policy", { GroupName: "g", PolicyName: "x", PolicyDocument: policy }, { type: "identity" }],
  [
    "URL-encoded",
    { RoleName: "App", PolicyDocument: encodeURIComponent(JSON.stringify(policy)) },
    { type: "identity", principal: "role/App" },
  ],
  ["get-policy-version", { PolicyVersion: { VersionId: "v1", Document: policy } }, {}],
  ["organizations describe-policy", { Policy: { PolicySummary: {}, Content: JSON.stringify(policy) } }, {}],
])("a policy is found in the answer of %s", (_, value, told) => {
  const content = readContent("a.json", JSON.stringify(value, null, 2));
  if (content.kind !== "policy") throw new Error(content.kind);
  const { document } = content;
  expect(document.told).toEqual(told);
  expect(document.parse("identity").policy?.statements).toHaveLength(1);
});

test("the trust policy of a role comes with the role's ARN", () => {
  const content = readContent("a.json", JSON.stringify({ Role: { RoleName: "App", Arn: role, AssumeRolePolicyDocument: trust } }));
  expect(content).toMatchObject({ kind: "policy", document: { told: { type: "trust", principal: role } } });
});

test("what is wrong is told at its place; of a text within the text, at the place of the whole", () => {
  const wrong = { Statement: [{ Effect: "Alow", Action: "kms:Decrypt", Resource: "*" }] };
  const placeOf = (value: unknown) => {
    const content = readContent("a.json", JSON.stringify(value, null, 2));
    if (content.kind !== "policy") throw new Error(content.kind);
    return content.document.parse("identity").diagnostics[0]?.at;
  };
  expect(placeOf({ RoleName: "A", PolicyDocument: wrong })).toEqual({
    file: "a.json",
    line: 6,
    column: 19,
    pointer: "/PolicyDocument/Statement/0/Effect",
  });
  expect(placeOf({ RoleName: "A", PolicyDocument: JSON.stringify(wrong) })).toEqual({
    file: "a.json",
    line: 3,
    column: 21,
    pointer: "/PolicyDocument/Statement/0/Effect",
  });
});

test.each([
  ["a Terraform plan", { format_version: "1.2", planned_values: {} }],
  ["a Terraform plan", { format_version: "1.2", resource_changes: [] }],
  ["a Terraform state", { version: 4, terraform_version: "1.9.5", resources: [] }],
  ["a CloudFormation template", { AWSTemplateFormatVersion: "2010-09-09" }],
  ["a CloudFormation template", { Resources: { Key: { Type: "AWS::KMS::Key" } } }],
  ["Terraform in JSON", { resource: { aws_kms_key: { a: {} } } }],
  ["a dump of an account's IAM", { UserDetailList: [], RoleDetailList: [] }],
  ["a list of grants", { Grants: [] }],
  ["the description of a key", { KeyMetadata: { KeyId: "1" } }],
  ["a list of keys", { Keys: [{ KeyId: "1", KeyArn: "arn" }] }],
  ["a list of aliases", { Aliases: [] }],
  ["a log of CloudTrail", { Records: [{ eventSource: "kms.amazonaws.com" }] }],
])("%s is told as one", (what, value) => {
  expect(readContent("policy.json", JSON.stringify(value))).toMatchObject({ kind: "foreign", foreign: { what } });
});

test.each([
  ["main.tf", 'resource "aws_kms_key" "a" {}', "Terraform source"],
  ["stack.yaml", "Resources:\n  Key:\n    Type: AWS::KMS::Key\n", "a CloudFormation template"],
  ["stack.template", "AWSTemplateFormatVersion: 2010-09-09\n", "a CloudFormation template"],
])("%s is told as what it is", (path, text, what) => {
  expect(readContent(path, text)).toMatchObject({ kind: "foreign", foreign: { what } });
});

test.each([
  "{}",
  "[1]",
  "null",
  "plain text",
  '{"Records":[1]}',
  '{"Policy":"no JSON"}',
  '{"PolicyDocument":{"Statement":[]}}',
  '{"Policy":"%E0%A4"}',
  '{"Statement":1,"other":2}',
])("%s is nothing of ours", (text) => {
  expect(readContent("a.json", text)).toEqual({ kind: "nothing" });
  expect(readContent("other.yaml", "a: 1")).toEqual({ kind: "nothing" });
  expect(readContent("other.tf", 'resource "null_resource" "a" {}')).toEqual({ kind: "nothing" });
});

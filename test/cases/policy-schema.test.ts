import { expect, test } from "vitest";
import { policySchema } from "../../src/cases/policy-schema.ts";

const statement = { Effect: "Allow", Principal: { AWS: ["arn:aws:iam::111122223333:root"] }, Action: "kms:*", Resource: "*" };

test.each([
  ["one statement, not in a list", { Statement: statement }],
  ["a list", { Version: "2012-10-17", Id: "key-default-1", Statement: [statement, { ...statement, Sid: "Two" }] }],
  ["anyone", { Statement: { ...statement, Principal: "*" } }],
  [
    "everything by its negation",
    { Statement: { Effect: "Deny", NotPrincipal: { Service: "s3.amazonaws.com" }, NotAction: ["s3:*"], NotResource: "a" } },
  ],
  ["a key policy statement without a resource", { Statement: { Effect: "Allow", Principal: "*", Action: "kms:*" } }],
  [
    "a condition with a Boolean and a list",
    { Statement: { ...statement, Condition: { Bool: { "aws:SecureTransport": true }, StringEquals: { a: ["b", "c"] } } } },
  ],
])("a policy document: %s", (_, document) => {
  expect(policySchema.safeParse(document).error).toBeUndefined();
});

test.each([
  ["no statement", { Version: "2012-10-17" }],
  ["a version of another year", { Version: "2012-10-18", Statement: statement }],
  ["an effect in lower case", { Statement: { ...statement, Effect: "allow" } }],
  ["a misspelt element", { Statement: { ...statement, Acton: "kms:*" } }],
  ["a principal of an unknown kind", { Statement: { ...statement, Principal: { Azure: "x" } } }],
  ["a principal that is a bare ARN", { Statement: { ...statement, Principal: "arn:aws:iam::111122223333:root" } }],
  ["a condition value that is an object", { Statement: { ...statement, Condition: { Bool: { k: {} } } } }],
])("no policy document: %s", (_, document) => {
  expect(policySchema.safeParse(document).success).toBe(false);
});

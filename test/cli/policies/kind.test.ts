import { expect, test } from "vitest";
import { kindOf } from "../../../src/cli/policies/kind.ts";

const statement = (more: object) => ({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
const root = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };
const key = { Resource: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" };

test.each([
  ["orders.json", [statement(root)], "key-policy"],
  ["orders.json", [statement({ ...root, Action: "*" })], "key-policy"],
  ["orders.json", [statement({ ...root, Action: "*" }), statement({ ...root, Action: ["kms:Decrypt", "kms:Encrypt"] })], "key-policy"],
  ["orders.json", [statement({ ...root, NotAction: "kms:Decrypt", Action: undefined })], "key-policy"],
  ["app.json", [statement({})], "identity"],
  ["scp/deny.json", [statement({ Effect: "Deny" })], "service-control"],
  ["service-control/deny.json", [statement({ Effect: "Deny" })], "service-control"],
  ["boundaries/developers.json", [statement({})], "boundary"],
  ["trust.json", [{ Effect: "Allow", Action: ["sts:AssumeRole", "sts:TagSession"], Principal: { AWS: "111122223333" } }], "trust"],
  ["endpoints/orders-vpc.json", [statement({ Principal: "*" })], "endpoint"],
  ["endpoints/orders-vpc.json", [statement({ ...root, ...key })], "endpoint"],
  ["endpoints/all.json", [statement({ Principal: "*", Action: ["kms:*", "s3:*"] })], "endpoint"],
  ["key.json", [statement({ Principal: { AWS: "*" } })], "key-policy"],
  // whatever they are called:
  ["any.json", [statement({ Effect: "Deny", Principal: "*", Action: ["kms:*", "s3:*"] })], "resource-control"],
  ["scp/vpc-endpoint-boundary.json", [statement(root)], "key-policy"],
  ["rcp.json", [statement({ Principal: { AWS: "*" } }), statement(root)], "key-policy"],
  ["key-policy.json", [statement({})], "identity"],
  ["endpoint.json", [statement({ ...root, Action: "sts:AssumeRole", Resource: undefined })], "trust"],
])("%s with %j is taken for %s", (path, statements, type) => {
  expect(kindOf(path, statements)).toEqual({ type });
});

test.each([
  ["only denies", "ScpLevel.json", [statement({ Effect: "Deny" })], { type: "identity", open: "service-control" }], // one word, so no word `scp`
  ["names a key", "orders.json", [statement({ ...root, ...key })], { type: "key-policy", open: "endpoint" }],
  ["is for anyone", "orders.json", [statement({ Principal: "*" })], { type: "key-policy", open: "endpoint" }],
])("what neither content nor path decides is said to be open: %s", (_, path, statements, kind) => {
  expect(kindOf(path, statements)).toEqual(kind);
});

test.each([
  ["s3:GetObject", "arn:aws:s3:::b/*", "an Amazon S3 bucket"],
  ["sqs:*", "*", "an Amazon SQS queue"],
  ["*", "arn:aws:secretsmanager:us-east-1:111122223333:secret:x", "a secret"],
  ["other:Do", "*", "a resource that is no KMS key"],
])("%s on %s is the policy of %s", (Action, Resource, resource) => {
  expect(kindOf("kms/key.json", [statement({ ...root, Action, Resource })])).toEqual({ resource });
});

import { expect, test } from "vitest";
import { ownerOf, regionFor } from "../../../src/cli/init/origin.ts";
import { parsePolicy } from "../../../src/world/policy-text.ts";

const [A, B, C] = ["111122223333", "444455556666", "777788889999"];
const allow = (AWS: string | readonly string[], Action: string | readonly string[], more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS },
  Action,
  Resource: "*",
  ...more,
});
const found = (path: string, ...Statement: readonly object[]) => {
  const { policy } = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), { type: "key-policy", name: path });
  if (policy === undefined) throw new Error("no policy");
  return { path, policy };
};
const user = (account: string, name = "alice") => `arn:aws:iam::${account}:user/${name}`;
const root = (account: string) => `arn:aws:iam::${account}:root`;

test.each([
  [
    "who may do everything, though others are named more often",
    [allow(user(C), "*"), allow([user(A), user(A, "bob"), root(B)], "kms:Decrypt")],
    C,
  ],
  ["who may change the policy", [allow(user(C), ["kms:Get*", "kms:PutKeyPolicy"]), allow([user(A), user(B)], "kms:Encrypt")], C],
  ["an account that may change it, before one of whom a user may", [allow(root(C), "kms:*"), allow(user(A), "kms:Put*")], C],
  ["of two such accounts the one that a user of may", [allow([root(A), root(C)], "kms:*"), allow(user(C), "kms:PutKeyPolicy")], C],
  ["who may do what no other account can", [allow([root(A), user(A)], "kms:Decrypt"), allow(user(C), "kms:EnableKeyRotation")], C],
  ["the account that is delegated to", [allow(user(A), "kms:Decrypt"), allow(root(C), "kms:Decrypt")], C],
  ["the account of callers", [allow("*", "kms:Decrypt", { Condition: { StringEquals: { "kms:CallerAccount": C } } })], C],
  [
    "an action that is excepted",
    [allow(user(A), [], { NotAction: "kms:*", Action: undefined }), allow(user(C), [], { NotAction: "kms:Decrypt", Action: undefined })],
    C,
  ],
  ["an ARN of the key", [allow(root(A), "kms:*", { Resource: `arn:aws:kms:us-east-1:${C}:key/1234abcd-12ab-34cd-56ef-1234567890ab` })], C],
])("the owner is told by %s", (_, statements, owner) => {
  expect(ownerOf(found("key.json", ...statements))).toEqual({ value: owner });
});

test("a Deny makes nobody the owner; two alike are a guess; a folder may tell", () => {
  expect(ownerOf(found("key.json", { ...allow(user(A), "kms:*"), Effect: "Deny" }))).toBeUndefined();
  expect(ownerOf(found("key.json", allow([root(A), root(B)], "kms:*")))).toEqual({ value: A, because: `it names ${A}, ${B} alike` });
  expect(ownerOf(found(`${B}/key.json`, allow([root(A), root(B)], "kms:*")))).toEqual({ value: B });
  expect(ownerOf(found("key.json", allow("*", "kms:*")))).toBeUndefined();
  expect(ownerOf(found(`accounts/${C}/key.json`, allow("*", "kms:*")))).toEqual({ value: C });
});

test.each([
  ["a service that calls", allow(root(A), "kms:*", { Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } } })],
  ["a service principal", { ...allow([], "kms:*"), Principal: { Service: "logs.eu-west-1.amazonaws.com" } }],
  ["an ARN", allow("*", "kms:*", { Condition: { ArnLike: { "kms:EncryptionContext:a": `arn:aws:logs:eu-west-1:${A}:*` } } })],
  ["a Region that is asked for", allow("*", "kms:*", { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } })],
])("the Region is told by %s", (_, statement) => {
  expect(regionFor(found("key.json", statement))).toEqual({ value: "eu-west-1" });
});

test("two Regions are a guess, none is none; a folder may tell", () => {
  const two = allow("*", "kms:*", { Condition: { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } } });
  expect(regionFor(found("key.json", two))).toEqual({ value: "eu-west-1", because: "it names eu-west-1, us-east-1" });
  expect(regionFor(found("us-east-1/key.json", two))).toEqual({ value: "us-east-1" });
  expect(regionFor(found("key.json", allow(root(A), "kms:*")))).toBeUndefined();
  const not = allow("*", "kms:*", { Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } } });
  expect(regionFor(found("key.json", not))).toBeUndefined();
});

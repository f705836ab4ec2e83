import { expect, test } from "vitest";
import { allow, codesOf, DELEGATION, find, HOME } from "./found.ts";

const trail = { Service: "cloudtrail.amazonaws.com" };
const of = (condition?: object) => [DELEGATION, allow(trail, "kms:GenerateDataKey*", condition)];

test.each([
  ["without a condition", undefined],
  ["with a pattern that leaves the account open", { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/x" } }],
  ["with IfExists, which holds where nothing is sent", { StringEqualsIfExists: { "aws:SourceAccount": HOME } }],
])("a service %s may act for anybody", async (_, condition) => {
  expect(codesOf(await find(of(condition), { rules: ["KW705"] }))).toEqual(["note KW705"]);
  expect(codesOf(await find(of(condition), { rules: ["KW705"], trust: {} }))).toEqual(["warning KW705"]);
  expect(codesOf(await find(of(condition), { rules: ["KW705"], trust: { services: ["cloudtrail.amazonaws.com"] } }))).toEqual([]);
});

test.each([
  ["the account of the source", { StringEquals: { "aws:SourceAccount": HOME } }],
  ["its ARN", { ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${HOME}:trail/*` } }],
  ["a bucket, which has one owner", { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::trails" } }],
  [
    "an encryption context that names the account",
    { StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${HOME}:trail/*` } },
  ],
])("bound by %s it is not told", async (_, condition) => {
  expect(codesOf(await find(of(condition), { trust: {} }))).toEqual([]);
});

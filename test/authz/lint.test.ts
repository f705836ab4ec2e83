import { describe, expect, test } from "vitest";
import { lintPolicy } from "../../src/authz/lint.ts";
import { parsePolicy } from "../../src/iam/parse/parse.ts";
import type { PolicyType } from "../../src/iam/policy.ts";

/** The warnings on one statement of a policy that the parser finds in order. */
function warnings(statement: object, type: PolicyType = "identity"): readonly string[] {
  const principal = type === "key-policy" ? { Principal: "*" } : {};
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...principal, Resource: "*", ...statement }] });
  const { policy } = parsePolicy(text, { type, name: "p" });
  if (policy === undefined) throw new Error(`not in order: ${text}`);
  return lintPolicy(policy).map(({ code, message, help }) => `${code} ${message}${help ? ` (${help})` : ""}`);
}
const when = (Action: unknown, operator: string, key: string, value: unknown = "x") => ({
  Action,
  Condition: { [operator]: { [key]: value } },
});

// biome-ignore format: a table reads as a table
test.each([
  ["a misspelt action",                  { Action: "kms:Decrpyt" }, "identity", ["KW301 `kms:Decrpyt` matches no action of AWS KMS (did you mean `kms:Decrypt`?)"]],
  ["the API name that is no action",     { Action: "kms:ReEncrypt" }, "identity", ["KW301 `kms:ReEncrypt` matches no action of AWS KMS (did you mean `kms:ReEncryptFrom` or `kms:ReEncryptTo`?)"]],
  ["a wildcard that covers nothing",     { Action: ["kms:Foo*", "kms:Encrypt"] }, "identity", ["KW301 `kms:Foo*` matches no action of AWS KMS"]],
  ["a wildcard that covers some",        { Action: "kms:ReEncrypt*" }, "identity", []],
  ["an action of another service",       { Action: "s3:GetObjekt" }, "identity", []],
  ["letters in any case",                { Action: "KMS:dECRYPT" }, "identity", []],
  ["a misspelt key",                     when("kms:Decrypt", "StringEquals", "kms:ViaServise"), "identity", ["KW302 unknown condition key `kms:ViaServise` (did you mean `kms:ViaService`?)"]],
  ["a key of another service",           when("kms:Decrypt", "StringEquals", "s3:prefix"), "identity", []],
  ["a key no action of it brings",       when("kms:ListKeys", "StringEquals", "kms:EncryptionContext:a"), "identity", ["KW303 `kms:EncryptionContext:a` is never sent with `kms:ListKeys` (the condition is decided as if the key were absent)"]],
  ["a key that one of them brings",      when(["kms:ListKeys", "kms:Decrypt"], "StringEquals", "kms:EncryptionContext:a"), "identity", []],
  ["a key beside another service",       when(["kms:ListKeys", "s3:*"], "StringEquals", "kms:EncryptionContext:a"), "identity", []],
  ["many values, no set operator",       when("kms:Decrypt", "StringEquals", "kms:EncryptionContextKeys"), "identity", ["KW308 `kms:EncryptionContextKeys` can have many values, and `StringEquals` never matches such a key (write `ForAnyValue:StringEquals` or `ForAllValues:StringEquals`)"]],
  ["many values and Null",               when("kms:Decrypt", "Null", "kms:EncryptionContextKeys", "true"), "identity", []],
  ["one value under ForAllValues",       when("kms:Decrypt", "ForAllValues:StringEquals", "aws:PrincipalAccount"), "identity", ["KW307 `aws:PrincipalAccount` has one value: `ForAllValues` also holds when it is absent (write `StringEquals`)"]],
  ["what the parser says already",       when("kms:Decrypt", "ForAllValues:StringEquals", "kms:EncryptionContext:a"), "key-policy", []],
  ["a pattern compared by letters",      when("kms:Decrypt", "StringEquals", "kms:ViaService", "s3.*.amazonaws.com"), "identity", ["KW319 `StringEquals` compares `s3.*.amazonaws.com` letter by letter: the condition never holds for it (write `StringLike`)"]],
  ["and one excluded so",                when("kms:Decrypt", "StringNotEqualsIfExists", "aws:PrincipalArn", ["a", "arn:aws:iam::1*"]), "identity", ["KW319 `StringNotEqualsIfExists` compares `arn:aws:iam::1*` letter by letter: the condition always holds (write `StringNotLikeIfExists`)"]],
  ["a star in what people choose",       when("kms:Decrypt", "StringEquals", "kms:EncryptionContext:a", "5*"), "identity", []],
  ["a variable",                         when("kms:Decrypt", "StringEquals", "aws:PrincipalArn", "${*}"), "identity", []],
  ["a service without its Region",       when("kms:Decrypt", "StringEquals", "kms:ViaService", "ec2.amazonaws.com"), "identity", ["KW320 `ec2.amazonaws.com` is no service in a Region: the condition never holds for it (SERVICE.REGION.amazonaws.com, such as `s3.us-east-1.amazonaws.com`)"]],
  ["a service in a Region",              when("kms:Decrypt", "StringEquals", "kms:ViaService", ["ec2.us-east-1.amazonaws.com", "s3.cn-north-1.amazonaws.com.cn"]), "identity", []],
  ["services of any Region",             when("kms:Decrypt", "StringLike", "kms:ViaService", "ec2.*.amazonaws.com"), "identity", []],
  ["an alias for its key",               { Action: "kms:Decrypt", Resource: "arn:aws:kms:us-east-1:111122223333:alias/app" }, "identity", ["KW321 the alias `arn:aws:kms:us-east-1:111122223333:alias/app` is not its key: `kms:Decrypt` never matches it (name the key by its ARN, or write `*` and a condition on `kms:ResourceAliases`)"]],
  ["an alias for itself",                { Action: ["kms:CreateAlias", "kms:DeleteAlias"], Resource: "arn:aws:kms:us-east-1:111122223333:alias/app" }, "identity", []],
  ["an alias beside a key",              { Action: ["kms:CreateAlias", "kms:Decrypt"], Resource: ["arn:aws:kms:us-east-1:111122223333:alias/app", "arn:aws:kms:us-east-1:111122223333:key/*"] }, "identity", []],
  ["all but an alias",                   { Action: "kms:Decrypt", Resource: undefined, NotResource: "arn:aws:kms:us-east-1:111122223333:alias/app" }, "identity", []],
  ["a deleted principal",                { Action: "kms:Decrypt", Principal: { AWS: ["AROA1234567890ABCDEFG", "111122223333"] } }, "key-policy", ["KW322 `AROA1234567890ABCDEFG` stands for a principal that was deleted (name the principal by its ARN, or take it out)"]],
  ["a star for an ARN",                  when("kms:Decrypt", "ArnLike", "aws:SourceArn", "*"), "identity", ["KW326 `*` is not an ARN: where the key is sent, the condition never holds (`arn:*:*:*:*:*` is any ARN; or test the key by `Null`)"]],
  ["what is no ARN, excluded",           { Effect: "Deny", ...when("kms:Decrypt", "ArnNotEqualsIfExists", "aws:PrincipalArn", ["arn:aws:iam::1:role/a", "role/app"]) }, "identity", ["KW326 `role/app` is not an ARN: in a Deny the condition holds for every ARN (an ARN has six fields, such as `arn:aws:iam::111122223333:role/app`)"]],
  ["an ARN, and one by a variable",      when("kms:Decrypt", "ArnLike", "aws:SourceArn", ["arn:aws:s3:::b*", "${aws:PrincipalArn}"]), "identity", []],
  ["an ARN in a text that people choose", when("kms:Decrypt", "ArnEquals", "kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::b"), "identity", []],
  ["a key that is never an ARN",         when("kms:Decrypt", "ArnNotLike", "aws:SourceIp", "arn:aws:s3:::b"), "identity", ["KW326 `aws:SourceIp` is never an ARN: `ArnNotLike` never holds where it is sent (use an operator for addresses: `IpAddress`)"]],
] as const)("%s", (_, statement, type, expected) => {
  expect(warnings(statement, type)).toEqual(expected);
});

describe("where it points", () => {
  test("is the action of a list, and the condition's key", () => {
    const text = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kms:Encrypt","kms:Decrpyt"],"Resource":"*",
      "Condition":{"StringEquals":{"kms:ViaServise":"x"}}}]}`;
    const { policy } = parsePolicy(text, { type: "identity", name: "p" });
    const places = policy && lintPolicy(policy).map(({ at }) => at.pointer);
    expect(places).toEqual(["/Statement/0/Action/1", "/Statement/0/Condition/StringEquals/kms:ViaServise"]);
  });
});

import { expect, test } from "vitest";
import type { Condition } from "../../../src/iam/policy.ts";
import { valuesFor, withKey } from "../../../src/mutation/witness/values.ts";

const condition = (operator: string, key: string, ...values: string[]): Condition => ({
  operator,
  key,
  values,
  at: { file: "p", pointer: "" },
});
const TENANT = "kms:EncryptionContext:tenant";

// biome-ignore format: a table reads as a table
test.each<[string, Condition[], unknown[]]>([
  ["what is wanted, another, none",          [condition("StringEquals", TENANT, "a", "b")], ["a", "b", "other", undefined]],
  ["first what a negated operator lets be",  [condition("StringNotEquals", TENANT, "a")], ["other", "a", undefined]],
  ["an instance of a pattern",               [condition("StringLike", TENANT, "a-*")], ["a-x", "other", undefined]],
  ["of both sides of a change",              [condition("StringEquals", TENANT, "a"), condition("StringLike", TENANT, "*")], ["a", "x", "other", undefined]],
  ["numbers at a bound, those that hold first", [condition("NumericLessThan", "aws:MultiFactorAuthAge", "60")], ["59", "60", "61", undefined]],
  ["moments around a bound",                 [condition("DateLessThan", "aws:CurrentTime", "2026-01-01T00:00:00Z")], ["2025-12-31T23:59:59Z", "2025-12-31T12:00:00Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "2026-01-01T12:00:00Z", undefined]],
  ["addresses in a network and beside it",   [condition("IpAddress", "aws:SourceIp", "203.0.113.7/24")], ["203.0.113.0", "203.0.113.128", "203.0.112.0", "192.0.2.1", undefined]],
  ["both truths",                            [condition("Bool", "aws:SecureTransport", "true")], ["true", "false", undefined]],
  ["none first where none is wanted",        [condition("Null", TENANT, "true")], [undefined, "x"]],
  ["lists for keys of many values",          [condition("ForAllValues:StringEquals", "aws:TagKeys", "a")], [["a"], ["other"], ["a", "other"], [], undefined]],
])("values to try: %s", (_, conditions, expected) => expect(valuesFor(conditions)).toEqual(expected));

const QUESTION = {
  principal: "app",
  action: "kms:Decrypt",
  key: "orders",
  encryptionContext: { Tenant: "a" },
  context: { "aws:sourceip": "1.2.3.4" },
};

// biome-ignore format: a table reads as a table
test.each<[string, string | string[] | undefined, object]>([
  [TENANT,                        "b",          { encryptionContext: { Tenant: "b" } }],
  [TENANT,                        undefined,    { encryptionContext: undefined }],
  ["kms:EncryptionContextKeys",   ["x"],        { encryptionContext: { x: "x" } }],
  ["kms:ViaService",              "s3",         { viaService: "s3" }],
  ["aws:EpochTime",               "2026-01-01T00:00:00Z", { time: "2026-01-01T00:00:00Z" }],
  ["aws:SourceIp",                "5.6.7.8",    { context: { "aws:SourceIp": "5.6.7.8" } }],
  ["aws:SourceIp",                undefined,    { context: undefined }],
  ["aws:TagKeys",                 ["a"],        { context: { "aws:sourceip": "1.2.3.4", "aws:TagKeys": ["a"] } }],
])("%s is told by its member", (key, value, expected) => expect(withKey(QUESTION, key, value)).toEqual({ ...QUESTION, ...expected }));

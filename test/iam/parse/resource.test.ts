import { describe, expect, it } from "vitest";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { parsed, policyWith, saidOf } from "../parsing.ts";

const at = "/Statement/0/Resource";
const key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const STRICT: readonly PolicyType[] = ["identity", "boundary", "session", "service-control", "resource-control", "endpoint"];

describe("Resource", () => {
  it.each([
    "*",
    key,
    "arn:aws:kms:*:*:key/*",
    "arn:aws:s3:::*log*",
    "arn:aws:lambda:us-east-1:1:function:f*",
    "arn:aws:kms:*:111122223333:*",
  ])("%s is in order everywhere", (Resource) => {
    for (const type of [...STRICT, "key-policy", "resource"] as const) expect(saidOf(type, { Resource })).toEqual([]);
  });

  it.each(["", "key/1234", "alias/app", "**", "x:y", "ARN:aws:kms:us-east-1:111122223333:key/k", "arn"])("%j is no ARN", (Resource) => {
    for (const type of STRICT) expect(saidOf(type, { Resource })).toEqual([`error KW230 ${at}`]);
    for (const type of ["key-policy", "resource"] as const) expect(saidOf(type, { Resource })).toEqual([`warning KW318 ${at}`]);
  });

  it.each([
    ["1234abcd-12ab-34cd-56ef-1234567890ab", "write `arn:aws:kms:REGION:ACCOUNT:key/1234abcd-12ab-34cd-56ef-1234567890ab`"],
    ["alias/app", "write `arn:aws:kms:REGION:ACCOUNT:alias/app`, which means the alias, not its key"],
    ["x", "write `*` or an ARN of six fields"],
  ])("helps with %s", (Resource, help) => expect(parsed("identity", policyWith("identity", { Resource })).diagnostics[0]?.help).toBe(help));

  it.each(["arn:aws:kms", "arn:aws:kms:*", "arn:aws:kms:us-east-1:111122223333"])("%s is incomplete", (Resource) => {
    for (const type of ["identity", "boundary"] as const) expect(saidOf(type, { Resource })).toEqual([]);
    expect(saidOf("session", { Resource })).toEqual([`error KW231 ${at}`]);
    for (const type of ["service-control", "resource-control", "endpoint", "key-policy", "resource"] as const) {
      expect(saidOf(type, { Resource })).toEqual([`warning KW305 ${at}`]);
    }
  });

  it.each([
    ["ar*:aws:kms:us-east-1:111122223333:key/k", 1],
    ["arn:aw?:kms:us-east-1:111122223333:key/k", 1],
    ["arn:*:k*:us-east-1:111122223333:key/k", 2],
    ["arn:aws:kms:us-east-1:111122223333:k*/1234", 1],
    ["arn:aws:kms:us-east-1:111122223333:?", 1],
    ["*:*:*:*:*:*", 3],
  ])("%s has %d wildcards where none belongs, and is kept", (Resource, count) => {
    for (const type of ["identity", "session", "key-policy"] as const) {
      expect(saidOf(type, { Resource })).toEqual(Array(count).fill(`warning KW312 ${at}`));
      expect(parsed(type, policyWith(type, { Resource })).policy?.statements[0]?.resource?.members).toEqual([Resource]);
    }
  });

  // biome-ignore format: a table reads as a table
  it.each([
    ["arn:aws:s3:::b/${aws:username}/*",                "2012-10-17", []],
    ["arn:aws:s3:::b/${aws:PrincipalTag/t, 'none'}",    "2012-10-17", []],
    ["arn:aws:s3:::b/${*}${?}${$}",                     "2012-10-17", []],
    ["arn:aws:s3:::b/${aws:username",                   "2012-10-17", [`error KW240 ${at}`]],
    ["arn:aws:s3:::b/${}",                              "2012-10-17", [`error KW240 ${at}`]],
    ["arn:aws:s3:::b/${aws:PrincipalTag/t,none}",       "2012-10-17", [`error KW240 ${at}`]],
    ["arn:aws:kms:${aws:RequestedRegion}:1:key/k",      "2012-10-17", [`warning KW313 ${at}`]],
    ["arn:aws:${x}",                                    "2012-10-17", [`warning KW313 ${at}`]],
    ["arn:aws:s3:::b/${aws:username}",                  "2008-10-17", [`warning KW310 ${at}`]],
    ["arn:aws:s3:::b/${",                               "2008-10-17", [`warning KW310 ${at}`]],
  ])("%s in Version %s", (Resource, version, expected) => expect(saidOf("identity", { Resource }, version)).toEqual(expected));

  it("an alias in a key policy never matches", () => {
    const Resource = "arn:aws:kms:us-east-1:111122223333:alias/app";
    expect(saidOf("key-policy", { Resource })).toEqual([`warning KW318 ${at}`]);
    expect(saidOf("identity", { Resource })).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { callsThatCarry, serviceKey } from "../../../src/catalog/data/condition-keys.ts";

test.each([
  ["aws:PrincipalTag/team", "both"],
  ["aws:SourceIp", "both"],
  ["aws:MultiFactorAuthAge", "both"],
  ["aws:SourceVpce", "service"],
  ["AWS:SOURCEVPC", "service"],
  ["aws:SecureTransport", "service"],
  ["aws:ResourceTag/team", "service"],
  ["aws:RequestTag/team", "service"],
  ["s3:prefix", "service"],
  ["kms:RequestAlias", "kms"],
])("%s goes to %s", (name, calls) => expect(callsThatCarry(name)).toBe(calls));

test.each([
  ["s3:existingobjecttag/a", { kind: "unknown" }],
  ["s3:x-amz-server-side-encryption-aws-kms-key-id", { kind: "absent" }],
  ["s3:prefix", { kind: "absent" }],
  ["s3:prefixes", { kind: "unknown" }],
  ["s3:resourceaccount", { kind: "account" }],
  ["secretsmanager:resourcetag/team", { kind: "tag", tag: "team" }],
  ["dynamodb:leadingkeys", { kind: "unknown" }],
])("%s tells %j", (name, told) => expect(serviceKey(name)).toEqual(told));

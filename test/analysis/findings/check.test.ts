import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/analysis.ts";
import { AWS_MANAGED_KEYS, awsAlias } from "../../../src/catalog/aws-managed-keys.ts";
import { loadWorld } from "../../../src/testing.ts";
import { allow, codesOf, DELEGATION, deny, find, HOME, PARTNER, role } from "./found.ts";

/** Nothing that AWS and its guides publish is worse than a note; with what they themselves warn of. */
const WARNED: Readonly<Record<string, readonly string[]>> = { "single-owner.json": ["warning KW708"] };
const FOLDER = "fixtures/policies/key-policies";

const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
const ADMINISTRATION = ["Create*", "Describe*", "Enable*", "List*", "Put*", "Update*", "Revoke*", "Disable*", "Get*", "Delete*"].map(
  (name) => `kms:${name}`,
);
const FOR_RESOURCES = { Bool: { "kms:GrantIsForAWSResource": "true" } };
const TRAIL = { Service: "cloudtrail.amazonaws.com" };
const DNSSEC = { Service: "dnssec-route53.amazonaws.com" };
const SCALING = { AWS: `arn:aws:iam::${HOME}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling` };
const WHOLE_PARTNER = { AWS: `arn:aws:iam::${PARTNER}:root` };
const OF_TRAILS = { StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${HOME}:trail/*` } };
const ENCLAVE = { StringEqualsIgnoreCase: { "kms:RecipientAttestation:ImageSha384": "ab".repeat(48) } };

/** What the guides of AWS KMS and of services print, besides the delegation to the account. */
const GUIDES: Readonly<Record<string, readonly object[]>> = {
  "the console": [
    allow(role("admin"), ADMINISTRATION),
    allow(role("app"), USE),
    allow(role("app"), ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"], FOR_RESOURCES),
  ],
  CloudTrail: [
    allow(TRAIL, "kms:GenerateDataKey*", OF_TRAILS),
    allow(TRAIL, "kms:DescribeKey"),
    allow({ AWS: "*" }, ["kms:Decrypt", "kms:ReEncryptFrom"], { StringEquals: { "kms:CallerAccount": HOME }, ...OF_TRAILS }),
  ],
  "CloudWatch Logs": [
    allow({ Service: "logs.us-east-1.amazonaws.com" }, ["kms:Encrypt*", "kms:Decrypt*", "kms:Describe*"], {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${HOME}:*` },
    }),
  ],
  "notifications of S3": [allow({ Service: "s3.amazonaws.com" }, ["kms:GenerateDataKey", "kms:Decrypt"])],
  "Auto Scaling": [allow(SCALING, USE), allow(SCALING, "kms:CreateGrant", FOR_RESOURCES)],
  "Auto Scaling across accounts": [allow(WHOLE_PARTNER, USE), allow(WHOLE_PARTNER, "kms:CreateGrant")],
  DNSSEC: [allow(DNSSEC, ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"]), allow(DNSSEC, "kms:CreateGrant", FOR_RESOURCES)],
  "a VPC endpoint": [allow(role("app"), USE), deny("*", USE, { StringNotEquals: { "aws:sourceVpce": "vpce-1234abcdf5678c90a" } })],
  "a VPC": [allow(role("app"), USE, { StringEquals: { "aws:sourceVpc": "vpc-12345678" } })],
  "an enclave": [allow(role("app"), "kms:Decrypt", ENCLAVE)],
  "an encryption context": [
    allow(role("app"), "kms:GenerateDataKey", {
      StringEquals: { "kms:EncryptionContext:AppName": "ExampleApp" },
      "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["AppName"] },
    }),
  ],
  "a second factor": [deny("*", "kms:ScheduleKeyDeletion", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } })],
  TLS: [deny("*", "kms:*", { Bool: { "aws:SecureTransport": "false" } })],
};

describe("published key policies", () => {
  test.each(readdirSync(FOLDER))("%s", async (name) => {
    const { Statement } = JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as { Statement: object[] };
    const findings = await find(Statement);
    expect(codesOf(findings).filter((one) => !one.startsWith("note"))).toEqual(WARNED[name] ?? []);
  });

  test.each(Object.entries(GUIDES))("of %s", async (name, statements) => {
    const key = name === "DNSSEC" ? { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" } : {};
    expect(codesOf(await find([DELEGATION, ...statements], {}, {}, key)).filter((one) => !one.startsWith("note"))).toEqual([]);
  });

  test("of AWS managed keys", async () => {
    const keys = AWS_MANAGED_KEYS.slice(0, 6).map((row) => [row.service, { managedBy: "aws" as const, aliases: [awsAlias(row)] }]);
    const world = await loadWorld({ version: 1, account: HOME, region: "us-east-1", keys: Object.fromEntries(keys) });
    expect(codesOf(check(world)).filter((one) => !one.startsWith("note"))).toEqual([]);
  });

  test("of the default key policy, it is noted that the account decides", async () => {
    const world = await loadWorld({ version: 1, account: "111122223333", region: "us-east-1", keys: { orders: { rotation: true } } });
    expect(codesOf(check(world))).toEqual(["note KW707"]);
  });

  test("the example of the orders", async () => {
    const findings = check(await loadWorld("fixtures/examples/orders/orders.world.yaml"));
    expect(codesOf(findings).filter((one) => !one.startsWith("note"))).toEqual([]);
  });
});

test("each finding has a place, a fix and a fingerprint of its own, and the worst is first", async () => {
  const everybody = { Sid: "Everybody", Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" };
  const findings = await find([everybody, { ...everybody, Sid: "Again" }]);
  const levels = ["critical", "high", "medium", "low", "info"];
  const weights = findings.map(({ level }) => levels.indexOf(level));
  expect(weights).toEqual([...weights].sort());
  expect(findings[0]).toMatchObject({ code: "KW701", key: { name: "orders" }, at: { pointer: expect.stringContaining("/Statement/") } });
  for (const { help, fingerprint } of findings) expect([help === "", fingerprint.length]).toEqual([false, 16]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
});

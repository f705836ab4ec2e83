import { describe, expect, test } from "vitest";
import { constraintType, pairsOf } from "../../src/authz/derive.ts";
import type { Fact } from "../../src/authz/facts.ts";
import { like, oneOf, oneOfOrAbsent, SENT, UNTOLD } from "../../src/authz/untold.ts";
import type { Grant, KeyFacts, Request } from "../../src/iam/request.ts";
import { ALICE, allow, GUEST, HOME, KEY, policy, ROLE, ROOT, SESSION } from "./asking.ts";
import { asked } from "./parts.ts";

/** The value of a condition key that the request does not give. */
const value = (key: string, changes: Partial<Request> = {}, facts?: KeyFacts): Fact => {
  const said = { identity: [policy(allow({ Condition: { StringLike: { [key]: "*" } } }))], ...(facts && { key: facts }) };
  return asked(said, changes).facts.named(key.toLowerCase());
};

const SERVICE = "s3.amazonaws.com";
const FAY = { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE };
const TOLD = {
  arn: ALICE,
  userId: "AIDAALICE",
  orgId: "o-a1b2c3",
  orgPath: "o-a1b2c3/r-ab12/ou-ab12-11111111/",
  sourceIdentity: "alice@example.com",
  mfaAgeSeconds: 90,
  tags: { Team: "orders" },
};
const as = (principal: Request["principal"]): Partial<Request> => ({ principal });
const viaS3 = { viaService: "s3.us-east-1.amazonaws.com" };
const ALIAS = { action: "kms:CreateAlias", resource: `arn:aws:kms:us-east-1:${HOME}:alias/app` };
const CREATE = { action: "kms:CreateKey", resource: "*" };

describe("follows from the principal (IAM User Guide, AWS global condition context keys; table of principal key values)", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, Request["principal"], Fact]>([
    ["aws:PrincipalArn", ALICE, ALICE],
    ["aws:PrincipalArn", SESSION, ROLE], // of a session that of its role
    ["aws:PrincipalArn", { arn: SESSION, roleArn: `arn:aws:iam::${HOME}:role/team/app` }, `arn:aws:iam::${HOME}:role/team/app`],
    ["aws:PrincipalArn", SERVICE, undefined],
    ["aws:PrincipalAccount", ALICE, HOME],
    ["aws:PrincipalAccount", "anonymous", "anonymous"],
    ["aws:PrincipalAccount", SERVICE, undefined],
    ["aws:PrincipalType", ROOT, "Account"],
    ["aws:PrincipalType", ALICE, "User"],
    ["aws:PrincipalType", FAY, "FederatedUser"],
    ["aws:PrincipalType", SESSION, "AssumedRole"],
    ["aws:PrincipalType", "anonymous", "Anonymous"],
    ["aws:PrincipalType", SERVICE, undefined],
    ["aws:userid", TOLD, "AIDAALICE"],
    ["aws:userid", ALICE, like(["AIDA*"])], // AWS has one, and nobody told it
    ["aws:userid", ROOT, HOME],
    ["aws:userid", FAY, `${HOME}:fay`],
    ["aws:userid", { arn: SESSION, userId: "AROAAPP" }, "AROAAPP:s1"],
    ["aws:userid", { arn: SESSION, userId: "AROAAPP:s1" }, "AROAAPP:s1"],
    ["aws:userid", SESSION, like(["AROA*:s1"])],
    ["aws:userid", { arn: ROLE, userId: "AROAAPP" }, like(["AROAAPP:*"])], // which session it is, nobody told
    ["aws:userid", "anonymous", "anonymous"],
    ["aws:userid", SERVICE, undefined],
    ["aws:username", ALICE, "alice"],
    ["aws:username", SESSION, undefined],
    ["aws:PrincipalIsAWSService", SERVICE, "true"],
    ["aws:PrincipalIsAWSService", ALICE, "false"],
    ["aws:PrincipalIsAWSService", "anonymous", undefined],
    ["aws:PrincipalServiceName", SERVICE, SERVICE],
    ["aws:PrincipalServiceName", ALICE, undefined],
    ["aws:PrincipalServiceNamesList", SERVICE, [SERVICE]],
    ["aws:PrincipalOrgID", TOLD, "o-a1b2c3"],
    ["aws:PrincipalOrgID", ALICE, undefined],
    ["aws:PrincipalOrgPaths", TOLD, ["o-a1b2c3/r-ab12/ou-ab12-11111111/"]],
    ["aws:SourceIdentity", TOLD, "alice@example.com"],
    ["aws:MultiFactorAuthPresent", TOLD, "true"],
    ["aws:MultiFactorAuthPresent", ALICE, undefined], // long-term keys do not tell
    ["aws:MultiFactorAuthPresent", SESSION, "false"],
    ["aws:MultiFactorAuthAge", TOLD, "90"],
    ["aws:PrincipalTag/team", TOLD, "orders"], // tag keys ignore case
    ["aws:PrincipalTag/other", TOLD, undefined],
    ["kms:CallerAccount", SESSION, HOME],
    ["kms:CallerAccount", SERVICE, undefined],
  ])("%s of %j: %j", (key, principal, expected) => expect(value(key, as(principal))).toEqual(expected));
});

describe("follows from the key (KMS Developer Guide, AWS KMS condition keys)", () => {
  const FACTS: KeyFacts = {
    spec: "RSA_2048",
    usage: "SIGN_VERIFY",
    origin: "AWS_KMS",
    multiRegion: true,
    multiRegionKeyType: "PRIMARY",
    aliases: ["alias/app"],
    tags: { Team: "orders" },
  };

  // biome-ignore format: a table reads as a table
  test.each<[string, Fact, told: Fact]>([
    ["kms:KeySpec", SENT, "RSA_2048"],
    ["kms:CustomerMasterKeySpec", SENT, "RSA_2048"],
    ["kms:KeyUsage", SENT, "SIGN_VERIFY"],
    ["kms:CustomerMasterKeyUsage", SENT, "SIGN_VERIFY"],
    ["kms:KeyOrigin", SENT, "AWS_KMS"],
    ["kms:MultiRegion", oneOf(["true", "false"]), "true"],
    ["kms:MultiRegionKeyType", oneOfOrAbsent(["PRIMARY", "REPLICA"]), "PRIMARY"],
    ["kms:ResourceAliases", UNTOLD, ["alias/app"]],
    ["aws:ResourceTag/team", UNTOLD, "orders"],
  ])("%s: %j where nobody told, else %j", (key, untold, told) => {
    expect(value(key)).toEqual(untold);
    expect(value(key, {}, FACTS)).toEqual(told);
    expect(value(key, ALIAS, FACTS)).toBeUndefined(); // a check on an alias knows nothing of its key
  });

  test("a single-Region key has no multi-Region type", () => {
    expect(value("kms:MultiRegionKeyType", {}, { multiRegion: false })).toBeUndefined();
    expect(value("kms:MultiRegion", {}, { multiRegion: false })).toBe("false");
  });

  test("a key without aliases has none", () => {
    expect(value("kms:ResourceAliases", {}, { aliases: [] })).toBeUndefined();
  });
});

describe("follows from the call", () => {
  const encryptionContext = { Tenant: "a", purpose: "b" };

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Request>, Fact]>([
    ["aws:ResourceAccount", {}, HOME],
    ["aws:ResourceAccount", { action: "s3:GetObject", resource: "arn:aws:s3:::b", resourceAccount: GUEST }, GUEST],
    ["aws:RequestedRegion", {}, "us-east-1"],
    ["aws:CurrentTime", { time: "2030-01-01T00:00:00Z" }, "2030-01-01T00:00:00Z"],
    ["aws:EpochTime", { time: "2030-01-01T00:00:00Z" }, "1893456000"],
    ["aws:ViaAWSService", {}, "false"],
    ["aws:ViaAWSService", viaS3, "true"],
    ["aws:CalledVia", {}, undefined],
    ["aws:CalledVia", viaS3, [SERVICE]],
    ["aws:CalledViaFirst", viaS3, SERVICE],
    ["aws:CalledViaLast", viaS3, SERVICE],
    ["kms:ViaService", {}, undefined],
    ["kms:ViaService", viaS3, "s3.us-east-1.amazonaws.com"],
    ["kms:GrantIsForAWSResource", { action: "kms:CreateGrant" }, "false"],
    ["kms:GrantIsForAWSResource", { action: "kms:CreateGrant", ...viaS3 }, "true"],
    ["kms:EncryptionContextKeys", {}, undefined],
    ["kms:EncryptionContextKeys", { encryptionContext }, ["Tenant", "purpose"]],
    ["kms:EncryptionContext:tenant", { encryptionContext }, "a"],
    ["kms:EncryptionContext:other", { encryptionContext }, undefined],
    ["kms:EncryptionContext:tenant", { encryptionContext: { tenant: "a", TENANT: "b" } }, oneOf(["a", "b"])], // AWS does not say which counts
    ["kms:EncryptionContext:tenant", { encryptionContext: { tenant: "a", TENANT: "a" } }, "a"],
  ])("%s, %j: %j", (key, changes, expected) => expect(value(key, changes)).toEqual(expected));
});

describe("has the default of a parameter that was left out (KMS Developer Guide, AWS KMS condition keys)", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Request>, Fact]>([
    ["kms:KeySpec", CREATE, "SYMMETRIC_DEFAULT"],
    ["kms:KeyUsage", CREATE, "ENCRYPT_DECRYPT"],
    ["kms:KeyOrigin", CREATE, "AWS_KMS"],
    ["kms:MultiRegion", CREATE, "false"],
    ["kms:EncryptionAlgorithm", {}, "SYMMETRIC_DEFAULT"],
    ["kms:EncryptionAlgorithm", { action: "kms:Sign" }, undefined], // is not sent with it
    ["kms:RotationPeriodInDays", { action: "kms:EnableKeyRotation" }, "365"],
    ["kms:ScheduleKeyDeletionPendingWindowInDays", { action: "kms:ScheduleKeyDeletion" }, "30"],
    ["kms:BypassPolicyLockoutSafetyCheck", CREATE, undefined],
  ])("%s, %j: %j", (key, changes, expected) => expect(value(key, changes)).toBe(expected));

  test("a parameter that was given counts", () => {
    expect(value("kms:KeySpec", { ...CREATE, context: { "kms:KeySpec": "HMAC_256" } })).toBe("HMAC_256");
  });
});

test.each<[Grant["Constraints"], string | undefined]>([
  [undefined, undefined],
  [{}, undefined],
  [{ SourceArn: KEY }, undefined], // a source is no constraint type
  [{ EncryptionContextSubset: {} }, "EncryptionContextSubset"],
  [{ EncryptionContextEquals: {} }, "EncryptionContextEquals"],
  [{ EncryptionContextEquals: {}, EncryptionContextSubset: {} }, "EncryptionContextEquals"],
])("the constraint type of %j is %s (KMS Developer Guide, kms:GrantConstraintType)", (constraints, expected) => {
  expect(constraintType(constraints)).toBe(expected);
});

test("pairs are keys and values in turn", () => {
  expect(pairsOf({ a: "1", b: "2" })).toEqual(["a", "1", "b", "2"]);
  expect(pairsOf(undefined)).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { type KmsAction, kmsAction, type ResourceKind } from "../../src/catalog/actions.ts";
import type { ConditionKey } from "../../src/catalog/condition-key.ts";
import { CONDITION_KEY_NAMES, CONDITION_KEYS, conditionKey, conditionKeyOrFamily, isAvailable } from "../../src/catalog/condition-keys.ts";

const action = (name: string) => kmsAction(`kms:${name}`) as KmsAction;
const key = (name: string) => conditionKey(name) as ConditionKey;

test.each([
  ["kms:EncryptionContext:", "kms:EncryptionContext:"],
  ["AWS:principaltag/", "aws:PrincipalTag/"],
  ["kms:EncryptionContext:a", "kms:EncryptionContext:"],
  ["kms:keyspec", "kms:KeySpec"],
  ["kms:EncryptionContext", undefined],
  ["kms:Key", undefined],
])("%s as unknown means %s", (name, row) => {
  expect(conditionKeyOrFamily(name)?.name).toBe(row);
});

describe("conditionKey", () => {
  const isFamily = ({ name, upTo }: ConditionKey) => upTo !== undefined || /[:/]$/.test(name);

  test.each(CONDITION_KEYS.filter((row) => !isFamily(row)).map((row) => [row.name, row] as const))("finds %s in any case", (name, row) => {
    for (const spelled of [name, name.toUpperCase(), name.toLowerCase()]) expect(conditionKey(spelled)).toBe(row);
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["kms:EncryptionContext:department",       "kms:EncryptionContext:"],
    ["KMS:encryptioncontext:aws:s3:arn/x",     "kms:EncryptionContext:"],
    ["kms:EncryptionContext:ключ",             "kms:EncryptionContext:"],
    ["kms:EncryptionContextKeys",              "kms:EncryptionContextKeys"],
    ["AWS:principaltag/cost:center/a",         "aws:PrincipalTag/"],
    ["aws:RequestTag/Team",                    "aws:RequestTag/"],
    ["aws:resourcetag/Team",                   "aws:ResourceTag/"],
    ["kms:RecipientAttestation:ImageSha384",   "kms:RecipientAttestation:ImageSha384"],
    ["kms:RecipientAttestation:PCR0",          "kms:RecipientAttestation:PCR"],
    ["kms:recipientattestation:pcr31",         "kms:RecipientAttestation:PCR"],
    ["kms:RecipientAttestation:NitroTPMPCR23", "kms:RecipientAttestation:NitroTPMPCR"],
    ["codebuild:ProjectArn",                   "codebuild:"],
    ["glue:CredentialIssuingService",          "glue:"],
  ])("%s is a member of %s", (name, row) => {
    expect(conditionKey(name)?.name).toBe(row);
  });

  test.each([
    "kms:RecipientAttestation:PCR32",
    "kms:RecipientAttestation:PCR01",
    "kms:RecipientAttestation:PCR-1",
    "kms:RecipientAttestation:PCR",
    "kms:RecipientAttestation:PCR1x",
    "kms:RecipientAttestation:PCR999999999999999999999",
    "kms:RecipientAttestation:NitroTPMPCR24",
    "kms:RecipientAttestation:",
    "kms:EncryptionContext:",
    "kms:EncryptionContext",
    "aws:PrincipalTag/",
    "aws:PrincipalTag",
    "kms:ResourceTag/Team", // no documented key
    "aws:ARN",
    "kms:KeySpecs",
    "\u212Ams:ViaService", // the Kelvin sign is no "k"
    "toString",
    "__proto__",
    "",
  ])("%j is none", (name) => {
    expect(conditionKey(name)).toBeUndefined();
  });

  test("each name stands once, and all are told", () => {
    const folded = CONDITION_KEYS.map(({ name }) => name.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
    expect(CONDITION_KEY_NAMES).toEqual(CONDITION_KEYS.map(({ name }) => name));
  });
});

describe("isAvailable", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, string, ResourceKind, boolean]>([
    ["kms:KeySpec",                            "Decrypt",             "key",   true],
    ["kms:KeySpec",                            "RetireGrant",         "key",   false], // its check carries no key property
    ["kms:CustomerMasterKeyUsage",             "RetireGrant",         "key",   false],
    ["kms:CallerAccount",                      "RetireGrant",         "key",   true],
    ["kms:ResourceAliases",                    "RetireGrant",         "key",   true],
    ["kms:EncryptionContextKeys",              "RetireGrant",         "key",   true],
    ["kms:KeySpec",                            "CreateKey",           "*",     true], // from the request
    ["kms:ResourceAliases",                    "CreateKey",           "*",     false], // only in checks made on a key
    ["kms:KeySpec",                            "ListKeys",            "*",     false],
    ["kms:CallerAccount",                      "ListKeys",            "*",     false],
    ["kms:ViaService",                         "GenerateRandom",      "*",     false], // no service forwards it
    ["kms:RecipientAttestation:PCR3",          "GenerateRandom",      "*",     true],
    ["kms:CallerAccount",                      "CreateCustomKeyStore","*",     true],
    ["kms:ViaService",                         "CreateCustomKeyStore","*",     false],
    ["kms:CallerAccount",                      "CreateAlias",         "alias", false], // no kms key on the alias half
    ["kms:CallerAccount",                      "CreateAlias",         "key",   true],
    ["aws:ResourceTag/Team",                   "UpdateAlias",         "alias", false],
    ["kms:RequestAlias",                       "ReEncryptTo",         "key",   true],
    ["kms:RequestAlias",                       "UpdateAlias",         "key",   false],
    ["kms:GrantIsForAWSResource",              "ListGrants",          "key",   true], // as CreateGrant and RevokeGrant
    ["kms:GrantIsForAWSResource",              "RetireGrant",         "key",   false],
    ["kms:ReplicaRegion",                      "ReplicateKey",        "key",   true],
    ["kms:ReplicaRegion",                      "CreateKey",           "*",     false],
    ["aws:RequestTag/Team",                    "TagResource",         "*",     true],
    ["aws:RequestTag/Team",                    "UntagResource",       "key",   false],
    ["aws:RequestTag/Team",                    "ReplicateKey",        "key",   false],
    ["aws:TagKeys",                            "UntagResource",       "key",   true],
    ["kms:KeySpec",                            "TagResource",         "*",     false],
    ["kms:CallerAccount",                      "TagResource",         "*",     true],
    ["kms:EncryptionContext:a",                "DescribeKey",         "key",   false],
    ["kms:EncryptionAlgorithm",                "Decrypt",             "*",     false], // a check that AWS never makes
    ["kms:KeySpec",                            "SynchronizeMultiRegionKey", "key", true],
    ["aws:SourceVpce",                         "ListKeys",            "*",     true],
    ["aws:PrincipalTag/Team",                  "CreateAlias",         "alias", true],
  ])("%s with kms:%s on %s: %s", (name, actionName, kind, expected) => {
    expect(isAvailable(key(name), action(actionName), kind)).toBe(expected);
  });
});

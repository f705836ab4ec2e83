import type { ActionName } from "./actions.ts";
import type { Availability, ConditionKey, ConditionKeyType } from "./condition-key.ts";

const only = (...actions: readonly ActionName[]): Availability => ({ on: "actions", actions });

/** The operations that take or imply an encryption algorithm or context. */
export const ENCRYPTION = [
  "Encrypt",
  "Decrypt",
  "ReEncryptFrom", // sees what the request says of the source,
  "ReEncryptTo", // this of the destination
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
] as const;

/** The operations whose KeyId may be an alias (KMS Developer Guide, kms:RequestAlias). */
const NAMED_BY_ALIAS = [
  ...ENCRYPTION,
  "GenerateMac",
  "VerifyMac",
  "Sign",
  "Verify",
  "DeriveSharedSecret",
  "Encapsulate",
  "Decapsulate",
  "DescribeKey",
  "GetPublicKey",
] as const;

/** The operations with a Recipient parameter (KMS Developer Guide, condition keys for attested platforms). */
const ATTESTED = ["Decrypt", "DeriveSharedSecret", "GenerateDataKey", "GenerateDataKeyPair", "GenerateRandom"] as const;

const KEY_STORES = [
  "ConnectCustomKeyStore",
  "CreateCustomKeyStore",
  "DeleteCustomKeyStore",
  "DescribeCustomKeyStores",
  "DisconnectCustomKeyStore",
  "UpdateCustomKeyStore",
] as const;

/**
 * A property of the key. CreateKey tells the properties of the key it asks for; RetireGrant's check does not carry them (rules 3 and 4).
 * TagResource on `*` is the second check of a CreateKey with Tags: it tells who calls and how, not what key is asked for (our reading).
 */
const keyProperty: Availability = { on: "key", except: ["RetireGrant"], also: ["CreateKey"] };
const caller: Availability = { on: "key", also: ["CreateKey", "TagResource", ...KEY_STORES] };
const forwarder: Availability = { on: "key", also: ["CreateKey", "TagResource"] };
const encryptionContext = only(...ENCRYPTION, "CreateGrant", "RetireGrant"); // of a grant: its constraint's (rules 4 and 9)

const many = { multiValued: true } as const;
const upTo = (last: number) => ({ upTo: last });

type Row = readonly [string, ConditionKeyType, Availability, Partial<ConditionKey>?];

/**
 * KMS Developer Guide, "AWS KMS condition keys" and "AWS global condition keys" (the three for tags). Of ReplicateKey's three checks, only
 * kms:ReplicateKey carries the replica's Region; the parameters of the new key go with kms:CreateKey and kms:TagResource.
 */
// biome-ignore format: a table reads as a table
const ROWS: readonly Row[] = [
  ["kms:BypassPolicyLockoutSafetyCheck",         "Bool",    only("CreateKey", "PutKeyPolicy")],
  ["kms:CallerAccount",                          "String",  caller],
  ["kms:CustomerMasterKeySpec",                  "String",  keyProperty], // deprecated, kms:KeySpec under its old name
  ["kms:CustomerMasterKeyUsage",                 "String",  keyProperty], // deprecated, kms:KeyUsage under its old name
  ["kms:DataKeyPairSpec",                        "String",  only("GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext")],
  ["kms:EncryptionAlgorithm",                    "String",  only(...ENCRYPTION)],
  ["kms:EncryptionContext:",                     "String",  encryptionContext],
  ["kms:EncryptionContextKeys",                  "String",  encryptionContext, many],
  ["kms:ExpirationModel",                        "String",  only("ImportKeyMaterial")],
  ["kms:GrantConstraintSourceArn",               "ARN",     only("CreateGrant")],
  ["kms:GrantConstraintType",                    "String",  only("CreateGrant", "RetireGrant")],
  ["kms:GranteePrincipal",                       "String",  only("CreateGrant")],
  ["kms:GranteeServicePrincipal",                "String",  only("CreateGrant")],
  ["kms:GrantIsForAWSResource",                  "Bool",    only("CreateGrant", "ListGrants", "RevokeGrant")],
  ["kms:GrantOperations",                        "String",  only("CreateGrant"), many],
  ["kms:KeyAgreementAlgorithm",                  "String",  only("DeriveSharedSecret")],
  ["kms:KeyOrigin",                              "String",  keyProperty],
  ["kms:KeySpec",                                "String",  keyProperty],
  ["kms:KeyUsage",                               "String",  keyProperty],
  ["kms:MacAlgorithm",                           "String",  only("GenerateMac", "VerifyMac")],
  ["kms:MessageType",                            "String",  only("Sign", "Verify")],
  ["kms:MultiRegion",                            "Bool",    keyProperty],
  ["kms:MultiRegionKeyType",                     "String",  keyProperty],
  ["kms:PrimaryRegion",                          "String",  only("UpdatePrimaryRegion")],
  ["kms:RecipientAttestation:ImageSha384",       "String",  only(...ATTESTED)],
  ["kms:RecipientAttestation:NitroTPMPCR",       "String",  only(...ATTESTED), upTo(23)],
  ["kms:RecipientAttestation:PCR",               "String",  only(...ATTESTED), upTo(31)],
  ["kms:ReEncryptOnSameKey",                     "Bool",    only("ReEncryptFrom", "ReEncryptTo")],
  ["kms:ReplicaRegion",                          "String",  only("ReplicateKey")],
  ["kms:RequestAlias",                           "String",  only(...NAMED_BY_ALIAS)],
  ["kms:ResourceAliases",                        "String",  { on: "key" }, { ...many, policyTypes: "iam-only" }],
  ["kms:RetiringPrincipal",                      "String",  only("CreateGrant")],
  ["kms:RetiringServicePrincipal",               "String",  only("CreateGrant")],
  ["kms:RotationPeriodInDays",                   "Numeric", only("EnableKeyRotation")],
  ["kms:ScheduleKeyDeletionPendingWindowInDays", "Numeric", only("ScheduleKeyDeletion")],
  ["kms:SigningAlgorithm",                       "String",  only("Sign", "Verify")],
  ["kms:TrailingDaysWithoutKeyUsage",            "Numeric", only("DisableKey", "ScheduleKeyDeletion")],
  ["kms:ValidTo",                                "Date",    only("ImportKeyMaterial"), { alsoType: "Numeric" }], // Unix time
  ["kms:ViaService",                             "String",  forwarder],
  ["kms:WrappingAlgorithm",                      "String",  only("GetParametersForImport")],
  ["kms:WrappingKeySpec",                        "String",  only("GetParametersForImport")],
  ["aws:RequestTag/",                            "String",  only("CreateKey", "TagResource")],
  ["aws:ResourceTag/",                           "String",  { on: "key", also: ["CreateKey"] }, { policyTypes: "iam-only" }], // CreateKey: AWS lists it
  ["aws:TagKeys",                                "String",  only("CreateKey", "TagResource", "UntagResource"), many],
];

export const KMS_CONDITION_KEYS: readonly ConditionKey[] = ROWS.map(([name, type, availability, more]) => ({
  name,
  type,
  multiValued: false,
  availability,
  ...more,
}));

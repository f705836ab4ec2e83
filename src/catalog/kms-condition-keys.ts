import type { ActionName } from "./actions.ts";
import type { Availability, ConditionKey, ConditionKeyType, Untold } from "./condition-key.ts";

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

/** The operations whose KeyId may be an alias (rule context.key.tags). */
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

/** The operations with a Recipient parameter (rule context.request.attestation). */
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
const forwarding = { settledBy: "kms:ViaService" } as const;
const upTo = (last: number) => ({ upTo: last });

type Row = readonly [string, ConditionKeyType, Untold, Availability, Partial<ConditionKey>?];

/**
 * KMS Developer Guide, "AWS KMS condition keys" and "AWS global condition keys" (the three for tags). Of ReplicateKey's three checks, only
 * kms:ReplicateKey carries the replica's Region; the parameters of the new key go with kms:CreateKey and kms:TagResource. `sent` are facts of the key, and
 * members that the API requires (KMS API Reference, each action's request parameters).
 */
// biome-ignore format: a table reads as a table
const ROWS: readonly Row[] = [
  ["kms:BypassPolicyLockoutSafetyCheck",             "Bool",    "optional", only("CreateKey", "PutKeyPolicy")],
  ["kms:CallerAccount",                              "String",  "follows",  caller],
  ["kms:CustomerMasterKeySpec",                      "String",  "sent",     keyProperty], // deprecated, kms:KeySpec under its old name
  ["kms:CustomerMasterKeyUsage",                     "String",  "sent",     keyProperty], // deprecated, kms:KeyUsage under its old name
  ["kms:DataKeyPairSpec",                            "String",  "sent",     only("GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext")],
  ["kms:EncryptionAlgorithm",                        "String",  "optional", only(...ENCRYPTION)],
  ["kms:EncryptionContext:",                         "String",  "optional", encryptionContext],
  ["kms:EncryptionContextKeys",                      "String",  "optional", encryptionContext, many],
  ["kms:ExpirationModel",                            "String",  "optional", only("ImportKeyMaterial")],
  ["kms:GrantConstraintSourceArn",                   "ARN",     "optional", only("CreateGrant")],
  ["kms:GrantConstraintType",                        "String",  "optional", only("CreateGrant", "RetireGrant")],
  ["kms:GranteePrincipal",                           "String",  "sent",     only("CreateGrant"), { insteadOf: "kms:GranteeServicePrincipal" }],
  ["kms:GranteeServicePrincipal",                    "String",  "optional", only("CreateGrant"), { insteadOf: "kms:GranteePrincipal" }],
  ["kms:GrantIsForAWSResource",                      "Bool",    "follows",  only("CreateGrant", "ListGrants", "RevokeGrant"), forwarding],
  ["kms:GrantOperations",                            "String",  "sent",     only("CreateGrant"), many],
  ["kms:KeyAgreementAlgorithm",                      "String",  "sent",     only("DeriveSharedSecret")],
  ["kms:KeyOrigin",                                  "String",  "sent",     keyProperty],
  ["kms:KeySpec",                                    "String",  "sent",     keyProperty],
  ["kms:KeyUsage",                                   "String",  "sent",     keyProperty],
  ["kms:MacAlgorithm",                               "String",  "sent",     only("GenerateMac", "VerifyMac")],
  ["kms:MessageType",                                "String",  "optional", only("Sign", "Verify")],
  ["kms:MultiRegion",                                "Bool",    "sent",     keyProperty],
  ["kms:MultiRegionKeyType",                         "String",  "optional", keyProperty],
  ["kms:PrimaryRegion",                              "String",  "sent",     only("UpdatePrimaryRegion")],
  ["kms:RecipientAttestation:ImageSha384",           "String",  "optional", only(...ATTESTED)],
  ["kms:RecipientAttestation:NitroTPMPCR",           "String",  "optional", only(...ATTESTED), upTo(23)],
  ["kms:RecipientAttestation:PCR",                   "String",  "optional", only(...ATTESTED), upTo(31)],
  ["kms:ReEncryptOnSameKey",                         "Bool",    "sent",     only("ReEncryptFrom", "ReEncryptTo")],
  ["kms:ReplicaRegion",                              "String",  "sent",     only("ReplicateKey")],
  ["kms:RequestAlias",                               "String",  "optional", only(...NAMED_BY_ALIAS)],
  ["kms:ResourceAliases",                            "String",  "optional", { on: "key" }, { ...many, policyTypes: "iam-only" }],
  ["kms:RetiringPrincipal",                          "String",  "optional", only("CreateGrant"), { insteadOf: "kms:RetiringServicePrincipal" }],
  ["kms:RetiringServicePrincipal",                   "String",  "optional", only("CreateGrant"), { insteadOf: "kms:RetiringPrincipal" }],
  ["kms:RotationPeriodInDays",                       "Numeric", "optional", only("EnableKeyRotation")],
  ["kms:ScheduleKeyDeletionPendingWindowInDays",     "Numeric", "optional", only("ScheduleKeyDeletion")],
  ["kms:SigningAlgorithm",                           "String",  "sent",     only("Sign", "Verify")],
  ["kms:TrailingDaysWithoutKeyUsage",                "Numeric", "sent",     only("DisableKey", "ScheduleKeyDeletion")],
  ["kms:ValidTo",                                    "Date",    "optional", only("ImportKeyMaterial"), { alsoType: "Numeric" }], // Unix time
  ["kms:ViaService",                                 "String",  "optional", forwarder, { when: "principal" }],
  ["kms:WrappingAlgorithm",                          "String",  "sent",     only("GetParametersForImport")],
  ["kms:WrappingKeySpec",                            "String",  "sent",     only("GetParametersForImport")],
  ["aws:RequestTag/",                                "String",  "optional", only("CreateKey", "TagResource")],
  ["aws:ResourceTag/",                               "String",  "optional", { on: "key", also: ["CreateKey"] }, { policyTypes: "iam-only" }], // CreateKey: AWS lists it
  ["aws:TagKeys",                                    "String",  "sent",     only("CreateKey", "TagResource", "UntagResource"), { ...many, sentBy: ["TagResource", "UntagResource"] }],
];

export const KMS_CONDITION_KEYS: readonly ConditionKey[] = ROWS.map(([name, type, untold, availability, more]) => ({
  name,
  type,
  multiValued: false,
  availability,
  untold,
  ...more,
}));

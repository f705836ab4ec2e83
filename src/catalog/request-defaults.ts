import type { ActionName } from "./actions.ts";

/** What a condition key says when the parameter behind it was left out. */
export type RequestDefault = {
  readonly key: string;
  readonly actions: readonly ActionName[];
  readonly value: string;
  readonly always?: true; // the operations have no such parameter
};

const encryption: readonly ActionName[] = ["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo"];
const dataKeys: readonly ActionName[] = [
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
];

/**
 * A condition on these keys works even when the parameter is not in the request (rule context.request.defaults).
 * Not here, because absent when left out: kms:BypassPolicyLockoutSafetyCheck and kms:ExpirationModel.
 */
// biome-ignore format: a table reads as a table
export const REQUEST_DEFAULTS: readonly RequestDefault[] = [
  { key: "kms:KeySpec",                                actions: ["CreateKey"],           value: "SYMMETRIC_DEFAULT" },
  { key: "kms:CustomerMasterKeySpec",                  actions: ["CreateKey"],           value: "SYMMETRIC_DEFAULT" },
  { key: "kms:KeyUsage",                               actions: ["CreateKey"],           value: "ENCRYPT_DECRYPT" },
  { key: "kms:CustomerMasterKeyUsage",                 actions: ["CreateKey"],           value: "ENCRYPT_DECRYPT" },
  { key: "kms:KeyOrigin",                              actions: ["CreateKey"],           value: "AWS_KMS" },
  { key: "kms:MultiRegion",                            actions: ["CreateKey"],           value: "false" },
  { key: "kms:EncryptionAlgorithm",                    actions: encryption,              value: "SYMMETRIC_DEFAULT" },
  { key: "kms:EncryptionAlgorithm",                    actions: dataKeys,                value: "SYMMETRIC_DEFAULT", always: true },
  { key: "kms:RotationPeriodInDays",                   actions: ["EnableKeyRotation"],   value: "365" }, // seen also for a key with another period
  { key: "kms:MessageType",                            actions: ["Sign", "Verify"],      value: "RAW" }, // rule context.request.guessed-defaults
  { key: "kms:ScheduleKeyDeletionPendingWindowInDays", actions: ["ScheduleKeyDeletion"], value: "30" }, // rule context.request.guessed-defaults
];

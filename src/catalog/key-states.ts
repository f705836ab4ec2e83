import type { OperationName } from "./operations.ts";

export const KEY_STATES = [
  "Enabled",
  "Disabled",
  "PendingDeletion",
  "PendingReplicaDeletion",
  "PendingImport",
  "Unavailable",
  "Creating",
  "Updating",
] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** `never`: no key the operation works on can be in that state. */
export type KeyStateResult = "ok" | "DisabledException" | "KMSInvalidStateException" | "UnsupportedOperationException" | "never";
const [ok, disabled, invalid, origin, never] = [
  "ok",
  "DisabledException",
  "KMSInvalidStateException",
  "UnsupportedOperationException",
  "never",
] as const;

type Row = readonly [
  KeyStateResult,
  KeyStateResult,
  KeyStateResult,
  KeyStateResult,
  KeyStateResult,
  KeyStateResult,
  KeyStateResult,
  KeyStateResult,
];

/**
 * KMS Developer Guide, "Key states of AWS KMS keys". What AWS was seen to answer goes before what the page says:
 * - pending deletion: the page allows two exceptions for cryptographic and grant operations; only KMSInvalidStateException was seen;
 * - GetPublicKey of a key pending import: documented to work, seen to fail;
 * - GetKeyRotationStatus of a key pending import: documented as unsupported, seen to work.
 * ReEncrypt asks it of both keys, UpdatePrimaryRegion of both, UpdateAlias of the new target. EnableKey on an unavailable key changes nothing
 * until its store is back. The rows of Encapsulate and Decapsulate are inferred; the two rotation switches are for keys of origin AWS_KMS.
 */
// biome-ignore format: a table reads as a table
export const KEY_STATE_TABLE = {
  //                                    Enabled  Disabled  Pending-  Pending-   Pending- Unavail- Creating Updating
  //                                                       Deletion  Replica D. Import   able
  CancelKeyDeletion:                   [invalid, invalid,  ok,       ok,        invalid, invalid, invalid, invalid],
  CreateAlias:                         [ok,      ok,       invalid,  invalid,   ok,      ok,      ok,      ok],
  CreateGrant:                         [ok,      disabled, invalid,  invalid,   invalid, ok,      invalid, ok],
  Decapsulate:                         [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
  Decrypt:                             [ok,      disabled, invalid,  invalid,   invalid, invalid, invalid, ok],
  DeleteAlias:                         [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  DeleteImportedKeyMaterial:           [ok,      ok,       ok,       ok,        ok,      never,   invalid, invalid],
  DeriveSharedSecret:                  [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
  DescribeKey:                         [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  DisableKey:                          [ok,      ok,       invalid,  invalid,   invalid, ok,      invalid, invalid],
  DisableKeyRotation:                  [ok,      disabled, invalid,  invalid,   origin,  origin,  invalid, ok],
  EnableKey:                           [ok,      ok,       invalid,  invalid,   invalid, ok,      invalid, invalid],
  EnableKeyRotation:                   [ok,      disabled, invalid,  invalid,   origin,  origin,  invalid, ok],
  Encapsulate:                         [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
  Encrypt:                             [ok,      disabled, invalid,  invalid,   invalid, invalid, invalid, ok],
  GenerateDataKey:                     [ok,      disabled, invalid,  invalid,   invalid, invalid, invalid, ok],
  GenerateDataKeyPair:                 [ok,      disabled, invalid,  invalid,   invalid, origin,  invalid, ok],
  GenerateDataKeyPairWithoutPlaintext: [ok,      disabled, invalid,  invalid,   invalid, origin,  invalid, ok],
  GenerateDataKeyWithoutPlaintext:     [ok,      disabled, invalid,  invalid,   invalid, invalid, invalid, ok],
  GenerateMac:                         [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
  GetKeyLastUsage:                     [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  GetKeyPolicy:                        [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  GetKeyRotationStatus:                [ok,      ok,       ok,       ok,        ok,      origin,  ok,      ok],
  GetParametersForImport:              [ok,      ok,       invalid,  invalid,   ok,      origin,  invalid, invalid],
  GetPublicKey:                        [ok,      ok,       invalid,  invalid,   invalid, never,   invalid, ok],
  ImportKeyMaterial:                   [ok,      ok,       invalid,  invalid,   ok,      origin,  invalid, ok],
  ListGrants:                          [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  ListKeyPolicies:                     [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  ListKeyRotations:                    [ok,      ok,       ok,       ok,        ok,      origin,  ok,      ok],
  ListResourceTags:                    [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  PutKeyPolicy:                        [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  ReEncrypt:                           [ok,      disabled, invalid,  invalid,   invalid, invalid, invalid, ok],
  ReplicateKey:                        [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, invalid],
  RetireGrant:                         [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  RevokeGrant:                         [ok,      ok,       ok,       ok,        ok,      ok,      ok,      ok],
  RotateKeyOnDemand:                   [ok,      disabled, invalid,  invalid,   invalid, origin,  invalid, ok],
  ScheduleKeyDeletion:                 [ok,      ok,       invalid,  invalid,   ok,      ok,      ok,      invalid],
  Sign:                                [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
  TagResource:                         [ok,      ok,       invalid,  invalid,   ok,      ok,      ok,      ok],
  UntagResource:                       [ok,      ok,       invalid,  invalid,   ok,      ok,      ok,      ok],
  UpdateAlias:                         [ok,      ok,       invalid,  invalid,   ok,      ok,      ok,      ok],
  UpdateKeyDescription:                [ok,      ok,       invalid,  invalid,   ok,      ok,      ok,      ok],
  UpdatePrimaryRegion:                 [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
  Verify:                              [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
  VerifyMac:                           [ok,      disabled, invalid,  invalid,   invalid, never,   invalid, ok],
} as const satisfies Partial<Record<OperationName, Row>>;

/** The operations that check the state of a key. */
export type KeyOperationName = keyof typeof KEY_STATE_TABLE;

export function keyStateResult(operation: KeyOperationName, state: KeyState): KeyStateResult {
  const row: Row = KEY_STATE_TABLE[operation];
  return row[KEY_STATES.indexOf(state)] ?? "never";
}

/** How KMS words the state of a key in KMSInvalidStateException and DisabledException, after the key's ARN (recorded from AWS). */
// biome-ignore format: a table reads as a table
const WORDS = {
  Enabled:                "is enabled", // ours: no operation but CancelKeyDeletion refuses it, and that has words of its own
  Disabled:               "is disabled",
  PendingDeletion:        "is pending deletion",
  PendingReplicaDeletion: "is pending replica deletion",
  PendingImport:          "is pending import",
  Unavailable:            "is unavailable",
  Creating:               "is creating",
  Updating:               "is updating",
} as const satisfies Record<KeyState, string>;

/** The message of the exception that `keyStateResult` names. `key` is the key asked for. */
export function keyStateMessage(
  operation: KeyOperationName,
  state: KeyState,
  key: { readonly arn: string; readonly origin: string },
): string {
  if (keyStateResult(operation, state) === "UnsupportedOperationException") {
    return `${key.arn} origin is ${key.origin} which is not valid for this operation.`;
  }
  if (operation === "CancelKeyDeletion") return `${key.arn} is not pending deletion (or pending replica deletion).`;
  return `${key.arn} ${WORDS[state]}.`;
}

import { CONDITION_KEYS } from "./condition-keys.ts";
import { type GrantOperation, isGrantOperation } from "./grant-operations.ts";
import { lookup } from "./lookup.ts";

/** What a permission check is made on: a KMS key, an alias, or nothing in particular. */
export type ResourceKind = "key" | "alias" | "*";
export type AccessLevel = "Read" | "List" | "Write" | "Tagging" | "Permissions management";

/** One IAM action of KMS. There is no `kms:ReEncrypt`: the operation is checked twice, with two actions (rule kms.actions.re-encrypt). */
export type KmsAction = {
  readonly action: `kms:${ActionName}`;
  readonly resources: readonly ResourceKind[];
  /** Who can allow the check on a key. Checks on an alias or `*` are always for identity policies alone: see `authority`. */
  readonly policy: Authority;
  readonly crossAccount: boolean; // false: never effective on another account's resource, whatever policies say
  readonly accessLevel: AccessLevel;
  readonly grantOperation?: GrantOperation; // the word in a grant's Operations that allows this action
  readonly conditionKeys: readonly string[]; // what its checks carry beyond the keys common to all checks on a key; families end in ":" or "/"
};
/** `key-policy`: the key policy, or what it delegates to. `iam-only`: identity policies. `grant`: no policy without the grant (rule authz.no-key.identity-only, rule kms.revoke.permission). */
export type Authority = "key-policy" | "iam-only" | "grant";
export type ActionName = keyof typeof ROWS;

const key = ["key"] as const;
const star = ["*"] as const;
const aliasAndKey = ["alias", "key"] as const;
const keyAndStar = ["key", "*"] as const; // on `*` as the second check of CreateKey and ReplicateKey with Tags

type Row = readonly [readonly ResourceKind[], Authority, "anywhere" | "at home", AccessLevel];

/**
 * KMS Developer Guide, "AWS KMS permissions", by name; access levels as the Service Authorization Reference lists them, the first where it has two.
 * It does not list Encapsulate and Decapsulate yet: as Encrypt and Decrypt. "At home": only on resources of the caller's own account.
 */
// biome-ignore format: a table reads as a table
const ROWS = {
  CancelKeyDeletion:                   [key,         "key-policy", "at home",  "Write"],
  ConnectCustomKeyStore:               [star,        "iam-only",   "at home",  "Write"],
  CreateAlias:                         [aliasAndKey, "key-policy", "at home",  "Write"],
  CreateCustomKeyStore:                [star,        "iam-only",   "at home",  "Write"],
  CreateGrant:                         [key,         "key-policy", "anywhere", "Permissions management"],
  CreateKey:                           [star,        "iam-only",   "at home",  "Write"],
  Decapsulate:                         [key,         "key-policy", "anywhere", "Write"],
  Decrypt:                             [key,         "key-policy", "anywhere", "Write"],
  DeleteAlias:                         [aliasAndKey, "key-policy", "at home",  "Write"],
  DeleteCustomKeyStore:                [star,        "iam-only",   "at home",  "Write"],
  DeleteImportedKeyMaterial:           [key,         "key-policy", "at home",  "Write"],
  DeriveSharedSecret:                  [key,         "key-policy", "anywhere", "Write"],
  DescribeCustomKeyStores:             [star,        "iam-only",   "at home",  "Read"],
  DescribeKey:                         [key,         "key-policy", "anywhere", "Read"],
  DisableKey:                          [key,         "key-policy", "at home",  "Write"],
  DisableKeyRotation:                  [key,         "key-policy", "at home",  "Write"],
  DisconnectCustomKeyStore:            [star,        "iam-only",   "at home",  "Write"],
  EnableKey:                           [key,         "key-policy", "at home",  "Write"],
  EnableKeyRotation:                   [key,         "key-policy", "at home",  "Write"],
  Encapsulate:                         [key,         "key-policy", "anywhere", "Write"],
  Encrypt:                             [key,         "key-policy", "anywhere", "Write"],
  GenerateDataKey:                     [key,         "key-policy", "anywhere", "Write"],
  GenerateDataKeyPair:                 [key,         "key-policy", "anywhere", "Write"],
  GenerateDataKeyPairWithoutPlaintext: [key,         "key-policy", "anywhere", "Write"],
  GenerateDataKeyWithoutPlaintext:     [key,         "key-policy", "anywhere", "Write"],
  GenerateMac:                         [key,         "key-policy", "anywhere", "Write"],
  GenerateRandom:                      [star,        "iam-only",   "at home",  "Write"], // AWS: not applicable
  GetKeyLastUsage:                     [key,         "key-policy", "at home",  "Read"],
  GetKeyPolicy:                        [key,         "key-policy", "at home",  "Read"],
  GetKeyRotationStatus:                [key,         "key-policy", "anywhere", "Read"],
  GetParametersForImport:              [key,         "key-policy", "at home",  "Read"],
  GetPublicKey:                        [key,         "key-policy", "anywhere", "Read"],
  ImportKeyMaterial:                   [key,         "key-policy", "at home",  "Write"],
  ListAliases:                         [star,        "iam-only",   "at home",  "List"],
  ListGrants:                          [key,         "key-policy", "anywhere", "List"],
  ListKeyPolicies:                     [key,         "key-policy", "at home",  "List"],
  ListKeyRotations:                    [key,         "key-policy", "at home",  "List"],
  ListKeys:                            [star,        "iam-only",   "at home",  "List"],
  ListResourceTags:                    [key,         "key-policy", "at home",  "List"],
  ListRetirableGrants:                 [star,        "iam-only",   "at home",  "List"], // the grants it lists may be on foreign keys
  PutKeyPolicy:                        [key,         "key-policy", "at home",  "Permissions management"],
  ReEncryptFrom:                       [key,         "key-policy", "anywhere", "Write"],
  ReEncryptTo:                         [key,         "key-policy", "anywhere", "Write"],
  ReplicateKey:                        [key,         "key-policy", "at home",  "Write"],
  RetireGrant:                         [key,         "grant",      "anywhere", "Permissions management"],
  RevokeGrant:                         [key,         "key-policy", "anywhere", "Permissions management"],
  RotateKeyOnDemand:                   [key,         "key-policy", "at home",  "Write"],
  ScheduleKeyDeletion:                 [key,         "key-policy", "at home",  "Write"],
  Sign:                                [key,         "key-policy", "anywhere", "Write"],
  SynchronizeMultiRegionKey:           [key,         "key-policy", "at home",  "Write"], // no operation: for the service-linked role of KMS
  TagResource:                         [keyAndStar,  "key-policy", "at home",  "Tagging"],
  UntagResource:                       [key,         "key-policy", "at home",  "Tagging"],
  UpdateAlias:                         [aliasAndKey, "key-policy", "at home",  "Write"],
  UpdateCustomKeyStore:                [star,        "iam-only",   "at home",  "Write"],
  UpdateKeyDescription:                [key,         "key-policy", "at home",  "Write"],
  UpdatePrimaryRegion:                 [key,         "key-policy", "at home",  "Write"],
  Verify:                              [key,         "key-policy", "anywhere", "Write"],
  VerifyMac:                           [key,         "key-policy", "anywhere", "Write"],
} as const satisfies Record<string, Row>;

/** The condition keys whose rows name the action. */
const namedFor = (name: ActionName): readonly string[] =>
  CONDITION_KEYS.filter(({ availability }) => {
    if (availability.on === "any") return false;
    return (availability.on === "key" ? availability.also : availability.actions)?.includes(name);
  }).map((conditionKey) => conditionKey.name);

/** Every permission of KMS, by name. A grant operation is named as the action it allows (KMS Developer Guide, "Grant operations"). */
export const KMS_ACTIONS: readonly KmsAction[] = (Object.entries(ROWS) as [ActionName, Row][]).map(
  ([name, [resources, policy, reach, accessLevel]]) => ({
    action: `kms:${name}`,
    resources,
    policy,
    crossAccount: reach === "anywhere",
    accessLevel,
    ...(isGrantOperation(name) && { grantOperation: name }),
    conditionKeys: namedFor(name),
  }),
);

/** The action of this name, prefix included, in any case: `KMS:decrypt` is `kms:Decrypt`. No wildcards. */
export const kmsAction: (name: string) => KmsAction | undefined = lookup(KMS_ACTIONS, ({ action }) => action);

import { invariant } from "../base/invariant.ts";
import { type ActionName, type KmsAction, kmsAction, type ResourceKind } from "./actions.ts";
import type { GrantOperation } from "./grant-operations.ts";
import { KEY_ORIGINS, KEY_SPECS, type KeyOrigin, type KeySpec, type KeySpecRow, type KeyUsage } from "./key-specs.ts";

/** One operation of the KMS API, 2014-11-01. Authorized when every permission is; whether the key fits is asked after that. */
export type Operation = KeyFit & {
  readonly name: OperationName;
  readonly permissions: readonly Permission[];
  readonly crossAccount: boolean; // works on keys of other accounts
  readonly keyIdentifier?: KeyIdentifier; // absent where no member of the request names a key
  readonly grantOperations: readonly GrantOperation[]; // what grants must hold, all of it, to authorize the call; empty: no grant can
  readonly dryRun: boolean;
  readonly dryRunModifiers: boolean;
  readonly grantTokens: boolean; // a list of them; RetireGrant takes one, to name the grant
  readonly recipient: boolean; // an attestation document
  readonly readOnly: boolean; // as CloudTrail says it of the call
};

/** One check the operation must pass. */
export type Permission = {
  readonly action: KmsAction;
  readonly resource: ResourceKind;
  readonly from?: ResourceSource; // absent on `*`
  readonly onlyWith?: "Tags"; // made only when the request has this member
  readonly region?: "replica"; // made in the Region of the replica, not in that of the call
};

/** Where the resource of a check comes from: a member of the request, or what KMS finds by it. */
export type ResourceSource =
  | "KeyId"
  | "KeyId or CiphertextBlob" // a symmetric ciphertext names its key
  | "SourceKeyId or CiphertextBlob"
  | "DestinationKeyId"
  | "TargetKeyId"
  | "AliasName"
  | "target of AliasName" // the key the alias names before the call
  | "GrantToken or KeyId"
  | "KeyId in PrimaryRegion"; // the replica to be promoted, in its own Region

export type KeyIdentifier = { readonly members: readonly string[]; readonly accepts: readonly KeySpelling[] };
export type KeySpelling = "keyId" | "keyArn" | "aliasName" | "aliasArn";

/** Which keys the operation works on. An absent member means any, or that there is no key. */
export type KeyFit = {
  readonly keyUsages?: readonly KeyUsage[];
  readonly keySpecs?: readonly KeySpec[];
  readonly origins?: readonly KeyOrigin[];
};

export type OperationName = keyof typeof ROWS;

type Check = Omit<Permission, "action"> & { readonly action?: ActionName }; // without action: the one named as the operation
type Feature = "dryRun" | "dryRunModifiers" | "grantTokens" | "recipient";
type Row = readonly [readonly Check[], KeyIdentifier | undefined, KeyFit, readonly Feature[], "reads" | "writes"];

const keyFrom = (from: ResourceSource, action?: ActionName): Check => ({ resource: "key", from, ...(action && { action }) });
const key = [keyFrom("KeyId")];
const star: readonly Check[] = [{ resource: "*" }];
const alias: Check = { resource: "alias", from: "AliasName" };
const [oldTarget, newTarget] = [keyFrom("target of AliasName"), keyFrom("TargetKeyId")];
const tags: Check = { resource: "*", action: "TagResource", onlyWith: "Tags" };
const replica: readonly Check[] = [
  { resource: "*", action: "CreateKey", region: "replica" },
  { ...tags, region: "replica" },
];
const reEncrypt = [keyFrom("SourceKeyId or CiphertextBlob", "ReEncryptFrom"), keyFrom("DestinationKeyId", "ReEncryptTo")];

const byId: KeyIdentifier = { members: ["KeyId"], accepts: ["keyId", "keyArn"] };
const byAny: KeyIdentifier = { members: ["KeyId"], accepts: ["keyId", "keyArn", "aliasName", "aliasArn"] };
const target: KeyIdentifier = { ...byId, members: ["TargetKeyId"] };
const both: KeyIdentifier = { ...byAny, members: ["SourceKeyId", "DestinationKeyId"] };
const unnamed = undefined;

const fit = (keyUsages: readonly KeyUsage[], origins: readonly KeyOrigin[], fits: (row: KeySpecRow) => boolean = () => true): KeyFit => ({
  keyUsages,
  keySpecs: KEY_SPECS.filter((row) => row.usages.some((usage) => keyUsages.includes(usage)) && fits(row)).map(({ spec }) => spec),
  origins,
});
const isSymmetric = ({ spec }: KeySpecRow): boolean => spec === "SYMMETRIC_DEFAULT";
const inKms = ["AWS_KMS", "EXTERNAL"] as const; // not in a custom key store
const any: KeyFit = {};
const imported: KeyFit = { origins: ["EXTERNAL"] };
const encryption = fit(["ENCRYPT_DECRYPT"], KEY_ORIGINS);
const symmetric = fit(["ENCRYPT_DECRYPT"], KEY_ORIGINS, isSymmetric);
const symmetricInKms = fit(["ENCRYPT_DECRYPT"], inKms, isSymmetric);
const rotatable = fit(["ENCRYPT_DECRYPT"], ["AWS_KMS"], isSymmetric);
const signing = fit(["SIGN_VERIFY"], inKms);
const mac = fit(["GENERATE_VERIFY_MAC"], inKms);
const agreement = fit(["KEY_AGREEMENT"], inKms);
const kem = fit(["ENCAPSULATE_DECAPSULATE"], ["AWS_KMS"]);
const withPublicKey = fit(
  ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"],
  inKms,
  (row) => !isSymmetric(row),
);

const none = [] as const;
const dry = ["dryRun"] as const;
const token = ["grantTokens"] as const;
const dryToken = ["dryRun", "grantTokens"] as const;
const dryTokenModifiers = [...dryToken, "dryRunModifiers"] as const;
const dryTokenRecipient = [...dryToken, "recipient"] as const;
const everything = [...dryTokenModifiers, "recipient"] as const;

/** KMS API Reference, a line for a page; checks: KMS Developer Guide, "AWS KMS permissions". */
// biome-ignore format: a table reads as a table
const ROWS = {
  //                                   checks                                         key by   keys it is for  takes              CloudTrail
  CancelKeyDeletion:                   [key,                                          byId,    any,            none,              "writes"],
  ConnectCustomKeyStore:               [star,                                         unnamed, any,            none,              "writes"],
  CreateAlias:                         [[alias, newTarget],                           target,  any,            none,              "writes"],
  CreateCustomKeyStore:                [star,                                         unnamed, any,            none,              "writes"],
  CreateGrant:                         [key,                                          byId,    any,            dryToken,          "writes"],
  CreateKey:                           [[...star, tags],                              unnamed, any,            none,              "writes"],
  Decapsulate:                         [key,                                          byAny,   kem,            dryToken,          "reads"],
  Decrypt:                             [[keyFrom("KeyId or CiphertextBlob")],         byAny,   encryption,     everything,        "reads"],
  DeleteAlias:                         [[alias, oldTarget],                           unnamed, any,            none,              "writes"],
  DeleteCustomKeyStore:                [star,                                         unnamed, any,            none,              "writes"],
  DeleteImportedKeyMaterial:           [key,                                          byId,    imported,       none,              "writes"],
  DeriveSharedSecret:                  [key,                                          byAny,   agreement,      dryTokenRecipient, "reads"],
  DescribeCustomKeyStores:             [star,                                         unnamed, any,            none,              "reads"],
  DescribeKey:                         [key,                                          byAny,   any,            token,             "reads"],
  DisableKey:                          [key,                                          byId,    any,            none,              "writes"],
  DisableKeyRotation:                  [key,                                          byId,    rotatable,      none,              "writes"],
  DisconnectCustomKeyStore:            [star,                                         unnamed, any,            none,              "writes"],
  EnableKey:                           [key,                                          byId,    any,            none,              "writes"],
  EnableKeyRotation:                   [key,                                          byId,    rotatable,      none,              "writes"],
  Encapsulate:                         [key,                                          byAny,   kem,            dryToken,          "reads"],
  Encrypt:                             [key,                                          byAny,   encryption,     dryToken,          "reads"],
  GenerateDataKey:                     [key,                                          byAny,   symmetric,      dryTokenRecipient, "reads"],
  GenerateDataKeyPair:                 [key,                                          byAny,   symmetricInKms, dryTokenRecipient, "reads"],
  GenerateDataKeyPairWithoutPlaintext: [key,                                          byAny,   symmetricInKms, dryToken,          "reads"],
  GenerateDataKeyWithoutPlaintext:     [key,                                          byAny,   symmetric,      dryToken,          "reads"],
  GenerateMac:                         [key,                                          byAny,   mac,            dryToken,          "reads"],
  GenerateRandom:                      [star,                                         unnamed, any,            ["recipient"],     "reads"],
  GetKeyLastUsage:                     [key,                                          byId,    any,            none,              "reads"],
  GetKeyPolicy:                        [key,                                          byId,    any,            none,              "reads"],
  GetKeyRotationStatus:                [key,                                          byId,    any,            none,              "reads"],
  GetParametersForImport:              [key,                                          byId,    imported,       none,              "reads"],
  GetPublicKey:                        [key,                                          byAny,   withPublicKey,  token,             "reads"],
  ImportKeyMaterial:                   [key,                                          byId,    imported,       none,              "writes"],
  ListAliases:                         [star,                                         byId,    any,            none,              "reads"], // KeyId only narrows the list
  ListGrants:                          [key,                                          byId,    any,            none,              "reads"],
  ListKeyPolicies:                     [key,                                          byId,    any,            none,              "reads"],
  ListKeyRotations:                    [key,                                          byId,    any,            none,              "reads"],
  ListKeys:                            [star,                                         unnamed, any,            none,              "reads"],
  ListResourceTags:                    [key,                                          byId,    any,            none,              "reads"],
  ListRetirableGrants:                 [star,                                         unnamed, any,            none,              "reads"],
  PutKeyPolicy:                        [key,                                          byId,    any,            none,              "writes"],
  ReEncrypt:                           [reEncrypt,                                    both,    encryption,     dryTokenModifiers, "reads"],
  ReplicateKey:                        [[...key, ...replica],                         byId,    any,            none,              "writes"],
  RetireGrant:                         [[keyFrom("GrantToken or KeyId")],             byId,    any,            dry,               "writes"],
  RevokeGrant:                         [key,                                          byId,    any,            dry,               "writes"],
  RotateKeyOnDemand:                   [key,                                          byId,    symmetricInKms, none,              "writes"],
  ScheduleKeyDeletion:                 [key,                                          byId,    any,            none,              "writes"],
  Sign:                                [key,                                          byAny,   signing,        dryToken,          "reads"],
  TagResource:                         [key,                                          byId,    any,            none,              "writes"],
  UntagResource:                       [key,                                          byId,    any,            none,              "writes"],
  UpdateAlias:                         [[alias, oldTarget, newTarget],                target,  any,            none,              "writes"],
  UpdateCustomKeyStore:                [star,                                         unnamed, any,            none,              "writes"],
  UpdateKeyDescription:                [key,                                          byId,    any,            none,              "writes"],
  UpdatePrimaryRegion:                 [[...key, keyFrom("KeyId in PrimaryRegion")],  byId,    any,            none,              "writes"],
  Verify:                              [key,                                          byAny,   signing,        dryToken,          "reads"],
  VerifyMac:                           [key,                                          byAny,   mac,            dryToken,          "reads"],
} as const satisfies Partial<Record<ActionName | "ReEncrypt", Row>>;

/** Every operation, by name. What the table of actions says is not said again here: reach and grants follow from the checks. */
export const OPERATIONS: readonly Operation[] = (Object.entries(ROWS) as [OperationName, Row][]).map(
  ([name, [checks, keyIdentifier, keyFit, features, effect]]) => {
    const permissions = checks.map((check) => permission(check, name));
    const actions = permissions.map(({ action }) => action);
    return {
      name,
      permissions,
      crossAccount: actions.every(({ crossAccount }) => crossAccount),
      ...(keyIdentifier && { keyIdentifier }),
      grantOperations: actions.flatMap(({ grantOperation }) => grantOperation ?? []),
      ...keyFit,
      dryRun: features.includes("dryRun"),
      dryRunModifiers: features.includes("dryRunModifiers"),
      grantTokens: features.includes("grantTokens"),
      recipient: features.includes("recipient"),
      readOnly: effect === "reads",
    };
  },
);

function permission({ action: named, ...check }: Check, operation: OperationName): Permission {
  const action = kmsAction(`kms:${named ?? operation}`);
  invariant(action !== undefined, `operation ${operation} is checked with an action that has no row`);
  return { action, ...check };
}

const byName: ReadonlyMap<string, Operation> = new Map(OPERATIONS.map((row) => [row.name, row]));

/** The operation of this very name: the API minds case. */
export const operation = (name: string): Operation | undefined => byName.get(name);

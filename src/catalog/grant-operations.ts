import type { KeySpec, KeyUsage } from "./key-specs.ts";

/** The words a grant's Operations may hold, in the order of the API (KMS API Reference, CreateGrant). */
export const GRANT_OPERATIONS = [
  "Decrypt",
  "Encrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "ReEncryptFrom",
  "ReEncryptTo",
  "Sign",
  "Verify",
  "GetPublicKey",
  "CreateGrant",
  "RetireGrant",
  "DescribeKey",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "GenerateMac",
  "VerifyMac",
  "DeriveSharedSecret",
  "Encapsulate",
  "Decapsulate",
] as const;

export type GrantOperation = (typeof GRANT_OPERATIONS)[number];

const names: ReadonlySet<string> = new Set(GRANT_OPERATIONS);

/** Exact case: it is an enumeration of the API, not a policy. */
export const isGrantOperation = (name: string): name is GrantOperation => names.has(name);

const always = ["CreateGrant", "DescribeKey", "RetireGrant"] as const;
const encryption = ["Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo"] as const;
const dataKeys = [
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
] as const;

/**
 * KMS Developer Guide, "Grant operations". The row of MAC keys is in the order KMS was seen to print it; that of ENCAPSULATE_DECAPSULATE is
 * inferred: AWS has not documented it.
 */
// biome-ignore format: a table reads as a table
const BY_USAGE = {
  SIGN_VERIFY:             ["Sign", "Verify", "GetPublicKey", ...always],
  GENERATE_VERIFY_MAC:     ["CreateGrant", "RetireGrant", "DescribeKey", "GenerateMac", "VerifyMac"],
  KEY_AGREEMENT:           ["DeriveSharedSecret", "GetPublicKey", ...always],
  ENCAPSULATE_DECAPSULATE: ["Encapsulate", "Decapsulate", "GetPublicKey", ...always],
} as const satisfies Record<Exclude<KeyUsage, "ENCRYPT_DECRYPT">, readonly GrantOperation[]>;

const SYMMETRIC: readonly GrantOperation[] = [...encryption.slice(0, 2), ...dataKeys, ...encryption.slice(2), ...always];
const ASYMMETRIC_ENCRYPTION: readonly GrantOperation[] = [...encryption, "GetPublicKey", ...always];

/** What CreateGrant accepts in Operations for a key of this spec and usage. The spec matters only where keys encrypt. */
export function grantOperationsFor({ spec, usage }: { readonly spec: KeySpec; readonly usage: KeyUsage }): readonly GrantOperation[] {
  if (usage !== "ENCRYPT_DECRYPT") return BY_USAGE[usage];
  return spec === "SYMMETRIC_DEFAULT" ? SYMMETRIC : ASYMMETRIC_ENCRYPTION;
}

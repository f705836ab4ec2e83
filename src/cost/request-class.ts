import type { Prices, RequestClass } from "./prices.ts";

/** What a call is billed as; undefined for one that is free. `isAssumed`: the spec of the key is not known, and would say. */
export type Billed = { readonly class: RequestClass; readonly isAssumed: boolean };

const PAIRS = ["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext"];
const CRYPTOGRAPHIC: readonly string[] = ["Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"];
const ASYMMETRIC: readonly string[] = ["Sign", "Verify", "DeriveSharedSecret", "GetPublicKey", "Encapsulate", "Decapsulate"];

/** By the spec of the key; of a data key pair by that of the pair (AWS KMS pricing). */
export function billedAs(operation: string, spec: string | undefined, prices: Prices): Billed | undefined {
  if (prices.freeOperations.includes(operation)) return undefined;
  if (PAIRS.includes(operation))
    return { class: spec?.startsWith("RSA_") ? "dataKeyPairRsa" : "dataKeyPairEcc", isAssumed: spec === undefined };
  if (operation === "GenerateRandom") return { class: "random", isAssumed: false };
  if (operation === "GenerateMac" || operation === "VerifyMac") return { class: "hmac", isAssumed: false };
  const isAsymmetric =
    ASYMMETRIC.includes(operation) || (CRYPTOGRAPHIC.includes(operation) && spec !== undefined && spec !== "SYMMETRIC_DEFAULT");
  if (isAsymmetric) return { class: spec === "RSA_2048" ? "asymmetricRsa2048" : "asymmetricOther", isAssumed: spec === undefined };
  if (CRYPTOGRAPHIC.includes(operation)) return { class: "symmetric", isAssumed: false };
  return { class: "management", isAssumed: false };
}

/** The pool of calls a second that a call is counted in (KMS Developer Guide, "Request quotas"), and its default size; undefined where none is documented. */
export function poolOf(
  operation: string,
  spec: string | undefined,
  region: string,
): { readonly pool: string; readonly perSecond: number } | undefined {
  if (PAIRS.includes(operation)) {
    const size = spec === undefined ? undefined : (PAIR_POOLS[spec] ?? (spec.startsWith("ECC_") ? 100 : undefined));
    return size === undefined ? undefined : { pool: `${operation === PAIRS[0] ? PAIRS[0] : PAIRS[1]} ${spec}`, perSecond: size };
  }
  const own = OPERATION_POOLS[operation];
  if (own !== undefined) return { pool: operation, perSecond: own };
  if (ASYMMETRIC.includes(operation) || (spec !== undefined && spec !== "SYMMETRIC_DEFAULT" && CRYPTOGRAPHIC.includes(operation))) {
    const kind = spec?.startsWith("RSA_") ? "RSA keys" : spec?.startsWith("ML_DSA") ? "ML-DSA keys" : "ECC and SM2 keys";
    return spec === undefined ? undefined : { pool: kind, perSecond: 1000 };
  }
  if ([...CRYPTOGRAPHIC, "GenerateRandom", "GenerateMac", "VerifyMac"].includes(operation))
    return { pool: "symmetric cryptographic operations", perSecond: LARGE[region] ?? 10_000 };
  return undefined;
}

const PAIR_POOLS: Readonly<Record<string, number>> = { RSA_2048: 20, RSA_3072: 4, RSA_4096: 1, SM2: 25 };
const LARGE: Readonly<Record<string, number>> = {
  "us-east-1": 100_000,
  "us-west-2": 100_000,
  "eu-west-1": 100_000,
  "us-east-2": 20_000,
  "ap-southeast-1": 20_000,
  "ap-southeast-2": 20_000,
  "ap-northeast-1": 20_000,
  "eu-central-1": 20_000,
  "eu-west-2": 20_000,
};
// biome-ignore format: a table reads as a table
const OPERATION_POOLS: Readonly<Record<string, number>> = {
  GetKeyPolicy: 1000, GetKeyRotationStatus: 1000, GetPublicKey: 2000, ListAliases: 500, ListKeys: 500, ListGrants: 100, ListKeyPolicies: 100,
  ListKeyRotations: 100, CreateGrant: 50, CreateKey: 5, CreateAlias: 5, DeleteAlias: 15, CancelKeyDeletion: 5, ImportKeyMaterial: 15, GetParametersForImport: 0.25,
};

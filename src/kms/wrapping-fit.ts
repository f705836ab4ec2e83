import type { KeySpec } from "../catalog/key-specs.ts";
import { WRAPPING_ALGORITHMS, type WrappingAlgorithm } from "../crypto/import-wrapping.ts";
import type { RsaSpec } from "../crypto/key-spec.ts";

/** The members of GetParametersForImport, with what is in its model only. */
export const WRAPPING_KEY_SPECS = ["RSA_2048", "RSA_3072", "RSA_4096", "SM2"] as const;
export const WRAPPING_ALGORITHM_NAMES = [
  "RSAES_PKCS1_V1_5", // refused since 2023
  "RSAES_OAEP_SHA_1",
  "RSAES_OAEP_SHA_256",
  "RSA_AES_KEY_WRAP_SHA_1",
  "RSA_AES_KEY_WRAP_SHA_256",
  "SM2PKE", // China Regions
] as const;

export type Wrapping = { readonly algorithm: WrappingAlgorithm; readonly spec: RsaSpec };

/**
 * The wrapping, if material of a key of this spec can travel in it (KMS Developer Guide, "Select a wrapping key spec and wrapping algorithm"):
 *
 * - symmetric and HMAC material by OAEP itself, and not under an AES key (refused, observed);
 * - RSA private keys under an AES key only: they are longer than OAEP takes;
 * - other private keys either way, but P-521 and Ed25519 (observed) not by OAEP with RSA_2048.
 */
export function wrappingFor(keySpec: KeySpec, wanted: { readonly algorithm: string; readonly spec: string }): Wrapping | undefined {
  const { algorithm, spec } = wanted;
  if (!Object.hasOwn(WRAPPING_ALGORITHMS, algorithm) || !spec.startsWith("RSA_")) return undefined;
  const wrapping = { algorithm, spec } as Wrapping;
  const { aes } = WRAPPING_ALGORITHMS[wrapping.algorithm];
  if (keySpec === "SYMMETRIC_DEFAULT" || keySpec.startsWith("HMAC_")) return aes ? undefined : wrapping;
  if (keySpec.startsWith("RSA_")) return aes ? wrapping : undefined;
  if (!keySpec.startsWith("ECC_")) return undefined;
  return !aes && spec === "RSA_2048" && TOO_LONG.has(keySpec) ? undefined : wrapping;
}

const TOO_LONG: ReadonlySet<KeySpec> = new Set(["ECC_NIST_P521", "ECC_NIST_EDWARDS25519"]);

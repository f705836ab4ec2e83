import { fail, ok, type Result } from "../base/result.ts";
import type { KeyMaterial } from "./key-material.ts";
import type { RandomBytes, RsaEncryptionAlgorithm, RsaSpec } from "./key-spec.ts";
import { unwrapKey } from "./key-wrap.ts";
import { MODULUS_BITS } from "./rsa/key.ts";
import { decryptOaep } from "./rsa/oaep.ts";

/**
 * How key material travels into KMS (KMS API Reference, GetParametersForImport): by OAEP itself, or under a fresh AES-256 key (RFC 5649) which
 * travels by OAEP in front of it.
 */
// biome-ignore format: a table reads as a table
export const WRAPPING_ALGORITHMS = {
  RSAES_OAEP_SHA_1:       { oaep: "RSAES_OAEP_SHA_1",   aes: false },
  RSAES_OAEP_SHA_256:     { oaep: "RSAES_OAEP_SHA_256", aes: false },
  RSA_AES_KEY_WRAP_SHA_1:   { oaep: "RSAES_OAEP_SHA_1",   aes: true },
  RSA_AES_KEY_WRAP_SHA_256: { oaep: "RSAES_OAEP_SHA_256", aes: true },
} as const satisfies Record<string, { oaep: RsaEncryptionAlgorithm; aes: boolean }>;

export type WrappingAlgorithm = keyof typeof WRAPPING_ALGORITHMS;

const KEK_LENGTH = 32;

/**
 * The bytes inside, not yet parsed as material. Whatever is wrong has one error; a wrapping key that does not come out of its padding is
 * replaced by a random one and fails only at the next step, so the padding is no oracle.
 */
export function unwrapMaterial(parts: {
  readonly wrappingKey: KeyMaterial<RsaSpec>;
  readonly algorithm: WrappingAlgorithm;
  readonly wrapped: Uint8Array;
  readonly randomBytes: RandomBytes;
}): Result<Uint8Array, "invalid-ciphertext"> {
  const { wrappingKey, algorithm, wrapped, randomBytes } = parts;
  const { oaep, aes } = WRAPPING_ALGORITHMS[algorithm];
  if (!aes) return decryptOaep(wrappingKey, oaep, wrapped);
  const split = MODULUS_BITS[wrappingKey.spec] / 8;
  const instead = randomBytes(KEK_LENGTH);
  const opened = decryptOaep(wrappingKey, oaep, wrapped.subarray(0, split));
  const kek = opened.ok && opened.value.length === KEK_LENGTH ? opened.value : instead;
  const bytes = unwrapKey(kek, wrapped.subarray(split));
  return bytes ? ok(bytes) : fail("invalid-ciphertext");
}

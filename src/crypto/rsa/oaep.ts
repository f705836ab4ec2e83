import { constants, type KeyObject, privateDecrypt, publicEncrypt } from "node:crypto";
import { fail, ok, type Result } from "../../base/result.ts";
import type { KeyMaterial } from "../key-material.ts";
import type { RsaEncryptionAlgorithm, RsaSpec } from "../key-spec.ts";
import { importRsaPublic, MODULUS_BITS, rsaPrivateKeyObject, rsaPublicKeyObject } from "./key.ts";

/** RFC 8017, RSAES-OAEP; KMS uses one hash for the label and for MGF1. */
export const OAEP_HASH = { RSAES_OAEP_SHA_1: "sha1", RSAES_OAEP_SHA_256: "sha256" } as const satisfies Record<
  RsaEncryptionAlgorithm,
  string
>;
const HASH_LENGTH = { sha1: 20, sha256: 32 } as const;

/** Longest plaintext in bytes: modulus - 2 × hash - 2 (RFC 8017, 7.1.1). */
export const oaepLimit = (spec: RsaSpec, algorithm: RsaEncryptionAlgorithm): number =>
  MODULUS_BITS[spec] / 8 - 2 * HASH_LENGTH[OAEP_HASH[algorithm]] - 2;

export function encryptOaep(
  material: KeyMaterial<RsaSpec>,
  algorithm: RsaEncryptionAlgorithm,
  plaintext: Uint8Array,
): Result<Uint8Array, "plaintext-too-long"> {
  return oaep(material.spec, rsaPublicKeyObject(material), algorithm, plaintext);
}

/** The same for whoever has only the public key. */
export function encryptOaepTo(
  { spec, spki }: { readonly spec: RsaSpec; readonly spki: Uint8Array },
  algorithm: RsaEncryptionAlgorithm,
  plaintext: Uint8Array,
): Result<Uint8Array, "invalid-public-key" | "plaintext-too-long"> {
  const key = importRsaPublic(spec, spki);
  return key ? oaep(spec, key, algorithm, plaintext) : fail("invalid-public-key");
}

function oaep(
  spec: RsaSpec,
  key: KeyObject,
  algorithm: RsaEncryptionAlgorithm,
  plaintext: Uint8Array,
): Result<Uint8Array, "plaintext-too-long"> {
  if (plaintext.length > oaepLimit(spec, algorithm)) return fail("plaintext-too-long");
  return ok(Uint8Array.from(publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: OAEP_HASH[algorithm] }, plaintext)));
}

/** One error for whatever is wrong, so that padding is no oracle. */
export function decryptOaep(
  material: KeyMaterial<RsaSpec>,
  algorithm: RsaEncryptionAlgorithm,
  ciphertext: Uint8Array,
): Result<Uint8Array, "invalid-ciphertext"> {
  if (ciphertext.length !== MODULUS_BITS[material.spec] / 8) return fail("invalid-ciphertext");
  const options = { key: rsaPrivateKeyObject(material), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: OAEP_HASH[algorithm] };
  try {
    return ok(Uint8Array.from(privateDecrypt(options, ciphertext)));
  } catch {
    return fail("invalid-ciphertext");
  }
}

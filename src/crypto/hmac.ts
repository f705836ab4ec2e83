import { hash as digestOf } from "node:crypto";
import { type KeyMaterial, perMaterial } from "./key-material.ts";
import type { HmacSpec, MacAlgorithm, RandomBytes } from "./key-spec.ts";
import { plainBytes } from "./plain-bytes.ts";
import { sameBytes } from "./same-bytes.ts";

/** KMS Developer Guide, "HMAC keys": one algorithm a spec; MAC and generated key are as long as the digest. */
const HMACS = {
  HMAC_224: { algorithm: "HMAC_SHA_224", hash: "sha224", length: 28, block: 64 },
  HMAC_256: { algorithm: "HMAC_SHA_256", hash: "sha256", length: 32, block: 64 },
  HMAC_384: { algorithm: "HMAC_SHA_384", hash: "sha384", length: 48, block: 128 },
  HMAC_512: { algorithm: "HMAC_SHA_512", hash: "sha512", length: 64, block: 128 },
} as const satisfies Record<HmacSpec, { algorithm: MacAlgorithm; hash: string; length: number; block: number }>;

/** Imported keys may be longer than the digest, up to the largest block (KMS Developer Guide, "Importing key material"). */
const LONGEST_KEY = 128;

export const macAlgorithmOf = (spec: HmacSpec): MacAlgorithm => HMACS[spec].algorithm;

export const generateHmacKey = (spec: HmacSpec, randomBytes: RandomBytes): Uint8Array => randomBytes(HMACS[spec].length);

export const parseHmacKey = (spec: HmacSpec, bytes: Uint8Array): Uint8Array | undefined =>
  bytes.length >= HMACS[spec].length && bytes.length <= LONGEST_KEY ? bytes : undefined;

/**
 * RFC 2104, with the spec's hash: `H(K ^ opad, H(K ^ ipad, message))`. Two hashes at one stroke each take half of the time that Node needs to make an
 * object for an HMAC, use it once and collect it.
 */
export function computeHmac(material: KeyMaterial<HmacSpec>, message: Uint8Array): Uint8Array {
  const { hash, block } = HMACS[material.spec];
  const { inner, outer } = padsOf(material);
  const size = block + message.length;
  const text = size <= WORK.length ? WORK.subarray(0, size) : new Uint8Array(size);
  text.set(inner, 0);
  text.set(message, block);
  outer.set(digestOf(hash, text, "buffer"), block);
  text.fill(0, 0, block);
  return plainBytes(digestOf(hash, outer, "buffer"));
}

/** Where a padded key stands before the message while it is hashed, and not longer. */
const WORK = new Uint8Array(128 + 4096);

export const isHmac = (material: KeyMaterial<HmacSpec>, message: Uint8Array, mac: Uint8Array): boolean =>
  sameBytes(computeHmac(material, message), mac);

/** The key as long as a block of the hash, with either pad; behind the outer one is the place for the inner hash. */
const padsOf = perMaterial((bytes, spec: HmacSpec) => {
  const { hash, block, length } = HMACS[spec];
  const key = bytes.length > block ? digestOf(hash, bytes, "buffer") : bytes;
  const inner = new Uint8Array(block);
  const outer = new Uint8Array(block + length);
  for (let i = 0; i < block; i++) {
    inner[i] = (key[i] ?? 0) ^ 0x36;
    outer[i] = (key[i] ?? 0) ^ 0x5c;
  }
  return { inner, outer };
});

import { createHash } from "node:crypto";
import { concatBytes } from "@noble/hashes/utils.js";
import type { HashName } from "../key-spec.ts";
import { sameBytes } from "../same-bytes.ts";

const TRAILER = 0xbc;

/**
 * The encoded message of RSASSA-PSS over a digest, as long as the modulus (whose bit length is a multiple of 8), its top bit clear.
 * Hash, MGF1 hash and salt length are those of the digest. Source: RFC 8017, 9.1.1.
 */
export function encodePss(parts: { digest: Uint8Array; salt: Uint8Array; hash: HashName; length: number }): Uint8Array {
  const { digest, salt, hash, length } = parts;
  const seal = sealOf(hash, digest, salt);
  const data = new Uint8Array(length - seal.length - 1);
  data[data.length - salt.length - 1] = 1;
  data.set(salt, data.length - salt.length);
  const masked = xor(data, maskOf(hash, seal, data.length));
  masked[0]! &= 0x7f;
  return concatBytes(masked, seal, Uint8Array.of(TRAILER));
}

/** Whether `encoded` is such a message for this digest, every padding byte checked. Source: RFC 8017, 9.1.2. */
export function isPssOf(encoded: Uint8Array, { digest, hash }: { digest: Uint8Array; hash: HashName }): boolean {
  const maskedLength = encoded.length - digest.length - 1;
  const saltAt = maskedLength - digest.length;
  if (saltAt < 1 || encoded.at(-1) !== TRAILER || encoded[0]! > 0x7f) return false;
  const seal = encoded.subarray(maskedLength, -1);
  const data = xor(encoded.subarray(0, maskedLength), maskOf(hash, seal, maskedLength));
  data[0]! &= 0x7f;
  const padding = data.subarray(0, saltAt - 1).every((byte) => byte === 0) && data[saltAt - 1] === 1;
  return padding && sameBytes(seal, sealOf(hash, digest, data.subarray(saltAt)));
}

const sealOf = (hash: HashName, digest: Uint8Array, salt: Uint8Array) =>
  Uint8Array.from(createHash(hash).update(new Uint8Array(8)).update(digest).update(salt).digest());

/** MGF1, RFC 8017 B.2.1. */
function maskOf(hash: HashName, seed: Uint8Array, length: number): Uint8Array {
  const mask = new Uint8Array(length + seed.length);
  for (let counter = 0, at = 0; at < length; counter++, at += seed.length) {
    mask.set(
      createHash(hash)
        .update(seed)
        .update(Uint8Array.of(0, 0, counter >> 8, counter & 0xff))
        .digest(),
      at,
    );
  }
  return mask.subarray(0, length);
}

const xor = (a: Uint8Array, b: Uint8Array) => a.map((byte, i) => byte ^ b[i]!);

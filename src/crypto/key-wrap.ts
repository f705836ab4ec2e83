import { createDecipheriv } from "node:crypto";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";

const INITIAL_VALUE = hexToBytes("a65959a6");

/**
 * Opens an AES key wrap with padding (RFC 5649; NIST SP 800-38F, KWP). Key-encryption key: 16, 24 or 32 bytes. Undefined for anything not wrapped under
 * this key.
 */
export function unwrapKey(kek: Uint8Array, wrapped: Uint8Array): Uint8Array | undefined {
  if (wrapped.length < 16 || wrapped.length % 8 !== 0) return undefined;
  try {
    const decipher = createDecipheriv(cipherName(kek), kek, INITIAL_VALUE);
    return concatBytes(decipher.update(wrapped), decipher.final());
  } catch {
    return undefined;
  }
}

const cipherName = (kek: Uint8Array) => `id-aes${8 * kek.length}-wrap-pad`;

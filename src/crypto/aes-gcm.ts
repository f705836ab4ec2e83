import { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto";
import { invariant } from "../base/invariant.ts";
import { plainBytes } from "./plain-bytes.ts";

export const XAES_NONCE_LENGTH = 24;
export const GCM_TAG_LENGTH = 16;

/** GCM takes shorter tags unless told their length: on some Node versions down to 4 bytes. */
const TAG = { authTagLength: GCM_TAG_LENGTH } as const;

/**
 * XAES-256-GCM: AES-256-GCM under a key derived from the first half of a 24-byte nonce, so nonces can be drawn at random (2^80 messages).
 *
 * - Key 32 bytes, nonce 24, tag 16 at the end of the ciphertext.
 * - `open` answers undefined for anything not sealed with this key, nonce and AAD; nothing unauthenticated leaves it.
 * - Source: C2SP, XAES-256-GCM.
 */
export class Xaes256Gcm {
  readonly #ecb: ReturnType<typeof createCipheriv>; // kept for the life of the key: without padding each block comes out at once
  readonly #counters: Uint8Array; // the two CMAC blocks of the derivation, with the subkey mixed in
  readonly #blocks = new Uint8Array(32); // where the nonce is mixed into them
  readonly #iv = new Uint8Array(12); // the second half of the nonce, while Node takes it over
  readonly #tag = new Uint8Array(GCM_TAG_LENGTH); // and the tag

  constructor(key: Uint8Array) {
    invariant(key.length === 32, "an XAES-256-GCM key has 32 bytes");
    this.#ecb = createCipheriv("aes-256-ecb", createSecretKey(key), null).setAutoPadding(false);
    const subkey = doubled(this.#ecb.update(new Uint8Array(16)));
    this.#counters = new Uint8Array(32);
    for (const [block, counter] of [0, 1].entries()) {
      this.#counters.set([0, counter + 1, 0x58, 0], 16 * block);
      for (let i = 0; i < 16; i++) this.#counters[16 * block + i]! ^= subkey[i]!;
    }
  }

  /** Ciphertext and tag, `plaintext.length + 16` bytes. */
  seal(nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
    const out = new Uint8Array(plaintext.length + GCM_TAG_LENGTH);
    this.sealInto(out, 0, nonce, aad, plaintext);
    return out;
  }

  /** The same, written to its place in a larger whole. */
  sealInto(out: Uint8Array, at: number, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): void {
    invariant(nonce.length === XAES_NONCE_LENGTH, "an XAES-256-GCM nonce has 24 bytes");
    const cipher = createCipheriv("aes-256-gcm", this.#messageKey(nonce, 0), this.#iv, TAG).setAAD(aad);
    out.set(cipher.update(plaintext), at);
    cipher.final();
    out.set(cipher.getAuthTag(), at + plaintext.length);
  }

  open(nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    if (sealed.length < GCM_TAG_LENGTH) return undefined;
    invariant(nonce.length === XAES_NONCE_LENGTH, "an XAES-256-GCM nonce has 24 bytes");
    return this.openFrom(nonce, 0, aad, sealed, 0);
  }

  /** The same where nonce and ciphertext begin at places of larger wholes; the ciphertext goes to the end of its own. */
  openFrom(nonces: Uint8Array, nonceAt: number, aad: Uint8Array, bytes: Uint8Array, at: number): Uint8Array | undefined {
    const end = bytes.length - GCM_TAG_LENGTH;
    if (end < at) return undefined;
    const decipher = createDecipheriv("aes-256-gcm", this.#messageKey(nonces, nonceAt), this.#iv, TAG);
    for (let i = 0; i < GCM_TAG_LENGTH; i++) this.#tag[i] = bytes[end + i]!;
    decipher.setAAD(aad).setAuthTag(this.#tag);
    const plaintext = plainBytes(decipher.update(bytes.subarray(at, end)));
    try {
      decipher.final(); // throws unless the tag is right; until then the plaintext is anyone's
    } catch {
      return undefined;
    }
    return plaintext;
  }

  /** And puts the second half of the nonce in its place. */
  #messageKey(nonces: Uint8Array, at: number) {
    invariant(nonces.length >= at + XAES_NONCE_LENGTH, "an XAES-256-GCM nonce has 24 bytes");
    const [blocks, iv] = [this.#blocks, this.#iv];
    blocks.set(this.#counters);
    for (let i = 0; i < 12; i++) {
      const byte = nonces[at + i]!;
      blocks[4 + i]! ^= byte;
      blocks[20 + i]! ^= byte;
      iv[i] = nonces[at + 12 + i]!;
    }
    return createSecretKey(this.#ecb.update(blocks));
  }
}

/** Multiplication by x in GF(2^128), big-endian, as CMAC derives its first subkey (NIST SP 800-38B, 6.1). */
function doubled(block: Uint8Array): Uint8Array {
  const out = new Uint8Array(16);
  for (let i = 0; i < 16; i++) out[i] = (block[i]! << 1) | ((block[i + 1] ?? 0) >> 7);
  if (block[0]! & 0x80) out[15]! ^= 0x87;
  return out;
}

import { hash } from "node:crypto";

const BLOCK = 64; // bytes
const LONGEST = 512; // characters of a text for which there is a place already

/**
 * HMAC-SHA-256 with one key, of many short texts (RFC 2104): the key is mixed into both of its blocks once, and each text then costs two hashes. The
 * objects that `createHmac` makes for each cost more than that, and the collector as much again.
 */
export class HmacSha256 {
  readonly #inner = Buffer.alloc(BLOCK + LONGEST); // the first block, and a place for a text
  readonly #outer = Buffer.alloc(BLOCK + 32);

  constructor(key: Uint8Array) {
    const short = key.length > BLOCK ? hash("sha256", key, "buffer") : key;
    for (let i = 0; i < BLOCK; i++) {
      const byte = short[i] ?? 0;
      this.#inner[i] = byte ^ 0x36;
      this.#outer[i] = byte ^ 0x5c;
    }
  }

  /** In hexadecimal, lower case. A character of `text` is a byte: none is beyond U+00FF. */
  hex(text: string): string {
    const { length } = text;
    const whole = length <= LONGEST ? this.#inner : Buffer.concat([this.#inner.subarray(0, BLOCK)], BLOCK + length);
    whole.write(text, BLOCK, "latin1");
    this.#outer.write(hash("sha256", whole.subarray(0, BLOCK + length), "binary"), BLOCK, "latin1");
    return hash("sha256", this.#outer, "hex");
  }
}

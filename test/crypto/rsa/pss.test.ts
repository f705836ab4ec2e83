import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodePss, isPssOf } from "../../../src/crypto/rsa/pss.ts";
import { damaged } from "../bytes.ts";

describe.each(["sha256", "sha384", "sha512"] as const)("the PSS encoding over %s", (hash) => {
  const digest = Uint8Array.from(createHash(hash).update("an invoice").digest());
  const encoded = encodePss({ digest, salt: new Uint8Array(digest.length).fill(7), hash, length: 256 });

  it("is as long as the modulus, below it, and recognised", () => {
    expect([encoded.length, encoded[0]! >> 7, encoded.at(-1)]).toEqual([256, 0, 0xbc]);
    expect(isPssOf(encoded, { digest, hash })).toBe(true);
  });

  it("is refused with any bit changed: padding, separator, salt, hash, trailer", () => {
    for (const other of damaged(encoded)) expect(isPssOf(other, { digest, hash })).toBe(false);
    expect(isPssOf(encoded, { digest: digest.map((byte) => byte ^ 1), hash })).toBe(false);
  });

  it("is refused with a salt of another length", () => {
    for (const length of [0, digest.length - 1, digest.length + 1]) {
      expect(isPssOf(encodePss({ digest, salt: new Uint8Array(length).fill(7), hash, length: 256 }), { digest, hash })).toBe(false);
    }
  });
});

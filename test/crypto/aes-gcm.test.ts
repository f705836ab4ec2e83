import { cmac, gcm } from "@noble/ciphers/aes.js";
import { shake128 } from "@noble/hashes/sha3.js";
import { describe, expect, it } from "vitest";
import { Xaes256Gcm } from "../../src/crypto/aes-gcm.ts";
import { damaged, hex, toHex, utf8, vectors } from "./bytes.ts";

type Vector = { name: string; key: string; nonce: string; plaintext: string; aad: string; sealed: string };
const published = vectors<{ vectors: Vector[]; accumulated: { iterations: number; digest: string } }>("xaes-256-gcm");

/** The definition: a CMAC key derivation, then GCM, with an AES that is not OpenSSL's. */
function byDefinition(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const half = (counter: number) => cmac(Uint8Array.of(0, counter, 0x58, 0, ...nonce.subarray(0, 12)), key);
  return gcm(Uint8Array.of(...half(1), ...half(2)), nonce.slice(12), aad).encrypt(plaintext);
}

describe("XAES-256-GCM", () => {
  it.each(published.vectors)("seals and opens the published vector: $name", ({ key, nonce, plaintext, aad, sealed }) => {
    const cipher = new Xaes256Gcm(hex(key));
    expect(toHex(cipher.seal(hex(nonce), hex(aad), hex(plaintext)))).toBe(sealed);
    expect(toHex(byDefinition(hex(key), hex(nonce), hex(aad), hex(plaintext)))).toBe(sealed);
    expect(cipher.open(hex(nonce), hex(aad), hex(sealed))).toEqual(hex(plaintext));
  });

  it("accumulates to the published digest over 10,000 random cases", () => {
    const stream = shake128.create({});
    const collected = shake128.create({});
    const sized = () => stream.xof(stream.xof(1)[0]!);
    for (let i = 0; i < published.accumulated.iterations; i++) {
      const [key, nonce, plaintext, aad] = [stream.xof(32), stream.xof(24), sized(), sized()];
      collected.update(new Xaes256Gcm(key).seal(nonce, aad, plaintext));
    }
    expect(toHex(collected.xof(32))).toBe(published.accumulated.digest);
  });

  const cipher = new Xaes256Gcm(new Uint8Array(32).fill(7));
  const [nonce, aad] = [new Uint8Array(24).fill(9), utf8("bound")];
  const sealed = cipher.seal(nonce, aad, utf8("plain"));

  it("opens nothing that was changed in any bit, cut or extended", () => {
    for (const other of damaged(sealed)) expect(cipher.open(nonce, aad, other)).toBeUndefined();
    for (const other of damaged(nonce)) if (other.length === 24) expect(cipher.open(other, aad, sealed)).toBeUndefined();
    for (const other of damaged(aad)) expect(cipher.open(nonce, other, sealed)).toBeUndefined();
    expect(new Xaes256Gcm(new Uint8Array(32).fill(8)).open(nonce, aad, sealed)).toBeUndefined();
  });

  it("takes no tag shorter than 16 bytes (node:crypto trap 3)", () => {
    for (const length of [4, 8, 12, 13, 14, 15]) expect(cipher.open(nonce, aad, sealed.slice(0, 5 + length))).toBeUndefined();
  });

  it("gives the same answer however often a cipher is used", () => {
    for (let i = 0; i < 3; i++) expect(cipher.seal(nonce, aad, utf8("plain"))).toEqual(sealed);
  });
});

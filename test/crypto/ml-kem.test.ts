import { ml_kem512, ml_kem768, ml_kem1024 } from "@noble/post-quantum/ml-kem.js";
import { describe, expect, it } from "vitest";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import { hasNativeMlKem } from "../../src/crypto/native-lattice.ts";
import { decapsulate, encapsulate, publicKeyOf } from "../../src/crypto/perform.ts";
import { readSpki } from "../../src/crypto/spki.ts";
import { hex, toHex, utf8 } from "./bytes.ts";
import { freshMaterial, must, randomBytes } from "./materials.ts";

describe.each([
  ["ML_KEM_512", 768, ml_kem512],
  ["ML_KEM_768", 1088, ml_kem768],
  ["ML_KEM_1024", 1568, ml_kem1024],
] as const)("%s", (spec, length, noble) => {
  const material = freshMaterial(spec);
  const spki = must(publicKeyOf(material));
  const { ciphertext, sharedSecret } = must(encapsulate({ spec, spki }, randomBytes));

  it("gives both sides the same 32 bytes", () => {
    expect([ciphertext.length, sharedSecret.length]).toEqual([length, 32]);
    expect(must(decapsulate(material, ciphertext))).toEqual(sharedSecret);
  });

  it("gives bytes that have nothing behind them", () => {
    const opened = must(decapsulate(material, ciphertext));
    for (const bytes of [opened, sharedSecret, ciphertext]) expect(bytes.buffer.byteLength).toBe(bytes.length);
  });

  it("gives another secret for a damaged ciphertext, always the same one (implicit rejection)", () => {
    for (const at of [0, length >> 1, length - 1]) {
      const other = ciphertext.map((byte, i) => (i === at ? byte ^ 1 : byte));
      const secret = must(decapsulate(material, other));
      expect(secret).not.toEqual(sharedSecret);
      expect(must(decapsulate(material, other))).toEqual(secret);
    }
  });

  it("gives another key another secret, and refuses other lengths", () => {
    expect(must(decapsulate(freshMaterial(spec), ciphertext))).not.toEqual(sharedSecret);
    for (const other of [hex(""), ciphertext.subarray(1), Uint8Array.of(...ciphertext, 0)]) {
      expect(decapsulate(material, other)).toEqual({ ok: false, error: "invalid-ciphertext" });
    }
  });

  it("agrees with the other implementation, where Node has its own", () => {
    const seed = dangerouslyExportMaterial(material).slice(-64);
    const { secretKey, publicKey } = noble.keygen(seed);
    expect(readSpki(spec, spki)).toEqual(publicKey);
    expect(noble.decapsulate(ciphertext, secretKey)).toEqual(sharedSecret);
    const theirs = noble.encapsulate(publicKey);
    expect(must(decapsulate(material, theirs.cipherText))).toEqual(theirs.sharedSecret);
  });

  it("takes its randomness from the caller, where noble does the work", () => {
    const [one, other] = [1, 2].map(() => toHex(must(encapsulate({ spec, spki }, (n) => new Uint8Array(n).fill(3))).ciphertext));
    expect(one === other).toBe(!hasNativeMlKem());
  });
});

it("keys that encapsulate nothing say so", () => {
  const spki = must(publicKeyOf(freshMaterial("ECC_NIST_P256")));
  expect(encapsulate({ spec: "ECC_NIST_P256", spki }, randomBytes)).toEqual({ ok: false, error: "unsupported-operation" });
  expect(encapsulate({ spec: "SM2", spki }, randomBytes)).toEqual({ ok: false, error: "unsupported-key-spec" });
  expect(decapsulate(freshMaterial("ECC_NIST_P256"), utf8("x"))).toEqual({ ok: false, error: "unsupported-operation" });
});

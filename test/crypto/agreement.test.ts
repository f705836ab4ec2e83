import { createHash } from "node:crypto";
import { ml_kem512, ml_kem768, ml_kem1024 } from "@noble/post-quantum/ml-kem.js";
import { describe, expect, it } from "vitest";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { NistCurveSpec } from "../../src/crypto/key-spec.ts";
import { hasNativeMlKem } from "../../src/crypto/native-lattice.ts";
import { decapsulate, deriveSharedSecret, encapsulate, importMaterial, publicKeyOf } from "../../src/crypto/perform.ts";
import { readSpki, writeSpki } from "../../src/crypto/spki.ts";
import { hex, toHex, utf8, vectors } from "./bytes.ts";
import { freshMaterial, must, randomBytes } from "./materials.ts";

const CURVES = [
  ["ECC_NIST_P256", 32],
  ["ECC_NIST_P384", 48],
  ["ECC_NIST_P521", 66],
] as const;

describe("ECDH", () => {
  type Vector = { name: string; spec: NistCurveSpec; privateKey: string; peerPoint: string; sharedSecret: string };

  it.each(vectors<{ vectors: Vector[] }>("ecdh").vectors)(
    "gives the published secret: $name",
    ({ spec, privateKey, peerPoint, sharedSecret }) => {
      const pkcs8 = hex(`3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420${privateKey}`);
      const material = must(importMaterial({ spec, keyId: "k", bytes: pkcs8 }));
      expect(toHex(must(deriveSharedSecret(material, writeSpki(spec, hex(peerPoint)))))).toBe(sharedSecret);
    },
  );

  it.each(CURVES)("on %s gives both sides the same %i bytes", (spec, length) => {
    const [a, b] = [freshMaterial(spec), freshMaterial(spec)];
    const secret = must(deriveSharedSecret(a, must(publicKeyOf(b))));
    expect(secret).toHaveLength(length);
    expect(must(deriveSharedSecret(b, must(publicKeyOf(a))))).toEqual(secret);
  });

  it("refuses a peer on another curve, and keys that agree on nothing", () => {
    const peer = must(publicKeyOf(freshMaterial("ECC_SECG_P256K1")));
    expect(deriveSharedSecret(freshMaterial("ECC_NIST_P256"), peer)).toEqual({ ok: false, error: "invalid-public-key" });
    for (const spec of ["ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519", "RSA_2048", "HMAC_256"] as const) {
      expect(deriveSharedSecret(freshMaterial(spec), peer)).toEqual({ ok: false, error: "unsupported-operation" });
    }
  });
});

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

describe("keys made from a seed", () => {
  type Vector = { spec: "ML_DSA_44" | "ML_KEM_512"; seed: string; publicKeySha256: string; publicKeyLength: number };
  it.each(vectors<{ vectors: Vector[] }>("lattice-keys").vectors)("$spec", ({ spec, seed, publicKeySha256, publicKeyLength }) => {
    const bytes = hex(seed);
    const algorithm = must(publicKeyOf(freshMaterial(spec))).slice(4, 17);
    const inner = Uint8Array.of(0x80, bytes.length, ...bytes);
    const body = Uint8Array.of(2, 1, 0, ...algorithm, 4, inner.length, ...inner);
    const material = must(importMaterial({ spec, keyId: "k", bytes: Uint8Array.of(0x30, body.length, ...body) }));
    const key = readSpki(spec, must(publicKeyOf(material)))!;
    expect([key.length, createHash("sha256").update(key).digest("hex")]).toEqual([publicKeyLength, publicKeySha256]);
  });
});

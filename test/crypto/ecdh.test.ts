import { describe, expect, it } from "vitest";
import type { NistCurveSpec } from "../../src/crypto/key-spec.ts";
import { deriveSharedSecret, importMaterial, publicKeyOf } from "../../src/crypto/perform.ts";
import { writeSpki } from "../../src/crypto/spki.ts";
import { hex, toHex, vectors } from "./bytes.ts";
import { freshMaterial, must } from "./materials.ts";

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

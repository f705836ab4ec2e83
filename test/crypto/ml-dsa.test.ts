import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import { publicKeyOf, sign, verifyWithPublicKey } from "../../src/crypto/perform.ts";
import { utf8 } from "./bytes.ts";
import { freshMaterial, must, randomBytes } from "./materials.ts";

const message = utf8("an invoice");
const _digestOf = (hash: string) => Uint8Array.from(createHash(hash).update(message).digest());

describe("ML-DSA", () => {
  it("signs mu itself, not a message of 64 bytes (trap 8)", () => {
    const material = freshMaterial("ML_DSA_44");
    const spki = must(publicKeyOf(material));
    const mu = new Uint8Array(64).fill(5);
    const input = { algorithm: "ML_DSA_SHAKE_256", message: mu } as const;
    const signature = must(sign(material, { ...input, messageType: "EXTERNAL_MU" }, randomBytes));
    expect(verifyWithPublicKey({ spec: "ML_DSA_44", spki, ...input, messageType: "EXTERNAL_MU", signature }).ok).toBe(true);
    expect(verifyWithPublicKey({ spec: "ML_DSA_44", spki, ...input, messageType: "RAW", signature }).ok).toBe(false);
  });

  it("keeps the seed only, and writes its PKCS #8 itself (trap 9)", () => {
    for (const [spec, length] of [
      ["ML_DSA_44", 54],
      ["ML_DSA_65", 54],
      ["ML_DSA_87", 54],
      ["ML_KEM_512", 86],
      ["ML_KEM_768", 86],
      ["ML_KEM_1024", 86],
    ] as const) {
      expect(dangerouslyExportMaterial(freshMaterial(spec))).toHaveLength(length);
    }
  });
});

import { constants, generateKeyPairSync, publicEncrypt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { unwrapMaterial, WRAPPING_ALGORITHMS, type WrappingAlgorithm } from "../../src/crypto/import-wrapping.ts";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { KeySpec } from "../../src/crypto/key-spec.ts";
import { importMaterial, publicKeyOf } from "../../src/crypto/perform.ts";
import { importRsaPublic } from "../../src/crypto/rsa/key.ts";
import { hex } from "./bytes.ts";
import { freshMaterial, must, randomBytes } from "./materials.ts";
import { wrapKey, wrapMaterial } from "./wrap-material.ts";

const wrappingKey = freshMaterial("RSA_2048", "wrapping");
const spki = must(publicKeyOf(wrappingKey));
const wrap = (algorithm: WrappingAlgorithm, bytes: Uint8Array) => wrapMaterial({ spki, algorithm, bytes });
const unwrap = (algorithm: WrappingAlgorithm, wrapped: Uint8Array) => unwrapMaterial({ wrappingKey, algorithm, wrapped, randomBytes });
const INVALID = { ok: false, error: "invalid-ciphertext" };

describe.each(Object.keys(WRAPPING_ALGORITHMS) as WrappingAlgorithm[])("import under %s", (algorithm) => {
  const { aes } = WRAPPING_ALGORITHMS[algorithm];

  it.each(["SYMMETRIC_DEFAULT", "HMAC_512", "ECC_NIST_P256", "ECC_SECG_P256K1", "RSA_2048", "RSA_4096"] as const)(
    "carries %s, if it fits",
    (spec: KeySpec) => {
      const material = freshMaterial(spec);
      const bytes = dangerouslyExportMaterial(material);
      if (!aes && bytes.length > (algorithm === "RSAES_OAEP_SHA_1" ? 214 : 190)) return; // OAEP alone cannot carry it (RFC 8017, 7.1.1)
      const unwrapped = must(unwrap(algorithm, wrap(algorithm, bytes)));
      expect(must(importMaterial({ spec, keyId: "k1", bytes: unwrapped })).id).toBe(material.id);
    },
  );

  it("refuses damage in any part, other lengths and another wrapping algorithm, in one word", () => {
    const wrapped = wrap(algorithm, new Uint8Array(32).fill(7));
    const flipped = [...wrapped.keys()]
      .filter((at) => at % 16 === 0 || at >= 250)
      .map((at) => wrapped.map((byte, i) => (i === at ? byte ^ 1 : byte)));
    const lengths = [
      hex(""),
      wrapped.subarray(0, 255),
      wrapped.subarray(0, -1),
      wrapped.subarray(8),
      Uint8Array.of(...wrapped, 0),
      Uint8Array.of(...wrapped, ...new Uint8Array(8)),
    ];
    for (const other of [...flipped, ...lengths]) expect(unwrap(algorithm, other)).toEqual(INVALID);
    for (const other of Object.keys(WRAPPING_ALGORITHMS) as WrappingAlgorithm[]) {
      if (other !== algorithm) expect(unwrap(other, wrapped)).toEqual(INVALID);
    }
  });
});

it("a wrapping key of another length than AES-256 is not used", () => {
  const kek = new Uint8Array(16).fill(1);
  const key = importRsaPublic("RSA_2048", spki)!;
  const head = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, kek);
  expect(unwrap("RSA_AES_KEY_WRAP_SHA_256", Uint8Array.of(...head, ...wrapKey(kek, new Uint8Array(32))))).toEqual(INVALID);
});

it("what OpenSSL's own generator exports can be imported as PKCS #8", () => {
  const bytes = generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey.export({ type: "pkcs8", format: "der" });
  const unwrapped = must(unwrap("RSA_AES_KEY_WRAP_SHA_1", wrap("RSA_AES_KEY_WRAP_SHA_1", bytes)));
  expect(importMaterial({ spec: "ECC_NIST_P256", keyId: "k", bytes: unwrapped }).ok).toBe(true);
});

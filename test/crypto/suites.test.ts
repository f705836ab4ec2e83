import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { writeDer } from "../../src/crypto/der.ts";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import { importMaterial } from "../../src/crypto/perform.ts";
import { writePkcs8 } from "../../src/crypto/spki.ts";
import { hex } from "./bytes.ts";
import { freshMaterial, must, rsaTestKey, SPECS } from "./materials.ts";

const imported = (spec: string, bytes: Uint8Array) => importMaterial({ spec, keyId: "k1", bytes });
const REFUSED = { ok: false, error: "invalid-key-material" };

describe.each(SPECS)("material of %s", (spec) => {
  const bytes = dangerouslyExportMaterial(freshMaterial(spec));

  it("comes back from export and import as it was, with the same id", () => {
    const again = must(imported(spec, bytes));
    expect(dangerouslyExportMaterial(again)).toEqual(bytes);
    expect(again.id).toBe(freshMaterialId(spec, bytes));
  });

  it("is refused cut, extended and as another kind", () => {
    if (!spec.startsWith("HMAC_")) {
      for (const other of [bytes.subarray(1), bytes.subarray(0, -1), Uint8Array.of(...bytes, 0), hex("")])
        expect(imported(spec, other)).toEqual(REFUSED);
    }
    for (const other of SPECS) {
      const bothAreBytes = !/^(RSA|ECC|ML)_/.test(spec) && !/^(RSA|ECC|ML)_/.test(other);
      const longEnoughToBeAnHmacKey = other.startsWith("HMAC_") && bytes.length <= 128;
      if (other !== spec && !bothAreBytes && !longEnoughToBeAnHmacKey) expect(imported(other, bytes), other).toEqual(REFUSED);
    }
  });
});

const freshMaterialId = (spec: string, bytes: Uint8Array) => must(imported(spec, bytes)).id;

it("HMAC keys have the digest's length up to 128 bytes", () => {
  for (const [spec, least] of [
    ["HMAC_224", 28],
    ["HMAC_256", 32],
    ["HMAC_384", 48],
    ["HMAC_512", 64],
  ] as const) {
    expect(imported(spec, new Uint8Array(least)).ok).toBe(true);
    expect(imported(spec, new Uint8Array(128)).ok).toBe(true);
    expect(imported(spec, new Uint8Array(least - 1))).toEqual(REFUSED);
    expect(imported(spec, new Uint8Array(129))).toEqual(REFUSED);
  }
});

it("SM2 keys are refused by name: Node's SM2 is not the one of KMS (trap 10)", () => {
  expect(imported("SM2", rsaTestKey("RSA_2048"))).toEqual({ ok: false, error: "unsupported-key-spec" });
  expect(imported("constructor", hex(""))).toEqual({ ok: false, error: "unsupported-key-spec" });
  const sm2 = generateKeyPairSync("ec", { namedCurve: "SM2" }).privateKey.export({ type: "pkcs8", format: "der" });
  expect(imported("ECC_NIST_P256", sm2)).toEqual(REFUSED);
});

it.each([
  ["ECC_NIST_EDWARDS25519", 0x04, 32],
  ["ML_DSA_44", 0x80, 32],
  ["ML_KEM_1024", 0x80, 64],
] as const)("a seed of %s has tag %i and %i bytes", (spec, tag, length) => {
  const withSeed = (tag: number, length: number) => imported(spec, writePkcs8(spec, writeDer(tag, new Uint8Array(length).fill(1))));
  expect(withSeed(tag, length).ok).toBe(true);
  for (const other of [0, length - 1, length + 1, 2 * length]) expect(withSeed(tag, other)).toEqual(REFUSED);
  expect(withSeed(0x30, length)).toEqual(REFUSED);
});

import { createHmac } from "node:crypto";
import { cmac, gcm } from "@noble/ciphers/aes.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOB_OVERHEAD, isBlobOf, openBlob, readBlob, sealBlob } from "../../src/crypto/ciphertext.ts";
import { type EncryptionContext, encryptionContext, NO_CONTEXT } from "../../src/crypto/context-encoding.ts";
import { KeyMaterial } from "../../src/crypto/key-material.ts";
import { damaged, hex, toHex, utf8, vectors } from "./bytes.ts";

type Golden = {
  name: string;
  keyId: string;
  material: string;
  materialId: string;
  context: Record<string, string>;
  nonce: string;
  plaintext: string;
  blob: string;
};
const { blobs } = vectors<{ blobs: Golden[] }>("ciphertext-v1");

const symmetric = (bytes: Uint8Array, keyId = "1234abcd-12ab-34cd-56ef-1234567890ab") =>
  new KeyMaterial({ spec: "SYMMETRIC_DEFAULT", keyId, bytes });
const context = (pairs: Record<string, string>): EncryptionContext => {
  const made = encryptionContext(pairs);
  if (!made.ok) throw new Error(made.error);
  return made.value;
};
const INVALID = { ok: false, error: "invalid-ciphertext" };

describe("the ciphertext blob, version 1", () => {
  describe.each(blobs)("golden: $name", (golden) => {
    const material = symmetric(hex(golden.material), golden.keyId);
    const parts = { material, context: context(golden.context) };

    it("seals to the same bytes for ever", () => {
      expect(material.id).toBe(golden.materialId);
      expect(toHex(sealBlob({ ...parts, plaintext: hex(golden.plaintext), nonce: hex(golden.nonce) }))).toBe(golden.blob);
    });

    it("opens for ever", () => {
      expect(readBlob(hex(golden.blob))).toEqual({ materialId: golden.materialId, plaintextLength: golden.plaintext.length / 2 });
      expect(openBlob({ ...parts, blob: hex(golden.blob) })).toEqual({ ok: true, value: hex(golden.plaintext) });
    });

    it("is what the documented format says, computed by another AES", () => {
      const mac = (label: string) => Uint8Array.from(createHmac("sha256", hex(golden.material)).update(label).digest());
      const [key, nonce] = [mac("kmsward/v1/xaes"), hex(golden.nonce)];
      const header = Uint8Array.of(0xd2, 0x6b, 0x6d, 0x73, 1, 1, 0, 0, ...mac(`kmsward/v1/key-material-id${golden.keyId}`), ...nonce);
      const half = (counter: number) => cmac(Uint8Array.of(0, counter, 0x58, 0, ...nonce.slice(0, 12)), key);
      const cipher = gcm(Uint8Array.of(...half(1), ...half(2)), nonce.slice(12), Uint8Array.of(...header, ...parts.context.encoded));
      expect(toHex(Uint8Array.of(...header, ...cipher.encrypt(hex(golden.plaintext))))).toBe(golden.blob);
    });
  });

  const material = symmetric(new Uint8Array(32).fill(1));
  const nonce = new Uint8Array(24).fill(2);
  const sealed = { material, context: context({ tenant: "blue", purpose: "backup" }), plaintext: utf8("launch code"), nonce };
  const blob = sealBlob(sealed);

  it("refuses every flipped bit, every truncation, every extension", () => {
    for (const other of damaged(blob)) expect(openBlob({ ...sealed, blob: other })).toEqual(INVALID);
    expect(openBlob({ ...sealed, blob }).ok).toBe(true);
  });

  it("refuses another key, also one with the same bytes", () => {
    expect(openBlob({ ...sealed, blob, material: symmetric(new Uint8Array(32).fill(3)) })).toEqual(INVALID);
    expect(openBlob({ ...sealed, blob, material: symmetric(new Uint8Array(32).fill(1), "other key") })).toEqual(INVALID);
  });

  it("refuses a blob whose header was rewritten to name another material", () => {
    const other = symmetric(new Uint8Array(32).fill(3));
    const renamed = Uint8Array.from(blob);
    renamed.set(hex(other.id), 8);
    expect(openBlob({ ...sealed, blob: renamed, material: other })).toEqual(INVALID);
  });

  it.each([
    ["none", {}],
    ["one pair less", { tenant: "blue" }],
    ["one pair more", { tenant: "blue", purpose: "backup", x: "" }],
    ["another value", { tenant: "Blue", purpose: "backup" }],
    ["key and value swapped over", { blue: "tenant", backup: "purpose" }],
  ])("refuses another context: %s", (_, pairs) => {
    expect(openBlob({ ...sealed, blob, context: context(pairs) })).toEqual(INVALID);
  });

  it("takes the same context in another order", () => {
    expect(openBlob({ ...sealed, blob, context: context({ purpose: "backup", tenant: "blue" }) }).ok).toBe(true);
  });

  it("opens what it sealed, for any plaintext, key, context and nonce", () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    const pairs = fc.dictionary(fc.string({ unit: "binary", maxLength: 4 }), fc.string({ unit: "binary", maxLength: 4 }), { maxKeys: 3 });
    fc.assert(
      fc.property(bytes(32), fc.uint8Array({ maxLength: 99 }), pairs, bytes(24), (key, plaintext, given, nonce) => {
        const parts = { material: symmetric(key), context: context(given) };
        const made = sealBlob({ ...parts, plaintext, nonce });
        expect(made).toHaveLength(plaintext.length + BLOB_OVERHEAD);
        expect(readBlob(made)?.materialId).toBe(parts.material.id);
        const opened = openBlob({ ...parts, blob: made });
        expect(opened.ok && toHex(opened.value)).toBe(toHex(plaintext));
      }),
      { numRuns: 100 },
    );
  });

  it("is recognised only when it is one", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(readBlob(bytes)).toBeUndefined()));
    expect(readBlob(blob.subarray(0, BLOB_OVERHEAD))).toBeDefined();
    expect(readBlob(blob.subarray(0, BLOB_OVERHEAD - 1))).toBeUndefined();
    for (const [at, name] of [
      [0, "magic"],
      [4, "version"],
      [5, "suite"],
      [6, "flags"],
      [7, "flags"],
    ] as const) {
      const other = Uint8Array.from(blob);
      other[at]! ^= 2;
      expect(readBlob(other), name).toBeUndefined();
    }
  });

  it("holds 4096 bytes within the 6144 of a CiphertextBlob", () => {
    const large = sealBlob({ ...sealed, plaintext: new Uint8Array(4096) });
    expect(large.length).toBeLessThanOrEqual(6144);
    expect(openBlob({ ...sealed, blob: large, context: NO_CONTEXT })).toEqual(INVALID);
  });
});

it("tells ids of blobs that are written over, as they are now", () => {
  const material = symmetric(new Uint8Array(32).fill(3));
  const blob = Buffer.from(sealBlob({ material, context: NO_CONTEXT, plaintext: utf8("x"), nonce: new Uint8Array(24) }));
  expect(readBlob(blob)?.materialId).toBe(material.id);
  blob[39]! ^= 1; // the last byte of the id: the first ones say the same
  const other = toHex(blob.subarray(8, 40));
  expect(other).not.toBe(material.id);
  expect(readBlob(blob)?.materialId).toBe(other);
  blob[39]! ^= 1;
  expect(readBlob(blob)?.materialId).toBe(material.id);
  expect(isBlobOf(material, blob)).toBe(true);
  expect(isBlobOf(symmetric(new Uint8Array(32).fill(4)), blob)).toBe(false);
  expect(isBlobOf(material, blob.subarray(0, 79))).toBe(false);
});

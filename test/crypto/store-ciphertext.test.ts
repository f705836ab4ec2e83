import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encryptionContext } from "../../src/crypto/context-encoding.ts";
import { KeyMaterial } from "../../src/crypto/key-material.ts";
import {
  blobMaterialId,
  fitsPlaintext,
  integrityValue,
  openInner,
  readStoreBlob,
  sealInner,
  storeAad,
  storeHeader,
  writeStoreBlob,
} from "../../src/crypto/store-ciphertext.ts";
import { hex, toHex, utf8 } from "./bytes.ts";

const material = new KeyMaterial({ spec: "SYMMETRIC_DEFAULT" as const, keyId: "key", bytes: new Uint8Array(32).fill(5) });
const contextOf = (pairs: Record<string, string>) => {
  const encoded = encryptionContext(pairs);
  if (!encoded.ok) throw new Error(encoded.error);
  return encoded.value;
};
const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });
const parts = fc.record({
  metadata: fc.option(bytes(1, 20), { nil: undefined }),
  iv: fc.oneof(bytes(12), bytes(16)),
  tag: bytes(16),
  ciphertext: bytes(1, 200),
});

describe("blobs of custom key stores", () => {
  it("the published integrity value", () => {
    const made = {
      metadata: utf8("key_version=1"),
      iv: hex("1ccae5470f39700254779031"),
      ciphertext: hex("821c642b5b71783367deaf18"),
      tag: hex("bc1c4dda7707d6812447c5955e99b261"),
    };
    expect(toHex(integrityValue(utf8("project=nile,department=marketing"), made))).toBe(
      "a8703f2260bd8791ec2d15ea0b23e65a0631eedcf2a13a65cc82db3f47cf5ec7",
    );
  });

  it("are read as they were written, and cut short not at all", () => {
    fc.assert(
      fc.property(parts, fc.boolean(), (given, isModule) => {
        const header = isModule ? storeHeader("module", material.id) : storeHeader("external", material.id, new Uint8Array(24).fill(1));
        const blob = writeStoreBlob(header, given);
        expect(readStoreBlob(blob)).toEqual({ suite: isModule ? "module" : "external", materialId: material.id, header, ...given });
        expect(blobMaterialId(blob)).toBe(material.id);
        const short = blob.subarray(0, blob.length - given.ciphertext.length);
        expect(readStoreBlob(short)).toBeUndefined();
      }),
    );
  });

  it("whatever is read, is written back the same", () => {
    fc.assert(
      fc.property(bytes(0, 80), (tail) => {
        const blob = Uint8Array.from([...storeHeader("external", material.id, new Uint8Array(24)), ...tail]);
        const read = readStoreBlob(blob);
        if (read !== undefined) expect(writeStoreBlob(read.header, read)).toEqual(blob);
      }),
    );
  });

  it("no other header is one", () => {
    const blob = writeStoreBlob(storeHeader("module", material.id), {
      metadata: undefined,
      iv: new Uint8Array(12),
      tag: new Uint8Array(16),
      ciphertext: new Uint8Array(3),
    });
    for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 40, 63]) {
      const other = blob.slice();
      other[at]! ^= 0x40;
      expect(readStoreBlob(other), `byte ${at}`).toBeUndefined();
    }
  });

  it("the inner layer opens with its header, context and material only", () => {
    const context = contextOf({ a: "b" });
    const header = storeHeader("external", material.id, new Uint8Array(24).fill(9));
    const inner = sealInner(material, header, utf8("secret"), context);
    expect(openInner(material, header, inner, context)).toEqual(utf8("secret"));
    expect(openInner(material, header, inner, contextOf({ a: "c" }))).toBeUndefined();
    expect(openInner(material, storeHeader("external", material.id, new Uint8Array(24).fill(8)), inner, context)).toBeUndefined();
    const other = new KeyMaterial({ spec: "SYMMETRIC_DEFAULT" as const, keyId: "key", bytes: new Uint8Array(32).fill(6) });
    expect(openInner(other, header, inner, context)).toBeUndefined();
    expect(toHex(storeAad(header, context))).not.toBe(toHex(storeAad(header, contextOf({}))));
  });

  it("answers of other lengths do not fit", () => {
    const fitting = { metadata: undefined, iv: new Uint8Array(12), tag: new Uint8Array(16), ciphertext: new Uint8Array(5) };
    expect(fitsPlaintext(fitting, 5)).toBe(true);
    for (const other of [
      { iv: new Uint8Array(13) },
      { tag: new Uint8Array(12) },
      { ciphertext: new Uint8Array(6) },
      { metadata: new Uint8Array(21) },
    ]) {
      expect(fitsPlaintext({ ...fitting, ...other }, 5)).toBe(false);
    }
  });
});

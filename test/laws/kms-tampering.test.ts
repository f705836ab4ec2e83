import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytes, type KeyName, type Lab, lab, refusalIfAny } from "../kms/lab.ts";

/**
 * Nobody gets a plaintext out of a ciphertext that is not, byte for byte, what KMS made for this key and context. Where the damage hits what names the
 * key, the caller is told that there is no such key (KMS API Reference, Decrypt).
 */

const SECRET = bytes("the plaintext that nobody may see");
const CONTEXT = { tenant: "a", purpose: "test" };
const [MATERIAL_AT, MATERIAL_END] = [8, 40]; // where a blob names its material

const DAMAGED = "InvalidCiphertextException";
const UNKNOWN = "AccessDeniedException"; // the ciphertext refers to a key that does not exist

const seal = ({ admin, arn }: Lab, name: KeyName = "symmetric", EncryptionContext: Record<string, string> = CONTEXT) =>
  admin.encrypt({ KeyId: arn(name), Plaintext: SECRET, EncryptionContext }).CiphertextBlob;

/** The error of a Decrypt, and of a ReEncrypt of the same; they must agree. */
function refused({ admin, arn }: Lab, blob: Uint8Array, context: Record<string, string> = CONTEXT, KeyId?: string): string | undefined {
  const decrypting = refusalIfAny(() => admin.decrypt({ CiphertextBlob: blob, EncryptionContext: context, ...(KeyId && { KeyId }) }));
  const moving = refusalIfAny(() =>
    admin.reEncrypt({
      CiphertextBlob: blob,
      SourceEncryptionContext: context,
      DestinationKeyId: arn("other"),
      ...(KeyId && { SourceKeyId: KeyId }),
    }),
  );
  expect(moving?.name).toBe(decrypting?.name);
  expect(decrypting?.message ?? "").not.toContain("plaintext");
  return decrypting?.name;
}

const flipped = (blob: Uint8Array, at: number, mask: number) => blob.map((byte, i) => (i === at ? byte ^ mask : byte));
const namesKey = (at: number) => at >= MATERIAL_AT && at < MATERIAL_END;

describe("a ciphertext blob", () => {
  it("opens as it was made", async () => {
    const ready = await lab();
    expect(refused(ready, seal(ready))).toBeUndefined();
    expect(ready.admin.decrypt({ CiphertextBlob: seal(ready), EncryptionContext: CONTEXT }).Plaintext).toEqual(SECRET);
  });

  it("does not open with any bit of any byte flipped, named key or not", async () => {
    const ready = await lab();
    const blob = seal(ready);
    const before = ready.snapshot();
    for (let at = 0; at < blob.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const wrong = flipped(blob, at, 1 << bit);
        const by = { EncryptionContext: CONTEXT, CiphertextBlob: wrong };
        expect(refusalIfAny(() => ready.admin.decrypt(by))?.name, `byte ${at} bit ${bit}`).toBe(namesKey(at) ? UNKNOWN : DAMAGED);
        expect(
          refusalIfAny(() => ready.admin.decrypt({ ...by, KeyId: ready.arn("symmetric") }))?.name,
          `byte ${at} bit ${bit}, key named`,
        ).toBe(DAMAGED);
      }
    }
    expect(ready.snapshot()).toEqual(before);
  });

  it("does not open cut short at any length, or extended", async () => {
    const ready = await lab();
    const blob = seal(ready);
    for (let length = 1; length < blob.length; length++) expect(refused(ready, blob.subarray(0, length)), `${length} bytes`).toBe(DAMAGED);
    for (let from = 1; from < blob.length; from++) {
      expect(refused(ready, blob.subarray(from)), `from byte ${from}`).toBe(DAMAGED);
    }
    for (const more of [1, 15, 16, 64, blob.length]) {
      expect(refused(ready, Uint8Array.from([...blob, ...new Uint8Array(more)]))).toBe(DAMAGED);
      expect(refused(ready, Uint8Array.from([...new Uint8Array(more), ...blob]))).toBe(DAMAGED);
    }
    expect(refused(ready, Uint8Array.from([...blob, ...blob]))).toBe(DAMAGED);
    expect(refused(ready, new Uint8Array(0))).toBe("ValidationException");
    expect(refused(ready, new Uint8Array(6145))).toBe("ValidationException");
  });

  it("does not open with a part of another, of the same key or of another key", async () => {
    const ready = await lab();
    const blob = seal(ready);
    for (const donor of [seal(ready), seal(ready, "symmetric", {}), seal(ready, "other"), seal(ready, "external")]) {
      for (let from = 0; from < blob.length; from++) {
        const mixed = Uint8Array.from([...blob.subarray(0, from), ...donor.subarray(from)]);
        const parts = Buffer.compare(mixed, donor) === 0 || Buffer.compare(mixed, blob) === 0;
        if (!parts)
          expect(refused(ready, mixed), `spliced at ${from}`).toBe(
            from > MATERIAL_AT && from < MATERIAL_END && mixesIds(blob, donor, from) ? UNKNOWN : DAMAGED,
          );
      }
    }
  });

  it("does not open with any other encryption context", async () => {
    const ready = await lab();
    const blob = seal(ready);
    const others = [
      {},
      { tenant: "a" },
      { ...CONTEXT, more: "" },
      { ...CONTEXT, tenant: "A" },
      { tenant: "test", purpose: "a" },
      { Tenant: "a", purpose: "test" },
    ];
    for (const context of others) expect(refused(ready, blob, context)).toBe(DAMAGED);
    expect(refused(ready, blob, { purpose: "test", tenant: "a" }), "their order does not matter").toBeUndefined();
    const pairs = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.string({ minLength: 1, maxLength: 6 }), {
      maxKeys: 4,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(pairs, pairs, (one, two) => {
        const sealed = seal(ready, "symmetric", one);
        const same = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(two).sort());
        expect(refused(ready, sealed, two)).toBe(same ? undefined : DAMAGED);
      }),
      { numRuns: 60 },
    );
  });

  it("is told to be another key's, where the request names the wrong one", async () => {
    const ready = await lab();
    const blob = seal(ready);
    for (const name of ["other", "external", "multi", "mac", "signing", "agreement", "kem"] as const) {
      expect(refused(ready, blob, CONTEXT, ready.arn(name)), name).toBe("IncorrectKeyException");
      expect(refused(ready, blob, CONTEXT, ready.id(name)), name).toBe("IncorrectKeyException");
    }
    expect(refused(ready, blob, CONTEXT, "alias/other")).toBe("IncorrectKeyException");
    expect(refused(ready, blob, CONTEXT, "alias/symmetric")).toBeUndefined();
  });

  it("is refused, whatever the bytes are, and nothing crashes", async () => {
    const ready = await lab();
    const blob = seal(ready);
    const begun = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((rest) => Uint8Array.from([...blob.subarray(0, 6), ...rest]));
    const noise = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 300 }), begun);
    const key = fc.constantFrom(undefined, ready.arn("symmetric"), ready.arn("external"), ready.arn("mac"));
    fc.assert(
      fc.property(noise, key, (bytes, KeyId) => {
        expect([DAMAGED, UNKNOWN, "IncorrectKeyException"]).toContain(refused(ready, bytes, {}, KeyId));
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether a splice in the middle of the id makes an id that is neither's. */
const mixesIds = (a: Uint8Array, b: Uint8Array, at: number) =>
  Buffer.compare(a.subarray(MATERIAL_AT, at), b.subarray(MATERIAL_AT, at)) !== 0 &&
  Buffer.compare(a.subarray(at, MATERIAL_END), b.subarray(at, MATERIAL_END)) !== 0;

describe("an RSA ciphertext", () => {
  const algorithm = "RSAES_OAEP_SHA_256" as const;

  it("does not open with any byte changed, cut short or extended", async () => {
    const { admin, arn } = await lab();
    const KeyId = arn("rsa");
    const blob = admin.encrypt({ KeyId, Plaintext: SECRET, EncryptionAlgorithm: algorithm }).CiphertextBlob;
    const open = (CiphertextBlob: Uint8Array) =>
      refusalIfAny(() => admin.decrypt({ KeyId, CiphertextBlob, EncryptionAlgorithm: algorithm }))?.name;
    expect(open(blob)).toBeUndefined();
    for (let at = 0; at < blob.length; at += 3) expect(open(flipped(blob, at, 1 << (at % 8))), `byte ${at}`).toBe(DAMAGED);
    for (const wrong of [
      blob.subarray(1),
      blob.subarray(0, -1),
      Uint8Array.from([0, ...blob]),
      Uint8Array.from([...blob, 0]),
      blob.map(() => 255),
      new Uint8Array(256),
    ]) {
      expect(open(wrong), `${wrong.length} bytes`).toBe(DAMAGED);
    }
  });
});

it.each(["rsa", "signing", "agreement", "kem"] as const)(
  "what a caller does to the public key of %s does not reach the key",
  async (name) => {
    const { admin, arn } = await lab();
    const KeyId = arn(name);
    const before = Uint8Array.from(admin.getPublicKey({ KeyId }).PublicKey);
    admin.getPublicKey({ KeyId }).PublicKey.fill(0);
    expect(admin.getPublicKey({ KeyId }).PublicKey).toEqual(before);
  },
);

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytes, lab, refusalIfAny } from "./lab.ts";

const TEXT = bytes("attack at dawn");
const CONTEXT = { tenant: "a", purpose: "test" };

describe("what is sealed under a key", async () => {
  const { kms, admin, id, change } = await lab();
  const encrypt = (members: object = {}) =>
    admin.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT, EncryptionContext: CONTEXT, ...members }).CiphertextBlob;

  it("opens with the same encryption context, in any order", () => {
    expect(admin.decrypt({ CiphertextBlob: encrypt(), EncryptionContext: { purpose: "test", tenant: "a" } }).Plaintext).toEqual(TEXT);
  });

  it.each([undefined, {}, { tenant: "a" }, { ...CONTEXT, more: "x" }, { ...CONTEXT, tenant: "A" }, { Tenant: "a", purpose: "test" }])(
    "does not open with %o",
    (EncryptionContext) => {
      expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob: encrypt(), EncryptionContext }))).toEqual({
        name: "InvalidCiphertextException",
        message: "",
      });
    },
  );

  it("opens for any bytes and any context", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 4096 }),
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), { maxKeys: 5 }),
        (Plaintext, EncryptionContext) => {
          const { CiphertextBlob } = admin.encrypt({ KeyId: id("symmetric"), Plaintext, EncryptionContext });
          expect(admin.decrypt({ CiphertextBlob, EncryptionContext }).Plaintext).toEqual(Plaintext);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("opens no more once a byte of it is another", () => {
    const blob = encrypt();
    for (let i = 0; i < blob.length; i++) {
      const damaged = blob.with(i, blob[i]! ^ 1);
      const refused = refusalIfAny(() => admin.decrypt({ CiphertextBlob: damaged, EncryptionContext: CONTEXT, KeyId: id("symmetric") }));
      expect(refused, `byte ${i}`).toEqual({ name: "InvalidCiphertextException", message: "" });
    }
    for (const damaged of [blob.slice(0, -1), blob.slice(0, 20), Uint8Array.of(...blob, 0)]) {
      expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob: damaged, EncryptionContext: CONTEXT }))?.name).toBe(
        "InvalidCiphertextException",
      );
    }
  });

  it("opens after the key was rotated, as often as it was", () => {
    const old = [encrypt()];
    admin.enableKeyRotation({ KeyId: id("symmetric"), RotationPeriodInDays: 90 });
    for (let i = 0; i < 3; i++) {
      kms.advance({ days: 91 });
      old.push(encrypt());
    }
    const opened = old.map((CiphertextBlob) => admin.decrypt({ CiphertextBlob, EncryptionContext: CONTEXT }));
    expect(opened.map(({ Plaintext }) => Plaintext)).toEqual(old.map(() => TEXT));
    expect(new Set(opened.map(({ KeyMaterialId }) => KeyMaterialId)).size).toBe(4);
  });

  it("is refused where the context is none", () => {
    const lone = { a: "\ud800" };
    expect(refusalIfAny(() => encrypt({ EncryptionContext: lone }))).toEqual({
      name: "ValidationException",
      message: "The encryption context is not well-formed Unicode.",
    });
    expect(refusalIfAny(() => encrypt({ EncryptionContext: { a: "x".repeat(8192) } }))?.name).toBe("ValidationException");
  });

  it("takes no context and no more than it can hold under an RSA key", () => {
    const rsa = { KeyId: id("rsa"), EncryptionAlgorithm: "RSAES_OAEP_SHA_1", EncryptionContext: {} } as const;
    expect(admin.encrypt({ ...rsa, Plaintext: new Uint8Array(214) }).CiphertextBlob).toHaveLength(256);
    expect(refusalIfAny(() => admin.encrypt({ ...rsa, Plaintext: new Uint8Array(215) }))).toEqual({
      name: "ValidationException",
      message: "Algorithm RSAES_OAEP_SHA_1 and key spec RSA_2048 cannot encrypt data larger than 214 bytes.",
    });
    const refused = {
      name: "ValidationException",
      message: "EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.",
    };
    expect(refusalIfAny(() => admin.encrypt({ ...rsa, Plaintext: TEXT, EncryptionContext: CONTEXT }))).toEqual(refused);
    const { CiphertextBlob } = admin.encrypt({ ...rsa, Plaintext: TEXT });
    expect(refusalIfAny(() => admin.decrypt({ ...rsa, CiphertextBlob, EncryptionContext: CONTEXT }))).toEqual(refused);
  });

  it("fits the key in its algorithm", () => {
    expect(refusalIfAny(() => encrypt({ EncryptionAlgorithm: "RSAES_OAEP_SHA_256" }))).toEqual({
      name: "InvalidKeyUsageException",
      message: "Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT.",
    });
    expect(refusalIfAny(() => admin.encrypt({ KeyId: id("rsa"), Plaintext: TEXT }))).toEqual({
      name: "InvalidKeyUsageException",
      message: "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.",
    });
    change("rsa", { enabled: false });
    expect(refusalIfAny(() => admin.encrypt({ KeyId: id("rsa"), Plaintext: TEXT }))?.name).toBe("DisabledException");
  });
});

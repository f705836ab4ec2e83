import { createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DATA_KEY_PAIR_SPECS } from "../../../src/catalog/key-specs.ts";
import { lab, refusalIfAny } from "../lab.ts";

const CONTEXT = { tenant: "a" };

describe("data keys", async () => {
  const { kms, admin, arn, id } = await lab();
  const KeyId = "alias/symmetric";

  it.each([
    [{ KeySpec: "AES_256" }, 32],
    [{ KeySpec: "AES_128" }, 16],
    [{ NumberOfBytes: 1 }, 1],
    [{ NumberOfBytes: 1024 }, 1024],
  ] as const)("%o has %i bytes, which its ciphertext holds", (length, expected) => {
    const made = admin.generateDataKey({ KeyId, EncryptionContext: CONTEXT, ...length });
    expect(made.Plaintext).toHaveLength(expected);
    expect(admin.decrypt({ CiphertextBlob: made.CiphertextBlob, EncryptionContext: CONTEXT })).toMatchObject({
      Plaintext: made.Plaintext,
      KeyId: arn("symmetric"),
      KeyMaterialId: made.KeyMaterialId,
    });
    const hidden = admin.generateDataKeyWithoutPlaintext({ KeyId, EncryptionContext: CONTEXT, ...length });
    expect(Object.keys(hidden)).toEqual(["CiphertextBlob", "KeyId", "KeyMaterialId"]);
    expect(admin.decrypt({ CiphertextBlob: hidden.CiphertextBlob, EncryptionContext: CONTEXT }).Plaintext).toHaveLength(expected);
  });

  it("are other ones every time", () => {
    const keys = Array.from({ length: 50 }, () =>
      Buffer.from(admin.generateDataKey({ KeyId, KeySpec: "AES_256" }).Plaintext!).toString("hex"),
    );
    expect(new Set(keys).size).toBe(50);
  });

  it.each([{}, { KeySpec: "AES_256", NumberOfBytes: 32 }] as const)("have one length: %o", (members) => {
    const refused = { name: "ValidationException", message: "Please specify either number of bytes or key spec." };
    expect(refusalIfAny(() => admin.generateDataKey({ KeyId, ...members }))).toEqual(refused);
    expect(refusalIfAny(() => admin.generateDataKeyWithoutPlaintext({ KeyId, ...members }))).toEqual(refused);
  });

  it("are made under symmetric keys only", () => {
    expect(refusalIfAny(() => admin.generateDataKey({ KeyId: id("rsa"), KeySpec: "AES_256" }))?.name).toBe("InvalidKeyUsageException");
    expect(refusalIfAny(() => admin.generateDataKey({ KeyId: id("mac"), KeySpec: "AES_256" }))?.name).toBe("InvalidKeyUsageException");
  });

  it("are told to the audit log as they were asked for", () => {
    admin.generateDataKey({ KeyId, KeySpec: "AES_256", EncryptionContext: CONTEXT });
    expect(kms.auditEvents().at(-1)).toMatchObject({
      requestParameters: { keyId: KeyId, keySpec: "AES_256", encryptionContext: CONTEXT },
      additionalEventData: { keyMaterialId: expect.any(String) },
    });
  });
});

describe("data key pairs", async () => {
  const { admin, id } = await lab();
  const made = DATA_KEY_PAIR_SPECS.filter((spec) => spec !== "SM2" && !/^RSA_[34]/.test(spec));

  it.each(made)("%s: the private half belongs to the public one", (KeyPairSpec) => {
    const pair = admin.generateDataKeyPair({ KeyId: id("symmetric"), KeyPairSpec, EncryptionContext: CONTEXT });
    expect(pair.KeyPairSpec).toBe(KeyPairSpec);
    expect(admin.decrypt({ CiphertextBlob: pair.PrivateKeyCiphertextBlob, EncryptionContext: CONTEXT }).Plaintext).toEqual(
      pair.PrivateKeyPlaintext,
    );
    if (KeyPairSpec.startsWith("ML_KEM")) return; // Node 20 cannot read those
    const privateKey = createPrivateKey({ key: Buffer.from(pair.PrivateKeyPlaintext!), format: "der", type: "pkcs8" });
    expect(createPublicKey(privateKey).export({ format: "der", type: "spki" })).toEqual(Buffer.from(pair.PublicKey));
  });

  it("without plaintext keeps the private half sealed", () => {
    const pair = admin.generateDataKeyPairWithoutPlaintext({ KeyId: id("symmetric"), KeyPairSpec: "ECC_NIST_P384" });
    expect(Object.keys(pair)).toEqual(["PrivateKeyCiphertextBlob", "PublicKey", "KeyId", "KeyPairSpec", "KeyMaterialId"]);
    const opened = admin.decrypt({ CiphertextBlob: pair.PrivateKeyCiphertextBlob }).Plaintext!;
    const privateKey = createPrivateKey({ key: Buffer.from(opened), format: "der", type: "pkcs8" });
    expect(createPublicKey(privateKey).export({ format: "der", type: "spki" })).toEqual(Buffer.from(pair.PublicKey));
  });

  it("says that it has no SM2", () => {
    expect(refusalIfAny(() => admin.generateDataKeyPair({ KeyId: id("symmetric"), KeyPairSpec: "SM2" }))).toEqual({
      name: "UnsupportedOperationException",
      message: "kmsward does not have data key pairs of spec SM2 yet",
    });
  });
});

import { describe, expect, it } from "vitest";
import { allow, bytes, lab, policy, refusalIfAny, TESTER } from "../lab.ts";

const TEXT = bytes("attack at dawn");
const CONTEXT = { tenant: "a" };

describe("Encrypt and Decrypt", async () => {
  const { kms, admin, arn, id } = await lab();

  it("answer with the key's ARN, however it was named", () => {
    for (const KeyId of [id("symmetric"), "alias/symmetric", arn("symmetric")]) {
      const sealed = admin.encrypt({ KeyId, Plaintext: TEXT, EncryptionContext: CONTEXT });
      expect(sealed).toEqual({ CiphertextBlob: expect.any(Uint8Array), KeyId: arn("symmetric"), EncryptionAlgorithm: "SYMMETRIC_DEFAULT" });
      const { CiphertextBlob } = sealed;
      expect(admin.decrypt({ CiphertextBlob, EncryptionContext: CONTEXT })).toEqual({
        KeyId: arn("symmetric"),
        Plaintext: TEXT,
        EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
        KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
  });

  it("are told to the audit log with their context and the material", () => {
    const { CiphertextBlob } = admin.encrypt({ KeyId: "alias/symmetric", Plaintext: TEXT, EncryptionContext: CONTEXT });
    admin.decrypt({ CiphertextBlob, EncryptionContext: CONTEXT });
    const [sealed, opened] = kms.auditEvents().slice(-2);
    const common = { encryptionAlgorithm: "SYMMETRIC_DEFAULT", encryptionContext: CONTEXT };
    expect(sealed).toMatchObject({
      eventName: "Encrypt",
      requestParameters: { ...common, keyId: "alias/symmetric" },
      additionalEventData: { keyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(opened?.requestParameters).toEqual(common);
    expect(opened?.additionalEventData).toEqual(sealed?.additionalEventData);
    expect(opened?.resources).toEqual([{ accountId: "111122223333", type: "AWS::KMS::Key", ARN: arn("symmetric") }]);
  });

  it("refuse a key that is for something else, each in its way", () => {
    const { CiphertextBlob } = admin.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT });
    expect(refusalIfAny(() => admin.encrypt({ KeyId: id("signing"), Plaintext: TEXT }))).toEqual({
      name: "InvalidKeyUsageException",
      message: `${arn("signing")} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
    });
    expect(refusalIfAny(() => admin.decrypt({ KeyId: id("mac"), CiphertextBlob }))?.name).toBe("IncorrectKeyException");
    expect(refusalIfAny(() => admin.decrypt({ KeyId: "alias/other", CiphertextBlob }))?.name).toBe("IncorrectKeyException");
  });

  it("let policies ask for the context, the algorithm and the alias", async () => {
    const Condition = {
      StringEquals: {
        "kms:EncryptionContext:tenant": "a",
        "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        "kms:RequestAlias": "alias/symmetric",
      },
    };
    const { kms: limited } = await lab([], {
      principals: { tester: { arn: TESTER, policies: [policy(allow("kms:Encrypt", { Condition }))] } },
    });
    const tester = limited.as("tester");
    expect(tester.encrypt({ KeyId: "alias/symmetric", Plaintext: TEXT, EncryptionContext: CONTEXT }).KeyId).toContain(":key/");
    expect(
      refusalIfAny(() => tester.encrypt({ KeyId: "alias/symmetric", Plaintext: TEXT, EncryptionContext: { tenant: "b" } }))?.name,
    ).toBe("AccessDeniedException");
    expect(refusalIfAny(() => tester.encrypt({ KeyId: "alias/symmetric", Plaintext: TEXT }))?.name).toBe("AccessDeniedException");
    expect(refusalIfAny(() => tester.encrypt({ KeyId: limited.keys.symmetric!, Plaintext: TEXT, EncryptionContext: CONTEXT }))?.name).toBe(
      "AccessDeniedException",
    );
  });
});

describe("ReEncrypt", async () => {
  const ready = await lab();
  const { kms, admin, arn, id } = ready;
  const { CiphertextBlob } = admin.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT, EncryptionContext: CONTEXT });
  const source = { CiphertextBlob, SourceEncryptionContext: CONTEXT };

  it("moves a ciphertext to another key and another context", () => {
    const moved = admin.reEncrypt({ ...source, DestinationKeyId: "alias/other", DestinationEncryptionContext: { tenant: "b" } });
    expect(moved).toEqual({
      CiphertextBlob: expect.any(Uint8Array),
      SourceKeyId: arn("symmetric"),
      KeyId: arn("other"),
      SourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      DestinationEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      SourceKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
      DestinationKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(admin.decrypt({ CiphertextBlob: moved.CiphertextBlob!, EncryptionContext: { tenant: "b" } })).toMatchObject({
      Plaintext: TEXT,
      KeyId: arn("other"),
    });
    const event = kms.auditEvents().at(-2);
    expect(event?.resources.map(({ ARN }) => ARN)).toEqual([arn("symmetric"), arn("other")]);
    expect(Object.keys(event?.additionalEventData ?? {})).toEqual(["sourceKeyMaterialId", "destinationKeyMaterialId"]);
  });

  it("moves between a symmetric and an RSA key", () => {
    const algorithm = "RSAES_OAEP_SHA_256" as const;
    const moved = admin.reEncrypt({ ...source, DestinationKeyId: id("rsa"), DestinationEncryptionAlgorithm: algorithm });
    expect(moved).not.toHaveProperty("DestinationKeyMaterialId");
    const back = admin.reEncrypt({
      CiphertextBlob: moved.CiphertextBlob!,
      SourceKeyId: id("rsa"),
      SourceEncryptionAlgorithm: algorithm,
      DestinationKeyId: id("other"),
    });
    expect(admin.decrypt({ CiphertextBlob: back.CiphertextBlob! }).Plaintext).toEqual(TEXT);
  });

  it("tells each side its own context, and both whether it is one key", async () => {
    const same = (value: boolean) => ({ Bool: { "kms:ReEncryptOnSameKey": String(value) } });
    const statements = [
      allow("kms:ReEncryptFrom", { Condition: { StringEquals: { "kms:EncryptionContext:tenant": "a" }, ...same(false) } }),
      allow("kms:ReEncryptTo", { Condition: { StringEquals: { "kms:EncryptionContext:tenant": "b" }, ...same(false) } }),
    ];
    const limited = await lab([], { principals: { tester: { arn: TESTER, policies: [policy(...statements)] } } });
    const sealed = limited.admin.encrypt({ KeyId: limited.id("symmetric"), Plaintext: TEXT, EncryptionContext: CONTEXT }).CiphertextBlob;
    const move = (members: object) => () =>
      limited.tester.reEncrypt({
        CiphertextBlob: sealed,
        SourceEncryptionContext: CONTEXT,
        DestinationKeyId: limited.id("other"),
        DestinationEncryptionContext: { tenant: "b" },
        ...members,
      });
    expect(refusalIfAny(move({}))).toBeUndefined();
    expect(refusalIfAny(move({ DestinationEncryptionContext: CONTEXT }))?.message).toContain("kms:ReEncryptTo");
    expect(refusalIfAny(move({ DestinationKeyId: limited.id("symmetric") }))?.message).toContain("kms:ReEncryptFrom");
  });

  it("asks both keys for their state, and refuses each side's wrong key in its way", () => {
    const to = (key: Parameters<typeof id>[0], members: object = {}) =>
      refusalIfAny(() => admin.reEncrypt({ ...source, DestinationKeyId: id(key), ...members }));
    ready.change("other", { enabled: false });
    expect(to("other")).toEqual({ name: "DisabledException", message: `${arn("other")} is disabled.` });
    ready.change("other", { enabled: true });
    expect(to("mac")).toEqual({
      name: "InvalidKeyUsageException",
      message: `${arn("mac")} key usage is GENERATE_VERIFY_MAC which is not valid for ReEncrypt.`,
    });
    expect(to("other", { SourceKeyId: id("mac") })?.name).toBe("IncorrectKeyException");
    expect(to("other", { SourceEncryptionContext: {} })).toEqual({ name: "InvalidCiphertextException", message: "" });
  });
});

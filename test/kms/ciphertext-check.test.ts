import { describe, expect, it } from "vitest";
import { bytes, lab, refusalIfAny } from "./lab.ts";

const TEXT = bytes("attack at dawn");

describe("the key of a ciphertext", async () => {
  const { kms, admin, arn, id, store } = await lab([], {
    principals: { partner: { arn: "arn:aws:iam::444455556666:user/partner", policies: [] } },
  });
  const { CiphertextBlob } = admin.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT });
  const partner = kms.as("partner");

  it("is the one that it names itself", () => {
    expect(admin.decrypt({ CiphertextBlob }).KeyId).toBe(arn("symmetric"));
  });

  it("is the one that the request names, if that is the same", () => {
    for (const KeyId of [id("symmetric"), arn("symmetric"), "alias/symmetric"])
      expect(admin.decrypt({ CiphertextBlob, KeyId }).Plaintext).toEqual(TEXT);
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob, KeyId: id("other") }))).toEqual({
      name: "IncorrectKeyException",
      message: "The key ID in the request does not identify a CMK that can perform this operation.",
    });
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob, KeyId: "alias/none" }))?.name).toBe("NotFoundException");
  });

  // rule kms.error.of-ciphertext
  it("is not told to another account", () => {
    const hidden = (user: string) =>
      `User: ${user} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
    const refused = refusalIfAny(() => partner.decrypt({ CiphertextBlob }));
    expect(refused).toEqual({ name: "AccessDeniedException", message: hidden(/^User: (\S+)/.exec(refused?.message ?? "")?.[1] ?? "") });
    expect(refusalIfAny(() => partner.decrypt({ CiphertextBlob, KeyId: arn("symmetric") }))?.message).toContain(
      "is not authorized to perform: kms:Decrypt on this resource",
    );
    expect(refusalIfAny(() => kms.as({ principal: "admin", region: "eu-west-1" }).decrypt({ CiphertextBlob }))?.message).toMatch(
      /^User: .*admin.* on the resource associated with this ciphertext because the resource does not exist in this Region/,
    );
  });

  it("may be named by its bare id from another account", async () => {
    const shared = await lab([], {
      principals: {
        partner: {
          arn: "arn:aws:iam::444455556666:user/partner",
          policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] }],
        },
      },
      keys: {
        symmetric: {
          policy: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { AWS: ["111122223333", "444455556666"] }, Action: "kms:*", Resource: "*" }],
          },
        },
      },
    });
    const sealed = shared.admin.encrypt({ KeyId: shared.id("symmetric"), Plaintext: TEXT }).CiphertextBlob;
    const other = shared.kms.as("partner");
    for (const KeyId of [shared.id("symmetric"), shared.arn("symmetric"), undefined])
      expect(other.decrypt({ CiphertextBlob: sealed, KeyId }).KeyId).toBe(shared.arn("symmetric"));
    expect(refusalIfAny(() => other.encrypt({ KeyId: shared.id("symmetric"), Plaintext: TEXT }))?.name).toBe("NotFoundException");
  });

  it("has another ARN in each Region, of which the other is the wrong one", () => {
    admin.replicateKey({ KeyId: id("multi"), ReplicaRegion: "us-west-2" });
    kms.advance({ minutes: 5 });
    const west = kms.as({ principal: "admin", region: "us-west-2" });
    const replica = arn("multi").replace("us-east-1", "us-west-2");
    const sealed = admin.encrypt({ KeyId: id("multi"), Plaintext: TEXT }).CiphertextBlob;
    for (const KeyId of [undefined, id("multi"), replica]) expect(west.decrypt({ CiphertextBlob: sealed, KeyId }).KeyId).toBe(replica);
    expect(refusalIfAny(() => west.decrypt({ CiphertextBlob: sealed, KeyId: arn("multi") }))?.name).toBe("IncorrectKeyException");
    expect(store.state.key(replica)).toBeDefined();
  });

  it("must be named for an RSA ciphertext, which names none", () => {
    const sealed = admin.encrypt({ KeyId: id("rsa"), Plaintext: TEXT, EncryptionAlgorithm: "RSAES_OAEP_SHA_256" }).CiphertextBlob;
    const EncryptionAlgorithm = "RSAES_OAEP_SHA_256";
    expect(admin.decrypt({ CiphertextBlob: sealed, EncryptionAlgorithm, KeyId: id("rsa") }).Plaintext).toEqual(TEXT);
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob: sealed, EncryptionAlgorithm }))).toEqual({
      name: "ValidationException",
      message: "KeyId must not be null",
    });
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob: sealed }))).toEqual({ name: "InvalidCiphertextException", message: "" });
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob: sealed, KeyId: id("rsa") }))).toEqual({
      name: "InvalidCiphertextException",
      message: "",
    });
  });

  it("must be named in a dry run that ignores the ciphertext", () => {
    const dry = { DryRun: true, DryRunModifiers: ["IGNORE_CIPHERTEXT"] } as const;
    const modifiers = { DryRun: true, DryRunModifiers: [...dry.DryRunModifiers] };
    expect(refusalIfAny(() => admin.decrypt({ KeyId: id("symmetric"), ...modifiers }))?.name).toBe("DryRunOperationException");
    expect(refusalIfAny(() => admin.decrypt({ KeyId: id("symmetric"), CiphertextBlob: TEXT, ...modifiers }))?.name).toBe(
      "DryRunOperationException",
    );
    expect(refusalIfAny(() => admin.decrypt({ KeyId: id("symmetric"), CiphertextBlob: TEXT, DryRun: true }))?.name).toBe(
      "InvalidCiphertextException",
    );
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob, ...modifiers }))).toEqual({
      name: "ValidationException",
      message: "KeyId must not be null",
    });
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob, DryRunModifiers: ["IGNORE_CIPHERTEXT"] }))?.name).toBe("ValidationException");
    expect(refusalIfAny(() => admin.decrypt({ KeyId: id("symmetric") }))?.message).toContain("Value null at 'ciphertextBlob'");
    expect(refusalIfAny(() => partner.decrypt({ KeyId: arn("symmetric"), ...modifiers }))?.name).toBe("AccessDeniedException");
  });
});

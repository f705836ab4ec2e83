import { describe, expect, it } from "vitest";
import { OPERATIONS } from "../../src/catalog/operations.ts";
import { createKms, fixedPorts, KmsException, memoryStore } from "../../src/kms.ts";
import { bytes, lab } from "./lab.ts";

describe("a client", async () => {
  const { kms, admin, id } = await lab();

  it("has every operation by its name in lower camel case, at once and later", () => {
    const names = OPERATIONS.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1));
    for (const client of [admin, admin.later]) for (const name of names) expect(client, name).toHaveProperty(name, expect.any(Function));
  });

  it("answers, or throws what AWS would", async () => {
    expect(admin.listKeys().Truncated).toBe(false);
    expect((await admin.later.listKeys({ Limit: 1 })).Keys).toHaveLength(1);
    expect(() => admin.describeKey({ KeyId: "alias/none" })).toThrow(KmsException);
    await expect(admin.later.describeKey({ KeyId: "alias/none" })).rejects.toMatchObject({ name: "NotFoundException", $fault: "client" });
  });

  it("carries the id of its request", () => {
    try {
      admin.describeKey({ KeyId: "alias/none" });
    } catch (thrown) {
      expect((thrown as KmsException).$metadata.requestId).toBe(kms.auditEvents().at(-1)?.requestID);
    }
  });

  it("needs no destructuring care: its members stand alone", () => {
    const { encrypt, decrypt } = admin;
    expect(decrypt({ CiphertextBlob: encrypt({ KeyId: id("symmetric"), Plaintext: bytes("x") }).CiphertextBlob }).Plaintext).toEqual(
      bytes("x"),
    );
  });
});

describe("createKms", () => {
  it("starts with nothing, for the account of the guides", async () => {
    const kms = await createKms();
    const root = kms.as("arn:aws:iam::111122223333:root");
    expect(root.listKeys()).toEqual({ Keys: [], Truncated: false });
    expect(root.createKey().KeyMetadata.Arn).toMatch(/^arn:aws:kms:us-east-1:111122223333:key\//);
    expect(() => kms.advance({ days: 1 })).toThrow(TypeError);
  });

  it("leaves keys as they are that its store has already", async () => {
    const store = memoryStore();
    const world = { keys: { orders: { id: "1234abcd-12ab-34cd-56ef-1234567890ab", aliases: ["alias/orders"] } } };
    const first = await createKms({ store, world });
    const root = first.as("arn:aws:iam::111122223333:root");
    root.updateKeyDescription({ KeyId: first.keys.orders!, Description: "kept" });
    root.deleteAlias({ AliasName: "alias/orders" });
    const { CiphertextBlob } = root.encrypt({ KeyId: first.keys.orders!, Plaintext: bytes("x") });
    const again = (await createKms({ store, world })).as("arn:aws:iam::111122223333:root");
    expect(again.describeKey({ KeyId: first.keys.orders! }).KeyMetadata.Description).toBe("kept");
    expect(again.listAliases({ KeyId: first.keys.orders! }).Aliases).toEqual([]);
    expect(again.decrypt({ CiphertextBlob }).Plaintext).toEqual(bytes("x"));
  });

  it("does the same with the same ports", async () => {
    const run = async () => {
      const kms = await createKms({ ports: fixedPorts({ startMs: 0 }), world: { keys: { orders: {} } } });
      const root = kms.as("arn:aws:iam::111122223333:root");
      const { CiphertextBlob } = root.encrypt({ KeyId: kms.keys.orders!, Plaintext: bytes("x") });
      return [kms.keys, CiphertextBlob, kms.auditEvents()];
    };
    expect(await run()).toEqual(await run());
  });
});

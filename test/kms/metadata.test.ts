import { describe, expect, it } from "vitest";
import { KEY_SPECS } from "../../src/catalog/key-specs.ts";
import { metadataOf } from "../../src/kms/metadata.ts";
import { State } from "../../src/kms/state.ts";
import { DAY, key, keyStore, material, NOW } from "./records.ts";

const state = new State();
const of = (members: Parameters<typeof key>[0]) => metadataOf(key(members), state);

it("tells what a key is", () => {
  const one = key();
  expect(metadataOf(one, state)).toEqual({
    AWSAccountId: "111122223333",
    KeyId: one.id,
    Arn: one.arn,
    CreationDate: new Date(NOW),
    Enabled: true,
    Description: "",
    KeyUsage: "ENCRYPT_DECRYPT",
    KeyState: "Enabled",
    Origin: "AWS_KMS",
    KeyManager: "CUSTOMER",
    CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
    KeySpec: "SYMMETRIC_DEFAULT",
    EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    MultiRegion: false,
    CurrentKeyMaterialId: one.materials[0]!.id,
  });
});

it("lists the algorithms of its usage and of no other", () => {
  for (const { spec, usages } of KEY_SPECS) {
    for (const usage of usages) {
      const lists = Object.keys(of({ spec, usage })).filter((name) => name.endsWith("Algorithms"));
      expect(lists, `${spec} ${usage}`).toHaveLength(1);
    }
  }
  expect(of({ spec: "HMAC_256", usage: "GENERATE_VERIFY_MAC" })).toMatchObject({ MacAlgorithms: ["HMAC_SHA_256"] });
  expect(of({ spec: "HMAC_256", usage: "GENERATE_VERIFY_MAC" })).not.toHaveProperty("CurrentKeyMaterialId");
});

describe("what shows only at times", () => {
  it("is the date of deletion, or the window that has not begun", () => {
    expect(of({ deletion: { state: "PendingDeletion", at: NOW + DAY, windowDays: 7 } })).toMatchObject({
      KeyState: "PendingDeletion",
      Enabled: false,
      DeletionDate: new Date(NOW + DAY),
    });
    const waits = of({ deletion: { state: "PendingReplicaDeletion", windowDays: 7 } });
    expect(waits).toMatchObject({ KeyState: "PendingReplicaDeletion", PendingDeletionWindowInDays: 7 });
    expect(waits).not.toHaveProperty("DeletionDate");
    expect(of({ enabled: false })).toMatchObject({ Enabled: false, KeyState: "Disabled" });
  });

  it("is the earliest expiry of imported material that the key needs", () => {
    const imported = (...materials: ReturnType<typeof material>[]) => of({ origin: "EXTERNAL", materials });
    expect(imported()).not.toHaveProperty("ExpirationModel");
    expect(imported(material())).toMatchObject({ ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" });
    const many = imported(
      material({ state: "NON_CURRENT", expiresAt: NOW + 2 * DAY }),
      material({ expiresAt: NOW + 3 * DAY }),
      material({ state: "PENDING_ROTATION", expiresAt: NOW + DAY }),
    );
    expect(many).toMatchObject({ ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(NOW + 2 * DAY) });
  });

  it("is the store of a key that is not here", () => {
    const stores = new State();
    stores.apply({
      kind: "put-key-store",
      store: keyStore({ type: "AWS_CLOUDHSM", settings: { CloudHsmClusterId: "cluster-1a23b4cdefg" } }),
    });
    const stored = metadataOf(key({ origin: "AWS_CLOUDHSM", customKeyStoreId: keyStore().id, materials: [], xksKeyId: "x" }), stores);
    expect(stored).toMatchObject({
      CustomKeyStoreId: keyStore().id,
      CloudHsmClusterId: "cluster-1a23b4cdefg",
      XksKeyConfiguration: { Id: "x" },
      KeyState: "Enabled",
    });
  });

  it("are the relatives of a multi-Region key", () => {
    const both = new State();
    const primary = key({ id: "mrk-1", multiRegion: { type: "PRIMARY", primaryRegion: "us-east-1" } });
    const replica = key({
      ...primary,
      region: "us-west-2",
      arn: "arn:aws:kms:us-west-2:111122223333:key/mrk-1",
      multiRegion: { type: "REPLICA", primaryRegion: "us-east-1" },
    });
    both.apply({ kind: "put-key", key: primary });
    both.apply({ kind: "put-key", key: replica });
    expect(metadataOf(replica, both)).toMatchObject({
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: "REPLICA",
        PrimaryKey: { Arn: primary.arn, Region: "us-east-1" },
        ReplicaKeys: [{ Arn: replica.arn, Region: "us-west-2" }],
      },
    });
  });
});

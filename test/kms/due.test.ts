import { describe, expect, it } from "vitest";
import { bytes, lab, refusalIfAny } from "./lab.ts";

const TEXT = bytes("attack at dawn");

describe("by the clock", () => {
  it("a key that waited for its deletion goes, with its aliases", async () => {
    const { kms, admin, id, arn, store } = await lab();
    admin.scheduleKeyDeletion({ KeyId: id("symmetric"), PendingWindowInDays: 7 });
    kms.advance({ days: 7, milliseconds: -1 });
    expect(admin.describeKey({ KeyId: id("symmetric") }).KeyMetadata.KeyState).toBe("PendingDeletion");
    kms.advance({ milliseconds: 1 });
    expect(store.state.key(arn("symmetric"))).toBeUndefined();
    expect(admin.listAliases().Aliases.flatMap(({ AliasName, TargetKeyId }) => (TargetKeyId ? AliasName : []))).toEqual(["alias/other"]);
    expect(kms.auditEvents().at(-2)).toMatchObject({
      eventName: "DeleteKey",
      eventType: "AwsServiceEvent",
      serviceEventDetails: { keyId: id("symmetric") },
    });
  });

  it("several things happen in the order of their time, however far the clock is moved at once", async () => {
    const { kms, admin, id, store, arn } = await lab();
    admin.enableKeyRotation({ KeyId: id("symmetric"), RotationPeriodInDays: 90 });
    admin.enableKeyRotation({ KeyId: id("other"), RotationPeriodInDays: 170 });
    kms.advance({ days: 400 });
    const rotations = kms.auditEvents().filter(({ eventName }) => eventName === "RotateKey");
    expect(
      rotations.map(({ serviceEventDetails, eventTime }) => [serviceEventDetails?.keyId === id("other"), eventTime.slice(0, 10)]),
    ).toEqual([
      [false, "2027-02-20"],
      [true, "2027-05-11"],
      [false, "2027-05-21"],
      [false, "2027-08-19"],
      [true, "2027-10-28"],
      [false, "2027-11-17"],
    ]);
    expect(store.state.key(arn("symmetric"))?.materials).toHaveLength(5);
  });

  it("a primary key begins to wait when its last replica is gone", async () => {
    const { kms, admin, id, arn } = await lab();
    admin.replicateKey({ KeyId: id("multi"), ReplicaRegion: "us-west-2" });
    kms.advance({ minutes: 5 });
    const west = kms.as({ principal: "admin", region: "us-west-2" });
    admin.scheduleKeyDeletion({ KeyId: id("multi"), PendingWindowInDays: 10 });
    expect(admin.describeKey({ KeyId: id("multi") }).KeyMetadata).toMatchObject({
      KeyState: "PendingReplicaDeletion",
      PendingDeletionWindowInDays: 10,
    });
    west.scheduleKeyDeletion({ KeyId: id("multi"), PendingWindowInDays: 7 });
    kms.advance({ days: 7 });
    expect(refusalIfAny(() => west.describeKey({ KeyId: id("multi") }))?.name).toBe("NotFoundException");
    const { KeyState, DeletionDate } = admin.describeKey({ KeyId: id("multi") }).KeyMetadata;
    expect([KeyState, DeletionDate?.toISOString().slice(0, 10)]).toEqual(["PendingDeletion", "2026-12-09"]);
    kms.advance({ days: 10 });
    expect(refusalIfAny(() => admin.describeKey({ KeyId: arn("multi") }))?.name).toBe("NotFoundException");
  });

  it("imported material expires, and with it the key stops", async () => {
    const { kms, admin, id, arn, store, change } = await lab();
    const [material] = store.state.key(arn("external"))!.materials;
    change("external", { materials: [{ ...material!, expiresAt: Date.UTC(2026, 11, 1) }] });
    const { CiphertextBlob } = admin.encrypt({ KeyId: id("external"), Plaintext: TEXT });
    kms.advance({ days: 30 });
    expect(refusalIfAny(() => admin.decrypt({ CiphertextBlob }))).toEqual({
      name: "KMSInvalidStateException",
      message: `${arn("external")} is pending import.`,
    });
    expect(kms.auditEvents().map(({ eventName }) => eventName)).toContain("DeleteExpiredKeyMaterial");
  });

  it("nothing happens to keys that wait for nothing", async () => {
    const { kms, snapshot } = await lab();
    const before = snapshot();
    kms.advance({ days: 10_000 });
    expect(snapshot()).toEqual(before);
    expect(kms.auditEvents()).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { NOVEMBER } from "./lab.ts";
import { bytesOf, type Clocked, clocked, FOREVER, HOME, IRELAND, MRK, prepared, WEST } from "./operations/clocked.ts";

/** What CloudTrail tells of KMS itself (KMS Developer Guide, "Logging AWS KMS API calls with AWS CloudTrail"): no call of anybody. */

const told = (kms: Clocked, run: () => void) => {
  const before = kms.auditEvents().length;
  run();
  return kms
    .auditEvents()
    .slice(before)
    .flatMap(({ eventName, awsRegion, userIdentity }) => (userIdentity.invokedBy === "AWS Internal" ? `${eventName} ${awsRegion}` : []));
};
const synced = (...regions: readonly (string | undefined)[]) => regions.map((region) => `SynchronizeMultiRegionKey ${region}`);

/** A primary key here, with replicas in two other Regions that are ready. */
async function family(key: object = {}) {
  const kms = await clocked({ one: { id: MRK, ...key } });
  for (const ReplicaRegion of [WEST!, IRELAND!]) {
    kms.admin.replicateKey({ KeyId: MRK, ReplicaRegion });
    kms.advance({ minutes: 1 });
  }
  return kms;
}

describe("SynchronizeMultiRegionKey", () => {
  it("tells that a replica is ready, in its Region, as an API call by AWS", async () => {
    const kms = await clocked({ one: { id: MRK } });
    kms.admin.replicateKey({ KeyId: MRK, ReplicaRegion: WEST! });
    expect(kms.auditEvents().map(({ eventName }) => eventName)).toEqual(["ReplicateKey", "CreateKey"]);
    expect(told(kms, () => kms.advance({ minutes: 1 }))).toEqual(synced(WEST));
    const arn = `arn:aws:kms:${WEST}:111122223333:key/${MRK}`;
    expect(kms.auditEvents().at(-1)).toMatchObject({
      eventType: "AwsApiCall",
      userIdentity: { accountId: "111122223333", invokedBy: "AWS Internal" },
      eventTime: new Date(NOVEMBER + 2000).toISOString().replace(".000", ""),
      requestParameters: { keyId: arn },
      responseElements: null,
      requestID: expect.any(String),
      readOnly: false,
      resources: [{ accountId: "111122223333", ARN: arn }],
    });
    expect(kms.auditEvents().at(-1)).not.toHaveProperty("serviceEventDetails");
  });

  it.each<[string, (kms: Clocked) => void, readonly string[]]>([
    ["rotation is enabled", ({ admin }) => admin.enableKeyRotation({ KeyId: MRK }), synced(WEST, IRELAND)],
    ["the primary is another", ({ admin }) => admin.updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: WEST! }), synced(IRELAND)],
    ["a key is described otherwise", ({ admin }) => admin.updateKeyDescription({ KeyId: MRK, Description: "d" }), []],
    ["a replica is disabled", (kms) => kms.in(WEST!).disableKey({ KeyId: MRK }), []],
    ["a replica is to be deleted", (kms) => kms.in(WEST!).scheduleKeyDeletion({ KeyId: MRK }), []],
    ["a key is used", ({ admin }) => admin.generateDataKey({ KeyId: MRK, KeySpec: "AES_256" }), []],
  ])("where %s", async (_, run, expected) => {
    const kms = await family();
    expect(told(kms, () => run(kms))).toEqual(expected);
  });

  it("brings every rotation to the replicas, by the schedule and on demand", async () => {
    const kms = await family();
    kms.admin.enableKeyRotation({ KeyId: MRK, RotationPeriodInDays: 90 });
    expect(told(kms, () => kms.advance({ days: 90 }))).toEqual([`RotateKey ${HOME}`, ...synced(WEST, IRELAND)]);
    expect(told(kms, () => kms.admin.rotateKeyOnDemand({ KeyId: MRK }))).toEqual([]);
    expect(told(kms, () => kms.advance({ minutes: 2 }))).toEqual([`RotateKey ${HOME}`, ...synced(WEST, IRELAND)]);
    expect(told(kms, () => kms.admin.disableKeyRotation({ KeyId: MRK }))).toEqual(synced(WEST, IRELAND));
    expect(told(kms, () => kms.admin.disableKeyRotation({ KeyId: MRK }))).toEqual([]); // nothing new
  });

  it("tells the replicas which material is imported at the primary, and not what a Region imports for itself", async () => {
    const kms = await family({ origin: "EXTERNAL", dangerousKeyMaterial: bytesOf(1) });
    const put = (region: string, value: number, members: object = {}) =>
      told(kms, () => kms.in(region).importKeyMaterial({ ...prepared(kms.in(region), MRK, bytesOf(value)), ...FOREVER, ...members }));
    expect(put(WEST!, 1)).toEqual([]);
    expect(put(IRELAND!, 1)).toEqual([]);
    expect(put(HOME!, 2, { ImportType: "NEW_KEY_MATERIAL" })).toEqual(synced(WEST, IRELAND));
    expect(put(WEST!, 2)).toEqual([]);
    expect(put(IRELAND!, 2)).toEqual(synced(HOME, WEST)); // now all have it: it may be rotated to
  });

  it("is not told of keys of one Region", async () => {
    const kms = await clocked({ one: {} });
    const [KeyId] = Object.values(kms.keys) as [string];
    expect(told(kms, () => kms.admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 }))).toEqual([]);
    expect(told(kms, () => kms.advance({ days: 90 }))).toEqual([`RotateKey ${HOME}`]);
  });
});

describe("what KMS does by itself", () => {
  it("is told: material that expires, a key that is deleted", async () => {
    const kms = await clocked({ one: { origin: "EXTERNAL" } });
    const [KeyId] = Object.values(kms.keys) as [string];
    const wish = { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(NOVEMBER + 86_400_000) } as const;
    kms.admin.importKeyMaterial({ ...prepared(kms.admin, KeyId, bytesOf(1)), ...wish });
    expect(told(kms, () => kms.advance({ days: 1 }))).toEqual([`DeleteExpiredKeyMaterial ${HOME}`]);
    kms.admin.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    expect(told(kms, () => kms.advance({ days: 7 }))).toEqual([`DeleteKey ${HOME}`]);
    expect(kms.auditEvents().at(-1)).toMatchObject({ eventType: "AwsServiceEvent", serviceEventDetails: { keyId: KeyId.split("/")[1] } });
  });

  it("a rotation that has no material to rotate to is none", async () => {
    const kms = await clocked({ one: { origin: "EXTERNAL", dangerousKeyMaterial: bytesOf(1) } });
    const [KeyId] = Object.values(kms.keys) as [string];
    const wish = { ...FOREVER, ImportType: "NEW_KEY_MATERIAL" } as const;
    const { KeyMaterialId } = kms.admin.importKeyMaterial({ ...prepared(kms.admin, KeyId, bytesOf(2)), ...wish });
    kms.admin.rotateKeyOnDemand({ KeyId });
    kms.admin.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: KeyMaterialId! });
    expect(told(kms, () => kms.advance({ minutes: 2 }))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { KeyState } from "../../../src/catalog/key-states.ts";
import type { Key } from "../../../src/kms/key.ts";
import type { KmsClient, WorldKey } from "../../../src/kms.ts";
import { ABROAD, ACCOUNT, allowing, call, DAY, NOVEMBER, refusal, type Started } from "../lab.ts";
import { arnOf, estate } from "./estate.ts";

const data = Uint8Array.of(1, 2, 3);

async function start(key: WorldKey = {}, policies: readonly object[] = []) {
  const kms = await estate({
    principals: { keeper: { arn: `arn:aws:iam::${ACCOUNT}:user/keeper`, policies } },
    keys: { orders: { aliases: ["alias/orders"], ...key } },
  });
  const KeyId = kms.keys.orders as string;
  const [admin, keeper] = [kms.as("admin"), kms.as("keeper")];
  const state = () => admin.describeKey({ KeyId }).KeyMetadata.KeyState;
  return { kms, KeyId, admin, keeper, state };
}

const OPERATIONS = ["EnableKey", "DisableKey", "ScheduleKeyDeletion", "CancelKeyDeletion", "GetKeyLastUsage"] as const;

describe("the operations on the life of a key", () => {
  it.each(OPERATIONS)("%s needs its permission and no other, at home, and takes no alias", async (operation) => {
    const deletion = { state: "PendingDeletion", at: NOVEMBER + 9 * DAY, windowDays: 9 } as const;
    const prepare = async (may: object) => {
      const made = await start({ policy: allowing({ Principal: { AWS: [arnOf.root, arnOf.rootAbroad] }, Action: "kms:*" }) }, [
        allowing(may),
      ]);
      if (operation === "CancelKeyDeletion") made.kms.change("orders", { deletion });
      return made;
    };
    const one = await prepare({ Action: `kms:${operation}` });
    expect(refusal(() => call(one.keeper, operation, { KeyId: "alias/orders" }))).toEqual({
      name: "InvalidArnException",
      message: "Key Aliases are not supported for this operation.",
    });
    expect(refusal(() => call(one.kms.as("partner"), operation, { KeyId: one.KeyId })).name).toBe("AccessDeniedException");
    expect(call(one.keeper, operation, { KeyId: one.KeyId })).toBeDefined();
    const other = await prepare({ NotAction: `kms:${operation}` });
    const before = other.kms.snapshot();
    expect(refusal(() => call(other.keeper, operation, { KeyId: other.KeyId }))).toEqual({
      name: "AccessDeniedException",
      message: `User: arn:aws:iam::${ACCOUNT}:user/keeper is not authorized to perform: kms:${operation} on resource: ${other.KeyId} because no identity-based policy allows the kms:${operation} action`,
    });
    expect(other.kms.snapshot()).toEqual(before);
  });

  const NOT_PENDING = "is not pending deletion (or pending replica deletion).";
  // biome-ignore format: a table reads as a table
  const STATES: readonly (readonly [KeyState, Partial<Key>, Partial<Record<(typeof OPERATIONS)[number], string>>])[] = [
    ["Enabled",                {},                                                                        { CancelKeyDeletion: NOT_PENDING }],
    ["Disabled",               { enabled: false },                                                        { CancelKeyDeletion: NOT_PENDING }],
    ["PendingDeletion",        { deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } }, { EnableKey: "is pending deletion.", DisableKey: "is pending deletion.", ScheduleKeyDeletion: "is pending deletion." }],
    ["PendingReplicaDeletion", { deletion: { state: "PendingReplicaDeletion", windowDays: 7 } },          { EnableKey: "is pending replica deletion.", DisableKey: "is pending replica deletion.", ScheduleKeyDeletion: "is pending replica deletion." }],
    ["PendingImport",          { origin: "EXTERNAL", materials: [] },                                     { EnableKey: "is pending import.", DisableKey: "is pending import.", CancelKeyDeletion: NOT_PENDING }],
    ["Creating",               { transition: "Creating" },                                     { EnableKey: "is creating.", DisableKey: "is creating.", CancelKeyDeletion: NOT_PENDING }],
    ["Updating",               { transition: "Updating" },                                     { EnableKey: "is updating.", DisableKey: "is updating.", ScheduleKeyDeletion: "is updating.", CancelKeyDeletion: NOT_PENDING }],
  ];
  it.each(STATES)("answer a key that is %s as documented", async (state, members, refused) => {
    for (const operation of OPERATIONS) {
      const { kms, KeyId, admin } = await start();
      kms.change("orders", members);
      expect(admin.describeKey({ KeyId }).KeyMetadata.KeyState).toBe(state);
      const run = () => call(admin, operation, { KeyId });
      const words = refused[operation];
      if (words === undefined) expect(run(), operation).toBeDefined();
      else expect(refusal(run), operation).toEqual({ name: "KMSInvalidStateException", message: `${KeyId} ${words}` });
    }
  });
});

describe("EnableKey and DisableKey", () => {
  it("stop the use of a key and allow it again, however often they are asked", async () => {
    const { KeyId, admin, state } = await start();
    expect([admin.disableKey({ KeyId }), admin.disableKey({ KeyId })]).toEqual([{}, {}]);
    expect(state()).toBe("Disabled");
    expect(admin.describeKey({ KeyId }).KeyMetadata.Enabled).toBe(false);
    expect(refusal(() => admin.encrypt({ KeyId, Plaintext: data }))).toEqual({
      name: "DisabledException",
      message: `${KeyId} is disabled.`,
    });
    expect([admin.enableKey({ KeyId }), admin.enableKey({ KeyId })]).toEqual([{}, {}]);
    expect(state()).toBe("Enabled");
    expect(admin.encrypt({ KeyId, Plaintext: data }).KeyId).toBe(KeyId);
  });

  it("let an overdue rotation happen once, when the key is enabled", async () => {
    const { kms, KeyId, admin } = await start();
    kms.change("orders", { rotation: { periodDays: 100, nextAt: NOVEMBER + 100 * DAY } });
    const materials = () => kms.key("orders")?.materials ?? [];
    admin.disableKey({ KeyId });
    kms.advance({ days: 350 });
    expect(materials()).toHaveLength(1);
    admin.enableKey({ KeyId });
    kms.advance({ seconds: 1 });
    expect(materials().map(({ state, rotatedAt }) => [state, rotatedAt])).toEqual([
      ["NON_CURRENT", undefined],
      ["CURRENT", NOVEMBER + 350 * DAY],
    ]);
    expect(kms.key("orders")?.rotation?.nextAt).toBe(NOVEMBER + 450 * DAY);
  });

  it("leave the schedule of a rotation that is not overdue", async () => {
    const { kms, KeyId, admin } = await start();
    kms.change("orders", { rotation: { periodDays: 100, nextAt: NOVEMBER + 100 * DAY } });
    admin.disableKey({ KeyId });
    kms.advance({ days: 50 });
    admin.enableKey({ KeyId });
    expect(kms.key("orders")?.rotation?.nextAt).toBe(NOVEMBER + 100 * DAY);
  });

  it("are told to the audit log", async () => {
    const { kms, KeyId, admin } = await start();
    admin.disableKey({ KeyId });
    admin.enableKey({ KeyId });
    const common = { readOnly: false, requestParameters: { keyId: KeyId }, responseElements: null, resources: [{ ARN: KeyId }] };
    expect(kms.auditEvents()).toMatchObject([
      { eventName: "DisableKey", ...common },
      { eventName: "EnableKey", ...common },
    ]);
  });
});

describe("ScheduleKeyDeletion", () => {
  it("sets the end of a key: the key, its alias and its grants are gone then, and nothing opens", async () => {
    const { kms, KeyId, admin } = await start();
    admin.createGrant({ KeyId, GranteePrincipal: arnOf.app, RetiringPrincipal: arnOf.user, Operations: ["Decrypt"] });
    const { CiphertextBlob } = admin.encrypt({ KeyId, Plaintext: data });
    expect(admin.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 })).toEqual({
      KeyId,
      DeletionDate: new Date(NOVEMBER + 7 * DAY),
      KeyState: "PendingDeletion",
      PendingWindowInDays: 7,
    });
    expect(admin.describeKey({ KeyId }).KeyMetadata).toMatchObject({
      KeyState: "PendingDeletion",
      Enabled: false,
      DeletionDate: new Date(NOVEMBER + 7 * DAY),
    });
    expect(refusal(() => admin.decrypt({ CiphertextBlob }))).toEqual({
      name: "KMSInvalidStateException",
      message: `${KeyId} is pending deletion.`,
    });
    kms.advance({ days: 6, hours: 23, minutes: 59, seconds: 59 });
    const named = () => admin.listAliases().Aliases.filter(({ TargetKeyId }) => TargetKeyId !== undefined);
    expect(named()).toHaveLength(1);
    kms.advance({ seconds: 1 });
    expect(refusal(() => admin.describeKey({ KeyId }))).toEqual({ name: "NotFoundException", message: `Key '${KeyId}' does not exist` });
    expect(refusal(() => admin.cancelKeyDeletion({ KeyId })).name).toBe("NotFoundException");
    expect(admin.listKeys().Keys).toEqual([]);
    expect(named()).toEqual([]);
    expect(admin.listRetirableGrants({ RetiringPrincipal: arnOf.user }).Grants).toEqual([]);
    expect(() => admin.decrypt({ CiphertextBlob })).toThrow();
    expect(kms.auditEvents()).toContainEqual(
      expect.objectContaining({
        eventName: "DeleteKey",
        eventType: "AwsServiceEvent",
        serviceEventDetails: { keyId: KeyId.slice(KeyId.lastIndexOf("/") + 1) },
      }),
    );
  });

  it("waits 30 days unless asked, and 7 to 30", async () => {
    const { KeyId, admin } = await start();
    const schedule = (PendingWindowInDays: number) => admin.scheduleKeyDeletion({ KeyId, PendingWindowInDays });
    for (const days of [1, 6, 31, 365]) {
      expect(refusal(() => schedule(days))).toEqual({
        name: "ValidationException",
        message: `PendingWindowInDays must be between 7 and 30, but it is ${days}`,
      });
    }
    expect(refusal(() => schedule(0)).message).toBe(
      "1 validation error detected: Value '0' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
    expect(refusal(() => schedule(366)).message).toContain("Member must have value less than or equal to 365");
    expect(admin.scheduleKeyDeletion({ KeyId })).toMatchObject({ PendingWindowInDays: 30, DeletionDate: new Date(NOVEMBER + 30 * DAY) });
    admin.cancelKeyDeletion({ KeyId });
    expect(schedule(30).DeletionDate).toEqual(new Date(NOVEMBER + 30 * DAY));
  });

  it("tells policies how long it waits, also unasked", async () => {
    const Condition = { NumericGreaterThanEquals: { "kms:ScheduleKeyDeletionPendingWindowInDays": 20 } };
    const { KeyId, admin, keeper } = await start({}, [allowing({ Action: "kms:ScheduleKeyDeletion", Condition })]);
    expect(refusal(() => keeper.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 19 })).name).toBe("AccessDeniedException");
    keeper.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 20 });
    admin.cancelKeyDeletion({ KeyId });
    expect(keeper.scheduleKeyDeletion({ KeyId }).PendingWindowInDays).toBe(30);
  });

  it("is told to the audit log with its answer", async () => {
    const { kms, KeyId, admin } = await start();
    admin.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    admin.cancelKeyDeletion({ KeyId });
    expect(kms.auditEvents()).toMatchObject([
      {
        eventName: "ScheduleKeyDeletion",
        readOnly: false,
        requestParameters: { keyId: KeyId, pendingWindowInDays: 7 },
        responseElements: {
          keyId: KeyId,
          keyState: "PendingDeletion",
          pendingWindowInDays: 7,
          deletionDate: expect.stringMatching(/^Nov 8, 2026, 12:00:00.AM$/),
        },
      },
      { eventName: "CancelKeyDeletion", requestParameters: { keyId: KeyId }, responseElements: { keyId: KeyId } },
    ]);
  });
});

describe("CancelKeyDeletion", () => {
  it("leaves the key disabled, and its end is off", async () => {
    const { kms, KeyId, admin, state } = await start();
    admin.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    kms.advance({ days: 6 });
    expect(admin.cancelKeyDeletion({ KeyId })).toEqual({ KeyId });
    expect(state()).toBe("Disabled");
    expect(admin.describeKey({ KeyId }).KeyMetadata).not.toHaveProperty("DeletionDate");
    kms.advance({ days: 400 });
    expect(state()).toBe("Disabled");
    admin.enableKey({ KeyId });
    expect(admin.encrypt({ KeyId, Plaintext: data }).KeyId).toBe(KeyId);
  });

  it("leaves a key without its material waiting for it", async () => {
    const { KeyId, admin, state } = await start({ origin: "EXTERNAL" });
    admin.scheduleKeyDeletion({ KeyId });
    admin.cancelKeyDeletion({ KeyId });
    expect(state()).toBe("PendingImport");
  });
});

describe("the deletion of multi-Region keys", () => {
  const id = `mrk-${"1a".repeat(16)}`;
  const at = (region: string) => `arn:aws:kms:${region}:${ACCOUNT}:key/${id}`;
  const [east, west, north] = ["us-east-1", "us-west-2", "eu-north-1"].map(at) as [string, string, string];
  const family = async () => {
    const replica = { id, multiRegionKeyType: "REPLICA" } as const;
    const kms = await estate({
      keys: {
        east: { id },
        west: { ...replica, region: "us-west-2" },
        north: { ...replica, region: "eu-north-1" },
      },
    });
    const client = (arn: string) => kms.as({ principal: "admin", region: arn.split(":")[3] as string });
    const stateOf = (arn: string) => {
      try {
        return client(arn).describeKey({ KeyId: arn }).KeyMetadata.KeyState;
      } catch {
        return "gone";
      }
    };
    const schedule = (arn: string, PendingWindowInDays: number) => client(arn).scheduleKeyDeletion({ KeyId: arn, PendingWindowInDays });
    return { kms, client, schedule, states: () => [east, west, north].map(stateOf) };
  };

  it("keeps the primary until the last replica is gone, and its window begins then", async () => {
    const { kms, client, schedule, states } = await family();
    expect(schedule(east, 10)).toEqual({ KeyId: east, KeyState: "PendingReplicaDeletion", PendingWindowInDays: 10 });
    expect(client(east).describeKey({ KeyId: east }).KeyMetadata).toMatchObject({
      KeyState: "PendingReplicaDeletion",
      PendingDeletionWindowInDays: 10,
    });
    kms.advance({ days: 100 });
    expect(states()).toEqual(["PendingReplicaDeletion", "Enabled", "Enabled"]);
    schedule(west, 7);
    schedule(north, 9);
    kms.advance({ days: 7 });
    expect(states()).toEqual(["PendingReplicaDeletion", "gone", "PendingDeletion"]);
    kms.advance({ days: 2 });
    expect(states()).toEqual(["PendingDeletion", "gone", "gone"]);
    const { KeyMetadata } = client(east).describeKey({ KeyId: east });
    expect(KeyMetadata).toMatchObject({ DeletionDate: new Date(NOVEMBER + 119 * DAY) });
    expect(KeyMetadata).not.toHaveProperty("PendingDeletionWindowInDays");
    kms.advance({ days: 10 });
    expect(states()).toEqual(["gone", "gone", "gone"]);
    const deleted = kms.auditEvents().filter(({ eventName }) => eventName === "DeleteKey");
    expect(deleted.map(({ awsRegion, eventTime }) => [awsRegion, eventTime])).toEqual([
      ["us-west-2", new Date(NOVEMBER + 107 * DAY).toISOString().replace(".000", "")],
      ["eu-north-1", new Date(NOVEMBER + 109 * DAY).toISOString().replace(".000", "")],
      ["us-east-1", new Date(NOVEMBER + 119 * DAY).toISOString().replace(".000", "")],
    ]);
  });

  it("does all of it in one step of the clock", async () => {
    const { kms, schedule, states } = await family();
    for (const [arn, days] of [
      [east, 10],
      [west, 7],
      [north, 9],
    ] as const)
      schedule(arn, days);
    kms.advance({ days: 18 });
    expect(states()).toEqual(["PendingDeletion", "gone", "gone"]);
    kms.advance({ days: 1 });
    expect(states()).toEqual(["gone", "gone", "gone"]);
  });

  it("waits for replicas that wait for their own end too, and goes at once without any", async () => {
    const { kms, schedule, states } = await family();
    schedule(west, 7);
    schedule(north, 7);
    expect(schedule(east, 7).KeyState).toBe("PendingReplicaDeletion");
    kms.advance({ days: 7 });
    expect(states()).toEqual(["PendingDeletion", "gone", "gone"]);
    const alone = await start({ multiRegion: true });
    expect(alone.admin.scheduleKeyDeletion({ KeyId: alone.KeyId }).KeyState).toBe("PendingDeletion");
  });

  it("leaves replicas that are not to go, and a cancelled primary", async () => {
    const { kms, client, schedule, states } = await family();
    schedule(west, 7);
    schedule(east, 7);
    client(east).cancelKeyDeletion({ KeyId: east });
    schedule(north, 7);
    kms.advance({ days: 30 });
    expect(states()).toEqual(["Disabled", "gone", "gone"]);
  });
});

describe("GetKeyLastUsage", () => {
  const use = (client: KmsClient, KeyId: string) => client.encrypt({ KeyId, Plaintext: data });
  const usage = (client: KmsClient, KeyId: string) => client.getKeyLastUsage({ KeyId });

  it("tells of a new key that nobody used it", async () => {
    const { KeyId, admin } = await start();
    expect(usage(admin, KeyId)).toEqual({
      KeyId: KeyId.slice(KeyId.lastIndexOf("/") + 1),
      KeyLastUsage: {},
      TrackingStartDate: new Date(NOVEMBER),
      KeyCreationDate: new Date(NOVEMBER),
    });
  });

  it("of an old one, since when it would be known", async () => {
    const createdAt = Date.UTC(2020, 0, 1);
    const { KeyId, admin } = await start({ createdAt });
    expect(usage(admin, KeyId)).toMatchObject({
      KeyLastUsage: {},
      TrackingStartDate: new Date("2026-04-23T00:00:00Z"),
      KeyCreationDate: new Date(createdAt),
    });
  });

  it("tells of the last call that used the key, and of its event; others do not count", async () => {
    const { kms, KeyId, admin, keeper } = await start();
    const { CiphertextBlob } = use(admin, KeyId);
    kms.advance({ days: 2 });
    admin.decrypt({ CiphertextBlob });
    const event = kms.auditEvents().at(-1);
    kms.advance({ days: 1 });
    expect(() => use(keeper, KeyId)).toThrow();
    expect(() => admin.decrypt({ CiphertextBlob, EncryptionContext: { other: "context" } })).toThrow();
    expect(() => admin.encrypt({ KeyId, Plaintext: data, DryRun: true })).toThrow();
    admin.describeKey({ KeyId });
    admin.generateRandom({ NumberOfBytes: 8 });
    expect(usage(admin, KeyId).KeyLastUsage).toEqual({
      Operation: "Decrypt",
      Timestamp: new Date(NOVEMBER + 2 * DAY),
      CloudTrailEventId: event?.eventID,
      KmsRequestId: event?.requestID,
    });
  });

  it("counts ReEncrypt for both keys", async () => {
    const kms: Started = await estate({ keys: { one: {}, two: {} } });
    const admin = kms.as("admin");
    const [one, two] = [kms.keys.one as string, kms.keys.two as string];
    const { CiphertextBlob } = use(admin, one);
    admin.reEncrypt({ CiphertextBlob, DestinationKeyId: two });
    expect([one, two].map((KeyId) => usage(admin, KeyId).KeyLastUsage.Operation)).toEqual(["ReEncrypt", "ReEncrypt"]);
  });
});

describe("kms:TrailingDaysWithoutKeyUsage", () => {
  const idle = (days: number) => [
    allowing({
      Action: ["kms:DisableKey", "kms:ScheduleKeyDeletion"],
      Condition: { NumericGreaterThanEquals: { "kms:TrailingDaysWithoutKeyUsage": days } },
    }),
  ];

  it("keeps a key that was used of late", async () => {
    const { kms, KeyId, admin, keeper } = await start({}, idle(90));
    admin.encrypt({ KeyId, Plaintext: data });
    kms.advance({ days: 89, hours: 23 });
    for (const run of [() => keeper.disableKey({ KeyId }), () => keeper.scheduleKeyDeletion({ KeyId })])
      expect(refusal(run).name).toBe("AccessDeniedException");
    kms.advance({ hours: 1 });
    expect(keeper.disableKey({ KeyId })).toEqual({});
    expect(keeper.scheduleKeyDeletion({ KeyId }).KeyState).toBe("PendingDeletion");
  });

  it("counts from the making of a key that was never used, or from when uses are recorded", async () => {
    const fresh = await start({}, idle(1));
    expect(refusal(() => fresh.keeper.disableKey({ KeyId: fresh.KeyId })).name).toBe("AccessDeniedException");
    const old = await start({ createdAt: Date.UTC(2020, 0, 1) }, idle(192)); // 23 April to 1 November
    expect(old.keeper.disableKey({ KeyId: old.KeyId })).toEqual({});
    const older = await start({ createdAt: Date.UTC(2020, 0, 1) }, idle(193));
    expect(refusal(() => older.keeper.disableKey({ KeyId: older.KeyId })).name).toBe("AccessDeniedException");
  });
});

it("nothing of this works from another account, nor tells it of the key", async () => {
  const { kms, KeyId } = await start();
  const partner = kms.as("partner");
  const missing = KeyId.replace(/.$/, KeyId.endsWith("0") ? "1" : "0");
  for (const operation of OPERATIONS) {
    const answer = refusal(() => call(partner, operation, { KeyId }));
    expect(answer).toEqual(refusal(() => call(partner, operation, { KeyId: missing })));
    expect(answer).toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining(`arn:aws:sts::${ABROAD}:assumed-role/partner/kmsward`),
    });
  }
});

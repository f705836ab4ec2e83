import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KmsClient, WorldKey } from "../../../src/kms.ts";
import { ACCOUNT, bytes, DAY, NOVEMBER, refusal } from "../lab.ts";
import { bytesOf, clocked, FOREVER, HOME, MRK, prepared, user, WEST } from "./clocked.ts";

const materialOf = (client: KmsClient, KeyId: string) => client.generateDataKey({ KeyId, KeySpec: "AES_256" }).KeyMaterialId!;
const rotationsOf = (client: KmsClient, KeyId: string) => client.listKeyRotations({ KeyId }).Rotations;
const days = (count: number) => new Date(NOVEMBER + count * DAY);

const start = async (key: WorldKey = {}) => {
  const kms = await clocked({ one: key });
  return { kms, admin: kms.admin, KeyId: kms.keys.one! };
};

describe("EnableKeyRotation", () => {
  it("rotates after a year, or after the period asked for", async () => {
    for (const [asked, period] of [
      [undefined, 365],
      [90, 90],
      [2560, 2560],
    ] as const) {
      const { admin, KeyId } = await start();
      expect(admin.getKeyRotationStatus({ KeyId })).toEqual({ KeyRotationEnabled: false, KeyId });
      expect(admin.enableKeyRotation({ KeyId, ...(asked && { RotationPeriodInDays: asked }) })).toEqual({});
      expect(admin.getKeyRotationStatus({ KeyId })).toEqual({
        KeyRotationEnabled: true,
        KeyId,
        RotationPeriodInDays: period,
        NextRotationDate: days(period),
      });
    }
  });

  it.each([
    [89, "Value '89' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value greater than or equal to 90"],
    [2561, "Value '2561' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value less than or equal to 2560"],
  ])("refuses a period of %d days", async (RotationPeriodInDays, text) => {
    const { admin, KeyId } = await start();
    const message = `1 validation error detected: ${text}`;
    expect(refusal(() => admin.enableKeyRotation({ KeyId, RotationPeriodInDays }))).toEqual({ name: "ValidationException", message });
  });

  it("keeps the schedule where the period stays, and begins another with another", async () => {
    const { kms, admin, KeyId } = await start();
    const next = () => admin.getKeyRotationStatus({ KeyId });
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 100 });
    kms.advance({ days: 40 });
    for (const same of [{}, { RotationPeriodInDays: 100 }]) {
      admin.enableKeyRotation({ KeyId, ...same });
      expect(next()).toMatchObject({ RotationPeriodInDays: 100, NextRotationDate: days(100) });
    }
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 200 });
    expect(next()).toMatchObject({ RotationPeriodInDays: 200, NextRotationDate: days(240) });
    admin.disableKeyRotation({ KeyId });
    admin.disableKeyRotation({ KeyId }); // again: nothing happens
    expect(next()).toEqual({ KeyRotationEnabled: false, KeyId });
    admin.enableKeyRotation({ KeyId });
    expect(next()).toMatchObject({ RotationPeriodInDays: 365, NextRotationDate: days(405) });
  });

  it("tells policies its period: 365 where it is left out, also on a key that keeps another", async () => {
    const may = (period: number) =>
      user({ Action: "kms:EnableKeyRotation", Condition: { NumericEquals: { "kms:RotationPeriodInDays": period } } });
    const kms = await clocked({ one: {} }, { yearly: may(365), often: may(90) });
    const KeyId = kms.keys.one!;
    kms.as("often").enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
    kms.as("yearly").enableKeyRotation({ KeyId });
    expect(kms.admin.getKeyRotationStatus({ KeyId }).RotationPeriodInDays).toBe(90);
    expect(refusal(() => kms.as("often").enableKeyRotation({ KeyId })).name).toBe("AccessDeniedException");
  });

  it("is logged with its period, and the clock's rotation as one of the service", async () => {
    const { kms, admin, KeyId } = await start();
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
    expect(kms.auditEvents().at(-1)).toMatchObject({
      eventName: "EnableKeyRotation",
      requestParameters: { keyId: KeyId, rotationPeriodInDays: 90 },
      responseElements: null,
      readOnly: false,
      resources: [{ ARN: KeyId }],
    });
    kms.advance({ days: 90 });
    expect(kms.auditEvents().at(-1)).toMatchObject({
      eventName: "RotateKey",
      eventType: "AwsServiceEvent",
      userIdentity: { accountId: ACCOUNT, invokedBy: "AWS Internal" },
      serviceEventDetails: { keyId: KeyId.split("/")[1] },
    });
  });
});

describe("rotation by the clock", () => {
  it("happens on the day, and every period after it", async () => {
    const { kms, admin, KeyId } = await start();
    const first = materialOf(admin, KeyId);
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 100 });
    kms.advance({ days: 100, milliseconds: -1 });
    expect(materialOf(admin, KeyId)).toBe(first);
    kms.advance({ milliseconds: 1 });
    const second = materialOf(admin, KeyId);
    expect(second).not.toBe(first);
    expect(admin.describeKey({ KeyId }).KeyMetadata.CurrentKeyMaterialId).toBe(second);
    kms.advance({ days: 250 });
    expect(rotationsOf(admin, KeyId)).toMatchObject([
      { KeyId, KeyMaterialId: second, KeyMaterialState: "NON_CURRENT", RotationDate: days(100), RotationType: "AUTOMATIC" },
      { KeyMaterialState: "NON_CURRENT", RotationDate: days(200) },
      { KeyMaterialId: materialOf(admin, KeyId), KeyMaterialState: "CURRENT", RotationDate: days(300) },
    ]);
    expect(admin.getKeyRotationStatus({ KeyId }).NextRotationDate).toEqual(days(400));
  });

  it("leaves out a disabled key, and is made up for once, when the key is enabled", async () => {
    const { kms, admin, KeyId } = await start();
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 100 });
    admin.disableKey({ KeyId });
    kms.advance({ days: 350 });
    expect(rotationsOf(admin, KeyId)).toEqual([]);
    admin.enableKey({ KeyId });
    expect(rotationsOf(admin, KeyId).map(({ RotationDate }) => RotationDate)).toEqual([days(350)]);
    expect(admin.getKeyRotationStatus({ KeyId }).NextRotationDate).toEqual(days(450));
  });

  it("leaves out a key that is to be deleted, which hides its schedule until that is cancelled", async () => {
    const { kms, admin, KeyId } = await start();
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
    kms.advance({ days: 80 });
    admin.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 30 });
    kms.advance({ days: 20 });
    expect(admin.getKeyRotationStatus({ KeyId })).toEqual({ KeyRotationEnabled: false, KeyId });
    expect(rotationsOf(admin, KeyId)).toEqual([]);
    admin.cancelKeyDeletion({ KeyId });
    expect(admin.getKeyRotationStatus({ KeyId })).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
  });

  it("comes every year to a key that AWS manages, whose status says so from the first time on", async () => {
    const { kms, admin, KeyId } = await start({ managedBy: "aws", aliases: ["alias/aws/sqs"] });
    expect(admin.getKeyRotationStatus({ KeyId })).toEqual({ KeyRotationEnabled: false, KeyId });
    kms.advance({ days: 800 });
    expect(rotationsOf(admin, KeyId).map(({ RotationDate }) => RotationDate)).toEqual([days(365), days(730)]);
    expect(admin.getKeyRotationStatus({ KeyId })).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
      NextRotationDate: days(1095),
    });
    for (const name of ["enableKeyRotation", "disableKeyRotation", "rotateKeyOnDemand"] as const) {
      expect(refusal(() => admin[name]({ KeyId }))).toEqual({
        name: "AccessDeniedException",
        message: expect.stringContaining("because no resource-based policy allows the kms:"),
      });
    }
  });
});

describe("RotateKeyOnDemand", () => {
  // rule kms.rotation.on-demand
  it("begins at once, takes a minute, and leaves the schedule alone", async () => {
    const { kms, admin, KeyId } = await start();
    const first = materialOf(admin, KeyId);
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
    expect(admin.rotateKeyOnDemand({ KeyId })).toEqual({ KeyId });
    expect(kms.auditEvents().at(-1)).toMatchObject({ eventName: "RotateKeyOnDemand", responseElements: { keyId: KeyId } });
    expect(admin.getKeyRotationStatus({ KeyId }).OnDemandRotationStartDate).toEqual(new Date(NOVEMBER));
    kms.advance({ seconds: 5 });
    expect(admin.getKeyRotationStatus({ KeyId }).OnDemandRotationStartDate).toEqual(new Date(NOVEMBER));
    kms.advance({ seconds: 1 });
    expect(admin.getKeyRotationStatus({ KeyId })).not.toHaveProperty("OnDemandRotationStartDate"); // told of for 6 seconds, under way for 64
    kms.advance({ seconds: 57 });
    expect(materialOf(admin, KeyId)).toBe(first);
    expect(admin.rotateKeyOnDemand({ KeyId })).toEqual({ KeyId }); // no other rotation, and no later end
    kms.advance({ seconds: 1 });
    expect(materialOf(admin, KeyId)).not.toBe(first);
    expect(rotationsOf(admin, KeyId)).toMatchObject([{ RotationType: "ON_DEMAND", RotationDate: new Date(NOVEMBER + 64_000) }]);
    expect(admin.getKeyRotationStatus({ KeyId })).toEqual({
      KeyRotationEnabled: true,
      KeyId,
      RotationPeriodInDays: 90,
      NextRotationDate: days(90),
    });
  });

  it.each(["disabled", "scheduled for deletion"])("ends although the key is %s meanwhile", async (what) => {
    const { kms, admin, KeyId } = await start();
    admin.rotateKeyOnDemand({ KeyId });
    if (what === "disabled") admin.disableKey({ KeyId });
    else admin.scheduleKeyDeletion({ KeyId });
    kms.advance({ minutes: 2 });
    expect(rotationsOf(admin, KeyId)).toHaveLength(1);
  });

  it("is done 25 times for a key, and not once more", async () => {
    const { kms, admin, KeyId } = await start();
    for (let i = 0; i < 25; i++) {
      admin.rotateKeyOnDemand({ KeyId });
      kms.advance({ minutes: 2 });
    }
    expect(rotationsOf(admin, KeyId)).toHaveLength(25);
    expect(refusal(() => admin.rotateKeyOnDemand({ KeyId }))).toEqual({
      name: "LimitExceededException",
      message: `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${KeyId}`,
    });
  });

  it("conflicts with a rotation by the clock in the 20 minutes before it", async () => {
    const { kms, admin, KeyId } = await start();
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
    kms.advance({ days: 90, minutes: -20 });
    expect(refusal(() => admin.rotateKeyOnDemand({ KeyId })).name).toBe("ConflictException");
    const earlier = await start();
    earlier.admin.enableKeyRotation({ KeyId: earlier.KeyId, RotationPeriodInDays: 90 });
    earlier.kms.advance({ days: 90, minutes: -20, milliseconds: -1 });
    expect(earlier.admin.rotateKeyOnDemand({ KeyId: earlier.KeyId })).toEqual({ KeyId: earlier.KeyId });
  });

  it("asks imported keys for material that waits", async () => {
    const { kms, admin, KeyId } = await start({ origin: "EXTERNAL", dangerousKeyMaterial: bytesOf(1) });
    const message = `No available key material pending rotation for the key: ${KeyId}.`;
    expect(refusal(() => admin.rotateKeyOnDemand({ KeyId }))).toEqual({ name: "KMSInvalidStateException", message });
    const { KeyMaterialId } = admin.importKeyMaterial({
      ...prepared(admin, KeyId, bytesOf(2)),
      ...FOREVER,
      ImportType: "NEW_KEY_MATERIAL",
    });
    admin.rotateKeyOnDemand({ KeyId });
    kms.advance({ minutes: 2 });
    expect(materialOf(admin, KeyId)).toBe(KeyMaterialId);
  });

  it("comes to nothing where that material is deleted meanwhile", async () => {
    const { kms, admin, KeyId } = await start({ origin: "EXTERNAL", dangerousKeyMaterial: bytesOf(1) });
    const first = materialOf(admin, KeyId);
    const { KeyMaterialId } = admin.importKeyMaterial({
      ...prepared(admin, KeyId, bytesOf(2)),
      ...FOREVER,
      ImportType: "NEW_KEY_MATERIAL",
    });
    admin.rotateKeyOnDemand({ KeyId });
    admin.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: KeyMaterialId! });
    kms.advance({ minutes: 2 });
    expect(materialOf(admin, KeyId)).toBe(first);
    expect(admin.getKeyRotationStatus({ KeyId })).toEqual({ KeyRotationEnabled: false, KeyId });
  });
});

describe("ListKeyRotations", () => {
  it("lists rotations, or all material with the first; oldest first and by pages", async () => {
    const { kms, admin, KeyId } = await start();
    const first = materialOf(admin, KeyId);
    for (let i = 0; i < 3; i++) {
      admin.rotateKeyOnDemand({ KeyId });
      kms.advance({ minutes: 2 });
    }
    const all = admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
    expect(all.Truncated).toBe(false);
    expect(all.Rotations[0]).toEqual({ KeyId, KeyMaterialId: first, KeyMaterialState: "NON_CURRENT" });
    expect(all.Rotations.slice(1)).toEqual(rotationsOf(admin, KeyId));

    const page = admin.listKeyRotations({ KeyId, Limit: 2 });
    expect(page).toMatchObject({ Truncated: true, NextMarker: expect.any(String) });
    const rest = admin.listKeyRotations({ KeyId, Limit: 2, Marker: page.NextMarker! });
    expect([...page.Rotations, ...rest.Rotations]).toEqual(rotationsOf(admin, KeyId));
    expect(rest).not.toHaveProperty("NextMarker");
    const asOther = { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL", Marker: page.NextMarker! } as const;
    for (const bad of [{ KeyId, Marker: "none" }, asOther]) {
      expect(refusal(() => admin.listKeyRotations(bad))).toEqual({ name: "InvalidMarkerException", message: "" });
    }
  });

  it("goes on behind a material, though one that waited for its rotation went and another came", async () => {
    const { admin, KeyId } = await start({ origin: "EXTERNAL", dangerousKeyMaterial: bytesOf(1) });
    const put = (value: number) =>
      admin.importKeyMaterial({ ...prepared(admin, KeyId, bytesOf(value)), ...FOREVER, ImportType: "NEW_KEY_MATERIAL" }).KeyMaterialId!;
    const list = (Marker?: string) => admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL", Limit: 1, Marker });
    const waiting = put(2);
    const { Rotations, NextMarker } = list();
    expect(Rotations).toMatchObject([{ KeyMaterialState: "CURRENT" }]);
    admin.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: waiting });
    const other = put(3);
    const rest = list(NextMarker);
    expect([rest.Rotations.map(({ KeyMaterialId }) => KeyMaterialId), rest.Truncated]).toEqual([[other], false]);
  });

  it("tells of imported material where it is, what it is called and when it ends", async () => {
    const { admin, KeyId } = await start({ origin: "EXTERNAL" });
    const all = () => admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }).Rotations;
    expect(all()).toEqual([]);
    const ValidTo = days(30);
    const { KeyMaterialId } = admin.importKeyMaterial({ ...prepared(admin, KeyId, bytesOf(1)), ValidTo, KeyMaterialDescription: "first" });
    const entry = { KeyId, KeyMaterialId, KeyMaterialState: "CURRENT", KeyMaterialDescription: "first" };
    expect(all()).toEqual([{ ...entry, ImportState: "IMPORTED", ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo }]);
    admin.deleteImportedKeyMaterial({ KeyId });
    expect(all()).toEqual([{ ...entry, ImportState: "PENDING_IMPORT" }]);
    expect(rotationsOf(admin, KeyId)).toEqual([]);
  });

  it("has nothing to list of keys that cannot rotate", async () => {
    for (const spec of ["HMAC_256", "ECC_NIST_P256"] as const) {
      const { admin, KeyId } = await start({ spec });
      expect(admin.listKeyRotations({ KeyId })).toEqual({ Rotations: [], Truncated: false });
      expect(refusal(() => admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }))).toEqual({
        name: "ValidationException",
        message: "Input parameter includeKeyMaterial can only be used with symmetric keys.",
      });
    }
  });
});

const SETTERS = ["enableKeyRotation", "disableKeyRotation", "rotateKeyOnDemand"] as const;
const ALL = [...SETTERS, "getKeyRotationStatus", "listKeyRotations"] as const;
const actionOf = (name: string) => `kms:${name.charAt(0).toUpperCase()}${name.slice(1)}`;

describe.each(ALL)("%s", (name) => {
  it("needs its permission and no other", async () => {
    const [action, other] = [actionOf(name), "kms:DescribeKey"];
    const kms = await clocked(
      { one: {} },
      { able: user({ Action: action }), unable: user({ NotAction: action }), none: user({ Action: other }) },
    );
    const KeyId = kms.keys.one!;
    expect(() => kms.as("able")[name]({ KeyId })).not.toThrow();
    for (const caller of ["unable", "none"]) {
      const { message } = refusal(() => kms.as(caller)[name]({ KeyId }));
      expect(message).toMatch(
        new RegExp(`is not authorized to perform: ${action} on resource: ${KeyId} because no identity-based policy allows`),
      );
    }
  });

  it("takes no alias", async () => {
    const { admin } = await start({ aliases: ["alias/one"] });
    const message = "Key Aliases are not supported for this operation.";
    for (const KeyId of ["alias/one", `arn:aws:kms:us-east-1:${ACCOUNT}:alias/one`]) {
      expect(refusal(() => admin[name]({ KeyId }))).toEqual({ name: "InvalidArnException", message });
    }
  });

  it("is for other accounts only to ask for the status", async () => {
    const Statement = [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }];
    const { kms, KeyId } = await start({ policy: { Version: "2012-10-17", Statement } });
    const ask = () => kms.as("partner")[name]({ KeyId });
    if (name === "getKeyRotationStatus") expect(ask()).toMatchObject({ KeyId });
    else expect(refusal(ask).name).toBe("AccessDeniedException");
  });

  it("minds the state of the key", async () => {
    const { kms, admin, KeyId } = await start();
    const reads = !SETTERS.includes(name as never);
    const expected = [
      [{ enabled: false }, "DisabledException", "is disabled."],
      [
        { enabled: true, deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } },
        "KMSInvalidStateException",
        "is pending deletion.",
      ],
      [{ deletion: { state: "PendingReplicaDeletion", windowDays: 7 } }, "KMSInvalidStateException", "is pending replica deletion."],
      [{ deletion: undefined, transition: "Creating" }, "KMSInvalidStateException", "is creating."],
    ] as const;
    for (const [members, error, words] of expected) {
      kms.change(KeyId, members);
      const before = kms.snapshot();
      if (reads) expect(() => admin[name]({ KeyId })).not.toThrow();
      else expect(refusal(() => admin[name]({ KeyId }))).toEqual({ name: error, message: `${KeyId} ${words}` });
      expect(kms.snapshot()).toEqual(before);
    }
    kms.change(KeyId, { transition: "Updating" });
    expect(() => admin[name]({ KeyId })).not.toThrow();
  });

  it("answers of keys that cannot rotate as was seen", async () => {
    const refused = { name: "UnsupportedOperationException", message: "" };
    for (const spec of ["RSA_2048", "ECC_NIST_P256", "HMAC_256"] as const) {
      const { admin, KeyId } = await start({ spec, dangerousKeyMaterial: undefined as never });
      const isFine = !SETTERS.includes(name as never) || (name === "disableKeyRotation" && spec === "HMAC_256");
      if (isFine) expect(() => admin[name]({ KeyId })).not.toThrow();
      else expect(refusal(() => admin[name]({ KeyId }))).toEqual(refused);
    }
    if (name === "rotateKeyOnDemand") return;
    for (const material of [undefined, bytesOf(1)]) {
      const { admin, KeyId } = await start({ origin: "EXTERNAL", ...(material && { dangerousKeyMaterial: material }) });
      const message = `${KeyId} origin is EXTERNAL which is not valid for this operation.`;
      if (name === "getKeyRotationStatus") expect(admin[name]({ KeyId })).toEqual({ KeyRotationEnabled: false, KeyId });
      else if (name === "listKeyRotations") expect(admin[name]({ KeyId }).Rotations).toEqual([]);
      else expect(refusal(() => admin[name]({ KeyId }))).toEqual({ name: "UnsupportedOperationException", message });
    }
  });

  it("is refused for keys of custom key stores", async () => {
    const { kms, admin, KeyId } = await start();
    kms.change(KeyId, { origin: "AWS_CLOUDHSM", customKeyStoreId: "cks-1234567890abcdef0", materials: [] });
    const message = `${KeyId} origin is AWS_CLOUDHSM which is not valid for this operation.`;
    expect(refusal(() => admin[name]({ KeyId }))).toEqual({ name: "UnsupportedOperationException", message });
  });
});

describe("rotation of a multi-Region key", () => {
  const keys = {
    one: { id: MRK },
    two: { id: MRK, multiRegionKeyType: "REPLICA", region: WEST },
  } as const satisfies Record<string, WorldKey>;

  it.each(SETTERS)("is told to the primary key: %s", async (name) => {
    const kms = await clocked(keys);
    const KeyId = kms.keys.two!;
    const message = `${KeyId} is a multi-region replica key which is not valid for ${actionOf(name).slice(4)}.`;
    expect(refusal(() => kms.in(WEST!)[name]({ KeyId }))).toEqual({ name: "UnsupportedOperationException", message });
    expect(refusal(() => kms.in(HOME!)[name]({ KeyId }))).toEqual({ name: "NotFoundException", message: `Invalid arn ${WEST}` });
  });

  it("is shared: schedule, rotations and material", async () => {
    const kms = await clocked(keys);
    const [east, west] = [kms.in(HOME!), kms.in(WEST!)];
    east.enableKeyRotation({ KeyId: MRK, RotationPeriodInDays: 90 });
    east.rotateKeyOnDemand({ KeyId: MRK });
    const shown = { KeyRotationEnabled: true, RotationPeriodInDays: 90, NextRotationDate: days(90), OnDemandRotationStartDate: days(0) };
    expect(west.getKeyRotationStatus({ KeyId: MRK })).toEqual({ ...shown, KeyId: kms.keys.two });
    kms.advance({ days: 100 });
    const [here, there] = [east, west].map((client) => rotationsOf(client, MRK).map(({ KeyId: _, ...rest }) => rest));
    expect(here).toHaveLength(2);
    expect(there).toEqual(here);
    expect(materialOf(west, MRK)).toBe(materialOf(east, MRK));
    expect(
      kms
        .auditEvents()
        .filter(({ eventName }) => eventName === "RotateKey")
        .map(({ awsRegion }) => awsRegion),
    ).toEqual([HOME, HOME]);
    east.disableKeyRotation({ KeyId: MRK });
    expect(west.getKeyRotationStatus({ KeyId: MRK }).KeyRotationEnabled).toBe(false);
  });

  it("shows its schedule while the primary key waits for its replicas, but does not rotate", async () => {
    const kms = await clocked(keys);
    const east = kms.in(HOME!);
    east.enableKeyRotation({ KeyId: MRK, RotationPeriodInDays: 90 });
    east.scheduleKeyDeletion({ KeyId: MRK });
    kms.advance({ days: 100 });
    expect(east.getKeyRotationStatus({ KeyId: MRK })).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 90,
      NextRotationDate: days(90),
    });
    expect(rotationsOf(east, MRK)).toEqual([]);
  });
});

describe("old ciphertexts", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("wait" as const), days: fc.integer({ min: 0, max: 200 }) }),
    fc.constantFrom({ kind: "encrypt" } as const, { kind: "on demand" } as const, { kind: "pause" } as const),
  );

  it("open after any rotations, each under the material it was made with", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { kms, admin, KeyId } = await start();
        admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
        const sealed: { readonly blob: Uint8Array; readonly material: string; readonly text: string }[] = [];
        const seal = () => {
          const text = `message ${sealed.length}`;
          const blob = admin.encrypt({ KeyId, Plaintext: bytes(text), EncryptionContext: { text } }).CiphertextBlob;
          sealed.push({ blob, text, material: admin.describeKey({ KeyId }).KeyMetadata.CurrentKeyMaterialId! });
        };
        for (const each of [{ kind: "encrypt" } as const, ...steps, { kind: "encrypt" } as const]) {
          if (each.kind === "wait") kms.advance({ days: each.days });
          if (each.kind === "encrypt") seal();
          if (each.kind === "on demand") {
            try {
              admin.rotateKeyOnDemand({ KeyId });
              kms.advance({ minutes: 2 });
            } catch {} // a rotation by the clock is near
          }
          if (each.kind === "pause") {
            admin.disableKey({ KeyId });
            kms.advance({ days: 95 });
            admin.enableKey({ KeyId });
          }
        }
        for (const { blob, text, material } of sealed) {
          const opened = admin.decrypt({ CiphertextBlob: blob, EncryptionContext: { text } });
          expect(new TextDecoder().decode(opened.Plaintext)).toBe(text);
          expect(opened.KeyMaterialId).toBe(material);
          const again = admin.reEncrypt({ CiphertextBlob: blob, SourceEncryptionContext: { text }, DestinationKeyId: KeyId });
          expect(again).toMatchObject({ SourceKeyMaterialId: material, DestinationKeyMaterialId: sealed.at(-1)!.material });
        }
        const materials = admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }).Rotations;
        expect(materials.map(({ KeyMaterialState }) => KeyMaterialState)).toEqual([
          ...materials.slice(1).map(() => "NON_CURRENT"),
          "CURRENT",
        ]);
        expect(new Set(materials.map(({ KeyMaterialId }) => KeyMaterialId)).size).toBe(materials.length);
      }),
      { numRuns: 60 },
    );
  });
});

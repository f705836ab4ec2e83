import { describe, expect, test } from "vitest";
import { createKms, exceptions, fixedPorts, type Kms, type KmsWorld } from "../../src/kms.ts";
import { ACCOUNT, ADMIN, APP, allow, EVERYTHING, policy, refusal } from "../kms/lab.ts";

const CLOCK = "2026-01-01T00:00:00Z";
const day = (count: number) => new Date(Date.parse(CLOCK) + count * 86_400_000);

const world = (app: readonly object[] = [], keys: KmsWorld["keys"] = {}): KmsWorld => ({
  principals: { admin: { arn: ADMIN, policies: EVERYTHING }, app: { arn: APP, policies: app as never } },
  keys: { orders: {}, ...keys },
});

/** The keys of the machine, at a time that the test moves. */
const started = (...parts: Parameters<typeof world>): Promise<Kms> => createKms({ clock: CLOCK, world: world(...parts) });
const arn = (kms: Kms, name = "orders"): string => kms.keys[name] ?? "";
const stateOf = (kms: Kms, KeyId: string) => kms.as("admin").describeKey({ KeyId }).KeyMetadata.KeyState;

describe("a clock that stands still until it is moved, over real cryptography", () => {
  test("begins when it is told, and makes RSA keys of its own", async () => {
    const kms = await started();
    const admin = kms.as("admin");
    const { Arn = "", CreationDate } = admin.createKey({ KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }).KeyMetadata;
    expect(CreationDate).toEqual(day(0));
    kms.advance({ days: 400 });
    const [Message, SigningAlgorithm] = [new Uint8Array([1, 2, 3]), "RSASSA_PSS_SHA_256"] as const;
    const { Signature } = admin.sign({ KeyId: Arn, Message, SigningAlgorithm });
    expect(admin.verify({ KeyId: Arn, Message, Signature, SigningAlgorithm }).SignatureValid).toBe(true);
    const other = admin.createKey({ KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }).KeyMetadata;
    expect(other.CreationDate).toEqual(day(400));
    const publicKeys = [Arn, other.Arn ?? ""].map((KeyId) => admin.getPublicKey({ KeyId }).PublicKey);
    expect(publicKeys[0]).not.toEqual(publicKeys[1]);
  });

  test("a key is gone when its waiting period is over, and not before", async () => {
    const kms = await started();
    const { DeletionDate } = kms.as("admin").scheduleKeyDeletion({ KeyId: arn(kms), PendingWindowInDays: 7 });
    expect(DeletionDate).toEqual(day(7));
    kms.advance({ days: 6, hours: 23, minutes: 59, seconds: 59, milliseconds: 999 });
    expect(stateOf(kms, arn(kms))).toBe("PendingDeletion");
    kms.advance({ milliseconds: 1 });
    expect(() => stateOf(kms, arn(kms))).toThrow(exceptions.NotFoundException);
  });

  test("a schedule rotates the key, and what it sealed before opens", async () => {
    const kms = await started();
    const admin = kms.as("admin");
    const KeyId = arn(kms);
    admin.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
    const { CiphertextBlob } = admin.encrypt({ KeyId, Plaintext: new Uint8Array([7]) });
    kms.advance({ days: 200 });
    expect(admin.listKeyRotations({ KeyId }).Rotations.map(({ RotationDate }) => RotationDate)).toEqual([day(90), day(180)]);
    expect(admin.getKeyRotationStatus({ KeyId }).NextRotationDate).toEqual(day(270));
    expect(admin.decrypt({ CiphertextBlob }).Plaintext).toEqual(new Uint8Array([7]));
  });

  test("imported material expires, and the token that could bring it", async () => {
    const kms = await started([], { brought: { origin: "EXTERNAL" } });
    const admin = kms.as("admin");
    const KeyId = arn(kms, "brought");
    const asked = { KeyId, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
    const { ImportToken, PublicKey, ParametersValidTo } = admin.getParametersForImport(asked);
    expect(ParametersValidTo).toEqual(day(1));
    const { constants, createPublicKey, publicEncrypt } = await import("node:crypto");
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const EncryptedKeyMaterial = new Uint8Array(publicEncrypt({ key, padding, oaepHash: "sha256" }, new Uint8Array(32).fill(5)));
    const brought = { KeyId, ImportToken, EncryptedKeyMaterial, ExpirationModel: "KEY_MATERIAL_EXPIRES" as const, ValidTo: day(30) };
    admin.importKeyMaterial(brought);
    expect(stateOf(kms, KeyId)).toBe("Enabled");
    kms.advance({ days: 30 });
    expect(stateOf(kms, KeyId)).toBe("PendingImport");
    expect(refusal(() => admin.importKeyMaterial({ ...brought, ValidTo: day(60) })).name).toBe("ExpiredImportTokenException");
  });

  test("policies read it: a permission ends with its moment, and begins with it", async () => {
    const until = allow("kms:Encrypt", { Condition: { DateLessThan: { "aws:CurrentTime": "2026-03-01T00:00:00Z" } } });
    const from = allow("kms:GenerateRandom", {
      Condition: { NumericGreaterThanEquals: { "aws:EpochTime": Date.parse("2026-03-01T00:00:00Z") / 1000 } },
    });
    const kms = await started([policy(until, from)]);
    const app = kms.as("app");
    const may = () =>
      [() => app.encrypt({ KeyId: arn(kms), Plaintext: new Uint8Array(1) }), () => app.generateRandom({ NumberOfBytes: 1 })].map((run) => {
        try {
          return run() !== undefined;
        } catch (thrown) {
          if (thrown instanceof exceptions.AccessDeniedException) return false;
          throw thrown;
        }
      });
    expect(may()).toEqual([true, false]);
    kms.advance({ days: 59 });
    expect(may()).toEqual([false, true]);
  });

  test("a grant counts without its token when its delay is over", async () => {
    const kms = await createKms({ clock: new Date(CLOCK), grantDelay: { minutes: 5 }, world: world() });
    kms.as("admin").createGrant({ KeyId: arn(kms), GranteePrincipal: APP, Operations: ["Encrypt"] });
    const encrypt = () => kms.as("app").encrypt({ KeyId: arn(kms), Plaintext: new Uint8Array(1) });
    kms.advance({ minutes: 4, seconds: 59 });
    expect(encrypt).toThrow(exceptions.AccessDeniedException);
    kms.advance({ seconds: 1 });
    expect(encrypt().CiphertextBlob).toBeInstanceOf(Uint8Array);
  });

  test("the audit log tells it", async () => {
    const kms = await started();
    kms.advance({ days: 31 });
    kms.as("admin").listKeys();
    expect(kms.auditEvents().at(-1)).toMatchObject({ eventName: "ListKeys", eventTime: "2026-02-01T00:00:00Z" });
  });
});

describe("what is no clock is refused, and says how one is written", () => {
  test.each(["2026", "2026-01-01", "tomorrow", "2026-13-01T00:00:00Z", "1969-12-31T23:59:59Z", "", 0, null, new Date(Number.NaN)])(
    "%j",
    async (clock) => {
      await expect(createKms({ clock: clock as string })).rejects.toThrow("write the moment as ISO 8601 with its time of day");
    },
  );

  test("two clocks", async () => {
    await expect(createKms({ clock: CLOCK, ports: fixedPorts({ startMs: 0 }) })).rejects.toThrow("are two: give one of them");
  });

  test("a time without a zone is UTC, whatever the machine's is", async () => {
    const kms = await createKms({ clock: "2026-01-01T00:00:00", world: world() });
    expect(kms.as("admin").createKey({}).KeyMetadata.CreationDate).toEqual(day(0));
  });

  test("the clock of the machine cannot be moved, and none beyond the year 9999", async () => {
    const machine = await createKms();
    expect(() => machine.advance({ days: 1 })).toThrow('createKms({ clock: "2026-01-01T00:00:00Z" })');
    const kms = await started();
    expect(() => kms.advance({ days: 3_000_000 })).toThrow(RangeError);
    expect(kms.as("admin").createKey({}).KeyMetadata.CreationDate).toEqual(day(0));
  });
});

test("other ports of one's own stay beside the clock", async () => {
  const kms = await createKms({ clock: CLOCK, ports: { randomBytes: (length) => new Uint8Array(length).fill(3) } });
  const random = kms.as(`arn:aws:iam::${ACCOUNT}:root`).generateRandom({ NumberOfBytes: 4 });
  expect(random.Plaintext).toEqual(new Uint8Array(4).fill(3));
});

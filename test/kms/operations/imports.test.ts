import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeySpec } from "../../../src/catalog/key-specs.ts";
import { dangerouslyExportMaterial } from "../../../src/crypto/key-material.ts";
import type { KmsClient, WorldKey } from "../../../src/kms.ts";
import { freshMaterial } from "../../crypto/materials.ts";
import { ACCOUNT, allowing, bytes, DAY, NOVEMBER, refusal } from "../lab.ts";
import {
  bytesOf,
  type Clocked,
  clocked,
  FOREVER,
  HOME,
  IRELAND,
  prepared,
  user,
  WEST,
  type WrappingAlgorithm,
  type WrappingKeySpec,
} from "./clocked.ts";

const start = async (key: WorldKey = {}) => {
  const kms = await clocked({ one: { origin: "EXTERNAL", ...key } });
  return { kms, admin: kms.admin, KeyId: kms.keys.one! };
};

const NEW = { ...FOREVER, ImportType: "NEW_KEY_MATERIAL" } as const;
const stateOf = (client: KmsClient, KeyId: string) => client.describeKey({ KeyId }).KeyMetadata.KeyState;
const bring = (client: KmsClient, KeyId: string, value: number, rest: object = FOREVER) =>
  client.importKeyMaterial({ ...prepared(client, KeyId, bytesOf(value)), ...rest });
const seal = (client: KmsClient, KeyId: string, text = "hello") => client.encrypt({ KeyId, Plaintext: bytes(text) }).CiphertextBlob;
const open = (client: KmsClient, CiphertextBlob: Uint8Array, KeyId?: string) =>
  new TextDecoder().decode(client.decrypt({ CiphertextBlob, ...(KeyId && { KeyId }) }).Plaintext);
const materialsOf = (client: KmsClient, KeyId: string) =>
  client
    .listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" })
    .Rotations.map(({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState}`);

const OAEP = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] as const;
const AES = ["RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256"] as const;
const WRAPPING_SPECS = ["RSA_2048", "RSA_3072", "RSA_4096"] as const;

/** KMS Developer Guide, "Select a wrapping key spec and wrapping algorithm", and what was seen. */
// biome-ignore format: a table reads as a table
const FITS: readonly (readonly [KeySpec, readonly WrappingAlgorithm[], (algorithm: WrappingAlgorithm, spec: WrappingKeySpec) => boolean])[] = [
  ["SYMMETRIC_DEFAULT",     OAEP,             () => true],
  ["HMAC_224",              OAEP,             () => true],
  ["HMAC_512",              OAEP,             () => true],
  ["RSA_2048",              AES,              () => true],
  ["RSA_4096",              AES,              () => true],
  ["ECC_NIST_P256",         [...OAEP, ...AES], () => true],
  ["ECC_NIST_P384",         [...OAEP, ...AES], () => true],
  ["ECC_SECG_P256K1",       [...OAEP, ...AES], () => true],
  ["ECC_NIST_P521",         [...OAEP, ...AES], (algorithm, spec) => spec !== "RSA_2048" || algorithm.startsWith("RSA_AES")],
  ["ECC_NIST_EDWARDS25519", [...OAEP, ...AES], (algorithm, spec) => spec !== "RSA_2048" || algorithm.startsWith("RSA_AES")],
];

describe("wrapping", () => {
  it.each(FITS)(
    "%s comes by every algorithm and wrapping key that is documented for it, and by no other",
    async (spec, algorithms, fits) => {
      const material = dangerouslyExportMaterial(freshMaterial(spec as never));
      for (const algorithm of [...OAEP, ...AES, "RSAES_PKCS1_V1_5", "SM2PKE"] as const) {
        for (const wrappingSpec of [...WRAPPING_SPECS, "SM2"] as const) {
          const { admin, KeyId } = await start({ spec });
          const known = algorithm as WrappingAlgorithm;
          if (wrappingSpec !== "SM2" && algorithms.includes(known) && fits(known, wrappingSpec)) {
            admin.importKeyMaterial({ ...prepared(admin, KeyId, material, known, wrappingSpec), ...FOREVER });
            expect(stateOf(admin, KeyId)).toBe("Enabled");
          } else {
            const message = `Wrapping algorithm ${algorithm} and wrapping key spec ${wrappingSpec} cannot be used to import a ${spec} key.`;
            const asked = { KeyId, WrappingAlgorithm: algorithm, WrappingKeySpec: wrappingSpec };
            expect(refusal(() => admin.getParametersForImport(asked))).toEqual({ name: "ValidationException", message });
          }
        }
      }
    },
  );

  it("is the same key after it: what the owner of the material signs and authenticates, the KMS key verifies", async () => {
    const hmac = await start({ spec: "HMAC_256" });
    const material = bytesOf(7);
    hmac.admin.importKeyMaterial({ ...prepared(hmac.admin, hmac.KeyId, material), ...FOREVER });
    const { createHmac } = await import("node:crypto");
    const Mac = Uint8Array.from(createHmac("sha256", material).update("m").digest());
    expect(hmac.admin.verifyMac({ KeyId: hmac.KeyId, MacAlgorithm: "HMAC_SHA_256", Message: bytes("m"), Mac }).MacValid).toBe(true);

    const ecc = await start({ spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" });
    const { generateKeyPairSync, sign } = await import("node:crypto");
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const pkcs8 = Uint8Array.from(privateKey.export({ type: "pkcs8", format: "der" }));
    ecc.admin.importKeyMaterial({ ...prepared(ecc.admin, ecc.KeyId, pkcs8, "RSA_AES_KEY_WRAP_SHA_256"), ...FOREVER });
    const Signature = Uint8Array.from(sign("sha256", Buffer.from("m"), privateKey));
    const verified = ecc.admin.verify({ KeyId: ecc.KeyId, Message: bytes("m"), Signature, SigningAlgorithm: "ECDSA_SHA_256" });
    expect(verified.SignatureValid).toBe(true);
  });
});

describe("GetParametersForImport", () => {
  const asked = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;

  it("answers with a key and a token for a day, and logs neither", async () => {
    const { kms, admin, KeyId } = await start();
    const reply = admin.getParametersForImport({ KeyId, ...asked });
    expect(Object.keys(reply).sort()).toEqual(["ImportToken", "KeyId", "ParametersValidTo", "PublicKey"]);
    expect(reply).toMatchObject({ KeyId, ParametersValidTo: new Date(NOVEMBER + DAY) });
    expect(kms.auditEvents().at(-1)).toMatchObject({
      eventName: "GetParametersForImport",
      requestParameters: { keyId: KeyId, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" },
      responseElements: null,
      readOnly: true,
    });
  });

  it("tells policies how the material will be wrapped", async () => {
    for (const [name, right, wrong] of [
      ["kms:WrappingAlgorithm", "RSAES_OAEP_SHA_256", "RSAES_OAEP_SHA_1"],
      ["kms:WrappingKeySpec", "RSA_2048", "RSA_4096"],
    ] as const) {
      const may = (value: string) => user({ Action: "kms:GetParametersForImport", Condition: { StringEquals: { [name]: value } } });
      const kms = await clocked({ one: { origin: "EXTERNAL" } }, { right: may(right), wrong: may(wrong) });
      expect(kms.as("right").getParametersForImport({ KeyId: kms.keys.one!, ...asked }).KeyId).toBe(kms.keys.one);
      expect(refusal(() => kms.as("wrong").getParametersForImport({ KeyId: kms.keys.one!, ...asked })).name).toBe("AccessDeniedException");
    }
  });
});

describe("a token", () => {
  it("serves for a day, more than once, and beside others", async () => {
    const { kms, admin, KeyId } = await start();
    const [first, second] = [prepared(admin, KeyId, bytesOf(1)), prepared(admin, KeyId, bytesOf(1))];
    admin.importKeyMaterial({ ...first, ...FOREVER });
    admin.importKeyMaterial({ ...first, ...FOREVER });
    kms.advance({ hours: 24 });
    admin.importKeyMaterial({ ...second, ...FOREVER });
    kms.advance({ milliseconds: 1 });
    expect(refusal(() => admin.importKeyMaterial({ ...second, ...FOREVER }))).toEqual({ name: "ExpiredImportTokenException", message: "" });
  });

  it("is good for its own key and wrapping key only, and nothing is told of what is wrong", async () => {
    const kms = await clocked({ one: { origin: "EXTERNAL" }, two: { origin: "EXTERNAL" } });
    const { admin } = kms;
    const [mine, yours] = [prepared(admin, kms.keys.one!, bytesOf(1)), prepared(admin, kms.keys.two!, bytesOf(1))];
    const before = kms.snapshot();
    const invalid = { name: "InvalidImportTokenException", message: "" };
    for (const ImportToken of [
      yours.ImportToken,
      new Uint8Array(100),
      mine.ImportToken.subarray(1),
      mine.ImportToken.map((byte, i) => byte ^ (i === 90 ? 1 : 0)),
    ]) {
      expect(refusal(() => admin.importKeyMaterial({ ...mine, ImportToken, ...FOREVER }))).toEqual(invalid);
    }
    const damaged = { name: "InvalidCiphertextException", message: "" };
    for (const EncryptedKeyMaterial of [
      new Uint8Array(256),
      mine.EncryptedKeyMaterial.subarray(1),
      mine.EncryptedKeyMaterial.map((byte, i) => byte ^ (i === 9 ? 1 : 0)),
    ]) {
      expect(refusal(() => admin.importKeyMaterial({ ...mine, EncryptedKeyMaterial, ...FOREVER }))).toEqual(damaged);
    }
    expect(kms.snapshot()).toEqual(before);
  });
});

describe("ImportKeyMaterial", () => {
  it("makes the key usable", async () => {
    const { kms, admin, KeyId } = await start();
    expect(admin.describeKey({ KeyId }).KeyMetadata).not.toHaveProperty("CurrentKeyMaterialId");
    expect(refusal(() => seal(admin, KeyId))).toEqual({ name: "KMSInvalidStateException", message: `${KeyId} is pending import.` });
    const reply = bring(admin, KeyId, 1);
    expect(reply).toEqual({ KeyId, KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(admin.describeKey({ KeyId }).KeyMetadata).toMatchObject({
      KeyState: "Enabled",
      Enabled: true,
      ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
      CurrentKeyMaterialId: reply.KeyMaterialId,
    });
    expect(open(admin, seal(admin, KeyId))).toBe("hello");
    const event = kms.auditEvents().find(({ eventName }) => eventName === "ImportKeyMaterial");
    expect(event).toMatchObject({
      requestParameters: { keyId: KeyId, expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" },
      responseElements: { keyId: KeyId, keyMaterialId: reply.KeyMaterialId },
      readOnly: false,
    });
    expect(Object.keys(event!.requestParameters!)).toEqual(["keyId", "expirationModel"]);
  });

  it("refuses what is no material of the key's spec", async () => {
    for (const [spec, bytes] of [
      ["SYMMETRIC_DEFAULT", new Uint8Array(31)],
      ["SYMMETRIC_DEFAULT", new Uint8Array(33)],
      ["HMAC_256", new Uint8Array(31)],
      ["HMAC_256", new Uint8Array(129)],
      ["ECC_NIST_P256", dangerouslyExportMaterial(freshMaterial("ECC_NIST_P384"))],
      ["ECC_NIST_P256", new Uint8Array(32)],
    ] as const) {
      const { kms, admin, KeyId } = await start({ spec });
      const parts = { ...prepared(admin, KeyId, bytes), ...FOREVER };
      const before = kms.snapshot();
      expect(refusal(() => admin.importKeyMaterial(parts)).name).toBe("IncorrectKeyMaterialException");
      expect(kms.snapshot()).toEqual(before);
    }
  });

  it.each([
    [{}, "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES"],
    [{ ExpirationModel: "KEY_MATERIAL_EXPIRES" }, "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES"],
    [
      { ...FOREVER, ValidTo: new Date(NOVEMBER + 1) },
      "A validTo date cannot be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE",
    ],
    [{ ValidTo: new Date(NOVEMBER) }, "ValidTo must be in the future"],
    [{ ValidTo: new Date(NOVEMBER + 365 * DAY + 1) }, "ValidTo must be less than 365 days in the future"],
    [{ ...NEW, KeyMaterialId: "0".repeat(64) }, "Input parameter keyMaterialId cannot be used with NEW_KEY_MATERIAL importType."],
    [{ ...FOREVER, KeyMaterialId: "0".repeat(64) }, "Input parameter keyMaterialId cannot be used with NEW_KEY_MATERIAL importType."],
    [
      { ...FOREVER, KeyMaterialId: "x" },
      "2 validation errors detected: Value 'x' at 'keyMaterialId' failed to satisfy constraint: Member must have length greater than or equal to 64; Value 'x' at 'keyMaterialId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-f0-9]+$",
    ],
    [
      { ...FOREVER, EncryptedKeyMaterial: new Uint8Array(6145) },
      "1 validation error detected: Value at 'encryptedKeyMaterial' failed to satisfy constraint: Member must have length less than or equal to 6144",
    ],
  ])("refuses %j", async (rest, message) => {
    const { admin, KeyId } = await start();
    expect(refusal(() => admin.importKeyMaterial({ ...prepared(admin, KeyId, bytesOf(1)), ...(rest as object) }))).toEqual({
      name: "ValidationException",
      message,
    });
  });

  it("reads a time only as a Date", async () => {
    const { admin, KeyId } = await start();
    const parts = prepared(admin, KeyId, bytesOf(1));
    for (const ValidTo of ["tomorrow", Number.NaN, new Date(Number.NaN)] as never[]) {
      expect(refusal(() => admin.importKeyMaterial({ ...parts, ValidTo })).name).toBe("SerializationException");
    }
  });

  it.each(["importType", "keyMaterialId", "keyMaterialDescription"])("takes no %s for HMAC and asymmetric keys", async (name) => {
    const values = { importType: "NEW_KEY_MATERIAL", keyMaterialId: "0".repeat(64), keyMaterialDescription: "mine" };
    for (const spec of ["HMAC_224", "ECC_NIST_P256"] as const) {
      const { admin, KeyId } = await start({ spec });
      const member = { [name.charAt(0).toUpperCase() + name.slice(1)]: values[name as keyof typeof values] };
      const parts = { ...prepared(admin, KeyId, dangerouslyExportMaterial(freshMaterial(spec))), ...FOREVER };
      const message = `Input parameter ${name} cannot be used with ${spec} imported keys.`;
      expect(refusal(() => admin.importKeyMaterial({ ...parts, ...member }))).toEqual({ name: "ValidationException", message });
      expect(admin.importKeyMaterial(parts)).toEqual({ KeyId });
    }
  });

  it("takes the same material again for ever, and no other, of HMAC and asymmetric keys", async () => {
    const { admin, KeyId } = await start({ spec: "HMAC_256" });
    bring(admin, KeyId, 1);
    admin.deleteImportedKeyMaterial({ KeyId });
    expect(refusal(() => bring(admin, KeyId, 2)).name).toBe("IncorrectKeyMaterialException");
    expect(bring(admin, KeyId, 1)).toEqual({ KeyId });
    expect(stateOf(admin, KeyId)).toBe("Enabled");
  });

  it("repeats only material the key has", async () => {
    const { admin, KeyId } = await start();
    const { KeyMaterialId: id } = bring(admin, KeyId, 1);
    const expected = {
      name: "IncorrectKeyMaterialException",
      message: `Imported key material does not have the expected identifier (${id}).`,
    };
    expect(refusal(() => bring(admin, KeyId, 2))).toEqual(expected);
    expect(refusal(() => bring(admin, KeyId, 2, { ...FOREVER, ImportType: "EXISTING_KEY_MATERIAL", KeyMaterialId: id }))).toEqual(expected);
    const other = "0".repeat(64);
    expect(refusal(() => bring(admin, KeyId, 1, { ...FOREVER, KeyMaterialId: other })).message).toContain(`(${other})`);
    expect(bring(admin, KeyId, 1, { ...FOREVER, KeyMaterialId: id })).toEqual({ KeyId, KeyMaterialId: id });
  });

  it("cannot repeat what never was", async () => {
    const { admin, KeyId } = await start();
    const asked = { ...FOREVER, ImportType: "EXISTING_KEY_MATERIAL" };
    expect(refusal(() => bring(admin, KeyId, 1, asked)).name).toBe("IncorrectKeyMaterialException");
    expect(stateOf(admin, KeyId)).toBe("PendingImport");
  });

  it("takes new material, which waits for a rotation, one at a time", async () => {
    const { kms, admin, KeyId } = await start();
    const { KeyMaterialId: first } = bring(admin, KeyId, 1, { ...NEW, KeyMaterialDescription: "one" });
    const old = seal(admin, KeyId);
    const again = refusal(() => bring(admin, KeyId, 1, NEW));
    expect(again).toEqual({
      name: "IncorrectKeyMaterialException",
      message: `Key material (id: ${first}) being imported as NEW_KEY_MATERIAL is already associated with KMS key ${KeyId}.`,
    });
    const { KeyMaterialId: second } = bring(admin, KeyId, 2, NEW);
    expect(materialsOf(admin, KeyId)).toEqual(["CURRENT IMPORTED", "PENDING_ROTATION IMPORTED"]);
    expect(admin.describeKey({ KeyId }).KeyMetadata.CurrentKeyMaterialId).toBe(first);
    const refused = refusal(() => bring(admin, KeyId, 3, NEW));
    expect(refused.name).toBe("KMSInvalidStateException");
    expect(refused.message).toMatch(
      new RegExp(
        `^New key material \\(id: [0-9a-f]{64}\\) cannot be imported into KMS key ${KeyId}, because another key material \\(id: ${second}\\) is pending rotation\\.$`,
      ),
    );
    admin.rotateKeyOnDemand({ KeyId });
    kms.advance({ minutes: 2 });
    expect(materialsOf(admin, KeyId)).toEqual(["NON_CURRENT IMPORTED", "CURRENT IMPORTED"]);
    expect(open(admin, old)).toBe("hello");
    expect(admin.decrypt({ CiphertextBlob: seal(admin, KeyId) }).KeyMaterialId).toBe(second);
    bring(admin, KeyId, 3, NEW);
    expect(materialsOf(admin, KeyId)).toHaveLength(3);
  });

  it("keeps the description unless told another, and sets expiry anew each time", async () => {
    const { admin, KeyId } = await start();
    const shown = () => admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }).Rotations[0]!;
    const ValidTo = new Date(NOVEMBER + 5 * DAY);
    bring(admin, KeyId, 1, { ValidTo, KeyMaterialDescription: "mine" });
    expect(shown()).toMatchObject({ KeyMaterialDescription: "mine", ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo });
    bring(admin, KeyId, 1);
    expect(shown()).toMatchObject({ KeyMaterialDescription: "mine", ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" });
    expect(shown()).not.toHaveProperty("ValidTo");
    bring(admin, KeyId, 1, { ...FOREVER, KeyMaterialDescription: "yours" });
    expect(shown().KeyMaterialDescription).toBe("yours");
  });

  it("enables a disabled key, as was seen, unless material is missing still", async () => {
    const { kms, admin, KeyId } = await start();
    bring(admin, KeyId, 1);
    bring(admin, KeyId, 2, NEW);
    admin.rotateKeyOnDemand({ KeyId });
    kms.advance({ minutes: 2 });
    admin.disableKey({ KeyId });
    bring(admin, KeyId, 1);
    expect(stateOf(admin, KeyId)).toBe("Enabled");
    const [first, second] = admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }).Rotations;
    admin.disableKey({ KeyId });
    for (const material of [first, second]) admin.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: material!.KeyMaterialId });
    bring(admin, KeyId, 2);
    expect(stateOf(admin, KeyId)).toBe("PendingImport");
    bring(admin, KeyId, 1);
    expect(stateOf(admin, KeyId)).toBe("Enabled");
  });

  it("tells policies model and end, and no model where none is asked for", async () => {
    const gate = (Condition: object) => ({
      arn: `arn:aws:iam::${ACCOUNT}:user/u`,
      policies: [allowing({ Action: "kms:GetParametersForImport" }), allowing({ Action: "kms:ImportKeyMaterial", Condition })],
    });
    const end = new Date(NOVEMBER + 10 * DAY);
    const rows: readonly (readonly [object, object, boolean])[] = [
      [
        { StringEquals: { "kms:ExpirationModel": "KEY_MATERIAL_EXPIRES" } },
        { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: end },
        true,
      ],
      [{ StringEquals: { "kms:ExpirationModel": "KEY_MATERIAL_EXPIRES" } }, { ValidTo: end }, false],
      [{ Null: { "kms:ExpirationModel": "true" } }, { ValidTo: end }, true],
      [{ DateLessThan: { "kms:ValidTo": "2026-11-12T00:00:00Z" } }, { ValidTo: end }, true],
      [{ DateLessThan: { "kms:ValidTo": "2026-11-11T00:00:00Z" } }, { ValidTo: end }, false],
      [{ NumericLessThanEquals: { "kms:ValidTo": String(end.getTime() / 1000) } }, { ValidTo: end }, true],
      [{ Null: { "kms:ValidTo": "true" } }, { ValidTo: end }, false],
    ];
    for (const [condition, rest, allowed] of rows) {
      const kms = await clocked({ one: { origin: "EXTERNAL" } }, { u: gate(condition) });
      const bringIt = () => bring(kms.as("u"), kms.keys.one!, 1, rest);
      if (allowed) expect(bringIt()).toMatchObject({ KeyId: kms.keys.one });
      else expect(refusal(bringIt).name, JSON.stringify(condition)).toBe("AccessDeniedException");
    }
  });
});

describe("DeleteImportedKeyMaterial", () => {
  it("makes the key unusable until the same material is back", async () => {
    const { kms, admin, KeyId } = await start();
    const { KeyMaterialId } = bring(admin, KeyId, 1);
    const blob = seal(admin, KeyId);
    expect(admin.deleteImportedKeyMaterial({ KeyId })).toEqual({ KeyId, KeyMaterialId });
    expect(kms.auditEvents().at(-1)).toMatchObject({
      eventName: "DeleteImportedKeyMaterial",
      requestParameters: { keyId: KeyId },
      responseElements: { keyId: KeyId, keyMaterialId: KeyMaterialId },
    });
    expect(stateOf(admin, KeyId)).toBe("PendingImport");
    expect(admin.describeKey({ KeyId }).KeyMetadata.CurrentKeyMaterialId).toBe(KeyMaterialId); // rule kms.material.deleted
    expect(refusal(() => open(admin, blob)).name).toBe("KMSInvalidStateException");
    expect(admin.deleteImportedKeyMaterial({ KeyId })).toEqual({ KeyId }); // nothing there: no error, no effect
    bring(admin, KeyId, 1);
    expect(open(admin, blob)).toBe("hello");
  });

  it("stops encryption too where a former material is missing, but drops one that waits", async () => {
    const { kms, admin, KeyId } = await start();
    const { KeyMaterialId: first } = bring(admin, KeyId, 1);
    bring(admin, KeyId, 2, NEW);
    admin.rotateKeyOnDemand({ KeyId });
    kms.advance({ minutes: 2 });
    const { KeyMaterialId: third } = bring(admin, KeyId, 3, NEW);
    expect(admin.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: third! })).toEqual({ KeyId, KeyMaterialId: third });
    expect(stateOf(admin, KeyId)).toBe("Enabled");
    expect(materialsOf(admin, KeyId)).toEqual(["NON_CURRENT IMPORTED", "CURRENT IMPORTED"]);
    admin.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: first! });
    expect(materialsOf(admin, KeyId)).toEqual(["NON_CURRENT PENDING_IMPORT", "CURRENT IMPORTED"]);
    expect(refusal(() => seal(admin, KeyId)).message).toBe(`${KeyId} is pending import.`);
  });

  it("knows the materials of the key", async () => {
    const { admin, KeyId } = await start();
    bring(admin, KeyId, 1);
    expect(refusal(() => admin.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: "0".repeat(64) })).name).toBe("NotFoundException");
    const hmac = await start({ spec: "HMAC_256", dangerousKeyMaterial: bytesOf(1) });
    const asked = { KeyId: hmac.KeyId, KeyMaterialId: "0".repeat(64) };
    expect(refusal(() => hmac.admin.deleteImportedKeyMaterial(asked)).message).toBe(
      "Input parameter keyMaterialId cannot be used with HMAC_256 imported keys.",
    );
    expect(hmac.admin.deleteImportedKeyMaterial({ KeyId: hmac.KeyId })).toEqual({ KeyId: hmac.KeyId });
    expect(stateOf(hmac.admin, hmac.KeyId)).toBe("PendingImport");
  });

  it("leaves a key pending deletion as it is", async () => {
    const { admin, KeyId } = await start({ dangerousKeyMaterial: bytesOf(1) });
    admin.scheduleKeyDeletion({ KeyId });
    expect(admin.deleteImportedKeyMaterial({ KeyId })).toHaveProperty("KeyMaterialId");
    expect(stateOf(admin, KeyId)).toBe("PendingDeletion");
    admin.cancelKeyDeletion({ KeyId });
    expect(stateOf(admin, KeyId)).toBe("PendingImport");
  });
});

describe("expiry", () => {
  it("deletes the material on time, and tells it", async () => {
    const { kms, admin, KeyId } = await start();
    const ValidTo = new Date(NOVEMBER + 365 * DAY);
    bring(admin, KeyId, 1, { ValidTo });
    const blob = seal(admin, KeyId);
    expect(admin.describeKey({ KeyId }).KeyMetadata).toMatchObject({ ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo });
    kms.advance({ days: 365, milliseconds: -1 });
    expect(open(admin, blob)).toBe("hello");
    kms.advance({ milliseconds: 1 });
    expect(kms.auditEvents().at(-1)).toMatchObject({ eventName: "DeleteExpiredKeyMaterial", eventType: "AwsServiceEvent" });
    expect(admin.describeKey({ KeyId }).KeyMetadata).toMatchObject({ KeyState: "PendingImport", Enabled: false });
    bring(admin, KeyId, 1);
    expect(open(admin, blob)).toBe("hello");
  });

  it("is that of the material that ends first; one that waits for its rotation is forgotten and hurts nobody", async () => {
    const { kms, admin, KeyId } = await start();
    const at = (days: number) => new Date(kms.now() + days * DAY);
    bring(admin, KeyId, 1, { ValidTo: at(50) });
    bring(admin, KeyId, 2, { ValidTo: at(20), ImportType: "NEW_KEY_MATERIAL" });
    admin.rotateKeyOnDemand({ KeyId });
    kms.advance({ minutes: 2 });
    expect(admin.describeKey({ KeyId }).KeyMetadata.ValidTo).toEqual(new Date(NOVEMBER + 20 * DAY));
    bring(admin, KeyId, 3, { ValidTo: at(5), ImportType: "NEW_KEY_MATERIAL" });
    kms.advance({ days: 6 });
    expect(stateOf(admin, KeyId)).toBe("Enabled");
    expect(materialsOf(admin, KeyId)).toEqual(["NON_CURRENT IMPORTED", "CURRENT IMPORTED"]);
    kms.advance({ days: 50 });
    expect(materialsOf(admin, KeyId)).toEqual(["NON_CURRENT PENDING_IMPORT", "CURRENT PENDING_IMPORT"]);
    expect(kms.auditEvents().filter(({ eventName }) => eventName === "DeleteExpiredKeyMaterial")).toHaveLength(3);
  });
});

describe("imported material of a multi-Region key", () => {
  const both = async () => {
    const kms = await clocked();
    const { KeyId } = kms.in(HOME!).createKey({ MultiRegion: true, Origin: "EXTERNAL" }).KeyMetadata;
    const [east, west] = [kms.in(HOME!), kms.in(WEST!)];
    bring(east, KeyId, 1, { ...NEW, KeyMaterialDescription: "one" });
    east.replicateKey({ KeyId, ReplicaRegion: WEST! });
    kms.advance({ seconds: 2 });
    return { kms, KeyId, east, west };
  };

  it("comes to the replica by an import of its own, of the same bytes", async () => {
    const { KeyId, east, west } = await both();
    const arn = west.describeKey({ KeyId }).KeyMetadata.Arn;
    expect(west.describeKey({ KeyId }).KeyMetadata).toMatchObject({ KeyState: "PendingImport", Origin: "EXTERNAL" });
    expect(materialsOf(west, KeyId)).toEqual(["CURRENT PENDING_IMPORT"]);
    const refused = refusal(() => bring(west, KeyId, 1, NEW));
    expect(refused).toEqual({
      name: "UnsupportedOperationException",
      message: `${arn} is a multi-region replica key which is not valid for importing new key material.`,
    });
    expect(refusal(() => bring(west, KeyId, 2)).name).toBe("IncorrectKeyMaterialException");
    expect(refusal(() => bring(west, KeyId, 1, { ...FOREVER, KeyMaterialDescription: "x" })).name).toBe("ValidationException");
    bring(west, KeyId, 1, { ValidTo: new Date(NOVEMBER + DAY) });
    expect(open(west, seal(east, KeyId))).toBe("hello");
    expect(east.describeKey({ KeyId }).KeyMetadata).not.toHaveProperty("ValidTo"); // each Region's expiry is its own
    west.deleteImportedKeyMaterial({ KeyId });
    expect([stateOf(east, KeyId), stateOf(west, KeyId)]).toEqual(["Enabled", "PendingImport"]);
  });

  it("can be rotated when every Region has it", async () => {
    const { kms, KeyId, east, west } = await both();
    bring(west, KeyId, 1);
    const old = seal(west, KeyId);
    bring(east, KeyId, 2, NEW);
    const waits = "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";
    expect(materialsOf(east, KeyId)).toEqual(["CURRENT IMPORTED", `${waits} IMPORTED`]);
    expect(materialsOf(west, KeyId)).toEqual(["CURRENT IMPORTED", `${waits} PENDING_IMPORT`]);
    expect(refusal(() => east.rotateKeyOnDemand({ KeyId })).name).toBe("KMSInvalidStateException");
    bring(west, KeyId, 2);
    for (const client of [east, west]) expect(materialsOf(client, KeyId)).toEqual(["CURRENT IMPORTED", "PENDING_ROTATION IMPORTED"]);

    east.replicateKey({ KeyId, ReplicaRegion: IRELAND! }); // a Region more that has not got it yet
    expect(materialsOf(east, KeyId).at(-1)).toBe(`${waits} IMPORTED`);
    kms.advance({ seconds: 2 });
    const dublin = kms.in(IRELAND!);
    bring(dublin, KeyId, 2);
    expect(stateOf(dublin, KeyId)).toBe("PendingImport");
    bring(dublin, KeyId, 1);

    east.rotateKeyOnDemand({ KeyId });
    kms.advance({ minutes: 2 });
    const fresh = seal(east, KeyId, "new");
    for (const client of [east, west, dublin]) {
      expect(materialsOf(client, KeyId)).toEqual(["NON_CURRENT IMPORTED", "CURRENT IMPORTED"]);
      expect([open(client, old), open(client, fresh)]).toEqual(["hello", "new"]);
    }
  });

  it("that waits goes everywhere with that of the primary key, and alone with that of a replica", async () => {
    const { KeyId, east, west } = await both();
    bring(west, KeyId, 1);
    const { KeyMaterialId } = bring(east, KeyId, 2, NEW);
    bring(west, KeyId, 2);
    west.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: KeyMaterialId! });
    expect(materialsOf(east, KeyId)[1]).toBe("PENDING_MULTI_REGION_IMPORT_AND_ROTATION IMPORTED");
    expect(stateOf(west, KeyId)).toBe("Enabled");
    bring(west, KeyId, 2);
    east.deleteImportedKeyMaterial({ KeyId, KeyMaterialId: KeyMaterialId! });
    for (const client of [east, west]) expect(materialsOf(client, KeyId)).toEqual(["CURRENT IMPORTED"]);
  });

  it("waits no longer for a replica that is gone", async () => {
    const { kms, KeyId, east, west } = await both();
    bring(east, KeyId, 2, NEW);
    west.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    kms.advance({ days: 7 });
    expect(materialsOf(east, KeyId)).toEqual(["CURRENT IMPORTED", "PENDING_ROTATION IMPORTED"]);
  });
});

const ALL = ["getParametersForImport", "importKeyMaterial", "deleteImportedKeyMaterial"] as const;

describe.each(ALL)("%s", (name) => {
  const action = `kms:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const parts = (kms: Clocked, KeyId: string) =>
    ({
      getParametersForImport: { KeyId, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" },
      importKeyMaterial: { ...FOREVER, KeyId, ImportToken: new Uint8Array(9), EncryptedKeyMaterial: new Uint8Array(9), ...kms },
      deleteImportedKeyMaterial: { KeyId },
    })[name] as never;
  const inputOf = (kms: Clocked) => {
    const KeyId = kms.keys.one!;
    return name === "importKeyMaterial" ? ({ ...prepared(kms.admin, KeyId, bytesOf(1)), ...FOREVER } as never) : parts(kms, KeyId);
  };

  it("needs its permission and no other", async () => {
    const kms = await clocked({ one: { origin: "EXTERNAL" } }, { able: user({ Action: action }), unable: user({ NotAction: action }) });
    const input = inputOf(kms);
    expect(refusal(() => kms.as("unable")[name](input)).message).toMatch(new RegExp(`is not authorized to perform: ${action} on resource`));
    expect(kms.as("able")[name](input)).toMatchObject({ KeyId: kms.keys.one });
  });

  it("is never for another account, and takes no alias", async () => {
    const Statement = [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }];
    const kms = await clocked({ one: { origin: "EXTERNAL", aliases: ["alias/one"], policy: { Version: "2012-10-17", Statement } } });
    const input = inputOf(kms) as object;
    expect(refusal(() => kms.as("partner")[name](input as never)).name).toBe("AccessDeniedException");
    expect(refusal(() => kms.admin[name]({ ...input, KeyId: "alias/one" } as never)).message).toBe(
      "Key Aliases are not supported for this operation.",
    );
  });

  it("is for imported keys", async () => {
    const kms = await clocked({ one: {} });
    const message = `${kms.keys.one} origin is AWS_KMS which is not valid for this operation.`;
    expect(refusal(() => kms.admin[name](parts({} as never, kms.keys.one!)))).toEqual({ name: "UnsupportedOperationException", message });
  });

  it("minds the state of the key", async () => {
    const kms = await clocked({ one: { origin: "EXTERNAL", dangerousKeyMaterial: bytesOf(1) } });
    const KeyId = kms.keys.one!;
    const input = inputOf(kms);
    const isDelete = name === "deleteImportedKeyMaterial";
    for (const [members, words, fine] of [
      [{ enabled: false }, "is disabled.", true],
      [{ deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } }, "is pending deletion.", isDelete],
      [{ deletion: { state: "PendingReplicaDeletion", windowDays: 7 } }, "is pending replica deletion.", isDelete],
      [{ deletion: undefined, transition: "Creating" }, "is creating.", false],
      [{ transition: "Updating" }, "is updating.", name === "importKeyMaterial"],
    ] as const) {
      kms.change(KeyId, members);
      if (fine) expect(kms.admin[name](input), words).toMatchObject({ KeyId });
      else expect(refusal(() => kms.admin[name](input))).toEqual({ name: "KMSInvalidStateException", message: `${KeyId} ${words}` });
    }
  });
});

describe("laws", () => {
  it("the same bytes in another key open nothing of the first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (bytes) => {
        const kms = await clocked({ one: { origin: "EXTERNAL" }, two: { origin: "EXTERNAL" } });
        const [one, two] = [kms.keys.one!, kms.keys.two!];
        for (const KeyId of [one, two]) kms.admin.importKeyMaterial({ ...prepared(kms.admin, KeyId, bytes), ...FOREVER });
        const blob = seal(kms.admin, one);
        expect(refusal(() => open(kms.admin, blob, two))).toEqual({
          name: "IncorrectKeyException",
          message: "The key ID in the request does not identify a CMK that can perform this operation.",
        });
        const [mine, other] = [one, two].map((KeyId) => kms.admin.describeKey({ KeyId }).KeyMetadata.CurrentKeyMaterialId);
        expect(other).not.toBe(mine);
        const forged = blob.slice();
        forged.set(Buffer.from(other!, "hex"), 8); // the place of the material id in a blob
        expect(refusal(() => open(kms.admin, forged, two))).toEqual({ name: "InvalidCiphertextException", message: "" });
        expect(open(kms.admin, blob)).toBe("hello");
      }),
      { numRuns: 15 },
    );
  });

  const step = fc.oneof(
    fc.record({
      kind: fc.constant("import" as const),
      value: fc.integer({ min: 1, max: 4 }),
      fresh: fc.boolean(),
      days: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({ kind: fc.constant("delete" as const), at: fc.nat(4) }),
    fc.record({ kind: fc.constant("wait" as const), days: fc.nat(4) }),
    fc.constant({ kind: "rotate" } as const),
    fc.constant({ kind: "disable" } as const),
  );

  it("whatever is imported, rotated, deleted and expires: one current material, at most one that waits, and whole keys work", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { kms, admin, KeyId } = await start();
        const blobs: Uint8Array[] = [];
        for (const each of steps) {
          try {
            if (each.kind === "import") {
              const expiry = each.days === 0 ? FOREVER : { ValidTo: new Date(kms.now() + each.days * DAY) };
              bring(admin, KeyId, each.value, { ...expiry, ...(each.fresh && { ImportType: "NEW_KEY_MATERIAL" }) });
            }
            if (each.kind === "delete") {
              const { Rotations } = admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
              const { KeyMaterialId } = Rotations[each.at] ?? {};
              admin.deleteImportedKeyMaterial({ KeyId, ...(KeyMaterialId && { KeyMaterialId }) });
            }
            if (each.kind === "wait") kms.advance({ days: each.days, minutes: 3 });
            if (each.kind === "rotate") admin.rotateKeyOnDemand({ KeyId });
            if (each.kind === "disable") admin.disableKey({ KeyId });
          } catch (thrown) {
            expect((thrown as Error).name).toMatch(/^(KMSInvalidState|IncorrectKeyMaterial|Disabled|LimitExceeded)Exception$/);
          }
          const { KeyState } = admin.describeKey({ KeyId }).KeyMetadata;
          const materials = materialsOf(admin, KeyId);
          const count = (pattern: RegExp) => materials.filter((material) => pattern.test(material)).length;
          expect(count(/^CURRENT/)).toBe(materials.length === 0 ? 0 : 1);
          expect(count(/^PENDING_ROTATION/)).toBeLessThanOrEqual(1);
          expect(count(/^PENDING_MULTI_REGION/)).toBe(0);
          expect(count(/^PENDING_ROTATION PENDING_IMPORT/)).toBe(0);
          const isWhole = count(/CURRENT PENDING_IMPORT/) === 0 && materials.length > 0;
          expect(KeyState === "PendingImport").toBe(!isWhole);
          if (KeyState !== "Enabled") continue;
          blobs.push(seal(admin, KeyId));
          for (const blob of blobs) expect(open(admin, blob)).toBe("hello");
        }
      }),
      { numRuns: 40 },
    );
  });

  it("no secret is in an event, a snapshot or an error", async () => {
    const { kms, admin, KeyId } = await start();
    const secret = Buffer.from("0123456789abcdef0123456789abcdef");
    const parts = prepared(admin, KeyId, Uint8Array.from(secret));
    admin.importKeyMaterial({ ...parts, ...FOREVER });
    const told = JSON.stringify([kms.auditEvents(), kms.snapshot(), kms.key(KeyId)]);
    for (const form of [
      secret.toString(),
      secret.toString("hex"),
      secret.toString("base64"),
      Buffer.from(parts.ImportToken).toString("base64").slice(0, 40),
    ]) {
      expect(told).not.toContain(form);
    }
  });
});

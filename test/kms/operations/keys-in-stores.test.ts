import { describe, expect, it } from "vitest";
import type { Hsm } from "../../../src/kms/key-stores/hsm.ts";
import type { XksTransport } from "../../../src/kms/key-stores/xks-transport.ts";
import { refused } from "../lab.ts";
import { connectedStore, HEALTHY, METADATA, type WithKeyStores, withKeyStores, XKS_STORE } from "../with-key-stores.ts";

/** What works with keys of custom key stores, and what does not (KMS Developer Guide, "Key stores"; KMS API Reference, each operation). */

const xks: XksTransport = async ({ path }) => ({
  kind: "answer",
  status: 200,
  body: JSON.stringify(path.endsWith("/health") ? HEALTHY : METADATA),
});

const done = async () => ({ ok: true, value: undefined }) as const;
const hsm: Hsm = {
  cluster: () => ({ active: true, modules: 2, backups: "one" }),
  connect: done,
  disconnect: async () => undefined,
  generateKey: done,
  destroyKey: done,
  encrypt: async (_, __, plaintext) => ({ ok: true, value: { iv: new Uint8Array(12), tag: new Uint8Array(16), ciphertext: plaintext } }),
  decrypt: async (_, __, { ciphertext }) => ({ ok: true, value: ciphertext }),
  random: async (_, length) => ({ ok: true, value: new Uint8Array(length) }),
};

const STORES = {
  EXTERNAL_KEY_STORE: { ports: { xks }, store: XKS_STORE, key: { XksKeyId: "external" } },
  AWS_CLOUDHSM: {
    ports: { hsm },
    store: {
      CustomKeyStoreName: "hsm",
      CloudHsmClusterId: "cluster-2a3b4c5d6e7f2",
      TrustAnchorCertificate: "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n",
      KeyStorePassword: "1234567",
    },
    key: {},
  },
} as const;

type App = WithKeyStores["app"];
type Ask = (app: App, KeyId: string) => Promise<unknown>;

const WORKS: Readonly<Record<string, Ask>> = {
  DescribeKey: (app, KeyId) => app.describeKey({ KeyId }),
  GetKeyRotationStatus: (app, KeyId) => app.getKeyRotationStatus({ KeyId }),
  ListKeyRotations: (app, KeyId) => app.listKeyRotations({ KeyId }),
  GetKeyPolicy: (app, KeyId) => app.getKeyPolicy({ KeyId }),
  TagResource: (app, KeyId) => app.tagResource({ KeyId, Tags: [{ TagKey: "a", TagValue: "b" }] }),
  CreateAlias: (app, TargetKeyId) => app.createAlias({ AliasName: "alias/stored", TargetKeyId }),
  CreateGrant: (app, KeyId) =>
    app.createGrant({ KeyId, GranteePrincipal: "arn:aws:iam::111122223333:user/nobody", Operations: ["Decrypt"] }),
  UpdateKeyDescription: (app, KeyId) => app.updateKeyDescription({ KeyId, Description: "d" }),
  DisableKey: (app, KeyId) => app.disableKey({ KeyId }),
  EnableKey: (app, KeyId) => app.enableKey({ KeyId }),
  ScheduleKeyDeletion: (app, KeyId) => app.scheduleKeyDeletion({ KeyId }),
  CancelKeyDeletion: (app, KeyId) => app.cancelKeyDeletion({ KeyId }),
};

/** Of these the table of key states says that they do not work while the store is not connected. */
const NOT_WHILE_UNAVAILABLE = ["GetKeyRotationStatus", "ListKeyRotations"];

const NOT_POSSIBLE: Readonly<Record<string, Ask>> = {
  EnableKeyRotation: (app, KeyId) => app.enableKeyRotation({ KeyId }),
  DisableKeyRotation: (app, KeyId) => app.disableKeyRotation({ KeyId }),
  RotateKeyOnDemand: (app, KeyId) => app.rotateKeyOnDemand({ KeyId }),
  GenerateDataKeyPair: (app, KeyId) => app.generateDataKeyPair({ KeyId, KeyPairSpec: "ECC_NIST_P256" }),
  GenerateDataKeyPairWithoutPlaintext: (app, KeyId) => app.generateDataKeyPairWithoutPlaintext({ KeyId, KeyPairSpec: "ECC_NIST_P256" }),
  GetPublicKey: (app, KeyId) => app.getPublicKey({ KeyId }),
  GetParametersForImport: (app, KeyId) =>
    app.getParametersForImport({ KeyId, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" }),
  DeleteImportedKeyMaterial: (app, KeyId) => app.deleteImportedKeyMaterial({ KeyId }),
  ReplicateKey: (app, KeyId) => app.replicateKey({ KeyId, ReplicaRegion: "eu-west-1" }),
  UpdatePrimaryRegion: (app, KeyId) => app.updatePrimaryRegion({ KeyId, PrimaryRegion: "eu-west-1" }),
};

describe.each(["EXTERNAL_KEY_STORE", "AWS_CLOUDHSM"] as const)("a key of origin %s", (Origin) => {
  const { ports, store, key } = STORES[Origin];
  const start = async () => {
    const one = await withKeyStores(ports);
    const CustomKeyStoreId = await connectedStore(one, store);
    const { KeyMetadata } = await one.app.createKey({ Origin, CustomKeyStoreId, ...key });
    return { one, CustomKeyStoreId, KeyId: KeyMetadata.Arn };
  };

  it("says that it is not rotated, and has no rotations", async () => {
    const { one, KeyId } = await start();
    expect(await one.app.getKeyRotationStatus({ KeyId })).toEqual({ KeyRotationEnabled: false, KeyId });
    expect(await one.app.listKeyRotations({ KeyId })).toEqual({ Rotations: [], Truncated: false });
    expect(await one.app.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" })).toEqual({ Rotations: [], Truncated: false });
  });

  it("is managed like any other, also while its store is not connected", async () => {
    const { one, CustomKeyStoreId, KeyId } = await start();
    for (const [name, ask] of Object.entries(WORKS)) await expect(ask(one.app, KeyId), name).resolves.toBeDefined();
    const unavailable = await start();
    await unavailable.one.app.disconnectCustomKeyStore({ CustomKeyStoreId: unavailable.CustomKeyStoreId });
    await unavailable.one.kms.idle();
    expect(CustomKeyStoreId).toMatch(/^cks-/);
    for (const [name, ask] of Object.entries(WORKS)) {
      const asked = ask(unavailable.one.app, unavailable.KeyId);
      if (!NOT_WHILE_UNAVAILABLE.includes(name)) await expect(asked, name).resolves.toBeDefined();
      else
        expect(await refused(asked), name).toEqual({
          name: "UnsupportedOperationException",
          message: `${unavailable.KeyId} origin is ${Origin} which is not valid for this operation.`,
        });
    }
  });

  it.each(Object.entries(NOT_POSSIBLE))("%s is not possible", async (_, ask) => {
    const { one, KeyId } = await start();
    const before = one.snapshot();
    expect((await refused(ask(one.app, KeyId))).name).toBe("UnsupportedOperationException");
    expect(one.snapshot()).toEqual(before);
  });
});

describe("two calls that wait for a key store at once", () => {
  it("make the key of a service once: the one that comes second is to be sent again", async () => {
    const held: (() => void)[] = [];
    const waiting: Hsm = {
      ...hsm,
      decrypt: (_, __, { ciphertext }) =>
        new Promise((resolve) => {
          held.push(() => resolve({ ok: true, value: ciphertext }));
        }),
    };
    const { store } = STORES.AWS_CLOUDHSM;
    const one = await withKeyStores({ hsm: waiting });
    const CustomKeyStoreId = await connectedStore(one, store);
    const { KeyMetadata } = await one.app.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId });
    const { CiphertextBlob } = await one.app.encrypt({ KeyId: KeyMetadata.Arn, Plaintext: new Uint8Array([1, 2, 3]) });
    const throughS3 = one.kms.as({ principal: "app", viaService: "s3" }).later;
    const change = () => throughS3.reEncrypt({ CiphertextBlob, DestinationKeyId: "alias/aws/s3" });
    const both = Promise.allSettled([change(), change()]);
    while (held.length < 2) await new Promise((resolve) => setImmediate(resolve));
    for (const release of held.splice(0)) release();
    const [first, second] = await both;
    expect(first).toMatchObject({ status: "fulfilled" });
    expect(second).toMatchObject({ status: "rejected", reason: { name: "KMSInternalException" } });

    const again = change();
    while (held.length < 1) await new Promise((resolve) => setImmediate(resolve));
    held[0]?.();
    expect((await again).KeyId).toBe((first as PromiseFulfilledResult<{ KeyId: string }>).value.KeyId);
    const { Aliases } = await one.app.listAliases({});
    expect(Aliases.filter(({ AliasName }) => AliasName === "alias/aws/s3")).toHaveLength(1);
    expect((await one.app.listKeys({})).Keys).toHaveLength(2); // of the store, and of the service
  });
});

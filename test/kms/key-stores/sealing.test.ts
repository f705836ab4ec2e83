import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ProxyProcess, startProxy } from "../../clients/xks-proxy/process.ts";
import { utf8 } from "../../crypto/bytes.ts";
import { NOVEMBER, refused } from "../lab.ts";
import { clientOf, connectedStore, type WithKeyStores, withKeyStores, XKS_STORE } from "../with-key-stores.ts";

/** Keys of external key stores, over a proxy that is a process of its own. */

let proxy: ProxyProcess;
let one: WithKeyStores;
let store: string;
let key: string;
const plaintext = utf8("an order of three pencils");
const EncryptionContext = { tenant: "a" };

beforeAll(async () => {
  proxy = await startProxy({ now: NOVEMBER });
});
afterAll(() => proxy.stop());
beforeEach(async () => {
  await proxy.tell({ keys: { external: { fault: null, status: "ENABLED", ivLength: 12, metadata: "" } }, fault: null });
  one = await withKeyStores({ xks: clientOf(proxy) });
  store = await connectedStore(one);
  key = await newKey();
});

const newKey = async (XksKeyId = "external", CustomKeyStoreId = store): Promise<string> => {
  const { KeyMetadata } = await one.app.createKey({ Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId, XksKeyId });
  return KeyMetadata.Arn;
};
const encrypt = async (KeyId = key) => (await one.app.encrypt({ KeyId, Plaintext: plaintext, EncryptionContext })).CiphertextBlob;
const reset = () => proxy.tell({ keys: { external: { fault: null, status: "ENABLED" } }, fault: null });

describe("a key of an external key store", () => {
  it.each([
    { ivLength: 12, metadata: "" },
    { ivLength: 16, metadata: "" },
    { ivLength: 12, metadata: "key_version=1" },
    { ivLength: 16, metadata: "x".repeat(20) },
  ])("encrypts and decrypts: $ivLength bytes of iv, metadata '$metadata'", async (how) => {
    await proxy.tell({ keys: { external: how } });
    for (const Plaintext of [utf8("x"), plaintext, new Uint8Array(4096).fill(7)]) {
      const sealed = await one.app.encrypt({ KeyId: key, Plaintext, EncryptionContext });
      expect(sealed.CiphertextBlob.length).toBe(64 + 1 + how.metadata.length + 1 + how.ivLength + 16 + Plaintext.length + 16);
      const opened = await one.app.decrypt({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext });
      expect(opened).toEqual({ KeyId: key, EncryptionAlgorithm: "SYMMETRIC_DEFAULT", Plaintext });
    }
  });

  it("shows the proxy no plaintext and no context, and who asks for which key", async () => {
    await proxy.tell({}); // what it said before has arrived, then
    const before = proxy.requests.length;
    await encrypt();
    await proxy.tell({});
    const { path, body } = proxy.requests[before]!;
    expect(path).toBe("/kms/xks/v1/keys/external/encrypt");
    expect(Buffer.from(body.plaintext as string, "base64").length).toBe(plaintext.length + 16);
    expect(Buffer.from(body.plaintext as string, "base64").includes(Buffer.from(plaintext.subarray(0, 8)))).toBe(false);
    expect(Buffer.from(body.additionalAuthenticatedData as string, "base64").length).toBe(32);
    expect(body.requestMetadata).toEqual({
      kmsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kmsOperation: "Encrypt",
      awsPrincipalArn: "arn:aws:sts::111122223333:assumed-role/app/kmsward",
      kmsKeyArn: key,
    });
    const event = one.kms.auditEvents().at(-1);
    expect(event).toMatchObject({ eventName: "Encrypt", requestID: body.requestMetadata.kmsRequestId });
    expect(event?.additionalEventData).toEqual({ customKeyStoreId: store, xksKeyId: "external" });
  });

  it("makes data keys and re-encrypts, to and from keys of KMS itself", async () => {
    const made = await one.app.generateDataKey({ KeyId: key, KeySpec: "AES_256", EncryptionContext });
    expect((await one.app.decrypt({ CiphertextBlob: made.CiphertextBlob, EncryptionContext })).Plaintext).toEqual(made.Plaintext);
    const without = await one.app.generateDataKeyWithoutPlaintext({ KeyId: key, KeySpec: "AES_128" });
    expect((await one.app.decrypt({ CiphertextBlob: without.CiphertextBlob })).Plaintext?.length).toBe(16);
    const inside = (await one.app.createKey({})).KeyMetadata.Arn;
    const out = await one.app.reEncrypt({
      CiphertextBlob: await encrypt(),
      SourceEncryptionContext: EncryptionContext,
      DestinationKeyId: inside,
    });
    const back = await one.app.reEncrypt({
      CiphertextBlob: out.CiphertextBlob!,
      DestinationKeyId: key,
      DestinationEncryptionContext: EncryptionContext,
    });
    expect((await one.app.decrypt({ CiphertextBlob: back.CiphertextBlob!, EncryptionContext })).Plaintext).toEqual(plaintext);
    expect(back).toMatchObject({ SourceKeyId: inside, KeyId: key });
    expect(back).not.toHaveProperty("DestinationKeyMaterialId");
  });

  it("cannot be used by a call that is to be answered at once", () => {
    expect(() => one.kms.as("app").encrypt({ KeyId: key, Plaintext: plaintext })).toThrow(TypeError);
  });

  it("a damaged blob opens nowhere, whatever bit of it", async () => {
    const blob = await encrypt();
    for (let at = 0; at < blob.length; at += at < 100 ? 1 : 9) {
      const damaged = blob.slice();
      damaged[at]! ^= 1 << (at % 8);
      const { name } = await refused(one.app.decrypt({ CiphertextBlob: damaged, KeyId: key, EncryptionContext }));
      expect(["InvalidCiphertextException", "KMSInvalidStateException", "IncorrectKeyException"]).toContain(name);
    }
    const { name, message } = await refused(one.app.decrypt({ CiphertextBlob: blob, EncryptionContext: { tenant: "b" } }));
    expect(name).toBe("KMSInvalidStateException");
    expect(message).toContain("encryption context");
  });

  it("another key over the same external key cannot open its blobs, nor is it taken for it", async () => {
    await proxy.tell({ keys: { second: {} } });
    const secondStore = await connectedStore(one, { ...XKS_STORE, CustomKeyStoreName: "second", XksProxyUriPath: "/second/kms/xks/v1" });
    const twin = await newKey("external", secondStore);
    expect((await refused(one.app.decrypt({ CiphertextBlob: await encrypt(), KeyId: twin, EncryptionContext }))).name).toBe(
      "IncorrectKeyException",
    );
    const forged = await encrypt();
    forged.set((await encrypt(twin)).subarray(8, 40), 8); // the blob says that the twin made it
    expect((await refused(one.app.decrypt({ CiphertextBlob: forged, KeyId: twin, EncryptionContext }))).name).toBe(
      "KMSInvalidStateException",
    );
    const second = await newKey("second");
    expect((await refused(one.app.decrypt({ CiphertextBlob: await encrypt(), KeyId: second, EncryptionContext }))).name).toBe(
      "IncorrectKeyException",
    );
    const inside = (await one.app.createKey({})).KeyMetadata.Arn;
    expect((await refused(one.app.decrypt({ CiphertextBlob: await encrypt(), KeyId: inside, EncryptionContext }))).name).toBe(
      "IncorrectKeyException",
    );
  });

  // Keyword by cause: External Key Store Proxy API, "KMS exceptions".
  it.each([
    ["ValidationException", "interpret"],
    ["InvalidStateException", "not enabled"],
    ["InvalidKeyUsageException", "does not support"],
    ["AuthenticationFailedException", "authenticate"],
    ["AccessDeniedException", "denied access"],
    ["KeyNotFoundException", "not found"],
    ["InvalidUriPathException", "path"],
    ["UnsupportedOperationException", "does not support"],
    ["DependencyTimeoutException", "in the time allotted"],
    ["ThrottlingException", "rate"],
    ["InternalException", "external key manager"],
    ["html", "interpret"],
    ["unknown-error", "interpret"],
    ["not-json", "interpret"],
    ["endless", "interpret"],
    ["bad-cdiv", "interpret"],
    ["no-cdiv", "interpret"],
    ["wrong-length", "interpret"],
    ["loose-base64", "interpret"],
  ])("Encrypt answers KMSInvalidStateException for %s", async (fault, keyword) => {
    const before = one.snapshot();
    await proxy.tell({ keys: { external: { fault } } });
    const { name, message } = await refused(encrypt());
    expect(name).toBe("KMSInvalidStateException");
    expect(message).toContain(keyword);
    expect(one.snapshot()).toEqual(before);
  });

  it.each([
    ["InvalidCiphertextException", "refused"],
    ["wrong-plaintext", "submitted"],
    ["short-plaintext", "interpret"],
    ["KeyNotFoundException", "not found"],
  ])("Decrypt answers KMSInvalidStateException for %s", async (fault, keyword) => {
    const blob = await encrypt();
    await proxy.tell({ keys: { external: { fault } } });
    const { name, message } = await refused(one.app.decrypt({ CiphertextBlob: blob, EncryptionContext }));
    expect(name).toBe("KMSInvalidStateException");
    expect(message).toContain(keyword);
  });

  it("metadata of 21 bytes is refused", async () => {
    await proxy.tell({ keys: { external: { metadata: "x".repeat(21) } } });
    expect((await refused(encrypt())).message).toContain("interpret");
  });

  it("a disabled external key leaves the KMS key enabled, and fails", async () => {
    const blob = await encrypt();
    await proxy.tell({ keys: { external: { status: "DISABLED" } } });
    expect((await refused(one.app.decrypt({ CiphertextBlob: blob, EncryptionContext }))).name).toBe("KMSInvalidStateException");
    expect((await one.app.describeKey({ KeyId: key })).KeyMetadata.KeyState).toBe("Enabled");
    await reset();
    expect((await one.app.decrypt({ CiphertextBlob: blob, EncryptionContext })).Plaintext).toEqual(plaintext);
  });

  it("is unavailable while its store is not connected, and as before when it is again", async () => {
    const blob = await encrypt();
    await one.app.disableKey({ KeyId: key });
    await one.app.enableKey({ KeyId: key });
    await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: store });
    const state = async () => (await one.app.describeKey({ KeyId: key })).KeyMetadata.KeyState;
    expect(await state()).toBe("Unavailable");
    expect(await refused(encrypt())).toEqual({ name: "KMSInvalidStateException", message: `${key} is unavailable.` });
    expect((await refused(one.app.decrypt({ CiphertextBlob: blob, EncryptionContext }))).name).toBe("KMSInvalidStateException");
    await one.app.createAlias({ AliasName: "alias/external", TargetKeyId: key });
    await one.app.tagResource({ KeyId: key, Tags: [{ TagKey: "a", TagValue: "b" }] });
    await one.app.updateKeyDescription({ KeyId: key, Description: "of another house" });
    await one.app.disableKey({ KeyId: key });
    expect(await state()).toBe("Unavailable");
    await one.kms.idle();
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: store });
    await one.kms.idle();
    expect(await state()).toBe("Disabled");
    await one.app.enableKey({ KeyId: key });
    expect((await one.app.decrypt({ CiphertextBlob: blob, EncryptionContext })).Plaintext).toEqual(plaintext);
    await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: store });
    await one.app.scheduleKeyDeletion({ KeyId: key, PendingWindowInDays: 7 });
    expect(await state()).toBe("PendingDeletion");
  });

  it("has no rotation, no key pairs, no import, no replicas, no public key", async () => {
    const unsupported = [
      one.app.enableKeyRotation({ KeyId: key }),
      one.app.rotateKeyOnDemand({ KeyId: key }),
      one.app.generateDataKeyPair({ KeyId: key, KeyPairSpec: "ECC_NIST_P256" }),
      one.app.getParametersForImport({ KeyId: key, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" }),
      one.app.replicateKey({ KeyId: key, ReplicaRegion: "eu-west-1" }),
    ];
    for (const call of unsupported) expect((await refused(call)).name).toBe("UnsupportedOperationException");
    expect((await refused(one.app.getPublicKey({ KeyId: key }))).name).toMatch(/^(InvalidKeyUsage|UnsupportedOperation)Exception$/);
  });

  it("a dry run asks the proxy, and ends as one", async () => {
    const call = () => one.app.encrypt({ KeyId: key, Plaintext: plaintext, DryRun: true });
    expect((await refused(call())).name).toBe("DryRunOperationException");
    await proxy.tell({ fault: "InternalException" });
    expect((await refused(call())).name).toBe("KMSInvalidStateException");
  });

  it("a proxy that is gone is told as such", async () => {
    const gone = await startProxy({ now: NOVEMBER });
    const lonely = await withKeyStores({ xks: clientOf(gone) });
    const id = await connectedStore(lonely, { ...XKS_STORE, CustomKeyStoreName: "gone" });
    const { KeyMetadata } = await lonely.app.createKey({ Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: id, XksKeyId: "external" });
    await gone.stop();
    const { name, message } = await refused(lonely.app.encrypt({ KeyId: KeyMetadata.Arn, Plaintext: plaintext }));
    expect([name, message]).toEqual(["KMSInvalidStateException", expect.stringContaining("cannot communicate")]);
    expect((await lonely.app.describeCustomKeyStores({})).CustomKeyStores[0]?.ConnectionState).toBe("CONNECTED");
  });
});

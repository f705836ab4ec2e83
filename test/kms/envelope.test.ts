import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, InvalidCiphertextException, KMSClient, ReEncryptCommand } from "@aws-sdk/client-kms";
import { beforeAll, describe, expect, it } from "vitest";
import { createKms, type Kms } from "../../src/kms.ts";

/**
 * Envelope encryption from end to end: an application's own code against the embedded KMS, through the SDK it uses in production. Each order is sealed
 * under a data key of its own; the data key is stored beside it, sealed under a KMS key that never leaves.
 */

// The application. Nothing in it knows whether AWS or kmsward answers.

type Sealed = { readonly dataKey: Uint8Array; readonly iv: Buffer; readonly text: Buffer; readonly tag: Buffer };

async function seal(client: KMSClient, order: string, tenant: string): Promise<Sealed> {
  const request = new GenerateDataKeyCommand({ KeyId: "alias/orders", KeySpec: "AES_256", EncryptionContext: { tenant } });
  const { Plaintext: key, CiphertextBlob: dataKey } = await client.send(request);
  if (key === undefined || dataKey === undefined) throw new Error("KMS gave no data key");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const text = Buffer.concat([cipher.update(order, "utf8"), cipher.final()]);
  key.fill(0);
  return { dataKey, iv, text, tag: cipher.getAuthTag() };
}

async function open(client: KMSClient, { dataKey, iv, text, tag }: Sealed, tenant: string): Promise<string> {
  const { Plaintext: key } = await client.send(new DecryptCommand({ CiphertextBlob: dataKey, EncryptionContext: { tenant } }));
  if (key === undefined) throw new Error("KMS gave no data key");
  const decipher = createDecipheriv("aes-256-gcm", key, iv).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}

// Its estate: who may do what with which key.

const ACCOUNT = "111122223333";
const statement = (Sid: string, role: string, Action: string | readonly string[], rest: object = {}) => ({
  Sid,
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/${role}` },
  Action,
  Resource: "*",
  ...rest,
});
const ordersPolicy = {
  Version: "2012-10-17",
  Statement: [
    statement("Shop", "shop", "kms:GenerateDataKey"),
    statement("Warehouse", "warehouse", "kms:Decrypt", { Condition: { StringEquals: { "kms:EncryptionContext:tenant": "t1" } } }),
    statement("Keepers", "keeper", ["kms:ReEncrypt*", "kms:RotateKeyOnDemand", "kms:DisableKey"]),
  ],
};
const archivePolicy = {
  Version: "2012-10-17",
  Statement: [statement("Keepers", "keeper", "kms:ReEncryptTo"), statement("Auditors", "auditor", "kms:Decrypt")],
};
const role = (name: string) => ({ arn: `arn:aws:iam::${ACCOUNT}:role/${name}` });

describe("envelope encryption", () => {
  let kms: Kms;
  let sealed: Sealed;
  const ORDER = '{"book":"Applied Cryptography","copies":2}';
  const as = (caller: string) =>
    new KMSClient({ region: "us-east-1", credentials: kms.credentials(caller), requestHandler: kms.requestHandler() });

  beforeAll(async () => {
    kms = await createKms({
      world: {
        principals: { shop: role("shop"), warehouse: role("warehouse"), keeper: role("keeper"), auditor: role("auditor") },
        keys: {
          orders: { aliases: ["alias/orders"], policy: ordersPolicy },
          archive: { aliases: ["alias/archive"], policy: archivePolicy },
        },
      },
    });
    sealed = await seal(as("shop"), ORDER, "t1");
  });

  it("opens for whoever may decrypt", async () => {
    expect(await open(as("warehouse"), sealed, "t1")).toBe(ORDER);
  });

  it("does not open for the one who sealed it", async () => {
    await expect(open(as("shop"), sealed, "t1")).rejects.toThrow(
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/shop/kmsward is not authorized to perform: kms:Decrypt on resource: ${kms.keys.orders}`,
    );
  });

  it("does not open in the name of another tenant: the policy says no, and for whom it does not, the ciphertext does", async () => {
    await expect(open(as("warehouse"), sealed, "t2")).rejects.toMatchObject({ name: "AccessDeniedException" });
    const asKeeper = kms.as("keeper");
    const wrong = { CiphertextBlob: sealed.dataKey, SourceEncryptionContext: { tenant: "t2" }, DestinationKeyId: "alias/archive" };
    expect(() => asKeeper.reEncrypt(wrong)).toThrow(InvalidCiphertextException);
  });

  it("does not open when a bit has changed", async () => {
    const dataKey = Uint8Array.from(sealed.dataKey, (byte, i) => (i === sealed.dataKey.length - 1 ? byte ^ 1 : byte));
    await expect(open(as("warehouse"), { ...sealed, dataKey }, "t1")).rejects.toBeInstanceOf(InvalidCiphertextException);
  });

  it("opens after a rotation, as before", async () => {
    kms.as("keeper").rotateKeyOnDemand({ KeyId: kms.keys.orders as string });
    expect(await open(as("warehouse"), sealed, "t1")).toBe(ORDER);
  });

  it("moves to another key without anyone seeing the data key", async () => {
    const { CiphertextBlob } = await as("keeper").send(
      new ReEncryptCommand({
        CiphertextBlob: sealed.dataKey,
        SourceEncryptionContext: { tenant: "t1" },
        DestinationKeyId: "alias/archive",
        DestinationEncryptionContext: { tenant: "t1" },
      }),
    );
    const archived = { ...sealed, dataKey: CiphertextBlob as Uint8Array };
    expect(await open(as("auditor"), archived, "t1")).toBe(ORDER);
    await expect(open(as("warehouse"), archived, "t1")).rejects.toMatchObject({ name: "AccessDeniedException" });
  });

  it("is on record, with tenants and without secrets", () => {
    const events = kms.auditEvents().filter(({ eventName, errorCode }) => eventName === "Decrypt" && errorCode === undefined);
    expect(events[0]).toMatchObject({
      userIdentity: { type: "AssumedRole", arn: `arn:aws:sts::${ACCOUNT}:assumed-role/warehouse/kmsward` },
      requestParameters: { encryptionContext: { tenant: "t1" }, encryptionAlgorithm: "SYMMETRIC_DEFAULT" },
      resources: [{ ARN: kms.keys.orders }],
    });
    expect(JSON.stringify(kms.auditEvents())).not.toContain(Buffer.from(sealed.dataKey).toString("base64"));
  });

  it("ends with the key", async () => {
    kms.as("keeper").disableKey({ KeyId: kms.keys.orders as string });
    await expect(open(as("warehouse"), sealed, "t1")).rejects.toMatchObject({
      name: "DisabledException",
      message: `${kms.keys.orders} is disabled.`,
    });
  });
});

import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { describe, expect, it } from "vitest";
import { createKms, dangerousTestEnclave, exceptions, fixedPorts } from "../../src/kms.ts";

const PCR0 = "ab".repeat(48);
const enclave = dangerousTestEnclave({ pcrs: { 0: PCR0 } });

const allow = (Action: string, more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*", Principal: { AWS: "arn:aws:iam::111122223333:role/app" }, ...more }],
});
const attested = (image: string) => ({ Condition: { StringEqualsIgnoreCase: { "kms:RecipientAttestation:ImageSha384": image } } });

async function start(image = PCR0, startMs = Date.UTC(2026, 10, 22), attestationRoots: readonly string[] = [enclave.rootCertificate]) {
  const world = {
    principals: { app: { arn: "arn:aws:iam::111122223333:role/app" } },
    keys: { k: { aliases: ["alias/k"], policy: allow("kms:*", attested(image)) } },
  };
  const ports = fixedPorts({ startMs });
  return { kms: await createKms({ world, ports, attestationRoots }), now: ports.now };
}

describe("a test enclave", () => {
  it("gets data keys that nobody else reads, through the SDK too", async () => {
    const { kms, now } = await start();
    const client = new KMSClient({ region: "us-east-1", credentials: kms.credentials("app"), requestHandler: kms.requestHandler() });
    const made = await client.send(
      new GenerateDataKeyCommand({ KeyId: "alias/k", KeySpec: "AES_256", Recipient: enclave.recipient(now()) }),
    );
    expect(made.Plaintext).toBeUndefined();
    const key = enclave.open(made.CiphertextForRecipient!);
    expect(key).toHaveLength(32);
    const opened = await client.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, Recipient: enclave.recipient(now()) }));
    expect(enclave.open(opened.CiphertextForRecipient!)).toEqual(key);
    expect(() => dangerousTestEnclave().open(opened.CiphertextForRecipient!)).toThrow();
  });

  it("is measured by its registers: another image is denied", async () => {
    const { kms, now } = await start("cd".repeat(48));
    const wish = { KeyId: "alias/k", KeySpec: "AES_256" } as const;
    expect(() => kms.as("app").generateDataKey({ ...wish, Recipient: enclave.recipient(now()) })).toThrow(exceptions.AccessDeniedException);
    expect(() => kms.as("app").generateDataKey(wish)).toThrow(exceptions.AccessDeniedException);
  });

  it("is trusted by nobody who is not told to, and for its time only", async () => {
    const wish = { KeyId: "alias/k", KeySpec: "AES_256" } as const;
    const other = await start(PCR0, Date.UTC(2026, 10, 22), [dangerousTestEnclave().rootCertificate]);
    const unverified = "The attestation document in the request could not be verified.";
    expect(() => other.kms.as("app").generateDataKey({ ...wish, Recipient: enclave.recipient(other.now()) })).toThrow(unverified);
    const aws = await createKms({ world: { keys: { k: {} } } });
    const root = aws.as("arn:aws:iam::111122223333:root");
    expect(() => root.generateRandom({ NumberOfBytes: 8, Recipient: enclave.recipient(Date.now()) })).toThrow(unverified);
    const { kms, now } = await start();
    const Recipient = enclave.recipient(now());
    kms.advance({ minutes: 6 });
    expect(() => kms.as("app").generateDataKey({ ...wish, Recipient })).toThrow(unverified);
  });

  it.each([1, Date.UTC(2049, 11, 31)])("serves at any time: %i", async (startMs) => {
    const { kms, now } = await start(PCR0, startMs);
    const { CiphertextForRecipient } = kms
      .as("app")
      .generateDataKey({ KeyId: "alias/k", KeySpec: "AES_256", Recipient: enclave.recipient(now()) });
    expect(enclave.open(CiphertextForRecipient!)).toHaveLength(32);
  });

  it("that is told no registers is one in debug mode", async () => {
    const debug = dangerousTestEnclave();
    const { kms, now } = await start("00".repeat(48), Date.UTC(2026, 10, 22), [debug.rootCertificate]);
    const wish = { KeyId: "alias/k", KeySpec: "AES_256", Recipient: debug.recipient(now()) } as const;
    expect(debug.open(kms.as("app").generateDataKey(wish).CiphertextForRecipient!)).toHaveLength(32);
  });
});

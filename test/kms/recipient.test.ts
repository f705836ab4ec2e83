import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { describe, expect, it } from "vitest";
import { AWS_NITRO_ROOT } from "../../src/crypto/certificate-chain.ts";
import { attestationTrust } from "../../src/kms/recipient.ts";
import type { KmsClient } from "../../src/kms.ts";
import { toHex } from "../crypto/bytes.ts";
import { cbor, chainOf, claimsOf, documentOf, MODULE_ID, NOW, openEnvelope, pcr } from "../crypto/enclave.ts";
import { ADMIN, APP, allowing, EVERYTHING, refusalIfAny, type StartOptions, startKms } from "./lab.ts";

const chain = chainOf();
const recipientWith = (claims: Readonly<Record<string, unknown>> = {}, from = chain) => ({
  KeyEncryptionAlgorithm: "RSAES_OAEP_SHA_256" as const,
  AttestationDocument: documentOf(from, new Map([...claimsOf(from), ...Object.entries(claims)])),
});
const Recipient = recipientWith();
const NOT_VERIFIED = { name: "ValidationException", message: "The attestation document in the request could not be verified." };

const TRUSTED = { attestationRoots: [chain.rootPem] };

/** An application that may do what the condition lets it, beside an administrator. */
async function start(options: StartOptions = TRUSTED, Condition: object = {}) {
  const kms = await startKms({
    startMs: NOW,
    world: {
      principals: {
        app: { arn: APP, policies: [allowing({ Action: "kms:*", Condition })] },
        admin: { arn: ADMIN, policies: EVERYTHING },
      },
      keys: { one: {}, curve: { spec: "ECC_NIST_P256", usage: "KEY_AGREEMENT" } },
    },
    ...options,
  });
  return { kms, app: kms.as("app"), admin: kms.as("admin"), KeyId: kms.keys.one!, curve: kms.keys.curve! };
}

const image = (value: string, operator = "StringEqualsIgnoreCase") => ({ [operator]: { "kms:RecipientAttestation:ImageSha384": value } });
const IMAGE = toHex(pcr(0));

describe("an attested caller", () => {
  it("alone reads what Decrypt answers", async () => {
    const { kms, app, KeyId } = await start();
    const { CiphertextBlob } = app.encrypt({ KeyId, Plaintext: Buffer.from("hush") });
    const reply = app.decrypt({ CiphertextBlob, Recipient });
    expect(Object.keys(reply).sort()).toEqual(["CiphertextForRecipient", "EncryptionAlgorithm", "KeyId"]);
    expect(Buffer.from(openEnvelope(reply.CiphertextForRecipient!)).toString()).toBe("hush");
    const [event] = kms.auditEvents().slice(-1);
    expect(event?.additionalEventData).toMatchObject({
      recipient: {
        attestationDocumentModuleId: MODULE_ID,
        attestationDocumentEnclaveImageDigest: IMAGE,
        attestationDocumentEnclavePCR8: toHex(pcr(8)),
      },
    });
    expect(JSON.stringify(event)).not.toContain(Buffer.from(Recipient.AttestationDocument).toString("base64").slice(0, 40));
  });

  it("alone reads data keys, pairs, random bytes and shared secrets", async () => {
    const { kms, app, KeyId, curve } = await start();
    const dataKey = app.generateDataKey({ KeyId, KeySpec: "AES_256", Recipient });
    expect(Object.keys(dataKey).sort()).toEqual(["CiphertextBlob", "CiphertextForRecipient", "KeyId"]);
    const { Plaintext } = app.decrypt({ CiphertextBlob: dataKey.CiphertextBlob });
    expect(openEnvelope(dataKey.CiphertextForRecipient!)).toEqual(Plaintext);

    const made = app.generateDataKeyPair({ KeyId, KeyPairSpec: "ECC_NIST_P256", Recipient });
    expect(made).not.toHaveProperty("PrivateKeyPlaintext");
    expect(openEnvelope(made.CiphertextForRecipient!)).toEqual(app.decrypt({ CiphertextBlob: made.PrivateKeyCiphertextBlob }).Plaintext);

    const random = app.generateRandom({ NumberOfBytes: 33, Recipient });
    expect(Object.keys(random)).toEqual(["CiphertextForRecipient"]);
    expect(openEnvelope(random.CiphertextForRecipient!)).toHaveLength(33);

    const { PublicKey } = app.getPublicKey({ KeyId: curve });
    const shared = { KeyId: curve, KeyAgreementAlgorithm: "ECDH", PublicKey } as const;
    const derived = app.deriveSharedSecret({ ...shared, Recipient });
    expect(derived).not.toHaveProperty("SharedSecret");
    expect(openEnvelope(derived.CiphertextForRecipient!)).toEqual(app.deriveSharedSecret(shared).SharedSecret);
    const told = kms
      .auditEvents()
      .filter(({ additionalEventData }) => additionalEventData !== undefined && "recipient" in additionalEventData);
    expect(told.map(({ eventName }) => eventName)).toEqual([
      "GenerateDataKey",
      "GenerateDataKeyPair",
      "GenerateRandom",
      "DeriveSharedSecret",
    ]);
  });

  it("passes over the parameter where the operation has none", async () => {
    const { app, KeyId } = await start();
    expect(app.encrypt({ KeyId, Plaintext: Uint8Array.of(1), Recipient: { AttestationDocument: "nonsense" } } as never)).toHaveProperty(
      "CiphertextBlob",
    );
  });
});

describe("a policy about attestation", () => {
  const may = async (Condition: object, recipient: typeof Recipient | undefined) => {
    const { app, KeyId } = await start(TRUSTED, Condition);
    const refused = refusalIfAny(() => app.generateDataKey({ KeyId, KeySpec: "AES_256", ...(recipient && { Recipient: recipient }) }));
    return refused?.name ?? "allowed";
  };
  const register = (name: string, n: number) => ({ StringEquals: { [`kms:RecipientAttestation:${name}`]: toHex(pcr(n)) } });

  it.each<[string, object, boolean]>([
    ["the image", image(IMAGE, "StringEquals"), true],
    ["the image in upper case", image(IMAGE.toUpperCase()), true],
    ["upper case, where case counts", image(IMAGE.toUpperCase(), "StringEquals"), false],
    ["another image", image(toHex(pcr(1))), false],
    ["register 0", register("PCR0", 0), true],
    ["register 8", register("PCR8", 8), true],
    ["a register the document has not", register("PCR5", 5), false],
    ["a register of NitroTPM", register("NitroTPMPCR4", 4), false],
  ])("names %s", async (_, Condition, allowed) => {
    expect(await may(Condition, Recipient)).toBe(allowed ? "allowed" : "AccessDeniedException");
    expect(await may(Condition, undefined)).toBe("AccessDeniedException");
  });

  it("tells an instance with NitroTPM from an enclave", async () => {
    const tpm = recipientWith({
      pcrs: null,
      nitrotpm_pcrs: new Map([
        [0, pcr(0)],
        [4, pcr(4)],
      ]),
    });
    expect(await may(register("NitroTPMPCR4", 4), tpm)).toBe("allowed");
    expect(await may(register("PCR4", 4), tpm)).toBe("AccessDeniedException");
    expect(await may(image(IMAGE), tpm)).toBe("AccessDeniedException");
    const { kms, app } = await start();
    app.generateRandom({ NumberOfBytes: 1, Recipient: tpm });
    expect(kms.auditEvents().at(-1)?.additionalEventData).toEqual({
      recipient: {
        attestationDocumentModuleId: MODULE_ID,
        attestationDocumentNitroTPMPCR0: IMAGE,
        attestationDocumentNitroTPMPCR4: toHex(pcr(4)),
      },
    });
  });
});

describe("a document that does not verify", () => {
  const calls = (app: KmsClient, KeyId: string, curve: string, recipient: typeof Recipient) => {
    const { CiphertextBlob } = app.encrypt({ KeyId, Plaintext: Uint8Array.of(1) });
    const { PublicKey } = app.getPublicKey({ KeyId: curve });
    return [
      () => app.decrypt({ CiphertextBlob, Recipient: recipient }),
      () => app.generateDataKey({ KeyId, KeySpec: "AES_256", Recipient: recipient }),
      () => app.generateDataKey({ KeyId, KeySpec: "AES_256", Recipient: recipient, DryRun: true }),
      () => app.generateDataKeyPair({ KeyId, KeyPairSpec: "ECC_NIST_P256", Recipient: recipient }),
      () => app.generateRandom({ NumberOfBytes: 1, Recipient: recipient }),
      () => app.deriveSharedSecret({ KeyId: curve, KeyAgreementAlgorithm: "ECDH", PublicKey, Recipient: recipient }),
    ];
  };
  const flipped = Uint8Array.from(Recipient.AttestationDocument);
  flipped[flipped.length - 1]! ^= 1;

  it.each<[string, typeof Recipient]>([
    ["of another root", recipientWith({}, chainOf())],
    ["too old", recipientWith({ timestamp: NOW - 300_001 })],
    [
      "with expired certificates",
      recipientWith({}, { ...chain, raws: [chain.raws[0]!, ...chainOf({ leaf: { toMs: NOW - 1000 } }).raws.slice(1)] }),
    ],
    ["with a bit flipped", { ...Recipient, AttestationDocument: flipped }],
    ["cut off", { ...Recipient, AttestationDocument: Recipient.AttestationDocument.slice(0, -1) }],
    ["without a key", recipientWith({ public_key: null })],
    ["that is none", { ...Recipient, AttestationDocument: Uint8Array.from(cbor("attested")) }],
  ])("%s is refused by every operation, though no policy asks for one", async (_, recipient) => {
    const { kms, app, KeyId, curve } = await start();
    for (const run of calls(app, KeyId, curve, recipient)) expect(refusalIfAny(run)).toEqual(NOT_VERIFIED);
    expect(kms.auditEvents().at(-1)).toMatchObject({ eventName: "DeriveSharedSecret", errorCode: "ValidationException" });
  });

  it("is refused in a dry run that would otherwise succeed", async () => {
    const { app, KeyId } = await start();
    const dry = { KeyId, KeySpec: "AES_256", DryRun: true } as const;
    expect(refusalIfAny(() => app.generateDataKey({ ...dry, Recipient }))?.name).toBe("DryRunOperationException");
  });

  it("has both members, of the right values", async () => {
    const { app } = await start();
    const asked = (recipient: object) => refusalIfAny(() => app.generateRandom({ NumberOfBytes: 1, Recipient: recipient }));
    const { AttestationDocument, KeyEncryptionAlgorithm } = Recipient;
    for (const part of [{}, { AttestationDocument }, { KeyEncryptionAlgorithm }]) {
      expect(asked(part)).toEqual({
        name: "ValidationException",
        message: "Recipient must have KeyEncryptionAlgorithm and AttestationDocument.",
      });
    }
    expect(asked({ AttestationDocument, KeyEncryptionAlgorithm: "RSAES_OAEP_SHA_1" })?.message).toContain(
      "recipient.keyEncryptionAlgorithm",
    );
    expect(asked({ KeyEncryptionAlgorithm, AttestationDocument: new Uint8Array() })?.name).toBe("ValidationException");
    expect(asked({ KeyEncryptionAlgorithm, AttestationDocument: new Uint8Array(262_145) })?.name).toBe("ValidationException");
  });
});

describe("trust", () => {
  it("is in the root of AWS alone unless told", async () => {
    for (const options of [{}, { attestationRoots: [AWS_NITRO_ROOT] }, { attestationRoots: [] }]) {
      const { app } = await start(options);
      expect(refusalIfAny(() => app.generateRandom({ NumberOfBytes: 1, Recipient }))).toEqual(NOT_VERIFIED);
    }
    expect(attestationTrust({}).roots).toEqual(attestationTrust({ attestationRoots: [AWS_NITRO_ROOT] }).roots);
    const { app } = await start({ attestationRoots: [AWS_NITRO_ROOT, chain.rootPem] });
    expect(app.generateRandom({ NumberOfBytes: 1, Recipient })).toHaveProperty("CiphertextForRecipient");
  });

  it("is not in what is no root", async () => {
    await expect(start({ attestationRoots: [chain.rootPem, "nonsense"] })).rejects.toThrow("attestationRoots[1] is not PEM");
  });

  it("lasts as long as it is told to", async () => {
    const old = recipientWith({ timestamp: NOW - 3_600_000 });
    const { app } = await start({ ...TRUSTED, attestationAge: { hours: 1 } });
    expect(app.generateRandom({ NumberOfBytes: 1, Recipient: old })).toHaveProperty("CiphertextForRecipient");
    const { app: strict, kms } = await start({ ...TRUSTED, attestationAge: { seconds: 1 } });
    kms.advance({ seconds: 1 });
    expect(strict.generateRandom({ NumberOfBytes: 1, Recipient })).toHaveProperty("CiphertextForRecipient");
    kms.advance({ milliseconds: 1 });
    expect(refusalIfAny(() => strict.generateRandom({ NumberOfBytes: 1, Recipient }))).toEqual(NOT_VERIFIED);
  });

  it("is asked before permission, which a caller without it cannot tell from nothing", async () => {
    const { app, KeyId } = await start(TRUSTED, image("00"));
    expect(refusalIfAny(() => app.generateDataKey({ KeyId, KeySpec: "AES_256", Recipient: recipientWith({}, chainOf()) }))).toEqual(
      NOT_VERIFIED,
    );
    expect(refusalIfAny(() => app.generateDataKey({ KeyId, KeySpec: "AES_256", Recipient }))?.name).toBe("AccessDeniedException");
  });
});

it("comes from a client of the AWS SDK, and goes back to it", async () => {
  const { kms, KeyId } = await start();
  const client = new KMSClient({ region: "us-east-1", credentials: kms.credentials("app"), requestHandler: kms.requestHandler() });
  const reply = await client.send(new GenerateDataKeyCommand({ KeyId, KeySpec: "AES_256", Recipient }));
  expect(reply.Plaintext).toBeUndefined();
  const { Plaintext } = await client.send(new DecryptCommand({ CiphertextBlob: reply.CiphertextBlob }));
  expect(openEnvelope(reply.CiphertextForRecipient!)).toEqual(Uint8Array.from(Plaintext!));
});

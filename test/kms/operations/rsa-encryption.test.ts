import { constants, createPublicKey, publicEncrypt } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPECS_BY_USAGE } from "../../../src/catalog/key-specs.ts";
import { hex, toHex, utf8 } from "../../crypto/bytes.ts";
import { lab, refusal } from "../lab.ts";
import { oneKey } from "./one-key.ts";

/** Encrypt, Decrypt and ReEncrypt where a key is RSA: a bare ciphertext that names neither its key nor its algorithm. */

const SPECS = ["RSA_2048", "RSA_3072", "RSA_4096"] as const;
const ALGORITHMS = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] as const;
const HASH = { RSAES_OAEP_SHA_1: "sha1", RSAES_OAEP_SHA_256: "sha256" } as const;
const kinds = SPECS.flatMap((spec) => ALGORITHMS.map((algorithm) => ({ spec, algorithm })));
const rsaKey = (spec: (typeof SPECS)[number]) => oneKey({ spec, usage: "ENCRYPT_DECRYPT" });
const DAMAGED = { name: "InvalidCiphertextException", message: "" };
const WRONG_KEY = {
  name: "IncorrectKeyException",
  message: "The key ID in the request does not identify a CMK that can perform this operation.",
};
const text = utf8("three pencils");

describe.each(kinds)("$algorithm with $spec", ({ spec, algorithm: EncryptionAlgorithm }) => {
  const { maxCiphertext, maxPlaintext } = SPECS_BY_USAGE.ENCRYPT_DECRYPT[spec];
  const longest = maxPlaintext[EncryptionAlgorithm];

  it("takes plaintexts up to its limit, and names the limit beyond", async () => {
    const { app, arn } = await rsaKey(spec);
    const encrypt = (length: number, DryRun?: boolean) =>
      app.encrypt({ KeyId: arn, Plaintext: new Uint8Array(length).fill(7), EncryptionAlgorithm, DryRun });
    for (const length of [1, longest]) {
      const { CiphertextBlob, ...reply } = encrypt(length);
      expect(reply).toEqual({ KeyId: arn, EncryptionAlgorithm });
      expect(CiphertextBlob).toHaveLength(maxCiphertext);
      const decrypted = app.decrypt({ KeyId: arn, CiphertextBlob, EncryptionAlgorithm });
      expect(decrypted).toEqual({ KeyId: arn, Plaintext: new Uint8Array(length).fill(7), EncryptionAlgorithm });
    }
    const message = `Algorithm ${EncryptionAlgorithm} and key spec ${spec} cannot encrypt data larger than ${longest} bytes.`;
    for (const dry of [false, true]) expect(refusal(() => encrypt(longest + 1, dry))).toEqual({ name: "ValidationException", message });
  });

  it("decrypts what others encrypt with the public key alone", async () => {
    const { app, arn } = await rsaKey(spec);
    const key = createPublicKey({ key: Buffer.from(app.getPublicKey({ KeyId: arn }).PublicKey), type: "spki", format: "der" });
    const oaep = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: HASH[EncryptionAlgorithm] };
    const CiphertextBlob = Uint8Array.from(publicEncrypt(oaep, text));
    expect(app.decrypt({ KeyId: arn, CiphertextBlob, EncryptionAlgorithm }).Plaintext).toEqual(text);
  });

  it("answers alike to everything that is wrong with a ciphertext", async () => {
    const { app, arn } = await rsaKey(spec);
    const { CiphertextBlob } = app.encrypt({ KeyId: arn, Plaintext: text, EncryptionAlgorithm });
    const changed = Uint8Array.from(CiphertextBlob);
    changed[maxCiphertext - 1]! ^= 1;
    const other = ALGORITHMS.find((name) => name !== EncryptionAlgorithm)!;
    const answers = [
      { CiphertextBlob: changed, EncryptionAlgorithm },
      { CiphertextBlob: CiphertextBlob.subarray(1), EncryptionAlgorithm },
      { CiphertextBlob: Uint8Array.of(...CiphertextBlob, 0), EncryptionAlgorithm },
      { CiphertextBlob: new Uint8Array(maxCiphertext).fill(0xff), EncryptionAlgorithm },
      { CiphertextBlob: hex("00"), EncryptionAlgorithm },
      { CiphertextBlob, EncryptionAlgorithm: other },
      { CiphertextBlob }, // SYMMETRIC_DEFAULT, if nothing else is told
    ].map((request) => [false, true].map((DryRun) => refusal(() => app.decrypt({ KeyId: arn, ...request, DryRun }))));
    for (const answer of answers.flat()) expect(answer).toEqual(DAMAGED);
  });
});

describe("an RSA key", () => {
  const EncryptionAlgorithm = "RSAES_OAEP_SHA_256";

  it("has no encryption context", async () => {
    const { app, arn } = await rsaKey("RSA_2048");
    const { CiphertextBlob } = app.encrypt({ KeyId: arn, Plaintext: text, EncryptionAlgorithm, EncryptionContext: {} });
    const EncryptionContext = { tenant: "blue" };
    const message = "EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.";
    const expected = { name: "ValidationException", message };
    expect(refusal(() => app.encrypt({ KeyId: arn, Plaintext: text, EncryptionAlgorithm, EncryptionContext }))).toEqual(expected);
    expect(refusal(() => app.decrypt({ KeyId: arn, CiphertextBlob, EncryptionAlgorithm, EncryptionContext }))).toEqual(expected);
  });

  it("must be named to decrypt, and must be the one", async () => {
    const { app, arn } = await rsaKey("RSA_2048");
    const { CiphertextBlob } = app.encrypt({ KeyId: arn, Plaintext: text, EncryptionAlgorithm });
    expect(refusal(() => app.decrypt({ CiphertextBlob, EncryptionAlgorithm }))).toEqual({
      name: "ValidationException",
      message: "KeyId must not be null",
    });
    expect(refusal(() => app.decrypt({ CiphertextBlob }))).toEqual(DAMAGED); // no blob of ours, and so of no key
    const another = await oneKey({ spec: "RSA_3072", usage: "ENCRYPT_DECRYPT" });
    expect(refusal(() => another.app.decrypt({ KeyId: another.arn, CiphertextBlob, EncryptionAlgorithm }))).toEqual(DAMAGED);
  });

  it("for signing neither encrypts nor decrypts", async () => {
    const { app, arn } = await oneKey({ spec: "RSA_2048", usage: "SIGN_VERIFY" });
    expect(refusal(() => app.encrypt({ KeyId: arn, Plaintext: text, EncryptionAlgorithm }))).toEqual({
      name: "InvalidKeyUsageException",
      message: `${arn} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
    });
    expect(refusal(() => app.decrypt({ KeyId: arn, CiphertextBlob: new Uint8Array(256), EncryptionAlgorithm }))).toEqual(WRONG_KEY);
  });

  it("makes no data keys", async () => {
    const { app, arn } = await rsaKey("RSA_2048");
    expect(refusal(() => app.generateDataKey({ KeyId: arn, KeySpec: "AES_256" })).name).toBe("InvalidKeyUsageException");
  });

  it("refuses algorithms of other keys, and other keys its own", async () => {
    const { app, arn } = await rsaKey("RSA_2048");
    const symmetric = await oneKey({});
    const answer = (algorithm: string, spec: string) => ({
      name: "InvalidKeyUsageException",
      message: `Algorithm ${algorithm} is incompatible with key spec ${spec}.`,
    });
    expect(refusal(() => app.encrypt({ KeyId: arn, Plaintext: text }))).toEqual(answer("SYMMETRIC_DEFAULT", "RSA_2048"));
    expect(refusal(() => app.encrypt({ KeyId: arn, Plaintext: text, EncryptionAlgorithm: "SM2PKE" }))).toEqual(
      answer("SM2PKE", "RSA_2048"),
    );
    expect(refusal(() => symmetric.app.encrypt({ KeyId: symmetric.arn, Plaintext: text, EncryptionAlgorithm }))).toEqual(
      answer(EncryptionAlgorithm, "SYMMETRIC_DEFAULT"),
    );
  });

  it("shows in policies and in the log by the algorithm, and nothing of it by a material id", async () => {
    const may = { Action: ["kms:Encrypt", "kms:Decrypt"], Condition: { StringEquals: { "kms:EncryptionAlgorithm": EncryptionAlgorithm } } };
    const one = await oneKey({ spec: "RSA_2048", usage: "ENCRYPT_DECRYPT" }, may);
    one.app.encrypt({ KeyId: one.arn, Plaintext: text, EncryptionAlgorithm });
    const event = one.events().at(-1);
    expect(event?.requestParameters).toEqual({ keyId: one.arn, encryptionAlgorithm: EncryptionAlgorithm });
    expect(event?.additionalEventData).toBeUndefined();
    const other = () => one.app.encrypt({ KeyId: one.arn, Plaintext: text, EncryptionAlgorithm: "RSAES_OAEP_SHA_1" });
    expect(refusal(other).name).toBe("AccessDeniedException");
  });
});

describe("ReEncrypt", () => {
  const to = { DestinationEncryptionAlgorithm: "RSAES_OAEP_SHA_256" } as const;
  const from = { SourceEncryptionAlgorithm: "RSAES_OAEP_SHA_256" } as const;

  it("carries any plaintext between symmetric and RSA keys, either way", async () => {
    const { admin, id, arn } = await lab();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 190 }), (Plaintext) => {
        const { CiphertextBlob } = admin.encrypt({ KeyId: id("symmetric"), Plaintext });
        const there = admin.reEncrypt({ CiphertextBlob, DestinationKeyId: id("rsa"), ...to });
        expect(there).toMatchObject({
          SourceKeyId: arn("symmetric"),
          KeyId: arn("rsa"),
          SourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
          ...to,
        });
        expect([there.SourceKeyMaterialId, there.DestinationKeyMaterialId]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), undefined]);
        const back = admin.reEncrypt({
          CiphertextBlob: there.CiphertextBlob!,
          SourceKeyId: id("rsa"),
          ...from,
          DestinationKeyId: id("other"),
        });
        expect([back.SourceKeyMaterialId, back.DestinationKeyMaterialId]).toEqual([undefined, expect.stringMatching(/^[0-9a-f]{64}$/)]);
        expect(toHex(admin.decrypt({ CiphertextBlob: back.CiphertextBlob! }).Plaintext!)).toBe(toHex(Plaintext));
      }),
      { numRuns: 25 },
    );
  });

  it("needs the name of an RSA source, and keeps each side's limits", async () => {
    const { admin, id } = await lab();
    const { CiphertextBlob } = admin.encrypt({ KeyId: id("rsa"), Plaintext: text, EncryptionAlgorithm: "RSAES_OAEP_SHA_256" });
    expect(refusal(() => admin.reEncrypt({ CiphertextBlob, ...from, DestinationKeyId: id("symmetric") })).message).toBe(
      "KeyId must not be null",
    );
    const source = { CiphertextBlob, SourceKeyId: id("rsa"), ...from };
    const context = { tenant: "blue" };
    const NO_CONTEXT = "EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.";
    expect(refusal(() => admin.reEncrypt({ ...source, SourceEncryptionContext: context, DestinationKeyId: id("symmetric") })).message).toBe(
      NO_CONTEXT,
    );
    const long = admin.encrypt({ KeyId: id("symmetric"), Plaintext: new Uint8Array(191) }).CiphertextBlob;
    expect(refusal(() => admin.reEncrypt({ CiphertextBlob: long, DestinationKeyId: id("rsa"), ...to })).message).toBe(
      "Algorithm RSAES_OAEP_SHA_256 and key spec RSA_2048 cannot encrypt data larger than 190 bytes.",
    );
    expect(refusal(() => admin.reEncrypt({ ...source, SourceKeyId: id("signing"), DestinationKeyId: id("symmetric") }))).toEqual(WRONG_KEY);
    expect(refusal(() => admin.reEncrypt({ ...source, DestinationKeyId: id("signing"), ...to })).name).toBe("InvalidKeyUsageException");
  });
});

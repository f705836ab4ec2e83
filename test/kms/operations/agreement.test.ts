import { createECDH, createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { OCTET_STRING, SEQUENCE, writeDer } from "../../../src/crypto/der.ts";
import { writePkcs8, writeSpki } from "../../../src/crypto/spki.ts";
import { DeriveSharedSecret } from "../../../src/kms/operations/agreement.ts";
import { fixedPorts } from "../../../src/kms.ts";
import { hex, toHex, vectors } from "../../crypto/bytes.ts";
import { refusal } from "../lab.ts";
import { oneKey } from "./one-key.ts";
import { describeOneKeyOperation } from "./one-key-laws.ts";

const CURVES = {
  ECC_NIST_P256: { name: "prime256v1", secret: 32 },
  ECC_NIST_P384: { name: "secp384r1", secret: 48 },
  ECC_NIST_P521: { name: "secp521r1", secret: 66 },
} as const;
type Spec = keyof typeof CURVES;
const SPECS = Object.keys(CURVES) as Spec[];

const pairOf = (spec: Spec) => generateKeyPairSync("ec", { namedCurve: CURVES[spec].name });
const spkiOf = (key: ReturnType<typeof pairOf>["publicKey"]) => Uint8Array.from(key.export({ type: "spki", format: "der" }));
const ecKey = (spec: Spec, scalar: Uint8Array) => writePkcs8(spec, writeDer(SEQUENCE, hex("020101"), writeDer(OCTET_STRING, scalar)));

type Vector = { name: string; spec: Spec; privateKey: string; peerPrivateKey: string; peerPoint: string; sharedSecret: string };
const [published] = vectors<{ vectors: [Vector] }>("ecdh").vectors;
const peer = writeSpki(published.spec, hex(published.peerPoint));

const key = { spec: "ECC_NIST_P256", usage: "KEY_AGREEMENT" } as const;

describeOneKeyOperation({
  operation: "DeriveSharedSecret",
  key,
  input: { KeyAgreementAlgorithm: "ECDH", PublicKey: peer },
  conditions: { "kms:KeyAgreementAlgorithm": "ECDH", "kms:KeyUsage": "KEY_AGREEMENT" },
  logged: { keyAgreementAlgorithm: "ECDH", publicKey: Buffer.from(peer).toString("base64") },
  wrongKey: { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" },
  wrongUsage: { name: "InvalidKeyUsageException", message: "KEY key usage is SIGN_VERIFY which is not valid for DeriveSharedSecret." },
});

describe("DeriveSharedSecret", () => {
  it("gives the published secret, from both sides", async () => {
    const { spec, privateKey, peerPrivateKey, sharedSecret } = published;
    const curve = createECDH("prime256v1");
    curve.setPrivateKey(hex(privateKey));
    const own = writeSpki(spec, Uint8Array.from(curve.getPublicKey()));
    for (const [scalar, PublicKey] of [
      [privateKey, peer],
      [peerPrivateKey, own],
    ] as const) {
      const { app, arn } = await oneKey({
        spec,
        usage: "KEY_AGREEMENT",
        origin: "EXTERNAL",
        dangerousKeyMaterial: ecKey(spec, hex(scalar)),
      });
      expect(app.deriveSharedSecret({ KeyId: arn, KeyAgreementAlgorithm: "ECDH", PublicKey })).toEqual({
        KeyId: arn,
        SharedSecret: hex(sharedSecret),
        KeyAgreementAlgorithm: "ECDH",
        KeyOrigin: "EXTERNAL",
      });
    }
  });

  it.each(SPECS)("%s agrees with whoever has the public key of the KMS key", async (spec) => {
    const { app, arn } = await oneKey({ spec, usage: "KEY_AGREEMENT" });
    const { privateKey, publicKey } = pairOf(spec);
    const kms = createPublicKey({ key: Buffer.from(app.getPublicKey({ KeyId: arn }).PublicKey), type: "spki", format: "der" });
    const derived = app.deriveSharedSecret({ KeyId: arn, KeyAgreementAlgorithm: "ECDH", PublicKey: spkiOf(publicKey) });
    expect(derived.SharedSecret).toHaveLength(CURVES[spec].secret);
    expect(toHex(derived.SharedSecret!)).toBe(diffieHellman({ privateKey, publicKey: kms }).toString("hex"));
    expect(derived.KeyOrigin).toBe("AWS_KMS");
  });

  it("refuses a peer's key that is no point of the curve, without a message, in a dry run too", async () => {
    const { app, arn } = await oneKey(key);
    const offCurve = Uint8Array.from(peer);
    offCurve[offCurve.length - 1]! ^= 1;
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "spki", format: "der" });
    const faulty = {
      "another curve": spkiOf(pairOf("ECC_NIST_P384").publicKey),
      "off the curve": offCurve,
      "another kind": Uint8Array.from(rsa),
      "cut off": peer.subarray(0, -1),
      "too long": Uint8Array.of(...peer, 0),
      "a bare point": hex(published.peerPoint),
      nonsense: hex("00"),
    };
    for (const [what, PublicKey] of Object.entries(faulty)) {
      for (const DryRun of [false, true]) {
        const answer = refusal(() => app.deriveSharedSecret({ KeyId: arn, KeyAgreementAlgorithm: "ECDH", PublicKey, DryRun }));
        expect(answer, what).toEqual({ name: "ValidationException", message: "" });
      }
    }
  });

  it("tells an attested caller the secret under its own key only, and the log about it", async () => {
    const { spec, privateKey, sharedSecret } = published;
    const one = await oneKey({ spec, usage: "KEY_AGREEMENT", dangerousKeyMaterial: ecKey(spec, hex(privateKey)) });
    const attestation = { keys: {}, seal: (plaintext: Uint8Array) => Uint8Array.of(0xee, ...plaintext), audit: { module: "m" } };
    const input = { KeyId: one.arn, KeyAgreementAlgorithm: "ECDH", PublicKey: peer } as const;
    const attested = { input, found: { key: { kind: "key", key: one.key() } }, attestation } as unknown as Parameters<
      typeof DeriveSharedSecret.run
    >[0];
    expect(DeriveSharedSecret.run(attested, fixedPorts({ startMs: 0 }))).toEqual({
      ok: true,
      value: {
        reply: { KeyId: one.arn, CiphertextForRecipient: hex(`ee${sharedSecret}`), KeyAgreementAlgorithm: "ECDH", KeyOrigin: "AWS_KMS" },
        changes: [],
        additional: { recipient: { module: "m" } },
      },
    });
  });

  it("is not for curves that agree on nothing", async () => {
    await expect(oneKey({ spec: "ECC_SECG_P256K1", usage: "KEY_AGREEMENT" })).rejects.toThrow(
      "a key of ECC_SECG_P256K1 cannot be for KEY_AGREEMENT",
    );
  });
});

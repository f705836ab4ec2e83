import { constants, createHash, createPrivateKey, createPublicKey, sign as nodeSign, verify as nodeVerify } from "node:crypto";
import { ed25519, ed25519ph } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { shake256 } from "@noble/hashes/sha3.js";
import { describe, expect, it } from "vitest";
import { writeDer } from "../../src/crypto/der.ts";
import { verifyEddsa } from "../../src/crypto/eddsa.ts";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { KeySpec, MessageType } from "../../src/crypto/key-spec.ts";
import { importMaterial, publicKeyOf, sign, verifyWithPublicKey } from "../../src/crypto/perform.ts";
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from "../../src/crypto/signing-algorithms.ts";
import { readSpki, writeSpki } from "../../src/crypto/spki.ts";
import { SUITES, type Suite } from "../../src/crypto/suites.ts";
import { hex, toHex, utf8, vectors } from "./bytes.ts";
import { freshMaterial, must, randomBytes, rsaTestKey, SPECS } from "./materials.ts";

const MESSAGE_TYPES: readonly MessageType[] = ["RAW", "DIGEST", "EXTERNAL_MU"];
const message = utf8("an invoice");
const digestOf = (hash: string) => Uint8Array.from(createHash(hash).update(message).digest());

/** What is to be given for this message, or undefined where the algorithm takes no such form. */
function formOf(algorithm: SigningAlgorithm, messageType: MessageType, publicKey: Uint8Array): Uint8Array | undefined {
  const row = SIGNING_ALGORITHMS[algorithm];
  if (messageType === "RAW") return row.RAW ? message : undefined;
  if (messageType === "DIGEST") return row.DIGEST ? digestOf(row.hash ?? "sha512") : undefined;
  if (row.EXTERNAL_MU === undefined) return undefined;
  const keyHash = shake256(publicKey, { dkLen: 64 });
  return shake256(Uint8Array.of(...keyHash, 0, 0, ...message), { dkLen: 64 });
}

const RSA_HEAVY = new Set<KeySpec>(["RSA_3072", "RSA_4096"]);

describe.each(SPECS.filter((spec) => "signing" in SUITES[spec]))("signatures of %s", (spec) => {
  const material = freshMaterial(spec);
  const spki = must(publicKeyOf(material));
  const raw = readSpki(spec as never, spki)!;
  const algorithms = (SUITES[spec] as Suite).signing!.algorithms;

  describe.each(algorithms)("%s", (algorithm) => {
    const forms = MESSAGE_TYPES.map((messageType) => ({ messageType, message: formOf(algorithm, messageType, raw) }));
    const taken = forms.filter((form): form is { messageType: MessageType; message: Uint8Array } => form.message !== undefined);

    it("verifies in every form of the message, whichever form was signed", () => {
      for (const signed of taken) {
        const signature = must(sign(material, { algorithm, ...signed }, randomBytes));
        for (const shown of taken) {
          expect(
            verifyWithPublicKey({ spec, spki, algorithm, ...shown, signature }),
            `${signed.messageType} as ${shown.messageType}`,
          ).toEqual({
            ok: true,
            value: undefined,
          });
        }
      }
    });

    it("fails for another message, another key and a damaged signature", () => {
      const form = taken[0]!;
      const signature = must(sign(material, { algorithm, ...form }, randomBytes));
      const verified = (parts: object) => verifyWithPublicKey({ spec, spki, algorithm, ...form, signature, ...parts });
      const invalid = { ok: false, error: "invalid-signature" };
      for (const { messageType, message } of taken) expect(verified({ messageType, message: message.map((b) => b ^ 1) })).toEqual(invalid);
      const bits =
        RSA_HEAVY.has(spec) || spec.startsWith("ML_DSA")
          ? [0, 7, 99, 8 * signature.length - 1]
          : [...Array(8 * Math.min(signature.length, 40)).keys()];
      for (const bit of bits)
        expect(verified({ signature: signature.map((b, i) => (i === bit >> 3 ? b ^ (1 << (bit & 7)) : b)) }), `bit ${bit}`).toEqual(
          invalid,
        );
      for (const other of [
        hex(""),
        signature.subarray(1),
        signature.subarray(0, -1),
        Uint8Array.of(...signature, 0),
        new Uint8Array(signature.length).fill(255),
      ]) {
        for (const { messageType, message } of taken) expect(verified({ signature: other, messageType, message })).toEqual(invalid);
      }
      if (!spec.startsWith("RSA_")) expect(verified({ spki: must(publicKeyOf(freshMaterial(spec))) })).toEqual(invalid);
    });

    it("refuses forms the algorithm has not, and digests of another length", () => {
      for (const { messageType, message } of forms) {
        if (message === undefined) {
          const expected = { ok: false, error: "unsupported-message-type" };
          expect(sign(material, { algorithm, messageType, message: new Uint8Array(64) }, randomBytes)).toEqual(expected);
        } else if (messageType !== "RAW") {
          for (const length of [0, message.length - 1, message.length + 1]) {
            const input = { algorithm, messageType, message: new Uint8Array(length) };
            expect(sign(material, input, randomBytes)).toEqual({ ok: false, error: "wrong-digest-length" });
            expect(verifyWithPublicKey({ spec, spki, ...input, signature: hex("") })).toEqual({ ok: false, error: "wrong-digest-length" });
          }
        }
      }
    });
  });

  it("refuses algorithms of other keys", () => {
    for (const algorithm of Object.keys(SIGNING_ALGORITHMS) as SigningAlgorithm[]) {
      if (algorithms.includes(algorithm)) continue;
      const input = { algorithm, messageType: "RAW" as const, message };
      expect(sign(material, input, randomBytes)).toEqual({ ok: false, error: "unsupported-algorithm" });
      expect(verifyWithPublicKey({ spec, spki, ...input, signature: hex("00") })).toEqual({ ok: false, error: "unsupported-algorithm" });
    }
  });
});

it("a key spec that is not ours, or cannot sign, has an error of its own", () => {
  const input = { algorithm: "ECDSA_SHA_256", messageType: "RAW", message, spki: hex(""), signature: hex("") } as const;
  expect(verifyWithPublicKey({ spec: "SM2", ...input })).toEqual({ ok: false, error: "unsupported-key-spec" });
  expect(verifyWithPublicKey({ spec: "HMAC_256", ...input })).toEqual({ ok: false, error: "unsupported-algorithm" });
  expect(sign(freshMaterial("SYMMETRIC_DEFAULT"), input, randomBytes)).toEqual({ ok: false, error: "unsupported-algorithm" });
});

describe("RSA against Node itself", () => {
  const pkcs8 = rsaTestKey("RSA_2048");
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" });
  const publicKey = createPublicKey(privateKey);
  const material = freshMaterial("RSA_2048");
  const spki = must(publicKeyOf(material));
  const pss = (saltLength: number) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

  it("crypto.sign over a digest would hash it again; ours is a signature of the message (trap 1)", () => {
    for (const bits of [256, 384, 512] as const) {
      const digest = digestOf(`sha${bits}`);
      const ours = must(
        sign(material, { algorithm: `RSASSA_PKCS1_V1_5_SHA_${bits}`, messageType: "DIGEST", message: digest }, randomBytes),
      );
      expect(toHex(ours)).toBe(nodeSign(`sha${bits}`, message, privateKey).toString("hex"));
      expect(toHex(ours)).not.toBe(nodeSign(null, digest, privateKey).toString("hex"));
    }
  });

  it("PSS salts are as long as the digest, on both sides and in both forms (trap 2)", () => {
    for (const bits of [256, 384, 512] as const) {
      const algorithm = `RSASSA_PSS_SHA_${bits}` as const;
      const forms = [
        { messageType: "RAW", message },
        { messageType: "DIGEST", message: digestOf(`sha${bits}`) },
      ] as const;
      for (const form of forms) {
        const ours = must(sign(material, { algorithm, ...form }, randomBytes));
        expect(nodeVerify(`sha${bits}`, message, { key: publicKey, ...pss(bits / 8) }, ours)).toBe(true);
        for (const saltLength of [0, bits / 8 - 1, constants.RSA_PSS_SALTLEN_MAX_SIGN]) {
          const theirs = nodeSign(`sha${bits}`, message, { key: privateKey, ...pss(saltLength) });
          expect(verifyWithPublicKey({ spec: "RSA_2048", spki, algorithm, ...form, signature: theirs })).toEqual({
            ok: false,
            error: "invalid-signature",
          });
        }
      }
    }
  });

  it("a bare hash under PKCS #1 padding, without DigestInfo, is no signature", async () => {
    const { privateEncrypt } = await import("node:crypto");
    const digest = digestOf("sha256");
    const forged = privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, digest);
    const input = { spec: "RSA_2048", spki, algorithm: "RSASSA_PKCS1_V1_5_SHA_256", messageType: "DIGEST", message: digest } as const;
    expect(verifyWithPublicKey({ ...input, signature: forged })).toEqual({ ok: false, error: "invalid-signature" });
  });
});

describe("ECDSA", () => {
  type Vector = {
    name: string;
    spec: "ECC_NIST_P256" | "ECC_NIST_P384" | "ECC_NIST_P521";
    algorithm: "ECDSA_SHA_256";
    publicPoint: string;
    message: string;
    r: string;
    s: string;
  };

  it.each(vectors<{ vectors: Vector[] }>("ecdsa").vectors)(
    "verifies the published signature: $name",
    ({ spec, algorithm, publicPoint, message, r, s }) => {
      const integer = (digits: string) => writeDer(2, hex(digits.replace(/^(00)+/, "").replace(/^(?=[89a-f])/, "00")));
      const signature = writeDer(0x30, integer(r), integer(s));
      const input = { spec, spki: writeSpki(spec, hex(publicPoint)), algorithm, signature };
      const digest = Uint8Array.from(createHash(SIGNING_ALGORITHMS[algorithm].hash).update(message).digest());
      expect(verifyWithPublicKey({ ...input, messageType: "RAW", message: utf8(message) }).ok).toBe(true);
      expect(verifyWithPublicKey({ ...input, messageType: "DIGEST", message: digest }).ok).toBe(true);
      expect(verifyWithPublicKey({ ...input, messageType: "RAW", message: utf8("samples") }).ok).toBe(false);
    },
  );

  it("takes high S, which OpenSSL makes half the time, in both forms (trap 4)", () => {
    const material = freshMaterial("ECC_NIST_P256");
    const spki = must(publicKeyOf(material));
    const halves = new Set<boolean>();
    for (let i = 0; i < 60 && halves.size < 2; i++) {
      const signature = must(sign(material, { algorithm: "ECDSA_SHA_256", messageType: "RAW", message }, randomBytes));
      halves.add(p256.Signature.fromBytes(signature, "der").hasHighS());
      for (const form of [
        { messageType: "RAW", message },
        { messageType: "DIGEST", message: digestOf("sha256") },
      ] as const) {
        expect(verifyWithPublicKey({ spec: "ECC_NIST_P256", spki, algorithm: "ECDSA_SHA_256", ...form, signature }).ok).toBe(true);
      }
    }
    expect(halves.size).toBe(2);
  });

  it("hedges the nonce of a digest with the randomness it is given", () => {
    const material = freshMaterial("ECC_NIST_P256");
    const input = { algorithm: "ECDSA_SHA_256", messageType: "DIGEST", message: digestOf("sha256") } as const;
    const signed = (byte: number) => toHex(must(sign(material, input, (length) => new Uint8Array(length).fill(byte))));
    expect(signed(1)).toBe(signed(1));
    expect(signed(1)).not.toBe(signed(2));
  });
});

describe("Ed25519", () => {
  type Vector = {
    name: string;
    algorithm: "ED25519_SHA_512" | "ED25519_PH_SHA_512";
    seed: string;
    publicKey: string;
    message: string;
    signature: string;
  };
  const spec = "ECC_NIST_EDWARDS25519";

  it.each(vectors<{ vectors: Vector[] }>("eddsa").vectors)(
    "gives the published values: $name",
    ({ algorithm, seed, publicKey, message, signature }) => {
      const material = must(importMaterial({ spec, keyId: "k", bytes: hex(`302e020100300506032b657004220420${seed}`) }));
      const spki = must(publicKeyOf(material));
      expect(toHex(spki)).toBe(`302a300506032b6570032100${publicKey}`);
      expect(verifyEddsa(spki, { algorithm, messageType: "RAW", message: hex(message) }, hex(signature))).toBe(true);
      const signing = SUITES[spec].signing!;
      expect(toHex(signing.sign(material as never, { algorithm, messageType: "RAW", message: hex(message) }, randomBytes))).toBe(signature);
    },
  );

  it("keeps pure and prehash signatures apart: Node would ignore the context option (trap 8)", () => {
    const material = freshMaterial(spec);
    const spki = must(publicKeyOf(material));
    const digest = digestOf("sha512");
    const pure = must(sign(material, { algorithm: "ED25519_SHA_512", messageType: "RAW", message: digest }, randomBytes));
    const prehash = must(sign(material, { algorithm: "ED25519_PH_SHA_512", messageType: "DIGEST", message: digest }, randomBytes));
    expect(
      verifyWithPublicKey({ spec, spki, algorithm: "ED25519_PH_SHA_512", messageType: "DIGEST", message: digest, signature: pure }).ok,
    ).toBe(false);
    expect(
      verifyWithPublicKey({ spec, spki, algorithm: "ED25519_SHA_512", messageType: "RAW", message: digest, signature: prehash }).ok,
    ).toBe(false);
  });

  it("refuses a signature whose point has another than its one encoding", () => {
    const seed = new Uint8Array(32).fill(9);
    const { scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(seed);
    const identity = hex(`ee${"ff".repeat(30)}7f`); // y = p + 1
    const message = digestOf("sha512");
    const domain = { ED25519_SHA_512: utf8(""), ED25519_PH_SHA_512: Uint8Array.of(...utf8("SigEd25519 no Ed25519 collisions"), 1, 0) };
    for (const [algorithm, messageType] of [
      ["ED25519_SHA_512", "RAW"],
      ["ED25519_PH_SHA_512", "DIGEST"],
    ] as const) {
      const hashed = algorithm === "ED25519_SHA_512" ? message : createHash("sha512").update(message).digest();
      const k = createHash("sha512").update(domain[algorithm]).update(identity).update(pointBytes).update(hashed).digest().reverse();
      const s = (BigInt(`0x${toHex(k)}`) * scalar) % ed25519.Point.Fn.ORDER;
      const signature = Uint8Array.of(...identity, ...hex(s.toString(16).padStart(64, "0")).reverse());
      if (algorithm === "ED25519_PH_SHA_512") expect(ed25519ph.verify(signature, message, pointBytes, { zip215: true })).toBe(true);
      const input = { spec, spki: writeSpki(spec, pointBytes), algorithm, messageType, message, signature } as const;
      expect(verifyWithPublicKey(input)).toEqual({ ok: false, error: "invalid-signature" });
    }
  });

  it("refuses a signature whose scalar is not reduced", () => {
    const material = freshMaterial(spec);
    const spki = must(publicKeyOf(material));
    const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;
    for (const [algorithm, messageType] of [
      ["ED25519_SHA_512", "RAW"],
      ["ED25519_PH_SHA_512", "DIGEST"],
    ] as const) {
      const input = { algorithm, messageType, message: digestOf("sha512") };
      const signature = must(sign(material, input, randomBytes));
      const scalar = BigInt(`0x${toHex(signature.slice(32).reverse())}`) + ORDER;
      const malleated = Uint8Array.of(...signature.slice(0, 32), ...hex(scalar.toString(16).padStart(64, "0")).reverse());
      expect(verifyWithPublicKey({ spec, spki, ...input, signature: malleated })).toEqual({ ok: false, error: "invalid-signature" });
    }
  });
});

describe("ML-DSA", () => {
  it("signs mu itself, not a message of 64 bytes (trap 8)", () => {
    const material = freshMaterial("ML_DSA_44");
    const spki = must(publicKeyOf(material));
    const mu = new Uint8Array(64).fill(5);
    const input = { algorithm: "ML_DSA_SHAKE_256", message: mu } as const;
    const signature = must(sign(material, { ...input, messageType: "EXTERNAL_MU" }, randomBytes));
    expect(verifyWithPublicKey({ spec: "ML_DSA_44", spki, ...input, messageType: "EXTERNAL_MU", signature }).ok).toBe(true);
    expect(verifyWithPublicKey({ spec: "ML_DSA_44", spki, ...input, messageType: "RAW", signature }).ok).toBe(false);
  });

  it("keeps the seed only, and writes its PKCS #8 itself (trap 9)", () => {
    for (const [spec, length] of [
      ["ML_DSA_44", 54],
      ["ML_DSA_65", 54],
      ["ML_DSA_87", 54],
      ["ML_KEM_512", 86],
      ["ML_KEM_768", 86],
      ["ML_KEM_1024", 86],
    ] as const) {
      expect(dangerouslyExportMaterial(freshMaterial(spec))).toHaveLength(length);
    }
  });
});

import { constants, createHash, createPublicKey, verify as opensslVerify } from "node:crypto";
import { shake256 } from "@noble/hashes/sha3.js";
import { ml_dsa44, ml_dsa65, ml_dsa87 } from "@noble/post-quantum/ml-dsa.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPECS_BY_USAGE } from "../../../src/catalog/key-specs.ts";
import { INTEGER, OCTET_STRING, SEQUENCE, writeDer } from "../../../src/crypto/der.ts";
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from "../../../src/crypto/signing-algorithms.ts";
import { readSpki, writePkcs8 } from "../../../src/crypto/spki.ts";
import { verifyWithPublicKey } from "../../../src/kms.ts";
import { hex, toHex, utf8, vectors } from "../../crypto/bytes.ts";
import { refusal } from "../lab.ts";
import { type OneKey, oneKey } from "./one-key.ts";
import { describeOneKeyOperation, wrongUsageOf } from "./one-key-laws.ts";

type Spec = Exclude<keyof typeof SPECS_BY_USAGE.SIGN_VERIFY, "SM2">;
const SPECS = Object.keys(SPECS_BY_USAGE.SIGN_VERIFY).filter((spec): spec is Spec => spec !== "SM2");
const kinds = SPECS.flatMap((spec) =>
  SPECS_BY_USAGE.SIGN_VERIFY[spec].algorithms.map((algorithm) => ({ spec, algorithm: algorithm as SigningAlgorithm })),
);
const signingKey = (spec: Spec, material?: Uint8Array) =>
  oneKey({ spec, usage: "SIGN_VERIFY", ...(material && { dangerousKeyMaterial: material }) });
const ecKey = (spec: Spec, scalar: Uint8Array) => writePkcs8(spec, writeDer(SEQUENCE, hex("020101"), writeDer(OCTET_STRING, scalar)));
const edwardsKey = (seed: Uint8Array) => writePkcs8("ECC_NIST_EDWARDS25519", writeDer(OCTET_STRING, seed));

const message = utf8("an order of three pencils");
const INVALID = { name: "KMSInvalidSignatureException", message: "" };

/** A signature of the message that every key of the spec with this material makes. */
const SEED = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
const edwards = { spec: "ECC_NIST_EDWARDS25519", dangerousKeyMaterial: edwardsKey(SEED) } as const;
const signature = (await oneKey(edwards)).app.sign({ KeyId: "alias/one", Message: message, SigningAlgorithm: "ED25519_SHA_512" }).Signature;

const common = {
  key: edwards,
  conditions: { "kms:SigningAlgorithm": "ED25519_SHA_512", "kms:MessageType": "RAW", "kms:KeyUsage": "SIGN_VERIFY" },
  logged: { signingAlgorithm: "ED25519_SHA_512", messageType: "RAW" },
  wrongKey: { spec: "RSA_2048", usage: "ENCRYPT_DECRYPT" },
} as const;

describeOneKeyOperation({
  ...common,
  operation: "Sign",
  input: { Message: message, SigningAlgorithm: "ED25519_SHA_512" },
  wrongUsage: wrongUsageOf("ENCRYPT_DECRYPT", "Sign"),
});

describeOneKeyOperation({
  ...common,
  operation: "Verify",
  input: { Message: message, SigningAlgorithm: "ED25519_SHA_512", Signature: signature },
  wrongUsage: wrongUsageOf("ENCRYPT_DECRYPT", "Verify"),
});

/** The forms in which an algorithm takes the message: as it is, and what a caller computes of it. */
function formsOf(
  algorithm: SigningAlgorithm,
  publicKey: Uint8Array,
): readonly { MessageType: "RAW" | "DIGEST" | "EXTERNAL_MU"; Message: Uint8Array }[] {
  const { hash } = SIGNING_ALGORITHMS[algorithm];
  const digest = (name: string) => Uint8Array.from(createHash(name).update(message).digest());
  if (algorithm === "ED25519_PH_SHA_512") return [{ MessageType: "DIGEST", Message: digest("sha512") }];
  const raw = { MessageType: "RAW", Message: message } as const;
  if (algorithm === "ML_DSA_SHAKE_256") return [raw, { MessageType: "EXTERNAL_MU", Message: muOf(publicKey, message) }];
  return hash === undefined ? [raw] : [raw, { MessageType: "DIGEST", Message: digest(hash) }];
}

/** FIPS 204, algorithm 7, line 6: with the empty context string. */
const muOf = (publicKey: Uint8Array, message: Uint8Array): Uint8Array =>
  shake256(Uint8Array.of(...shake256(publicKey, { dkLen: 64 }), 0, 0, ...message), { dkLen: 64 });

/** Whether another implementation takes the signature of the message; undefined where we have no other that does. */
function elsewhere(algorithm: SigningAlgorithm, spec: Spec, spki: Uint8Array, signed: Uint8Array): boolean | undefined {
  if (algorithm === "ED25519_PH_SHA_512") return undefined;
  const lattice = { ML_DSA_44: ml_dsa44, ML_DSA_65: ml_dsa65, ML_DSA_87: ml_dsa87 };
  if (spec === "ML_DSA_44" || spec === "ML_DSA_65" || spec === "ML_DSA_87")
    return lattice[spec].verify(signed, message, readSpki(spec, spki)!);
  const key = createPublicKey({ key: Buffer.from(spki), type: "spki", format: "der" });
  const pss = algorithm.startsWith("RSASSA_PSS") && {
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  };
  return opensslVerify(SIGNING_ALGORITHMS[algorithm].hash ?? null, message, { key, ...pss }, signed);
}

describe.each(kinds)("$algorithm with $spec", ({ spec, algorithm }) => {
  it("signs what KMS, its public key alone, and others verify, in every form of the message", async () => {
    const { app, arn } = await signingKey(spec);
    const spki = app.getPublicKey({ KeyId: arn }).PublicKey;
    const forms = formsOf(algorithm, readSpki(spec, spki)!);
    for (const form of forms) {
      const { Signature, ...reply } = app.sign({ KeyId: arn, ...form, SigningAlgorithm: algorithm });
      expect(reply).toEqual({ KeyId: arn, SigningAlgorithm: algorithm });
      for (const other of forms) {
        const request = { KeyId: arn, ...other, SigningAlgorithm: algorithm, Signature };
        expect(app.verify(request)).toEqual({ KeyId: arn, SignatureValid: true, SigningAlgorithm: algorithm });
        const alone = { spec, spki, algorithm, messageType: other.MessageType, message: other.Message, signature: Signature };
        expect(verifyWithPublicKey(alone)).toEqual({ ok: true, value: undefined });
      }
      expect([true, undefined]).toContain(elsewhere(algorithm, spec, spki, Signature));
    }
  });

  it("refuses a changed signature, another message and another key alike, in a dry run too", async () => {
    const { app, arn } = await signingKey(spec);
    const [form] = formsOf(algorithm, new Uint8Array(0));
    const { Signature } = app.sign({ KeyId: arn, ...form!, SigningAlgorithm: algorithm });
    const verify = (change: { Signature?: Uint8Array; Message?: Uint8Array }, DryRun: boolean) =>
      refusal(() => app.verify({ KeyId: arn, ...form!, SigningAlgorithm: algorithm, Signature, ...change, DryRun }));
    const changed = Uint8Array.from(Signature);
    changed[Math.floor(changed.length / 2)]! ^= 1;
    const otherMessage = Uint8Array.from(form!.Message);
    otherMessage[0]! ^= 1;
    const changes = [changed, Signature.subarray(1), Uint8Array.of(...Signature, 0), hex("00"), new Uint8Array(6144)];
    for (const [i, other] of changes.entries()) expect(verify({ Signature: other }, i % 2 === 0)).toEqual(INVALID);
    for (const dry of [false, true]) expect(verify({ Message: otherMessage }, dry)).toEqual(INVALID);
    expect(verify({}, true).name).toBe("DryRunOperationException");
  });
});

describe.each(SPECS)("%s", (spec) => {
  const own: readonly string[] = SPECS_BY_USAGE.SIGN_VERIFY[spec].algorithms;
  const requests = (
    one: OneKey,
    request: { Message: Uint8Array; MessageType?: "RAW" | "DIGEST" | "EXTERNAL_MU"; SigningAlgorithm: SigningAlgorithm | "SM2DSA" },
  ) => [
    refusal(() => one.app.sign({ KeyId: one.arn, ...request })),
    refusal(() => one.app.verify({ KeyId: one.arn, ...request, Signature: hex("00") })),
    refusal(() => one.app.sign({ KeyId: one.arn, ...request, DryRun: true })),
  ];

  it("refuses the algorithms of other keys", async () => {
    const one = await signingKey(spec);
    const others = [...Object.keys(SIGNING_ALGORITHMS), "SM2DSA"].filter((name) => !own.includes(name)) as SigningAlgorithm[];
    for (const algorithm of others) {
      for (const answer of requests(one, { Message: message, SigningAlgorithm: algorithm })) {
        expect(answer).toEqual({
          name: "InvalidKeyUsageException",
          message: `Algorithm ${algorithm} is incompatible with key spec ${spec}.`,
        });
      }
    }
    one.change({ enabled: false });
    for (const answer of requests(one, { Message: message, SigningAlgorithm: "SM2DSA" })) expect(answer.name).toBe("DisabledException");
  });

  it("refuses types of message that it does not have, and digests of another length", async () => {
    const one = await signingKey(spec);
    const text = (what: string) => ({ name: "ValidationException", message: what });
    for (const algorithm of own as SigningAlgorithm[]) {
      const row = SIGNING_ALGORITHMS[algorithm];
      const isOfSpec = (type: string) => (SPECS_BY_USAGE.SIGN_VERIFY[spec].messageTypes as readonly string[]).includes(type);
      for (const type of ["RAW", "DIGEST", "EXTERNAL_MU"] as const) {
        const takes = type === "RAW" ? row.RAW : row[type] !== undefined;
        const misfit = isOfSpec(type) ? `algorithm ${algorithm}` : `key spec ${spec}`;
        const length = type === "RAW" ? undefined : row[type];
        if (takes && length === undefined) continue;
        const expected = takes
          ? `Digest is invalid length for algorithm ${algorithm}.`
          : `Message type ${type} is incompatible with ${misfit}.`;
        const Message = new Uint8Array((length ?? 64) + (takes ? 1 : 0));
        for (const answer of requests(one, { Message, MessageType: type, SigningAlgorithm: algorithm }))
          expect(answer).toEqual(text(expected));
      }
    }
  });
});

it("recorded texts are these, letter for letter", async () => {
  const { app, arn } = await signingKey("ECC_NIST_P256");
  const sign = (MessageType: "DIGEST" | "EXTERNAL_MU") =>
    refusal(() => app.sign({ KeyId: arn, Message: message, MessageType, SigningAlgorithm: "ECDSA_SHA_256" })).message;
  expect(sign("DIGEST")).toBe("Digest is invalid length for algorithm ECDSA_SHA_256.");
  expect(sign("EXTERNAL_MU")).toBe("Message type EXTERNAL_MU is incompatible with key spec ECC_NIST_P256.");
});

it("tells policies and the log of the type of message that was asked for", async () => {
  const may = { Action: "kms:Sign", Condition: { StringEquals: { "kms:MessageType": "DIGEST" } } };
  const one = await oneKey({ spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" }, may);
  const request = { KeyId: one.arn, Message: new Uint8Array(32), SigningAlgorithm: "ECDSA_SHA_256" } as const;
  expect(one.app.sign({ ...request, MessageType: "DIGEST" }).KeyId).toBe(one.arn);
  expect(one.events().at(-1)?.requestParameters).toMatchObject({ messageType: "DIGEST" });
  expect(refusal(() => one.app.sign(request)).name).toBe("AccessDeniedException");
});

describe("published signatures", () => {
  type Ecdsa = {
    name: string;
    spec: "ECC_NIST_P256";
    algorithm: "ECDSA_SHA_256";
    privateKey: string;
    message: string;
    r: string;
    s: string;
  };
  const integer = (digits: string) => writeDer(INTEGER, hex(digits.replace(/^(00)+/, "").replace(/^(?=[89a-f])/, "00")));

  it.each(vectors<{ vectors: Ecdsa[] }>("ecdsa").vectors)("$name", async ({ spec, algorithm, privateKey, message, r, s }) => {
    const { app, arn } = await signingKey(spec, ecKey(spec, hex(privateKey)));
    const Signature = writeDer(SEQUENCE, integer(r), integer(s));
    const request = { KeyId: arn, SigningAlgorithm: algorithm, Signature };
    const digest = Uint8Array.from(createHash(SIGNING_ALGORITHMS[algorithm].hash).update(message).digest());
    expect(app.verify({ ...request, Message: utf8(message) }).SignatureValid).toBe(true);
    expect(app.verify({ ...request, Message: digest, MessageType: "DIGEST" }).SignatureValid).toBe(true);
    expect(refusal(() => app.verify({ ...request, Message: utf8(`${message}s`) }))).toEqual(INVALID);
  });

  type Eddsa = { name: string; algorithm: "ED25519_SHA_512" | "ED25519_PH_SHA_512"; seed: string; message: string; signature: string };
  const { vectors: eddsa } = vectors<{ vectors: Eddsa[] }>("eddsa");
  const plain = eddsa.filter(({ algorithm, message }) => algorithm === "ED25519_SHA_512" && message !== "");
  const rest = eddsa.filter((vector) => !plain.includes(vector));

  it.each(plain)("$name: Ed25519 signs the same every time", async ({ algorithm, seed, message, signature }) => {
    const { app, arn } = await signingKey("ECC_NIST_EDWARDS25519", edwardsKey(hex(seed)));
    const request = { KeyId: arn, Message: hex(message), SigningAlgorithm: algorithm };
    expect(toHex(app.sign(request).Signature)).toBe(signature);
    expect(app.verify({ ...request, Signature: hex(signature) }).SignatureValid).toBe(true);
  });

  it.each(rest)("$name: KMS takes no such message", async ({ algorithm, seed, message, signature }) => {
    const { app, arn } = await signingKey("ECC_NIST_EDWARDS25519", edwardsKey(hex(seed)));
    const MessageType = algorithm === "ED25519_PH_SHA_512" ? "DIGEST" : "RAW";
    const request = { KeyId: arn, Message: hex(message), MessageType, SigningAlgorithm: algorithm, Signature: hex(signature) } as const;
    const expected =
      message === ""
        ? "1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have length greater than or equal to 1"
        : "Digest is invalid length for algorithm ED25519_PH_SHA_512.";
    expect(refusal(() => app.verify(request))).toEqual({ name: "ValidationException", message: expected });
  });
});

it("a signature is of its message alone, whatever the message is", async () => {
  const keys = await Promise.all((["ECC_NIST_P256", "ECC_NIST_EDWARDS25519", "RSA_2048"] as const).map((spec) => signingKey(spec)));
  const algorithms = ["ECDSA_SHA_256", "ED25519_SHA_512", "RSASSA_PSS_SHA_512"] as const;
  const bytes = (maxLength: number) => fc.uint8Array({ minLength: 1, maxLength });
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 2), bytes(4096), bytes(40), (i, first, second) => {
      const { app, arn } = keys[i]!;
      const request = { KeyId: arn, SigningAlgorithm: algorithms[i]! };
      const { Signature } = app.sign({ ...request, Message: first });
      expect(app.verify({ ...request, Message: first, Signature }).SignatureValid).toBe(true);
      if (toHex(first) !== toHex(second)) expect(refusal(() => app.verify({ ...request, Message: second, Signature }))).toEqual(INVALID);
    }),
    { numRuns: 60 },
  );
});

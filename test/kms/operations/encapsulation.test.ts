import { ml_kem512, ml_kem768, ml_kem1024 } from "@noble/post-quantum/ml-kem.js";
import { describe, expect, it } from "vitest";
import { readSpki, writePkcs8 } from "../../../src/crypto/spki.ts";
import { hex, toHex, vectors } from "../../crypto/bytes.ts";
import { refusal } from "../lab.ts";
import { type OneKey, oneKey } from "./one-key.ts";
import { describeOneKeyOperation, wrongUsageOf } from "./one-key-laws.ts";

const KEMS = {
  ML_KEM_512: { noble: ml_kem512, ciphertext: 768 },
  ML_KEM_768: { noble: ml_kem768, ciphertext: 1088 },
  ML_KEM_1024: { noble: ml_kem1024, ciphertext: 1568 },
} as const;
type Spec = keyof typeof KEMS;
const SPECS = Object.keys(KEMS) as Spec[];
const ALGORITHM = { EncapsulationAlgorithm: "ML_KEM" } as const;

type Vector = { spec: string; seed: string };
const seeds = vectors<{ vectors: Vector[] }>("lattice-keys").vectors;
const seedOf = (spec: Spec) => hex(seeds.find((vector) => vector.spec === spec)!.seed);
const materialOf = (spec: Spec) => writePkcs8(spec, Uint8Array.of(0x80, 64, ...seedOf(spec)));
const key = { spec: "ML_KEM_512", dangerousKeyMaterial: materialOf("ML_KEM_512") } as const;

const common = {
  key,
  conditions: { "kms:KeySpec": "ML_KEM_512", "kms:KeyUsage": "ENCAPSULATE_DECAPSULATE" },
  logged: { encapsulationAlgorithm: "ML_KEM" },
  wrongKey: { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" },
} as const;

describeOneKeyOperation({ ...common, operation: "Encapsulate", input: ALGORITHM, wrongUsage: wrongUsageOf("SIGN_VERIFY", "Encapsulate") });

describeOneKeyOperation({
  ...common,
  operation: "Decapsulate",
  input: { ...ALGORITHM, SharedSecretCiphertextBlob: new Uint8Array(KEMS.ML_KEM_512.ciphertext) },
  wrongUsage: wrongUsageOf("SIGN_VERIFY", "Decapsulate"),
});

describe.each(SPECS)("%s", (spec) => {
  const { noble, ciphertext } = KEMS[spec];
  const start = () => oneKey({ spec, dangerousKeyMaterial: materialOf(spec) });
  const decapsulate = ({ app, arn }: OneKey, blob: Uint8Array) =>
    app.decapsulate({ KeyId: arn, ...ALGORITHM, SharedSecretCiphertextBlob: blob });

  it("gives back the secret that it encapsulated, each time another", async () => {
    const one = await start();
    const made = [0, 1].map(() => one.app.encapsulate({ KeyId: one.arn, ...ALGORITHM }));
    for (const { SharedSecret, SharedSecretCiphertextBlob, ...rest } of made) {
      expect(SharedSecret).toHaveLength(32);
      expect(SharedSecretCiphertextBlob).toHaveLength(ciphertext);
      expect(rest).toEqual({ KeyId: one.arn, ...ALGORITHM });
      expect(decapsulate(one, SharedSecretCiphertextBlob)).toEqual({ KeyId: one.arn, SharedSecret, ...ALGORITHM });
    }
    expect(new Set(made.map(({ SharedSecret }) => toHex(SharedSecret))).size).toBe(2);
  });

  it("agrees with another implementation of FIPS 203, either way", async () => {
    const one = await start();
    const { secretKey, publicKey } = noble.keygen(seedOf(spec));
    expect(toHex(readSpki(spec, one.app.getPublicKey({ KeyId: one.arn }).PublicKey)!)).toBe(toHex(publicKey));
    const here = one.app.encapsulate({ KeyId: one.arn, ...ALGORITHM });
    expect(toHex(noble.decapsulate(here.SharedSecretCiphertextBlob, secretKey))).toBe(toHex(here.SharedSecret));
    const there = noble.encapsulate(publicKey);
    expect(toHex(decapsulate(one, there.cipherText).SharedSecret)).toBe(toHex(there.sharedSecret));
  });

  it("answers a damaged ciphertext with another secret, always the same, and one of another length with an error", async () => {
    const one = await start();
    const { SharedSecret, SharedSecretCiphertextBlob: blob } = one.app.encapsulate({ KeyId: one.arn, ...ALGORITHM });
    const changed = Uint8Array.from(blob);
    changed[0]! ^= 1;
    const rejected = decapsulate(one, changed).SharedSecret;
    expect(rejected).toHaveLength(32);
    expect(toHex(rejected)).not.toBe(toHex(SharedSecret));
    expect(toHex(decapsulate(one, changed).SharedSecret)).toBe(toHex(rejected));
    for (const other of [blob.subarray(1), Uint8Array.of(...blob, 0), hex("00")]) {
      expect(refusal(() => decapsulate(one, other))).toEqual({ name: "InvalidCiphertextException", message: "" });
      const dry = { KeyId: one.arn, ...ALGORITHM, SharedSecretCiphertextBlob: other, DryRun: true };
      expect(refusal(() => one.app.decapsulate(dry)).name).toBe("InvalidCiphertextException");
    }
  });
});

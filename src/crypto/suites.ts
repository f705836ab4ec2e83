import type { Result } from "../base/result.ts";
import { XAES_NONCE_LENGTH } from "./aes-gcm.ts";
import { openBlob, type SymmetricMaterial, sealBlob } from "./ciphertext.ts";
import type { EncryptionContext } from "./context-encoding.ts";
import { ecPublicKey, generateEcKey, parseEcKey } from "./ec-key.ts";
import { agreeEcdh } from "./ecdh.ts";
import { type EcdsaAlgorithm, signEcdsa, verifyEcdsa, verifyOwnEcdsa } from "./ecdsa.ts";
import { edwardsPublicKey, signEddsa, verifyEddsa } from "./eddsa.ts";
import { computeHmac, generateHmacKey, isHmac, macAlgorithmOf, parseHmacKey } from "./hmac.ts";
import type { KeyMaterial } from "./key-material.ts";
import type {
  EncryptionAlgorithm,
  HmacSpec,
  KeySpec,
  MacAlgorithm,
  MlDsaSpec,
  MlKemSpec,
  NistCurveSpec,
  RandomBytes,
  RsaEncryptionAlgorithm,
  RsaSpec,
  WeierstrassSpec,
} from "./key-spec.ts";
import { mlDsaPublicKey, signMlDsa, verifyMlDsa } from "./ml-dsa.ts";
import { decapsulateMlKem, type Encapsulation, encapsulateMlKem, mlKemPublicKey } from "./ml-kem.ts";
import { generateRsaKey, parseRsaKey, rsaPublicKey } from "./rsa/key.ts";
import { decryptOaep, encryptOaep, OAEP_HASH } from "./rsa/oaep.ts";
import { RSA_SIGNING_ALGORITHMS, signRsa, verifyOwnRsa, verifyRsa } from "./rsa/signature.ts";
import { generateSeedKey, parseSeedKey, type SeedSpec } from "./seed-key.ts";
import type { SigningAlgorithm, SigningInput } from "./signing-algorithms.ts";

/** What a key spec can do. `parse` gives the canonical form of sound material, `generate` makes it. */
export type Suite<S extends KeySpec = KeySpec> = {
  generate(randomBytes: RandomBytes): Uint8Array;
  parse(bytes: Uint8Array): Uint8Array | undefined;
  readonly publicKey?: (material: KeyMaterial<S>) => Uint8Array; // SPKI DER
  readonly signing?: Signing<S, SigningAlgorithm>;
  readonly encryption?: Encryption<S, EncryptionAlgorithm>;
  readonly mac?: Mac<S>;
  readonly agree?: (material: KeyMaterial<S>, peerSpki: Uint8Array) => Result<Uint8Array, "invalid-public-key">;
  readonly kem?: Kem<S>;
};

// Methods, so that a primitive may know its own algorithms only: whoever calls has checked `algorithms`.
type Signing<S extends KeySpec, A extends SigningAlgorithm> = {
  readonly algorithms: readonly A[];
  sign(material: KeyMaterial<S>, input: SigningInput<A>, randomBytes: RandomBytes): Uint8Array;
  verify(spki: Uint8Array, input: SigningInput<A>, signature: Uint8Array): boolean | undefined; // undefined: no public key of this spec
  verifyOwn?(material: KeyMaterial<S>, input: SigningInput<A>, signature: Uint8Array): boolean; // with the public half of the material, kept ready
};
type Encryption<S extends KeySpec, A extends EncryptionAlgorithm> = {
  readonly algorithms: readonly A[];
  readonly takesContext: boolean;
  encrypt(material: KeyMaterial<S>, input: EncryptInput<A>, randomBytes: RandomBytes): Result<Uint8Array, "plaintext-too-long">;
  decrypt(material: KeyMaterial<S>, input: DecryptInput<A>): Result<Uint8Array, "invalid-ciphertext">;
};
type EncryptInput<A> = { readonly algorithm: A; readonly plaintext: Uint8Array; readonly context: EncryptionContext };
type DecryptInput<A> = { readonly algorithm: A; readonly ciphertext: Uint8Array; readonly context: EncryptionContext };
type Mac<S extends KeySpec> = {
  readonly algorithm: MacAlgorithm;
  compute(material: KeyMaterial<S>, message: Uint8Array): Uint8Array;
  matches(material: KeyMaterial<S>, message: Uint8Array, mac: Uint8Array): boolean;
};
type Kem<S extends KeySpec> = {
  encapsulate(spki: Uint8Array, randomBytes: RandomBytes): Result<Encapsulation, "invalid-public-key">;
  decapsulate(material: KeyMaterial<S>, ciphertext: Uint8Array): Result<Uint8Array, "invalid-ciphertext">;
};

const symmetric: Suite<"SYMMETRIC_DEFAULT"> = {
  generate: (randomBytes) => randomBytes(32),
  parse: (bytes) => (bytes.length === 32 ? bytes : undefined),
  encryption: {
    algorithms: ["SYMMETRIC_DEFAULT"],
    takesContext: true,
    encrypt: (material: SymmetricMaterial, { plaintext, context }, randomBytes) => ({
      ok: true,
      value: sealBlob({ material, plaintext, context, nonce: randomBytes(XAES_NONCE_LENGTH) }),
    }),
    decrypt: (material: SymmetricMaterial, { ciphertext, context }) => openBlob({ material, blob: ciphertext, context }),
  },
};

const rsa = <S extends RsaSpec>(spec: S): Suite<S> => ({
  generate: () => generateRsaKey(spec),
  parse: (bytes) => parseRsaKey(spec, bytes),
  publicKey: rsaPublicKey,
  signing: {
    algorithms: RSA_SIGNING_ALGORITHMS,
    sign: signRsa,
    verifyOwn: verifyOwnRsa,
    verify: (spki, input: SigningInput<(typeof RSA_SIGNING_ALGORITHMS)[number]>, signature) => verifyRsa(spec, spki, input, signature),
  },
  encryption: {
    algorithms: Object.keys(OAEP_HASH) as RsaEncryptionAlgorithm[],
    takesContext: false,
    encrypt: (material, input: EncryptInput<RsaEncryptionAlgorithm>) => encryptOaep(material, input.algorithm, input.plaintext),
    decrypt: (material, input: DecryptInput<RsaEncryptionAlgorithm>) => decryptOaep(material, input.algorithm, input.ciphertext),
  },
});

const ec = <S extends WeierstrassSpec>(spec: S, algorithm: EcdsaAlgorithm): Suite<S> => ({
  generate: (randomBytes) => generateEcKey(spec, randomBytes),
  parse: (bytes) => parseEcKey(spec, bytes),
  publicKey: ecPublicKey,
  signing: {
    algorithms: [algorithm],
    sign: signEcdsa,
    verifyOwn: verifyOwnEcdsa,
    verify: (spki, input: SigningInput<EcdsaAlgorithm>, signature) => verifyEcdsa(spec, spki, input, signature),
  },
});

const nist = <S extends NistCurveSpec>(spec: S, algorithm: EcdsaAlgorithm): Suite<S> => ({ ...ec(spec, algorithm), agree: agreeEcdh });

const seeded = (spec: SeedSpec): Pick<Suite, "generate" | "parse"> => ({
  generate: (randomBytes) => generateSeedKey(spec, randomBytes),
  parse: (bytes) => parseSeedKey(spec, bytes),
});

const edwards: Suite<"ECC_NIST_EDWARDS25519"> = {
  ...seeded("ECC_NIST_EDWARDS25519"),
  publicKey: edwardsPublicKey,
  signing: { algorithms: ["ED25519_SHA_512", "ED25519_PH_SHA_512"], sign: signEddsa, verify: verifyEddsa } satisfies Signing<
    "ECC_NIST_EDWARDS25519",
    "ED25519_SHA_512" | "ED25519_PH_SHA_512"
  >,
};

const hmac = <S extends HmacSpec>(spec: S): Suite<S> => ({
  generate: (randomBytes) => generateHmacKey(spec, randomBytes),
  parse: (bytes) => parseHmacKey(spec, bytes),
  mac: { algorithm: macAlgorithmOf(spec), compute: computeHmac, matches: isHmac },
});

const mlDsa = <S extends MlDsaSpec>(spec: S): Suite<S> => ({
  ...seeded(spec),
  publicKey: mlDsaPublicKey,
  signing: {
    algorithms: ["ML_DSA_SHAKE_256"],
    sign: signMlDsa,
    verify: (spki, input: SigningInput<"ML_DSA_SHAKE_256">, signature) => verifyMlDsa(spec, spki, input, signature),
  },
});

const mlKem = <S extends MlKemSpec>(spec: S): Suite<S> => ({
  ...seeded(spec),
  publicKey: mlKemPublicKey,
  kem: { encapsulate: (spki, randomBytes) => encapsulateMlKem(spec, spki, randomBytes), decapsulate: decapsulateMlKem },
});

/** KMS Developer Guide, "Key spec reference". SM2 is deliberately absent: Node's own SM2 is not the one of KMS. */
export const SUITES: { readonly [S in KeySpec]: Suite<S> } = {
  SYMMETRIC_DEFAULT: symmetric,
  RSA_2048: rsa("RSA_2048"),
  RSA_3072: rsa("RSA_3072"),
  RSA_4096: rsa("RSA_4096"),
  ECC_NIST_P256: nist("ECC_NIST_P256", "ECDSA_SHA_256"),
  ECC_NIST_P384: nist("ECC_NIST_P384", "ECDSA_SHA_384"),
  ECC_NIST_P521: nist("ECC_NIST_P521", "ECDSA_SHA_512"),
  ECC_SECG_P256K1: ec("ECC_SECG_P256K1", "ECDSA_SHA_256"),
  ECC_NIST_EDWARDS25519: edwards,
  HMAC_224: hmac("HMAC_224"),
  HMAC_256: hmac("HMAC_256"),
  HMAC_384: hmac("HMAC_384"),
  HMAC_512: hmac("HMAC_512"),
  ML_DSA_44: mlDsa("ML_DSA_44"),
  ML_DSA_65: mlDsa("ML_DSA_65"),
  ML_DSA_87: mlDsa("ML_DSA_87"),
  ML_KEM_512: mlKem("ML_KEM_512"),
  ML_KEM_768: mlKem("ML_KEM_768"),
  ML_KEM_1024: mlKem("ML_KEM_1024"),
};

/** Whether this build can compute with the key spec. SM2 (and anything newer) is refused here, once, before any key of it exists. */
export const isSupported = <S extends string>(spec: S): spec is S & KeySpec => Object.hasOwn(SUITES, spec);

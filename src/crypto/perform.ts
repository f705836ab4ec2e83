import { fail, ok, type Result } from "../base/result.ts";
import { type EncryptionContext, NO_CONTEXT } from "./context-encoding.ts";
import { KeyMaterial } from "./key-material.ts";
import type { EncryptionAlgorithm, KeySpec, MacAlgorithm, RandomBytes } from "./key-spec.ts";
import type { Encapsulation } from "./ml-kem.ts";
import { checkSigningInput, type SigningInput, type SigningInputError } from "./signing-algorithms.ts";
import { isSupported, SUITES, type Suite } from "./suites.ts";

/** What the cryptographic operations of KMS do, for any key spec, as functions of bytes. Nothing here throws for bad input, nor says a secret. */

const suiteOf = (spec: KeySpec): Suite => SUITES[spec] as Suite;

/** New material. RSA keys take no `randomBytes`, and block while they are made (0.1 to 2 seconds). */
export function generateMaterial<S extends string>(parts: {
  readonly spec: S;
  readonly keyId: string;
  readonly randomBytes: RandomBytes;
}): Result<KeyMaterial<S & KeySpec>, "unsupported-key-spec"> {
  const { spec, keyId, randomBytes } = parts;
  if (!isSupported(spec)) return fail("unsupported-key-spec");
  return ok(new KeyMaterial({ spec, keyId, bytes: suiteOf(spec).generate(randomBytes) }));
}

/** Material made elsewhere: 32 bytes (symmetric), digest length to 128 bytes (HMAC), or PKCS #8 DER, checked and rewritten canonically. */
export function importMaterial<S extends string>(parts: {
  readonly spec: S;
  readonly keyId: string;
  readonly bytes: Uint8Array;
}): Result<KeyMaterial<S & KeySpec>, "unsupported-key-spec" | "invalid-key-material"> {
  const { spec, keyId, bytes } = parts;
  if (!isSupported(spec)) return fail("unsupported-key-spec");
  const canonical = suiteOf(spec).parse(bytes);
  return canonical ? ok(new KeyMaterial({ spec, keyId, bytes: canonical })) : fail("invalid-key-material");
}

/** SPKI DER, as GetPublicKey returns it. */
export function publicKeyOf(material: KeyMaterial): Result<Uint8Array, "unsupported-operation"> {
  const publicKey = suiteOf(material.spec).publicKey;
  return publicKey ? ok(publicKey(material)) : fail("unsupported-operation");
}

export type SignError = "unsupported-algorithm" | SigningInputError;

/** ECDSA in DER; RSA as long as the modulus; Ed25519 64 bytes; ML-DSA raw. */
export function sign(material: KeyMaterial, input: SigningInput, randomBytes: RandomBytes): Result<Uint8Array, SignError> {
  const signing = suiteOf(material.spec).signing;
  if (!signing?.algorithms.includes(input.algorithm)) return fail("unsupported-algorithm");
  const checked = checkSigningInput(input);
  return checked.ok ? ok(signing.sign(material, input, randomBytes)) : checked;
}

/** Of a signature that is said to be made with this material. */
export function verify(
  material: KeyMaterial,
  input: SigningInput,
  signature: Uint8Array,
): Result<undefined, SignError | "invalid-signature"> {
  const { signing, publicKey } = suiteOf(material.spec);
  if (signing === undefined || publicKey === undefined || !signing.algorithms.includes(input.algorithm))
    return fail("unsupported-algorithm");
  const checked = checkSigningInput(input);
  if (!checked.ok) return checked;
  const valid = signing.verifyOwn?.(material, input, signature) ?? signing.verify(publicKey(material), input, signature);
  return valid === true ? ok(undefined) : fail("invalid-signature");
}

export type VerifyError = SignError | "unsupported-key-spec" | "invalid-public-key" | "invalid-signature";

/** Success, or why not: like KMS, never a `false` that a caller could forget to look at. Needs no private key. */
export function verifyWithPublicKey(
  parts: SigningInput & { readonly spec: string; readonly spki: Uint8Array; readonly signature: Uint8Array },
): Result<undefined, VerifyError> {
  const { spec, spki, signature } = parts;
  if (!isSupported(spec)) return fail("unsupported-key-spec");
  const signing = suiteOf(spec).signing;
  if (!signing?.algorithms.includes(parts.algorithm)) return fail("unsupported-algorithm");
  const checked = checkSigningInput(parts);
  if (!checked.ok) return checked;
  const valid = signing.verify(spki, parts, signature);
  if (valid === undefined) return fail("invalid-public-key");
  return valid ? ok(undefined) : fail("invalid-signature");
}

export type EncryptError = "unsupported-algorithm" | "encryption-context-unsupported" | "plaintext-too-long";

/** A ciphertext blob for SYMMETRIC_DEFAULT, a bare OAEP ciphertext for RSA. The API's 4096 bytes are the caller's to keep. */
export function encrypt(
  material: KeyMaterial,
  input: { readonly algorithm: EncryptionAlgorithm; readonly plaintext: Uint8Array; readonly context?: EncryptionContext },
  randomBytes: RandomBytes,
): Result<Uint8Array, EncryptError> {
  const { algorithm, plaintext, context = NO_CONTEXT } = input;
  const encryption = suiteOf(material.spec).encryption;
  if (!encryption?.algorithms.includes(algorithm)) return fail("unsupported-algorithm");
  if (!encryption.takesContext && context.size > 0) return fail("encryption-context-unsupported");
  return encryption.encrypt(material, { algorithm, plaintext, context }, randomBytes);
}

/** One error for everything that can be wrong with a ciphertext. */
export function decrypt(
  material: KeyMaterial,
  input: { readonly algorithm: EncryptionAlgorithm; readonly ciphertext: Uint8Array; readonly context?: EncryptionContext },
): Result<Uint8Array, "unsupported-algorithm" | "encryption-context-unsupported" | "invalid-ciphertext"> {
  const { algorithm, ciphertext, context = NO_CONTEXT } = input;
  const encryption = suiteOf(material.spec).encryption;
  if (!encryption?.algorithms.includes(algorithm)) return fail("unsupported-algorithm");
  if (!encryption.takesContext && context.size > 0) return fail("encryption-context-unsupported");
  return encryption.decrypt(material, { algorithm, ciphertext, context });
}

export function generateMac(
  material: KeyMaterial,
  algorithm: MacAlgorithm,
  message: Uint8Array,
): Result<Uint8Array, "unsupported-algorithm"> {
  const mac = suiteOf(material.spec).mac;
  return mac?.algorithm === algorithm ? ok(mac.compute(material, message)) : fail("unsupported-algorithm");
}

export function verifyMac(
  material: KeyMaterial,
  parts: { readonly algorithm: MacAlgorithm; readonly message: Uint8Array; readonly mac: Uint8Array },
): Result<undefined, "unsupported-algorithm" | "invalid-mac"> {
  const mac = suiteOf(material.spec).mac;
  if (mac?.algorithm !== parts.algorithm) return fail("unsupported-algorithm");
  return mac.matches(material, parts.message, parts.mac) ? ok(undefined) : fail("invalid-mac");
}

/** The raw ECDH secret, 32, 48 or 66 bytes. */
export function deriveSharedSecret(
  material: KeyMaterial,
  peerSpki: Uint8Array,
): Result<Uint8Array, "unsupported-operation" | "invalid-public-key"> {
  const agree = suiteOf(material.spec).agree;
  return agree ? agree(material, peerSpki) : fail("unsupported-operation");
}

/** ML-KEM for the owner of a public key, as the Encapsulate operation and any client do. */
export function encapsulate(
  parts: { readonly spec: string; readonly spki: Uint8Array },
  randomBytes: RandomBytes,
): Result<Encapsulation, "unsupported-key-spec" | "unsupported-operation" | "invalid-public-key"> {
  if (!isSupported(parts.spec)) return fail("unsupported-key-spec");
  const kem = suiteOf(parts.spec).kem;
  return kem ? kem.encapsulate(parts.spki, randomBytes) : fail("unsupported-operation");
}

/** 32 bytes; for a damaged ciphertext of the right length other 32 bytes, not an error (implicit rejection). */
export function decapsulate(
  material: KeyMaterial,
  ciphertext: Uint8Array,
): Result<Uint8Array, "unsupported-operation" | "invalid-ciphertext"> {
  const kem = suiteOf(material.spec).kem;
  return kem ? kem.decapsulate(material, ciphertext) : fail("unsupported-operation");
}

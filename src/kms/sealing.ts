import { match } from "ts-pattern";
import { fail, ok, type Result } from "../base/result.ts";
import { SPECS_BY_USAGE } from "../catalog/key-specs.ts";
import { isBlobOf, type SymmetricMaterial } from "../crypto/ciphertext.ts";
import { type EncryptionContext, encryptionContext, NO_CONTEXT } from "../crypto/context-encoding.ts";
import type { KeyMaterial } from "../crypto/key-material.ts";
import type { EncryptionAlgorithm } from "../crypto/key-spec.ts";
import { decrypt, encrypt } from "../crypto/perform.ts";
import { blobMaterialId } from "../crypto/store-ciphertext.ts";
import { error, invalid, type KmsError, refuse, wrongAlgorithm, wrongKey } from "./errors.ts";
import { type Key, secretOf } from "./key.ts";
import { type Asker, openOutside, outsideAudit, sealOutside } from "./key-stores/sealing.ts";
import { andThen, type Later } from "./later.ts";
import type { Ports } from "./ports.ts";
import type { StateView } from "./state.ts";

/** Encryption under a KMS key and back, as Encrypt, Decrypt, ReEncrypt and the data key operations all need it. */

type Sealing = { readonly algorithm: string; readonly context: Readonly<Record<string, string>> | undefined };

/** What was made, and the material it was made with: undefined for keys that have none here. */
export type Sealed = {
  readonly bytes: Uint8Array;
  readonly materialId: string | undefined;
  readonly audit?: Readonly<Record<string, string>>; // what CloudTrail shows beside it
};

/** additionalEventData of what was made or opened; undefined where there is none to tell. */
export function auditOf({ materialId, audit }: Sealed): Readonly<Record<string, string>> | undefined {
  if (materialId === undefined) return audit;
  return audit === undefined ? { keyMaterialId: materialId } : { keyMaterialId: materialId, ...audit };
}

/** A ciphertext blob under the current material of a symmetric key; a bare ciphertext under an RSA key. */
export function seal(
  key: Key,
  plaintext: Uint8Array,
  { algorithm, context }: Sealing,
  ports: Ports,
  asker: Asker,
): Later<Sealed, KmsError> {
  const encoded = encode(context);
  if (!encoded.ok) return encoded;
  if (key.customKeyStoreId !== undefined) {
    if (algorithm !== "SYMMETRIC_DEFAULT") return fail(wrongAlgorithm(algorithm, key));
    return andThen(sealOutside(key, plaintext, encoded.value, ports, asker), (bytes) => ok(fromOutside(key, bytes)));
  }
  const material = secretOf(key);
  const sealed = encrypt(material, { algorithm: algorithm as EncryptionAlgorithm, plaintext, context: encoded.value }, ports.randomBytes);
  if (sealed.ok) return ok({ bytes: sealed.value, materialId: materialIdOf(key, material) });
  return match(sealed.error)
    .with("unsupported-algorithm", () => fail(wrongAlgorithm(algorithm, key)))
    .with("encryption-context-unsupported", () => NO_CONTEXT_HERE)
    .with("plaintext-too-long", () =>
      invalid(`Algorithm ${algorithm} and key spec ${key.spec} cannot encrypt data larger than ${longestPlaintext(key, algorithm)} bytes.`),
    )
    .exhaustive();
}

/** The plaintext of a ciphertext that was made under the key, with any material it ever had. */
export function open(
  key: Key,
  ciphertext: Uint8Array,
  { algorithm, context }: Sealing,
  ports: Ports,
  asker: Asker,
): Later<Sealed, KmsError> {
  const { state } = asker;
  const encoded = encode(context);
  if (!encoded.ok) return encoded;
  if (key.customKeyStoreId !== undefined) {
    if (algorithm !== "SYMMETRIC_DEFAULT") return DAMAGED;
    const other = otherKey(key, ciphertext, state);
    if (other !== undefined) return fail(other);
    return andThen(openOutside(key, ciphertext, encoded.value, ports, asker), (bytes) => ok(fromOutside(key, bytes)));
  }
  const material = key.spec === "SYMMETRIC_DEFAULT" ? materialOf(key, ciphertext, state) : ok(secretOf(key));
  return andThen(material, (secret) => {
    const opened = decrypt(secret, { algorithm: algorithm as EncryptionAlgorithm, ciphertext, context: encoded.value });
    if (opened.ok) return ok({ bytes: opened.value, materialId: materialIdOf(key, secret) });
    if (opened.error === "encryption-context-unsupported") return NO_CONTEXT_HERE;
    return opened.error === "unsupported-algorithm" && algorithm !== "SYMMETRIC_DEFAULT" ? fail(wrongAlgorithm(algorithm, key)) : DAMAGED;
  });
}

/** One error, without a message, for everything that can be wrong with a ciphertext. */
export const DAMAGED = refuse("InvalidCiphertextException");
const NO_CONTEXT_HERE = invalid("EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.");

/** Of a key in a custom key store no material is told. */
const fromOutside = (key: Key, bytes: Uint8Array): Sealed => ({ bytes, materialId: undefined, audit: outsideAudit(key) });

function otherKey(key: Key, blob: Uint8Array, state: StateView): KmsError | undefined {
  const made = state.keyOfMaterial(key.region, blobMaterialId(blob) ?? "");
  return made === undefined || made.arn === key.arn ? undefined : wrongKey();
}

/** The material that a blob says it was made with. A blob of another key is told from a damaged one. */
function materialOf(key: Key, blob: Uint8Array, state: StateView): Result<KeyMaterial, KmsError> {
  for (const { secret } of key.materials) if (secret !== undefined && isBlobOf(secret as SymmetricMaterial, blob)) return ok(secret);
  const id = blobMaterialId(blob);
  if (id === undefined) return DAMAGED;
  return state.keyOfMaterial(key.region, id) === undefined ? DAMAGED : fail(wrongKey());
}

const materialIdOf = (key: Key, secret: KeyMaterial): string | undefined => (key.spec === "SYMMETRIC_DEFAULT" ? secret.id : undefined);

function encode(context: Readonly<Record<string, string>> | undefined): Result<EncryptionContext, KmsError> {
  if (context === undefined) return ok(NO_CONTEXT);
  const encoded = encryptionContext(context);
  return encoded.ok ? encoded : fail(error("ValidationException", CONTEXT_FAULTS[encoded.error])); // AWS does not tell its words
}

const CONTEXT_FAULTS = {
  "encryption-context-ill-formed": "The encryption context is not well-formed Unicode.",
  "encryption-context-too-large": "The encryption context is larger than 8192 bytes.",
} as const;

function longestPlaintext({ spec }: Key, algorithm: string): number {
  const rows: Readonly<Record<string, { readonly maxPlaintext: Readonly<Record<string, number>> }>> = SPECS_BY_USAGE.ENCRYPT_DECRYPT;
  return rows[spec]?.maxPlaintext[algorithm] ?? 4096;
}

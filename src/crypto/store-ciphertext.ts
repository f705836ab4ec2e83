import { createHash } from "node:crypto";
import { boundTo, cipherOf, HEADER_LENGTH, readBlob, type SymmetricMaterial } from "./ciphertext.ts";
import type { EncryptionContext } from "./context-encoding.ts";

/**
 * Ciphertext blobs of keys in custom key stores. The header of `ciphertext.ts` with another suite, then what the key store made:
 *
 * | part | length | |
 * |---|---|---|
 * | header | 64 | suite 0x10: external key store; 0x11: hardware security module, whose nonce field is zero |
 * | length, metadata | 1 + 0…20 | what an external key manager wants back; none of a module |
 * | length, iv | 1 + 12 or 16 | |
 * | tag | 16 | |
 * | ciphertext | n | as long as what the key store was given |
 *
 * An external key store is given a ciphertext: the plaintext sealed under the key's own material, tag and all, so that nobody opens a blob who has only
 * one of the two (KMS Developer Guide, "How external key stores work"). Both tags cover the header and the encryption context. Source: our own.
 */
export type StoreSuite = "external" | "module";

export type StoreBlob = {
  readonly suite: StoreSuite;
  readonly materialId: string;
  readonly header: Uint8Array;
} & StoreCiphertext;

export type StoreCiphertext = {
  readonly metadata: Uint8Array | undefined;
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
  readonly ciphertext: Uint8Array;
};

const MAGIC = [0xd2, 0x6b, 0x6d, 0x73, 1] as const; // and the version
const SUITES = { external: 0x10, module: 0x11 } as const;
const [ID_AT, NONCE_AT] = [8, 40];
const TAG_LENGTH = 16;
const LONGEST_METADATA = 20;

/** `nonce`: 24 bytes of the inner layer, never used twice with the same material; left out where there is none. */
export function storeHeader(suite: StoreSuite, materialId: string, nonce?: Uint8Array): Uint8Array {
  const header = new Uint8Array(HEADER_LENGTH);
  header.set(MAGIC, 0);
  header[MAGIC.length] = SUITES[suite];
  header.set(Buffer.from(materialId, "hex"), ID_AT);
  if (nonce !== undefined) header.set(nonce, NONCE_AT);
  return header;
}

/** The additional authenticated data that a key store is told: it binds the blob to its header and context, and tells neither. 32 bytes. */
export const storeAad = (header: Uint8Array, context: EncryptionContext): Uint8Array =>
  Uint8Array.from(createHash("sha256").update(boundTo(header, context)).digest());

/** The inner layer of an external key's blob: 16 bytes longer than the plaintext. */
export const sealInner = (material: SymmetricMaterial, header: Uint8Array, plaintext: Uint8Array, context: EncryptionContext): Uint8Array =>
  cipherOf(material).seal(header.subarray(NONCE_AT, HEADER_LENGTH), boundTo(header, context), plaintext);

/** The plaintext; undefined for what was not sealed so. */
export const openInner = (
  material: SymmetricMaterial,
  header: Uint8Array,
  inner: Uint8Array,
  context: EncryptionContext,
): Uint8Array | undefined => cipherOf(material).open(header.subarray(NONCE_AT, HEADER_LENGTH), boundTo(header, context), inner);

export function writeStoreBlob(header: Uint8Array, { metadata = new Uint8Array(0), iv, tag, ciphertext }: StoreCiphertext): Uint8Array {
  return Uint8Array.from(
    Buffer.concat([header, [metadata.length], metadata, [iv.length], iv, tag, ciphertext].map((part) => Uint8Array.from(part))),
  );
}

/** What a blob says about itself, not yet authenticated; undefined for what is no blob of a custom key store. */
export function readStoreBlob(bytes: Uint8Array): StoreBlob | undefined {
  const suite = suiteOf(bytes);
  if (suite === undefined) return undefined;
  let at = HEADER_LENGTH;
  const take = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const metadataLength = bytes[at++] ?? 0;
  const metadata = take(metadataLength);
  const iv = take(bytes[at++] ?? 0);
  const tag = take(TAG_LENGTH);
  const ciphertext = bytes.subarray(at);
  if (metadataLength > LONGEST_METADATA || !isIv(iv) || ciphertext.length === 0) return undefined; // a tag cut short leaves no ciphertext
  const header = bytes.subarray(0, HEADER_LENGTH);
  const materialId = Buffer.from(header.subarray(ID_AT, NONCE_AT)).toString("hex");
  return { suite, materialId, header, metadata: metadataLength === 0 ? undefined : metadata, iv, tag, ciphertext };
}

function suiteOf(bytes: Uint8Array): StoreSuite | undefined {
  const isOurs = bytes.length > HEADER_LENGTH && MAGIC.every((byte, i) => bytes[i] === byte) && bytes[6] === 0 && bytes[7] === 0;
  if (!isOurs) return undefined;
  if (bytes[MAGIC.length] === SUITES.external) return "external";
  return bytes[MAGIC.length] === SUITES.module && bytes.subarray(NONCE_AT, HEADER_LENGTH).every((byte) => byte === 0)
    ? "module"
    : undefined;
}

/** GCM as external key managers use it: 12 bytes, or 16. */
export const isIv = ({ length }: Uint8Array): boolean => length === 12 || length === 16;

/** What a key store may answer: the lengths that fit, for a plaintext of this length. */
export const fitsPlaintext = ({ metadata, iv, tag, ciphertext }: StoreCiphertext, length: number): boolean =>
  (metadata?.length ?? 0) <= LONGEST_METADATA && isIv(iv) && tag.length === TAG_LENGTH && ciphertext.length === length;

/** The ciphertext data integrity value (External Key Store Proxy API, Encrypt): lets KMS see that what it got is what the proxy made. */
export const integrityValue = (aad: Uint8Array, { metadata, iv, ciphertext, tag }: StoreCiphertext): Uint8Array =>
  Uint8Array.from(
    createHash("sha256")
      .update(aad)
      .update(metadata ?? "")
      .update(iv)
      .update(ciphertext)
      .update(tag)
      .digest(),
  );

/** The id of the material that any blob says it was made with; undefined for what is no blob. */
export const blobMaterialId = (bytes: Uint8Array): string | undefined => readBlob(bytes)?.materialId ?? readStoreBlob(bytes)?.materialId;

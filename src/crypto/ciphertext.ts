import { createHmac, createSecretKey } from "node:crypto";
import { fail, ok, type Result } from "../base/result.ts";
import { GCM_TAG_LENGTH, Xaes256Gcm } from "./aes-gcm.ts";
import type { EncryptionContext } from "./context-encoding.ts";
import { type KeyMaterial, perMaterial } from "./key-material.ts";

/**
 * The ciphertext blob of SYMMETRIC_DEFAULT, version 1: says itself which material opens it.
 *
 * | offset | length | field |
 * |---|---|---|
 * | 0 | 4 | magic `d26b6d73` |
 * | 4 | 1 | version, 1 |
 * | 5 | 1 | suite: 1 is XAES-256-GCM; 2 (SM4-GCM) is reserved; 0x10 and 0x11 are in `store-ciphertext.ts` |
 * | 6 | 2 | flags, zero |
 * | 8 | 32 | key material id |
 * | 40 | 24 | nonce |
 * | 64 | n | ciphertext, as long as the plaintext |
 * | 64 + n | 16 | tag |
 *
 * The tag covers bytes 0 to 63 and the canonical encryption context. Source: our own; blobs of AWS are opaque and not interchangeable.
 */
const PREFIX = Uint8Array.of(0xd2, 0x6b, 0x6d, 0x73, 1, 1, 0, 0);
const ID_AT = 8;
const NONCE_AT = 40;
export const HEADER_LENGTH = 64;

/** By how many bytes a blob is longer than its plaintext. */
export const BLOB_OVERHEAD = HEADER_LENGTH + GCM_TAG_LENGTH;

export type SymmetricMaterial = KeyMaterial<"SYMMETRIC_DEFAULT">;

/** `nonce`: 24 bytes, never used twice with the same material; random ones will do. */
export function sealBlob(blob: {
  readonly material: SymmetricMaterial;
  readonly plaintext: Uint8Array;
  readonly context: EncryptionContext;
  readonly nonce: Uint8Array;
}): Uint8Array {
  const { material, plaintext, context, nonce } = blob;
  const out = new Uint8Array(plaintext.length + BLOB_OVERHEAD);
  out.set(beginningOf(material), 0);
  out.set(nonce, NONCE_AT);
  cipherOf(material).sealInto(out, HEADER_LENGTH, nonce, boundTo(out, context), plaintext);
  return out;
}

/** Bytes 0 to 39 of every blob that is made with a material. */
const beginningOf = perMaterial((_secret, _spec, id) => {
  const beginning = new Uint8Array(NONCE_AT);
  beginning.set(PREFIX, 0);
  beginning.set(Buffer.from(id, "hex"), ID_AT);
  return beginning;
});

/** Whether a blob says that it was made with this material; not yet authenticated. */
export function isBlobOf(material: SymmetricMaterial, bytes: Uint8Array): boolean {
  if (bytes.length < BLOB_OVERHEAD) return false;
  const beginning = beginningOf(material);
  for (let i = 0; i < NONCE_AT; i++) if (bytes[i] !== beginning[i]) return false;
  return true;
}

/** What a blob says about itself, not yet authenticated; undefined for what is no version 1 blob. Find the material by its id, authorise, then open. */
export function readBlob(bytes: Uint8Array): { readonly materialId: string; readonly plaintextLength: number } | undefined {
  if (bytes.length < BLOB_OVERHEAD) return undefined;
  for (let i = 0; i < ID_AT; i++) if (bytes[i] !== PREFIX[i]) return undefined;
  return { materialId: idIn(bytes), plaintextLength: bytes.length - BLOB_OVERHEAD };
}

/** Ids that were read lately, each at the place that its first ten bits say: blobs of the same few materials come again and again. */
const IDS: ({ readonly bytes: Uint8Array; readonly text: string } | undefined)[] = new Array(1024).fill(undefined);

function idIn(blob: Uint8Array): string {
  const place = ((blob[ID_AT] as number) << 2) | ((blob[ID_AT + 1] as number) >> 6);
  const known = IDS[place];
  if (known !== undefined && isAt(blob, known.bytes)) return known.text;
  const bytes = new Uint8Array(blob.subarray(ID_AT, NONCE_AT)); // a copy: the blob is the caller's
  const text = Buffer.from(bytes).toString("hex");
  IDS[place] = { bytes, text };
  return text;
}

function isAt(blob: Uint8Array, id: Uint8Array): boolean {
  for (let i = 0; i < id.length; i++) if (blob[ID_AT + i] !== id[i]) return false;
  return true;
}

/** One error for everything that can be wrong: damage, another material, another context (KMS API Reference, InvalidCiphertextException). */
export function openBlob(sealed: {
  readonly material: SymmetricMaterial;
  readonly blob: Uint8Array;
  readonly context: EncryptionContext;
}): Result<Uint8Array, "invalid-ciphertext"> {
  const { material, blob, context } = sealed;
  if (!isBlobOf(material, blob)) return fail("invalid-ciphertext");
  const plaintext = cipherOf(material).openFrom(blob, NONCE_AT, boundTo(blob, context), blob, HEADER_LENGTH);
  return plaintext ? ok(plaintext) : fail("invalid-ciphertext");
}

/** The cipher's key is derived, so the material id and the cipher never share one. */
export const cipherOf = perMaterial(
  (secret) => new Xaes256Gcm(createHmac("sha256", createSecretKey(secret)).update("kmsward/v1/xaes").digest()),
);

export function boundTo(blob: Uint8Array, { encoded }: EncryptionContext): Uint8Array {
  const aad = Buffer.allocUnsafe(HEADER_LENGTH + encoded.length); // filled at once, and never handed out
  for (let i = 0; i < HEADER_LENGTH; i++) aad[i] = blob[i] as number;
  aad.set(encoded, HEADER_LENGTH);
  return aad;
}

import { createHmac, createSecretKey } from "node:crypto";
import { fail, ok, type Result } from "../base/result.ts";
import { GCM_TAG_LENGTH, XAES_NONCE_LENGTH, Xaes256Gcm } from "./aes-gcm.ts";
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
  out.set(PREFIX, 0);
  out.set(Buffer.from(material.id, "hex"), ID_AT);
  out.set(nonce, NONCE_AT);
  const aad = boundTo(out, context);
  out.set(cipherOf(material).seal(nonce, aad, plaintext), HEADER_LENGTH);
  return out;
}

/** What a blob says about itself, not yet authenticated; undefined for what is no version 1 blob. Find the material by its id, authorise, then open. */
export function readBlob(bytes: Uint8Array): { readonly materialId: string; readonly plaintextLength: number } | undefined {
  if (bytes.length < BLOB_OVERHEAD || !PREFIX.every((byte, i) => bytes[i] === byte)) return undefined;
  return { materialId: Buffer.from(bytes.subarray(ID_AT, NONCE_AT)).toString("hex"), plaintextLength: bytes.length - BLOB_OVERHEAD };
}

/** One error for everything that can be wrong: damage, another material, another context (KMS API Reference, InvalidCiphertextException). */
export function openBlob(sealed: {
  readonly material: SymmetricMaterial;
  readonly blob: Uint8Array;
  readonly context: EncryptionContext;
}): Result<Uint8Array, "invalid-ciphertext"> {
  const { material, blob, context } = sealed;
  if (readBlob(blob)?.materialId !== material.id) return fail("invalid-ciphertext");
  const nonce = blob.subarray(NONCE_AT, NONCE_AT + XAES_NONCE_LENGTH);
  const plaintext = cipherOf(material).open(nonce, boundTo(blob, context), blob.subarray(HEADER_LENGTH));
  return plaintext ? ok(plaintext) : fail("invalid-ciphertext");
}

/** The cipher's key is derived, so the material id and the cipher never share one. */
export const cipherOf = perMaterial(
  (secret) => new Xaes256Gcm(createHmac("sha256", createSecretKey(secret)).update("kmsward/v1/xaes").digest()),
);

export function boundTo(blob: Uint8Array, { encoded }: EncryptionContext): Uint8Array {
  const aad = new Uint8Array(HEADER_LENGTH + encoded.length);
  aad.set(blob.subarray(0, HEADER_LENGTH), 0);
  aad.set(encoded, HEADER_LENGTH);
  return aad;
}

import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from "node:crypto";
import type { WrappingAlgorithm } from "../../src/crypto/import-wrapping.ts";

/** AES key wrap with padding (RFC 5649), by OpenSSL. */
export function wrapKey(kek: Uint8Array, key: Uint8Array): Uint8Array {
  const cipher = createCipheriv(`id-aes${8 * kek.length}-wrap-pad`, kek, Buffer.from("a65959a6", "hex"));
  return Uint8Array.from(Buffer.concat([cipher.update(key), cipher.final()]));
}

/** What the owner of key material does before ImportKeyMaterial, as the KMS Developer Guide shows it ("Encrypt key material with OpenSSL"). */
export function wrapMaterial(parts: {
  readonly spki: Uint8Array; // of the wrapping key
  readonly algorithm: WrappingAlgorithm;
  readonly bytes: Uint8Array;
}): Uint8Array {
  const { spki, algorithm, bytes } = parts;
  const key = createPublicKey({ key: Buffer.from(spki), type: "spki", format: "der" });
  const oaepHash = algorithm.endsWith("SHA_1") ? "sha1" : "sha256";
  const oaep = (plaintext: Uint8Array) => publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, plaintext);
  if (algorithm.startsWith("RSAES_OAEP")) return Uint8Array.from(oaep(bytes));
  const kek = randomBytes(32);
  return Uint8Array.from(Buffer.concat([oaep(kek), wrapKey(kek, bytes)]));
}

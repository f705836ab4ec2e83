import { readFile, writeFile } from "node:fs/promises";
import { invariant } from "../base/invariant.ts";
import { XAES_NONCE_LENGTH, Xaes256Gcm } from "../crypto/aes-gcm.ts";
import { randomPool } from "../crypto/random-pool.ts";

/** A data key as KMS hands it out: to use at once, and to keep. */
export type DataKey = { readonly plaintext: Uint8Array; readonly blob: Uint8Array };

const random = randomPool();
const LENGTH_BYTES = 2;

/**
 * Envelope encryption (KMS Developer Guide, Envelope encryption): the file is encrypted here under the data key, whose own ciphertext travels with it.
 * Shape: length of the data key's blob (u16, big-endian), the blob, a nonce of 24 bytes, AES-256-GCM ciphertext and tag.
 */
export async function sealFile(from: string, to: string, { plaintext, blob }: DataKey): Promise<void> {
  const header = Buffer.alloc(LENGTH_BYTES);
  header.writeUInt16BE(blob.length);
  const nonce = random(XAES_NONCE_LENGTH);
  const sealed = new Xaes256Gcm(plaintext).seal(nonce, blob, await readFile(from));
  await writeFile(to, Buffer.concat([header, blob, nonce, sealed]));
}

export async function openFile(from: string, to: string, dataKey: Uint8Array): Promise<void> {
  const file = await readFile(from);
  const at = LENGTH_BYTES + file.readUInt16BE();
  const blob = file.subarray(LENGTH_BYTES, at);
  const opened = new Xaes256Gcm(dataKey).open(file.subarray(at, at + XAES_NONCE_LENGTH), blob, file.subarray(at + XAES_NONCE_LENGTH));
  invariant(opened !== undefined, "a sealed file opens with its own data key");
  await writeFile(to, opened);
}

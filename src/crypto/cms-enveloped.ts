import { createCipheriv, createHash, createSecretKey } from "node:crypto";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { invariant } from "../base/invariant.ts";
import type { RecipientKey } from "./attestation.ts";
import { OCTET_STRING, SEQUENCE, writeDer } from "./der.ts";
import type { RandomBytes } from "./key-spec.ts";
import { encryptOaepTo } from "./rsa/oaep.ts";

/**
 * Bytes that the holder of an RSA private key alone can read: CMS EnvelopedData with one recipient, RSAES-OAEP (SHA-256, no label) over a fresh AES-256
 * key, AES-256-CBC over the content. At most 65,000 bytes.
 *
 * - Nothing authenticates the content, as in the real service: OAEP binds its key only.
 * - `openssl cms -decrypt -inform DER` opens it.
 * - Source: RFC 5652, 6; RFC 4055, 4.1; the indefinite lengths are those of recorded answers of KMS.
 */
export function envelopFor(recipient: RecipientKey, content: Uint8Array, randomBytes: RandomBytes): Uint8Array {
  invariant(content.length <= LONGEST_CONTENT, "an envelope holds one answer of KMS");
  const [key, iv] = [randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv("aes-256-cbc", createSecretKey(key), iv);
  const sealed = concatBytes(cipher.update(content), cipher.final());
  const sealedKey = encryptOaepTo(recipient, "RSAES_OAEP_SHA_256", key);
  key.fill(0);
  invariant(sealedKey.ok, "the key of a verified document takes 32 bytes");

  const keyId = createHash("sha256").update(recipient.spki).digest(); // which hash KMS takes is not documented, and clients pass over it
  const keyTransport = writeDer(
    SEQUENCE,
    VERSION_2,
    writeDer(SUBJECT_KEY_ID, keyId),
    RSAES_OAEP_SHA_256,
    writeDer(OCTET_STRING, sealedKey.value),
  );
  const algorithm = writeDer(SEQUENCE, AES_256_CBC, writeDer(OCTET_STRING, iv));
  const encrypted = indefinite(SEQUENCE, DATA, algorithm, indefinite(CONTEXT_0, writeDer(OCTET_STRING, sealed)));
  const enveloped = indefinite(SEQUENCE, VERSION_2, writeDer(SET, keyTransport), encrypted);
  return indefinite(SEQUENCE, ENVELOPED_DATA, indefinite(CONTEXT_0, enveloped));
}

const LONGEST_CONTENT = 65_000;
const SET = 0x31;
const CONTEXT_0 = 0xa0;
const SUBJECT_KEY_ID = 0x80;
const VERSION_2 = hexToBytes("020102");
const ENVELOPED_DATA = hexToBytes("06092a864886f70d010703");
const DATA = hexToBytes("06092a864886f70d010701");
const AES_256_CBC = hexToBytes("060960864801650304012a");

const SHA_256 = hexToBytes("300d06096086480165030402010500");
const MGF1 = hexToBytes("06092a864886f70d010108");
const RSAES_OAEP = hexToBytes("06092a864886f70d010107");
const RSAES_OAEP_SHA_256 = writeDer(
  SEQUENCE,
  RSAES_OAEP,
  writeDer(SEQUENCE, writeDer(0xa0, SHA_256), writeDer(0xa1, writeDer(SEQUENCE, MGF1, SHA_256))),
);

/** BER: a length that the end tells (ITU-T X.690, 8.1.3.6). */
const indefinite = (tag: number, ...contents: readonly Uint8Array[]): Uint8Array =>
  concatBytes(Uint8Array.of(tag, 0x80), ...contents, Uint8Array.of(0, 0));

import { constants, createDecipheriv, type KeyObject, privateDecrypt } from "node:crypto";

/**
 * What the holder of the private key reads in `CiphertextForRecipient`: the reverse of `envelopFor`, for CMS EnvelopedData with one RSAES-OAEP (SHA-256)
 * recipient and AES-256-CBC. For tests of clients: nothing authenticates the content.
 *
 * @throws {Error} for anything else, and for another key.
 * - Source: RFC 5652, 6; ITU-T X.690, 8.1.
 */
export function openEnvelope(envelope: Uint8Array, privateKey: KeyObject): Uint8Array {
  const [content, end] = readBer(envelope, 0, 0);
  const enveloped = content.children[1]?.children[0]?.children ?? [];
  const sealedKey = enveloped[1]?.children[0]?.children[3]?.content;
  const iv = enveloped[2]?.children[1]?.children[1]?.content;
  const sealed = enveloped[2]?.children[2]?.children[0]?.content;
  if (end !== envelope.length || sealedKey === undefined || iv === undefined || sealed === undefined)
    throw new Error("this is no CiphertextForRecipient");
  const key = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, sealedKey);
  const decipher = createDecipheriv("aes-256-cbc", key, iv);
  return Uint8Array.from(Buffer.concat([decipher.update(sealed), decipher.final()]));
}

type Ber = { readonly content: Uint8Array; readonly children: readonly Ber[] };

const DEEPEST = 16;
const CONSTRUCTED = 0x20;

/** An element, and where it ends. Its length may be indefinite: then two zeros end it. */
function readBer(bytes: Uint8Array, from: number, depth: number): readonly [Ber, number] {
  const [tag = 0, first = 0] = bytes.subarray(from, from + 2);
  const octets = first > 0x80 ? first & 0x7f : 0;
  const start = from + 2 + octets;
  const isIndefinite = first === 0x80;
  const length = first < 0x80 ? first : bytes.subarray(from + 2, start).reduce((sum, octet) => 256 * sum + octet, 0);
  if (depth > DEEPEST || start + length > bytes.length) throw new Error("this is no CiphertextForRecipient");
  const children: Ber[] = [];
  let at = start;
  const isOver = () => (isIndefinite ? bytes[at] === 0 && bytes[at + 1] === 0 : at >= start + length);
  while ((tag & CONSTRUCTED) !== 0 && !isOver()) {
    const [child, end] = readBer(bytes, at, depth + 1);
    children.push(child);
    at = end;
  }
  return [{ content: bytes.subarray(start, start + length), children }, isIndefinite ? at + 2 : start + length];
}

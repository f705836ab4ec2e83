import { fail, ok, type Result } from "../base/result.ts";

/** An encryption context, checked once: how many pairs it has, and the bytes a ciphertext is bound to. */
export type EncryptionContext = { readonly size: number; readonly encoded: Uint8Array };

export type ContextError = "encryption-context-ill-formed" | "encryption-context-too-large";

const MAX_ENCODED = 8192;

/**
 * The additional authenticated data that binds a ciphertext to its encryption context. Order does not matter, everything else does: no
 * Unicode normalisation, no case folding. `__proto__` is a legal key, so records are read by their own entries and kept in a Map.
 *
 * - Shape: u16 count, then the pairs sorted by the UTF-8 bytes of the key, each u16 length and key, u16 length and value. Absent and empty
 *   are both `0000`.
 * - Units: lengths in bytes, big-endian; the whole at most 8192 bytes, hence each part below 65,536.
 * - Errors: a lone surrogate has no UTF-8 form (`-ill-formed`); more than 8192 bytes (`-too-large`).
 * - Source: our own; the canonical form of AWS is not public (KMS Developer Guide, "Encryption context").
 */
export function encryptionContext(
  given: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
): Result<EncryptionContext, ContextError> {
  if (!(given instanceof Map)) {
    const encoded = encodePlain(given as Readonly<Record<string, string>>);
    if (encoded !== undefined) return ok(encoded);
  }
  const pairs = new Map(given instanceof Map ? given : Object.entries(given));
  let size = 2;
  for (const [key, value] of pairs) {
    size += 4 + Buffer.byteLength(key) + Buffer.byteLength(value);
    if (size > MAX_ENCODED) return fail("encryption-context-too-large");
    if (LONE_SURROGATE.test(key) || LONE_SURROGATE.test(value)) return fail("encryption-context-ill-formed");
  }
  return ok({ size: pairs.size, encoded: encode(pairs, size) });
}

/** The same of what is ASCII throughout and not too large, as nearly all contexts are; undefined for any other. */
function encodePlain(given: Readonly<Record<string, string>>): EncryptionContext | undefined {
  const keys = Object.keys(given);
  sort(keys);
  let size = 2;
  for (const key of keys) size += 4 + key.length + (given[key] as string).length;
  if (size > MAX_ENCODED) return undefined;
  const out = new Uint8Array(size);
  out[0] = keys.length >>> 8;
  out[1] = keys.length;
  let at = 2;
  for (const key of keys) {
    at = writePlain(out, at, key);
    if (at > 0) at = writePlain(out, at, given[key] as string);
    if (at < 0) return undefined;
  }
  return { size: keys.length, encoded: out };
}

/** By code units. Contexts are short: a few comparisons are quicker than a call of `sort`. */
function sort(keys: string[]): void {
  if (keys.length > FEW) keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as string;
    let at = i;
    for (; at > 0 && (keys[at - 1] as string) > key; at--) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
}

const FEW = 8;

/** Where the next text goes; -1 where this one is not ASCII. */
function writePlain(out: Uint8Array, from: number, text: string): number {
  const { length } = text;
  out[from] = length >>> 8;
  out[from + 1] = length;
  let at = from + 2;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return -1;
    out[at++] = code;
  }
  return at;
}

/** No encryption context, which is the same as an empty one. */
export const NO_CONTEXT: EncryptionContext = { size: 0, encoded: new Uint8Array(2) };

const LONE_SURROGATE = /\p{Surrogate}/u;

function encode(pairs: ReadonlyMap<string, string>, size: number): Uint8Array {
  const out = Buffer.alloc(size);
  let at = out.writeUInt16BE(pairs.size, 0);
  for (const pair of [...pairs].sort(byKey)) {
    for (const part of pair) {
      const length = out.write(part, at + 2);
      out.writeUInt16BE(length, at);
      at += 2 + length;
    }
  }
  return new Uint8Array(out.buffer, out.byteOffset, size);
}

type Pair = readonly [key: string, value: string];

/** UTF-8 sorts as code points do, and code units too where no surrogates are. Keys are never equal. */
const byKey = ([a]: Pair, [b]: Pair): number => {
  if (SURROGATES.test(a) || SURROGATES.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
};

const SURROGATES = /[\ud800-\udfff]/;

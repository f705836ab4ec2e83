import { concatBytes } from "@noble/hashes/utils.js";

export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const SEQUENCE = 0x30;

/** One DER element: its tag byte, its content, and the whole of it as it stood. */
export type Der = { readonly tag: number; readonly content: Uint8Array; readonly whole: Uint8Array };

/**
 * The elements that fill `bytes` exactly, or undefined: a byte too many or too few is none. Strict where OpenSSL is lenient: one-byte tags,
 * definite and shortest lengths only, below 2^24. Source: ITU-T X.690, clauses 8.1 and 10.1.
 */
export function readDer(bytes: Uint8Array): readonly Der[] | undefined {
  const elements: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = readHead(bytes, at);
    const end = head && at + head.size + head.length;
    if (!head || end === undefined || end > bytes.length) return undefined;
    elements.push({ tag: head.tag, content: bytes.subarray(at + head.size, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return elements;
}

/** The content of the single element of this tag that `bytes` are. */
export function readOne(tag: number, bytes: Uint8Array): Uint8Array | undefined {
  const [element, ...more] = readDer(bytes) ?? [];
  return element?.tag === tag && more.length === 0 ? element.content : undefined;
}

/** The number an INTEGER holds; undefined for negative and overlong ones. */
export function readUnsigned(element: Der | undefined): bigint | undefined {
  const [first, second] = element?.content ?? [];
  if (element?.tag !== INTEGER || first === undefined || first >= 0x80) return undefined;
  if (first === 0 && second !== undefined && second < 0x80) return undefined;
  return BigInt(`0x${Buffer.from(element.content).toString("hex")}`);
}

export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...contents);
  const { length } = content;
  if (length < 0x80) return concatBytes(Uint8Array.of(tag, length), content);
  if (length < 0x100) return concatBytes(Uint8Array.of(tag, 0x81, length), content);
  return concatBytes(Uint8Array.of(tag, 0x82, length >> 8, length & 0xff), content);
}

function readHead(bytes: Uint8Array, at: number): { tag: number; size: number; length: number } | undefined {
  const [tag, first, ...more] = bytes.subarray(at, at + 5);
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  if (first < 0x80) return { tag, size: 2, length: first };
  const octets = more.slice(0, first & 0x7f);
  if (first === 0x80 || octets.length !== (first & 0x7f) || octets[0] === 0) return undefined;
  const length = octets.reduce((sum, octet) => 256 * sum + octet, 0);
  return length < 0x80 ? undefined : { tag, size: 2 + octets.length, length };
}

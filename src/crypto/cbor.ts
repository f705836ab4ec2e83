import { concatBytes } from "@noble/hashes/utils.js";

/** One item of CBOR, as far as attestation documents use it: no floating point, no `undefined`, no integers beyond 2^53. */
export type Cbor = number | string | boolean | null | Uint8Array | readonly Cbor[] | CborMap | CborTagged;
export type CborMap = ReadonlyMap<number | string, Cbor>;
export type CborTagged = { readonly tag: number; readonly tagged: Cbor };

/**
 * The single item that `bytes` are, or undefined: for anything malformed, before or after it, nested deeper than 16, or with a key twice in a map.
 * Lengths may be indefinite or longer than needed, which encoders of attestation documents make use of. Byte strings are views of `bytes`.
 * Linear in time and space. Source: RFC 8949.
 */
export function readCbor(bytes: Uint8Array): Cbor | undefined {
  const reader = new Reader(bytes);
  const item = reader.item(0);
  return reader.isAtEnd ? item : undefined;
}

export const isCborMap = (item: Cbor | undefined): item is CborMap => item instanceof Map;

/** A byte string with its head. At most 65,535 bytes. */
export const writeCborBytes = (bytes: Uint8Array): Uint8Array => concatBytes(headOf(BYTES, bytes.length), bytes);

/** An array of items that are CBOR already. At most 23. */
export const writeCborArray = (...items: readonly Uint8Array[]): Uint8Array => concatBytes(headOf(ARRAY, items.length), ...items);

function headOf(major: number, argument: number): Uint8Array {
  if (argument < 24) return Uint8Array.of((major << 5) | argument);
  if (argument < 0x100) return Uint8Array.of((major << 5) | 24, argument);
  return Uint8Array.of((major << 5) | 25, argument >> 8, argument & 0xff);
}

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const TAG = 6;
const BREAK = 0xff;
const DEEPEST = 16;
const SIMPLE: Readonly<Record<number, boolean | null>> = { 20: false, 21: true, 22: null };

/** `argument` undefined: the length is indefinite. */
type Head = { readonly major: number; readonly argument: number | undefined };

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  item(depth: number): Cbor | undefined {
    const head = depth > DEEPEST ? undefined : this.#head();
    if (head === undefined) return undefined;
    const { major, argument } = head;
    switch (major) {
      case UNSIGNED:
        return argument;
      case NEGATIVE:
        return argument === undefined ? undefined : -1 - argument;
      case BYTES:
        return this.#string(head);
      case TEXT:
        return textOf(this.#string(head));
      case ARRAY:
        return this.#array(argument, depth);
      case MAP:
        return this.#map(argument, depth);
      case TAG:
        return this.#tagged(argument, depth);
      default:
        return argument === undefined ? undefined : SIMPLE[argument];
    }
  }

  #head(): Head | undefined {
    const first = this.#bytes[this.#at++];
    if (first === undefined) return undefined;
    const [major, short] = [first >> 5, first & 0x1f];
    if (short < 24) return { major, argument: short };
    if (short === 31) return { major, argument: undefined };
    if (short > 27 || major > TAG) return undefined;
    const end = this.#at + 2 ** (short - 24);
    if (end > this.#bytes.length) return undefined;
    let argument = 0;
    while (this.#at < end) argument = 256 * argument + this.#bytes[this.#at++]!;
    return Number.isSafeInteger(argument) ? { major, argument } : undefined;
  }

  /** Of a string of indefinite length, the chunks put together: each of the same kind and of definite length. */
  #string({ major, argument }: Head): Uint8Array | undefined {
    if (argument !== undefined) return this.#take(argument);
    const chunks: Uint8Array[] = [];
    while (!this.#tookBreak()) {
      const head = this.#head();
      const chunk = head?.major === major && head.argument !== undefined ? this.#take(head.argument) : undefined;
      if (chunk === undefined) return undefined;
      chunks.push(chunk);
    }
    return Uint8Array.from(Buffer.concat(chunks)); // too many to be arguments
  }

  #take(length: number): Uint8Array | undefined {
    const end = this.#at + length;
    if (end > this.#bytes.length) return undefined;
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #array(length: number | undefined, depth: number): readonly Cbor[] | undefined {
    const items: Cbor[] = [];
    while (this.#hasMore(length, items.length)) {
      const item = this.item(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  #map(length: number | undefined, depth: number): CborMap | undefined {
    const pairs = new Map<number | string, Cbor>();
    while (this.#hasMore(length, pairs.size)) {
      const [key, value] = [this.item(depth + 1), this.item(depth + 1)];
      if ((typeof key !== "number" && typeof key !== "string") || value === undefined || pairs.has(key)) return undefined;
      pairs.set(key, value);
    }
    return pairs;
  }

  #tagged(tag: number | undefined, depth: number): CborTagged | undefined {
    const tagged = this.item(depth + 1);
    return tag === undefined || tagged === undefined ? undefined : { tag, tagged };
  }

  #hasMore(length: number | undefined, soFar: number): boolean {
    return length === undefined ? !this.#tookBreak() : soFar < length;
  }

  #tookBreak(): boolean {
    if (this.#bytes[this.#at] !== BREAK) return false;
    this.#at++;
    return true;
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

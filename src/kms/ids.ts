import type { RandomBytes } from "../crypto/key-spec.ts";

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** A random UUID, version 4 (RFC 9562). */
export function uuid(randomBytes: RandomBytes): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const digits = hex(bytes);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/**
 * UUIDs for requests and events: a random one, and from there on the next by its last twelve digits. No two are the same, none is a secret, and a
 * call does not pay for random bytes that nobody needs.
 */
export function uuidSeries(randomBytes: RandomBytes): () => string {
  const first = uuid(randomBytes);
  const head = first.slice(0, -12);
  let page = Number.parseInt(first.slice(-12, -3), 16);
  let place = Number.parseInt(first.slice(-3), 16);
  let beginning = head + first.slice(-12, -3);
  return () => {
    place++;
    if (place === PAGE.length) {
      place = 0;
      page = page === LAST_36_BITS ? 0 : page + 1;
      beginning = head + page.toString(16).padStart(9, "0");
    }
    return beginning + (PAGE[place] as string);
  };
}

/** One more UUID, the same for the same two: of an event that several accounts or Regions get, each has its own. No series comes to it. */
export const sibling = (id: string, number: number): string =>
  ((Number.parseInt(id.slice(0, 8), 16) ^ number) >>> 0).toString(16).padStart(8, "0") + id.slice(8);

const LAST_36_BITS = 0xf_ffff_ffff;
const PAGE = Array.from({ length: 4096 }, (_, place) => place.toString(16).padStart(3, "0")); // three digits

/** KMS Developer Guide, "Key identifiers": multi-Region keys are told by the first letters of their id. */
export const newKeyId = (multiRegion: boolean, randomBytes: RandomBytes): string =>
  multiRegion ? `mrk-${hex(randomBytes(16))}` : uuid(randomBytes);

/** `cks-` and 17 hex digits (KMS API Reference, CreateCustomKeyStore). */
export const newKeyStoreId = (randomBytes: RandomBytes): string => `cks-${hex(randomBytes(9)).slice(1)}`;

export const newGrantId = (randomBytes: RandomBytes): string => hex(randomBytes(32));

export const isGrantId = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

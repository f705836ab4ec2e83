/**
 * A key id for a key whose world does not name one: the same at every start, another for another seed. A UUID of version 8, or `mrk-` and 32 hex digits.
 * Not a secret, and no protection against seeds made to collide.
 *
 * Source: our own; two FNV-1a hashes of 64 bits over the UTF-16 code units, the second over the seed after the first.
 */
export function madeKeyId(seed: string, multiRegion: boolean): string {
  const high = hash(seed);
  const hex = high + hash(high + seed);
  if (multiRegion) return `mrk-${hex}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const MASK = 0xffff_ffff_ffff_ffffn;

function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) value = ((value ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & MASK;
  return value.toString(16).padStart(16, "0");
}

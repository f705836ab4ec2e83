/** An address from its 4 or 16 bytes, of which the first `bits` count: the others are zero. */
export function addressText(bytes: readonly number[], bits: number): string {
  const masked = bytes.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - i * 8))) & 0xff);
  if (bytes.length === 4) return masked.join(".");
  return masked.flatMap((byte, i) => (i % 2 === 0 ? [((byte << 8) | (masked[i + 1] ?? 0)).toString(16)] : [])).join(":");
}

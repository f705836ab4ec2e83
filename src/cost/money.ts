/** An exact amount: a fraction of the currency's unit. Sums are rounded once, when they are shown. */
export type Money = { readonly of: bigint; readonly parts: bigint };

export const NOTHING: Money = { of: 0n, parts: 1n };

export const fraction = (of: bigint | number, parts: bigint | number): Money => reduced(BigInt(of), BigInt(parts));

export const plus = (a: Money, b: Money): Money => reduced(a.of * b.parts + b.of * a.parts, a.parts * b.parts);

export const times = (a: Money, b: Money): Money => reduced(a.of * b.of, a.parts * b.parts);

/** A decimal text, exactly: `0.03`. Undefined for what is none, or negative. */
export function parseMoney(text: string): Money | undefined {
  const [, whole, decimals = ""] = /^(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Rounded half up to cents: `1234.50`. */
export function inCents({ of, parts }: Money): string {
  const cents = (of * 200n + parts) / (parts * 2n);
  const text = cents.toString().padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

function reduced(of: bigint, parts: bigint): Money {
  const common = divisor(of, parts);
  return { of: of / common, parts: parts / common };
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

import ipaddr from "ipaddr.js";
import type { IpRange } from "./ip-ranges.ts";

/** Addresses of which one at least is in every set that the ranges cut out: the first and last of each, their neighbours, and one of either family. */
export function addressesAround(ranges: readonly IpRange[]): readonly string[] {
  const found = new Set<string>(["198.51.100.7", "2001:db8::7"]);
  for (const range of ranges) {
    const size = BigInt(range.bytes.length * 8);
    const host = (1n << (size - BigInt(range.bits))) - 1n;
    const first = numberOf(range.bytes) & ~host;
    const last = first | host;
    const top = (1n << size) - 1n;
    for (const value of [first, last, first - 1n, last + 1n]) if (value >= 0n && value <= top) found.add(textOf(value, range.bytes.length));
  }
  return [...found];
}

const numberOf = (bytes: readonly number[]): bigint => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

function textOf(value: bigint, length: number): string {
  const bytes = Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 0xffn));
  return ipaddr.fromByteArray(bytes).toString();
}

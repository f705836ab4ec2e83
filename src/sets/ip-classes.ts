import ipaddr from "ipaddr.js";
import type { Bits } from "./bits.ts";
import { closedClasses } from "./closed-classes.ts";
import { contains, type IpRange, mappedIpv4, parseIp } from "./ip-ranges.ts";

/** `witness`: an address, as RFC 5952 writes it. */
export type IpClass = { readonly bits: Bits; readonly witness: string };

/** `domain`: where addresses come from, everywhere by default. `hints`: addresses that are preferred as witnesses of their classes. */
export type IpOptions = { readonly domain?: readonly IpRange[]; readonly hints?: readonly string[] };

type Family = IpRange["family"];

const EVERYWHERE: readonly IpRange[] = [
  { family: "ipv4", bytes: new Array(4).fill(0), bits: 0 },
  { family: "ipv6", bytes: new Array(16).fill(0), bits: 0 },
];

/** `::ffff:0:0/96`: a request from there comes from an IPv4 address (iam/addresses.ts), so that no IPv6 address is in it. */
const MAPPED: IpRange = { family: "ipv6", bytes: [...new Array(10).fill(0), 0xff, 0xff, ...new Array(4).fill(0)], bits: 96 };

/** Addresses for documentation: RFC 5737, RFC 3849. */
const READABLE = ["198.51.100.1", "203.0.113.1", "192.0.2.1", "2001:db8::1"];

/**
 * All ways in which an address of the domain can be in the sets of ranges and out of them, each once.
 *
 * The class lemma, for addresses: ranges change only where one begins, and behind its end, so that one address from each such place to the next stands for
 * all. The two families lie side by side.
 */
export function ipClasses(sets: readonly (readonly IpRange[])[], { domain = EVERYWHERE, hints = [] }: IpOptions = {}): readonly IpClass[] {
  const ranges = [...domain, ...sets.flat()];
  const known = [...hints, ...READABLE].flatMap((text) => parseIp(text) ?? []).map((address) => mappedIpv4(address) ?? address);
  const addresses = [...known, ...addressesOf("ipv4", ranges), ...addressesOf("ipv6", [...ranges, MAPPED])];
  const isIn = (set: readonly IpRange[], address: IpRange) => set.some((range) => contains(range, address));
  const inDomain = addresses.filter((address) => isIn(domain, address) && !contains(MAPPED, address));
  const predicates = sets.map((set) => (address: IpRange) => isIn(set, address));
  return closedClasses(inDomain, predicates).map(({ bits, witness }) => ({ bits, witness: textOf(witness) }));
}

/** One address of each stretch in which no range begins or ends: the second, which can be a host's, if there are two. */
function addressesOf(family: Family, ranges: readonly IpRange[]): readonly IpRange[] {
  const length = family === "ipv4" ? 32 : 128;
  const cuts = new Set([0n, 1n << BigInt(length)]);
  for (const range of ranges) {
    if (range.family !== family) continue;
    const hosts = BigInt(length - range.bits);
    const prefix = numberOf(range.bytes) >> hosts;
    cuts.add(prefix << hosts).add((prefix + 1n) << hosts);
  }
  const sorted = [...cuts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.slice(0, -1).map((from, i) => addressAt(family, from + 1n < (sorted[i + 1] as bigint) ? from + 1n : from));
}

const numberOf = (bytes: readonly number[]): bigint => bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

function addressAt(family: Family, number: bigint): IpRange {
  const bits = family === "ipv4" ? 32 : 128;
  const bytes = Array.from({ length: bits / 8 }, (_, i) => Number((number >> BigInt(bits - 8 - 8 * i)) & 0xffn));
  return { family, bytes, bits };
}

const textOf = ({ family, bytes }: IpRange): string =>
  family === "ipv4" ? bytes.join(".") : new ipaddr.IPv6([...bytes]).toRFC5952String();

import ipaddr from "ipaddr.js";
import { BoundedCache } from "../base/bounded-cache.ts";

/** A network: the leading bits of an address and how many of them count. Host bits below the mask do not count. */
export type IpRange = { readonly family: "ipv4" | "ipv6"; readonly bytes: readonly number[]; readonly bits: number };

/** `203.0.113.0/24`, `2001:db8::/32`, or a bare address, which is itself alone. Undefined where the text is neither. Zeros may lead, and a plus the length. */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf("/");
  const address = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  if (slash < 0) return address;
  const length = text.slice(slash + 1);
  if (!/^\+?[0-9]+$/.test(length)) return undefined;
  const bits = Number(length);
  return bits <= address.bits ? { ...address, bits } : undefined;
}

const ADDRESSES = new BoundedCache<string, IpRange | undefined>(1024, 64);

/** Four decimal numbers, zeros in front or not, or any text form of RFC 4291 without a zone. Short forms of IPv4 are refused; nothing is octal. */
export function parseIp(text: string): IpRange | undefined {
  if (text.length > 64) return undefined; // no address is so long, and the cache keeps what it is asked for
  const four = fourBytes(text); // quicker read than remembered: clients have many addresses
  if (four !== undefined) return { family: "ipv4", bytes: four, bits: 32 };
  return ADDRESSES.get(text) ?? ADDRESSES.set(text, readIpv6(text));
}

function readIpv6(text: string): IpRange | undefined {
  const groups = text.includes(".") ? withoutDots(text) : text;
  if (groups === undefined || groups.includes("%") || !ipaddr.IPv6.isValid(groups)) return undefined;
  return { family: "ipv6", bytes: ipaddr.IPv6.parse(groups).toByteArray(), bits: 128 };
}

const [DOT, ZERO] = [46, 48];

/** Read here: to the library a leading zero is octal or an error, and AWS was recorded to read `192.000.2.1` as `192.0.2.1`. One pass, since each request has one. */
function fourBytes(text: string): readonly number[] | undefined {
  const bytes = [0, 0, 0, 0];
  let part = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) {
      const byte = (bytes[part] as number) * 10 + digit;
      if (byte > 255) return undefined;
      bytes[part] = byte;
      digits++;
    } else if (code === DOT && digits > 0 && part < 3) {
      part++;
      digits = 0;
    } else return undefined;
  }
  return part === 3 && digits > 0 ? bytes : undefined;
}

/** The last 32 bits as two groups: of `::1.2.3.4` the library makes `::ffff:1.2.3.4`, which is another address (RFC 4291, 2.5.5). */
function withoutDots(text: string): string | undefined {
  const end = text.lastIndexOf(":") + 1;
  const bytes = fourBytes(text.slice(end));
  if (bytes === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return `${text.slice(0, end)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

/** Whether bits of the address are set that the length of the range leaves out: `2001:db8::5/64`. */
export const hasHostBits = ({ bytes, bits }: IpRange): boolean =>
  bytes.some((byte, i) => (byte & (0xff >> Math.min(8, Math.max(0, bits - i * 8)))) !== 0);

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/** The IPv4 address that an IPv6 address stands for, `::ffff:192.0.2.1` (RFC 4291, 2.5.5.2); undefined where it stands for none. */
export function mappedIpv4({ family, bytes, bits }: IpRange): IpRange | undefined {
  if (family !== "ipv6" || bits !== 128 || MAPPED.some((byte, i) => bytes[i] !== byte)) return undefined;
  return { family: "ipv4", bytes: bytes.slice(12), bits: 32 };
}

/** Whether every address of `inner` is in `outer`; never across families (IAM User Guide, IP address condition operators). */
export function contains(outer: IpRange, inner: IpRange): boolean {
  if (outer.family !== inner.family || inner.bits < outer.bits) return false;
  const whole = outer.bits >> 3;
  for (let i = 0; i < whole; i++) if (outer.bytes[i] !== inner.bytes[i]) return false;
  const rest = outer.bits & 7;
  return rest === 0 || ((outer.bytes[whole] ?? 0) ^ (inner.bytes[whole] ?? 0)) >> (8 - rest) === 0;
}

import { hasHostBits, type IpRange, mappedIpv4, parseIp, parseIpRange } from "../sets/ip-ranges.ts";

/** How AWS reads the addresses of requests and the networks of policies (rule iam.operators.ip-forms). */

/** An address that a request comes from: IPv4-mapped ones are IPv4, and only those may be written with dots. Undefined: the text is no address. */
export function requestAddress(text: string): IpRange | undefined {
  const address = parseIp(text);
  if (address === undefined || address.family === "ipv4") return address;
  return mappedIpv4(address) ?? (text.includes(".") ? undefined : address);
}

/** `nowhere`: an IPv6 range with host bits, which no address is in. Those of an IPv4 range do not count. */
export type Network = IpRange | "nowhere";

/** A network as a policy names it: IPv6 is written without dots, and stays IPv6 where it is IPv4-mapped. Undefined: the text is no network. */
export function policyNetwork(text: string): Network | undefined {
  const range = parseIpRange(text);
  if (range?.family !== "ipv6") return range;
  if (text.includes(".")) return undefined;
  return hasHostBits(range) ? "nowhere" : range;
}

import { requestAddress } from "../iam/addresses.ts";

/** What stands in a log: nobody promises its shape, so every member is looked at before it is used. */
export type LogObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is LogObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** A member of what may be an object; undefined where it is none, or has no such member of its own. */
export const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** A text with something in it. */
export const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

export const textAt = (value: unknown, name: string): string | undefined => textOf(memberOf(value, name));

export const listAt = (value: unknown, name: string): readonly unknown[] => {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
};

/** The pairs of a map of texts: numbers and truths as JSON prints them. Undefined for what is no map, or holds something else. */
export function pairsAt(value: unknown, name: string): Readonly<Record<string, string>> | undefined {
  const map = memberOf(value, name);
  if (!isObject(map)) return undefined;
  const pairs: [string, string][] = [];
  for (const [key, item] of Object.entries(map)) {
    if (typeof item === "object" && item !== null) return undefined;
    if (item !== null) pairs.push([key, String(item)]);
  }
  return Object.fromEntries(pairs);
}

/** Four decimal numbers without leading zeros, or IPv6: examples and records that were made anonymous have others. */
export const isAddress = (text: string): boolean =>
  text.includes(":")
    ? requestAddress(text) !== undefined
    : text.split(".").length === 4 && text.split(".").every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);

import { isPlainObject } from "../base/json-source.ts";

const NONE: readonly string[] = [];

/** Pairs of texts as key, value, key, value…; undefined where it is no plain object of texts. */
export function pairs(map: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
  if (map === undefined) return NONE;
  if (!isPlainObject(map)) return undefined;
  const out: string[] = [];
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (typeof value !== "string") return undefined;
    out.push(key, value);
  }
  return out;
}

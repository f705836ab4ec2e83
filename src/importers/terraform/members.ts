import { isPlainObject } from "../../base/json-source.ts";

/** A JSON object of which nothing is sure. */
export type Members = Readonly<Record<string, unknown>>;

export const isMembers = isPlainObject as (value: unknown) => value is Members;
export const asMembers = (value: unknown): Members => (isMembers(value) ? value : {});
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
/** A text that says something. */
export const asWord = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
export const objectsIn = (value: unknown): readonly Members[] => asList(value).filter(isMembers);
export const textsIn = (value: unknown): readonly string[] => asList(value).filter((item): item is string => typeof item === "string");

/** The member or item that a step leads to, of the object's own. */
export function memberAt(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMembers(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** All texts in a value; numbers and Booleans as Terraform turns them into texts. */
export function textsBelow(value: unknown, depth = 0): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (depth > 32 || typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((each) => textsBelow(each, depth + 1));
}

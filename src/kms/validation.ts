import type { z } from "zod";
import { fail, ok, type Result } from "../base/result.ts";
import { error, type KmsError } from "./errors.ts";
import { quickRead, REFUSED } from "./quick-read.ts";

/**
 * Reads requests as the service's front end does, and words what is wrong with one as AWS does: every member that breaks a constraint of the model in
 * one ValidationException; a member of another type in a SerializationException. A member that is null is one that is absent.
 */
export function inputReader<I>(schema: z.ZodType<I>): (given: unknown) => Result<I, KmsError> {
  const read = quickRead(schema);
  return (given) => {
    const input = read(given);
    return input === REFUSED ? parseSlowly(schema, given) : ok(input as I);
  };
}

/** By the schema itself, and with words for what is wrong. */
export function parseSlowly<I>(schema: z.ZodType<I>, given: unknown): Result<I, KmsError> {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return fail(error("SerializationException", "the request is not an object"));
  const input = withoutNulls(given) as object;
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const { issues } = parsed.error;
  const mistyped = issues.find((issue) => isMistyped(issue, input));
  if (mistyped !== undefined)
    return fail(error("SerializationException", `the value at '${memberName(mistyped.path)}' has the wrong type`));
  const faults = issues.map((issue) => faultOf(issue, input));
  const count = `${faults.length} validation error${faults.length === 1 ? "" : "s"} detected: `;
  return fail(error("ValidationException", count + faults.join("; ")));
}

type Issue = z.core.$ZodIssue;

const DEEPEST = 4; // no request of the model has structures in structures in structures

/** A copy of its own members, also of structures within it; all pairs of an encryption context stay: none of those is optional. */
function withoutNulls(given: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return given;
  if (Array.isArray(given)) return given.map((item) => withoutNulls(item, depth + 1));
  if (!isStructure(given)) return given;
  const members = Object.entries(given).filter(([, value]) => value !== null);
  return Object.fromEntries(
    members.map(([name, value]) => [name, name.includes("EncryptionContext") ? ownPairs(value) : withoutNulls(value, depth + 1)]),
  );
}

const ownPairs = (value: unknown): unknown => (isStructure(value) && !Array.isArray(value) ? { ...value } : value);

const isStructure = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Uint8Array || value instanceof Date);

/** Present, but no value of the type the model has: the service cannot even read it. */
function isMistyped(issue: Issue, input: object): boolean {
  if (issue.code === "custom" || issue.code === "invalid_type" || issue.code === "invalid_union")
    return valueAt(input, issue.path) !== undefined;
  return issue.code === "invalid_value" && typeof valueAt(input, issue.path) !== "string" && valueAt(input, issue.path) !== undefined;
}

function faultOf(issue: Issue, input: object): string {
  const value = valueAt(input, issue.path);
  return `${subject(value, issue.path)} failed to satisfy constraint: ${value === undefined ? "Member must not be null" : constraint(issue)}`;
}

/** `Value 'x' at 'member'`; of bytes and secrets no value is told, of long texts the beginning. */
function subject(value: unknown, path: readonly PropertyKey[]): string {
  const name = memberName(path);
  if (value === undefined) return `Value null at '${name}'`;
  if (value instanceof Uint8Array || path.some((step) => SECRET_MEMBERS.has(String(step)))) return `Value at '${name}'`;
  const shown = Array.isArray(value) ? `[${value.map(String).join(", ")}]` : String(value);
  return `Value '${shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown}' at '${name}'`;
}

const LONGEST_SHOWN = 1024;
const SECRET_MEMBERS: ReadonlySet<string> = new Set(["KeyStorePassword", "RawSecretAccessKey", "AccessKeyId", "GrantToken", "GrantTokens"]);

/** `tags.1.member.tagKey`: lists count from one, members begin in lower case. */
const memberName = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === "number" ? `${step + 1}.member` : lowerFirst(String(step)))).join(".");

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function constraint(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      return `Member must have ${measureOf(issue.origin)} greater than or equal to ${issue.minimum}`;
    case "too_big":
      return `Member must have ${measureOf(issue.origin)} less than or equal to ${issue.maximum}`;
    case "invalid_value":
      return `Member must satisfy enum value set: [${issue.values.map(String).join(", ")}]`;
    case "invalid_format":
      return `Member must satisfy regular expression pattern: ${(issue.pattern ?? "").replace(/^\//, "").replace(/\/[a-z]*$/, "")}`;
    default:
      return "Member must be valid";
  }
}

const measureOf = (origin: string): string => (origin === "string" || origin === "array" || origin === "set" ? "length" : "value");

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

import type { Diagnostic } from "../base/diagnostic.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { error, type KmsError } from "./errors.ts";
import type { Member } from "./member.ts";
import { type Fault, faultsOf, MISTYPED, type Path } from "./member-faults.ts";
import { memberReader, REFUSED } from "./member-reader.ts";

/**
 * Reads requests as the service's front end does, and words what is wrong with one as AWS does: every member that breaks a constraint of the model in
 * one ValidationException; a member of another type in a SerializationException, which AWS sends without a word (recorded): who asks why is told the
 * member. A member that is null is one that is absent.
 */
export function inputReader<I>(member: Member<I, unknown>): (given: unknown) => Result<I, KmsError> {
  const read = memberReader(member);
  return (given) => {
    const input = read(given);
    return input === REFUSED ? readCopy(member, given) : ok(input as I);
  };
}

/** Of a plain copy, without nulls; or words for what is wrong. */
export function readCopy<I>(member: Member<I, unknown>, given: unknown): Result<I, KmsError> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return fail(error("SerializationException"));
  const copy = withoutNulls(given);
  const input = memberReader(member)(copy);
  if (input !== REFUSED) return ok(input as I);
  const faults = faultsOf(member, copy);
  const mistyped = faults.find(({ constraint }) => constraint === MISTYPED);
  if (mistyped !== undefined) return fail({ name: "SerializationException", diagnostics: [wrongType(mistyped)] });
  const count = `${faults.length} validation error${faults.length === 1 ? "" : "s"} detected: `;
  return fail(error("ValidationException", count + faults.map(worded).join("; ")));
}

const wrongType = ({ path }: Fault): Diagnostic => ({
  code: "KW104",
  severity: "error",
  message: `the value of \`${memberName(path)}\` has the wrong type`,
  at: { file: "request", pointer: path.map((step) => `/${step}`).join("") },
});

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

const worded = ({ path, value, constraint }: Fault): string => `${subject(value, path)} failed to satisfy constraint: ${constraint}`;

/** `Value 'x' at 'member'`; of bytes and secrets no value is told, of long texts the beginning. */
function subject(value: unknown, path: Path): string {
  const name = memberName(path);
  if (value === undefined) return `Value null at '${name}'`;
  if (value instanceof Uint8Array || path.some((step) => SECRET_MEMBERS.has(String(step)))) return `Value at '${name}'`;
  const shown = Array.isArray(value) ? `[${value.map(String).join(", ")}]` : String(value);
  return `Value '${shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown}' at '${name}'`;
}

const LONGEST_SHOWN = 1024;
const SECRET_MEMBERS: ReadonlySet<string> = new Set(["KeyStorePassword", "RawSecretAccessKey", "AccessKeyId", "GrantToken", "GrantTokens"]);

/** `tags.1.member.tagKey`: lists count from one, members begin in lower case. */
const memberName = (path: Path): string =>
  path.map((step) => (typeof step === "number" ? `${step + 1}.member` : lowerFirst(String(step)))).join(".");

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

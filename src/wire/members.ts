import { fromBase64, toBase64 } from "../crypto/byte-text.ts";
import type { AnyMember, Members } from "../kms/member.ts";

/**
 * Members between AWS JSON 1.1 and what operations take and give: bytes are base64, times are seconds since the epoch with a fraction (AWS JSON 1.1
 * protocol), everything else is the same on both sides.
 */

/**
 * The members of a request as its operation takes them. What is not written as its member must be stays as it is, for the operation to refuse: bytes that
 * are no base64, times that are no numbers.
 */
export function fromWire(member: AnyMember, value: unknown): unknown {
  return readerOf(member)?.(value) ?? value;
}

/** Gives undefined for what it leaves alone. */
type Reader = (value: unknown) => unknown;

const READERS = new WeakMap<AnyMember, { readonly read: Reader | undefined }>();

/** Undefined where JSON already says it, as most members do. Found out once for every member. */
function readerOf(member: AnyMember): Reader | undefined {
  let known = READERS.get(member);
  if (known === undefined) {
    known = { read: makeReader(member) };
    READERS.set(member, known);
  }
  return known.read;
}

function makeReader({ shape }: AnyMember): Reader | undefined {
  switch (shape.type) {
    case "bytes":
      return readBytes;
    case "pairs":
      return readPairs;
    case "time":
      return readTime;
    case "list":
      return readList(readerOf(shape.item));
    case "structure":
      return readMembers(shape.members);
    default:
      return undefined;
  }
}

const readBytes: Reader = (value) => (typeof value === "string" ? fromBase64(value) : undefined);
const readTime: Reader = (value) => (typeof value === "number" ? new Date(Math.round(value * 1000)) : undefined);

/** A number in an encryption context is taken as text (KMS Developer Guide, "Encryption context"). */
const readPairs: Reader = (value) => {
  if (!isStructure(value)) return undefined;
  const out: Record<string, unknown> = { ...value }; // `__proto__` is a name like any other, and stays one
  for (const name in out) if (typeof out[name] === "number") out[name] = String(out[name]);
  return out;
};

const readList = (read: Reader | undefined): Reader | undefined =>
  read && ((value) => (Array.isArray(value) ? value.map((item) => read(item) ?? item) : undefined));

function readMembers(members: Members): Reader | undefined {
  const readers = Object.entries(members).flatMap(([name, member]) => {
    const read = readerOf(member);
    return read === undefined ? [] : [{ name, read }];
  });
  if (readers.length === 0) return undefined;
  return (value) => {
    if (!isStructure(value)) return undefined;
    const out: Record<string, unknown> = { ...value };
    for (let i = 0; i < readers.length; i++) {
      const { name, read } = readers[i] as (typeof readers)[number];
      const inner = out[name];
      if (inner !== undefined) out[name] = read(inner) ?? inner;
    }
    return out;
  };
}

/** A reply, or a part of one, as JSON can say it. Members that are undefined are left out by JSON. */
export function toWire(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64(value);
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(toWire);
  if (!isStructure(value)) return value;
  const out: Record<string, unknown> = { ...value };
  for (const name in out) {
    const inner = out[name];
    if (typeof inner === "object" && inner !== null) out[name] = toWire(inner);
  }
  return out;
}

const isStructure = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

import type { AnyMember, Members, Shape } from "./member.ts";

/** Gives what an operation takes of a value, or REFUSED: nothing is worded here. Made once a member, of plain closures, since every call is read so. */
export type MemberReader = (value: unknown) => unknown;

export const REFUSED: unique symbol = Symbol("refused");

export function memberReader({ shape, isOptional, fallback }: AnyMember): MemberReader {
  const read = shapeReader(shape);
  return isOptional ? (value) => (value === undefined ? fallback : read(value)) : read;
}

function shapeReader(shape: Shape): MemberReader {
  switch (shape.type) {
    case "pairs":
      return pairs;
    case "list":
      return list(shape);
    case "structure":
      return structure(shape.members);
    default:
      return scalar(shape);
  }
}

const scalar = (shape: Exclude<Shape, { type: "pairs" | "list" | "structure" }>): MemberReader => {
  const isOne = scalarTest(shape);
  return (value) => (isOne(value) ? value : REFUSED);
};

function scalarTest(shape: Exclude<Shape, { type: "pairs" | "list" | "structure" }>): (value: unknown) => boolean {
  switch (shape.type) {
    case "text": {
      const { min, max, pattern } = shape;
      return (value) => typeof value === "string" && isAsLong(value, min, max) && (pattern === undefined || pattern.whole.test(value));
    }
    case "name": {
      const names: ReadonlySet<unknown> = new Set(shape.names);
      return (value) => names.has(value);
    }
    case "integer": {
      const { min, max } = shape;
      return (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
    }
    case "bytes": {
      const { min, max } = shape;
      return (value) => value instanceof Uint8Array && value.length >= min && value.length <= max;
    }
    case "flag":
      return (value) => typeof value === "boolean";
    case "time":
      return isTime;
  }
}

export const isTime = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime());

/** A character is one unit or two: they are counted where that makes a difference. */
function isAsLong(text: string, min: number, max: number): boolean {
  const units = text.length;
  if (units <= max && units >= 2 * min - 1) return true;
  if (units < min || units > 2 * max) return false;
  const length = charactersIn(text);
  return length >= min && length <= max;
}

/** How AWS measures texts: in Unicode characters (Smithy, length trait). */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A copy, each pair looked at once: what is permitted is what is then done, whoever changes the request meanwhile. Spread keeps `__proto__` a key. */
function pairs(value: unknown): unknown {
  if (!isStructure(value)) return REFUSED;
  const own: Record<string, unknown> = { ...value };
  for (const key in own) if (typeof own[key] !== "string") return REFUSED;
  return own;
}

/** All its members are its own. Of other objects a plain copy is read (`validation.ts`). */
export function isStructure(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function list({ item, min, max }: Extract<Shape, { type: "list" }>): MemberReader {
  const read = memberReader(item);
  return (value) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) return REFUSED;
    const out: unknown[] = [];
    for (let i = 0; i < value.length; i++) {
      const inner = read(value[i]);
      if (inner === REFUSED) return REFUSED;
      out.push(inner);
    }
    return out;
  };
}

/** Members that are not in the shape are passed over; those that are undefined are left out. */
function structure(members: Members): MemberReader {
  const readers = Object.entries(members).map(([name, member]) => ({ name, read: memberReader(member) }));
  return (value) => {
    if (!isStructure(value)) return REFUSED;
    const out: Record<string, unknown> = {};
    for (let i = 0; i < readers.length; i++) {
      const { name, read } = readers[i] as (typeof readers)[number];
      const inner = read(value[name]);
      if (inner === REFUSED) return REFUSED;
      if (inner !== undefined) out[name] = inner;
    }
    return out;
  };
}

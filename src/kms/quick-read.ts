import type { z } from "zod";
import { WIRE_FORMS } from "./input.ts";

/**
 * Requests that are right, read without zod: what its schemas say, compiled to plain closures. Nothing is worded here. What is not right, or is
 * beyond what is compiled, is REFUSED, and read again by the schema itself; a law holds both to the same.
 */
export type QuickRead = (value: unknown) => unknown;

/** Look closer: wrong, or not for this reader to say. */
export const REFUSED: unique symbol = Symbol("refused");

const refuse: QuickRead = () => REFUSED;

export function quickRead(schema: z.core.$ZodType): QuickRead {
  const told = WIRE_FORMS.get(schema);
  if (told?.form === "bytes") return bytes(told.min, told.max);
  if (told?.form === "pairs") return pairs;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
      return text(def.checks ?? []);
    case "number":
      return number(def as z.core.$ZodNumberDef & { readonly format?: string });
    case "boolean":
      return def.checks?.length ? refuse : (value) => (typeof value === "boolean" ? value : REFUSED);
    case "date":
      return def.checks?.length ? refuse : (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value : REFUSED);
    case "enum":
      return def.checks?.length ? refuse : oneOf(new Set(Object.values(def.entries)));
    case "optional":
      return optional(quickRead(def.innerType));
    case "default":
      return orDefault(quickRead(def.innerType), def);
    case "array":
      return list(quickRead(def.element), def.checks ?? []);
    case "object":
      return def.checks?.length || def.catchall !== undefined ? refuse : members(def.shape);
    default:
      return refuse;
  }
}

const oneOf =
  (values: ReadonlySet<unknown>): QuickRead =>
  (value) =>
    values.has(value) ? value : REFUSED;

const optional =
  (read: QuickRead): QuickRead =>
  (value) =>
    value === undefined ? undefined : read(value);

/** Defaults here are names and numbers: nothing that one request could change for the next. */
function orDefault(read: QuickRead, def: { readonly defaultValue: unknown }): QuickRead {
  const value = def.defaultValue;
  if (typeof value === "object") return refuse;
  return (given) => (given === undefined ? value : read(given));
}

const bytes =
  (min: number, max: number): QuickRead =>
  (value) =>
    value instanceof Uint8Array && value.length >= min && value.length <= max ? value : REFUSED;

/** A copy, each pair looked at once: what is permitted is what is then done, whoever changes the request meanwhile. Spread keeps `__proto__` a key. */
function pairs(value: unknown): unknown {
  if (!isPlain(value)) return REFUSED;
  const own: Record<string, unknown> = { ...value };
  for (const key in own) if (typeof own[key] !== "string") return REFUSED;
  return own;
}

/** All its members are its own. Of other objects the schema says which count. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

type Limits = { readonly min: number; readonly max: number; readonly patterns: readonly RegExp[] };

/** Undefined where a check is of another kind. */
function limitsOf(checks: readonly z.core.$ZodCheck<never>[]): Limits | undefined {
  let [min, max] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const patterns: RegExp[] = [];
  for (const check of checks) {
    const { def } = (check as unknown as z.core.$ZodChecks)._zod;
    if (def.check === "min_length") min = Math.max(min, def.minimum);
    else if (def.check === "max_length") max = Math.min(max, def.maximum);
    else if (def.check === "greater_than" && def.inclusive) min = Math.max(min, Number(def.value));
    else if (def.check === "less_than" && def.inclusive) max = Math.min(max, Number(def.value));
    else if (def.check === "string_format" && def.format === "regex" && isStateless(def.pattern)) patterns.push(def.pattern as RegExp);
    else return undefined;
  }
  return { min, max, patterns };
}

const SURROGATES = /[\ud800-\udfff]/;

const isStateless = (pattern: RegExp | undefined): boolean => pattern !== undefined && !pattern.global && !pattern.sticky;

function text(checks: readonly z.core.$ZodCheck<never>[]): QuickRead {
  const limits = limitsOf(checks);
  if (limits === undefined) return refuse;
  const { min, max, patterns } = limits;
  return (value) => {
    if (typeof value !== "string" || value.length < min || value.length > max) return REFUSED;
    if (min > 1 && SURROGATES.test(value)) return REFUSED; // zod counts characters: fewer than there are units
    for (const pattern of patterns) if (!pattern.test(value)) return REFUSED;
    return value;
  };
}

function number({ checks, format }: z.core.$ZodNumberDef & { readonly format?: string }): QuickRead {
  const limits = limitsOf(checks ?? []);
  if (limits === undefined || format !== "safeint" || limits.patterns.length > 0) return refuse;
  const { min, max } = limits;
  return (value) => (Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max ? value : REFUSED);
}

function list(read: QuickRead, checks: readonly z.core.$ZodCheck<never>[]): QuickRead {
  const limits = limitsOf(checks);
  if (limits === undefined) return refuse;
  const { min, max } = limits;
  return (value) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) return REFUSED;
    const out: unknown[] = [];
    for (let i = 0; i < value.length; i++) {
      const item = read(value[i]);
      if (item === REFUSED) return REFUSED;
      out.push(item);
    }
    return out;
  };
}

/** Members that are not in the shape are passed over; those that are undefined are left out. */
function members(shape: Readonly<Record<string, z.core.$ZodType>>): QuickRead {
  const readers = Object.entries(shape).map(([name, member]) => ({ name, read: quickRead(member) }));
  return (value) => {
    if (!isPlain(value)) return REFUSED;
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

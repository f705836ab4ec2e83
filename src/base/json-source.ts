import type { Code } from "./codes.ts";
import { DEPTH_LIMIT, JsonReader } from "./json-reader.ts";
import { pointerStep, shown } from "./text.ts";

/** JSON with places: every node knows where its text begins and ends, in UTF-16 code units. -1 for values that never were text. */
export type JsonNode =
  | { readonly kind: "object"; readonly start: number; readonly end: number; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly start: number; readonly end: number; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly start: number; readonly end: number; readonly value: string }
  | { readonly kind: "number"; readonly start: number; readonly end: number; readonly value: number; readonly text: string }
  | { readonly kind: "boolean"; readonly start: number; readonly end: number; readonly value: boolean }
  | { readonly kind: "null"; readonly start: number; readonly end: number };

/** `start` is the place of the name. All members are kept, also those whose name has been there before. */
export type JsonMember = { readonly name: string; readonly start: number; readonly value: JsonNode };

export type JsonFault = {
  readonly code: Code;
  readonly offset: number;
  readonly message: string;
  readonly help?: string;
  readonly pointer: string;
};

/** A member of the outermost object that has been read before: its node, and where its text ends in this document. */
export type KnownMember = (name: string, offset: number) => { readonly node: JsonNode; readonly end: number } | undefined;

/**
 * Reads JSON as RFC 8259 has it, in linear time: no text `JSON.parse` refuses passes without a fault, and what it accepts passes save for repeated
 * members and nesting beyond 128. There is a node whenever the reader could go on behind the faults (a comment, a trailing comma), so that more can be
 * said about the document; the document is in order only if `faults` is empty.
 *
 * `known` is asked at the value of each member of the outermost object, and may answer with a node instead of having the text read again.
 */
export function readJson(text: string, options: { readonly known?: KnownMember } = {}): { node?: JsonNode; faults: readonly JsonFault[] } {
  const reader = new JsonReader(text, options.known);
  const node = reader.document();
  return node === undefined ? { faults: reader.closedFaults() } : { node, faults: reader.closedFaults() };
}

/** A value handed to the library that JSON cannot express. `pointer` tells where in it. */
export class NotJsonError extends TypeError {
  override readonly name = "NotJsonError";
  readonly code: Code = "KW106";
  readonly pointer: string;
  constructor(what: string, pointer: string) {
    super(`${what} has no JSON form${pointer && ` (at ${shown(pointer)})`}`);
    this.pointer = pointer;
  }
}

/** Objects that share parts can be small and still unfold without end; nothing honest is this large. */
const NODE_LIMIT = 250_000;

/**
 * The tree of a plain value, without places. As in `JSON.stringify`, members that are undefined are left out; unlike there, what has no JSON form is
 * never turned into null or an empty object: functions, symbols, bigints, NaN and infinities, instances of classes, holes and undefined in arrays,
 * nesting beyond 128 (so also cycles) throw `NotJsonError`.
 */
export function fromValue(value: unknown, limit = NODE_LIMIT): JsonNode {
  let nodes = 0;
  const node = (value: unknown, pointer: string, depth: number): JsonNode => {
    if (++nodes > limit) throw new NotJsonError(`a value of more than ${limit.toLocaleString("en-US")} parts`, "");
    if (typeof value === "string") return { kind: "string", ...nowhere, value };
    if (typeof value === "boolean") return { kind: "boolean", ...nowhere, value };
    if (value === null) return { kind: "null", ...nowhere };
    if (typeof value === "number" && Number.isFinite(value))
      return { kind: "number", ...nowhere, value: value === 0 ? 0 : value, text: JSON.stringify(value) }; // JSON has one zero
    if (!isPlain(value)) throw new NotJsonError(kindOf(value), pointer);
    if (depth === DEPTH_LIMIT) throw new NotJsonError(`a value nested more than ${DEPTH_LIMIT} deep, or in itself,`, "");
    if (Array.isArray(value)) {
      const items = Array.from(value, (item, index) => node(item, pointerStep(pointer, index), depth + 1));
      return { kind: "array", ...nowhere, items };
    }
    const members: JsonMember[] = [];
    for (const [name, member] of Object.entries(value)) {
      if (member !== undefined) members.push({ name, start: -1, value: node(member, pointerStep(pointer, name), depth + 1) });
    }
    return { kind: "object", ...nowhere, members };
  };
  return node(value, "", 0);
}

const nowhere = { start: -1, end: -1 } as const;

/** An array, or an object whose prototype is none or the root of a realm (a test runner may bring a realm of its own). */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The latter alone: no list, no `Map`, no instance of a class, whose members would be overlooked. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => isPlain(value) && !Array.isArray(value);

function kindOf(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return value === undefined ? "undefined" : `a ${typeof value}`;
  return `an instance of ${shown(String(value.constructor?.name))}`;
}

/** The plain value of a tree, as `JSON.parse` would make it: of members with one name the last counts, and `__proto__` is a member like any other. */
export function toValue(node: JsonNode): unknown {
  if (node.kind === "array") return node.items.map(toValue);
  if (node.kind === "null") return null;
  if (node.kind !== "object") return node.value;
  const object: Record<string, unknown> = {};
  for (const { name, value } of node.members) {
    if (name === "__proto__")
      Object.defineProperty(object, name, { value: toValue(value), enumerable: true, configurable: true, writable: true });
    else object[name] = toValue(value);
  }
  return object;
}

/** Line and column, both from 1, of an offset. Lines end with LF, CR LF or CR. They are counted when first asked for. */
export function lineOf(text: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

const LF = 0x0a;
const CR = 0x0d;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}

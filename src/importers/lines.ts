import type { Place } from "../base/diagnostic.ts";
import { lineOf } from "../base/json-source.ts";
import { pointerSteps } from "../base/text.ts";
import type { SourceText } from "./importer.ts";

/** A place in one of several documents of a file: `offset` is where its text begins. Nobody looked for its line yet. */
export type PlaceInPart = Place & { readonly offset?: number };

/**
 * Places with the lines that their pointers lead to, where a text is JSON and nobody looked yet: large texts are read without places, and what is told of them
 * is little. `places`: all that will be asked for, so that each text is walked over once.
 */
export function linesOf(places: Iterable<PlaceInPart>, sources: readonly SourceText[]): (at: PlaceInPart) => Place {
  const wanted = new Map<string, Map<number, Set<string>>>();
  for (const { file, line, pointer, offset = 0 } of places) {
    if (line !== undefined || (pointer === "" && offset === 0)) continue;
    const parts = wanted.get(file) ?? new Map<number, Set<string>>();
    wanted.set(file, parts.set(offset, (parts.get(offset) ?? new Set()).add(pointer)));
  }
  const found = new Map<string, ReadonlyMap<number, ReadonlyMap<string, { line: number; column: number }>>>();
  for (const { file, text } of sources) {
    const parts = wanted.get(file);
    if (parts === undefined || found.has(file) || !/^\s*[[{]/.test(text)) continue;
    const place = lineOf(text);
    const inPart = (start: number, pointers: ReadonlySet<string>) => {
      const offsets = offsetsOf(text, [...pointers], start);
      return new Map(
        [...pointers].flatMap((pointer) => {
          const offset = offsets.get(pointer) ?? (start > 0 ? start : undefined); // of a part what leads nowhere is told at its beginning
          return offset === undefined ? [] : [[pointer, place(offset)] as const];
        }),
      );
    };
    found.set(file, new Map([...parts].map(([start, pointers]) => [start, inPart(start, pointers)])));
  }
  return ({ offset = 0, ...at }) => (at.line === undefined ? { ...at, ...nearest(found.get(at.file)?.get(offset), at.pointer) } : at);
}

/** The place of a pointer, or of the last part of its way that was asked for. */
function nearest<T>(places: ReadonlyMap<string, T> | undefined, pointer: string): T | undefined {
  if (places === undefined) return undefined;
  for (let way = pointer; ; way = way.slice(0, way.lastIndexOf("/"))) {
    const place = places.get(way);
    if (place !== undefined || way === "") return place;
  }
}

type Wanted = { readonly inside: Map<string, Wanted>; offset?: number };

/**
 * Where in a JSON text pointers lead: the name of a member, or the beginning of an item; of a pointer that leads out of the document, the last part of it that
 * is there. One pass over the text, in linear time. Of members of one name the last counts, as for `JSON.parse`. `start`: where the document begins, which ends
 * where its last bracket closes.
 */
export function offsetsOf(text: string, pointers: readonly string[], start = 0): ReadonlyMap<string, number> {
  const root: Wanted = { inside: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const step of pointerSteps(pointer)) {
      const next = node.inside.get(step) ?? { inside: new Map() };
      node.inside.set(step, next);
      node = next;
    }
  }
  /** What is wanted at each level that is open; undefined: nothing in here. */
  const open: {
    readonly wanted: Wanted | undefined;
    readonly isList: boolean;
    index: number;
    name: string;
    start: number;
    isName: boolean;
  }[] = [];
  const entered = (at: number): Wanted | undefined => {
    const top = open.at(-1);
    if (top === undefined) return root;
    const next = top.wanted?.inside.get(top.isList ? String(top.index) : top.name);
    if (next !== undefined) next.offset = top.isList ? at : top.start;
    return next;
  };
  for (let at = start; at < text.length; at++) {
    const character = text.charCodeAt(at);
    const top = open.at(-1);
    if (character === 0x22) {
      const end = endOfString(text, at);
      if (top !== undefined && !top.isList && top.isName) {
        top.name = top.wanted === undefined ? "" : nameOf(text.slice(at, end + 1));
        top.start = at;
      } else entered(at);
      at = end;
    } else if (character === 0x7b || character === 0x5b) {
      const wanted = entered(at);
      if (wanted === undefined) at = endOf(text, at);
      else open.push({ wanted, isList: character === 0x5b, index: 0, name: "", start: at, isName: true });
    } else if (character === 0x7d || character === 0x5d) {
      open.pop();
      if (open.length === 0) break;
    } else if (character === 0x3a && top !== undefined) top.isName = false;
    else if (character === 0x2c && top !== undefined) {
      top.isName = true;
      top.index++;
    } else if (character > 0x20 && top !== undefined) {
      entered(at);
      while (at + 1 < text.length && !/[\s,\]}]/.test(text[at + 1] ?? "")) at++;
    }
  }
  return new Map(
    pointers.flatMap((pointer) => {
      let [node, offset]: [Wanted | undefined, number | undefined] = [root, undefined];
      for (const step of pointerSteps(pointer)) {
        node = node?.inside.get(step);
        offset = node?.offset ?? offset;
      }
      return offset === undefined ? [] : [[pointer, offset] as const];
    }),
  );
}

function endOfString(text: string, start: number): number {
  let at = start;
  do at = text.indexOf('"', at + 1);
  while (at > 0 && isEscaped(text, at));
  return at < 0 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** The closing bracket of what opens at `start`. */
function endOf(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at;
  }
  return text.length;
}

function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

import type { Place } from "../../base/diagnostic.ts";
import { type JsonNode, lineOf, readJson } from "../../base/json-source.ts";
import { isYaml, pointerStep } from "../../base/text.ts";
import { nodeAt } from "../../world/files.ts";
import { placeIn } from "../../world/json-place.ts";
import { readYaml } from "../../world/yaml-source.ts";

/** The text of a file by its path, where it can be had. */
export type TextOf = (file: string) => string | undefined;

/** A part of a file: lines and columns from 1, in UTF-16 code units; the end is exclusive. */
export type Region = { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number };

/** Something in a file, and what is to be said of it. */
export type Anchor = { readonly text: string; readonly at?: Place; readonly region?: Region };

type Read = { readonly lines: readonly string[]; readonly node: JsonNode | undefined; readonly place: ReturnType<typeof lineOf> };

/** Files that were read before, looked into again for the places of what stands inside of elements. */
export class Sources {
  readonly #textOf: TextOf;
  readonly #read = new Map<string, Read | undefined>();

  constructor(textOf: TextOf = () => undefined) {
    this.#textOf = textOf;
  }

  /** The rest of the line from a place on. Of a file that cannot be had, one character. */
  line(at: Place): Region {
    const { line = 1, column = 1 } = at;
    const text = this.#of(at.file)?.lines[line - 1];
    const end = text === undefined ? column : text.trimEnd().replace(/,$/, "").length + 1;
    return { startLine: line, startColumn: column, endLine: line, endColumn: Math.max(end, column + 1) };
  }

  /** All of what stands at a place: a statement, say. Where that is not known, its line. */
  whole(at: Place): Region {
    const read = this.#of(at.file);
    const node = read?.node && nodeAt(read.node, at.pointer);
    if (read === undefined || node === undefined || node.start < 0 || at.line === undefined) return this.line(at);
    const [start, end] = [read.place(node.start), read.place(node.end)];
    if (end.line < at.line) return this.line(at);
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: Math.max(end.column, start.column + 1) };
  }

  /** The place of a value inside of an element, in one list or in several: its own line, where it has one. */
  member(at: Place, value: string): Place {
    const read = this.#of(at.file);
    if (read === undefined || at.line === undefined) return at;
    const pointer = pointerOf(read.node && nodeAt(read.node, at.pointer), at.pointer, value);
    if (pointer === undefined) return at;
    return placeIn(read.node, { file: at.file, place: read.place })(pointer);
  }

  #of(file: string): Read | undefined {
    if (this.#read.has(file)) return this.#read.get(file);
    const text = this.#textOf(file)?.replace(/^\uFEFF/, "");
    const read = text === undefined ? undefined : readingOf(file, text);
    this.#read.set(file, read);
    return read;
  }
}

const readingOf = (file: string, text: string): Read => ({
  lines: text.split(/\r\n?|\n/),
  node: (isYaml(file) ? readYaml(text) : readJson(text)).node,
  place: lineOf(text),
});

/** The value may be alone, or in a list, or in a list of an object. */
function pointerOf(node: JsonNode | undefined, pointer: string, value: string): string | undefined {
  if (node?.kind === "string") return node.value === value ? pointer : undefined;
  if (node?.kind === "array")
    for (const [i, item] of node.items.entries()) if (item.kind === "string" && item.value === value) return pointerStep(pointer, i);
  if (node?.kind === "object")
    for (const { name, value: inner } of node.members) {
      const found = inner.kind === "object" ? undefined : pointerOf(inner, pointerStep(pointer, name), value);
      if (found !== undefined) return found;
    }
  return undefined;
}

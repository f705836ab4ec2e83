import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { lineOf, readJson, toValue } from "../base/json-source.ts";
import { isYaml } from "../base/text.ts";
import { faultDiagnostics, placeIn } from "../world/json-place.ts";
import { readYaml } from "../world/yaml-source.ts";
import type { SourceText } from "./importer.ts";
import type { PlaceInPart } from "./lines.ts";

/** A text that was read. A file may hold several documents, one behind the other. */
export type ForeignDocument = {
  readonly file: string;
  readonly text: string; // its own part of the file
  readonly offset: number; // of the text in the file
  readonly value: unknown; // undefined: not JSON, and not read as YAML
  readonly at: (pointer: string) => Place; // without line: import.ts looks them up for what is told
};

/** Nothing that can be imported is nested deeper, and what is could end the process. */
const DEPTH_LIMIT = 128;

/**
 * The documents of a text: one JSON value, several behind each other (one a line, or not), or YAML. A text that is neither is a document without value: what
 * it is can be told by its words (`recognise.ts`). Large texts are read by `JSON.parse`, which knows no places: those are looked up when something is told.
 */
export function documentsOf({ file, text: given }: SourceText): {
  readonly documents: readonly ForeignDocument[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  const document = (value: unknown, part = text, offset = 0): ForeignDocument => ({
    file,
    text: part,
    offset,
    value,
    at: (pointer) => (offset === 0 ? { file, pointer } : ({ file, pointer, offset } satisfies PlaceInPart)),
  });
  if (!/^\s*[[{"]/.test(text)) return yamlDocument({ file, text }, document);
  const deep = tooDeep(text);
  if (deep !== undefined)
    return {
      documents: [],
      diagnostics: [
        {
          code: "KW103",
          severity: "error",
          message: `nested more than ${DEPTH_LIMIT} deep`,
          at: { file, ...lineOf(text)(deep), pointer: "" },
        },
      ],
    };
  const whole = parsed(text);
  if (whole.ok) return { documents: [document(whole.value)], diagnostics: [] };
  const parts = partsOf(text);
  const read = parts.map((part) => ({ ...part, value: parsed(text.slice(part.start, part.end)) }));
  if (read.length > 1 && read.every(({ value }) => value.ok))
    return {
      documents: read.map(({ start, end, value }) => document(value.ok ? value.value : undefined, text.slice(start, end), start)),
      diagnostics: [],
    };
  const { faults } = readJson(text);
  const [first] = faultDiagnostics(faults, { file, place: lineOf(text) });
  return { documents: [document(undefined)], diagnostics: first === undefined ? [] : [first] };
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function parsed(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** A template with short tags is no YAML of ours: its importer reads it. */
function yamlDocument({ file, text }: SourceText, document: (value: unknown) => ForeignDocument) {
  const looksYaml = isYaml(file) || /^(?:---|[A-Za-z$][\w$]*:)(?:\s|$)/m.test(text.slice(0, 100_000));
  if (!looksYaml || isTemplateText(text) || text.length > MOST_YAML) return { documents: [document(undefined)], diagnostics: [] };
  const { node, faults } = readYaml(text);
  if (node !== undefined && faults.length === 0) {
    const at = placeIn(node, { file, place: lineOf(text) });
    return {
      documents: [{ ...document(toValue(node)), at: (pointer: string) => (pointer === "" ? { file, pointer } : at(pointer)) }],
      diagnostics: [],
    };
  }
  const [first] = faultDiagnostics(faults, { file, place: lineOf(text) });
  return { documents: [document(undefined)], diagnostics: first === undefined || !isYaml(file) ? [] : [first] };
}

const MOST_YAML = 16_000_000;

/** CloudFormation, "Template anatomy": what a template in YAML says of itself. */
export const isTemplateText = (text: string): boolean =>
  /^AWSTemplateFormatVersion\s{0,9}:/m.test(text) ||
  (/^Resources\s{0,9}:/m.test(text) && /\bType\s{0,9}:\s{0,9}["']?(?:AWS|Custom)::/.test(text));

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Walks over a JSON text, and over strings in one step; `visit` sees every bracket with its depth behind it, and may end the walk. */
function walk(text: string, visit: (at: number, isOpening: boolean, depth: number) => boolean): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      for (at++; at < text.length; at++) {
        const inside = text.charCodeAt(at);
        if (inside === BACKSLASH) at++;
        else if (inside === QUOTE) break;
      }
    } else if (code === 0x7b || code === 0x5b) {
      if (!visit(at, true, ++depth)) return;
    } else if (code === 0x7d || code === 0x5d) {
      if (!visit(at, false, --depth)) return;
    }
  }
}

function tooDeep(text: string): number | undefined {
  let deep: number | undefined;
  walk(text, (at, _, depth) => {
    if (depth > DEPTH_LIMIT) deep = at;
    return deep === undefined;
  });
  return deep;
}

/** Objects and lists that stand behind each other. */
function partsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = -1;
  walk(text, (at, isOpening, depth) => {
    if (isOpening && depth === 1) start = at;
    if (!isOpening && depth === 0 && start >= 0) {
      parts.push({ start, end: at + 1 });
      start = -1;
    }
    return depth >= 0;
  });
  const between = parts.every(({ end }, i) => /^[\s,]{0,1000}$/.test(text.slice(end, parts[i + 1]?.start ?? text.length).slice(0, 1001)));
  return between ? parts : [];
}

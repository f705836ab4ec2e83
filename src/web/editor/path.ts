import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import type { DocumentPath } from "../complete.ts";

/** Where in a document a cursor is: the path of what it is in, what it would write there, and from where the word begins that it completes. */
export type Spot = { readonly path: DocumentPath; readonly part: "name" | "value"; readonly from: number; readonly isQuoted: boolean };

const MOST_MS = 200;

/** By the syntax tree of JSON or YAML; undefined where nothing can be completed. */
export function spotAt(state: EditorState, at: number): Spot | undefined {
  // What was not parsed in time is parsed now: a slow machine completes, too.
  const tree = ensureSyntaxTree(state, at, MOST_MS) ?? syntaxTree(state);
  const node = tree.resolveInner(at, -1);
  return tree.topNode.name === "JsonText" ? inJson(state, node, at) : inYaml(state, node, at);
}

function inJson(state: EditorState, node: SyntaxNode, at: number): Spot | undefined {
  if (node.name === "PropertyName")
    return { path: jsonPath(state, node.parent?.parent ?? null), part: "name", from: node.from, isQuoted: true };
  if (node.name === "String") return { path: jsonPath(state, node), part: "value", from: node.from, isQuoted: true };
  const word = /[\w:*"-]*$/.exec(state.sliceDoc(Math.max(0, at - 80), at))?.[0] ?? "";
  const from = at - word.length;
  const holder = node.type.isError ? node.parent : node;
  if (holder?.name === "Object") return { path: jsonPath(state, holder), part: "name", from, isQuoted: false };
  if (holder?.name === "Property") return { path: jsonPath(state, holder), part: "value", from, isQuoted: false };
  if (holder?.name === "Array") return { path: [...jsonPath(state, holder), 0], part: "value", from, isQuoted: false };
  return undefined;
}

/** Names of the properties around a node, and a 0 for each list: all items of one are alike. */
function jsonPath(state: EditorState, start: SyntaxNode | null): DocumentPath {
  const path: (string | number)[] = [];
  for (let node = start; node !== null; node = node.parent) {
    if (node.name === "Property") path.unshift(unquoted(state.sliceDoc(node.firstChild?.from, node.firstChild?.to)));
    if (node.parent?.name === "Array") path.unshift(0);
  }
  return path;
}

const unquoted = (text: string): string => text.replace(/^["']|["']$/g, "");

const LONGEST = 400; // characters of a line: nobody writes longer ones by hand

/** YAML grows by its indentation, of which an unfinished line says more than the tree does: the lines above that stand further left are around it. */
function inYaml(state: EditorState, node: SyntaxNode, at: number): Spot | undefined {
  const line = state.doc.lineAt(at);
  if (line.length > LONGEST) return undefined;
  const before = line.text.slice(0, at - line.from);
  const flow = flowPath(state, node);
  const word = /[\w:*"'./-]*$/.exec(before)?.[0] ?? "";
  if (flow !== undefined) {
    const isValue = /:\s+["']?[^,{}]*$/.test(before);
    const name = /["']?([\w:./-]+?)["']?\s*:\s+["']?[^,{}[\]]*$/.exec(before)?.[1];
    const path = [...yamlPath(state, line.number, indentOf(line.text)), ...flow];
    return {
      path: isValue && name !== undefined && flow.at(-1) !== name ? [...path, name] : path,
      part: isValue ? "value" : "name",
      from: at - word.length,
      isQuoted: false,
    };
  }
  const key = /^\s*(?:- +)?(["']?)([^"'#]+?)\1:\s+/.exec(before);
  const path = yamlPath(state, line.number, indentOf(line.text));
  if (key !== null) return { path: [...path, key[2] as string], part: "value", from: at - word.length, isQuoted: false };
  if (/^\s*- +[^:]*$/.test(before)) return { path: [...path, 0], part: "value", from: at - word.length, isQuoted: false };
  return { path, part: "name", from: at - word.length, isQuoted: false };
}

const indentOf = (text: string): number => /^ *(?:- +)*/.exec(text)?.[0].length ?? 0;

function yamlPath(state: EditorState, number: number, indent: number): DocumentPath {
  const path: (string | number)[] = [];
  let left = indent;
  for (let n = number - 1; n > 0 && left > 0 && number - n < 2_000; n--) {
    const { text } = state.doc.line(n);
    if (text.length > LONGEST || /^\s*(?:#.*)?$/.test(text)) continue;
    const own = indentOf(text);
    const name = /^ *(?:- +)*(["']?)([^"'#{]+?)\1:\s*(?:#.*)?$/.exec(text)?.[2];
    if (own < left && name !== undefined) {
      path.unshift(name);
      left = own;
    }
  }
  return path;
}

/** Inside `{ … }` or `[ … ]`: the names between it and the line's own, and of the pair that holds it. */
function flowPath(state: EditorState, start: SyntaxNode): DocumentPath | undefined {
  const path: (string | number)[] = [];
  let isFlow = false;
  for (let node: SyntaxNode | null = start; node !== null; node = node.parent) {
    if (node.name === "FlowMapping" || node.name === "FlowSequence") isFlow = true;
    if (!isFlow || node.name !== "Pair") continue;
    const key = node.getChild("Key");
    if (key !== null && key.to < start.from) path.unshift(unquoted(state.sliceDoc(key.from, key.to)));
    if (node.parent?.name === "BlockMapping") break;
  }
  return isFlow ? path : undefined;
}

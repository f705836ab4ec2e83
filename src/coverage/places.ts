import { type JsonNode, lineOf, readJson } from "../base/json-source.ts";
import { isYaml, pointerStep, pointerSteps } from "../base/text.ts";
import type { ReadFile } from "../world/files.ts";
import { readYaml } from "../world/yaml-source.ts";
import type { Counter } from "./records.ts";

/** A part of a text: lines and columns from 1, the end behind its last character. */
export type Range = { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number };

/** What is at a place: the pointer that leads to it in its file, and its text where that could be found. */
export type Found = { readonly pointer: string; readonly range?: Range };

type Tree = {
  readonly root: JsonNode;
  readonly text: string;
  readonly lineOf: (offset: number) => { readonly line: number; readonly column: number };
};

/**
 * Finds items in the texts they were read from: each entry of a list at its own line. A text that has changed since, or cannot be read any more, leaves
 * an entry at the line of its element.
 */
export class CoveragePlaces {
  readonly #readFile: ReadFile | undefined;
  readonly #trees = new Map<string, Tree | undefined>();

  constructor(readFile: ReadFile | undefined) {
    this.#readFile = readFile;
  }

  /** In a file. */
  readonly inFile = ({ kind, name, spot }: Pick<Counter, "kind" | "name" | "spot">): Found => {
    const { at, entry } = spot;
    const found = place(this.#tree(at.file), at.pointer, kind, name, entry);
    if (found?.range !== undefined || at.line === undefined) return found ?? { pointer: at.pointer };
    return { pointer: at.pointer, range: { line: at.line, column: at.column ?? 1, endLine: at.line, endColumn: at.column ?? 1 } };
  };

  #tree(file: string): Tree | undefined {
    if (!this.#trees.has(file)) this.#trees.set(file, treeOf(file, this.#readFile));
    return this.#trees.get(file);
  }
}

/** In a text of JSON that is one document: `root` is the pointer of the document where its items count from. */
export function placesInText(text: string, root: string): (counter: Pick<Counter, "kind" | "name" | "spot">) => Found {
  const { node } = readJson(text);
  const tree = node && { root: node, text, lineOf: lineOf(text) };
  return ({ kind, name, spot: { at, entry } }) => {
    const found = place(tree, at.pointer.slice(root.length), kind, name, entry);
    return found === undefined ? { pointer: at.pointer } : { ...found, pointer: root + found.pointer };
  };
}

function treeOf(file: string, readFile: ReadFile | undefined): Tree | undefined {
  let text: string;
  try {
    text = readFile?.(file) ?? "";
  } catch {
    return undefined;
  }
  if (text.startsWith("\uFEFF")) text = text.slice(1);
  const { node } = isYaml(file) ? readYaml(text) : readJson(text);
  return node && { root: node, text, lineOf: lineOf(text) };
}

type Step = { readonly node: JsonNode; readonly start: number; readonly pointer: string };

function place(
  tree: Tree | undefined,
  pointer: string,
  kind: Counter["kind"],
  name: string,
  entry: Counter["spot"]["entry"] = [],
): Found | undefined {
  if (tree === undefined) return undefined;
  let step: Step | undefined = { node: tree.root, start: tree.root.start, pointer: "" };
  for (const part of pointerSteps(pointer)) step = step && into(step, part);
  for (const part of entry) step = step && intoEntry(step, part);
  if (step === undefined || !isMeant(step.node, kind, name)) return undefined;
  const isPair = kind === "condition" || kind === "constraint";
  const start = isPair ? step.start : step.node.start;
  const end = start + tree.text.slice(start, Math.max(start, step.node.end)).trimEnd().length; // a block of YAML ends where the next begins
  const [from, to] = [tree.lineOf(start), tree.lineOf(end)];
  return { pointer: step.pointer, range: { line: from.line, column: from.column, endLine: to.line, endColumn: to.column } };
}

function into({ node, pointer }: Step, name: string): Step | undefined {
  if (node.kind === "object") {
    const member = node.members.findLast((one) => one.name === name);
    return member && { node: member.value, start: member.start, pointer: pointerStep(pointer, name) };
  }
  const item = node.kind === "array" ? node.items[Number(name)] : undefined;
  return item && { node: item, start: item.start, pointer: pointerStep(pointer, name) };
}

/** One text stands for a list of one, and `"*"` for a map of principals. */
const intoEntry = (step: Step, part: string | number): Step | undefined => (step.node.kind === "string" ? step : into(step, String(part)));

/** Whether a file still says what was read from it. */
function isMeant(node: JsonNode, kind: Counter["kind"], name: string): boolean {
  if (kind === "statement" || kind === "grant") return node.kind === "object";
  return kind === "condition" || kind === "constraint" || (node.kind === "string" && node.value === name);
}

import { type JsonNode, readJson, toValue } from "../base/json-source.ts";
import { pointerSteps } from "../base/text.ts";
import { type Json, type Operation, patched } from "../repair/patch.ts";
import { nodeAt } from "../world/files.ts";

/**
 * The text of a JSON document after a patch, as it is written but for what changes. What cannot be changed in place is written anew, in full; undefined
 * where the patch does not fit the document. `at`: where the patched document is in the text, where it is not all of it.
 */
export function patchedText(text: string, patch: readonly Operation[], at = ""): string | undefined {
  const before = valueIn(text);
  const moved = patch.map((operation): Operation => ({ ...operation, path: at + operation.path }));
  const wanted = patched(before, moved);
  if (wanted === undefined) return undefined;
  let changed: string | undefined = text;
  for (const operation of moved) changed = changed === undefined ? undefined : changedText(changed, operation);
  const same = changed !== undefined && JSON.stringify(valueIn(changed)) === JSON.stringify(wanted);
  return same ? changed : `${JSON.stringify(wanted, undefined, 2)}\n`;
}

function valueIn(text: string): Json | undefined {
  const { node, faults } = readJson(text);
  return node === undefined || faults.length > 0 ? undefined : (toValue(node) as Json);
}

function changedText(text: string, operation: Operation): string | undefined {
  const { node: root } = readJson(text);
  const steps = pointerSteps(operation.path);
  const last = steps.at(-1);
  if (root === undefined || last === undefined) return undefined;
  const parent = nodeAt(root, operation.path.slice(0, operation.path.lastIndexOf("/")));
  const old = nodeAt(root, operation.path);
  if (operation.op === "replace" || (operation.op === "add" && parent?.kind === "object" && old !== undefined)) {
    return old && spliced(text, old.start, old.end, written(operation.value, indentAt(text, old.start)));
  }
  if (parent === undefined || (parent.kind !== "object" && parent.kind !== "array")) return undefined;
  const parts = partsOf(parent);
  if (operation.op === "remove")
    return withoutPart(text, parent, parts, parent.kind === "object" ? parts.findIndex(({ name }) => name === last) : Number(last));
  const index = parent.kind === "object" || last === "-" ? parts.length : Number(last);
  const isInline = !text.slice(parent.start, parent.end).includes("\n");
  const inner = parts[0] === undefined || isInline ? `${indentAt(text, parent.start)}  ` : indentAt(text, parts[0].start);
  const value = isInline && parts.length > 0 ? JSON.stringify(operation.value) : written(operation.value, inner);
  const part = parent.kind === "object" ? `${JSON.stringify(last)}: ${value}` : value;
  const before = parts[index - 1];
  const next = parts[index];
  if (parts.length === 0) return spliced(text, parent.start + 1, parent.end - 1, `\n${inner}${part}\n${indentAt(text, parent.start)}`);
  const gap = isInline ? " " : `\n${inner}`;
  return before !== undefined
    ? spliced(text, before.end, before.end, `,${gap}${part}`)
    : spliced(text, (next as Part).start, (next as Part).start, `${part},${gap}`);
}

type Part = { readonly name?: string; readonly start: number; readonly end: number };

const partsOf = (parent: JsonNode & { kind: "object" | "array" }): readonly Part[] =>
  parent.kind === "object"
    ? parent.members.map(({ name, start, value }) => ({ name, start, end: value.end }))
    : parent.items.map(({ start, end }) => ({ start, end }));

/** With the comma that goes with it. */
function withoutPart(text: string, parent: JsonNode, parts: readonly Part[], index: number): string | undefined {
  const part = parts[index];
  if (part === undefined) return undefined;
  const [before, next] = [parts[index - 1], parts[index + 1]];
  if (next !== undefined) return spliced(text, part.start, next.start, "");
  return before !== undefined ? spliced(text, before.end, part.end, "") : spliced(text, parent.start + 1, parent.end - 1, "");
}

const spliced = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);

/** The white space before the first word of the line of an offset. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

const written = (value: Json, indent: string): string => JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${indent}`);

/** The smallest change that makes one text of another, so that an editor keeps its place: what is between what both have in common. */
export function changeBetween(before: string, after: string): { readonly from: number; readonly to: number; readonly insert: string } {
  let from = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

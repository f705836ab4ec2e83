import type { JsonMember, JsonNode } from "../../base/json-source.ts";

/** One piece of a text put in place of another: UTF-16 offsets, as the nodes of a JSON tree have them. */
export type TextEdit = { readonly start: number; readonly end: number; readonly text: string };

export type ObjectNode = JsonNode & { readonly kind: "object" };
export type ArrayNode = JsonNode & { readonly kind: "array" };

/** Edits of one text; they do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let out = "";
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

export const memberOf = (node: ObjectNode, name: string): JsonMember | undefined => node.members.findLast((member) => member.name === name);

export const replaced = ({ start, end }: JsonNode, value: unknown): TextEdit => ({ start, end, text: JSON.stringify(value) });

/** An item of a list with the comma and the space that part it from its neighbour. */
export const withoutItem = (list: ArrayNode, index: number): TextEdit => without(list, list.items, index);

export const withoutMember = (object: ObjectNode, index: number): TextEdit =>
  without(
    object,
    object.members.map(({ start, value }) => ({ start, end: value.end })),
    index,
  );

type Span = { readonly start: number; readonly end: number };

function without(container: Span, spans: readonly Span[], index: number): TextEdit {
  const [before, span, after] = [spans[index - 1], spans[index], spans[index + 1]];
  if (before !== undefined && span !== undefined) return { start: before.end, end: span.end, text: "" };
  if (after !== undefined && span !== undefined) return { start: span.start, end: after.start, text: "" };
  return { start: container.start + 1, end: container.end - 1, text: "" };
}

export function withMember(text: string, node: ObjectNode, name: string, value: string): TextEdit {
  const last = node.members.at(-1);
  const written = `${JSON.stringify(name)}: ${value}`;
  if (last === undefined) return { start: node.start, end: node.end, text: `{ ${written} }` };
  const spans = node.members.map((member) => ({ start: member.start, end: member.value.end }));
  return { start: last.value.end, end: last.value.end, text: `,${gapBefore(text, node, spans)}${written}` };
}

/** What stands between the last entry and the one before it, or the opening bracket, without the comma. */
function gapBefore(text: string, container: Span, spans: readonly Span[]): string {
  const [before, last] = [spans.at(-2), spans.at(-1)];
  const gap = text.slice(before?.end ?? container.start + 1, last?.start ?? container.end).replace(",", "");
  return gap === "" && before === undefined ? " " : gap;
}

/** The name of a member, its quotes included. */
export function renamed(text: string, member: JsonMember, name: string): TextEdit {
  let end = member.start + 1;
  while (end < member.value.start && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return { start: member.start, end: end + 1, text: JSON.stringify(name) };
}

import type { Diagnostic, Place } from "../base/diagnostic.ts";
import type { JsonFault, JsonNode } from "../base/json-source.ts";
import { pointerSteps } from "../base/text.ts";

/** A text that was read: what a person calls it, and where an offset in it is. */
export type TextPlace = {
  readonly file: string;
  readonly place: (offset: number) => { readonly line: number; readonly column: number } | undefined;
  readonly origin?: Origin | undefined;
};

/** Of a document that was made of others: where what stands at a pointer comes from. */
export type Origin = (pointer: string) => Place | undefined;

/** A text that was read as JSON, or as YAML. */
export type CaseDocument = { readonly node?: JsonNode | undefined; readonly faults: readonly JsonFault[] };

/**
 * Where a JSON pointer is in a document that was read: the name of a member, or the beginning of an item. For a pointer that leads out of the document,
 * the last part of it that is there.
 */
export function placeIn(root: JsonNode | undefined, { file, place, origin }: TextPlace): (pointer: string) => Place {
  return (pointer) => {
    const from = origin?.(pointer);
    if (from !== undefined) return from;
    let offset = root?.start ?? 0;
    let node = root;
    for (const step of pointerSteps(pointer)) {
      const next = node && stepInto(node, step);
      if (next === undefined) break;
      ({ offset, node } = next);
    }
    const found = offset < 0 ? undefined : place(offset);
    return found === undefined ? { file, pointer } : { file, line: found.line, column: found.column, pointer };
  };
}

function stepInto(node: JsonNode, step: string): { readonly offset: number; readonly node: JsonNode } | undefined {
  if (node.kind === "object") {
    const member = node.members.findLast(({ name }) => name === step);
    return member && { offset: member.start, node: member.value };
  }
  const item = node.kind === "array" ? node.items[Number(step)] : undefined;
  return item && { offset: item.start, node: item };
}

/** Faults of the text itself as diagnostics. */
export const faultDiagnostics = (faults: readonly JsonFault[], { file, place }: TextPlace): readonly Diagnostic[] =>
  faults.map(({ code, offset, message, help, pointer }) => {
    const at = { file, ...place(offset), pointer };
    return help === undefined ? { code, severity: "error", message, at } : { code, severity: "error", message, at, help };
  });

export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.kind === "object" ? node.members.findLast((member) => member.name === name)?.value : undefined;
}

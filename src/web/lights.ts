import type { Answer, StatementVerdict } from "../authz/decision.ts";
import type { JsonNode } from "../base/json-source.ts";
import { pointerSteps } from "../base/text.ts";
import { nodeAt } from "../world/files.ts";
import { memberOf } from "../world/json-place.ts";
import type { PageDocument } from "./documents.ts";
import { treeOf } from "./read.ts";

/**
 * What a statement did to a request. `applies`: it matches, and others fixed the decision. `delegates`: it lets the identity policies of an account
 * decide. `silent`: it does not match.
 */
export type Light = "allows" | "denies" | "delegates" | "applies" | "unknown" | "silent";

/** A glyph and a word each: colours alone tell nothing to many. */
// biome-ignore format: a table reads as a table
export const LIGHTS: Readonly<Record<Light, { readonly glyph: string; readonly word: string }>> = {
  allows:    { glyph: "✓", word: "allows" },
  denies:    { glyph: "✕", word: "denies" },
  delegates: { glyph: "→", word: "delegates to identity policies" },
  applies:   { glyph: "•", word: "matches, and does not decide" },
  unknown:   { glyph: "?", word: "not decided" },
  silent:    { glyph: "·", word: "does not match" },
};

/** A statement in the text of a document, from the line it begins in to the line it ends in. */
export type Lit = { readonly from: number; readonly to: number; readonly light: Light; readonly name: string };

/**
 * The lights of the statements and grants of a document under an answer, by the places that the answer gives. `placeOfGrant`: the pointer of a grant in the
 * document, where it is one of a world.
 */
export function lightsIn(document: PageDocument, answer: Answer, placeOfGrant?: (grant: string) => string | undefined): readonly Lit[] {
  const tree = treeOf(document);
  if (tree === undefined) return [];
  const lit = new Map<string, Lit>();
  const put = (pointer: string, light: Light, name: string) => {
    const steps = pointerSteps(pointer);
    const node = nodeAt(tree, pointer) ?? (steps.at(-1) === "0" ? nodeAt(tree, pointer.slice(0, -2)) : undefined);
    if (node !== undefined && node.start >= 0) lit.set(pointer, { from: node.start, to: node.end, light, name });
  };
  const { by, trace } = answer;
  for (const { statements } of trace.policies) {
    for (const verdict of statements) {
      if (verdict.at.file !== document.name) continue;
      const { ref } = verdict;
      const decides = by.some((one) => "policy" in one && one.policy === ref.policy && one.statement === ref.statement);
      put(verdict.at.pointer, lightOf(verdict, decides), ref.sid ?? `statement ${ref.statement + 1}`);
    }
  }
  for (const { grant, name, applies } of trace.grants) {
    const pointer = document.role === "grants" ? grantIn(tree, grant) : placeOfGrant?.(grant);
    const decides = by.some((one) => "grant" in one && one.grant === grant);
    if (pointer !== undefined)
      put(pointer, decides ? "allows" : applies === "unknown" ? "unknown" : applies ? "applies" : "silent", name ?? grant);
  }
  return [...lit.values()].sort((a, b) => a.from - b.from);
}

/** Where a grant stands in a list of grants, or in what `aws kms list-grants` prints. */
function grantIn(tree: JsonNode, grant: string): string | undefined {
  const inside = memberOf(tree, "Grants");
  const list = inside ?? tree;
  const at = list.kind === "array" ? list.items.findIndex((item) => idOf(item) === grant) : -1;
  return at < 0 ? undefined : `${inside ? "/Grants" : ""}/${at}`;
}

function idOf(item: JsonNode): string | undefined {
  const id = memberOf(item, "GrantId");
  return id?.kind === "string" ? id.value : undefined;
}

function lightOf({ effect, applies, way }: StatementVerdict, decides: boolean): Light {
  if (applies === "unknown") return "unknown";
  if (!applies) return "silent";
  if (effect === "Deny") return "denies";
  if (way === "account") return "delegates";
  return decides ? "allows" : "applies";
}

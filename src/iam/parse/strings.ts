import type { JsonNode } from "../../base/json-source.ts";
import { type Found, kindOf, type Reading, type Spot, spotOf } from "./report.ts";

export type Text = Spot & { readonly value: string };

/** One text or a list of texts: everywhere in the policy language the two are one (IAM User Guide, policy grammar). Undefined: neither. */
export function readStrings(reading: Reading, found: Found, what: string): readonly Text[] | undefined {
  const { value: node, pointer } = found;
  if (node.kind === "string") return [{ ...spotOf(node, pointer), value: node.value }];
  if (node.kind !== "array") {
    reading.error("KW104", spotOf(node, pointer), `${what} is ${kindOf(node)}`, quotedHelp(node) ?? "write a text or a list of texts");
    return undefined;
  }
  const texts: Text[] = [];
  node.items.forEach((item, index) => {
    const spot = spotOf(item, `${pointer}/${index}`);
    if (item.kind === "string") texts.push({ ...spot, value: item.value });
    else reading.error("KW104", spot, `an entry of ${what} is ${kindOf(item)}`, quotedHelp(item) ?? "write texts in the list");
  });
  return texts;
}

/** A text, where nothing else will do. */
export function readString(reading: Reading, node: JsonNode, pointer: string, what: string): string | undefined {
  if (node.kind === "string") return node.value;
  reading.error("KW104", spotOf(node, pointer), `${what} is ${kindOf(node)}`, quotedHelp(node) ?? "write a text");
  return undefined;
}

/** Account ids are all digits, and in YAML so a number unless quoted, with its leading zeros gone. */
const quotedHelp = (node: JsonNode): string | undefined =>
  node.kind === "number" ? `put it in quotes: "${/^[0-9]{1,40}$/.test(node.text) ? node.text : "…"}"` : undefined;

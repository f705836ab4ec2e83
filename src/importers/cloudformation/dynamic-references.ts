import { joined, type Leaf, type SymbolLeaf } from "../leaf.ts";
import { partsOf } from "./value.ts";

const OPENING = "{{";
const CLOSING = "}}";
const KINDS = ["resolve:", "changeSet:"]; // the second in described change sets: a value that is known after the change

/**
 * A text in which `{{resolve:ssm:name}}` and its like are holes: CloudFormation fills them in when it deploys, and no template has their values. `symbol`
 * gives the hole of a reference by its text.
 *
 * Source: CloudFormation User Guide, "Get values stored in other services using dynamic references".
 */
export function withHoles(leaf: Leaf, symbol: (reference: string) => SymbolLeaf): Leaf {
  const given = partsOf(leaf);
  if (!given.some((part) => typeof part === "string" && part.includes(OPENING))) return leaf;
  const made: Leaf[] = [];
  let open: Leaf[] | undefined; // what stands behind the opening brackets
  for (const part of given) {
    if (typeof part !== "string") {
      (open ?? made).push(part);
      continue;
    }
    for (let from = 0; from < part.length; ) {
      if (open === undefined) {
        const at = openingIn(part, from);
        made.push(part.slice(from, at));
        if (at < part.length) open = [];
        from = at + OPENING.length;
      } else {
        const end = part.indexOf(CLOSING, from);
        open.push(part.slice(from, end < 0 ? undefined : end));
        if (end < 0) break;
        made.push(symbol(wordsOf(open)));
        open = undefined;
        from = end + CLOSING.length;
      }
    }
  }
  return open === undefined ? joined(made) : leaf; // not closed: text like any other
}

function openingIn(text: string, from: number): number {
  for (let at = text.indexOf(OPENING, from); at >= 0; at = text.indexOf(OPENING, at + 1))
    if (KINDS.some((kind) => text.startsWith(kind, at + OPENING.length))) return at;
  return text.length;
}

const wordsOf = (leaves: readonly Leaf[]): string =>
  leaves.flatMap((leaf) => partsOf(leaf).map((part) => (typeof part === "string" ? part : `\${${part.$symbol}}`))).join("");

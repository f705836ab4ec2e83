import type { JsonMember, JsonNode } from "../../base/json-source.ts";
import { pointerStep, shown } from "../../base/text.ts";
import { FOR_EACH } from "./function-names.ts";
import type { Tell } from "./functions.ts";

const MOST = 250_000; // parts of a template behind its loops

/** The texts of a collection, or undefined where they are not known. */
export type CollectionOf = (node: JsonNode, at: string) => readonly string[] | undefined;

/**
 * A template with its loops written out: `Fn::ForEach::Name: [Identifier, collection, { key: fragment }]` stands in the place of a member. Places stay those of
 * the fragment. What a loop over an unknown collection gives stays a macro that is not carried out.
 *
 * Source: CloudFormation Template Reference, Fn::ForEach.
 */
export class LoopExpander {
  readonly #collectionOf: CollectionOf;
  readonly #tell: Tell;
  #count = 0;
  #isFull = false;

  constructor(collectionOf: CollectionOf, tell: Tell) {
    this.#collectionOf = collectionOf;
    this.#tell = tell;
  }

  /** A text without a loop comes back as it is. */
  expand(root: JsonNode): JsonNode {
    return holdsLoop(root) ? this.#node(root, "", new Map()) : root;
  }

  #node(node: JsonNode, at: string, values: ReadonlyMap<string, string>): JsonNode {
    if (++this.#count > MOST) {
      if (!this.#isFull) this.#tell("KW820", at, "the loops of the template unfold without end");
      this.#isFull = true;
      return { kind: "null", start: node.start, end: node.end };
    }
    if (node.kind === "string") return values.size === 0 ? node : { ...node, value: filled(node.value, values, false) };
    if (node.kind === "array") return { ...node, items: node.items.map((item, i) => this.#node(item, pointerStep(at, i), values)) };
    if (node.kind !== "object") return node;
    return { ...node, members: node.members.flatMap((member) => this.#member(member, at, values)) };
  }

  #member(member: JsonMember, at: string, values: ReadonlyMap<string, string>): readonly JsonMember[] {
    const inner = pointerStep(at, member.name);
    if (!member.name.startsWith(FOR_EACH)) {
      const name = values.size === 0 ? member.name : filled(member.name, values, true);
      return [{ ...member, name, value: this.#node(member.value, inner, values) }];
    }
    const [identifier, collection, fragment] = member.value.kind === "array" ? member.value.items : [];
    if (identifier?.kind !== "string" || collection === undefined || fragment?.kind !== "object") {
      this.#tell("KW820", inner, "Fn::ForEach takes an identifier, a collection, and an object with one member");
      return [];
    }
    const texts = this.#collectionOf(this.#node(collection, pointerStep(inner, 1), values), pointerStep(inner, 1));
    if (texts === undefined) {
      this.#tell(
        "KW821",
        inner,
        `the collection of ${shown(member.name)} is not known: what the loop makes is left out`,
        "give the values of the parameters: `--parameters FILE`",
      );
      return [{ name: "Fn::Transform", start: member.start, value: macroNamed(member) }];
    }
    return texts.flatMap((text) => {
      const more = new Map([...values, [identifier.value, text]]);
      return this.#isFull ? [] : fragment.members.flatMap((each) => this.#member(each, pointerStep(inner, 2), more));
    });
  }
}

const macroNamed = ({ name, value: { start, end } }: JsonMember): JsonNode => ({
  kind: "object",
  start,
  end,
  members: [{ name: "Name", start, value: { kind: "string", start, end, value: name } }],
});

const holdsLoop = (node: JsonNode): boolean =>
  node.kind === "object"
    ? node.members.some(({ name, value }) => name.startsWith(FOR_EACH) || holdsLoop(value))
    : node.kind === "array" && node.items.some(holdsLoop);

/** `${Id}`, and in the names of members `&{Id}` without what no name has. */
function filled(text: string, values: ReadonlyMap<string, string>, isName: boolean): string {
  let made = text;
  for (const [id, value] of values) {
    made = made.replaceAll(`\${${id}}`, value);
    made = made.replaceAll(`&{${id}}`, isName ? value.replace(/[^A-Za-z0-9]/g, "") : value);
  }
  return made;
}

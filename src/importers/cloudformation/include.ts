import type { Place } from "../../base/diagnostic.ts";
import { type JsonMember, type JsonNode, lineOf } from "../../base/json-source.ts";
import { pointerStep, shown } from "../../base/text.ts";
import { memberOf, placeIn } from "../../world/json-place.ts";
import { folderOf, normalPath, pathFrom } from "../../world/path.ts";
import type { Sides } from "../sides.ts";
import type { Tell } from "./functions.ts";
import { readTemplateText } from "./template-text.ts";

/** A part of a template in a file of its own, and where what stands in it stands. */
export type Fragment = { readonly root: JsonNode; readonly placeOf: (pointer: string) => Place };

/** What a stack asks for the parts that its template includes: `put` keeps where those that came in by it stand. */
export type Fragments = {
  readonly read: (location: string) => Fragment | undefined; // undefined: it is not at hand
  readonly put: (pointer: string, placeOf: (inner: string) => Place) => void;
};

export const INCLUDE = "AWS::Include";
const MOST_PARTS = 250_000; // of a template with all that it includes
const DEEPEST = 8; // files that include each other

/**
 * A template with what it includes in its place: `Fn::Transform` of `AWS::Include` stands for the members of a file, and `Transform` at the top for more
 * sections. What is not at hand stays a macro that is not carried out, with the file in its name.
 *
 * Source: CloudFormation Template Reference, "AWS::Include transform".
 */
export class Includer {
  readonly #fragments: Fragments;
  readonly #textOf: (node: JsonNode, at: string) => string | undefined;
  readonly #tell: Tell;
  #count = 0;

  constructor(fragments: Fragments, textOf: (node: JsonNode, at: string) => string | undefined, tell: Tell) {
    this.#fragments = fragments;
    this.#textOf = textOf;
    this.#tell = tell;
  }

  /** A template without an inclusion comes back as it is. */
  expand(root: JsonNode): JsonNode {
    return holdsInclude(root) ? this.#node(this.#top(root), "", 0) : root;
  }

  #top(root: JsonNode): JsonNode {
    if (root.kind !== "object") return root;
    const transform = memberOf(root, "Transform");
    const items = transform === undefined ? [] : transform.kind === "array" ? transform.items : [transform];
    const includes = items.filter(isInclude);
    if (transform === undefined || includes.length === 0) return root;
    const left: JsonNode[] = items.filter((item) => !isInclude(item));
    let { members } = root;
    for (const include of includes) {
      const fragment = this.#fragment(include, "/Transform");
      if (fragment === undefined) left.push(this.#named(include, "/Transform"));
      else
        for (const section of fragment.root.kind === "object" ? fragment.root.members : [])
          members = this.#merged(members, section, fragment);
    }
    const rest = members.filter(({ name }) => name !== "Transform");
    const own = members.find(({ name }) => name === "Transform") as JsonMember;
    return { ...root, members: left.length === 0 ? rest : [...rest, { ...own, value: { ...own.value, kind: "array", items: left } }] };
  }

  #merged(members: readonly JsonMember[], section: JsonMember, fragment: Fragment): readonly JsonMember[] {
    const at = pointerStep("", section.name);
    const own = members.find(({ name }) => name === section.name);
    if (own === undefined) {
      this.#fragments.put(at, (inner) => fragment.placeOf(at + inner));
      return [...members, section];
    }
    if (own.value.kind !== "object" || section.value.kind !== "object") return members;
    const there = new Set(own.value.members.map(({ name }) => name));
    const more = section.value.members.filter(({ name }) => !there.has(name));
    for (const { name } of more) {
      const inside = pointerStep(at, name);
      this.#fragments.put(inside, (inner) => fragment.placeOf(inside + inner));
    }
    const value: JsonNode = { ...own.value, members: [...own.value.members, ...more] };
    return members.map((member) => (member === own ? { ...own, value } : member));
  }

  #node(node: JsonNode, at: string, depth: number): JsonNode {
    if (++this.#count > MOST_PARTS) {
      if (this.#count === MOST_PARTS + 1) this.#tell("KW820", at, "what the template includes unfolds without end");
      return { kind: "null", start: node.start, end: node.end };
    }
    if (node.kind === "array") return { ...node, items: node.items.map((item, i) => this.#node(item, pointerStep(at, i), depth)) };
    if (node.kind !== "object") return node;
    return { ...node, members: node.members.flatMap((member) => this.#member(member, at, depth)) };
  }

  #member(member: JsonMember, at: string, depth: number): readonly JsonMember[] {
    const inner = pointerStep(at, member.name);
    if (member.name !== "Fn::Transform" || !isInclude(member.value)) return [{ ...member, value: this.#node(member.value, inner, depth) }];
    const fragment = depth < DEEPEST ? this.#fragment(member.value, inner) : undefined;
    if (fragment === undefined) return [{ ...member, value: this.#named(member.value, inner) }];
    if (fragment.root.kind !== "object") {
      this.#tell("KW820", inner, "what is included here is no object: CloudFormation includes members");
      return [{ ...member, value: this.#named(member.value, inner) }];
    }
    return fragment.root.members.flatMap((each) => {
      const own = pointerStep("", each.name);
      this.#fragments.put(pointerStep(at, each.name), (inside) => fragment.placeOf(own + inside));
      return this.#member(each, at, depth + 1);
    });
  }

  #fragment(include: JsonNode, at: string): Fragment | undefined {
    const location = this.#location(include, at);
    return location === undefined ? undefined : this.#fragments.read(location);
  }

  #location(include: JsonNode, at: string): string | undefined {
    const node = memberOf(memberOf(include, "Parameters"), "Location");
    return node === undefined ? undefined : this.#textOf(node, `${at}/Parameters/Location`);
  }

  /** The macro with its file in its name, for messages. */
  #named(include: JsonNode, at: string): JsonNode {
    if (include.kind !== "object") return include;
    const location = this.#location(include, at);
    const value = location === undefined ? INCLUDE : `${INCLUDE} of ${location}`;
    return {
      ...include,
      members: include.members.map((member) =>
        member.name === "Name" ? { ...member, value: { ...member.value, kind: "string", value } } : member,
      ),
    };
  }
}

function isInclude(node: JsonNode): boolean {
  const name = memberOf(node, "Name");
  return name?.kind === "string" && name.value === INCLUDE;
}

const holdsInclude = (node: JsonNode): boolean =>
  node.kind === "object"
    ? node.members.some(
        ({ name, value }) => ((name === "Fn::Transform" || name === "Transform") && holdsName(value)) || holdsInclude(value),
      )
    : node.kind === "array" && node.items.some(holdsInclude);

const holdsName = (node: JsonNode): boolean => isInclude(node) || (node.kind === "array" && node.items.some(isInclude));

/**
 * A file that a template includes, among the texts of an import: by its path from the template, as it is before `aws cloudformation package`, or, of one in
 * Amazon S3, the one whose path ends alike, which is told as an assumption.
 */
export function fragmentAt(location: string, from: string, sides: Sides, at: Place): Fragment | undefined {
  const isLocal = !/^[a-z0-9]+:\/\//i.test(location);
  const text = isLocal
    ? sides.texts.find(({ file }) => normalPath(file) === normalPath(pathFrom(folderOf(from), location)))
    : likest(location.replace(/^[a-z0-9]+:\/\/|[?#].*$/gi, ""), sides);
  if (text === undefined) return undefined;
  const { node, faults } = readTemplateText(text.text);
  if (node === undefined || faults.length > 0) {
    sides.tell(
      "KW818",
      { file: text.file, pointer: "" },
      `${text.file}, which ${shown(from)} includes, cannot be read: ${faults[0]?.message ?? "it is empty"}`,
    );
    return undefined;
  }
  sides.parts.add(text.file);
  if (!isLocal) sides.takenForGranted(`include:${location}`, `${text.file} is what ${location} holds`, at);
  return { root: node, placeOf: placeIn(node, { file: text.file, place: lineOf(text.text) }) };
}

/** The file whose path has the most of the end of a path, if there is one, and one only. */
function likest(path: string, { texts }: Sides): Sides["texts"][number] | undefined {
  const steps = path.split("/").reverse();
  const scored = texts.map((text) => {
    const own = normalPath(text.file).split("/").reverse();
    return { text, shared: steps.findIndex((step, i) => own[i] !== step) };
  });
  const most = Math.max(0, ...scored.map(({ shared }) => (shared < 0 ? steps.length : shared)));
  const best = scored.filter(({ shared }) => (shared < 0 ? steps.length : shared) === most);
  return most === 0 || best.length !== 1 ? undefined : best[0]?.text;
}

import type { JsonNode } from "../../base/json-source.ts";
import { readJson } from "../../base/json-source.ts";
import { pointerStep } from "../../base/text.ts";
import type { PolicyValue } from "../draft.ts";
import { joined, type Leaf } from "../leaf.ts";
import { knownText, leafOf, partsOf, type Value } from "./value.ts";

/** A policy as a world has it, or why it is not known. */
export type MadePolicy = { readonly policy: PolicyValue } | { readonly unknown: string };

/** What a policy needs of an import: its symbols as the worlds have them, and a word on what is strange about a text (`pointer`: in the policy). */
export type PolicyMaker = {
  readonly written: (leaf: Leaf) => Leaf;
  readonly strange: (pointer: string, message: string, help: string) => void;
};

const UNKNOWN = (what: string): MadePolicy => ({ unknown: `${what} is not known` });

/**
 * A policy of a template: an object, or its text in JSON. Texts with holes stand where a world takes them; where one would stand in what a policy is
 * built of (its effects, versions, operators), the policy is not known. An `Sid` and an `Id` decide nothing: their holes are left out.
 */
export function policyOf(value: Value, maker: PolicyMaker): MadePolicy {
  if (value.kind === "unknown") return { unknown: value.why };
  if (value.kind === "text") return value.json === undefined ? policyInText(value.leaf, maker) : policyOf(value.json, maker);
  if (value.kind !== "object") return { unknown: "it is no object" };
  const document: Record<string, unknown> = {};
  for (const { name, value: member } of value.members) {
    const at = pointerStep("", name);
    if (name === "Statement") {
      const statements = (member.kind === "list" ? member.items : [member]).map((each, i) => statementOf(each, pointerStep(at, i), maker));
      const unknown = statements.find((each) => "unknown" in each);
      if (unknown !== undefined && "unknown" in unknown) return unknown;
      document[name] = statements.map((each) => ("policy" in each ? each.policy : each));
    } else if (name === "Id") document[name] = withoutHoles(member);
    else {
      const text = knownText(member);
      if (text === undefined) return UNKNOWN(`\`${name}\` of the policy`);
      document[name] = text;
    }
  }
  return { policy: document };
}

function statementOf(value: Value, at: string, maker: PolicyMaker): MadePolicy {
  if (value.kind === "unknown") return { unknown: value.why };
  if (value.kind !== "object") return { unknown: "a statement is no object" };
  const statement: Record<string, unknown> = {};
  for (const { name, value: member } of value.members) {
    const inner = pointerStep(at, name);
    if (name === "Sid") statement[name] = withoutHoles(member);
    else if (name === "Condition") {
      const condition = conditionOf(member, inner, maker);
      if ("unknown" in condition) return condition;
      statement[name] = condition.policy;
    } else if (name === "Effect") {
      const effect = knownText(member);
      if (effect === undefined) return UNKNOWN("the effect of a statement");
      statement[name] = effect;
    } else statement[name] = textsIn(member, inner, maker);
  }
  return { policy: statement };
}

function conditionOf(value: Value, at: string, maker: PolicyMaker): MadePolicy {
  if (value.kind !== "object") return { unknown: "a `Condition` is no object" };
  const blocks: Record<string, unknown> = {};
  for (const { name: operator, value: keys } of value.members) {
    if (keys.kind !== "object") return { unknown: `\`${operator}\` of a condition is no object` };
    blocks[operator] = Object.fromEntries(
      keys.members.map(({ name, value: operand }) => [name, textsIn(operand, pointerStep(pointerStep(at, operator), name), maker)]),
    );
  }
  return { policy: blocks };
}

/** Texts, lists of them, and objects of both, as Principal has them. Numbers are taken as they are written. */
function textsIn(value: Value, at: string, maker: PolicyMaker): unknown {
  if (value.kind === "list") return value.items.map((item, i) => textsIn(item, pointerStep(at, i), maker));
  if (value.kind === "object")
    return Object.fromEntries(value.members.map(({ name, value: member }) => [name, textsIn(member, pointerStep(at, name), maker)]));
  if (value.kind === "boolean") return value.value;
  if (value.kind === "number" && /^-?0\d/.test(value.text))
    maker.strange(at, `${value.text} without quotes is a number, and readers of YAML disagree about its zeros`, `write "${value.text}"`);
  const leaf = leafOf(value);
  return leaf === undefined ? null : maker.written(leaf);
}

/** The known parts of a text that decides nothing. */
const withoutHoles = (value: Value): string => {
  const leaf = leafOf(value);
  return leaf === undefined
    ? ""
    : partsOf(leaf)
        .map((part) => (typeof part === "string" ? part : ""))
        .join("");
};

const OPEN = "\ue000"; // private use: around the number of a hole, while the text is read
const CLOSE = "\ue001";

/** A policy that is written as a text, with holes in it, as Fn::Sub makes them. */
function policyInText(leaf: Leaf, maker: PolicyMaker): MadePolicy {
  const parts = partsOf(leaf);
  const holes: Leaf[] = [];
  const text = parts
    .map((part) => {
      if (typeof part === "string") return part.replaceAll(OPEN, "").replaceAll(CLOSE, "");
      holes.push(part);
      return `${OPEN}${holes.length - 1}${CLOSE}`;
    })
    .join("");
  const { node, faults } = readJson(text);
  const [fault] = faults;
  if (node === undefined || fault !== undefined)
    return {
      unknown:
        holes.length > 0
          ? "its text has values that are not known where they decide its shape"
          : `its text is no JSON: ${fault?.message ?? ""}`,
    };
  const value = valueIn(node, holes);
  return value === undefined ? { unknown: "its text has a name that is not known" } : policyOf(value, maker);
}

function valueIn(node: JsonNode, holes: readonly Leaf[]): Value | undefined {
  switch (node.kind) {
    case "string":
      return { kind: "text", leaf: refilled(node.value, holes) };
    case "number":
      return { kind: "number", value: node.value, text: node.text };
    case "boolean":
      return { kind: "boolean", value: node.value, text: String(node.value) };
    case "null":
      return { kind: "null" };
    case "array": {
      const items = node.items.map((item) => valueIn(item, holes));
      return items.every((item) => item !== undefined) ? { kind: "list", items } : undefined;
    }
    case "object": {
      const members = node.members.map(({ name, value }) => ({ name, value: valueIn(value, holes) }));
      if (members.some(({ name, value }) => value === undefined || name.includes(OPEN))) return undefined;
      return { kind: "object", members: members as readonly { readonly name: string; readonly value: Value }[] };
    }
  }
}

const refilled = (text: string, holes: readonly Leaf[]): Leaf =>
  joined(text.split(/\ue000(\d+)\ue001/).map((part, i) => (i % 2 === 0 ? part : (holes[Number(part)] ?? ""))));

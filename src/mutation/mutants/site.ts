import type { JsonNode } from "../../base/json-source.ts";
import type { Policy, PolicyType, Statement } from "../../iam/policy.ts";
import { type ArrayNode, memberOf, type ObjectNode, replaced, type TextEdit, withoutItem, withoutMember } from "./edits.ts";

/** Who and what there is around a policy: what a mutator may put in the place of something else. */
export type Surroundings = {
  readonly accounts: readonly string[]; // account ids, of keys first
  readonly principals: readonly string[]; // ARNs of users and roles
  readonly keys: readonly string[]; // ARNs
};

/** One statement of a policy, as read and as written. */
export type Site = {
  readonly text: string; // of the policy
  readonly type: PolicyType;
  readonly statement: Statement;
  readonly node: ObjectNode;
  readonly index: number;
  readonly list: ArrayNode | undefined; // of all statements; undefined where the policy has one that is in no list
  readonly around: Surroundings;
};

export function sitesOf(text: string, root: JsonNode, policy: Policy, around: Surroundings): readonly Site[] {
  const list = root.kind === "object" ? memberOf(root, "Statement")?.value : undefined;
  const nodes = list?.kind === "array" ? list.items : list === undefined ? [] : [list];
  return nodes.flatMap((node, index) => {
    const statement = policy.statements[index];
    if (node.kind !== "object" || statement === undefined) return [];
    return [{ text, type: policy.type, statement, node, index, list: list?.kind === "array" ? list : undefined, around }];
  });
}

/** One text of an element that is a text or a list of texts. */
export type Entry = {
  readonly value: string;
  readonly kind: string; // of a principal: AWS, Service …; else ""
  readonly node: JsonNode;
  readonly alone: boolean; // the element has no other
  readonly drop: TextEdit; // of one that is alone: leaves an element that names nothing
};

export type ElementName = "Principal" | "Action" | "Resource";

/** An element of a statement, or its Not-form. */
export function elementOf({ node }: Site, name: ElementName): { readonly node: JsonNode; readonly negated: boolean } | undefined {
  const plain = memberOf(node, name);
  const member = plain ?? memberOf(node, `Not${name}`);
  return member && { node: member.value, negated: plain === undefined };
}

export function entriesOf(site: Site, name: ElementName): readonly Entry[] {
  const element = elementOf(site, name);
  if (element === undefined) return [];
  const entries = name === "Principal" && element.node.kind === "object" ? principalEntries(element.node) : textEntries(element.node, "");
  return entries.map((entry) => ({ ...entry, alone: entries.length === 1 }));
}

function principalEntries(map: ObjectNode): readonly Entry[] {
  return map.members.flatMap(({ name, value }, i) => {
    const entries = textEntries(value, name);
    return entries.length === 1 ? entries.map((entry) => ({ ...entry, drop: withoutMember(map, i) })) : entries;
  });
}

/** The texts, numbers and Booleans of a value or a list of values. */
export function textEntries(node: JsonNode, kind: string): readonly Entry[] {
  const items = node.kind === "array" ? node.items : [node];
  return items.flatMap((item, i) => {
    const value = textOf(item);
    const drop = node.kind === "array" ? withoutItem(node, i) : replaced(node, []);
    return value === undefined ? [] : [{ value, kind, node: item, alone: items.length === 1, drop }];
  });
}

const textOf = (node: JsonNode): string | undefined =>
  node.kind === "string" ? node.value : node.kind === "number" ? node.text : node.kind === "boolean" ? String(node.value) : undefined;

import type { JsonMember } from "../../base/json-source.ts";
import { shown } from "../../base/text.ts";
import { OPERATORS, OPPOSITE_ORDERS, type OperatorName, parseOperatorName } from "../../iam/operators.ts";
import { foldCase } from "../../iam/values.ts";
import { memberOf, type ObjectNode, renamed, replaced, type TextEdit, withMember, withoutMember } from "./edits.ts";
import { type Draft, draft } from "./mutator.ts";
import { type Entry, type Site, textEntries } from "./site.ts";

/** One key under one operator, as written. */
export type ConditionSite = {
  readonly site: Site;
  readonly name: OperatorName;
  readonly operator: JsonMember;
  readonly key: JsonMember;
  readonly operators: ObjectNode;
  readonly operatorIndex: number;
  readonly keys: ObjectNode;
  readonly keyIndex: number;
  readonly operands: readonly Entry[];
};

export function conditionsOf(site: Site): readonly ConditionSite[] {
  const operators = memberOf(site.node, "Condition")?.value;
  if (operators?.kind !== "object") return [];
  return operators.members.flatMap((operator, operatorIndex) => {
    const name = parseOperatorName(operator.name);
    const keys = operator.value;
    if (name === undefined || keys.kind !== "object") return [];
    return keys.members.map((key, keyIndex) => {
      const operands = textEntries(key.value, "");
      return { site, name, operator, key, operators, operatorIndex, keys, keyIndex, operands };
    });
  });
}

const each = (site: Site, to: (condition: ConditionSite) => Draft | undefined): readonly Draft[] =>
  conditionsOf(site).flatMap((condition) => to(condition) ?? []);

export const dropCondition = (site: Site): readonly Draft[] =>
  each(site, (condition) => draft(`without the condition ${titleOf(condition)}`, dropEdit(condition)));

export const titleOf = ({ operator, key }: ConditionSite): string => `${shown(operator.name)} on ${shown(key.name)}`;

/** What is left empty is taken out too. */
function dropEdit({ site, operators, operatorIndex, keys, keyIndex }: ConditionSite): TextEdit {
  if (keys.members.length > 1) return withoutMember(keys, keyIndex);
  if (operators.members.length > 1) return withoutMember(operators, operatorIndex);
  const condition = site.node.members.findIndex(({ name }) => name === "Condition");
  return withoutMember(site.node, condition);
}

/** `StringEquals` ↔ `StringNotEquals`, `<` ↔ `≥`; of Bool and Null the values. */
export const negateCondition = (site: Site): readonly Draft[] =>
  each(site, (condition) => {
    const { name, operands } = condition;
    if (name.base === "Bool" || name.base === "Null") return flipped(condition, operands);
    const opposite = oppositeOf(name);
    return opposite === undefined ? undefined : underOperator(condition, operatorText({ ...name, ...opposite }));
  });

function flipped(condition: ConditionSite, operands: readonly Entry[]): Draft | undefined {
  const edits = operands.flatMap(({ node, value }) => {
    const other = { true: false, false: true }[value.toLowerCase()];
    return other === undefined ? [] : [node.kind === "boolean" ? replaced(node, other) : replaced(node, String(other))];
  });
  return edits.length === 0 ? undefined : draft(`the opposite of ${titleOf(condition)}`, ...edits);
}

function oppositeOf({ base, negated }: OperatorName): Pick<OperatorName, "base" | "negated"> | undefined {
  const order = base === "Null" ? undefined : OPPOSITE_ORDERS[base];
  if (order !== undefined) return { base: order, negated: false };
  return base !== "Null" && "negated" in OPERATORS[base] ? { base, negated: !negated } : undefined;
}

const QUANTIFIERS = { single: "", "for-all-values": "ForAllValues:", "for-any-value": "ForAnyValue:" } as const;

export function operatorText({ quantifier, base, negated, ifExists }: OperatorName): string {
  const plain = negated && base !== "Null" ? (OPERATORS[base] as { readonly negated?: string }).negated : base;
  return `${QUANTIFIERS[quantifier]}${plain}${ifExists ? "IfExists" : ""}`;
}

export const toggleIfExists = (site: Site): readonly Draft[] =>
  each(site, (condition) =>
    condition.name.base === "Null"
      ? undefined
      : underOperator(condition, operatorText({ ...condition.name, ifExists: !condition.name.ifExists })),
  );

export const toggleSetOperator = (site: Site): readonly Draft[] =>
  each(site, (condition) => {
    const { quantifier } = condition.name;
    if (quantifier === "single") return undefined;
    const other = quantifier === "for-all-values" ? "for-any-value" : "for-all-values";
    return underOperator(condition, operatorText({ ...condition.name, quantifier: other }));
  });

/** The same key under another operator, with its values or with another text for them. Undefined where that one has the key already. */
export function underOperator(condition: ConditionSite, operator: string, value?: string): Draft | undefined {
  const { site, key, keys, operators } = condition;
  const target = memberOf(operators, operator)?.value;
  const what = `${shown(condition.operator.name)} → ${shown(operator)} on ${shown(key.name)}${value === undefined ? "" : `, ${value}`}`;
  if (target === undefined && keys.members.length === 1) {
    const written = value === undefined ? [] : [{ start: key.value.start, end: key.value.end, text: value }];
    return draft(what, renamed(site.text, condition.operator, operator), ...written);
  }
  const text = value ?? site.text.slice(key.value.start, key.value.end);
  if (target === undefined) {
    const added = withMember(site.text, operators, operator, `{ ${JSON.stringify(key.name)}: ${text} }`);
    return draft(what, dropEdit(condition), added);
  }
  if (target.kind !== "object" || target.members.some(({ name }) => foldCase(name) === foldCase(key.name))) return undefined;
  return draft(what, dropEdit(condition), withMember(site.text, target, key.name, text));
}

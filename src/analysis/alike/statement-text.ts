import type { CompiledCondition, CompiledPolicy, CompiledStatement } from "../../authz/compile.ts";
import type { Facts } from "../../authz/facts.ts";
import { conditionHolds } from "../../authz/match.ts";
import { actionMatches } from "../../authz/plan.ts";
import { type ActionFacts, readAction } from "../../authz/target.ts";
import type { Tri } from "../../authz/tri.ts";
import { operatorOf } from "../../iam/operators.ts";
import { foldCase } from "../../iam/values.ts";
import { KEY_ACTIONS } from "../actions.ts";
import { variablesIn, variablesOf } from "../readings.ts";

/** A statement that may be about a KMS key, by what of it can matter there: two with the same texts say the same, whatever they are called. */
export type StatementText = {
  readonly statement: CompiledStatement;
  readonly head: string; // effect, actions, and on what it hangs
  readonly about: readonly string[]; // actions
  readonly conditions: readonly ConditionText[];
  readonly reads: readonly string[]; // condition keys, in lower case, of which the values count as they are
  readonly resource: "any" | "some" | "variable";
};

/**
 * `of`: whose facts settle the condition, so that it comes to the same for all of whom it holds, whatever it compares: `holds` for a value of its key, and
 * where AWS sends none. `name`: the same for the same condition of the same effect.
 */
export type ConditionText = {
  readonly name: string;
  readonly text: string;
  readonly of: "principal" | "key" | undefined;
  readonly condition: CompiledCondition;
  readonly holds: (value: string | undefined) => Tri;
};

const ACTIONS: readonly ActionFacts[] = KEY_ACTIONS.map(({ action }) => readAction(action) as ActionFacts);

const READ = new WeakMap<CompiledPolicy, readonly StatementText[]>();

/** Those of a policy, in their order. */
export function textsOf(policy: CompiledPolicy): readonly StatementText[] {
  const known = READ.get(policy);
  if (known !== undefined) return known;
  const found = policy.statements.flatMap((statement) => (statement.effective ? textOf(statement) : []));
  READ.set(policy, found);
  return found;
}

function textOf(statement: CompiledStatement): readonly StatementText[] {
  const { effect, resource, doubt } = statement;
  const about = ACTIONS.map((action) => (actionMatches(statement, action) ? "1" : "0")).join("");
  if (!about.includes("1")) return [];
  const templates = resource?.members.flatMap(({ template }) => template ?? []) ?? [];
  const hasVariables = templates.length > 0;
  const isAny = resource === undefined || (resource.mode === "only" && resource.members.some(({ pattern }) => pattern?.kind === "any"));
  const conditions = statement.conditions.map(conditionText);
  return [
    {
      statement,
      about: KEY_ACTIONS.flatMap(({ action }, i) => (about[i] === "1" ? action : [])),
      head: JSON.stringify([effect, about, doubt?.id ?? 0, hasVariables ? [resource?.mode, resource?.members.map(({ text }) => text)] : 0]),
      conditions,
      reads: [
        ...variablesIn(templates),
        ...conditions.flatMap(({ of, condition }) => (of === undefined ? [condition.name, ...variablesOf(condition)] : [])),
      ],
      resource: hasVariables ? "variable" : isAny ? "any" : "some",
    },
  ];
}

function conditionText(condition: CompiledCondition): ConditionText {
  const { operator, key, values, hasTemplates, name } = condition;
  const of = hasTemplates
    ? undefined
    : name === "aws:principalarn" || name.startsWith(PRINCIPAL_TAG)
      ? "principal"
      : name.startsWith(RESOURCE_TAG)
        ? "key"
        : undefined;
  const text = JSON.stringify([operator, key, values, hasTemplates]);
  const linked = { ...condition, slot: 0, compare: condition.base === "Null" ? undefined : operatorOf(condition.base) };
  let told: string | undefined;
  const facts = { value: () => told, isMultiValued: () => false } as unknown as Facts;
  const holds = (value: string | undefined): Tri => {
    told = value;
    return conditionHolds(linked, facts);
  };
  return { name: condition.effect + text, text, of, condition, holds };
}

export const PRINCIPAL_TAG = "aws:principaltag/";
export const RESOURCE_TAG = "aws:resourcetag/";

/** The value of a tag, whose name is in lower case here; `twins`: it has several that differ in case, and nobody knows which counts. */
export function tagIn(
  tags: Readonly<Record<string, string>>,
  name: string,
): { readonly value: string | undefined; readonly twins: boolean } {
  const own = Object.entries(tags).filter(([tag]) => tag.length === name.length && foldCase(tag) === name);
  return { value: own[0]?.[1], twins: own.length > 1 };
}

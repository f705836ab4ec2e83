import type { CompiledCondition } from "../authz/compile.ts";
import type { LinkedCondition } from "../authz/match.ts";
import { type Plan, statementsOf } from "../authz/plan.ts";
import type { TemplatePart } from "../iam/variables.ts";

export const conditionsOf = (plan: Plan): readonly LinkedCondition[] => statementsOf(plan).flatMap(({ statement }) => statement.conditions);

/** The condition keys that the variables of a condition's values name, in lower case. */
export const variablesOf = ({ operands }: CompiledCondition): readonly string[] =>
  operands.flatMap((operand) => ("template" in operand ? variablesIn(operand.template) : []));

export const variablesIn = (template: readonly TemplatePart[] | undefined): readonly string[] =>
  (template ?? []).flatMap((part) => (part.kind === "variable" ? [part.key] : []));

/** The tokens that a request brings so that grants count which are still on their way. */
export const tokensOf = ({ grants, retires }: Plan): readonly string[] =>
  retires
    ? []
    : grants.flatMap(({ linked: { grant } }) => (grant.Propagated === false && grant.GrantToken !== undefined ? [grant.GrantToken] : []));

import type { CompiledCondition } from "../authz/compile.ts";
import type { LinkedGrant } from "../authz/grants.ts";
import type { LinkedCondition } from "../authz/match.ts";
import type { Plan } from "../authz/plan.ts";
import type { Planned, StatementList } from "../authz/statement-list.ts";
import type { TemplatePart } from "../iam/variables.ts";

/** Every statement that can have a say in the plan. */
export const statementsOf = (plan: Plan): readonly Planned[] =>
  [plan.denies, ...plan.serviceControl, plan.endpoint, plan.boundary, plan.session, plan.resourceAllows, plan.identity].flatMap(
    (list: StatementList | undefined) => list?.all ?? [],
  );

export const conditionsOf = (plan: Plan): readonly LinkedCondition[] => statementsOf(plan).flatMap(({ statement }) => statement.conditions);

/** The condition keys that the variables of a condition's values name, in lower case. */
export const variablesOf = ({ operands }: CompiledCondition): readonly string[] =>
  operands.flatMap((operand) => ("template" in operand ? variablesIn(operand.template) : []));

export const variablesIn = (template: readonly TemplatePart[] | undefined): readonly string[] =>
  (template ?? []).flatMap((part) => (part.kind === "variable" ? [part.key] : []));

/** The keys with which the constraints of a grant are compared when the action is not CreateGrant, and when it is. */
export function keysOfGrant({ grant, pairs }: LinkedGrant, operation: string): readonly string[] {
  const source = grant.Constraints?.SourceArn === undefined ? [] : ["aws:sourcearn"];
  const context = pairs === undefined ? [] : ["kms:encryptioncontextkeys"];
  if (operation === "DescribeKey") return source;
  if (operation !== "CreateGrant") return [...source, ...context];
  const child = [
    ...(context.length > 0 ? ["kms:grantconstrainttype"] : []),
    ...(source.length > 0 ? ["kms:grantconstraintsourcearn"] : []),
  ];
  return [...source, ...context, "kms:grantoperations", ...child];
}

/** The tokens that a request brings so that grants count which are still on their way. */
export const tokensOf = ({ grants, retires }: Plan): readonly string[] =>
  retires
    ? []
    : grants.flatMap(({ linked: { grant } }) => (grant.Propagated === false && grant.GrantToken !== undefined ? [grant.GrantToken] : []));

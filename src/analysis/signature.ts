import type { LinkedStatement } from "../authz/link.ts";
import type { Planned, StatementList } from "../authz/statement-list.ts";
import type { Side } from "./side.ts";

const WRITTEN = new WeakMap<LinkedStatement, string>();

/** What of a statement is left to decide when principal, action and resource match: its conditions, and resources with variables. */
function written(statement: LinkedStatement): string {
  const known = WRITTEN.get(statement);
  if (known !== undefined) return known;
  const { effect, conditions, resource, hasTemplates, doubt } = statement;
  const text = JSON.stringify([
    effect,
    conditions.map(({ operator, key, values, hasTemplates: variables }) => [operator, key, values, variables]),
    hasTemplates ? [resource?.mode, resource?.members.map(({ text }) => text)] : 0,
    ...(doubt === undefined ? [] : [doubt.id]),
  ]);
  WRITTEN.set(statement, text);
  return text;
}

const listed = (list: StatementList | undefined): readonly string[] | undefined => list?.all.map(ofPlanned);
const ofPlanned = ({ statement, layer, ways, mayWays }: Planned): string =>
  `${layer === "endpoint" ? "endpoint" : ""}${ways}${mayWays}${written(statement)}`;

/** All on which the decision of a side's requests can hang, as a text: sides with the same one decide alike. */
export function signatureOf({ plan, request, base, retiring, open, mayHold }: Side): string {
  const { principal, action: _, resource, ...rest } = base;
  return JSON.stringify([
    [plan.denies, ...plan.serviceControl, plan.endpoint, plan.boundary, plan.session, plan.resourceAllows, plan.identity].map(listed),
    plan.serviceControl.length,
    plan.refusal?.why,
    plan.grants.map(({ linked, operation, ways }) => [
      ways,
      operation,
      linked.grant.Constraints,
      operation === "CreateGrant" ? [...linked.operations].sort() : 0, // what a new grant may list
      linked.issuer,
      linked.grant.Propagated,
      linked.grant.GrantToken,
    ]),
    request.key,
    principal,
    resource,
    rest,
    retiring,
    open,
    mayHold,
  ]);
}

import { conditionKey } from "../catalog/condition-keys.ts";
import { naming } from "../iam/principal.ts";
import { foldCase } from "../iam/values.ts";
import { type TemplatePart, UNKNOWN } from "../iam/variables.ts";
import { causeOf, type Facts } from "./facts.ts";
import type { LinkedStatement } from "./link.ts";
import { conditionHolds, resourceMatches } from "./match.ts";
import { applies, grantApplies, type Plan, type PlannedGrant, statementsOf } from "./plan.ts";
import { MAYBE, YES } from "./tri.ts";
import { Untold } from "./untold.ts";

/** The keys whose untold values decide, and what else is not known: those on which statements and grants of the plan depend, spelled as the request lists them, or as AWS does. */
export function missingKeys(plan: Plan, facts: Facts): readonly string[] {
  const names = new Set<string>(plan.endpoint !== undefined && facts.request.forwarded === MAYBE ? ["aws:viaawsservice"] : []);
  const doubts = new Set<string>();
  for (const planned of statementsOf(plan)) {
    if (planned.layer === "endpoint" && facts.request.forwarded === YES) continue;
    const truth = applies(planned, facts);
    if (truth === MAYBE) for (const name of unknownIn(planned.statement, facts)) names.add(name);
    if (truth === MAYBE && planned.statement.doubt !== undefined) doubts.add(planned.statement.doubt.text);
    if (truth !== 0 && planned.ways !== planned.mayWays) names.add("aws:userid");
  }
  for (const planned of plan.grants) {
    const mayRetire = plan.retires && planned.linked.retiring !== undefined && naming(planned.linked.retiring, plan.caller) === "perhaps";
    if (planned.ways !== planned.mayWays || mayRetire) names.add("aws:userid");
    if (!plan.retires && grantApplies(planned, facts) === MAYBE)
      for (const name of keysOfGrant(planned)) if (isOpen(name, facts)) names.add(name);
  }
  return [...new Set([...names].map((name) => spelled(name, facts))), ...doubts];
}

/** The keys that the constraints of a grant are compared with. */
export function keysOfGrant({ linked, operation }: Pick<PlannedGrant, "linked" | "operation">): readonly string[] {
  const source = linked.grant.Constraints?.SourceArn === undefined ? [] : ["aws:sourcearn"];
  const context = linked.pairs === undefined ? [] : ["kms:encryptioncontextkeys"];
  if (operation !== "CreateGrant") return operation === "DescribeKey" ? source : [...source, ...context];
  const child = [
    ...(context.length > 0 ? ["kms:grantconstrainttype"] : []),
    ...(source.length > 0 ? ["kms:grantconstraintsourcearn"] : []),
  ];
  return [...source, ...context, "kms:grantoperations", ...child];
}

const isOpen = (name: string, facts: Facts): boolean =>
  facts.named(name) instanceof Untold || causeOf(name, facts.request.unknown) !== undefined;

function unknownIn({ conditions, resource }: LinkedStatement, facts: Facts): readonly string[] {
  const fromResource =
    resource && resourceMatches(resource, facts.request.resource.text, facts) === MAYBE
      ? resource.members.flatMap(({ template }) => openVariables(template, facts))
      : [];
  const fromConditions = conditions
    .filter((condition) => conditionHolds(condition, facts) === MAYBE)
    .flatMap((condition) => {
      if (facts.value(condition.slot) instanceof Untold) return [condition.name];
      return condition.operands.flatMap((operand) => ("template" in operand ? openVariables(operand.template, facts) : []));
    });
  return [...fromResource, ...fromConditions];
}

const openVariables = (template: readonly TemplatePart[] | undefined, facts: Facts): readonly string[] =>
  (template ?? []).flatMap((part) => (part.kind === "variable" && facts.lookup(part.key) === UNKNOWN ? [part.key] : []));

function spelled(name: string, { request }: Facts): string {
  const cause = causeOf(name, request.unknown);
  const listed = cause === undefined ? undefined : request.unknownAs.find((as) => foldCase(as) === cause);
  if (listed !== undefined) return listed;
  return spelledAsAws(name);
}

/** The open part of a family stays as it is. */
export function spelledAsAws(name: string): string {
  const key = conditionKey(name);
  return key === undefined ? name : key.name + name.slice(key.name.length);
}

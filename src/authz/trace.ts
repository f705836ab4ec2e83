import type { Caller } from "../iam/principal.ts";
import { substitute, type TemplatePart, textOf, UNKNOWN } from "../iam/variables.ts";
import type { CompiledCondition, Operand } from "./compile.ts";
import type { Failure, GrantVerdict, Layer, PolicyVerdict, StatementVerdict, Trace, Way } from "./decision.ts";
import type { Fact, Facts } from "./facts.ts";
import { constraintsHold, isInEffect, isOnKey, type LinkedGrant } from "./grants.ts";
import type { LinkedPolicy, LinkedSet, LinkedStatement } from "./link.ts";
import { conditionHolds, type LinkedCondition, resourceMatches } from "./match.ts";
import { actionMatches, DIRECT, mayMatchResource, namedWays, type Plan, ROLE, USER, whyNotBound } from "./plan.ts";
import { MAYBE, YES } from "./tri.ts";

/** What every statement and grant said to one request. Statements for other actions or resources are the same for every such request. */
export function traceOf(linked: LinkedSet, plan: Plan, facts: Facts): Trace {
  const { caller, action, resource } = plan;
  const bound = new Set(plan.bound);
  return {
    principal: caller.arn,
    action: action.name,
    resource: resource.text,
    policies: linked.policies.filter((policy) => bound.has(policy) && !isPassedBy(policy.layer, facts)).map((policy) => policyVerdict(policy, linked, plan, facts)),
    grants: resource.kind === "key" ? linked.grants.map((grant) => grantVerdict(grant, plan, facts)) : [],
    ignored: ignoredLayers(linked, plan, facts),
  };
}

const isPassedBy = (layer: Layer, { told }: Facts): boolean => layer === "endpoint" && told.forwarded;

function ignoredLayers(linked: LinkedSet, { caller, action, resource }: Plan, facts: Facts): Trace["ignored"] {
  const given = [...new Set(linked.policies.map(({ layer }) => layer)), ...(linked.grants.length > 0 ? (["grant"] as const) : [])];
  return given.flatMap((layer) => {
    const forwarded = isPassedBy(layer, facts) ? "a call that a service forwards passes no VPC endpoint of the caller's" : undefined;
    const because = whyNotBound(layer, linked.set.key?.managedBy === "aws", caller, action, resource) ?? forwarded;
    return because === undefined ? [] : [{ layer, because }];
  });
}

function policyVerdict({ layer, level, policy, statements }: LinkedPolicy, linked: LinkedSet, plan: Plan, facts: Facts): PolicyVerdict {
  const limited = linked.set.boundary !== undefined && plan.bound.some((bound) => bound.layer === "boundary");
  return {
    layer,
    type: policy.type,
    policy: policy.name,
    ...(level !== undefined && { level }),
    statements: statements.map((statement) => statementVerdict(statement, plan, facts, limited)),
  };
}

function statementVerdict(statement: LinkedStatement, plan: Plan, facts: Facts, limited: boolean): StatementVerdict {
  const { ref, effect, at, principal, action, resource } = statement;
  const verdict = { ref, effect, at };
  const { ways, mayWays } = namedWays(statement, plan.caller, limited);
  const failures: Failure[] = [];
  if (!statement.effective) failures.push({ part: "no-effect", wanted: [], got: undefined, at });
  if (ways === 0) {
    const wanted = principal?.members.map(({ text }) => text) ?? [];
    failures.push({ part: "principal", wanted, got: namesOf(plan.caller), ...(mayWays !== 0 && { unknown: true }), at: principal?.at ?? at });
  }
  const isForOther = !actionMatches(statement, plan.action) || !mayMatchResource(statement, plan.resource);
  if (!actionMatches(statement, plan.action)) failures.push({ part: "action", wanted: action.members.map(({ text }) => text), got: [plan.action.name], at: action.at });
  if (!mayMatchResource(statement, plan.resource)) failures.push(resourceFailure(statement, plan, facts));
  if (isForOther) return { ...verdict, applies: false, failures };

  if (resource !== undefined && statement.hasTemplates) {
    const matches = resourceMatches(resource, plan.resource.text, facts);
    if (matches !== YES) failures.push({ ...resourceFailure(statement, plan, facts), ...(matches === MAYBE && { unknown: true }) });
  }
  for (const condition of statement.conditions) {
    const holds = conditionHolds(condition, facts);
    if (holds !== YES) failures.push(conditionFailure(condition, facts, holds === MAYBE));
  }
  const way = principal && ways !== 0 ? wayOf(ways) : undefined;
  return { ...verdict, applies: verdictOf(failures), ...(way && { way }), failures };
}

const verdictOf = (failures: readonly Failure[]): boolean | "unknown" =>
  failures.length === 0 ? true : failures.every(({ unknown }) => unknown === true) ? "unknown" : false;

const wayOf = (ways: number): Way => (ways & DIRECT ? "direct" : ways & ROLE ? "role" : ways & USER ? "user" : "account");

/** The ARNs by which a policy can name the caller. */
const namesOf = ({ arn, principalArn }: Caller): readonly string[] => (principalArn === undefined || principalArn === arn ? [arn] : [arn, principalArn]);

const resourceFailure = ({ resource, at }: LinkedStatement, plan: Plan, facts: Facts): Failure => ({
  part: "resource",
  wanted: resource?.members.map(({ text, template }) => (template ? valueText(template, text, facts) : text)) ?? [],
  got: [plan.resource.text],
  at: resource?.at ?? at,
});

function conditionFailure(condition: LinkedCondition, facts: Facts, unknown: boolean): Failure {
  const { operator, key, at } = condition;
  return { part: "condition", operator, key, wanted: wantedValues(condition, facts), got: listed(facts.value(condition.slot)), ...(unknown && { unknown }), at };
}

const wantedValues = ({ values, operands }: CompiledCondition, facts: Facts): readonly string[] =>
  values.map((value, i) => {
    const operand = operands[i] as Operand;
    return "template" in operand ? valueText(operand.template, value, facts) : value;
  });

/** What a value with variables stands for in this request; as written where a variable has no value. */
function valueText(template: readonly TemplatePart[], written: string, facts: Facts): string {
  const parts = substitute(template, facts.lookup);
  return parts === undefined || parts === UNKNOWN ? written : textOf(parts);
}

const listed = (value: Fact): readonly string[] | undefined =>
  value === undefined || value === UNKNOWN ? undefined : typeof value === "string" ? [value] : value;

function grantVerdict(linked: LinkedGrant, plan: Plan, facts: Facts): GrantVerdict {
  const { grant } = linked;
  const grantee = grant.GranteePrincipal ?? grant.GranteeServicePrincipal ?? "";
  const failures = grantFailures(linked, grantee, plan, facts);
  return { grant: grant.GrantId, ...(grant.Name && { name: grant.Name }), grantee, applies: verdictOf(failures), failures };
}

function grantFailures(linked: LinkedGrant, grantee: string, plan: Plan, facts: Facts): readonly Failure[] {
  const { grant } = linked;
  const operation = plan.action.kms?.grantOperation;
  const failures: Failure[] = [];
  if (!isOnKey(linked, plan.resource.text)) failures.push({ part: "resource", wanted: [grant.KeyId ?? ""], got: [plan.resource.text] });
  if (operation === undefined || !linked.operations.has(operation)) failures.push({ part: "operation", wanted: grant.Operations, got: [plan.action.name] });
  const { ways, mayWays } = namedWays({ principal: { mode: "only", members: [{ text: grantee, pattern: linked.grantee }], at: NOWHERE } }, plan.caller, false);
  if (ways === 0) failures.push({ part: "principal", wanted: [grantee], got: namesOf(plan.caller), ...(mayWays !== 0 && { unknown: true }) });
  if (!isInEffect(linked, facts.told.grantTokens)) failures.push({ part: "token", wanted: [], got: undefined });
  if (failures.length > 0 || operation === undefined) return failures;
  const holds = constraintsHold(linked, operation, facts);
  return holds === YES ? failures : [constraintFailure(linked, facts, holds === MAYBE)];
}

const NOWHERE = { file: "", pointer: "" };

function constraintFailure({ grant, pairs, exact }: LinkedGrant, facts: Facts, unknown: boolean): Failure {
  const key = pairs === undefined ? "SourceArn" : exact ? "EncryptionContextEquals" : "EncryptionContextSubset";
  const wanted = pairs === undefined ? [grant.Constraints?.SourceArn ?? ""] : asPairs(pairs);
  const got = pairs === undefined ? listed(facts.named("aws:sourcearn")) : asPairs(facts.told.encryptionContext);
  return { part: "constraint", key, wanted, got, ...(unknown && { unknown }) };
}

const asPairs = (pairs: readonly string[]): readonly string[] => pairs.flatMap((key, i) => (i % 2 === 0 ? [`${key}=${pairs[i + 1]}`] : []));

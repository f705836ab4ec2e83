import type { Principal } from "../iam/principal.ts";
import { substitute, type TemplatePart, textOf, UNKNOWN } from "../iam/variables.ts";
import type { CompiledCondition, Operand } from "./compile.ts";
import type { Failure, GrantVerdict, HeldCondition, Layer, PolicyVerdict, StatementVerdict, Trace, Way } from "./decision.ts";
import type { Fact, Facts } from "./facts.ts";
import { constraintsHold, isInEffect, isOnKey, type LinkedGrant } from "./grants.ts";
import type { LinkedSet, LinkedStatement } from "./link.ts";
import { conditionHolds, type LinkedCondition, resourceMatches, voidedBy } from "./match.ts";
import { actionMatches, DIRECT, mayMatchResource, namedWays, type Plan, ROLE, USER, waysAmong, whyNotBound } from "./plan.ts";
import { retiresBy } from "./retire.ts";
import { MAYBE, YES } from "./tri.ts";
import { Untold } from "./untold.ts";

/** What every statement and grant said to one request. */
export function traceOf(linked: LinkedSet, plan: Plan, facts: Facts): Trace {
  const { caller, action, resource } = plan;
  const drafts = DRAFTS.get(plan) ?? draft(linked, plan);
  const forwarded = facts.request.forwarded === YES;
  const policies: PolicyVerdict[] = [];
  for (const { layer, type, policy, level, statements } of drafts.policies) {
    if (layer === "endpoint" && forwarded) continue;
    const verdicts = statements.map((statement) => finish(statement, facts));
    policies.push(
      level === undefined ? { layer, type, policy, statements: verdicts } : { layer, type, policy, level, statements: verdicts },
    );
  }
  return {
    principal: caller.arn,
    action: action.name,
    resource: resource.text,
    policies,
    grants: resource.kind === "key" ? linked.grants.map((grant) => grantVerdict(grant, plan, facts)) : NONE,
    ignored: forwarded && linked.set.endpoint !== undefined ? [...drafts.ignored, PASSES_NO_ENDPOINT] : drafts.ignored,
  };
}

const NONE: readonly never[] = [];
const PASSES_NO_ENDPOINT = { layer: "endpoint", because: "a call that a service forwards passes no VPC endpoint of the caller's" } as const;

/** The verdicts as far as caller, action and resource settle them: the same for every request of one plan. */
type Drafts = { readonly policies: readonly PolicyDraft[]; readonly ignored: Trace["ignored"] };
type PolicyDraft = Omit<PolicyVerdict, "statements"> & { readonly statements: readonly StatementDraft[] };
/** `whole` is the verdict if nothing more fails; what is left to look at are conditions and patterns with variables. */
type StatementDraft = { readonly whole: StatementVerdict; readonly open?: LinkedStatement };

const DRAFTS = new WeakMap<Plan, Drafts>();

function draft(linked: LinkedSet, plan: Plan): Drafts {
  const limited = plan.bound.some(({ layer }) => layer === "boundary");
  const policies = plan.bound.map(({ layer, level, policy, statements }) => ({
    layer,
    type: policy.type,
    policy: policy.name,
    ...(level !== undefined && { level }),
    statements: statements.map((statement) => draftStatement(statement, plan, limited)),
  }));
  const drafts = { policies: [...emptyLevels(linked, plan), ...policies], ignored: ignoredLayers(linked, plan) };
  DRAFTS.set(plan, drafts);
  return drafts;
}

/** A level of service control policies without any policy allows nothing, which a reader of the trace should see. */
const emptyLevels = ({ set }: LinkedSet, plan: Plan): readonly PolicyDraft[] =>
  plan.serviceControl.flatMap((_, level) =>
    set.serviceControl[level]?.length === 0
      ? [{ layer: "service-control", type: "service-control", policy: `SCP level ${level + 1}`, level, statements: [] }]
      : [],
  );

function ignoredLayers(linked: LinkedSet, { caller, action, resource, account }: Plan): Trace["ignored"] {
  const given: readonly Layer[] = [
    ...new Set(linked.policies.map(({ layer }) => layer)),
    ...(linked.grants.length > 0 ? (["grant"] as const) : []),
  ];
  return given.flatMap((layer) => {
    const because = whyNotBound(layer, linked.set.key?.managedBy === "aws", caller, action, resource, account);
    return because === undefined ? [] : [{ layer, because }];
  });
}

function draftStatement(statement: LinkedStatement, plan: Plan, limited: boolean): StatementDraft {
  const { ref, effect, at, principal, action, resource } = statement;
  const { ways, mayWays } = namedWays(statement, plan.caller, limited);
  const failures: Failure[] = [];
  if (!statement.effective) failures.push({ part: "no-effect", wanted: [], got: undefined, at });
  if (ways === 0) {
    const wanted = principal?.members.map(({ text }) => text) ?? [];
    failures.push({
      part: "principal",
      wanted,
      got: namesOf(plan.caller),
      ...(mayWays !== 0 && { unknown: true }),
      at: principal?.at ?? at,
    });
  }
  if (statement.doubt !== undefined) failures.push({ part: "doubt", wanted: [statement.doubt.text], got: undefined, unknown: true, at });
  const isForAction = actionMatches(statement, plan.action);
  const isForResource = mayMatchResource(statement, plan.resource);
  if (!isForAction)
    failures.push({ part: "action", wanted: action.members.map(({ text }) => text), got: [plan.action.name], at: action.at });
  if (!isForResource)
    failures.push({
      part: "resource",
      wanted: resource?.members.map(({ text }) => text) ?? [],
      got: [plan.resource.text],
      at: resource?.at ?? at,
    });
  const way = principal && ways !== 0 ? wayOf(ways) : undefined;
  const whole: StatementVerdict = { ref, effect, at, applies: verdictOf(failures), ...(way && { way }), failures };
  const isOpen = isForAction && isForResource && (statement.conditions.length > 0 || statement.hasTemplates);
  return isOpen ? { whole, open: statement } : { whole };
}

/** The verdict for one request; of a statement for other actions or resources its conditions are not looked at. */
function finish({ whole, open }: StatementDraft, facts: Facts): StatementVerdict {
  if (open === undefined) return whole;
  let failures: Failure[] | undefined;
  const add = (failure: Failure) => {
    failures ??= [...whole.failures];
    failures.push(failure);
  };
  if (open.hasTemplates && open.resource !== undefined) {
    const matches = resourceMatches(open.resource, facts.request.resource.text, facts);
    if (matches !== YES) add(resourceFailure(open, facts, matches === MAYBE));
  }
  for (const condition of open.conditions) {
    const holds = conditionHolds(condition, facts);
    if (holds !== YES) add(conditionFailure(condition, facts, holds === MAYBE));
  }
  if (failures === undefined) return whole.applies === true && open.conditions.length > 0 ? { ...whole, held: heldBy(open, facts) } : whole;
  const { ref, effect, at, way } = whole;
  const applies = verdictOf(failures);
  return way === undefined ? { ref, effect, at, applies, failures } : { ref, effect, at, applies, way, failures };
}

const heldBy = ({ conditions }: LinkedStatement, facts: Facts): readonly HeldCondition[] =>
  conditions.map((condition) => ({
    operator: condition.operator,
    key: condition.key,
    wanted: wantedValues(condition, facts),
    got: listed(facts.value(condition.slot)),
    ...(voidedBy(condition, facts) === "policy" && { void: "policy" as const }),
    ...(condition.at && { at: condition.at }),
  }));

const verdictOf = (failures: readonly Failure[]): boolean | "unknown" =>
  failures.length === 0 ? true : failures.every(({ unknown }) => unknown === true) ? "unknown" : false;

const wayOf = (ways: number): Way => (ways & DIRECT ? "direct" : ways & ROLE ? "role" : ways & USER ? "user" : "account");

/** The ARNs by which a policy can name the caller. */
const namesOf = ({ arn, principalArn }: Principal): readonly string[] =>
  principalArn === undefined || principalArn === arn ? [arn] : [arn, principalArn];

const resourceFailure = ({ resource, at }: LinkedStatement, facts: Facts, unknown: boolean): Failure => ({
  part: "resource",
  wanted: resource?.members.map(({ text, template }) => (template ? valueText(template, text, facts) : text)) ?? [],
  got: [facts.request.resource.text],
  ...(unknown && { unknown }),
  at: resource?.at ?? at,
});

function conditionFailure(condition: LinkedCondition, facts: Facts, unknown: boolean): Failure {
  const { operator, key, at } = condition;
  const [wanted, got] = [wantedValues(condition, facts), listed(facts.value(condition.slot))];
  if (unknown) return { part: "condition", operator, key, wanted, got, unknown, at };
  const whose = voidedBy(condition, facts);
  return { part: "condition", operator, key, wanted, got, ...(whose && { void: whose }), at };
}

const wantedValues = ({ values, operands, hasTemplates }: CompiledCondition, facts: Facts): readonly string[] =>
  !hasTemplates
    ? values
    : values.map((value, i) => {
        const operand = operands[i] as Operand;
        return "template" in operand ? valueText(operand.template, value, facts) : value;
      });

/** What a value with variables stands for in this request; as written where a variable has no value. */
function valueText(template: readonly TemplatePart[], written: string, facts: Facts): string {
  const parts = substitute(template, facts.lookup);
  return parts === undefined || parts === UNKNOWN ? written : textOf(parts);
}

const listed = (value: Fact): readonly string[] | undefined =>
  value === undefined || value instanceof Untold ? undefined : typeof value === "string" ? [value] : value;

function grantVerdict(linked: LinkedGrant, plan: Plan, facts: Facts): GrantVerdict {
  const { grant } = linked;
  const grantee = grant.GranteePrincipal ?? grant.GranteeServicePrincipal ?? "";
  const failures = grantFailures(linked, grantee, plan, facts);
  return { grant: grant.GrantId, ...(grant.Name && { name: grant.Name }), grantee, applies: verdictOf(failures), failures };
}

function grantFailures(linked: LinkedGrant, grantee: string, plan: Plan, facts: Facts): readonly Failure[] {
  if (plan.retires) return retireFailures(linked, plan, facts);
  const { grant } = linked;
  const operation = plan.action.kms?.grantOperation;
  const failures: Failure[] = [];
  if (!isOnKey(linked, plan.resource.text)) failures.push({ part: "resource", wanted: [grant.KeyId ?? ""], got: [plan.resource.text] });
  if (operation === undefined || !linked.operations.has(operation))
    failures.push({ part: "operation", wanted: grant.Operations, got: [plan.action.name] });
  const { ways, mayWays } = waysAmong([{ text: grantee, pattern: linked.grantee }], plan.caller);
  if (ways === 0)
    failures.push({ part: "principal", wanted: [grantee], got: namesOf(plan.caller), ...(mayWays !== 0 && { unknown: true }) });
  if (!isInEffect(linked, facts.request.grantTokens)) failures.push({ part: "token", wanted: [], got: undefined });
  if (failures.length > 0 || operation === undefined) return failures;
  const holds = constraintsHold(linked, operation, facts);
  return holds === YES ? failures : [constraintFailure(linked, facts, holds === MAYBE)];
}

/** To retire a grant, the caller is its retiring principal, or its grantee where it lists RetireGrant, or is let by an account that has a say. */
function retireFailures(linked: LinkedGrant, plan: Plan, facts: Facts): readonly Failure[] {
  const { grant, operations } = linked;
  const tokens = facts.request.grantTokens;
  if (!isOnKey(linked, plan.resource.text)) return [{ part: "resource", wanted: [grant.KeyId ?? ""], got: [plan.resource.text] }];
  if (tokens.length > 0 && !tokens.includes(grant.GrantToken ?? ""))
    return [{ part: "token", wanted: [], got: tokens.map(() => "another grant's token") }];
  if (retiresBy(linked, plan) !== undefined) return NONE;
  const wanted = [
    grant.RetiringPrincipal ?? grant.RetiringServicePrincipal,
    operations.has("RetireGrant") ? (grant.GranteePrincipal ?? grant.GranteeServicePrincipal) : undefined,
  ];
  return [{ part: "principal", wanted: wanted.filter((name) => name !== undefined), got: namesOf(plan.caller) }];
}

function constraintFailure({ grant, pairs, exact }: LinkedGrant, facts: Facts, unknown: boolean): Failure {
  const key = pairs === undefined ? "SourceArn" : exact ? "EncryptionContextEquals" : "EncryptionContextSubset";
  const wanted = pairs === undefined ? [grant.Constraints?.SourceArn ?? ""] : asPairs(pairs);
  const got = pairs === undefined ? listed(facts.named("aws:sourcearn")) : asPairs(facts.request.encryptionContext ?? NONE);
  return { part: "constraint", key, wanted, got, ...(unknown && { unknown }) };
}

const asPairs = (pairs: readonly string[]): readonly string[] => pairs.flatMap((key, i) => (i % 2 === 0 ? [`${key}=${pairs[i + 1]}`] : []));

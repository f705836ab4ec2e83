import { isUnderRcps } from "../catalog/data/rcp-services.ts";
import type { Naming, Principal } from "../iam/principal.ts";
import { naming } from "../iam/principal.ts";
import { held, matchesPattern } from "../iam/wildcard.ts";
import type { PrincipalMember } from "./compile.ts";
import type { Layer } from "./decision.ts";
import type { Facts, Scope } from "./facts.ts";
import { constraintsHold, isInEffect, isOnKey, type LinkedGrant } from "./grants.ts";
import { type LinkedPolicy, type LinkedSet, type LinkedStatement, scopeOf } from "./link.ts";
import { conditionHolds, resourceMatches } from "./match.ts";
import type { Planned } from "./statement-list.ts";
import { StatementList } from "./statement-list.ts";
import { type ActionFacts, beyondPolicies, type Refusal, type ResourceFacts } from "./target.ts";
import { and, MAYBE, NO, type Tri, tri, YES } from "./tri.ts";

/**
 * The statements and grants that can have a say when this caller asks this action on this resource: those whose principal, action and resource
 * match. What is left for each request are conditions. Made once for each triple and kept.
 */
export type Plan = Outline & {
  readonly caller: Principal;
  readonly resource: ResourceFacts;
  readonly account: string; // of the resource
  readonly sameAccount: boolean;
  readonly refusal: Refusal | undefined; // where no policy can allow it
};

/** What is the same for all callers that the policies name alike, on all resources that their patterns match alike (`sorts.ts`). */
export type Outline = {
  readonly action: ActionFacts;
  readonly retires: boolean; // kms:RetireGrant, which has rules of its own
  readonly soleAuthority: boolean; // the resource policy alone opens the resource: rule authz.key-policy.sole-authority, rule authz.trust.sole-authority
  readonly scope: Scope;
  readonly denies: StatementList; // in the order in which a denial is reported
  readonly serviceControl: readonly StatementList[]; // Allow statements a level; none for callers they do not bind
  readonly endpoint: StatementList | undefined;
  readonly boundary: StatementList | undefined;
  readonly session: StatementList | undefined;
  readonly resourceAllows: StatementList;
  readonly identity: StatementList;
  readonly grants: readonly PlannedGrant[];
  readonly bound: readonly LinkedPolicy[]; // the policies consulted at all
};

export type PlannedGrant = { readonly linked: LinkedGrant; readonly operation: string; readonly ways: number; readonly mayWays: number };

/** Every statement that can have a say in the plan. */
export const statementsOf = (plan: Plan): readonly Planned[] =>
  [plan.denies, ...plan.serviceControl, plan.endpoint, plan.boundary, plan.session, plan.resourceAllows, plan.identity].flatMap(
    (list) => list?.all ?? [],
  );

/** Ways in which a principal is named, as bits: one statement may name a caller in several. */
export const DIRECT = 1;
export const ROLE = 2;
export const USER = 4;
export const ACCOUNT = 8;

export function makeOutline(linked: LinkedSet, caller: Principal, action: ActionFacts, resource: ResourceFacts, account: string): Outline {
  const { set } = linked;
  const bound = linked.policies.filter((policy) => isBound(policy.layer, linked, caller, action, resource, account));
  const planned = bound.flatMap((policy) => slice(policy, caller, action, resource, set.boundary !== undefined && hasIdentity(caller)));
  const allows = (layer: Layer) => new StatementList(planned.filter((p) => p.layer === layer && p.statement.effect === "Allow"));
  const limit = (layer: Layer, given: boolean) => (given && bound.some((policy) => policy.layer === layer) ? allows(layer) : undefined);
  return {
    action,
    retires: action.kms?.action === "kms:RetireGrant",
    soleAuthority: (action.service === "kms" && resource.kind === "key") || (action.assumesRole && resource.arn?.service === "iam"),
    scope: scopeOf(linked, action, resource),
    denies: new StatementList(planned.filter((p) => p.statement.effect === "Deny")),
    serviceControl: isUnderScp(caller) ? levelsOf(linked, planned) : [],
    endpoint: limit("endpoint", set.endpoint !== undefined),
    boundary: limit("boundary", set.boundary !== undefined),
    // rule authz.session.union
    session: set.session !== undefined && set.session.length > 0 && hasSession(caller) ? allows("session") : undefined,
    resourceAllows: allows("resource"),
    identity: allows("identity"),
    grants: planGrants(linked, caller, action, resource),
    bound,
  };
}

/** Member by member: one that is made for every request with a new session or key costs a tenth of one that is spread. */
export const planFrom = (outline: Outline, { set }: LinkedSet, caller: Principal, resource: ResourceFacts, account: string): Plan => ({
  action: outline.action,
  retires: outline.retires,
  soleAuthority: outline.soleAuthority,
  scope: outline.scope,
  denies: outline.denies,
  serviceControl: outline.serviceControl,
  endpoint: outline.endpoint,
  boundary: outline.boundary,
  session: outline.session,
  resourceAllows: outline.resourceAllows,
  identity: outline.identity,
  grants: outline.grants,
  bound: outline.bound,
  caller,
  resource,
  account,
  sameAccount: account === caller.account, // of other partitions nothing is allowed, whatever the number
  refusal: beyondPolicies(outline.action, resource, caller.partition, set.key?.managedBy),
});

const levelsOf = ({ set, policies }: LinkedSet, planned: readonly Planned[]): readonly StatementList[] =>
  set.serviceControl.map((_, level) => {
    const statements = new Set(
      policies.filter((policy) => policy.layer === "service-control" && policy.level === level).flatMap((policy) => policy.statements),
    );
    return new StatementList(planned.filter((p) => p.statement.effect === "Allow" && statements.has(p.statement)));
  });

/** Root users and services have neither identity policies nor a boundary (rule authz.root.no-policies, rule authz.service-principal.resource-side). */
export const hasIdentity = ({ kind, issuer }: Principal): boolean =>
  kind === "user" || kind === "role-session" || (kind === "federated-user" && issuer?.endsWith(":root") !== true);
const hasSession = ({ kind }: Principal): boolean => kind !== "service" && kind !== "anonymous";
/** Not the management account, service-linked roles and service principals (rule authz.scp.bound). */
const isUnderScp = (caller: Principal): boolean => hasSession(caller) && !caller.serviceLinked && !caller.managementAccount;

/** Whether the policies of a layer bind this caller in this request at all. */
export function isBound(
  layer: Layer,
  { set }: LinkedSet,
  caller: Principal,
  action: ActionFacts,
  resource: ResourceFacts,
  account: string,
): boolean {
  return whyNotBound(layer, set.key?.managedBy === "aws", caller, action, resource, account) === undefined;
}

/**
 * Why the policies of a layer do not bind this caller on a resource of this account; undefined where they do. Whether the account is the management
 * account is known of the caller's own; for other callers' requests to it, who gathers the policies gives no resource control policies.
 *
 * Rule authz.scp.bound, rule authz.rcp.owner, rule authz.rcp.exempt, rule kms.retire.policies, rule authz.no-key.identity-only, rule kms.aliases.halves.
 */
export function whyNotBound(
  layer: Layer,
  awsManaged: boolean,
  caller: Principal,
  action: ActionFacts,
  resource: ResourceFacts,
  account: string,
): string | undefined {
  const retire = action.kms?.action === "kms:RetireGrant";
  switch (layer) {
    case "service-control":
      if (!hasSession(caller)) return `service control policies do not bind ${describeKind(caller)}`;
      if (caller.serviceLinked) return "service control policies do not bind service-linked roles";
      return caller.managementAccount ? "service control policies do not bind the management account" : undefined;
    case "resource-control":
      if (caller.serviceLinked) return "resource control policies do not bind service-linked roles";
      if (!isUnderRcps(action.service)) return `resource control policies do not cover ${action.service}`; // rule authz.rcp.services
      if (retire) return "resource control policies do not apply to kms:RetireGrant";
      if (awsManaged && resource.kind === "key") return "resource control policies do not apply to AWS managed keys";
      return caller.managementAccount && account === caller.account
        ? "resource control policies do not apply in the management account"
        : undefined;
    case "endpoint":
      return caller.kind === "service" ? "a service principal's calls pass no VPC endpoint" : undefined; // rule authz.endpoint.principals
    case "boundary":
    case "identity":
      return hasIdentity(caller)
        ? undefined
        : `${describeKind(caller)} has no ${layer === "boundary" ? "permissions boundary" : "identity policies"}`;
    case "session":
      return hasSession(caller) ? undefined : `${describeKind(caller)} has no session policies`;
    case "resource":
      if (retire) return "key policies have no say in kms:RetireGrant";
      return action.service === "kms" && resource.kind !== "key" && resource.kind !== "other" ? "only keys have a key policy" : undefined;
    case "grant":
      return resource.kind === "key" ? undefined : "grants are on keys";
  }
}

const describeKind = ({ kind }: Principal): string =>
  kind === "root" ? "the root user" : kind === "service" ? "a service principal" : "an unsigned caller";

function slice(
  policy: LinkedPolicy,
  caller: Principal,
  action: ActionFacts,
  resource: ResourceFacts,
  limited: boolean,
): readonly Planned[] {
  return policy.statements.flatMap((statement) => {
    const named = namedWays(statement, caller, limited);
    if (!statement.effective || (named.ways | named.mayWays) === 0) return [];
    if (!actionMatches(statement, action) || !mayMatchResource(statement, resource)) return [];
    return [{ statement, layer: policy.layer, ...named }];
  });
}

/** Rule iam.action.patterns, rule iam.elements.except. */
export function actionMatches({ action: { mode, members } }: Pick<LinkedStatement, "action">, { lower }: ActionFacts): boolean {
  const subject = held(lower);
  return members.some(({ pattern }) => matchesPattern(pattern, subject)) === (mode === "only");
}

/** A pattern with variables may match; the others are settled here (rule iam.resource.patterns, rule iam.resource.no-resource, rule iam.resource.not-resource-none). */
export function mayMatchResource(
  { resource, hasTemplates }: Pick<LinkedStatement, "resource" | "hasTemplates">,
  { text }: ResourceFacts,
): boolean {
  if (resource === undefined || hasTemplates) return true;
  const subject = held(text);
  return resource.members.some(({ pattern }) => pattern !== undefined && matchesPattern(pattern, subject)) === (resource.mode === "only");
}

/**
 * How a statement names the caller; a statement without a principal names everybody it is attached to. `limited`: the caller has a boundary, and
 * then a Deny with NotPrincipal always applies (rule iam.not-principal.boundary).
 */
export function namedWays(
  { principal }: Pick<LinkedStatement, "principal">,
  caller: Principal,
  limited: boolean,
): { ways: number; mayWays: number } {
  if (principal === undefined) return { ways: DIRECT, mayWays: DIRECT };
  if (principal.mode === "only") return waysAmong(principal.members, caller);
  const spared = limited ? NO : isSpared(principal.members, caller);
  return { ways: spared === NO ? DIRECT : 0, mayWays: spared === YES ? 0 : DIRECT };
}

const BITS = { direct: DIRECT, role: ROLE, user: USER, account: ACCOUNT } as const;

export function waysAmong(members: readonly PrincipalMember[], caller: Principal): { ways: number; mayWays: number } {
  let [ways, mayWays] = [0, 0];
  for (const { pattern } of members) {
    const named = naming(pattern, caller);
    if (named === "perhaps") mayWays |= DIRECT;
    else if (named !== undefined) ways |= BITS[named];
  }
  return { ways, mayWays: ways | mayWays };
}

/**
 * NotPrincipal spares a caller only when its account, its role and its exact ARN are all listed, since AWS may check each of them; a service has
 * nothing but its name (rule iam.not-principal.listed, rule iam.not-principal.all-levels).
 */
function isSpared(members: readonly PrincipalMember[], caller: Principal): Tri {
  const listed = new Set<Naming>(members.map(({ pattern }) => (pattern.kind === "anyone" ? undefined : naming(pattern, caller))));
  if (members.some(({ pattern }) => pattern.kind === "anyone")) return YES;
  const exactly = listed.has("direct") ? YES : listed.has("perhaps") ? MAYBE : NO;
  if (caller.kind === "service" || caller.kind === "anonymous") return exactly;
  const account = tri(listed.has("account"));
  if (caller.kind === "root") return account;
  return and(and(account, exactly), caller.kind === "role-session" ? tri(listed.has("role")) : YES);
}

function planGrants({ grants }: LinkedSet, caller: Principal, action: ActionFacts, resource: ResourceFacts): readonly PlannedGrant[] {
  const operation = action.kms?.grantOperation;
  if (operation === undefined || resource.kind !== "key") return [];
  return grants.flatMap((linked) => {
    if (!isOnKey(linked, resource.text)) return [];
    const named = waysAmong([{ text: "", pattern: linked.grantee }], caller);
    const isListed = linked.operations.has(operation) && named.mayWays !== 0;
    return isListed || operation === "RetireGrant" ? [{ linked, operation, ...named }] : [];
  });
}

/**
 * Whether a statement of the plan applies to a request: all that was left open are its conditions, patterns with variables, and whether there is such a
 * statement at all.
 */
export function applies({ statement, ways }: Planned, facts: Facts): Tri {
  let holds: Tri = ways === 0 || statement.doubt !== undefined ? MAYBE : YES;
  if (statement.hasTemplates && statement.resource !== undefined)
    holds = and(holds, resourceMatches(statement.resource, facts.request.resource.text, facts));
  for (const condition of statement.conditions) {
    if (holds === NO) return NO;
    holds = and(holds, conditionHolds(condition, facts));
  }
  return holds;
}

export const grantApplies = ({ linked, operation }: PlannedGrant, facts: Facts): Tri =>
  isInEffect(linked, facts.request.grantTokens) ? constraintsHold(linked, operation, facts) : NO;

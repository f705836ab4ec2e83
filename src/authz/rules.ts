import { conditionKey } from "../catalog/condition-keys.ts";
import type { RuleId } from "../catalog/rules.ts";
import type { OperatorBase } from "../iam/operators.ts";
import type { PrincipalPattern } from "../iam/principal.ts";
import { foldCase } from "../iam/values.ts";
import type { Determining, Layer, Outcome, Trace, Way } from "./decision.ts";
import type { Fact, Facts, RequestFacts } from "./facts.ts";
import type { LinkedGrant } from "./grants.ts";
import { actsAsRoot } from "./limits.ts";
import type { LinkedSet, LinkedStatement } from "./link.ts";
import { type LinkedCondition, voidedBy } from "./match.ts";
import type { Plan } from "./plan.ts";
import { retiresBy } from "./retire.ts";
import type { Ruling } from "./ruling.ts";
import { YES } from "./tri.ts";
import { Untold } from "./untold.ts";

/** An answer, as far as the rules it rests on are read from it. */
export type Rested = {
  readonly linked: LinkedSet;
  readonly plan: Plan;
  readonly facts: Facts; // as what fixed it read them
  readonly trace: Trace;
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly ruling: Ruling; // says of an implicit deny where it ended
  readonly missing: readonly string[];
  readonly assumed: readonly string[];
};

/**
 * The rules that an answer rests on: how what fixed it let the caller in or stopped it, the operators of the conditions that held, and how what nobody told was
 * taken. Only of the answer as it is: rules that would have decided otherwise had they applied are not among them.
 */
export function rulesOf(rested: Rested): readonly RuleId[] {
  const { outcome } = rested;
  const rules =
    outcome === "allowed"
      ? allowing(rested)
      : outcome === "explicitDeny"
        ? denying(rested)
        : outcome === "implicitDeny"
          ? silent(rested)
          : undecided(rested);
  return [...new Set([...rules, ...rested.assumed.map(assuming)])];
}

type Fixed = { readonly layer: Layer; readonly statement: LinkedStatement; readonly way: Way | undefined };

/** The statements that fixed it. */
function fixing({ linked, trace, by }: Rested): readonly Fixed[] {
  const refs = new Set<Determining>(by);
  const ways = new Map(trace.policies.flatMap(({ statements }) => statements.map(({ ref, way }) => [ref, way] as const)));
  return linked.policies.flatMap(({ layer, statements }) =>
    statements.filter(({ ref }) => refs.has(ref)).map((statement) => ({ layer, statement, way: ways.get(statement.ref) })),
  );
}

function allowing(rested: Rested): readonly RuleId[] {
  const { plan, linked, by, facts } = rested;
  const fixed = fixing(rested);
  const ids = new Set(by.flatMap((one) => ("grant" in one ? [one.grant] : [])));
  const grants = linked.grants.filter(({ grant }) => ids.has(grant.GrantId));
  const usesSide = fixed.some(({ layer }) => layer === "identity");
  const isLimited = plan.boundary !== undefined || plan.session !== undefined;
  const forwarded = facts.request.forwarded === YES;
  return [
    ...fixed.flatMap((one) => (one.layer === "resource" ? throughResource(one.way, plan, isLimited) : throughIdentity(plan))),
    ...grants.flatMap((grant) => (plan.retires ? retiring(grant, plan) : throughGrant(grant, plan))),
    ...(actsAsRoot(plan) && !(plan.soleAuthority && plan.sameAccount) ? (["authz.root.no-policies"] as const) : []),
    ...(usesSide && isLimited ? (["authz.delegation.limits"] as const) : []),
    ...(plan.serviceControl.length > 0 ? (["authz.scp.levels"] as const) : []),
    ...(linked.set.endpoint === undefined || (plan.endpoint === undefined && !forwarded)
      ? []
      : ([forwarded ? "authz.endpoint.forwarded" : "authz.endpoint.both"] as const)),
    ...fixed.flatMap(({ statement }) => holding(statement, facts)),
  ];
}

function throughResource(way: Way | undefined, plan: Plan, isLimited: boolean): readonly RuleId[] {
  const { caller, sameAccount, soleAuthority } = plan;
  if (caller.kind === "service") return ["authz.service-principal.resource-side"];
  if (caller.kind === "anonymous") return ["authz.anonymous.kms"];
  if (!sameAccount) return ["authz.cross-account.both-sides"];
  const naming: readonly RuleId[] =
    way === "role" || way === "user" ? ["authz.naming.role"] : way === "direct" && isLimited ? ["authz.naming.direct"] : [];
  if (!soleAuthority) return ["authz.other-services.either", ...naming];
  const isRoot = caller.kind === "root";
  const delegation: RuleId = isRoot ? "authz.delegation.root-user" : "authz.delegation.account";
  if (plan.action.assumesRole) return ["authz.trust.sole-authority", ...(way === "account" ? [delegation] : naming)];
  return way === "account" ? [delegation] : ["authz.key-policy.direct", ...naming];
}

/** Of a key or role it counts by what the resource policy or a grant says. */
function throughIdentity(plan: Plan): readonly RuleId[] {
  if (plan.action.service === "kms" && plan.resource.kind === "*") return ["authz.no-key.identity-only"];
  if (plan.action.service === "kms" && plan.resource.kind === "alias") return ["kms.aliases.halves"];
  return plan.sameAccount && !plan.soleAuthority ? ["authz.other-services.either"] : [];
}

const GRANTEES: Partial<Readonly<Record<PrincipalPattern["kind"], RuleId>>> = {
  session: "kms.grants.exact-grantee",
  "federated-user": "kms.grants.exact-grantee",
  role: "kms.grants.role-grantee",
  user: "kms.grants.user-grantee",
  account: "kms.grants.account-grantee",
  service: "kms.grants.service-grantee",
};

function throughGrant({ grantee, issuer, pairs, grant }: LinkedGrant, plan: Plan): readonly RuleId[] {
  const { caller, sameAccount } = plan;
  const operation = plan.action.kms?.grantOperation;
  const isChild = operation === "CreateGrant";
  const as = GRANTEES[grantee.kind];
  return [
    "kms.grants.allow",
    ...(as === undefined ? [] : [as]),
    ...(sameAccount || caller.account === ""
      ? []
      : ([issuer === caller.account ? "kms.grants.issuer" : "kms.grants.cross-account"] as const)),
    ...(isChild ? (["kms.grants.child-operations"] as const) : []),
    ...(pairs === undefined || operation === "DescribeKey"
      ? []
      : ([isChild ? "kms.grants.child-constraints" : "kms.grants.constraints"] as const)),
    ...(grant.Constraints?.SourceArn === undefined ? [] : ([isChild ? "kms.grants.child-source" : "kms.grants.source"] as const)),
    ...(grant.Propagated === false ? (["kms.grants.tokens"] as const) : []),
  ];
}

function retiring(linked: LinkedGrant, plan: Plan): readonly RuleId[] {
  const { caller, sameAccount } = plan;
  const isOwn = sameAccount || linked.issuer === caller.account || caller.account === "";
  const named: RuleId = retiresBy(linked, plan) === "account" ? "kms.retire.accounts" : "kms.retire.named";
  return isOwn ? [named] : [named, "kms.retire.other-account"];
}

function denying(rested: Rested): readonly RuleId[] {
  const { plan, trace, facts } = rested;
  const fixed = fixing(rested);
  const layers = new Set(fixed.map(({ layer }) => layer));
  const isLimited = plan.bound.some(({ layer }) => layer === "boundary");
  return [
    "authz.deny.wins",
    ...(layers.size > 1 ? (["authz.deny.order"] as const) : []),
    ...(layers.has("service-control") ? (["authz.scp.bound"] as const) : []),
    ...(layers.has("resource-control") ? ([plan.resource.kind === "*" ? "authz.rcp.no-key" : "authz.rcp.owner"] as const) : []),
    ...(layers.has("endpoint") ? (["authz.endpoint.both"] as const) : []),
    ...(fixed.some(({ statement: { principal } }) => principal?.mode === "except")
      ? ([isLimited ? "iam.not-principal.boundary" : "iam.not-principal.listed"] as const)
      : []),
    ...(trace.grants.some(({ applies }) => applies === true) ? (["kms.grants.deny"] as const) : []),
    ...fixed.flatMap(({ statement }) => holding(statement, facts)),
  ];
}

function silent(rested: Rested): readonly RuleId[] {
  const { plan, linked, ruling } = rested;
  if (ruling.outcome !== "implicitDeny") return [];
  switch (ruling.because) {
    case "unsigned":
      return ["authz.anonymous.kms"];
    case "no-grant":
      return ["kms.retire.no-grant"];
    case "never-asked":
      return plan.refusal === undefined ? [] : [plan.refusal.rule];
    case "not-across-accounts":
      return [plan.action.kms === undefined ? "authz.cross-account.services" : "authz.cross-account.operations"];
    case "level":
      return linked.set.serviceControl.some((level) => level.length === 0)
        ? ["authz.scp.levels", "authz.scp.empty-level"]
        : ["authz.scp.levels"];
    case "delegated":
      return ["authz.delegation.account", ...(ruling.layer === "identity" ? [] : limiting(ruling.layer, rested))];
    case "silent":
      return ["authz.default.deny", ...silentLayer(ruling.layer, rested)];
  }
}

function silentLayer(layer: Layer, rested: Rested): readonly RuleId[] {
  const { plan, trace } = rested;
  const { caller, action, resource, sameAccount, soleAuthority } = plan;
  const isForeign = !sameAccount && caller.account !== "";
  const hasGrant = trace.grants.some(({ applies }) => applies === true);
  switch (layer) {
    case "endpoint":
      return ["authz.endpoint.both"];
    case "grant":
      return ["kms.retire.named", "kms.retire.accounts"];
    case "session":
    case "boundary":
      return limiting(layer, rested);
    case "identity":
      if (plan.retires) return [isForeign ? "kms.retire.other-account" : "kms.retire.accounts"];
      if (isForeign) return [hasGrant ? "kms.grants.cross-account" : "authz.cross-account.both-sides"];
      return throughIdentity(plan);
    default:
      if (caller.kind === "service") return ["authz.service-principal.resource-side"];
      if (isForeign && (soleAuthority || resource.kind === "other")) return ["authz.cross-account.both-sides"];
      if (action.assumesRole) return ["authz.trust.sole-authority"];
      if (soleAuthority) return ["authz.key-policy.sole-authority"];
      return throughIdentity(plan);
  }
}

/** A session policy or boundary that does not allow it. */
function limiting(layer: Layer, { plan, trace }: Rested): readonly RuleId[] {
  if (!plan.sameAccount) return ["authz.cross-account.limits"];
  if (layer === "session" && plan.session === undefined) return ["authz.session.federated"];
  if (actsAsRoot(plan)) return ["authz.root.session"];
  if (plan.retires) return ["kms.retire.limits"];
  const isNamed = trace.policies.some(({ statements }) =>
    statements.some(({ effect, applies, way }) => effect === "Allow" && applies === true && (way === "role" || way === "user")),
  );
  const isGranted = trace.grants.some(({ applies }) => applies === true);
  const named: readonly RuleId[] = [
    ...(isNamed ? (["authz.naming.role"] as const) : []),
    ...(isGranted ? (["kms.grants.role-grantee"] as const) : []),
  ];
  return named.length > 0 ? named : ["authz.delegation.limits"];
}

function undecided({ missing, plan, facts }: Rested): readonly RuleId[] {
  return ["context.untold.undetermined", ...missing.map((name) => untelling(name, plan, facts.request))];
}

function untelling(name: string, { caller }: Plan, { unknown, opened, key }: RequestFacts): RuleId {
  const row = conditionKey(name);
  if (unknown.length > 0 || opened === "all") return "context.untold.listed";
  if (row?.name === "aws:userid" && caller.kind === "role-session" && caller.session === undefined) return "context.untold.session-name";
  if (row?.availability.on === "key" && key === undefined) return "context.untold.key-facts";
  return row?.name === "kms:EncryptionContext:" ? "context.encryption.twins" : "context.untold.sent";
}

const ASSUMED: Readonly<Record<string, RuleId>> = {
  "kms:viaservice": "context.untold.forwarding",
  "aws:principalarn": "context.untold.role-path",
  "aws:multifactorauthage": "context.untold.mfa",
  "aws:multifactorauthpresent": "context.untold.mfa",
};

function assuming(name: string): RuleId {
  const folded = foldCase(name);
  return (Object.hasOwn(ASSUMED, folded) ? ASSUMED[folded] : undefined) ?? "context.untold.optional";
}

const BY_TYPE: readonly (readonly [begins: string, rule: RuleId])[] = [
  ["StringEqualsIgnoreCase", "iam.operators.characters"],
  ["String", "iam.operators.string"],
  ["Numeric", "iam.operators.order"],
  ["Date", "iam.operators.order"],
  ["Bool", "iam.operators.bool"],
  ["Binary", "iam.operators.binary"],
  ["Ip", "iam.operators.ip"],
  ["Arn", "iam.operators.arn"],
  ["Null", "iam.operators.null"],
];

/** What makes the conditions of a statement hold. */
const holding = ({ conditions }: LinkedStatement, facts: Facts): readonly RuleId[] =>
  conditions.flatMap((condition) =>
    voidedBy(condition, facts) === "policy" ? ["iam.operators.arn-no-pattern"] : holdingOne(condition, facts.value(condition.slot)),
  );

function holdingOne({ base, quantifier, negated, hasTemplates }: LinkedCondition, value: Fact): readonly RuleId[] {
  if (base === "Null") return [quantifier === "single" ? "iam.operators.null" : "iam.operators.null-set"];
  const set: readonly RuleId[] =
    quantifier === "single" ? [] : [quantifier === "for-all-values" ? "iam.operators.for-all-values" : "iam.operators.for-any-value"];
  if (value === undefined) return quantifier === "for-all-values" ? set : ["iam.operators.absent"];
  return [
    ...set,
    typeRule(base),
    ...(negated ? (["iam.operators.none-of"] as const) : []),
    ...(hasTemplates ? (["iam.variables.where"] as const) : []),
    ...(value instanceof Untold ? (["context.untold.follows"] as const) : []),
  ];
}

const typeRule = (base: OperatorBase): RuleId => BY_TYPE.find(([begins]) => base.startsWith(begins))?.[1] ?? "iam.operators.all-of";

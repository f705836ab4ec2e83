import { naming } from "../iam/principal.ts";
import { held, matchesPattern } from "../iam/wildcard.ts";
import type { PrincipalMember } from "./compile.ts";
import type { Layer } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { constraintsHold, isInEffect, isOnKey, type LinkedGrant } from "./grants.ts";
import type { LinkedPolicy, LinkedStatement } from "./link.ts";
import { resourceMatches } from "./match.ts";
import { actionMatches, DIRECT, namedWays, type Plan, waysAmong } from "./plan.ts";
import { retiresBy } from "./retire.ts";
import { and, MAYBE, NO, type Tri, tri, YES } from "./tri.ts";

/** Which entries of a statement match what one plan asks: as far as caller, action and resource settle it. Coverage counts from it. */
export type Reach = {
  readonly layer: Layer;
  readonly statement: LinkedStatement;
  readonly isForAction: boolean;
  readonly actions: readonly boolean[]; // of each entry of `Action` or `NotAction`: whether it matches the action
  readonly resources: readonly (Tri | undefined)[]; // of each entry of `Resource` or `NotResource`; undefined: it has variables
  readonly principals: readonly Tri[]; // of each entry of `Principal` or `NotPrincipal`: whether it names the caller
  readonly named: Tri; // what the whole element says of the caller
  readonly isDirect: boolean; // names the caller itself: nothing of the caller's own side limits it (rule authz.naming.direct)
};

/** Of the policies that bind the caller, every statement that can have an effect and has to do with the action: by naming it, or by excepting it. */
export function reachOf(plan: Plan): readonly Reach[] {
  const limited = plan.bound.some(({ layer }) => layer === "boundary");
  return plan.bound.flatMap((policy) =>
    policy.statements
      .filter((statement) => statement.effective && (statement.action.mode === "except" || actionMatches(statement, plan.action)))
      .map((statement) => reachIn(policy, statement, plan, limited)),
  );
}

function reachIn({ layer }: LinkedPolicy, statement: LinkedStatement, plan: Plan, limited: boolean): Reach {
  const { caller, action, resource } = plan;
  const { ways, mayWays } = namedWays(statement, caller, limited);
  const [asked, on] = [held(action.lower), held(resource.text)];
  const names = ({ pattern }: PrincipalMember): Tri => {
    const way = naming(pattern, caller);
    return way === "perhaps" ? MAYBE : tri(way !== undefined);
  };
  return {
    layer,
    statement,
    isForAction: actionMatches(statement, action),
    actions: statement.action.members.map(({ pattern }) => matchesPattern(pattern, asked)),
    resources:
      statement.resource?.members.map(({ pattern }) => (pattern === undefined ? undefined : tri(matchesPattern(pattern, on)))) ?? [],
    principals: statement.principal?.members.map(names) ?? [],
    named: ways !== 0 ? YES : mayWays !== 0 ? MAYBE : NO,
    isDirect: (ways & DIRECT) !== 0,
  };
}

/** Whether one entry of the resource element matches in a request. */
export function entryMatches({ statement: { resource }, resources }: Reach, index: number, facts: Facts): Tri {
  const settled = resources[index];
  const member = resource?.members[index];
  if (settled !== undefined || resource === undefined || member === undefined) return settled ?? NO;
  return resourceMatches({ mode: "only", members: [member], at: resource.at }, facts.request.resource.text, facts);
}

/** How far a request comes in a grant: undefined where it is none that the grant is about. */
export type GrantReach = {
  readonly operation: string;
  readonly applies: Tri;
  readonly isDirect: boolean;
  readonly constraints: readonly { readonly name: string; readonly holds: Tri }[]; // those that were asked
};

/** The operation and the key, then who asks, then the constraints (rule kms.grants.allow). */
export function grantReach(linked: LinkedGrant, plan: Plan, facts: Facts): GrantReach | undefined {
  const operation = plan.action.kms?.grantOperation;
  if (operation === undefined || plan.resource.kind !== "key" || !isOnKey(linked, plan.resource.text)) return undefined;
  if (plan.retires) return retireReach(linked, operation, plan, facts);
  if (!linked.operations.has(operation)) return undefined;
  const { ways, mayWays } = waysAmong([{ text: "", pattern: linked.grantee }], plan.caller);
  const named = ways !== 0 ? YES : mayWays !== 0 ? MAYBE : NO;
  const isDirect = (ways & DIRECT) !== 0;
  const before = and(named, tri(isInEffect(linked, facts.request.grantTokens)));
  if (before === NO) return { operation, applies: NO, isDirect, constraints: NONE };
  const constraints = before === YES ? constraintsAsked(linked, operation, facts) : NONE;
  return { operation, applies: and(before, constraintsHold(linked, operation, facts)), isDirect, constraints };
}

const NONE: readonly never[] = [];

/** Constraints do not bind who retires a grant (rule kms.retire.context). */
function retireReach(linked: LinkedGrant, operation: string, plan: Plan, { request }: Facts): GrantReach {
  const isMeant = request.grantTokens.length === 0 || request.grantTokens.includes(linked.grant.GrantToken ?? "");
  const way = retiresBy(linked, plan);
  return { operation, applies: tri(isMeant && way !== undefined), isDirect: way === "direct", constraints: NONE };
}

/** Each constraint by itself. Of a child grant whose operations the grant does not cover, none is asked. */
function constraintsAsked(linked: LinkedGrant, operation: string, facts: Facts): GrantReach["constraints"] {
  if (constraintsHold(alone(linked), operation, facts) !== YES) return NONE;
  const given = linked.grant.Constraints ?? {};
  const names = (Object.keys(given) as Constraint[]).filter((name) => given[name] !== undefined);
  return names
    .filter((name) => name === "SourceArn" || operation !== "DescribeKey")
    .map((name) => ({ name, holds: constraintsHold(alone(linked, name), operation, facts) }));
}

type Constraint = keyof NonNullable<LinkedGrant["grant"]["Constraints"]>;

/** The grant as it would be with no other constraint. */
function alone(linked: LinkedGrant, name?: Constraint): LinkedGrant {
  const { Constraints, ...rest } = linked.grant;
  if (name === "SourceArn") return { ...linked, grant: { ...rest, Constraints: { SourceArn: Constraints?.SourceArn } }, pairs: undefined };
  return { ...linked, grant: rest, pairs: name === undefined ? undefined : linked.pairs };
}

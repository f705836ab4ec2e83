import type { Layer } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { applies, type Plan } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { implicit, type Ruling } from "./ruling.ts";
import type { Planned, StatementList } from "./statement-list.ts";
import { and, not } from "./tri.ts";

/**
 * Every statement that denies, in the order in which a denial is reported (rule authz.deny.wins, rule authz.deny.order). It is asked before anything that
 * allows, grants too (rule kms.grants.deny).
 */
export function explicitDeny(plan: Plan, facts: Facts, reading: Reading): Ruling | undefined {
  let found: Planned[] | undefined;
  for (const planned of plan.denies.candidates(facts)) {
    const truth = applies(planned, facts);
    if (!reading.deny(planned.layer === "endpoint" ? and(truth, not(facts.request.forwarded)) : truth)) continue; // rule authz.endpoint.forwarded
    if (found === undefined) found = [planned];
    else found.push(planned);
  }
  return found && { outcome: "explicitDeny", by: found.map(({ statement }) => statement.ref), layer: (found[0] as Planned).layer };
}

/**
 * Service control policies, level by level, and the endpoint policy: each must allow, and gives nothing by that (rule authz.scp.levels, rule
 * authz.scp.empty-level, rule authz.endpoint.both, rule authz.limits.grant-nothing). Resource control policies have no Allow to wait for
 * (rule authz.rcp.deny-only).
 */
export function blocked(plan: Plan, facts: Facts, reading: Reading): Ruling | undefined {
  for (const level of plan.serviceControl) if (!someApply(level, facts, reading)) return implicit("service-control", "level");
  if (plan.endpoint === undefined || reading.allow(facts.request.forwarded) || someApply(plan.endpoint, facts, reading)) return undefined;
  return implicit("endpoint", "silent");
}

export function someApply(statements: StatementList, facts: Facts, reading: Reading): boolean {
  for (const planned of statements.candidates(facts)) if (reading.allow(applies(planned, facts))) return true;
  return false;
}

/**
 * The session policy or boundary that does not allow; undefined where neither limits the caller. A federated user without a session policy has
 * nothing from its own side. Rule authz.delegation.limits, rule authz.session.federated, rule authz.root.session.
 */
export function limitOf({ session, boundary, caller }: Plan, facts: Facts, reading: Reading): Layer | undefined {
  const sessionAllows = session === undefined ? caller.kind !== "federated-user" : someApply(session, facts, reading);
  if (!sessionAllows) return "session";
  return boundary === undefined || someApply(boundary, facts, reading) ? undefined : "boundary";
}

/** The root user needs no identity policy, nor does a session that it issued (rule authz.root.no-policies). */
export const actsAsRoot = ({ caller }: Plan): boolean => caller.kind === "root" || caller.issuer?.endsWith(":root") === true;

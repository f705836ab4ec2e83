import { naming } from "../iam/principal.ts";
import { Facts, type Values } from "./facts.ts";
import type { LinkedGrant } from "./grants.ts";
import { actsAsRoot, blocked, explicitDeny, limitOf } from "./limits.ts";
import { applies, type Plan } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { implicit, type Ruling } from "./ruling.ts";
import { MAYBE } from "./tri.ts";

/**
 * kms:RetireGrant is no ordinary permission: the grant itself says who may retire it, and no key policy has a say (KMS Developer Guide, Retiring and
 * revoking grants). The grants that may be meant are those whose token the request brings, or all of them; each is judged with the context it gives.
 */
export function decideRetire(plan: Plan, factsOf: (grant: LinkedGrant) => Facts, tokens: readonly string[], reading: Reading): Ruling {
  if (plan.caller.kind === "anonymous") return implicit("resource", "unsigned");
  const candidates = plan.grants.filter(({ linked }) => tokens.length === 0 || tokens.includes(linked.grant.GrantToken ?? ""));
  if (candidates.length === 0) return implicit("grant", "no-grant");
  const rulings = candidates.map(({ linked }) => retireOne(plan, linked, factsOf(linked), reading));
  const chosen = rulings.find(({ outcome }) => outcome === "allowed") ?? rulings.find(({ outcome }) => outcome === "explicitDeny") ?? rulings[0];
  return chosen as Ruling;
}

function retireOne(plan: Plan, linked: LinkedGrant, facts: Facts, reading: Reading): Ruling {
  const stopped = explicitDeny(plan, facts, reading);
  if (stopped !== undefined) return stopped;
  if (plan.refusal !== undefined) return implicit("resource", "never-asked");
  return blocked(plan, facts, reading) ?? mayRetire(plan, linked, facts, reading);
}

/** Named as retiring principal or grantee; or by way of an account that may retire it and lets its identity policies decide. */
function mayRetire(plan: Plan, linked: LinkedGrant, facts: Facts, reading: Reading): Ruling {
  const by = { grant: linked.grant.GrantId };
  const { caller } = plan;
  const named = namedIn(linked, plan, reading);
  if (caller.kind === "service") return named === "direct" ? { outcome: "allowed", by: [by] } : implicit("grant", "silent");
  const limit = limitOf(plan, facts, reading);
  const own = plan.sameAccount || linked.issuer === caller.account;
  if (own && (named === "direct" || (named === "limited" && limit === undefined))) return { outcome: "allowed", by: [by] };

  const delegated = named === "account" || caller.account === plan.account || caller.account === (linked.issuer ?? plan.account);
  if (named === undefined && !delegated) return implicit("grant", "silent");
  const identity = plan.identity.filter((planned) => reading.allow(applies(planned, facts)));
  if (!actsAsRoot(plan) && identity.length === 0) return implicit(own && named === "limited" ? (limit ?? "identity") : "identity", "silent");
  if (limit !== undefined) return implicit(limit, "silent");
  return { outcome: "allowed", by: [...identity.map(({ statement }) => statement.ref), by] };
}

/** How the grant names the caller as one who may retire it: by role or issuing user its limits count, by account its identity policies decide. */
function namedIn({ retiring, grantee, operations }: LinkedGrant, { caller }: Plan, reading: Reading): "direct" | "limited" | "account" | undefined {
  const names = [retiring, operations.has("RetireGrant") ? grantee : undefined].map((pattern) => pattern && naming(pattern, caller));
  if (names.includes("direct")) return "direct";
  if (names.includes("perhaps") && reading.allow(MAYBE)) return "direct";
  if (names.includes("role") || names.includes("user")) return "limited";
  return names.includes("account") ? "account" : undefined;
}

/** The same request as it reads for one grant to retire: the keys that follow from the grant are worked out anew. */
export const forGrant = (facts: Facts, plan: Plan, given: Values, { grant }: LinkedGrant): Facts => new Facts(facts.told, plan.scope, [...given], grant);

import type { Layer } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { blocked, explicitDeny } from "./limits.ts";
import { ACCOUNT, DIRECT, type Plan, ROLE, USER } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { Routes } from "./routes.ts";
import { implicit, type Ruling } from "./ruling.ts";

/**
 * An explicit deny wins; limits must each allow; then the
 * key policy allows directly, or lets the account's identity policies do so, or a grant allows; across accounts both sides must.
 */
export function decide(plan: Plan, facts: Facts, reading: Reading): Ruling {
  const { caller, action } = plan;
  // rule authz.anonymous.kms, rule authz.check.never-made, rule authz.partition.apart, rule authz.cross-account.operations,
  // rule authz.cross-account.services
  if (caller.kind === "anonymous" && action.service === "kms") return implicit("resource", "unsigned");
  const denied = explicitDeny(plan, facts, reading);
  if (denied !== undefined) return denied;
  if (plan.refusal !== undefined) return implicit("resource", "never-asked");
  if (!plan.sameAccount && caller.account !== "" && action.stays) return implicit("resource", "not-across-accounts");
  return blocked(plan, facts, reading) ?? allows(plan, facts, reading);
}

/** Whatever route lets the caller in; without one it is denied (rule authz.default.deny). */
function allows(plan: Plan, facts: Facts, reading: Reading): Ruling {
  const routes = new Routes(plan, facts, reading);
  return routes.allowed() ?? nearest(plan, routes);
}

/** The layer at which the route that comes nearest to Allow ends. */
function nearest({ caller, sameAccount, soleAuthority }: Plan, routes: Routes): Ruling {
  const ownSide = (): Layer => routes.missingSide() ?? "resource";
  if (caller.account === "") return implicit("resource", "silent"); // services and unsigned callers have no side of their own
  if (!sameAccount) return implicit(routes.has(DIRECT | ROLE | USER | ACCOUNT) ? ownSide() : "resource", "silent");
  if (!soleAuthority) return implicit((routes.has(ROLE | USER) ? routes.limit() : undefined) ?? ownSide(), "silent");
  if (routes.has(ROLE | USER)) return implicit(routes.limit() ?? "resource", "silent");
  return routes.has(ACCOUNT) ? implicit(ownSide(), "delegated") : implicit("resource", "silent");
}

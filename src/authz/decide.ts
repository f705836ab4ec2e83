import type { Facts } from "./facts.ts";
import { blocked, explicitDeny } from "./limits.ts";
import { ACCOUNT, DIRECT, type Plan, ROLE, USER } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { Routes } from "./routes.ts";
import { implicit, type Ruling } from "./ruling.ts";

/**
 * IAM User Guide, policy evaluation logic; KMS Developer Guide, Key policies in AWS KMS: an explicit deny wins; limits must each allow; then the
 * key policy allows directly, or lets the account's identity policies do so, or a grant allows; across accounts both sides must.
 */
export function decide(plan: Plan, facts: Facts, reading: Reading): Ruling {
  const { caller, action } = plan;
  if (caller.kind === "anonymous" && action.service === "kms") return implicit("resource", "unsigned");
  const denied = explicitDeny(plan, facts, reading);
  if (denied !== undefined) return denied;
  if (plan.refusal !== undefined) return implicit("resource", "never-asked");
  if (!plan.sameAccount && caller.account !== "" && action.kms?.crossAccount === false) return implicit("resource", "not-across-accounts");
  return blocked(plan, facts, reading) ?? allows(plan, facts, reading);
}

function allows(plan: Plan, facts: Facts, reading: Reading): Ruling {
  const routes = new Routes(plan, facts, reading);
  if (plan.caller.kind === "service" || plan.caller.kind === "anonymous") return routes.allowedBy(DIRECT) ?? implicit("resource", "silent");
  if (!plan.sameAccount) return acrossAccounts(routes);
  return plan.soleAuthority ? onKey(routes) : withinAccount(routes);
}

/**
 * A KMS key, or a role to assume: named directly, a caller needs nothing more; by its role or its issuing user, its boundary and session policies
 * must allow; by its account, its identity policies must too (IAM User Guide, policy evaluation within an account; KMS Developer Guide, key policies).
 */
function onKey(routes: Routes): Ruling {
  const limit = routes.has(ACCOUNT | ROLE | USER) ? routes.limit() : undefined;
  const side = routes.has(ACCOUNT) ? routes.missingSide() : "identity";
  const opens = DIRECT | (limit === undefined ? ROLE | USER : 0) | (side === undefined ? ACCOUNT : 0);
  const allowed = routes.allowedBy(opens);
  if (allowed !== undefined) return allowed;
  if (routes.has(ROLE | USER)) return implicit(limit ?? "resource", "silent");
  return routes.has(ACCOUNT) ? implicit(side ?? "identity", "delegated") : implicit("resource", "silent");
}

/** Any other resource: the caller's own policies or the resource policy are enough alone. */
function withinAccount(routes: Routes): Ruling {
  const side = routes.missingSide();
  const opens = DIRECT | (routes.limit() === undefined ? ROLE | USER : 0); // a statement for the whole account adds nothing to the caller's own policies
  return routes.allowedBy(opens, side === undefined) ?? implicit(side ?? "identity", "silent");
}

/** Both accounts must allow. A grant that the caller's own account issued speaks for both (recorded decisions on grants, KMS). */
function acrossAccounts(routes: Routes): Ruling {
  const side = routes.has(DIRECT | ROLE | USER | ACCOUNT) ? routes.missingSide() : "resource";
  const opens = side === undefined ? DIRECT | ROLE | USER | ACCOUNT : 0;
  const own = DIRECT | (routes.limit() === undefined ? ROLE | USER : 0);
  return routes.allowedBy(opens, false, own) ?? implicit(side ?? "identity", "silent");
}

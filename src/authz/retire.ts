import { naming } from "../iam/principal.ts";
import { Facts, type Values } from "./facts.ts";
import type { LinkedGrant } from "./grants.ts";
import { actsAsRoot, blocked, explicitDeny, limitOf } from "./limits.ts";
import { applies, type Plan } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { implicit, type Ruling } from "./ruling.ts";
import { MAYBE } from "./tri.ts";

/**
 * kms:RetireGrant is no ordinary permission: the grant itself says who may retire it, and no key policy has a say (rule kms.retire.policies,
 * rule kms.retire.no-grant). The grants that may be meant are those whose token the request brings, or all of them; each is judged with the context it gives.
 */
export function decideRetire(plan: Plan, factsOf: (grant: LinkedGrant) => Facts, tokens: readonly string[], reading: Reading): Ruling {
  if (plan.caller.kind === "anonymous") return implicit("resource", "unsigned");
  const candidates = retirable(plan, tokens);
  if (candidates.length === 0) return implicit("grant", "no-grant");
  const rulings = candidates.map((linked) => retireOne(plan, linked, factsOf(linked), reading));
  const by = new Set(rulings.flatMap((ruling) => (ruling.outcome === "allowed" ? ruling.by : [])));
  if (by.size > 0) return { outcome: "allowed", by: [...by].sort((a, b) => Number("grant" in a) - Number("grant" in b)) };
  const denying = new Set(rulings.flatMap((ruling) => (ruling.outcome === "explicitDeny" ? ruling.by : [])));
  const denies = plan.denies.all.filter(({ statement }) => denying.has(statement.ref));
  const [first] = denies;
  if (first === undefined) return rulings[0] as Ruling;
  return { outcome: "explicitDeny", by: denies.map(({ statement }) => statement.ref), layer: first.layer };
}

/** The grants of the key that may be meant: those whose token the request brings, or all of them. */
export const retirable = (plan: Plan, tokens: readonly string[]): readonly LinkedGrant[] =>
  plan.grants.filter(({ linked }) => tokens.length === 0 || tokens.includes(linked.grant.GrantToken ?? "")).map(({ linked }) => linked);

function retireOne(plan: Plan, linked: LinkedGrant, facts: Facts, reading: Reading): Ruling {
  const stopped = explicitDeny(plan, facts, reading);
  if (stopped !== undefined) return stopped;
  if (plan.refusal !== undefined) return implicit("resource", "never-asked");
  return blocked(plan, facts, reading) ?? mayRetire(plan, linked, facts, reading);
}

/**
 * Named as retiring principal or grantee, a caller needs nothing more in the account that issued the grant; elsewhere, or by way of an account that
 * has a say, its own side must allow (rule kms.retire.other-account, rule kms.retire.limits).
 */
function mayRetire(plan: Plan, linked: LinkedGrant, facts: Facts, reading: Reading): Ruling {
  const by = { grant: linked.grant.GrantId };
  const { caller } = plan;
  const way = retiresBy(linked, plan, reading);
  if (way === undefined || (caller.kind === "service" && way !== "direct")) return implicit("grant", "silent");
  if (caller.kind === "service") return { outcome: "allowed", by: [by] };

  const limit = limitOf(plan, facts, reading);
  const identity = plan.identity.candidates(facts).filter((planned) => reading.allow(applies(planned, facts)));
  const isOwn = plan.sameAccount || linked.issuer === caller.account;
  const isNamed = isOwn && (way === "direct" || (way === "limited" && limit === undefined));
  const isLet = (!isOwn || way === "account" || hasSay(linked, plan)) && limit === undefined && (actsAsRoot(plan) || identity.length > 0);
  if (isLet) return { outcome: "allowed", by: [...identity.map(({ statement }) => statement.ref), by] };
  if (isNamed) return { outcome: "allowed", by: [by] };
  return implicit(limit !== undefined && (way === "limited" || identity.length > 0 || actsAsRoot(plan)) ? limit : "identity", "silent");
}

/**
 * How a grant lets the caller retire it: named itself; by its role or issuing user, when what limits the caller counts; or by an account, when
 * identity policies decide (rule kms.retire.named, rule kms.retire.accounts). Without a reading, what may be is taken to be.
 */
export function retiresBy(linked: LinkedGrant, plan: Plan, reading?: Reading): "direct" | "limited" | "account" | undefined {
  const { retiring, grantee, operations } = linked;
  const names = [retiring, operations.has("RetireGrant") ? grantee : undefined].map((pattern) => pattern && naming(pattern, plan.caller));
  if (names.includes("direct")) return "direct";
  if (names.includes("perhaps") && (reading === undefined || reading.allow(MAYBE))) return "direct";
  if (names.includes("role") || names.includes("user")) return "limited";
  return names.includes("account") || hasSay(linked, plan) ? "account" : undefined;
}

/** The accounts whose identity policies may let a caller retire the grant: the one that issued it, and the key's. */
export const hasSay = ({ issuer }: LinkedGrant, { caller, account }: Plan): boolean =>
  caller.account !== "" && (caller.account === account || caller.account === (issuer ?? account));

/** The same request as it reads for one grant to retire: the keys that follow from the grant are worked out anew (rule kms.retire.context). */
export const forGrant = (facts: Facts, plan: Plan, given: Values, { grant }: LinkedGrant): Facts =>
  new Facts(facts.request, plan.scope, [...given], grant);

import type { Determining, Layer } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { actsAsRoot, limitOf } from "./limits.ts";
import { ACCOUNT, applies, DIRECT, grantApplies, type Plan, type PlannedGrant, ROLE, USER } from "./plan.ts";
import type { Reading } from "./reading.ts";
import type { Ruling } from "./ruling.ts";
import type { Planned } from "./statement-list.ts";
import { MAYBE } from "./tri.ts";

/** What of the resource policy, the grants and the caller's own policies applies to one request; each part worked out when first asked for. */
export class Routes {
  private readonly plan: Plan;
  private readonly facts: Facts;
  private readonly reading: Reading;
  private readonly statements: Planned[] = [];
  private readonly grants: PlannedGrant[] = [];
  private ways = 0;
  private identity: readonly Planned[] | undefined;
  private limiting: Layer | "none" | undefined;

  constructor(plan: Plan, facts: Facts, reading: Reading) {
    this.plan = plan;
    this.facts = facts;
    this.reading = reading;
    for (const planned of plan.resourceAllows.candidates(facts))
      if (reading.allow(applies(planned, facts))) this.take(this.statements, planned);
    for (const planned of plan.grants)
      if (waysOf(planned, reading) !== 0 && reading.allow(grantApplies(planned, facts))) this.take(this.grants, planned);
  }

  private take<T extends Planned | PlannedGrant>(to: T[], planned: T): void {
    to.push(planned);
    this.ways |= waysOf(planned, this.reading);
  }

  /** Whether some statement of the resource policy, or some grant, that applies names the caller in one of these ways. */
  has(ways: number): boolean {
    return (this.ways & ways) !== 0;
  }

  /** The session policy or boundary that limits the caller, if one does. */
  limit(): Layer | undefined {
    this.limiting ??= limitOf(this.plan, this.facts, this.reading) ?? "none";
    return this.limiting === "none" ? undefined : this.limiting;
  }

  /** What is missing on the caller's own side: an identity policy, or what limits it; undefined where nothing is. */
  missingSide(): Layer | undefined {
    return !actsAsRoot(this.plan) && this.identityAllows().length === 0 ? "identity" : this.limit();
  }

  private identityAllows(): readonly Planned[] {
    if (this.identity !== undefined) return this.identity;
    const found: Planned[] = [];
    for (const planned of this.plan.identity.candidates(this.facts))
      if (this.reading.allow(applies(planned, this.facts))) found.push(planned);
    this.identity = found;
    return found;
  }

  private sideAllows(): boolean {
    return this.missingSide() === undefined;
  }

  /** All that allows the request: of the resource policy, of the caller's own policies, of the grants. Undefined where nothing does. */
  allowed(): Ruling | undefined {
    const { caller, sameAccount, soleAuthority } = this.plan;
    const isHome = sameAccount || caller.account === ""; // services and unsigned callers have no side of their own
    const isEnough = sameAccount && !soleAuthority && this.sideAllows(); // rule authz.other-services.either, rule authz.no-key.identity-only
    const by: Determining[] = [];
    const grants: Determining[] = [];
    let usesSide = isEnough;
    for (const planned of this.statements) {
      const route = this.routeOf(planned, isHome);
      if (route !== undefined) by.push(planned.statement.ref);
      if (route === "with-side") usesSide = true;
    }
    for (const planned of this.grants) {
      const { grant, issuer } = planned.linked;
      const route = this.routeOf(planned, isHome || issuer === caller.account); // rule kms.grants.issuer, rule kms.grants.allow
      if (route !== undefined) grants.push({ grant: grant.GrantId });
      if (route === "with-side") usesSide = true;
    }
    if (usesSide) for (const { statement } of this.identityAllows()) by.push(statement.ref);
    by.push(...grants);
    return by.length > 0 || isEnough ? { outcome: "allowed", by } : undefined;
  }

  /**
   * How a statement or grant that names the caller lets it in. One of the caller's own account (`isHome`):
   *
   * - named directly, alone: rule authz.key-policy.direct, rule authz.naming.direct, rule kms.grants.exact-grantee, rule kms.grants.user-grantee,
   *   rule authz.service-principal.resource-side, rule kms.grants.service-grantee;
   * - by its role or issuing user, alone where no session policy or boundary limits it: rule authz.naming.role, rule kms.grants.role-grantee;
   * - by its account, together with the caller's own side, where it is that of a key or a role: rule authz.delegation.account,
   *   rule authz.delegation.scope, rule authz.delegation.root-user, rule kms.grants.account-grantee.
   *
   * One of another account: together with the caller's own side, however it names the caller (rule authz.cross-account.both-sides,
   * rule authz.cross-account.limits, rule kms.grants.cross-account).
   */
  private routeOf(planned: Planned | PlannedGrant, isHome: boolean): "alone" | "with-side" | undefined {
    if (!isHome) return this.sideAllows() ? "with-side" : undefined;
    const ways = waysOf(planned, this.reading);
    if ((ways & ACCOUNT) !== 0 && this.plan.soleAuthority && this.sideAllows()) return "with-side";
    if ((ways & DIRECT) !== 0) return "alone";
    return (ways & (ROLE | USER)) !== 0 && this.limit() === undefined ? "alone" : undefined;
  }
}

const waysOf = ({ ways, mayWays }: Pick<Planned, "ways" | "mayWays">, reading: Reading): number =>
  ways === mayWays ? ways : reading.allow(MAYBE) ? mayWays : ways;

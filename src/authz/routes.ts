import type { Determining, Layer } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { actsAsRoot, limitOf } from "./limits.ts";
import { ACCOUNT, applies, grantApplies, type Plan, type PlannedGrant } from "./plan.ts";
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

  /**
   * Allowed by all that names the caller in one of the ways that open; `alone`: the caller's own policies are enough; `own`: the ways in which a grant
   * that the caller's own account issued opens across accounts. Undefined where nothing is left.
   */
  allowedBy(opens: number, alone = false, own = 0): Ruling | undefined {
    const by: Determining[] = [];
    let usesSide = alone;
    const opened = (planned: Planned | PlannedGrant): boolean => {
      const ways = waysOf(planned, this.reading) & opens;
      if (ways !== 0 && (!this.plan.sameAccount || (ways & ACCOUNT) !== 0)) usesSide = true;
      return ways !== 0;
    };
    for (const planned of this.statements) if (opened(planned)) by.push(planned.statement.ref);
    const isOwn = (planned: PlannedGrant) =>
      this.plan.samePartition && planned.linked.issuer === this.plan.caller.account && (waysOf(planned, this.reading) & own) !== 0;
    const grants = this.grants.length === 0 ? this.grants : this.grants.filter((planned) => isOwn(planned) || opened(planned));
    if (by.length === 0 && grants.length === 0 && !alone) return undefined;
    if (usesSide && this.plan.caller.account !== "") for (const { statement } of this.identityAllows()) by.push(statement.ref);
    for (const { linked } of grants) by.push({ grant: linked.grant.GrantId });
    return { outcome: "allowed", by };
  }
}

const waysOf = ({ ways, mayWays }: Pick<Planned, "ways" | "mayWays">, reading: Reading): number =>
  ways === mayWays ? ways : reading.allow(MAYBE) ? mayWays : ways;

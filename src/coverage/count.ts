import type { Provenance } from "../authz/answer.ts";
import type { Answer } from "../authz/decision.ts";
import type { Facts } from "../authz/facts.ts";
import type { LinkedGrant } from "../authz/grants.ts";
import { conditionHolds } from "../authz/match.ts";
import type { Plan } from "../authz/plan.ts";
import { entryMatches, grantReach, type Reach, reachOf } from "../authz/reach.ts";
import { and, MAYBE, NO, not, or, type Tri, YES } from "../authz/tri.ts";
import type { Policy, StatementRef } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import type { Counter, GrantRecord, PolicyRecord, StatementRecord } from "./records.ts";

/** What became of an item in one request, best last. */
type Status = "unknown" | "failed" | "matched" | "decided";

/**
 * Counts what requests made of the items of policies. Parts stand in the order action, resource, principal, conditions: an item is reached when
 * everything before it matched. What has nothing to do with a request's action costs it nothing.
 */
export class CoverageCount {
  readonly #statements = new WeakMap<StatementRef, { readonly policy: PolicyRecord; readonly record: StatementRecord }>();
  readonly #grants = new WeakMap<Grant, { readonly policy: PolicyRecord; readonly record: GrantRecord }>();
  readonly #drafts = new WeakMap<Plan, Draft>();

  /** From now on the statements of a policy count for a record. */
  policy({ statements }: Policy, policy: PolicyRecord): void {
    statements.forEach(({ ref }, i) => {
      const record = policy.statements[i];
      if (record !== undefined) this.#statements.set(ref, { policy, record });
    });
  }

  grants(grants: readonly Grant[], policy: PolicyRecord): void {
    grants.forEach((grant, i) => {
      const record = policy.grants[i];
      if (record !== undefined) this.#grants.set(grant, { policy, record });
    });
  }

  count(from: Provenance, answer: Pick<Answer, "by" | "outcome">): void {
    const { plan } = from;
    const facts = from.factsFor(answer.by);
    let draft = this.#drafts.get(plan);
    if (draft === undefined) {
      draft = this.#draft(from);
      this.#drafts.set(plan, draft);
    }
    const passesEndpoint = facts.request.forwarded !== YES;
    for (const policy of draft.policies) policy.requests++;
    if (passesEndpoint) for (const policy of draft.endpoints) policy.requests++;
    for (const one of draft.statements) {
      if (one.reach.layer === "endpoint" && !passesEndpoint) continue;
      if (one.reach.isForAction) countStatement(one, facts, decides(one.reach, draft, plan, answer));
      else countSparedAction(one, facts);
    }
    for (const { linked, record } of draft.grants) countGrant(linked, record, plan, facts, answer.by);
  }

  #draft({ linked, plan }: Provenance): Draft {
    const policiesOf = (isEndpoint: boolean) => [
      ...new Set(
        plan.bound
          .filter(({ layer }) => (layer === "endpoint") === isEndpoint)
          .flatMap(({ statements }) => this.#statements.get(statements[0]?.ref as StatementRef)?.policy ?? []),
      ),
    ];
    const grants =
      plan.resource.kind !== "key" ? [] : linked.grants.flatMap((one) => ({ linked: one, found: this.#grants.get(one.grant) }));
    const reaches = reachOf(plan);
    return {
      policies: [...policiesOf(false), ...new Set(grants.flatMap(({ found }) => found?.policy ?? []))],
      endpoints: policiesOf(true),
      statements: reaches.flatMap((reach) => {
        const found = this.#statements.get(reach.statement.ref);
        return found === undefined ? [] : [{ reach, record: found.record }];
      }),
      grants: grants.flatMap(({ linked: one, found }) => (found === undefined ? [] : [{ linked: one, record: found.record }])),
      direct: new Set(reaches.filter(({ layer, isDirect }) => layer === "resource" && isDirect).map(({ statement }) => statement.ref)),
    };
  }
}

/** What caller, action and resource settle: the same for every request of one plan. */
type Draft = {
  readonly policies: readonly PolicyRecord[];
  readonly endpoints: readonly PolicyRecord[];
  readonly statements: readonly Drafted[];
  readonly grants: readonly { readonly linked: LinkedGrant; readonly record: GrantRecord }[];
  readonly direct: ReadonlySet<StatementRef>; // statements of the resource policy that name the caller itself
};
type Drafted = { readonly reach: Reach; readonly record: StatementRecord };

/**
 * Whether a statement decides if it applies: `by` names it. An answer never names the Allow of a policy that only limits; such a one decides where the
 * request was allowed and the policy limited it.
 */
function decides({ layer, statement }: Reach, draft: Draft, plan: Plan, { by, outcome }: Pick<Answer, "by" | "outcome">): boolean {
  if ((by as readonly unknown[]).includes(statement.ref)) return true;
  if (outcome !== "allowed" || statement.effect === "Deny" || layer === "resource" || layer === "identity") return false;
  return layer === "boundary" || layer === "session" ? isLimited(draft, plan, by) : true;
}

/** A caller that its own account's resource policy names itself is limited by no boundary or session policy (IAM User Guide, policy evaluation logic). */
const isLimited = ({ direct }: Draft, { sameAccount, grants }: Plan, by: Answer["by"]): boolean =>
  !sameAccount ||
  !by.some((one) =>
    "grant" in one ? grants.some(({ linked, ways }) => linked.grant.GrantId === one.grant && (ways & 1) !== 0) : direct.has(one),
  );

function countStatement({ reach, record }: Drafted, facts: Facts, isDeciding: boolean): void {
  const { statement } = reach;
  const resource = resourceHolds(reach, facts);
  const conditions = resource === NO ? NONE : statement.conditions.map((condition) => conditionHolds(condition, facts));
  const rest = conditions.reduce(and, YES);
  const status = resource === NO ? undefined : statusOf(and(and(resource, reach.named), rest), isDeciding);
  countResources(reach, record, facts, status);
  if (status === undefined) return;
  record.whole[status]++;
  reach.actions.forEach((matches, i) => {
    if (matches) (record.actions[i] as Counter)[status]++;
  });
  if (resource !== YES) return;
  countPrincipals(reach, record, status, rest);
  if (reach.named !== YES) return;
  conditions.forEach((holds, i) => {
    const counter = record.conditions[i] as Counter;
    counter[holds === YES ? (status === "decided" ? "decided" : "matched") : missed(holds)]++;
  });
}

const NONE: readonly Tri[] = [];
const missed = (truth: Tri): "unknown" | "failed" => (truth === MAYBE ? "unknown" : "failed");
const statusOf = (applies: Tri, isDeciding: boolean): Status => (isDeciding ? "decided" : applies === YES ? "matched" : missed(applies));

/** What an exception did: it decided where it alone kept the statement from applying. */
const keptStatus = (rest: Tri): Status => (rest === YES ? "decided" : missed(rest));

function resourceHolds(reach: Reach, facts: Facts): Tri {
  const { resource } = reach.statement;
  if (resource === undefined) return YES;
  let any: Tri = NO;
  for (let i = 0; i < resource.members.length; i++) any = or(any, entryMatches(reach, i, facts));
  return resource.mode === "only" ? any : not(any);
}

function conditionsHold({ statement }: Reach, facts: Facts): Tri {
  let all: Tri = YES;
  for (const condition of statement.conditions) all = and(all, conditionHolds(condition, facts));
  return all;
}

/** `status` is that of the statement; undefined where its resource does not match. */
function countResources(reach: Reach, record: StatementRecord, facts: Facts, status: Status | undefined): void {
  const isException = reach.statement.resource?.mode === "except";
  record.resources.forEach((counter, i) => {
    const matches = entryMatches(reach, i, facts);
    if (matches !== YES) counter[missed(matches)]++;
    else if (isException) counter[keptStatus(and(reach.named, conditionsHold(reach, facts)))]++;
    else if (status !== undefined) counter[status]++;
  });
}

function countPrincipals({ statement, principals, named }: Reach, record: StatementRecord, status: Status, rest: Tri): void {
  const isException = statement.principal?.mode === "except";
  record.principals.forEach((counter, i) => {
    const names = principals[i] ?? NO;
    if (names !== YES) counter[missed(names)]++;
    else if (!isException) counter[status]++;
    else counter[named === NO ? keptStatus(rest) : missed(named === MAYBE ? MAYBE : NO)]++;
  });
}

/** The action is among those that `NotAction` excepts. */
function countSparedAction({ reach, record }: Drafted, facts: Facts): void {
  const resource = resourceHolds(reach, facts);
  if (resource === NO) return;
  const status = keptStatus(and(and(resource, reach.named), conditionsHold(reach, facts)));
  reach.actions.forEach((matches, i) => {
    if (matches) (record.actions[i] as Counter)[status]++;
  });
}

function countGrant(
  linked: LinkedGrant,
  { whole, operations, constraints }: GrantRecord,
  plan: Plan,
  facts: Facts,
  by: Answer["by"],
): void {
  const reach = grantReach(linked, plan, facts);
  if (reach === undefined) return;
  const status = statusOf(
    reach.applies,
    by.some((one) => "grant" in one && one.grant === linked.grant.GrantId),
  );
  whole[status]++;
  for (const counter of operations) if (counter.name === reach.operation) counter[status]++;
  for (const { name, holds } of reach.constraints) {
    const counter = constraints.find((one) => one.name === name);
    if (counter !== undefined) counter[holds === YES ? (status === "decided" ? "decided" : "matched") : missed(holds)]++;
  }
}

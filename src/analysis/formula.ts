import { isInEffect } from "../authz/grants.ts";
import { actsAsRoot } from "../authz/limits.ts";
import { ACCOUNT, DIRECT, type PlannedGrant, ROLE, USER } from "../authz/plan.ts";
import { hasSay, retiresBy } from "../authz/retire.ts";
import type { Planned, StatementList } from "../authz/statement-list.ts";
import type { StatementRef } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import { ALWAYS, NEVER, type Node } from "./diagram.ts";
import { tokensOf } from "./readings.ts";
import type { Scene } from "./scene.ts";
import type { Side } from "./side.ts";

/**
 * The requests of a scene that one of its sides allows: the same rules as authz/decide.ts, limits.ts and routes.ts, under the same names, as functions of
 * all requests.
 */
export function allowed(scene: Scene, side: number): Node {
  return new Formula(scene, side).allowed();
}

/** Where a statement of a side applies, whatever comes of it. */
export function applying(scene: Scene, side: number, planned: Planned): Node {
  return new Formula(scene, side).applies(planned);
}

/** The parts of that, for those who ask why. `without`: statements, by their names, and grants that have no say. */
export class Formula {
  readonly #scene: Scene;
  readonly #index: number;
  readonly #side: Side;
  readonly #without: ReadonlySet<StatementRef | Grant> | undefined;
  #limit: Node | undefined;
  #identity: Node | undefined;

  constructor(scene: Scene, side: number, without?: ReadonlySet<StatementRef | Grant>) {
    this.#scene = scene;
    this.#without = without;
    this.#index = side;
    this.#side = scene.sides[side] as Side;
  }

  /** As `decide`. */
  allowed(): Node {
    const { diagrams } = this.#scene;
    const { caller, action, refusal, sameAccount, retires } = this.#side.plan;
    if (caller.kind === "anonymous" && action.service === "kms") return NEVER;
    if (refusal !== undefined) return NEVER;
    if (!retires && !sameAccount && caller.account !== "" && action.stays) return NEVER;
    const open = diagrams.without(this.unblocked(), this.explicitDeny());
    return open === NEVER ? NEVER : diagrams.and(open, retires ? this.mayRetire() : this.routes());
  }

  /** Whether the caller is named; a scene is of one session, so that nothing but an id that nobody told leaves that open. */
  names({ ways, mayWays }: Pick<Planned, "ways" | "mayWays">): boolean {
    if (ways !== mayWays) this.#scene.inexact.add("whether a policy or grant names the caller depends on an id that is not known");
    return ways !== 0;
  }

  applies({ statement, ways, mayWays }: Planned): Node {
    const { diagrams } = this.#scene;
    if (this.#without?.has(statement.ref) || !this.names({ ways, mayWays })) return NEVER;
    const { resource, hasTemplates, conditions, doubt } = statement;
    let holds: Node = hasTemplates && resource !== undefined ? this.#scene.resource(this.#index, resource) : ALWAYS;
    for (const condition of conditions) {
      if (holds === NEVER) return NEVER;
      holds = diagrams.and(holds, this.#scene.condition(this.#index, condition));
    }
    return doubt === undefined || holds === NEVER ? holds : diagrams.and(holds, this.#scene.doubt(doubt));
  }

  someApply(list: StatementList): Node {
    return this.#scene.diagrams.some(this.#lazily(list));
  }

  *#lazily(list: StatementList): Iterable<Node> {
    for (const planned of list.all) yield this.applies(planned);
  }

  get forwarded(): Node {
    return this.#scene.where("kms:viaservice", (value) => value !== undefined) ?? NEVER;
  }

  explicitDeny(): Node {
    const { diagrams } = this.#scene;
    let denied: Node = NEVER;
    for (const planned of this.#side.plan.denies.all) {
      const truth = this.applies(planned);
      denied = diagrams.or(denied, planned.layer === "endpoint" ? diagrams.without(truth, this.forwarded) : truth);
    }
    return denied;
  }

  /** Where no level of service control policies and no endpoint policy stands in the way: the contrary of `blocked`. */
  unblocked(): Node {
    const { diagrams } = this.#scene;
    const { serviceControl, endpoint } = this.#side.plan;
    let open: Node = ALWAYS;
    for (const level of serviceControl) open = diagrams.and(open, this.someApply(level));
    return endpoint === undefined ? open : diagrams.and(open, diagrams.or(this.forwarded, this.someApply(endpoint)));
  }

  /** Where neither session policy nor boundary limits the caller: the contrary of `limitOf`. */
  unlimited(): Node {
    if (this.#limit !== undefined) return this.#limit;
    const { diagrams } = this.#scene;
    const { session, boundary, caller } = this.#side.plan;
    const bySession = session === undefined ? (caller.kind === "federated-user" ? NEVER : ALWAYS) : this.someApply(session);
    this.#limit = boundary === undefined ? bySession : diagrams.and(bySession, this.someApply(boundary));
    return this.#limit;
  }

  identityAllows(): Node {
    this.#identity ??= this.#scene.diagrams.or(this.someApply(this.#side.plan.identity), this.#scene.ownOf(this.#index));
    return this.#identity;
  }

  sideAllows(): Node {
    return actsAsRoot(this.#side.plan) ? this.unlimited() : this.#scene.diagrams.and(this.identityAllows(), this.unlimited());
  }

  /** As `Routes.allowed`. */
  routes(): Node {
    const { diagrams } = this.#scene;
    const { caller, sameAccount, soleAuthority, resourceAllows, grants } = this.#side.plan;
    const isHome = sameAccount || caller.account === "";
    let open: Node = sameAccount && !soleAuthority ? this.sideAllows() : NEVER;
    for (const planned of resourceAllows.all) {
      const truth = this.applies(planned);
      if (truth !== NEVER) open = diagrams.or(open, diagrams.and(truth, this.routeOf(planned, isHome)));
    }
    for (const planned of grants) {
      if (this.#without?.has(planned.linked.grant) || !this.names(planned) || !isInEffect(planned.linked, tokensOf(this.#side.plan)))
        continue;
      const truth = this.#scene.grant(this.#index, planned);
      const { issuer } = planned.linked;
      if (truth !== NEVER) open = diagrams.or(open, diagrams.and(truth, this.routeOf(planned, isHome || issuer === caller.account)));
    }
    return open;
  }

  routeOf({ ways }: Planned | PlannedGrant, isHome: boolean): Node {
    const { diagrams } = this.#scene;
    if (!isHome) return this.sideAllows();
    if ((ways & DIRECT) !== 0) return ALWAYS;
    const byAccount = (ways & ACCOUNT) !== 0 && this.#side.plan.soleAuthority ? this.sideAllows() : NEVER;
    return (ways & (ROLE | USER)) !== 0 ? diagrams.or(byAccount, this.unlimited()) : byAccount;
  }

  /** As `mayRetire` of authz/retire.ts, for the grant that the side is about. */
  mayRetire(): Node {
    const { diagrams } = this.#scene;
    const { plan, retiring } = this.#side;
    const linked = this.#side.linked.grants.find(({ grant }) => grant === retiring);
    if (linked === undefined) return NEVER;
    const way = retiresBy(linked, plan);
    if (way === undefined || (plan.caller.kind === "service" && way !== "direct")) return NEVER;
    if (plan.caller.kind === "service") return ALWAYS;
    const isOwn = plan.sameAccount || linked.issuer === plan.caller.account;
    const named = !isOwn ? NEVER : way === "direct" ? ALWAYS : way === "limited" ? this.unlimited() : NEVER;
    const isLet = !isOwn || way === "account" || hasSay(linked, plan);
    return isLet ? diagrams.or(named, this.sideAllows()) : named;
  }
}

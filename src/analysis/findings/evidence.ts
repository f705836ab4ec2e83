import type { Determining } from "../../authz/decision.ts";
import { isInEffect } from "../../authz/grants.ts";
import type { Place } from "../../base/diagnostic.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { isAccountId } from "../../iam/arn.ts";
import type { Statement, StatementRef } from "../../iam/policy.ts";
import type { Grant, Request } from "../../iam/request.ts";
import { foldCase } from "../../iam/values.ts";
import { Census } from "../alike/census.ts";
import { NEVER, type Node, TooLarge } from "../diagram.ts";
import { Formula } from "../formula.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "../own-policies.ts";
import type { PrincipalClass } from "../principals.ts";
import { tokensOf } from "../readings.ts";
import { Scene } from "../scene.ts";
import type { Side } from "../side.ts";
import { type Asked as Group, survey } from "../survey.ts";
import { askWith, requestIn } from "../witness.ts";
import type { FindingWitness } from "./finding.ts";

/** A caller, actions treated alike, and where among all their requests the policies allow. */
export type Asked = {
  readonly who: PrincipalClass;
  readonly principal: Request["principal"]; // as a request names him
  readonly actions: readonly string[];
  readonly crossAccount: boolean; // of another account than the key's
  readonly side: Side;
  readonly scene: Scene;
  readonly formula: Formula;
  readonly allows: Node;
  readonly unsure: (why: string) => void;
};

export type EvidenceOptions = {
  readonly actions?: readonly string[];
  readonly only?: (who: PrincipalClass) => boolean;
  readonly unlisted?: Unlisted;
};

/** Everything that is to be known of one key: asked once, read by all rules. */
export class Evidence {
  readonly world: World;
  readonly key: WorldKey;
  readonly asked: readonly Asked[];
  readonly #undecided = new Set<string>();
  readonly #census: Census;
  readonly #statements: ReadonlyMap<StatementRef, Statement>;

  constructor(world: World, key: WorldKey, { actions, only, unlisted }: EvidenceOptions = {}) {
    this.world = world;
    this.key = key;
    this.#census = Census.of([world]);
    this.#statements = new Map(key.policy.statements.map((statement) => [statement.ref, statement]));
    const unsure = (why: string) => void this.#undecided.add(why);
    const asked: Asked[] = [];
    for (const group of survey([world], key.arn, { actions, only }, unsure))
      for (const { members } of group.parts) asked.push(...this.#askedOf(group, members, unlisted, unsure));
    this.asked = asked.sort((a, b) => a.who.at - b.who.at);
  }

  /** Of principals with the same policies: asked of one of them, told of each. */
  #askedOf(
    group: Group,
    members: readonly PrincipalClass[],
    unlisted: Unlisted | undefined,
    unsure: (why: string) => void,
  ): readonly Asked[] {
    const { world, key } = this;
    const asked: Asked[] = [];
    for (const matter of group.matters(unsure, members[0])) {
      const [side] = matter.sides;
      if (side === undefined || side.plan.retires) continue;
      const actions = matter.actions.map(({ action }) => action);
      try {
        const scene = new Scene([side], undefined, ownPolicies(matter.who, [world.estate], unlisted));
        const formula = new Formula(scene, 0);
        const allows = scene.diagrams.and(formula.allowed(), scene.possible);
        for (const why of scene.inexact) unsure(why);
        const crossAccount = matter.who.account !== "" && matter.who.account !== key.account;
        for (const who of members)
          asked.push({ who, principal: this.#census.principal(who, key.arn), actions, crossAccount, side, scene, formula, allows, unsure });
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        for (const who of members) unsure(`${this.whoText(who)}, ${actions[0]}: conditions overlap too much (${error.message})`);
      }
    }
    return asked;
  }

  /** Why something may be missing from it: from what was asked, and from what the rules found. */
  get undecided(): readonly string[] {
    return [...this.#undecided];
  }

  /** Whether "for all requests" may be said: nothing is missing. */
  get isComplete(): boolean {
    return this.#undecided.size === 0;
  }

  /** Whether the key policy allows a service something, by its name or by what comes through it. */
  get opensToServices(): boolean {
    return this.key.policy.statements.some(
      ({ effect, principal, conditions }) =>
        effect === "Allow" &&
        (principal?.members.some(({ kind }) => kind === "Service") === true ||
          conditions.some(({ key, operator }) => foldCase(key) === "kms:viaservice" && !/Not|Null/.test(operator))),
    );
  }

  /** The statement of the key policy that a reference is to. */
  statement(ref: Determining): Statement | undefined {
    return "statement" in ref ? this.#statements.get(ref) : undefined;
  }

  /** The statement of the key policy, or the grant of the key, by which somebody got in. */
  opening(by: readonly Determining[]): Opening | undefined {
    for (const ref of by) {
      const statement = this.statement(ref);
      if (statement !== undefined) return { statement, at: statement.at, name: statementName(statement) };
      const grant = "grant" in ref ? this.key.grants.find(({ GrantId }) => GrantId === ref.grant) : undefined;
      if (grant !== undefined) return { grant, at: grantPlace(this.key, grant), name: grantName(grant) };
    }
    return undefined;
  }

  /** Every statement of the key policy and every grant that applies where a function holds, whatever their order, and where they do. */
  *openings({ scene, side: { plan }, formula }: Asked, node: Node): Iterable<{ readonly opening: Opening; readonly node: Node }> {
    for (const planned of plan.resourceAllows.all) {
      const statement = this.statement(planned.statement.ref);
      if (statement === undefined) continue;
      const own = scene.diagrams.and(node, formula.applies(planned));
      if (own !== NEVER) yield { opening: { statement, at: statement.at, name: statementName(statement) }, node: own };
    }
    for (const planned of plan.grants) {
      if (!formula.names(planned) || !isInEffect(planned.linked, tokensOf(plan))) continue;
      const { grant } = planned.linked;
      const own = scene.diagrams.and(node, scene.grant(0, planned));
      if (own !== NEVER) yield { opening: { grant, at: grantPlace(this.key, grant), name: grantName(grant) }, node: own };
    }
  }

  /** Facts of the key that nobody knows: rules about them are silent. */
  get unknown(): ReadonlySet<string> {
    return new Set(this.key.untold);
  }

  requestFor(asked: Asked, node: Node): Request | undefined {
    return requestBy(asked, node);
  }

  whoText(who: PrincipalClass): string {
    return this.#census.who(who).text;
  }
}

export type Opening = { readonly statement?: Statement; readonly grant?: Grant; readonly at: Place; readonly name: string };

export const statementName = ({ ref }: Statement): string =>
  ref.sid === undefined ? `statement ${ref.statement + 1} of ${ref.policy}` : `statement "${ref.sid}" of ${ref.policy}`;
export const grantName = ({ Name, GrantId }: Grant): string => `grant ${Name ?? GrantId}`;

/** Where a grant is written. */
export const grantPlace = (key: WorldKey, grant: Grant): Place => key.grantPlaces?.get(grant) ?? key.at;

/** A statement by what it says, whatever it is called, wherever it stands and in whatever order it says it. */
export const contentOf = ({ effect, principal, action, resource, conditions }: Statement): unknown => [
  effect,
  principal && [principal.mode, asSet(principal.members.map(({ kind, value }) => `${kind} ${isAccountId(value) ? rootOf(value) : value}`))],
  action && [action.mode, asSet(action.members.map(foldCase))],
  resource && [resource.mode, asSet(resource.members)],
  asSet(conditions.map(({ operator, key, values }) => JSON.stringify([operator, foldCase(key), asSet(values)]))),
];

/** A grant likewise, whatever its id. */
export const grantContentOf = (grant: Grant): unknown => {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn } = grant.Constraints ?? {};
  return [
    grant.GranteePrincipal ?? grant.GranteeServicePrincipal,
    asSet(grant.Operations),
    [equals, subset].map((pairs) => asSet(Object.entries(pairs ?? {}).map((pair) => JSON.stringify(pair)))),
    SourceArn,
    grant.RetiringPrincipal ?? grant.RetiringServicePrincipal,
  ];
};

const asSet = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
/** KMS stores an account id as the ARN of its root (KMS Developer Guide, key policies). */
const rootOf = (account: string): string => `arn:aws:iam::${account}:root`;

/** A request of who asks for which a function holds. */
export function requestBy({ scene, principal }: Pick<Asked, "scene" | "principal">, node: Node): Request | undefined {
  const found = requestIn(scene, node);
  return found && { ...found, principal };
}

/** A request for which a function holds that the evaluator allows, with its answer: nothing is claimed without. */
export function allowedIn({ scene, side, who, principal, unsure }: Asked, node: Node, action?: string): Found | undefined {
  if (node === NEVER) return undefined;
  const found = requestBy({ scene, principal }, node);
  if (found === undefined) return undefined;
  const request: Request = action === undefined ? found : { ...found, action };
  const assumption = assumptionFor(scene, node, who);
  const { outcome, by } = askWith(side, request, scene.takesOwn(node));
  if (outcome !== "allowed") {
    unsure(`${request.action} by ${who.arn}: the evaluator does not confirm what the analysis found`);
    return undefined;
  }
  return { witness: { request, outcome, assumes: assumption === undefined ? [] : [assumption.id] }, by: withoutOwn(by) };
}

/** A request that is allowed, and what lets it in. */
export type Found = { readonly witness: FindingWitness; readonly by: readonly Determining[] };

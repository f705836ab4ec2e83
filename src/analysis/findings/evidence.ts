import type { Determining } from "../../authz/decision.ts";
import type { Place } from "../../base/diagnostic.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Statement, StatementRef } from "../../iam/policy.ts";
import type { Grant, Request } from "../../iam/request.ts";
import { NEVER, type Node, TooLarge } from "../diagram.ts";
import { Formula } from "../formula.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "../own-policies.ts";
import type { PrincipalClass } from "../principals.ts";
import { Scene } from "../scene.ts";
import type { Side } from "../side.ts";
import { survey } from "../survey.ts";
import { whoOf } from "../who.ts";
import { askWith, requestIn } from "../witness.ts";
import type { FindingWitness } from "./finding.ts";

/** A caller, actions treated alike, and where among all their requests the policies allow. */
export type Asked = {
  readonly who: PrincipalClass;
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
  readonly #statements: ReadonlyMap<StatementRef, Statement>;

  constructor(world: World, key: WorldKey, { actions, only, unlisted }: EvidenceOptions = {}) {
    this.world = world;
    this.key = key;
    this.#statements = new Map(key.policy.statements.map((statement) => [statement.ref, statement]));
    const unsure = (why: string) => void this.#undecided.add(why);
    const asked: Asked[] = [];
    for (const matter of survey([world], key.arn, { actions, only }, unsure)) {
      const [side] = matter.sides;
      if (side === undefined || side.plan.retires) continue;
      try {
        const scene = new Scene([side], undefined, ownPolicies(matter.who, [world.estate], unlisted));
        const formula = new Formula(scene, 0);
        const allows = scene.diagrams.and(formula.allowed(), scene.possible);
        for (const why of scene.inexact) unsure(why);
        const names = matter.actions.map(({ action }) => action);
        const crossAccount = matter.who.account !== "" && matter.who.account !== key.account;
        asked.push({ who: matter.who, actions: names, crossAccount, side, scene, formula, allows, unsure });
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        unsure(`${whoOf(matter.who, [world.estate]).text}, ${matter.actions[0]?.action}: conditions overlap too much (${error.message})`);
      }
    }
    this.asked = asked;
  }

  /** Why something may be missing from it: from what was asked, and from what the rules found. */
  get undecided(): readonly string[] {
    return [...this.#undecided];
  }

  /** Whether "for all requests" may be said: nothing is missing. */
  get isComplete(): boolean {
    return this.#undecided.size === 0;
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
      if (grant !== undefined) return { grant, at: this.key.at, name: grantName(grant) };
    }
    return undefined;
  }

  whoText(who: PrincipalClass): string {
    return whoOf(who, [this.world.estate]).text;
  }
}

export type Opening = { readonly statement?: Statement; readonly grant?: Grant; readonly at: Place; readonly name: string };

export const statementName = ({ ref }: Statement): string =>
  ref.sid === undefined ? `statement ${ref.statement + 1} of ${ref.policy}` : `statement "${ref.sid}" of ${ref.policy}`;
export const grantName = ({ Name, GrantId }: Grant): string => `grant ${Name ?? GrantId}`;

/** A statement by what it says, whatever it is called and wherever it stands. */
export const contentOf = ({ effect, principal, action, resource, conditions }: Statement): unknown => [
  effect,
  ...[principal, action, resource].map((element) => element && [element.mode, element.members]),
  conditions.map(({ operator, key, values }) => [operator, key, values]),
];

/** A request for which a function holds that the evaluator allows, with its answer: nothing is claimed without. */
export function allowedIn({ scene, side, who, unsure }: Asked, node: Node, action?: string): Found | undefined {
  if (node === NEVER) return undefined;
  const found = requestIn(scene, node);
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

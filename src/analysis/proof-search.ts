import type { Determining, Outcome } from "../authz/decision.ts";
import { conditionHolds } from "../authz/match.ts";
import { applies } from "../authz/plan.ts";
import type { Planned } from "../authz/statement-list.ts";
import { MAYBE, NO, type Tri, YES } from "../authz/tri.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Request } from "../iam/request.ts";
import type { Assumption, KeyName, Who } from "./answers.ts";
import { ALWAYS, NEVER, type Node, TooLarge } from "./diagram.ts";
import { allowed, applying } from "./formula.ts";
import { certainly } from "./not-known.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "./own-policies.ts";
import type { PrincipalClass } from "./principals.ts";
import { MEANT, type Region, UNLESS } from "./region.ts";
import { Scene } from "./scene.ts";
import { prepare, Side } from "./side.ts";
import { type Matter, mayAllow, survey } from "./survey.ts";
import { whoOf } from "./who.ts";
import { askWith, requestIn } from "./witness.ts";

/** A request that refutes an invariant, confirmed by the evaluator. */
export type Refutation = {
  readonly key: KeyName;
  readonly who: Who;
  readonly request: Request;
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly assumes: readonly string[];
};

/** What a search for a request came to: one that refutes, or why there may be one that was not found; none of both is a proof. */
export type Search = {
  readonly refutation?: Refutation;
  readonly unsure: readonly string[];
  readonly assumptions: readonly Assumption[];
};

export type SearchOptions = { readonly unlisted?: Unlisted | undefined };

/** Looks among all requests that a region means for one that is allowed; of `always`, for one that is not. */
export function search(world: World, region: Region, { unlisted }: SearchOptions): Search {
  const unsure = new Set<string>();
  const assumptions = new Map<string, Assumption>();
  for (const key of region.keys) {
    for (const matter of matters(world, key, region, (why) => unsure.add(why), unlisted)) {
      const { who } = matter;
      const isOpen = ownPolicies(who, [world.estate], unlisted);
      const assumption = isOpen ? undefined : takenForGranted(who);
      try {
        const found = searchIn(matter, region, isOpen, (why) => unsure.add(`${nameOf(matter, world)}: ${why}`));
        if (found !== undefined && found.perhaps === undefined)
          return { refutation: told(found, key, who, world), unsure: [], assumptions: found.assumption ?? [] };
        if (found?.perhaps !== undefined) unsure.add(`${nameOf(matter, world)}: not known is ${found.perhaps}`);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        unsure.add(`${nameOf(matter, world)}: the policies have too many conditions that overlap (${error.message})`);
      }
      if (assumption !== undefined) assumptions.set(assumption.id, assumption);
    }
    if (key.openGrants !== undefined && region.actions.includes("kms:RetireGrant") && region.kind === "never")
      unsure.add(`kms:RetireGrant: not known is ${key.openGrants}`);
  }
  for (const { id, text } of world.estate.knowledge?.assumptions ?? []) assumptions.set(id, { id, text });
  return { unsure: [...unsure], assumptions: [...assumptions.values()] };
}

/** A caller and an action of which the region means some requests. */
export type Example = { readonly key: WorldKey; readonly who: PrincipalClass; readonly action: string };

const MOST_KEYS = 3;
const MOST_ALIKE = 2;

/** Callers, actions and keys of which the region means requests that can be, principals that the world knows first; a few of each kind, of a few keys. */
export function* examples(world: World, region: Region): Iterable<Example> {
  const counts = new Map<string, number>();
  const isEnough = ({ who: { kind, account } }: Matter): boolean => (counts.get(`${kind}|${account}`) ?? 0) >= MOST_ALIKE;
  const count = ({ who: { kind, account } }: Matter) => counts.set(`${kind}|${account}`, (counts.get(`${kind}|${account}`) ?? 0) + 1);
  for (const [i, key] of region.keys.entries()) {
    if (i >= MOST_KEYS && counts.size > 0) return;
    for (const matter of matters(world, key, region, () => {})) {
      if (isEnough(matter)) continue;
      try {
        if (matter.sides[1] !== undefined && !mayBeMeant(matter.sides[1], region)) continue;
        const scene = sceneOf(matter, false);
        const action = matter.actions[0]?.action;
        if (scene === undefined || action === undefined || meantIn(scene, region) === NEVER) continue;
        count(matter);
        yield { key, who: matter.who, action };
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        count(matter);
        if (matter.actions[0] !== undefined) yield { key, who: matter.who, action: matter.actions[0].action }; // nothing says that there are none
      }
    }
  }
}

function matters(
  world: World,
  key: WorldKey,
  { kind, actions, isMeant, namers, conditions }: Region,
  unsure: (why: string) => void,
  unlisted?: Unlisted,
) {
  const documents = { resource: conditions.key, session: [conditions.session] };
  return survey(
    [world],
    key.arn,
    { actions, only: isMeant, unlisted, beside: { documents, namers, isOfDenials: kind === "always" } },
    unsure,
  );
}

const nameOf = ({ who, actions }: Matter, { estate }: World): string => `${whoOf(who, [estate]).text}, ${actions[0]?.action}`;

/** That principals which the world does not list hold no policies, where it lists others of their account. */
function takenForGranted({ kind, account, arn }: PrincipalClass): Assumption | undefined {
  if ((kind !== "account" && kind !== "named" && kind !== "anyone") || account === "" || arn.endsWith(":root")) return undefined;
  const [id, whose] = kind === "anyone" ? ["others", "any other account"] : [account, account];
  return { id: `unlisted:${id}:none`, text: `principals of ${whose} that the world does not list hold no identity policies` };
}

type Found = {
  readonly request: Request;
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly assumption: readonly Assumption[];
  readonly perhaps?: string; // what is not known, without which it would refute nothing
};

const told = (
  { request, outcome, by, assumption }: Found,
  { name, arn, aliases }: WorldKey,
  who: PrincipalClass,
  world: World,
): Refutation => ({
  key: { name, arn, aliases },
  who: whoOf(who, [world.estate]),
  request,
  outcome,
  by,
  assumes: assumption.map(({ id }) => id),
});

const REGION = 1; // the side of a scene that has the conditions of the region

function sceneOf({ sides }: Matter, hasOwn: boolean): Scene | undefined {
  const [side, region] = sides;
  return side === undefined || region === undefined ? undefined : new Scene([side, region], undefined, hasOwn);
}

function searchIn(matter: Matter, region: Region, hasOwn: boolean, unsure: (why: string) => void): Found | undefined {
  const [side, asked] = matter.sides;
  if (side === undefined || asked === undefined) return undefined;
  const isAlways = region.kind === "always";
  if ((!isAlways && !mayAllow(side)) || !mayBeMeant(asked, region)) return undefined;
  const scene = new Scene([side, asked], undefined, hasOwn);
  const { diagrams } = scene;
  const meant = meantIn(scene, region);
  const open = allowed(scene, 0);
  const { node, open: doubts } = certainly(scene, diagrams.and(isAlways ? diagrams.not(open) : open, meant));
  if (doubts.length > 0) unsure(`not known is ${doubts.map(({ text }) => text).join(", ")}`);
  const request = requestIn(scene, node);
  if (request === undefined) {
    for (const why of scene.inexact) unsure(why);
    return undefined;
  }
  const { outcome, by } = askWith(side, request, scene.takesOwn(node));
  const isRefuted = isAlways ? outcome === "implicitDeny" || outcome === "explicitDeny" : outcome === "allowed";
  if (!isRefuted || !isMeant(asked, request, region)) {
    unsure("the evaluator does not confirm the request that was found");
    return undefined;
  }
  const assumption = assumptionFor(scene, node, matter.who);
  const isOpen = side.mayHold && assumption !== undefined;
  return {
    request,
    outcome,
    by: withoutOwn(by),
    assumption: assumption === undefined ? [] : [assumption],
    ...(isOpen && { perhaps: `whether ${assumption.text}` }),
  };
}

/** Whether what is the same in all requests of a side leaves some of them to be meant: found out without the scene, which most callers of a world then need not. */
function mayBeMeant(side: Side, { conditions }: Region): boolean {
  const settled = (statement: number): readonly Tri[] =>
    (statementIn(side, statement)?.statement.conditions ?? []).map((condition) => {
      const standing = side.standing(condition.name);
      if (standing?.fixed !== true) return MAYBE;
      side.set(condition.name, standing.value);
      return conditionHolds(condition, side.facts);
    });
  if (settled(MEANT).includes(NO)) return false;
  const exceptions = conditions.hasUnless ? settled(UNLESS) : [];
  return exceptions.length === 0 || exceptions.some((truth) => truth !== YES);
}

/** Where the region means the requests of a scene. */
function meantIn(scene: Scene, { conditions }: Region): Node {
  const { diagrams, possible } = scene;
  const at = scene.sides[REGION] as Side;
  const truth = (statement: number): Node => {
    const planned = statementIn(at, statement);
    if (planned !== undefined) return applying(scene, REGION, planned);
    if (!conditions.isBare) scene.inexact.add("no condition of the invariant is about such requests");
    return statement === MEANT ? ALWAYS : NEVER;
  };
  const meant = diagrams.and(possible, truth(MEANT));
  return conditions.hasUnless ? diagrams.without(meant, truth(UNLESS)) : meant;
}

const statementIn = ({ plan }: Side, statement: number): Planned | undefined =>
  [...plan.resourceAllows.all, ...(plan.session?.all ?? [])].find((planned) => planned.statement.ref.statement === statement);

/** The same of one request, by the evaluator. */
function isMeant({ linked, retiring }: Side, request: Request, { conditions }: Region): boolean {
  const read = Side.of(prepare(linked.set), request, { retiring });
  if (read === undefined) return false;
  const holds = (statement: number): boolean => {
    const planned = statementIn(read, statement);
    if (planned === undefined) return statement === MEANT && conditions.isBare; // else nothing says whether such a request is meant
    return applies(planned, read.facts) === YES;
  };
  return holds(MEANT) && !(conditions.hasUnless && holds(UNLESS));
}

import { conditionHolds } from "../authz/match.ts";
import { applies } from "../authz/plan.ts";
import type { Planned } from "../authz/statement-list.ts";
import { MAYBE, NO, type Tri, YES } from "../authz/tri.ts";
import type { Request } from "../iam/request.ts";
import { ALWAYS, NEVER, type Node } from "./diagram.ts";
import { applying } from "./formula.ts";
import { MEANT, type RegionPolicies, UNLESS } from "./invariant-reader.ts";
import type { Scene } from "./scene.ts";
import { prepare, Side } from "./side.ts";

/** Whether what is the same in all requests of a side leaves some of them to be meant: found out without the scene, which most callers of a world then need not. */
export function mayBeMeant(side: Side, { hasUnless }: RegionPolicies): boolean {
  const settled = (statement: number): readonly Tri[] =>
    (statementIn(side, statement)?.statement.conditions ?? []).map((condition) => {
      const standing = side.standing(condition.name);
      if (standing?.fixed !== true) return MAYBE;
      side.set(condition.name, standing.value);
      return conditionHolds(condition, side.facts);
    });
  if (settled(MEANT).includes(NO)) return false;
  const exceptions = hasUnless ? settled(UNLESS) : [];
  return exceptions.length === 0 || exceptions.some((truth) => truth !== YES);
}

/** Where the region means the requests of a scene: by the side that has its conditions. */
export function meantIn(scene: Scene, side: number, conditions: RegionPolicies): Node {
  const { diagrams, possible } = scene;
  const meant = diagrams.and(possible, truthIn(scene, side, conditions, MEANT));
  return conditions.hasUnless ? diagrams.without(meant, truthIn(scene, side, conditions, UNLESS)) : meant;
}

/** Where one of the two lists of conditions holds. */
export function truthIn(scene: Scene, side: number, { isBare }: RegionPolicies, statement: typeof MEANT | typeof UNLESS): Node {
  const planned = statementIn(scene.sides[side] as Side, statement);
  if (planned !== undefined) return applying(scene, side, planned);
  if (!isBare) scene.inexact.add("no condition of the invariant is about such requests");
  return statement === MEANT ? ALWAYS : NEVER;
}

/** Whether the region means a request, by the evaluator. */
export function isMeant(side: Side, request: Request, conditions: RegionPolicies): boolean {
  return holdsFor(side, request, conditions, MEANT) && !(conditions.hasUnless && holdsFor(side, request, conditions, UNLESS));
}

/** Whether one of the two lists of conditions holds for a request, by the evaluator. */
export function holdsFor({ linked, retiring }: Side, request: Request, { isBare }: RegionPolicies, statement: number): boolean {
  const read = Side.of(prepare(linked.set), request, { retiring });
  const planned = read && statementIn(read, statement);
  if (read === undefined) return false;
  if (planned === undefined) return statement === MEANT && isBare; // else nothing says whether such a request is meant
  return applies(planned, read.facts) === YES;
}

const statementIn = ({ plan }: Side, statement: number): Planned | undefined =>
  [...plan.resourceAllows.all, ...(plan.session?.all ?? [])].find((planned) => planned.statement.ref.statement === statement);

import type { World } from "../estate/world.ts";
import type { Request } from "../iam/request.ts";
import { type AccessOptions, type Told, toldOn } from "./access.ts";
import type { Change, Entry, KeyName, RoleStep } from "./answers.ts";
import { actionsLeft, idOf } from "./by-roles.ts";
import { covered, type Find } from "./grouping.ts";
import type { PrincipalClass } from "./principals.ts";
import { asSession, RoleSteps, type Way } from "./role-steps.ts";
import type { Assumptions } from "./taken-for-granted.ts";
import { whoOf } from "./who.ts";

/** What somebody gains or loses by roles: as who he comes to be, and how. */
export type FarChange = Pick<Change, "direction" | "actions" | "when" | "because" | "witness"> & {
  readonly path: readonly RoleStep[];
  readonly who: Change["who"];
  readonly example: PrincipalClass;
};

/** What somebody gains or loses himself, found before. */
export type NearChange = Pick<Change, "direction" | "actions" | "when" | "because" | "witness"> & { readonly of: PrincipalClass };

/** Who comes to be whom, in the world before and in the one after; each world's policies tell principals apart in both. */
export class StepsOfTwo {
  readonly worlds: readonly [World, World];
  readonly steps: readonly [RoleSteps, RoleSteps];

  constructor(before: World, after: World, { unlisted }: AccessOptions) {
    const namers = [before, after].map((world) => policiesIn(world));
    this.worlds = [before, after];
    this.steps = [new RoleSteps(before, unlisted, namers[1]), new RoleSteps(after, unlisted, namers[0])];
  }
}

const policiesIn = (world: World) =>
  world.estate.principals.flatMap(({ trust, policies }) =>
    [...policies, ...(trust === undefined ? [] : [trust])].map((one) => world.compiled(one)),
  );

/**
 * Who gains or loses something by roles: because a role that he comes to be gains or loses it, and because he comes to be it, or no longer does. What he may
 * on both sides by whatever way is no change.
 */
export function changesByRoles(
  { worlds, steps }: StepsOfTwo,
  key: KeyName,
  near: readonly NearChange[],
  options: AccessOptions,
  unsure: (text: string) => void,
  assumptions: Assumptions,
): readonly FarChange[] {
  const rights = worlds.map((world, i) => new Rights(toldOn(world, key, options, unsure, assumptions), steps[i] as RoleSteps, world));
  const [before, after] = rights as [Rights, Rights];
  const found = [["gained", before, after, 1] as const, ["lost", after, before, 0] as const].flatMap(([direction, from, to, has]) => {
    const finds: Find<Omit<FarChange, "who" | "example">>[] = [];
    for (const one of to.told) {
      const role = one.of;
      for (const [who, way] of to.waysTo(role)) {
        const same = near.filter((change) => change.direction === direction && idOf(change.of) === idOf(role));
        const candidates = from.comesToBe(who, role) ? same : [{ ...one.entry, because: becauseOf(one.entry, has), witness: undefined }];
        for (const candidate of candidates) {
          const actions = from.left(who, candidate).filter((action) => one.entry.actions.includes(action));
          if (actions.length === 0) continue;
          const asked = candidate.witness?.request ?? one.entry.witness.request;
          const request = {
            ...asSession(asked, way.steps.at(-1)),
            action: actions.includes(asked.action) ? asked.action : (actions[0] as string),
          };
          if (from.allows(who, request)) {
            unsure(
              `${whoOf(who, [to.world.estate]).text} by assuming ${way.steps.at(-1)?.role.name}: what of it was allowed by other roles is not told apart`,
            );
            continue;
          }
          const assumes = [...new Set([...way.assumptions.flatMap((each) => assumptions.add(each)), ...one.entry.witness.assumes])];
          const denied = from.outcomeOf(way, request);
          const outcomes = has === 1 ? { before: denied, after: "allowed" as const } : { before: "allowed" as const, after: denied };
          const said = JSON.stringify([
            direction,
            candidate.when,
            actions,
            way.steps.map(({ role: { arn }, when }) => [arn, when]),
            role.principal.arn,
          ]);
          finds.push({
            who,
            action: actions,
            said,
            value: {
              direction,
              actions,
              when: candidate.when,
              because: candidate.because,
              path: way.steps,
              witness: { request, ...outcomes, assumes },
            },
          });
        }
      }
    }
    const once = new Map(finds.map((find) => [`${idOf(find.who)} ${find.said}`, find]));
    return covered([...once.values()], to.steps.classes, (who) =>
      whoOf(
        who,
        worlds.map(({ estate }) => estate),
      ),
    );
  });
  return found.map(({ find: { value, who: example }, who }) => ({
    ...value,
    example,
    who: who.kind === "session" && example.session === "" ? { ...who, kind: "principal" as const } : who,
  }));
}

const becauseOf = ({ by }: Entry, has: number): Change["because"] => (has === 1 ? { before: [], after: by } : { before: by, after: [] });

/** What everybody may in a world, himself and by roles. */
class Rights {
  readonly told: readonly Told[]; // of sessions of roles that can be assumed
  readonly steps: RoleSteps;
  readonly world: World;
  readonly #classes: readonly PrincipalClass[];
  readonly #itself = new Map<string, Entry[]>();
  readonly #far = new Map<string, Told[]>(); // by who comes to be them

  constructor(told: readonly Told[], steps: RoleSteps, world: World) {
    this.steps = steps;
    this.world = world;
    this.#classes = told.map(({ of }) => of);
    this.told = told.filter(({ of: { arn, kind } }) => kind !== "account" && kind !== "anyone" && steps.isTold(arn));
    const add = <T>(lists: Map<string, T[]>, id: string, one: T) => lists.set(id, [...(lists.get(id) ?? []), one]);
    for (const { of, entry } of told) add(this.#itself, idOf(of), entry);
    for (const one of this.told) for (const who of this.waysTo(one.of).keys()) add(this.#far, idOf(who), one);
  }

  waysTo(role: PrincipalClass): ReadonlyMap<PrincipalClass, Way> {
    return this.steps.to(role.arn, this.steps.sessionsOf(role, this.#classes));
  }

  /** Whether somebody comes to be such a session of a role. */
  comesToBe(who: PrincipalClass, role: PrincipalClass): boolean {
    if (!this.steps.isTold(role.arn)) return false;
    const id = idOf(who);
    return [...this.steps.to(role.arn, this.steps.sessionsOf(role, this.#classes)).keys()].some((one) => idOf(one) === id);
  }

  /** The actions that somebody may not by any way already, always or under the same conditions. */
  left(who: PrincipalClass, { actions, when }: Pick<Entry, "actions" | "when">): readonly string[] {
    const own = [...(this.#itself.get(idOf(who)) ?? []), ...(this.#far.get(idOf(who)) ?? []).map(({ entry }) => entry)];
    return actionsLeft({ actions, when }, own);
  }

  /** Whether somebody may make a request, himself or as somebody whom he comes to be. */
  allows(who: PrincipalClass, request: Request): boolean {
    const all = [who.principal, ...(this.#far.get(idOf(who)) ?? []).map(({ of }) => of.principal)];
    return all.some((principal) => this.world.authorize({ ...request, principal }).outcome === "allowed");
  }

  /** What becomes of the first of the requests on a way that is not allowed. */
  outcomeOf({ steps }: Way, request: Request) {
    for (const one of [...steps.map((step) => step.request), request]) {
      const { outcome } = this.world.authorize(one);
      if (outcome !== "allowed") return outcome;
    }
    return "implicitDeny" as const;
  }
}

import type { World } from "../estate/world.ts";
import type { Told } from "./access.ts";
import type { Assumption, Entry } from "./answers.ts";
import { covered, type Find } from "./grouping.ts";
import type { PrincipalClass } from "./principals.ts";
import { asSession, type RoleSteps, type Way } from "./role-steps.ts";
import type { Assumptions } from "./taken-for-granted.ts";
import { whoOf } from "./who.ts";

type Taken = { readonly told: Told; readonly way: Way };

/**
 * What principals come to by assuming roles, where they may not do it themselves: of each role that may, who becomes it, by a shortest way. `told`: what
 * each class of principals may itself, on one key. `only`: who takes the first step.
 */
export function byRoles(
  world: World,
  told: readonly Told[],
  only: ((who: PrincipalClass) => boolean) | undefined,
  steps: RoleSteps,
  assumptions: Assumptions,
): readonly Entry[] {
  const estates = [world.estate];
  const itself = new Map<string, Entry[]>();
  for (const { of, entry } of told) itself.set(idOf(of), [...(itself.get(idOf(of)) ?? []), entry]);
  const finds: Find<Taken>[] = [];
  for (const one of told) {
    if (!one.of.arn.includes(":role/") || one.of.kind === "account" || one.of.kind === "anyone") continue;
    if (!steps.isTold(one.of.arn)) {
      assumptions.add(nobodyAssumes(one.of, world));
      continue;
    }
    const classes = told.map(({ of }) => of);
    for (const [who, way] of steps.to(one.of.arn, steps.sessionsOf(one.of, classes))) {
      if (only !== undefined && !only(who)) continue;
      const action = actionsLeft(one.entry, itself.get(idOf(who)) ?? []);
      if (action.length === 0) continue;
      const said = JSON.stringify([one.entry.when, action, way.steps.map(({ role, when }) => [role.arn, when]), one.of.principal.arn]);
      finds.push({ who, action, said, value: { told: one, way } });
    }
  }
  const all = only === undefined ? steps.classes : [];
  return covered(finds, all, (who) => whoOf(who, estates)).map(({ find: { action, value, who: first }, who }): Entry => {
    const { told: last, way } = value;
    const { entry } = last;
    for (const assumption of way.assumptions) assumptions.add(assumption);
    const { witness } = entry;
    const request = { ...asSession(witness.request, way.steps.at(-1)), action: actionOf(witness.request.action, action) };
    const assumes = [...new Set([...way.steps.flatMap((step) => step.assumes), ...witness.assumes])];
    return {
      key: entry.key,
      who: who.kind === "session" && first.session === "" ? { ...who, kind: "principal" } : who,
      actions: action,
      when: entry.when,
      by: entry.by,
      path: way.steps,
      witness: { request, outcome: witness.outcome, assumes },
    };
  });
}

/** Of a role whose trust policy nobody told. */
export const nobodyAssumes = (who: PrincipalClass, { estate }: World): Assumption => ({
  id: `trust:${who.arn}:nothing`,
  text: `nobody assumes ${whoOf(who, [estate]).text}: the world does not tell its trust policy`,
});

const actionOf = (asked: string, actions: readonly string[]): string => (actions.includes(asked) ? asked : (actions[0] as string));

export const idOf = ({ kind, arn, session = "" }: PrincipalClass): string => JSON.stringify([kind, arn, session]);

/** What somebody may not do himself anyway, always or under the same conditions. */
export const actionsLeft = ({ actions, when }: Pick<Entry, "actions" | "when">, itself: readonly Entry[]): readonly string[] => {
  const same = JSON.stringify(when);
  const own = new Set(
    itself.flatMap((entry) =>
      entry.witness.assumes.length === 0 && (entry.when.length === 0 || JSON.stringify(entry.when) === same) ? entry.actions : [],
    ),
  );
  return actions.filter((action) => !own.has(action));
};

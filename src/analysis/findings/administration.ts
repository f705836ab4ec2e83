import { ACCOUNT } from "../../authz/plan.ts";
import type { World } from "../../estate/world.ts";
import { NEVER, type Node } from "../diagram.ts";
import type { PrincipalClass } from "../principals.ts";
import { type Asked, allowedIn, Evidence } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { revealingOn } from "./groups.ts";
import { namesOf } from "./shares.ts";

const PUT = "kms:PutKeyPolicy";

/** Who keeps the key: nobody, one person, somebody who may do everything, somebody who uses it too. */
export function administration(evidence: Evidence, isAdministrator?: (arn: string) => boolean): readonly Draft[] {
  if (evidence.key.managedBy === "aws") return [];
  const wide = everything(evidence);
  const done = new Set(wide.map(({ who }) => who));
  return [...keepers(evidence), ...wide.map(({ draft }) => draft), ...bothHands(evidence, done, isAdministrator)];
}

/** Locked out, or nearly: asked as if principals that nobody lists might hold any policies, so that it is never said in vain. */
function keepers({ world, key, asked }: Evidence): readonly Draft[] {
  const told = asked.filter((one) => one.actions.includes(PUT) && !one.crossAccount && one.who.account !== "");
  const sure = told.filter(
    (one) => one.scene.diagrams.without(one.allows, one.scene.own) !== NEVER && allowedIn(one, one.allows, PUT) !== undefined,
  );
  if (new Set(sure.map(({ who }) => who.arn)).size > 1) return []; // as is mostly so
  const most = new Evidence(world, key, {
    actions: [PUT],
    only: (who) => who.account === key.account,
    unlisted: "anything",
  });
  if (!most.isComplete) return [];
  const able = most.asked.filter((asked) => allowedIn(asked, asked.allows) !== undefined);
  const about = { at: key.policy.statements[0]?.at ?? key.at, same: [] };
  if (able.length === 0)
    return [
      {
        ...about,
        code: "KW730",
        level: "critical",
        text: `nobody can change the key policy of ${key.name} any more, the root user of its account included`,
      },
    ];
  const [only] = able;
  const arns = new Set(able.map(({ who }) => who.arn));
  if (only === undefined || arns.size !== 1 || !only.who.arn.includes(":user/")) return [];
  return [{ ...about, code: "KW731", level: "low", text: `only ${most.whoText(only.who)} can change the key policy of ${key.name}` }];
}

type Wide = { readonly who: string; readonly draft: Draft };

/** Whom the key policy or a grant names, in so many words, for every action without condition. */
function everything(evidence: Evidence): readonly Wide[] {
  const found: Wide[] = [];
  for (const [arn, asked] of byArn(evidence)) {
    const [first] = asked;
    if (first === undefined || arn.endsWith(":root") || first.crossAccount) continue;
    if (!asked.every((one) => one.scene.diagrams.implies(one.scene.possible, named(one)))) continue;
    const witness = asked.flatMap((one) => (one.actions.includes(PUT) ? (allowedIn(one, one.allows, PUT) ?? []) : []))[0];
    const opening = witness && evidence.opening(witness.by);
    if (opening === undefined) continue;
    found.push({
      who: arn,
      draft: {
        code: "KW708",
        level: "medium",
        text: `${evidence.whoText(first.who)} may do everything with ${evidence.key.name}, by ${opening.name}`,
        at: opening.at,
        witness: witness?.witness as NonNullable<Draft["witness"]>,
        same: [arn],
      },
    });
  }
  return found;
}

/** Where statements of the key policy that name the caller itself allow. */
export function named({ side, scene, formula, allows }: Asked): Node {
  const direct = side.plan.resourceAllows.all.filter(({ ways, statement }) => (ways & ~ACCOUNT) !== 0 && !isForAll(statement));
  return scene.diagrams.and(allows, scene.diagrams.some(direct.map((planned) => formula.applies(planned))));
}

const isForAll = ({ principal }: { readonly principal: { readonly members: readonly { readonly text: string }[] } | undefined }): boolean =>
  principal?.members.some(({ text }) => text === "*") === true;

/** Administrators, those that the key policy names and those that somebody declared, who may use the key as well. */
function bothHands(evidence: Evidence, done: ReadonlySet<string>, isAdministrator?: (arn: string) => boolean): readonly Draft[] {
  const revealing = revealingOn(evidence.key);
  return [...byArn(evidence)].flatMap(([arn, asked]): readonly Draft[] => {
    const [first] = asked;
    if (first === undefined || done.has(arn) || arn.endsWith(":root") || first.who.account === "" || first.crossAccount) return [];
    const isNamed = asked.some(
      (one) => one.actions.some((action) => action === PUT || action === "kms:ScheduleKeyDeletion") && named(one) !== NEVER,
    );
    const administers = isNamed || isAdministrator?.(arn) === true;
    if (!administers || isAccountAdministrator(evidence.world, first.who)) return [];
    const uses = asked.flatMap((one) => {
      const actions = one.actions.filter((action) => revealing.includes(action));
      const found = actions.length === 0 ? undefined : allowedIn(one, one.scene.diagrams.without(one.allows, one.scene.own), actions[0]);
      return found === undefined ? [] : [{ actions, ...found }];
    });
    const [use] = uses;
    if (use === undefined) return [];
    const opening = evidence.opening(use.by);
    const actions = [...new Set(uses.flatMap((one) => one.actions))].sort();
    return [
      {
        code: "KW709",
        level: "medium",
        text: `${evidence.whoText(first.who)} administers ${evidence.key.name} and may ${namesOf(actions)} too`,
        at: opening?.at ?? evidence.key.at,
        witness: use.witness,
        same: [arn, actions],
      },
    ];
  });
}

export function byArn({ asked }: Evidence): ReadonlyMap<string, readonly Asked[]> {
  const found = new Map<string, Asked[]>();
  for (const one of asked) {
    const { kind, arn } = one.who;
    if (kind !== "listed" && kind !== "named") continue;
    const known = found.get(arn);
    if (known) known.push(one);
    else found.set(arn, [one]);
  }
  return found;
}

/** Whom its identity policies let give itself any policies: of him every rule could be told. */
export function isAccountAdministrator({ estate }: World, { arn }: PrincipalClass): boolean {
  const own = estate.principals.filter(({ facts }) => facts.arn === arn || facts.roleArn === arn);
  return own.some(({ policies }) =>
    policies.some(({ statements }) =>
      statements.some(
        ({ effect, action, resource, conditions }) =>
          effect === "Allow" &&
          conditions.length === 0 &&
          action?.mode === "only" &&
          action.members.some((member) => member === "*" || member.toLowerCase() === "iam:*") &&
          resource?.mode === "only" &&
          resource.members.includes("*"),
      ),
    ),
  );
}

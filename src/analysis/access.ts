import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Doubt } from "../iam/policy.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import type { Access, Entry, KeyName, Undecided } from "./answers.ts";
import { conditionsFor } from "./conditions.ts";
import { NEVER, TooLarge } from "./diagram.ts";
import { allowed } from "./formula.ts";
import { byActions, covered, type Find } from "./grouping.ts";
import { certainly, NotKnown } from "./not-known.ts";
import { otherwiseTold } from "./other-accounts.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "./own-policies.ts";
import type { PrincipalClass } from "./principals.ts";
import { Scene } from "./scene.ts";
import { type Matter, mayAllow, survey } from "./survey.ts";
import { Assumptions } from "./taken-for-granted.ts";
import { whoOf } from "./who.ts";
import { askWith, requestIn } from "./witness.ts";

export type AccessOptions = { readonly actions?: readonly string[] | undefined; readonly unlisted?: Unlisted | undefined };

type Found = Pick<Entry, "when" | "by" | "witness">;

/** Who can do what with a key: every class of principals that some request lets in, with where it does. */
export function whoCan(world: World, question: AccessOptions & { readonly key: string }): Access {
  return inAllWorlds(world, (one) => whoCanIn(one, question));
}

function whoCanIn(world: World, { key, ...options }: AccessOptions & { readonly key: string }): Access {
  const keys = world.estate.keys.filter(({ name, arn, id, aliases }) => name === key || arn === key || id === key || aliases.includes(key));
  return accessTo(world, keys, options);
}

/** What a principal can do with the keys of a world. */
export function can(world: World, question: AccessOptions & { readonly principal: string; readonly keys?: readonly string[] }): Access {
  return inAllWorlds(world, (one) => canIn(one, question));
}

/** What is not the same whatever account ids turn out to be is undecided. */
function inAllWorlds(world: World, ask: (world: World) => Access): Access {
  const access = ask(world);
  const told = ({ entries }: Access) =>
    entries.flatMap(({ key, who, actions }) => actions.map((action) => `${who.name ?? who.text} can ${action} with ${key.name}`));
  const others = otherwiseTold(
    [world],
    (one) => told(ask(one)),
    () => told(access),
  );
  return others.length === 0 ? access : { ...access, complete: false, undecided: [...access.undecided, ...others] };
}

function canIn(
  world: World,
  { principal, keys, ...options }: AccessOptions & { readonly principal: string; readonly keys?: readonly string[] },
): Access {
  const asker = world.lookup.asker(principal);
  const facts: PrincipalFacts = asker.ok ? asker.value.facts : { arn: principal };
  // A session that the world lists is one of its own; any other is asked about with the other sessions of its role.
  const isListed = world.estate.principals.some((one) => one.facts.arn === facts.arn);
  const arn = isListed ? facts.arn : (facts.roleArn ?? facts.arn);
  const wanted = world.estate.keys.filter(({ name, arn: own }) => keys === undefined || keys.includes(name) || keys.includes(own));
  return accessTo(world, wanted, options, (who) => who.arn === arn || (!isListed && who.principal.arn === arn));
}

function accessTo(world: World, keys: readonly WorldKey[], options: AccessOptions, only?: (who: PrincipalClass) => boolean): Access {
  const entries: Entry[] = [];
  const undecided: Undecided[] = [];
  const assumptions = new Assumptions([world]);
  for (const key of keys) {
    const name: KeyName = { name: key.name, arn: key.arn, aliases: key.aliases };
    const unsure = (text: string) => {
      if (!undecided.some((one) => one.text === text)) undecided.push({ key: key.name, code: "KW680", text });
    };
    const notKnown = new NotKnown(key.name);
    entries.push(...entriesOn(world, name, options, only, unsure, assumptions, notKnown));
    undecided.push(...notKnown.undecided);
  }
  return { complete: undecided.length === 0, assumptions: assumptions.all, entries, undecided };
}

function entriesOn(
  world: World,
  key: KeyName,
  options: AccessOptions,
  only: ((who: PrincipalClass) => boolean) | undefined,
  unsure: (text: string) => void,
  assumptions: Assumptions,
  notKnown: NotKnown,
): readonly Entry[] {
  const estates = [world.estate];
  const finds: Find<Found>[] = [];
  const classes = new Set<PrincipalClass>();
  const { openGrants } = world.estate.keys.find(({ arn }) => arn === key.arn) ?? {};
  if (openGrants !== undefined && (options.actions?.includes("kms:RetireGrant") ?? true))
    notKnown.add([{ id: "grants", text: openGrants }], "may be allowed", "whoever such a grant names", ["kms:RetireGrant"]);
  for (const matter of survey([world], key.arn, { actions: options.actions, only, unlisted: options.unlisted }, unsure)) {
    classes.add(matter.who);
    const names = matter.actions.map(({ action }) => action);
    const perhaps = (on: readonly Doubt[]) => notKnown.add(on, "may be allowed", whoOf(matter.who, estates).text, names);
    try {
      const found = accessIn(matter, ownPolicies(matter.who, estates, options.unlisted), unsure, assumptions, perhaps);
      if (found !== undefined)
        finds.push({
          who: matter.who,
          action: matter.actions.map(({ action }) => action),
          sameAs: JSON.stringify(found.when),
          value: found,
        });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      unsure(
        `${whoOf(matter.who, estates).text}, ${matter.actions[0]?.action}: the policies have too many conditions that overlap (${error.message})`,
      );
    }
  }
  const all = only === undefined ? [...classes] : []; // of some, nothing can be said of everybody
  return covered(byActions(finds), all, (who) => whoOf(who, estates)).map(({ find: { action, value }, who }) => ({
    key,
    who,
    actions: [...action].sort(),
    when: value.when,
    by: value.by,
    witness: value.witness,
  }));
}

function accessIn(
  { sides, who, actions, endpoint }: Matter,
  hasOwn: boolean,
  unsure: (text: string) => void,
  assumptions: Assumptions,
  perhaps: (on: readonly Doubt[]) => void,
): Found | undefined {
  const [side] = sides;
  if (side === undefined || !mayAllow(side)) return undefined;
  const scene = new Scene([side], undefined, hasOwn);
  const { node, open } = certainly(scene, scene.diagrams.and(allowed(scene, 0), scene.possible));
  if (open.length > 0) perhaps(open);
  for (const why of scene.inexact) unsure(why);
  if (node === NEVER) return undefined;
  const request = requestIn(scene, node);
  if (request === undefined) return undefined;
  const assumption = assumptionFor(scene, node, who);
  const answer = askWith(side, request, scene.takesOwn(node));
  if (answer.outcome !== "allowed") {
    unsure(`${actions[0]?.action} by ${who.arn}: the evaluator does not confirm what the analysis found`);
    return undefined;
  }
  assumptions.granted(who, side);
  const { when, complete } = conditionsFor(scene, node, endpoint);
  if (!complete) unsure(`${actions[0]?.action} by ${who.arn}: there are more conditions than are listed`);
  const assumes = [...assumptions.add(assumption), ...assumptions.under([side], request, scene.takesOwn(node), [answer])];
  return { when, by: withoutOwn(answer.by), witness: { request, outcome: answer.outcome, assumes } };
}

import { BoundedCache } from "../base/bounded-cache.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Doubt } from "../iam/policy.ts";
import type { PrincipalFacts, Request } from "../iam/request.ts";
import { Census } from "./alike/census.ts";
import { Correspondence, type Roster, rosterOf } from "./alike/correspondence.ts";
import type { Access, Entry, KeyName, Undecided } from "./answers.ts";
import { byRoles } from "./by-roles.ts";
import { conditionsFor } from "./conditions.ts";
import { NEVER, TooLarge } from "./diagram.ts";
import { allowed } from "./formula.ts";
import { byActions, covered, type Find, type Found as FoundOf } from "./grouping.ts";
import { certainly, NotKnown } from "./not-known.ts";
import { otherwiseTold } from "./other-accounts.ts";
import { assumptionOf, type OwnUse, ownPolicies, ownUse, type Unlisted, withoutOwn } from "./own-policies.ts";
import type { PrincipalClass } from "./principals.ts";
import { RoleSteps } from "./role-steps.ts";
import { Scene } from "./scene.ts";
import { type Asked, type Matter, mayAllow, survey } from "./survey.ts";
import { Assumptions, type Granted, grantedBy } from "./taken-for-granted.ts";
import { askWith, requestIn } from "./witness.ts";

export type AccessOptions = {
  readonly actions?: readonly string[] | undefined;
  readonly unlisted?: Unlisted | undefined;
  readonly viaRoles?: boolean | undefined; // also what is come by in steps, each by assuming a role
};

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

function accessTo(
  world: World,
  keys: readonly WorldKey[],
  options: AccessOptions,
  only?: (who: PrincipalClass) => boolean,
  steps: RoleSteps | undefined = options.viaRoles === true ? new RoleSteps(world, options.unlisted) : undefined,
): Access {
  const entries: Entry[] = [];
  const undecided: Undecided[] = [];
  const assumptions = new Assumptions([world]);
  const seen = new Set<string>();
  const unsure = (text: string, key?: string) => {
    if (seen.has(`${key}: ${text}`)) return;
    seen.add(`${key}: ${text}`);
    undecided.push({ ...(key !== undefined && { key }), code: "KW680", text });
  };
  for (const key of keys) {
    const name: KeyName = { name: key.name, arn: key.arn, aliases: key.aliases };
    const notKnown = new NotKnown(key.name);
    const ask = (whom?: (who: PrincipalClass) => boolean) =>
      entriesOn(world, name, options, whom, (text) => unsure(text, key.name), assumptions, notKnown);
    entries.push(...ask(only).map(({ entry }) => entry));
    if (steps !== undefined)
      entries.push(
        ...byRoles(
          world,
          ask(() => true),
          only,
          steps,
          assumptions,
        ),
      );
    undecided.push(...notKnown.undecided);
  }
  for (const text of steps?.undecided ?? []) unsure(text);
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
): readonly Told[] {
  const { openGrants } = world.estate.keys.find(({ arn }) => arn === key.arn) ?? {};
  if (openGrants !== undefined && (options.actions?.includes("kms:RetireGrant") ?? true))
    notKnown.add([{ id: "grants", text: openGrants }], "may be allowed", "whoever such a grant names", ["kms:RetireGrant"]);
  const census = Census.of([world]);
  const answers = answersOf(census, options);
  const finds: Find<Opened>[] = [];
  for (const asked of survey([world], key.arn, { actions: options.actions, only, unlisted: options.unlisted, isOfOpen: true }, unsure)) {
    if (asked.isOut) continue;
    const answer = answers.of(asked.id, () => answerFor(asked, world, census, options, key.arn));
    for (const part of asked.parts) {
      const correspondence = new Correspondence(census, answer.roster, key.arn, part);
      const opened = answer.found.map(({ action, said, value }) => ({ action, said, value: openedBy(value, correspondence) }));
      for (const who of part.members) {
        for (const text of answer.unsure) unsure(text(who));
        for (const { on, actions } of answer.open) notKnown.add(on, "may be allowed", census.who(who).text, actions);
        for (const { action, said, value } of opened) {
          if (value.found.own !== undefined) assumptions.add(assumptionOf(value.found.own, who));
          finds.push({ who, action, said, value });
        }
      }
    }
    for (const { value } of answer.found) assumptions.granted(value.granted);
  }
  finds.sort((a, b) => a.who.at - b.who.at);
  const all = only === undefined ? census.classes(key.arn).classes : []; // of some, nothing can be said of everybody
  return covered(finds, all, (who) => census.who(who)).map(({ find: { action, value, who: example }, who }) => {
    const { found, correspondence } = value;
    const assumed = assumptions.add(assumptionOf(found.own, example));
    const request = correspondence.request(found.request, example);
    const witness = { request, outcome: "allowed", assumes: [...assumed, ...found.under] } as const;
    return { of: example, entry: { key, who, actions: action, when: found.when, by: value.by, witness } };
  });
}

/** What each class of principals may itself, on one key. */
export function toldOn(
  world: World,
  key: KeyName,
  options: AccessOptions,
  unsure: (text: string) => void,
  assumptions: Assumptions,
): readonly Told[] {
  return entriesOn(world, key, options, () => true, unsure, assumptions, new NotKnown(key.name));
}

/** An entry, and a class of principals of which it was found. */
export type Told = { readonly of: PrincipalClass; readonly entry: Entry };

/** What somebody of a group is let in for, as who stands for the group asks it. */
type Found = {
  readonly when: Entry["when"];
  readonly by: Entry["by"];
  readonly request: Request;
  readonly own: OwnUse;
  readonly granted: Granted;
  readonly under: readonly string[]; // assumptions of the world
};

type Opened = { readonly found: Found; readonly correspondence: Correspondence; readonly by: Entry["by"] };

const openedBy = (found: Found, correspondence: Correspondence): Opened => ({ found, correspondence, by: correspondence.refs(found.by) });

/** All that was found of a group: of one of another key with the same id too. */
type Answer = {
  readonly roster: Roster;
  readonly unsure: readonly ((who: PrincipalClass) => string)[];
  readonly open: readonly { readonly on: readonly Doubt[]; readonly actions: readonly string[] }[];
  readonly found: readonly Omit<Find<Found>, "who">[];
};

const ANSWERS = new WeakMap<Census, Map<string, BoundedCache<string, Answer>>>();
const MOST_ANSWERS = 100_000;

/** What is known of groups by now, for the same question. */
function answersOf(census: Census, { actions, unlisted }: AccessOptions): BoundedCache<string, Answer> {
  const all = ANSWERS.get(census) ?? new Map<string, BoundedCache<string, Answer>>();
  ANSWERS.set(census, all);
  const name = JSON.stringify([actions, unlisted]); // steps are taken before
  const known = all.get(name) ?? new BoundedCache<string, Answer>(MOST_ANSWERS);
  all.set(name, known);
  return known;
}

function answerFor(asked: Asked, world: World, census: Census, options: AccessOptions, key: string): Answer {
  const unsure: ((who: PrincipalClass) => string)[] = [];
  const open: { on: readonly Doubt[]; actions: readonly string[] }[] = [];
  const found: FoundOf<Found>[] = [];
  const say = (text: string) => unsure.push(() => text);
  for (const matter of asked.matters(say)) {
    const actions = matter.actions.map(({ action }) => action);
    try {
      const value = accessIn(matter, world, options, {
        say,
        unconfirmed: () => unsure.push(({ arn }) => `${actions[0]} by ${arn}: the evaluator does not confirm what the analysis found`),
        abridged: () => unsure.push(({ arn }) => `${actions[0]} by ${arn}: there are more conditions than are listed`),
        perhaps: (on) => open.push({ on, actions }),
      });
      if (value !== undefined) found.push({ action: actions, sameAs: JSON.stringify(value.when), value });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      const { message } = error;
      unsure.push((who) => `${census.who(who).text}, ${actions[0]}: the policies have too many conditions that overlap (${message})`);
    }
  }
  return { roster: found.length === 0 ? [] : rosterOf(census, asked, key), unsure, open, found: byActions(found) };
}

type Doubtful = {
  readonly say: (text: string) => void;
  readonly unconfirmed: () => void;
  readonly abridged: () => void;
  readonly perhaps: (on: readonly Doubt[]) => void;
};

function accessIn({ sides, who, endpoint }: Matter, world: World, { unlisted }: AccessOptions, doubtful: Doubtful): Found | undefined {
  const [side] = sides;
  if (side === undefined || !mayAllow(side)) return undefined;
  const scene = new Scene([side], undefined, ownPolicies(who, [world.estate], unlisted));
  const { node, open } = certainly(scene, scene.diagrams.and(allowed(scene, 0), scene.possible));
  if (open.length > 0) doubtful.perhaps(open);
  for (const why of scene.inexact) doubtful.say(why);
  if (node === NEVER) return undefined;
  const request = requestIn(scene, node);
  if (request === undefined) return undefined;
  const answer = askWith(side, request, scene.takesOwn(node));
  if (answer.outcome !== "allowed") {
    doubtful.unconfirmed();
    return undefined;
  }
  const { when, complete } = conditionsFor(scene, node, endpoint);
  if (!complete) doubtful.abridged();
  const under = new Assumptions([world]).under([side], request, scene.takesOwn(node), [answer]);
  return { when, by: withoutOwn(answer.by), request, own: ownUse(scene, node), granted: grantedBy(who, side), under };
}

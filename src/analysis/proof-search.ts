import type { Determining, Outcome } from "../authz/decision.ts";
import type { NotModelled } from "../estate/data/not-modelled.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Request } from "../iam/request.ts";
import { Census } from "./alike/census.ts";
import { Correspondence, type Roster, rosterOf } from "./alike/correspondence.ts";
import type { Part } from "./alike/key-kinds.ts";
import type { Assumption, KeyName, RoleStep, Who } from "./answers.ts";
import { nobodyAssumes } from "./by-roles.ts";
import { NEVER, TooLarge } from "./diagram.ts";
import { allowed } from "./formula.ts";
import { isMeant, mayBeMeant, meantIn } from "./meant.ts";
import { certainly } from "./not-known.ts";
import { assumptionOf, type OwnUse, ownPolicies, ownUse, type Unlisted, withoutOwn } from "./own-policies.ts";
import type { PrincipalClass } from "./principals.ts";
import type { Region } from "./region.ts";
import { asSession, RoleSteps } from "./role-steps.ts";
import { Scene } from "./scene.ts";
import { type Asked, type Beside, type Matter, mayAllow, type SurveyOptions, survey } from "./survey.ts";
import { askWith, requestIn } from "./witness.ts";

/** A request that refutes an invariant, confirmed by the evaluator. */
export type Refutation = {
  readonly key: KeyName;
  readonly who: Who;
  readonly request: Request;
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly path?: readonly RoleStep[]; // roles that are assumed before
  readonly assumes: readonly string[];
  readonly data?: DataRefuted; // of an invariant about data; `request` is then that of one of its calls, and `key` the data's own, or the resource where it has none
};

/** What refutes an invariant about data: the whole flow, and what came of each of its calls. */
export type DataRefuted = {
  readonly flow: string;
  readonly resource: { readonly name: string; readonly arn: string };
  readonly question: DataQuestion;
  readonly calls: readonly { readonly action: string; readonly to: "service" | "kms"; readonly outcome: Outcome }[];
};

/** What a search for a request came to: one that refutes, or why there may be one that was not found; none of both is a proof. */
export type Search = {
  readonly refutation?: Refutation;
  readonly unsure: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly notModelled?: readonly NotModelled[]; // of data: what could turn it
};

/** `viaRoles`: requests count too that somebody comes to make by assuming roles; of `never` and `only`. */
export type SearchOptions = { readonly unlisted?: Unlisted | undefined; readonly viaRoles?: boolean | undefined };

/** Looks among all requests that a region means for one that is allowed; of `always`, for one that is not. */
export function search(world: World, region: Region, options: SearchOptions): Search {
  const notes = new Notes();
  for (const { key, asked, found } of refuting(world, region, options, notes)) {
    const first = found(asked.parts[0] as Part, asked.who);
    return { refutation: told(first, key, Census.of([world]).who(asked.who)), unsure: [], assumptions: first.assumption };
  }
  const far = options.viaRoles === true && region.kind !== "always" ? byRoles(world, region, options, notes) : undefined;
  if (far !== undefined) return { refutation: far.refutation, unsure: [], assumptions: far.assumptions };
  for (const { id, text } of world.estate.knowledge?.assumptions ?? []) notes.assumptions.set(id, { id, text });
  return { unsure: [...notes.unsure], assumptions: [...notes.assumptions.values()] };
}

/** What is to be said of a search that finds nothing. */
class Notes {
  readonly unsure = new Set<string>();
  readonly assumptions = new Map<string, Assumption>();
}

/** Principals that nothing tells apart, of which something refutes: what does, as a member of one of their parts asks it. */
type Refuting = { readonly key: WorldKey; readonly asked: Asked; readonly found: (part: Part, who: PrincipalClass) => Found };

function* refuting(world: World, region: Region, { unlisted }: SearchOptions, notes: Notes): Iterable<Refuting> {
  const { unsure, assumptions } = notes;
  const census = Census.of([world]);
  const answers = new Map<string, Answer>();
  const isOfOpen = region.kind !== "always";
  for (const key of region.keys) {
    for (const asked of groups(world, key, region, (why) => unsure.add(why), { unlisted, isOfOpen })) {
      const answer =
        (asked.isOut && isOfOpen ? OUT : answers.get(asked.id)) ??
        answerFor(asked, region, ownPolicies(asked.who, [world.estate], unlisted), census, key.arn);
      answers.set(asked.id, answer);
      const { found, roster } = answer;
      if (found !== undefined)
        yield { key, asked, found: (part, who) => foundBy(found, new Correspondence(census, roster, key.arn, part), who) };
      for (const text of answer.unsure) for (const { members } of asked.parts) for (const who of members) unsure.add(text(who));
      if (asked.who.kind === "listed") continue;
      for (const who of asked.parts.flatMap(({ members }) => members)) {
        const assumption = ownPolicies(who, [world.estate], unlisted) ? undefined : takenForGranted(who);
        if (assumption !== undefined) assumptions.set(assumption.id, assumption);
      }
    }
    if (key.openGrants !== undefined && region.actions.includes("kms:RetireGrant") && region.kind === "never")
      unsure.add(`kms:RetireGrant: not known is ${key.openGrants}`);
  }
}

/** A request that the region means save for who makes it, of a role that somebody whom it means comes to be. */
function byRoles(
  world: World,
  region: Region,
  options: SearchOptions,
  notes: Notes,
): { readonly refutation: Refutation; readonly assumptions: readonly Assumption[] } | undefined {
  const { isMeant, namers } = region;
  if (isMeant === undefined) return undefined; // what a role may is a request that is meant
  const steps = new RoleSteps(world, options.unlisted, namers);
  const reached = new Set(steps.roles.filter((arn) => [...steps.to(arn).keys()].some(isMeant)));
  const isRole = ({ arn, kind }: PrincipalClass): boolean => arn.includes(":role/") && kind !== "account" && kind !== "anyone";
  const isAsked = (who: PrincipalClass): boolean => isRole(who) && !isMeant(who) && (reached.has(who.arn) || !steps.isTold(who.arn));
  const census = Census.of([world]);
  const ofRoles = new Notes();
  for (const { key, asked, found } of refuting(world, { ...region, isMeant: isAsked }, options, ofRoles)) {
    const { classes } = census.classes(key.arn);
    for (const part of asked.parts)
      for (const who of part.members) {
        const { id, text } = nobodyAssumes(who, world);
        if (!steps.isTold(who.arn)) notes.assumptions.set(id, { id, text });
        for (const [first, way] of steps.to(who.arn, steps.sessionsOf(who, classes))) {
          if (!isMeant(first)) continue;
          const last = found(part, who);
          const assumptions = [...way.assumptions, ...last.assumption];
          const refutation = told(
            { ...last, request: asSession(last.request, way.steps.at(-1)), assumption: assumptions },
            key,
            census.who(first),
          );
          return { refutation: { ...refutation, path: way.steps }, assumptions };
        }
      }
  }
  for (const why of [...ofRoles.unsure, ...steps.undecided]) notes.unsure.add(why);
  return undefined;
}

/** What was found of a group: of one of another key with the same id too. */
type Answer = {
  readonly found?: FoundOf;
  readonly roster: Roster;
  readonly unsure: readonly ((who: PrincipalClass) => string)[];
};

const OUT: Answer = { roster: [], unsure: [] };

function answerFor(asked: Asked, region: Region, hasOwn: boolean, census: Census, key: string): Answer {
  const unsure: ((who: PrincipalClass) => string)[] = [];
  for (const matter of asked.matters((why) => unsure.push(() => why))) {
    const about = (why: string) => unsure.push((who) => `${census.who(who).text}, ${matter.actions[0]?.action}: ${why}`);
    try {
      const found = searchIn(matter, region, hasOwn, about);
      if (found === undefined) continue;
      const assumption = assumptionOf(found.own, asked.who);
      if (!found.isOpen || assumption === undefined) return { found, roster: rosterOf(census, asked, key), unsure: [] };
      unsure.push(
        (who) => `${census.who(who).text}, ${matter.actions[0]?.action}: not known is whether ${assumptionOf(found.own, who)?.text}`,
      );
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      about(`the policies have too many conditions that overlap (${error.message})`);
    }
  }
  return { roster: [], unsure };
}

const foundBy = ({ own, request, by, outcome }: FoundOf, correspondence: Correspondence, who: PrincipalClass): Found => {
  const assumption = assumptionOf(own, who);
  return {
    request: correspondence.request(request, who),
    outcome,
    by: correspondence.refs(by),
    assumption: assumption === undefined ? [] : [assumption],
  };
};

/** A caller and an action of which the region means some requests. */
export type Example = { readonly key: WorldKey; readonly who: PrincipalClass; readonly action: string };

const MOST_KEYS = 3;
const MOST_ALIKE = 2;

/** Callers, actions and keys of which the region means requests that can be, principals that the world knows first; a few of each kind, of a few keys. */
export function* examples(world: World, region: Region): Iterable<Example> {
  const counts = new Map<string, number>();
  for (const [i, key] of region.keys.entries()) {
    if (i >= MOST_KEYS && counts.size > 0) return;
    for (const asked of groups(world, key, region, () => {})) {
      const kind = `${asked.who.kind}|${asked.who.account}`;
      const isEnough = () => (counts.get(kind) ?? 0) >= MOST_ALIKE;
      const actions = isEnough() ? [] : actionsMeant(asked, region);
      for (const who of asked.parts.flatMap(({ members }) => members))
        for (const action of actions) {
          if (isEnough()) break;
          counts.set(kind, (counts.get(kind) ?? 0) + 1);
          yield { key, who, action };
        }
    }
  }
}

/** Some of the actions of which the region means requests that those of a group can make. */
function actionsMeant(asked: Asked, region: Region): readonly string[] {
  const found: string[] = [];
  for (const matter of asked.matters(() => {})) {
    const action = matter.actions[0]?.action;
    if (found.length >= MOST_ALIKE) break;
    if (action === undefined) continue;
    try {
      if (matter.sides[1] !== undefined && !mayBeMeant(matter.sides[1], region.conditions)) continue;
      const scene = sceneOf(matter, false);
      if (scene !== undefined && meantIn(scene, REGION, region.conditions) !== NEVER) found.push(action);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      found.push(action); // nothing says that there are none
    }
  }
  return found;
}

const BESIDE = new WeakMap<Region, Beside>();

function besideOf(region: Region): Beside {
  const known = BESIDE.get(region);
  if (known !== undefined) return known;
  const { kind, namers, conditions } = region;
  const made = { documents: { resource: conditions.key, session: [conditions.session] }, namers, isOfDenials: kind === "always" };
  BESIDE.set(region, made);
  return made;
}

const groups = (
  world: World,
  key: WorldKey,
  region: Region,
  unsure: (why: string) => void,
  options: Pick<SurveyOptions, "unlisted" | "isOfOpen"> = {},
) => survey([world], key.arn, { ...options, actions: region.actions, only: region.isMeant, beside: besideOf(region) }, unsure);

/** That principals which the world does not list hold no policies, where it lists others of their account. */
export function takenForGranted({ kind, account, arn }: PrincipalClass): Assumption | undefined {
  if ((kind !== "account" && kind !== "named" && kind !== "anyone") || account === "" || arn.endsWith(":root")) return undefined;
  const [id, whose] = kind === "anyone" ? ["others", "any other account"] : [account, account];
  return { id: `unlisted:${id}:none`, text: `principals of ${whose} that the world does not list hold no identity policies` };
}

type Found = {
  readonly request: Request;
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly assumption: readonly Assumption[];
};

/** The same of who stands for a group. `isOpen`: it would refute nothing without what is not known. */
type FoundOf = Omit<Found, "assumption"> & { readonly own: OwnUse; readonly isOpen: boolean };

const told = ({ request, outcome, by, assumption }: Found, { name, arn, aliases }: WorldKey, who: Who): Refutation => ({
  key: { name, arn, aliases },
  who,
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

function searchIn(matter: Matter, region: Region, hasOwn: boolean, unsure: (why: string) => void): FoundOf | undefined {
  const [side, asked] = matter.sides;
  if (side === undefined || asked === undefined) return undefined;
  const isAlways = region.kind === "always";
  if ((!isAlways && !mayAllow(side)) || !mayBeMeant(asked, region.conditions)) return undefined;
  const scene = new Scene([side, asked], undefined, hasOwn);
  const { diagrams } = scene;
  const meant = meantIn(scene, REGION, region.conditions);
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
  if (!isRefuted || !isMeant(asked, request, region.conditions)) {
    unsure("the evaluator does not confirm the request that was found");
    return undefined;
  }
  return { request, outcome, by: withoutOwn(by), own: ownUse(scene, node), isOpen: side.mayHold };
}

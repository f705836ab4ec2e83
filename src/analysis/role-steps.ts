import type { CompiledPolicy } from "../authz/compile.ts";
import { actionMatches, namedWays } from "../authz/plan.ts";
import { type ActionFacts, readAction } from "../authz/target.ts";
import { ASSUME_ROLE, contextOf, neverAssumes, SET_SOURCE_IDENTITY, TAG_SESSION } from "../estate/assume-role.ts";
import { isOfOthers } from "../estate/doubts.ts";
import { policiesOf, type WorldPrincipal } from "../estate/estate.ts";
import { keysRead } from "../estate/keys-read.ts";
import { compileSet } from "../estate/policy-documents.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { Doubt } from "../iam/policy.ts";
import type { PrincipalFacts, Request } from "../iam/request.ts";
import type { Assumption, RoleStep } from "./answers.ts";
import { conditionsFor } from "./conditions.ts";
import { ALWAYS, NEVER, type Node, TooLarge } from "./diagram.ts";
import { allowed } from "./formula.ts";
import { certainly } from "./not-known.ts";
import { assumptionOf, ownPolicies, ownUse, type Unlisted, withoutOwn } from "./own-policies.ts";
import { type PrincipalClass, principalClasses } from "./principals.ts";
import { Scene } from "./scene.ts";
import { prepare, Side } from "./side.ts";
import { whoOf } from "./who.ts";
import { askWith, requestIn } from "./witness.ts";

/** How somebody comes to be a session of a role: each step a request that the evaluator allows to who has come as far as that. */
export type Way = { readonly steps: readonly RoleStep[]; readonly assumptions: readonly Assumption[] };

/** Which sessions of a role are meant: the one of this name, or all but these. */
export type Sessions = { readonly named: string } | { readonly but: readonly string[] };

const ACTION = readAction(ASSUME_ROLE) as ActionFacts;
const NAME = "sts:rolesessionname";

/** Who can assume which roles of a world, of all principals that its policies tell apart: asked once, read for every key. */
export class RoleSteps {
  readonly #world: World;
  readonly #unlisted: Unlisted | undefined;
  readonly #roles: ReadonlyMap<string, WorldPrincipal>; // with a trust policy, by ARN
  readonly #steps = new Map<string, Map<PrincipalClass, Way | undefined>>();
  readonly #ways = new Map<string, ReadonlyMap<PrincipalClass, Way>>();
  readonly #undecided = new Set<string>();
  readonly #namers: readonly CompiledPolicy[];
  #classes: readonly PrincipalClass[] | undefined;
  #tags: boolean | undefined;

  /** `namers`: what tells principals apart beside the policies of the world. */
  constructor(world: World, unlisted?: Unlisted, namers: readonly CompiledPolicy[] = []) {
    this.#world = world;
    this.#unlisted = unlisted;
    this.#namers = namers;
    this.#roles = new Map(world.estate.principals.filter(isTrusting).map((role) => [role.facts.arn, role]));
  }

  /** Everybody who could take a first step. */
  get classes(): readonly PrincipalClass[] {
    if (this.#classes !== undefined) return this.#classes;
    const { estate } = this.#world;
    const [key] = [...this.#roles.keys()];
    const { partition = "aws", account = estate.account ?? "" } = parseArn(key ?? "") ?? {};
    const own = [...policiesOf(estate).keys()].filter(({ type }) => type !== "key-policy").map((policy) => this.#world.compiled(policy));
    const policies = [...own, ...this.#namers];
    const { classes, inexact } = principalClasses({ policies, grants: [], estates: [estate], partition, account });
    if (inexact !== undefined) this.#undecided.add(inexact);
    this.#classes = classes.filter(({ principal }) => {
      const asker = this.#world.lookup.asker(principal);
      return asker.ok && !neverAssumes(asker.value.caller.kind);
    });
    return this.#classes;
  }

  /** Why there may be more ways than are told. */
  get undecided(): readonly string[] {
    return [...this.#undecided];
  }

  /** The roles of which the world tells who may assume them, by ARN. */
  get roles(): readonly string[] {
    return [...this.#roles.keys()];
  }

  /** Whether the world tells who may assume a role. */
  isTold(arn: string): boolean {
    return this.#roles.has(arn);
  }

  /** Who comes to be such a session of a role, each by a shortest way. */
  to(arn: string, sessions: Sessions = { but: [] }): ReadonlyMap<PrincipalClass, Way> {
    const id = JSON.stringify([arn, sessions]);
    const known = this.#ways.get(id);
    if (known !== undefined) return known;
    const found = new Map<PrincipalClass, Way>();
    let edge: readonly (readonly [arn: string, sessions: Sessions, rest: Way])[] = [[arn, sessions, { steps: [], assumptions: [] }]];
    while (edge.length > 0) {
      const next: (readonly [string, Sessions, Way])[] = [];
      for (const [target, wanted, rest] of edge)
        for (const [who, step] of this.#into(target, wanted)) {
          if (found.has(who) || who.arn === arn) continue;
          const way = joined(step, rest);
          found.set(who, way);
          if (this.#roles.has(who.arn)) next.push([who.arn, this.sessionsOf(who), way]);
        }
      edge = next;
    }
    this.#ways.set(id, found);
    return found;
  }

  /** The sessions that a class of those of a role stands for. */
  sessionsOf({ arn, session }: PrincipalClass, among: readonly PrincipalClass[] = this.classes): Sessions {
    if (session === undefined) return { but: [] };
    if (session !== "") return { named: session };
    return { but: among.flatMap((one) => (one.arn === arn && one.session !== undefined && one.session !== "" ? [one.session] : [])) };
  }

  /** Who assumes a role in one step. */
  *#into(arn: string, sessions: Sessions): Iterable<readonly [PrincipalClass, Way]> {
    const role = this.#roles.get(arn);
    if (role === undefined) return;
    const id = JSON.stringify([arn, sessions]);
    const steps = this.#steps.get(id) ?? new Map<PrincipalClass, Way | undefined>();
    this.#steps.set(id, steps);
    for (const who of this.classes) {
      if (!steps.has(who)) steps.set(who, this.#isNamed(who, role) ? this.#step(who, role, sessions) : undefined);
      const step = steps.get(who);
      if (step !== undefined) yield [who, step];
    }
  }

  /** Whether the trust policy could be about somebody: most are not, and need not be asked. */
  #isNamed({ principal }: PrincipalClass, { trust }: WorldPrincipal): boolean {
    const asker = this.#world.lookup.asker(principal);
    if (trust === undefined || !asker.ok) return false;
    return this.#world.compiled(trust).statements.some((statement) => {
      const { ways, mayWays } = namedWays(statement, asker.value.caller, false);
      return statement.effect === "Allow" && (ways | mayWays) !== 0 && actionMatches(statement, ACTION);
    });
  }

  #step(who: PrincipalClass, role: WorldPrincipal, sessions: Sessions): Way | undefined {
    const { estate } = this.#world;
    const name = `${whoOf(who, [estate]).text} by assuming ${role.name}`;
    try {
      return this.#ask(who, role, sessions, (doubts) =>
        this.#undecided.add(`${name}: not known is ${doubts.map(({ text }) => text).join(" and ")}`),
      );
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.#undecided.add(`${name}: the policies have too many conditions that overlap (${error.message})`);
      return undefined;
    }
  }

  /** Whether some policy asks for tags of who asks, which sessions may be given. */
  #readsTags(): boolean {
    this.#tags ??= [...keysRead(policiesOf(this.#world.estate).keys())].some((name) => name.startsWith("aws:principaltag/"));
    return this.#tags;
  }

  /** All calls of AssumeRole by somebody, with tags and source identity or without, as the policies can tell them apart. */
  #ask(who: PrincipalClass, role: WorldPrincipal, sessions: Sessions, perhaps: (on: readonly Doubt[]) => void): Way | undefined {
    const { estate } = this.#world;
    const own = "named" in sessions ? { sessionName: sessions.named } : {};
    const context = contextOf(role.facts.tags ?? {}, own) as Request["context"] & object;
    const posed = this.#world.gather({ principal: who.principal, action: ASSUME_ROLE, resource: role.facts.arn, context });
    if (!posed.ok) return undefined;
    const { documents, request } = posed.value;
    const { unknown: open = [], ...base } = request;
    const mayHold = documents.identity?.some(isOfOthers) === true;
    const told = { ...documents, identity: documents.identity?.filter((policy) => !isOfOthers(policy)) };
    const prepared = prepare(compileSet(told, [], undefined, (policy) => this.#world.compiled(policy)));
    const about = { ...(open.length > 0 && { open }), ...(mayHold && { mayHold }) };
    const sides = [ASSUME_ROLE, TAG_SESSION, SET_SOURCE_IDENTITY].map((action) => Side.of(prepared, { ...base, action }, about));
    const [assume, tag, identify] = sides;
    if (assume === undefined || tag === undefined || identify === undefined) return undefined;
    const scene = new Scene([assume, tag, identify], undefined, ownPolicies(who, [estate], this.#unlisted));
    const { node, open: doubts } = certainly(scene, callsIn(scene, who.principal, sessions));
    if (doubts.length > 0) perhaps(doubts);
    for (const why of scene.inexact) this.#undecided.add(why);
    const found = requestIn(scene, node);
    if (found === undefined) return undefined;
    const isOwn = scene.takesOwn(node);
    const asked = [assume, ...(hasTags(found) ? [tag] : []), ...(sourceIdentityIn(found) === undefined ? [] : [identify])];
    const answers = asked.map((side) => askWith(side, { ...found, action: side.base.action }, isOwn));
    if (answers.some(({ outcome }) => outcome !== "allowed")) {
      this.#undecided.add(`${who.arn} by assuming ${role.name}: the evaluator does not confirm what the analysis found`);
      return undefined;
    }
    if (this.#readsTags() && allowed(scene, 1) !== NEVER)
      this.#undecided.add(
        `tags that ${whoOf(who, [estate]).text} may pass when it assumes ${role.name} are not counted as tags of the session`,
      );
    const assumption = assumptionOf(ownUse(scene, node), who);
    const step: RoleStep = {
      role: { name: role.name, arn: role.facts.arn },
      text: `${whoOf(who, [estate]).text} assumes ${role.name}`,
      request: found,
      outcome: "allowed",
      when: conditionsFor(scene, node).when,
      by: withoutOwn(answers[0]?.by ?? []),
      assumes: assumption === undefined ? [] : [assumption.id],
    };
    return { steps: [step], assumptions: assumption === undefined ? [] : [assumption] };
  }
}

/** Where a call is let through: with tags also as sts:TagSession, with a source identity also as sts:SetSourceIdentity. */
function callsIn(scene: Scene, principal: PrincipalFacts, sessions: Sessions): Node {
  const { diagrams, possible } = scene;
  const present = (isMeant: (key: string) => boolean): Node =>
    diagrams.some(
      scene.variables.flatMap(({ keys }) =>
        keys.filter(isMeant).flatMap((key) => scene.where(key, (value) => value !== undefined && value.length > 0) ?? []),
      ),
    );
  const tags = present((key) => key.startsWith("aws:requesttag/") || key === "aws:tagkeys" || key === "sts:transitivetagkeys");
  const inherited = principal.sourceIdentity;
  const identity = inherited === undefined ? present((key) => key === "sts:sourceidentity") : ALWAYS;
  const kept = inherited === undefined ? ALWAYS : scene.where("sts:sourceidentity", (value) => value === undefined || value === inherited);
  const name = scene.where(NAME, (value) => typeof value === "string" && ("named" in sessions || !sessions.but.includes(value)));
  const [assume = NEVER, tag = NEVER, identify = NEVER] = [0, 1, 2].map((side) => allowed(scene, side));
  return diagrams.every([
    possible,
    assume,
    diagrams.or(diagrams.not(tags), tag),
    diagrams.or(diagrams.not(identity), identify),
    kept ?? ALWAYS,
    name ?? ALWAYS,
  ]);
}

const hasTags = ({ context = {} }: Request): boolean =>
  Object.keys(context).some((key) => /^(?:aws:RequestTag\/|aws:TagKeys$|sts:TransitiveTagKeys$)/i.test(key));

const sourceIdentityIn = ({ principal, context = {} }: Request): unknown =>
  (typeof principal === "string" ? undefined : principal.sourceIdentity) ??
  Object.entries(context).find(([key]) => key.toLowerCase() === "sts:sourceidentity")?.[1];

/** A step before others: these are taken by the session that it makes. */
function joined(step: Way, rest: Way): Way {
  const [first, ...others] = rest.steps;
  const steps =
    first === undefined ? step.steps : [...step.steps, { ...first, request: asSession(first.request, step.steps.at(-1)) }, ...others];
  return { steps, assumptions: [...step.assumptions, ...rest.assumptions] };
}

/** A request, made by the session that a step makes. */
export function asSession(request: Request, step: RoleStep | undefined): Request {
  const name = Object.entries(step?.request.context ?? {}).find(([key]) => key.toLowerCase() === NAME)?.[1];
  if (typeof name !== "string") return request;
  const renamed = (arn: string): string => (arn.includes(":assumed-role/") ? `${arn.slice(0, arn.lastIndexOf("/") + 1)}${name}` : arn);
  const { principal } = request;
  return { ...request, principal: typeof principal === "string" ? renamed(principal) : { ...principal, arn: renamed(principal.arn) } };
}

const isTrusting = ({ facts, trust }: WorldPrincipal): boolean => trust !== undefined && facts.arn.includes(":role/");

import type { NotModelled } from "../../estate/data/not-modelled.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import type { WorldKey, WorldResource } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Doubt } from "../../iam/policy.ts";
import type { Request } from "../../iam/request.ts";
import type { Assumption } from "../answers.ts";
import { ALWAYS, NEVER, type Node, TooLarge } from "../diagram.ts";
import { allowed } from "../formula.ts";
import { MEANT, type RegionPolicies, UNLESS } from "../invariant-reader.ts";
import { holdsFor, truthIn } from "../meant.ts";
import { certainly } from "../not-known.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "../own-policies.ts";
import type { PrincipalClass } from "../principals.ts";
import { type Search, takenForGranted } from "../proof-search.ts";
import { Scene } from "../scene.ts";
import type { Side } from "../side.ts";
import { whoOf } from "../who.ts";
import { askWith, requestIn } from "../witness.ts";
import { confirm, type DataBeside, type DataMatter, dataMatters } from "./matters.ts";
import { isByOthers, requestOn, saidBy, untoldOf } from "./readers.ts";
import type { DataConditions, DataRegion, FlowMeant } from "./region.ts";

type Options = { readonly unlisted?: Unlisted | undefined };

/** Looks among all requests that a region of data means for a flow that is allowed; of `always`, for one that is not. */
export function searchData(world: World, region: DataRegion, { unlisted }: Options): Search {
  const unsure = new Set<string>();
  const assumptions = new Map<string, Assumption>();
  const untold = new Map<string, NotModelled>();
  const turns = region.kind === "always" ? "shuts out" : "lets in"; // what would refute a proof
  for (const meant of region.flows) {
    for (const matter of mattersOf(
      world,
      region,
      meant,
      (why) => unsure.add(`${meant.flow} on ${meant.resource.name}: ${why}`),
      unlisted,
    )) {
      const { who } = matter;
      const about = (why: string) => unsure.add(`${whoOf(who, [world.estate]).text}, ${meant.flow} on ${meant.resource.name}: ${why}`);
      try {
        const found = searchIn(world, matter, region, meant, unlisted, about);
        if (found !== undefined) return found;
        for (const one of confirm(world, matter.question).answer?.notModelled ?? [])
          if (one.turns === turns) untold.set(JSON.stringify(one), one);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        about(`the policies have too many conditions that overlap (${error.message})`);
      }
      const assumption = who.kind === "listed" || ownPolicies(who, [world.estate], unlisted) ? undefined : takenForGranted(who);
      if (assumption !== undefined) assumptions.set(assumption.id, assumption);
    }
  }
  for (const { id, text } of world.estate.knowledge?.assumptions ?? []) assumptions.set(id, { id, text });
  return { unsure: [...unsure], assumptions: [...assumptions.values()], notModelled: [...untold.values()] };
}

/** A caller and a flow of which the region means some requests. */
export type DataExample = { readonly who: PrincipalClass; readonly question: DataQuestion } & FlowMeant;

const MOST_ALIKE = 2;

/** Callers and flows of which the region means requests that can be, principals that the world knows first; a few of each kind. */
export function* dataExamples(world: World, region: DataRegion): Iterable<DataExample> {
  const counts = new Map<string, number>();
  for (const meant of region.flows)
    for (const matter of mattersOf(world, region, meant, () => {})) {
      const { who, question } = matter;
      const kind = `${who.kind}|${who.account}`;
      if ((counts.get(kind) ?? 0) >= MOST_ALIKE || sidesOf(matter).length === 0) continue;
      try {
        const scene = new Scene([...sidesOf(matter), ...besidesOf(matter)]);
        if (waysOf(matter).every((way) => meantBy(scene, matter, way, region.conditions) === NEVER)) continue;
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error; // nothing says that there are none
      }
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      yield { ...meant, who, question };
    }
}

/** The key that data lies under, where the world has it. */
export const keyOf = ({ estate }: World, { key }: WorldResource): WorldKey | undefined =>
  key.kind === "key" ? (estate.keys.find(({ arn }) => arn === key.arn) ?? key.made) : undefined;

const BESIDE = new WeakMap<DataRegion["conditions"], DataBeside>();

function mattersOf(
  world: World,
  { kind, isMeant, namers, conditions }: DataRegion,
  { part, resource: { arn }, ...asked }: FlowMeant,
  unsure: (why: string) => void,
  unlisted?: Unlisted,
): Iterable<DataMatter> {
  const resource = world.estate.resources.find((one) => one.arn === arn); // of a world that was changed, its own
  if (resource === undefined) return [];
  const documentsOf = ({ key, session }: RegionPolicies) => ({ resource: key, session: [session] });
  const made = { service: documentsOf(conditions.service), kms: documentsOf(conditions.kms), namers, isOfDenials: kind === "always" };
  const beside = BESIDE.get(conditions) ?? made;
  BESIDE.set(conditions, beside);
  return dataMatters(world, { ...asked, resource, part, unlisted, only: isMeant, beside }, [], unsure);
}

const sidesOf = ({ service, ways }: DataMatter): readonly Side[] => [...service, ...ways.flat()];
const besidesOf = ({ beside }: DataMatter): readonly Side[] =>
  beside === undefined ? [] : [...(beside.service === undefined ? [] : [beside.service]), ...beside.ways.flat()];

/** Numbers of the ways to ask KMS; where nobody told the key, one of which nothing is known. */
const waysOf = ({ ways }: DataMatter): readonly number[] => (ways.length === 0 ? [0] : ways.map((_, i) => i));

function searchIn(
  world: World,
  matter: DataMatter,
  region: DataRegion,
  meant: FlowMeant,
  unlisted: Unlisted | undefined,
  unsure: (why: string) => void,
): Search | undefined {
  const sides = sidesOf(matter);
  if (sides.length === 0) {
    unsure("nothing of it is asked in the caller's name");
    return undefined;
  }
  const { who } = matter;
  const isAlways = region.kind === "always";
  const scene = new Scene([...sides, ...besidesOf(matter)], undefined, ownPolicies(who, [world.estate], unlisted));
  const { diagrams } = scene;
  const isTold = matter.ways.length > 0;
  const ways = waysOf(matter).map((way) => {
    const isIt = meantBy(scene, matter, way, region.conditions);
    const open = isIt === NEVER || matter.limit?.isSure === true ? NEVER : allowedBy(scene, matter, way);
    return { meant: isIt, refuting: isAlways ? diagrams.without(isIt, open) : diagrams.and(isIt, open) };
  });
  if (matter.limit?.isSure === false) {
    const isIt = ways[0]?.meant ?? NEVER;
    ways.push({ meant: isIt, refuting: isAlways ? isIt : NEVER }); // perhaps S3 takes it back
  }
  const inAll = diagrams.every(ways.map(({ refuting }) => refuting));
  const inSome = diagrams.some(ways.map(({ refuting }) => refuting));
  const isShut = !isTold && isAlways && region.conditions.kms.isBare; // the service alone refuses it
  const { node, open } = certainly(scene, isTold || isShut ? inAll : NEVER);
  if (open.length > 0) unsure(notKnown(open));
  const isOpen = isTold
    ? inSome !== inAll
    : isAlways
      ? ways.some((way) => way.meant !== NEVER) && (!isShut || inAll === NEVER)
      : inSome !== NEVER;
  if (isOpen) unsure(notKnown(untoldOf(matter)));
  const found = node === NEVER ? undefined : refutedBy(world, matter, region, meant, scene, node, unsure);
  const byOthers =
    found === undefined && isAlways && isTold
      ? refutedBy(world, matter, region, meant, scene, ways[0]?.meant ?? NEVER, unsure, true)
      : undefined;
  if (found === undefined && byOthers === undefined) for (const why of scene.inexact) unsure(why);
  return found ?? byOthers;
}

const notKnown = (doubts: readonly Doubt[]): string => `not known is ${[...new Set(doubts.map(({ text }) => text))].join(", ")}`;

/** Where every call is allowed, KMS asked in this way. */
function allowedBy(scene: Scene, { service, ways }: DataMatter, way: number): Node {
  const index = new Map(scene.sides.map((side, i) => [side, i]));
  const each = [...service, ...(ways[way] ?? [])].map((side) => allowed(scene, index.get(side) as number));
  return scene.diagrams.every(each);
}

/** Where the region means what the caller says, KMS asked in this way. */
function meantBy(
  scene: Scene,
  { beside, service, ways }: DataMatter,
  way: number,
  { service: first, kms, hasUnless }: DataConditions,
): Node {
  const { diagrams } = scene;
  const isTold = ways.length > 0; // else what is said of its key may hold, and lets nothing through
  const index = new Map(scene.sides.map((side, i) => [side, i]));
  const truth = (statement: typeof MEANT | typeof UNLESS): Node => {
    const calls = beside?.ways[way] ?? [];
    const onService = isSilent(first, statement)
      ? ALWAYS
      : beside?.service === undefined || service.length === 0
        ? NEVER
        : truthIn(scene, index.get(beside.service) as number, first, statement);
    if (onService === NEVER || isSilent(kms, statement)) return onService;
    if (calls.length === 0) return isTold || statement === UNLESS ? NEVER : onService;
    return diagrams.and(onService, diagrams.every(calls.map((side) => truthIn(scene, index.get(side) as number, kms, statement))));
  };
  const meant = diagrams.and(scene.possible, truth(MEANT));
  return hasUnless ? diagrams.without(meant, truth(UNLESS)) : meant;
}

const isSilent = ({ key }: RegionPolicies, statement: number): boolean => (key.statements[statement]?.conditions ?? []).length === 0;

/** A request of the scene, confirmed call by call; undefined, and told, where it is not. `ofOthers`: only where a call refuses it that others make. */
function refutedBy(
  world: World,
  matter: DataMatter,
  { kind, conditions }: DataRegion,
  { flow, resource }: FlowMeant,
  scene: Scene,
  node: Node,
  unsure: (why: string) => void,
  ofOthers = false,
): Search | undefined {
  const { who, service, question } = matter;
  const sides = sidesOf(matter);
  const request = requestIn(scene, node);
  const [first] = sides;
  if (request === undefined || first === undefined) return undefined;
  const said = saidBy(request, first.base);
  const asked: DataQuestion = {
    ...question,
    ...(said.context && { context: said.context }),
    ...(said.time !== undefined && { time: said.time }),
  };
  const isOwn = !ofOthers && scene.takesOwn(node);
  const requests = sides.map((side, i) => requestOn(side, said, i < service.length));
  const answers = sides.map((side, i) => askWith(side, requests[i] as Request, isOwn));
  const refused = answers.findIndex((answer) => answer.outcome !== "allowed");
  const whole = isOwn ? undefined : confirm(world, asked);
  const outcome = whole?.outcome ?? answers[refused]?.outcome ?? "allowed";
  const isElsewhere = refused < 0 && outcome !== "allowed" && (outcome === "undetermined" || isByOthers(whole?.answer));
  if (ofOthers && !isElsewhere) return undefined;
  if (isElsewhere && outcome === "undetermined") unsure(notKnown((whole?.answer?.missing ?? []).map((text) => ({ id: text, text }))));
  if (isElsewhere && !(ofOthers && isDenied(outcome))) return undefined; // whatever the caller says, it is refused, or nobody knows
  const isRefuting = kind === "always" ? isDenied(outcome) && (ofOthers || refused >= 0) : outcome === "allowed" && refused < 0;
  if (!isRefuting || !isMeantBy(matter, said, conditions)) {
    unsure("the evaluator does not confirm the request that was found");
    return undefined;
  }
  const own = ofOthers ? undefined : assumptionFor(scene, node, who);
  const key = keyOf(world, resource);
  const decisive = ofOthers ? (whole?.answer?.refused?.answer.by ?? []) : (answers[refused]?.by ?? answers.flatMap(({ by }) => by));
  const calls =
    whole?.answer?.calls.map((call) => ({ action: call.question.action, to: call.to, outcome: call.answer.outcome })) ??
    sides.map(({ base: { action } }, i) => ({
      action,
      to: i < service.length ? ("service" as const) : ("kms" as const),
      outcome: answers[i]?.outcome ?? "undetermined",
    }));
  return {
    unsure: [],
    assumptions: own === undefined ? [] : [own],
    notModelled: whole?.answer?.notModelled ?? [],
    refutation: {
      key:
        key === undefined
          ? { name: resource.name, arn: resource.arn, aliases: [] }
          : { name: key.name, arn: key.arn, aliases: key.aliases },
      who: whoOf(who, [world.estate]),
      request: requests[Math.max(refused, 0)] as Request,
      outcome,
      by: [...new Map(withoutOwn(decisive).map((ref) => [JSON.stringify(ref), ref])).values()],
      assumes: own === undefined ? [] : [own.id],
      data: { flow, resource: { name: resource.name, arn: resource.arn }, question: asked, calls },
    },
  };
}

const isDenied = (outcome: string): boolean => outcome === "implicitDeny" || outcome === "explicitDeny";

/** The same of one request, by the evaluator: in some way in which KMS may be asked. */
function isMeantBy(
  { beside, service, ways }: DataMatter,
  said: ReturnType<typeof saidBy>,
  { service: first, kms, hasUnless }: DataConditions,
): boolean {
  const holds = (way: number, statement: typeof MEANT | typeof UNLESS): boolean => {
    const calls = beside?.ways[way] ?? [];
    if (!isSilent(first, statement)) {
      if (beside?.service === undefined || service.length === 0) return false;
      if (!holdsFor(beside.service, requestOn(beside.service, said, true), first, statement)) return false;
    }
    return (
      isSilent(kms, statement) || (calls.length > 0 && calls.every((side) => holdsFor(side, requestOn(side, said, false), kms, statement)))
    );
  };
  return (ways.length === 0 ? [0] : ways).some((_, way) => holds(way, MEANT) && !(hasUnless && holds(way, UNLESS)));
}

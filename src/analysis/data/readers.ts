import type { Determining, Outcome } from "../../authz/decision.ts";
import { callsThatCarry } from "../../catalog/data/condition-keys.ts";
import { DATA_FLOWS, type Form } from "../../catalog/data/flows.ts";
import type { DataAnswer } from "../../estate/data/authorize.ts";
import type { NotModelled } from "../../estate/data/not-modelled.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import { dataTarget } from "../../estate/data/target.ts";
import type { WorldResource } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Request } from "../../iam/request.ts";
import type { Assumption, Undecided, Who } from "../answers.ts";
import { conditionsFor, type When } from "../conditions.ts";
import { NEVER, type Node, TooLarge } from "../diagram.ts";
import { allowed } from "../formula.ts";
import { covered, type Find } from "../grouping.ts";
import { certainly, NotKnown } from "../not-known.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "../own-policies.ts";
import type { PrincipalClass } from "../principals.ts";
import { Scene } from "../scene.ts";
import type { Side } from "../side.ts";
import { Assumptions, grantedBy } from "../taken-for-granted.ts";
import { whoOf } from "../who.ts";
import { askWith, requestIn } from "../witness.ts";
import { confirm, type DataMatter, type DataSurvey, dataMatters } from "./matters.ts";
import { ofWhole } from "./objects.ts";

/** Somebody who can do a flow on a resource: every call of it, those of the resource's service and those to AWS KMS. */
export type DataEntry = {
  readonly resource: { readonly name: string; readonly arn: string };
  readonly flow: string;
  readonly form: Form;
  readonly objects?: string; // an example of what is meant, where not everything in the resource is alike
  readonly who: Who;
  readonly when: readonly (readonly When[])[]; // OR of ANDs; empty: always
  readonly by: readonly Determining[]; // of all calls
  readonly witness: { readonly question: DataQuestion; readonly outcome: Outcome; readonly assumes: readonly string[] };
};

export type DataAccess = {
  readonly complete: boolean;
  readonly assumptions: readonly Assumption[];
  readonly entries: readonly DataEntry[];
  readonly undecided: readonly Undecided[];
  readonly notModelled: readonly NotModelled[]; // what could let others in, or keep these out
};

export type DataAccessOptions = {
  readonly flow: string;
  readonly on: string; // name or ARN of a resource, or of what is in it
  readonly unlisted?: Unlisted | undefined;
};

/** Who can do a flow on a resource, for all requests: complete, each entry with a request that the evaluator confirms call by call. */
export function whoCanData(world: World, { flow, on, unlisted }: DataAccessOptions): DataAccess {
  const target = dataTarget(on, world.lookup);
  return target.ok ? accessTo(world, [{ flow, ...target.value, unlisted }]) : nothing(`no resource ${on} in this world`);
}

/** What data a principal can read: every flow that delivers it, on every resource of the world. */
export function canReadData(
  world: World,
  { principal, unlisted }: { readonly principal: string; readonly unlisted?: Unlisted | undefined },
): DataAccess {
  const asker = world.lookup.asker(principal);
  const facts = asker.ok ? asker.value.facts : { arn: principal };
  const isListed = world.estate.principals.some((one) => one.facts.arn === facts.arn);
  const arn = isListed ? facts.arn : (facts.roleArn ?? facts.arn);
  const only = (who: PrincipalClass) => who.arn === arn || (!isListed && who.principal.arn === arn);
  return accessTo(
    world,
    world.estate.resources.flatMap((resource) => readFlows(resource).map((flow) => ({ flow, resource, unlisted, only }))),
  );
}

/** The flows that deliver what lies in a resource to their caller: one of those that ask the same. */
export function readFlows({ kind }: WorldResource): readonly string[] {
  const seen = new Set<string>();
  return Object.entries(DATA_FLOWS).flatMap(([name, { on, form, flow, calls }]) => {
    if (form !== "direct" || !on.includes(kind.name) || name.startsWith("cloudtrail.Read")) return [];
    const asks = JSON.stringify([flow, calls.map(({ action }) => action)]);
    if (seen.has(asks)) return [];
    seen.add(asks);
    return [name];
  });
}

const nothing = (text: string): DataAccess => ({
  complete: false,
  assumptions: [],
  entries: [],
  undecided: [{ code: "KW501", text }],
  notModelled: [],
});

type Found = Pick<DataEntry, "when" | "by" | "witness"> & { readonly answer: DataAnswer | undefined };

function accessTo(world: World, surveys: readonly DataSurvey[]): DataAccess {
  const entries: DataEntry[] = [];
  const undecided = new Map<string, Undecided>();
  const assumptions = new Assumptions([world]);
  const untold = new Map<string, NotModelled>();
  const estates = [world.estate];
  const told: Undecided[] = [];
  for (const survey of surveys) {
    const { resource, flow } = survey;
    const notKnown = new NotKnown(resource.name);
    const unsure = (text: string) =>
      undecided.set(`${resource.name}\n${text}`, { key: resource.name, code: "KW680", text: `${flow}: ${text}` });
    const finds = new Map<string, Find<Found>[]>(); // by the kind of what is in the resource
    const classes = new Set<PrincipalClass>();
    const kinds = new Set<string | undefined>();
    for (const matter of dataMatters(world, survey, [], unsure)) {
      classes.add(matter.who);
      kinds.add(matter.inner);
      try {
        const found = accessIn(world, matter, survey, assumptions, unsure, notKnown);
        const plain = found?.answer ?? confirm(world, matter.question).answer;
        for (const one of plain?.notModelled ?? []) untold.set(JSON.stringify(one), one);
        if (found === undefined) continue;
        const kind = matter.inner ?? "";
        finds.set(kind, [...(finds.get(kind) ?? []), { who: matter.who, action: [flow], said: JSON.stringify(found.when), value: found }]);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        unsure(`${whoOf(matter.who, estates).text}: the policies have too many conditions that overlap (${error.message})`);
      }
    }
    told.push(...notKnown.undecided);
    const own: DataEntry[] = [];
    for (const [objects, found] of finds)
      for (const { find, who } of covered(found, survey.only === undefined ? [...classes] : [], (each) => whoOf(each, estates)))
        own.push({
          resource: { name: resource.name, arn: resource.arn },
          flow,
          form: DATA_FLOWS[flow]?.form ?? "direct",
          ...(objects !== "" && { objects }),
          who,
          when: find.value.when,
          by: find.value.by,
          witness: find.value.witness,
        });
    entries.push(...ofWhole(own, kinds.size, () => ""));
  }
  return {
    complete: undecided.size + told.length === 0,
    assumptions: assumptions.all,
    entries,
    undecided: [...told, ...undecided.values()],
    notModelled: [...untold.values()],
  };
}

/** Where every call is allowed: in each way that KMS may be asked; of several, nobody told which it is. */
export function allowedIn(scene: Scene, { service, ways, limit }: DataMatter): readonly Node[] {
  const { diagrams, possible } = scene;
  if (limit?.isSure === true) return [NEVER];
  const index = new Map(scene.sides.map((side, i) => [side, i]));
  const some = (sides: readonly Side[]): Node => diagrams.every(sides.map((side) => allowed(scene, index.get(side) as number)));
  const byService = diagrams.and(possible, some(service));
  const each = (ways.length === 0 ? [[]] : ways).map((way) => (byService === NEVER ? NEVER : diagrams.and(byService, some(way))));
  return limit === undefined ? each : [...each, NEVER]; // perhaps nobody gets in
}

function accessIn(
  world: World,
  matter: DataMatter,
  { unlisted }: DataSurvey,
  assumptions: Assumptions,
  unsure: (why: string) => void,
  notKnown: NotKnown,
): Found | undefined {
  const { who, service, ways, question, endpoint } = matter;
  const sides = [...service, ...ways.flat()];
  if (sides.length === 0) return undefined;
  const name = () => whoOf(who, [world.estate]).text;
  const scene = new Scene(sides, undefined, ownPolicies(who, [world.estate], unlisted));
  const each = allowedIn(scene, matter);
  const all = scene.diagrams.every(each);
  const { node, open } = certainly(scene, all);
  if (open.length > 0) notKnown.add(open, "may be allowed", name(), [question.flow]);
  if (all !== scene.diagrams.some(each)) notKnown.add(untoldOf(matter), "may be allowed", name(), [question.flow]);
  for (const why of scene.inexact) unsure(why);
  if (node === NEVER) return undefined;
  if (ways.length === 0) {
    notKnown.add(untoldOf(matter), "may be allowed", name(), [question.flow]);
    return undefined;
  }
  const request = requestIn(scene, node);
  const [first] = sides;
  if (request === undefined || first === undefined) return undefined;
  const isOwn = scene.takesOwn(node);
  const said = saidBy(request, first.base);
  const asked: DataQuestion = {
    ...question,
    ...(said.context && { context: said.context }),
    ...(said.time !== undefined && { time: said.time }),
  };
  const answers = sides.map((side, i) => askWith(side, requestOn(side, said, i < service.length), isOwn));
  const refused = answers.find(({ outcome }) => outcome !== "allowed");
  const { outcome, answer } = isOwn ? { outcome: "allowed" as const, answer: undefined } : confirm(world, asked);
  if (refused === undefined && outcome !== "allowed") {
    const open = answer?.missing.map((text) => ({ id: text, text })) ?? [];
    if (outcome === "undetermined" && open.length > 0) notKnown.add(open, "may be allowed", name(), [question.flow]);
    if (outcome === "undetermined" ? open.length > 0 : isByOthers(answer)) return undefined; // what others ask is refused whatever the caller says
  }
  if (refused !== undefined || outcome !== "allowed") {
    unsure(`${name()}: the evaluator does not confirm what the analysis found`);
    return undefined;
  }
  for (const side of sides) assumptions.granted(grantedBy(who, side));
  const { when, complete } = conditionsFor(scene, node, endpoint);
  if (!complete) unsure(`${name()}: there are more conditions than are listed`);
  const taken = assumptions.add(assumptionFor(scene, node, who));
  const rests = assumptions.under(sides, request, isOwn, answers);
  const by = new Map(answers.flatMap((each) => withoutOwn(each.by)).map((ref) => [JSON.stringify(ref), ref]));
  return { when, by: [...by.values()], witness: { question: asked, outcome: "allowed", assumes: [...taken, ...rests] }, answer };
}

/** What nobody told of the calls. */
export const untoldOf = ({ untold }: DataMatter) => untold.map((text) => ({ id: text, text }));

/** Whether it is no call of the caller's that is refused, or what S3 takes back: whatever he says. */
export const isByOthers = (answer: DataAnswer | undefined): boolean =>
  answer?.refused !== undefined && (isOthers(answer.refused.step?.who) || answer.refused.to === "service");

const isOthers = (who: string | undefined): boolean => who !== undefined && who !== "caller";

type SaidByRequest = Pick<Request, "context" | "time">;

/** What a request says beyond what all requests of its caller say. */
export function saidBy({ context = {}, time }: Request, { context: base = {} }: Request): SaidByRequest {
  const own = Object.entries(context).filter(([name, value]) => JSON.stringify(base[name]) !== JSON.stringify(value));
  return { ...(own.length > 0 && { context: Object.fromEntries(own) }), ...(time !== undefined && { time }) };
}

/** The request of one call that carries it. */
export function requestOn({ base }: { readonly base: Request }, { context = {}, time }: SaidByRequest, isService: boolean): Request {
  const own = Object.entries(context).filter(([name]) => ["both", isService ? "service" : "kms"].includes(callsThatCarry(name)));
  const whole = { ...base.context, ...Object.fromEntries(own) };
  return { ...base, ...(Object.keys(whole).length > 0 && { context: whole }), ...(time !== undefined && { time }) };
}

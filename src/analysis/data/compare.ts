import type { Determining, Outcome } from "../../authz/decision.ts";
import { DATA_FLOWS, type Form } from "../../catalog/data/flows.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import type { WorldResource } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Assumption, Severity, Undecided, Who } from "../answers.ts";
import { conditionsFor, type When } from "../conditions.ts";
import { NEVER, type Node, TooLarge } from "../diagram.ts";
import { fingerprint } from "../fingerprint.ts";
import { covered, type Find } from "../grouping.ts";
import { NotKnown, surely } from "../not-known.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "../own-policies.ts";
import type { PrincipalClass } from "../principals.ts";
import { Scene } from "../scene.ts";
import { Assumptions, grantedBy } from "../taken-for-granted.ts";
import { whoOf } from "../who.ts";
import { askWith, requestIn } from "../witness.ts";
import { confirm, type DataMatter, dataMatters } from "./matters.ts";
import { ofWhole } from "./objects.ts";
import { allowedIn, readFlows, requestOn, saidBy, untoldOf } from "./readers.ts";

/** What of a flow was refused before, or is now: its calls, by the actions that are asked. */
export type Turned = { readonly action: string; readonly to: "service" | "kms"; readonly by: readonly Determining[] };

/** Somebody who can read data now and could not before, or the other way round. */
export type DataChange = {
  readonly direction: "gained" | "lost";
  readonly severity: Severity;
  readonly resource: { readonly name: string; readonly arn: string };
  readonly flow: string;
  readonly form: Form;
  readonly objects?: string;
  readonly who: Who;
  readonly when: readonly (readonly When[])[];
  readonly turned: readonly Turned[]; // the calls that make the difference; the others are allowed before and after
  readonly witness: {
    readonly question: DataQuestion;
    readonly before: Outcome;
    readonly after: Outcome;
    readonly assumes: readonly string[];
  };
  readonly fingerprint: string;
};

export type DataComparison = {
  readonly complete: boolean;
  readonly assumptions: readonly Assumption[];
  readonly changes: readonly DataChange[];
  readonly undecided: readonly Undecided[];
};

export type DataCompareOptions = {
  readonly unlisted?: Unlisted | undefined;
  readonly only?: ((resource: WorldResource) => boolean) | undefined; // absent: all
};

type Found = Pick<DataChange, "direction" | "when" | "turned" | "witness">;

/** Who can read what of two worlds' data in the one and not in the other: for all requests, key and resource together. */
export function compareData(before: World, after: World, { unlisted, only }: DataCompareOptions = {}): DataComparison {
  const changes: DataChange[] = [];
  const undecided: Undecided[] = [];
  const assumptions = new Assumptions([before, after]);
  const estates = [before.estate, after.estate];
  const resources = new Map([...before.estate.resources, ...after.estate.resources].map((one) => [one.arn, one]));
  const meant = [...resources.values()].filter((resource) => only === undefined || only(resource));
  for (const resource of meant)
    for (const flow of readFlows(resource)) {
      const told = new Set<string>();
      const unsure = (text: string) => {
        if (told.has(text)) return;
        told.add(text);
        undecided.push({ key: resource.name, code: "KW680", text: `${flow}: ${text}` });
      };
      const notKnown = new NotKnown(resource.name);
      const finds = new Map<string, Find<Found>[]>();
      const classes = new Set<PrincipalClass>();
      const kinds = new Set<string>();
      for (const [was, is] of pairs(before, after, { resource, flow, unlisted }, unsure)) {
        const { who, inner = "" } = (is ?? was) as DataMatter;
        classes.add(who);
        kinds.add(inner);
        const perhaps = (open: Parameters<NotKnown["add"]>[0], what: string) => notKnown.add(open, what, whoOf(who, estates).text, [flow]);
        try {
          for (const found of changesOf(
            [before, after],
            [was, is],
            who,
            ownPolicies(who, estates, unlisted),
            assumptions,
            unsure,
            perhaps,
          )) {
            const name = `${found.direction}|${inner}`;
            const said = JSON.stringify([found.when, found.turned.map(({ action, to }) => [action, to])]);
            finds.set(name, [...(finds.get(name) ?? []), { who, action: [flow], said, value: found }]);
          }
        } catch (error) {
          if (!(error instanceof TooLarge)) throw error;
          unsure(`${whoOf(who, estates).text}: the policies have too many conditions that overlap (${error.message})`);
        }
      }
      undecided.push(...notKnown.undecided);
      const found: DataChange[] = [];
      for (const [name, own] of finds)
        for (const { find, who } of covered(own, [...classes], (each) => whoOf(each, estates)))
          found.push(changeOf(find, who, resource, flow, name.slice(name.indexOf("|") + 1)));
      changes.push(
        ...ofWhole(found, kinds.size, ({ direction, turned }) => JSON.stringify([direction, turned.map(({ action, to }) => [action, to])])),
      );
    }
  return { complete: undecided.length === 0, assumptions: assumptions.all, changes: changes.sort(byWeight), undecided };
}

const WEIGHT: Readonly<Record<Severity, number>> = { public: 0, "cross-account": 1, service: 2, "same-account": 3 };
const byWeight = (a: DataChange, b: DataChange): number =>
  Number(a.direction === "lost") - Number(b.direction === "lost") || WEIGHT[a.severity] - WEIGHT[b.severity];

function changeOf({ value, who: example }: Find<Found>, who: Who, resource: WorldResource, flow: string, objects: string): DataChange {
  const { direction, when, turned, witness } = value;
  const severity: Severity =
    who.kind === "anyone" || example.kind === "anyone" ? "public" : example.account === resource.account ? "same-account" : "cross-account";
  return {
    direction,
    severity,
    resource: { name: resource.name, arn: resource.arn },
    flow,
    form: DATA_FLOWS[flow]?.form ?? "direct",
    ...(objects !== "" && { objects }),
    who,
    when,
    turned,
    witness,
    fingerprint: fingerprint([resource.arn, flow, objects, who.kind, who.arn ?? who.account ?? "", who.except ?? [], when, direction]),
  };
}

type Pair = readonly [was: DataMatter | undefined, is: DataMatter | undefined];

/** The same question of both worlds; undefined where one has no such resource. */
function pairs(
  before: World,
  after: World,
  { resource, flow, unlisted }: { readonly resource: WorldResource; readonly flow: string; readonly unlisted: Unlisted | undefined },
  unsure: (why: string) => void,
): readonly Pair[] {
  const [old, now] = [before, after].map((world, i) => {
    const own = world.estate.resources.find(({ arn }) => arn === resource.arn);
    const other = i === 0 ? after : before;
    const found = own === undefined ? [] : [...dataMatters(world, { flow, resource: own, unlisted }, [other], unsure)];
    return new Map(found.map((matter) => [nameOf(matter), matter]));
  });
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...names].map((name) => [old?.get(name), now?.get(name)]);
}

/** Who asks, by name alone where the worlds tell different things of him: each knows its own. */
function commonTo(pair: Pair, { principal }: DataQuestion): DataQuestion["principal"] {
  const told = new Set(pair.flatMap((matter) => (matter === undefined ? [] : JSON.stringify(matter.question.principal))));
  if (told.size < 2 || typeof principal === "string") return principal;
  const { arn, roleArn } = principal;
  return { arn, ...(roleArn !== undefined && { roleArn }) };
}

const nameOf = ({ who, inner, endpoint }: DataMatter): string => JSON.stringify([who.principal.arn, who.arn, inner, endpoint]);

/** Where one is allowed and the other is not, in some way that KMS may be asked: what is not told of both alike is the same of both. */
function mayDiffer({ diagrams, possible }: Scene, [was = [], is = []]: readonly (readonly Node[])[], isGain: boolean): Node {
  const [more, less] = isGain ? [is, was] : [was, is];
  const isAlike = more.length === less.length;
  const each = more.flatMap((one, i) => (isAlike ? [less[i] as Node] : less).map((other) => diagrams.without(one, other)));
  return diagrams.and(possible, diagrams.some(each));
}

function* changesOf(
  worlds: readonly [World, World],
  pair: Pair,
  who: PrincipalClass,
  hasOwn: boolean,
  assumptions: Assumptions,
  unsure: (why: string) => void,
  perhaps: (open: Parameters<NotKnown["add"]>[0], what: string) => void,
): Iterable<Found> {
  const all = pair.map((matter) => (matter === undefined ? [] : [...matter.service, ...matter.ways.flat()]));
  const sides = all.flat();
  if (sides.length === 0) return;
  const scene = new Scene(sides, undefined, hasOwn);
  const { diagrams } = scene;
  const ways = pair.map((matter) => (matter === undefined || sides.length === 0 ? [NEVER] : allowedIn(scene, matter)));
  for (const [i, matter] of pair.entries()) {
    if (matter?.ways.length !== 0) continue;
    perhaps(untoldOf(matter), i === 0 ? "may be lost" : "may be gained");
    return; // nothing is certain of a key that nobody told
  }
  const [old, now] = ways.map((each) => diagrams.every(each)) as [Node, Node];
  for (const direction of ["gained", "lost"] as const) {
    const isGain = direction === "gained";
    const difference = diagrams.and(scene.possible, isGain ? diagrams.without(now, old) : diagrams.without(old, now));
    if (mayDiffer(scene, ways, isGain) !== difference)
      perhaps(
        pair.flatMap((matter) => (matter === undefined ? [] : untoldOf(matter))),
        isGain ? "may be gained" : "may be lost",
      );
    const isNew = pair[isGain ? 0 : 1] === undefined;
    const { node, open } = surely(scene, difference, isNew);
    if (open.length > 0) perhaps(open, isGain ? "may be gained" : "may be lost");
    for (const why of scene.inexact) unsure(why);
    const request = requestIn(scene, node);
    const [first] = sides;
    if (node === NEVER || request === undefined || first === undefined) continue;
    const isOwn = scene.takesOwn(node);
    const said = saidBy(request, first.base);
    const answers = pair.map((matter, i) =>
      (all[i] ?? []).map((side, place) => ({
        side,
        isService: place < (matter?.service.length ?? 0),
        answer: askWith(side, requestOn(side, said, place < (matter?.service.length ?? 0)), isOwn),
      })),
    );
    const [has, lacks] = isGain ? [answers[1], answers[0]] : [answers[0], answers[1]];
    const question = ((isGain ? pair[1] : pair[0]) as DataMatter).question;
    const more = { ...(said.context && { context: said.context }), ...(said.time !== undefined && { time: said.time }) };
    const confirmed = worlds.map((world, i) => {
      const own = pair[i];
      return own === undefined ? { outcome: "implicitDeny" as const } : confirm(world, { ...own.question, ...more });
    });
    const asked: DataQuestion = { ...question, ...more, principal: commonTo(pair, question) };
    const outcomes = confirmed.map(({ outcome }) => outcome);
    const missing = confirmed.flatMap((one) => ("answer" in one ? (one.answer?.missing ?? []) : []));
    if (!isOwn && outcomes.includes("undetermined") && missing.length > 0) {
      perhaps(
        missing.map((text) => ({ id: text, text })),
        isGain ? "may be gained" : "may be lost",
      );
      continue;
    }
    const [before, after] = isOwn ? (isGain ? (["implicitDeny", "allowed"] as const) : (["allowed", "implicitDeny"] as const)) : outcomes;
    const { limit } = pair[isGain ? 0 : 1] ?? {}; // what S3 took, or takes, back
    const isConfirmed =
      has?.every(({ answer }) => answer.outcome === "allowed") === true &&
      (lacks?.length === 0 || limit !== undefined || lacks?.some(({ answer }) => answer.outcome !== "allowed") === true) &&
      (isGain ? after : before) === "allowed" &&
      (isGain ? before : after) !== "allowed";
    if (!isConfirmed) {
      if ((isGain ? after : before) === "allowed") unsure(`${who.arn}: the evaluator does not confirm what the analysis found`);
      continue; // what others ask in the flow is refused
    }
    for (const side of sides) assumptions.granted(grantedBy(who, side));
    const { when, complete } = conditionsFor(scene, node, question.endpoint);
    if (!complete) unsure(`${who.arn}: there are more conditions than are listed`);
    const turned = (has ?? []).flatMap(({ side, isService, answer }): readonly Turned[] => {
      const twin = lacks?.find((other) => other.side.base.action === side.base.action && other.isService === isService);
      if (twin?.answer.outcome === "allowed" && !(isService && limit?.isSure === true)) return [];
      return [{ action: side.base.action, to: isService ? "service" : "kms", by: withoutOwn(answer.by) }];
    });
    const own = assumptions.add(assumptionFor(scene, node, who));
    yield {
      direction,
      when,
      turned,
      witness: { question: asked, before: before ?? "implicitDeny", after: after ?? "implicitDeny", assumes: own },
    };
  }
}

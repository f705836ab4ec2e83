import type { CompiledPolicy } from "../../authz/compile.ts";
import type { Answer, Outcome } from "../../authz/decision.ts";
import { authorizeData, type DataAnswer } from "../../estate/data/authorize.ts";
import { limited } from "../../estate/data/bucket-limits.ts";
import { type DataCall, dataCalls } from "../../estate/data/calls.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import type { WorldKey, WorldResource } from "../../estate/estate.ts";
import type { PolicyDocuments } from "../../estate/policy-documents.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy } from "../../iam/policy.ts";
import type { Grant } from "../../iam/request.ts";
import type { Unlisted } from "../own-policies.ts";
import { type PrincipalClass, principalClasses, principalIn } from "../principals.ts";
import { NETWORK, Side } from "../side.ts";
import { endpointsOf, type Posed, Preparations, withoutOthers } from "../survey.ts";
import { innersOf } from "./objects.ts";

/** A flow on a resource, for one class of callers and one kind of what is in the resource: the calls that the caller makes, each as a side of one scene. */
export type DataMatter = {
  readonly who: PrincipalClass;
  readonly resource: WorldResource;
  readonly question: DataQuestion; // as the world is asked it, but for what requests add
  readonly inner: string | undefined; // the example of its kind; undefined: all are alike
  readonly endpoint?: string;
  readonly service: readonly Side[];
  readonly ways: readonly (readonly Side[])[]; // what the caller asks of KMS: all of them where nobody told which it is; none: the key is not told
  readonly untold: readonly string[];
  readonly limit?: DataLimit; // by which nothing is allowed, or perhaps nothing
  readonly beside?: BesideCalls;
};

export type DataLimit = { readonly isSure: boolean; readonly missing: readonly string[] };

/** Sides that decide nothing, with conditions of the question itself: of the first call of the service, and of each call to KMS in each way. */
export type BesideCalls = { readonly service: Side | undefined; readonly ways: readonly (readonly Side[])[] };

/** Policies that decide nothing, read beside those of the world. */
export type DataBeside = {
  readonly service: PolicyDocuments;
  readonly kms: PolicyDocuments;
  readonly namers: readonly CompiledPolicy[];
  readonly isOfDenials: boolean; // requests that are denied are looked for, so that ways on which less is allowed count too
};

export type DataSurvey = {
  readonly flow: string;
  readonly resource: WorldResource;
  readonly inner?: string | undefined; // asked about by itself; absent: every kind of it
  readonly parameters?: DataQuestion["parameters"];
  readonly key?: string | undefined;
  readonly unlisted?: Unlisted | undefined;
  readonly only?: ((who: PrincipalClass) => boolean) | undefined;
  readonly part?: string | undefined; // of what is in the resource, only what fits
  readonly beside?: DataBeside | undefined;
};

/** Everything that is to be asked of a flow on a resource of a world, in the one order for all worlds that have the same policies to tell callers apart. */
export function* dataMatters(
  world: World,
  asked: DataSurvey,
  beside: readonly World[],
  inexact: (why: string) => void,
): Iterable<DataMatter> {
  const { resource } = asked;
  const worlds = [world, ...beside];
  const those = worlds.flatMap((one) => one.estate.resources.filter(({ arn }) => arn === resource.arn));
  const keys = worlds.flatMap((one) => keysOf(one, those));
  const further = worlds.flatMap((one) => those.flatMap(({ policy }) => (policy === undefined ? [] : [one.compiled(policy)])));
  const others = keys.flatMap(({ policy }) => worlds.map((one) => one.compiled(policy)));
  const { beside: own, part } = asked;
  const ofQuestion = own === undefined ? [] : [...documentsIn(own).map((policy) => world.compiled(policy)), ...own.namers];
  const namers = namersOf(worlds, [keys[0], ...worlds.slice(1).map(() => undefined)], [...further, ...others, ...ofQuestion]);
  const account = resource.account ?? namers.account;
  const found = principalClasses({ ...namers, account: account === "" ? (keys[0]?.account ?? "") : account });
  if (found.inexact !== undefined) inexact(found.inexact);
  const told = asked.inner === undefined ? innersOf(resource, namers.policies, part) : { inners: [{ name: asked.inner, isAny: true }] };
  if ("inexact" in told && told.inexact !== undefined) inexact(told.inexact);
  const preparations = new Preparations();
  for (const who of found.classes) {
    if (asked.only !== undefined && !asked.only(who)) continue;
    if (who.kind === "service" || who.kind === "other-service") continue; // a service makes flows for somebody
    for (const { name, isAny } of told.inners)
      for (const endpoint of [undefined, ...endpointsOf(worlds)]) {
        const question: DataQuestion = {
          flow: asked.flow,
          on: name === undefined ? resource.arn : `${resource.arn}${resource.kind.innerBy ?? "/"}${name}`,
          principal: principalIn(world, who),
          ...(asked.parameters && { parameters: asked.parameters }),
          ...(asked.key !== undefined && { key: asked.key }),
          ...(endpoint !== undefined && { endpoint }),
        };
        const matter = matterOf(world, { who, question, endpoint }, asked, preparations, inexact);
        if (matter === undefined) break;
        if (endpoint !== undefined && own?.isOfDenials !== true && !readsNetwork(matter)) continue; // nothing that is not let in otherwise
        yield { ...matter, resource, inner: isAny ? undefined : name };
      }
  }
}

const documentsIn = ({ service, kms }: DataBeside): readonly Policy[] =>
  [service, kms].flatMap(({ resource, session = [] }) => [...(resource === undefined ? [] : [resource]), ...session]);

const readsNetwork = ({ service, beside }: Pick<DataMatter, "service" | "beside">): boolean =>
  [...service, ...(beside?.service === undefined ? [] : [beside.service])].some(
    ({ linked }) => linked.slots.some(({ name }) => NETWORK.has(name)) || linked.set.endpoint !== undefined,
  );

/** Every policy that could tell principals apart in a question about the key. */
function namersOf(worlds: readonly World[], keys: readonly (WorldKey | undefined)[], further: readonly CompiledPolicy[]) {
  const policies = new Set<CompiledPolicy>(further);
  const grants: Grant[] = [];
  worlds.forEach((world, i) => {
    const { organization, principals, endpoints } = world.estate;
    const key = keys[i];
    if (key !== undefined) policies.add(world.compiled(key.policy));
    grants.push(...(key?.grants ?? []));
    const limits = [...(organization?.members.values() ?? [])].flatMap(({ serviceControl, resourceControl }) =>
      [...serviceControl, ...resourceControl].flat(),
    );
    const own = principals.flatMap(({ policies: held, boundary, session }) => [
      ...held,
      ...(boundary ? [boundary] : []),
      ...(session ?? []),
    ]);
    const through = endpoints.flatMap(({ policy }) => (policy === undefined ? [] : [policy]));
    for (const policy of [...limits, ...own, ...through]) policies.add(world.compiled(policy));
  });
  const arn = keys.find((key) => key !== undefined)?.arn ?? "";
  const { partition = "aws", account = "" } = parseArn(arn) ?? {};
  return { policies: [...policies], grants, estates: worlds.map(({ estate }) => estate), partition, account };
}

/** The keys that data lies under, as far as the world has them or they are told. */
function keysOf(world: World, resources: readonly WorldResource[]): readonly WorldKey[] {
  const all = resources.flatMap(({ key, objects, versions }) => [key, ...[...objects, ...versions].map((one) => one.key)]);
  return all.flatMap((key) => {
    if (key?.kind !== "key") return [];
    const own = world.estate.keys.find(({ arn }) => arn === key.arn) ?? key.made;
    return own === undefined ? [] : [own];
  });
}

type Asked = { readonly who: PrincipalClass; readonly question: DataQuestion; readonly endpoint: string | undefined };

function matterOf(
  world: World,
  { who, question, endpoint }: Asked,
  { resource, unlisted, beside }: DataSurvey,
  preparations: Preparations,
  inexact: (why: string) => void,
): Omit<DataMatter, "inner" | "resource"> | undefined {
  const read = dataCalls(world, question);
  if (!read.ok) {
    inexact(read.error[0]?.message ?? "the flow cannot be asked about");
    return undefined;
  }
  const ids = endpoint === undefined ? endpointsOf([world]) : [];
  const sideOf = (call: DataCall, instead?: PolicyDocuments): Side | undefined => {
    const posed = world.gather(call.question);
    if (!posed.ok) {
      inexact(`${who.arn} cannot be asked about: ${posed.error[0]?.message}`);
      return undefined;
    }
    const own: Posed = withoutOthers(
      { ...posed.value, documents: posed.value.told ?? posed.value.documents },
      world,
      who.kind === "listed" || unlisted !== "nothing",
    );
    const { unknown: open = [], ...base } = own.request;
    const set = instead === undefined ? own : { ...own, documents: instead, grants: [] };
    return Side.of(preparations.of(world, set), base, {
      notThrough: ids,
      ...(open.length > 0 && { open }),
      ...(own.mayHold === true && { mayHold: true }),
    });
  };
  const ofCaller = (calls: readonly DataCall[]): readonly DataCall[] =>
    calls.filter((call) => call.optional === undefined && isCallers(call, question));
  const sidesOf = (calls: readonly DataCall[], instead?: PolicyDocuments): readonly Side[] =>
    ofCaller(calls).flatMap((call) => sideOf(call, instead) ?? []);
  const { service, kms } = read.value;
  const own = sidesOf(service);
  const limit = limitOf(resource, own);
  return {
    who,
    question,
    ...(endpoint !== undefined && { endpoint }),
    service: own,
    ways: kms.map((way) => sidesOf(way)),
    untold: [...read.value.untold, ...(limit?.missing ?? [])],
    ...(limit && { limit }),
    ...(beside && {
      beside: { service: sidesOf(service.slice(0, 1), beside.service)[0], ways: kms.map((way) => sidesOf(way, beside.kms)) },
    }),
  };
}

/** Calls that others make, by their own principals, do not hang on what the caller's request says: they are asked of the evaluator. */
const isCallers = ({ to, step, question: { principal } }: DataCall, { principal: caller }: DataQuestion): boolean =>
  to === "kms" ? step?.who === "caller" : principal === caller;

/** What S3 takes back of what policies allow the caller (`bucket-limits`), whatever a request says. */
function limitOf(resource: WorldResource, service: readonly Side[]): DataLimit | undefined {
  const allowed: Answer = { decision: "Allow", outcome: "allowed", by: [], reason: "", trace: [] as unknown as Answer["trace"] };
  const limits = service.map((side) => limited(allowed, { data: resource, request: side.base }, () => resource.policy));
  const worst = limits.find(({ outcome }) => /Deny$/.test(outcome)) ?? limits.find(({ outcome }) => outcome !== "allowed");
  return worst === undefined ? undefined : { isSure: worst.outcome !== "undetermined", missing: worst.missing ?? [] };
}

/** What the evaluator says of a request that was found: all calls, those of others too. */
export function confirm(world: World, question: DataQuestion): { readonly outcome: Outcome; readonly answer?: DataAnswer } {
  const decided = authorizeData(world, question);
  return decided.ok ? { outcome: decided.value.outcome, answer: decided.value } : { outcome: "undetermined" };
}

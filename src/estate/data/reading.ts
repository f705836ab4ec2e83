import { nearest } from "../../base/nearest.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import { listed, shown } from "../../base/text.ts";
import { DATA_FLOWS, type DataFlow, dataFlowNamed } from "../../catalog/data/flows.ts";
import type { FlowParameters } from "../../catalog/flow-requests.ts";
import { flowNamed } from "../../catalog/flows.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import type { KeyOfData, ObjectsOfBucket, VersionOfData, WorldResource } from "../estate.ts";
import type { DataTarget } from "./target.ts";

/** What a question about data says, before anything is looked up in the world but the resource. */
export type DataRequest = {
  readonly flow: string;
  readonly parameters: FlowParameters;
  readonly key: string | undefined; // of the flow, where it is not the resource's
};

/** A flow on a resource: its row, and what its parameters and templates stand for. */
export type ReadData = {
  readonly row: DataFlow;
  readonly flow: string; // of `catalog/flows`; "" where KMS is asked nothing
  readonly words: ReadonlyMap<string, string>; // for templates
  readonly parameters: FlowParameters; // of the flow
  readonly key: KeyOfData; // the flow's
  readonly resourceKey: KeyOfData;
  readonly isKeyTold: boolean; // of this very object, message or version
  readonly owner: string | undefined; // another account that owns the object
  readonly untold: readonly Untold[]; // each has to be tried both ways
};

/** Something of which nobody told, on which it may hang what is asked of KMS, and the parameters that it may be. */
export type Untold = { readonly text: string; readonly ways: readonly FlowParameters[] };

export type DataFault = {
  readonly code: "KW101" | "KW104" | "KW105" | "KW403";
  readonly at: string;
  readonly message: string;
  readonly help?: string;
};

/** Reads a flow on a resource. */
export function readData(
  asked: DataRequest,
  { resource, inner }: DataTarget,
  caller: { readonly account: string },
): Result<ReadData, readonly DataFault[]> {
  const found = dataFlowNamed(asked.flow);
  if (found === undefined) return fail([noFlow(asked.flow, resource)]);
  const { row } = found;
  if (!row.on.includes(resource.kind.name)) return fail([notOn(asked.flow, resource)]);
  const needsInner = JSON.stringify([row.calls, row.given]).includes("{inner}");
  if (needsInner && inner === undefined) {
    const { inner: what = "a part", called } = resource.kind;
    return fail([
      {
        code: "KW403",
        at: "/on",
        message: `${asked.flow} is asked of ${what}, and ${shown(resource.name)} is ${called}`,
        help: `name it behind: \`${resource.name}/NAME\``,
      },
    ]);
  }
  const { more = [] } = row;
  const own = Object.keys(asked.parameters).filter((name) => more.includes(name));
  const odd = own.find((name) => typeof asked.parameters[name] !== "string" || asked.parameters[name] === "");
  if (odd !== undefined) return fail([{ code: "KW104", at: `/parameters/${odd}`, message: `\`${odd}\` is a text` }]);
  const versionId = textOf(asked.parameters.versionId);
  const objects = inner === undefined ? undefined : resource.objects.find(({ keys }) => matchesPattern(parsePattern(keys), inner));
  const version = versionOf(versionId, objects, resource);
  const resourceKey = version?.key ?? objects?.key ?? resource.key;
  const words = wordsOf(resource, inner, caller, asked.parameters);
  return ok({
    row,
    flow: found.flow,
    words,
    resourceKey,
    key: asked.key === undefined ? resourceKey : { kind: "key", arn: asked.key },
    isKeyTold: asked.key !== undefined || objects?.key !== undefined || version?.key !== undefined,
    owner: objects?.owner !== undefined && objects.owner !== resource.account ? objects.owner : undefined,
    ...parametersOf(asked, found, words, { resource, objects, version, resourceKey }),
  });
}

const textOf = (value: FlowParameters[string] | undefined): string | undefined => (typeof value === "string" ? value : undefined);

const versionOf = (id: string | undefined, objects: ObjectsOfBucket | undefined, { versions }: WorldResource): VersionOfData | undefined =>
  id === undefined ? undefined : [...(objects?.versions ?? []), ...versions].find((version) => version.id === id);

/** What templates may name. What is not told has no entry. */
function wordsOf(
  resource: WorldResource,
  inner: string | undefined,
  caller: { readonly account: string },
  parameters: FlowParameters,
): ReadonlyMap<string, string> {
  const { arn, id, account, region, facts } = resource;
  const reuse = facts.reuseSeconds === undefined ? "up to 24 hours" : `up to ${facts.reuseSeconds} seconds`;
  const words: Readonly<Record<string, string | undefined>> = {
    newSnapshotId: "snap-0fedcba9876543210", // of something new: no policy names it
    volumeId: "vol-0123456789abcdef0",
    ...Object.fromEntries(Object.entries(parameters).filter(([, value]) => typeof value === "string")),
    arn,
    id,
    inner,
    account,
    region,
    partition: arn.split(":")[1],
    callerAccount: caller.account === "" ? undefined : caller.account,
    role: textOf(parameters.role) ?? facts.role,
    resourceId: facts.resourceId,
    sourceVolume: facts.sourceVolume,
    reuse,
  };
  return new Map(Object.entries(words).flatMap(([name, word]) => (word === undefined ? [] : [[name, word] as const])));
}

/** A template with its words; undefined where one of them is not told. One pass: what a word brings is never read as a template. */
export function filledWith(words: ReadonlyMap<string, string>, template: string): string | undefined {
  let isWhole = true;
  const text = template.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const word = words.get(name);
    if (word === undefined) isWhole = false;
    return word ?? "";
  });
  return isWhole ? text : undefined;
}

type Found = {
  readonly resource: WorldResource;
  readonly objects: ObjectsOfBucket | undefined;
  readonly version: VersionOfData | undefined;
  readonly resourceKey: KeyOfData;
};

/** The parameters of the flow: those that were asked for, else those that the resource tells. */
function parametersOf(
  asked: DataRequest,
  { row, flow }: { readonly row: DataFlow; readonly flow: string },
  words: ReadonlyMap<string, string>,
  { resource, objects, version, resourceKey }: Found,
): Pick<ReadData, "parameters" | "untold"> {
  const named = flow === "" ? undefined : flowNamed(flow);
  const known = named?.flow.parameters ?? {};
  const told = Object.entries(row.given ?? {}).flatMap(([name, template]) => {
    const text = filledWith(words, template);
    return text === undefined ? [] : [[name, text] as const];
  });
  const { more = [] } = row;
  const given = Object.entries(asked.parameters).filter(([name]) => !more.includes(name) || Object.hasOwn(known, name));
  const pairs = objects?.encryptionContext ?? resource.encryptionContext;
  const isClear = resourceKey.kind === "aws-owned" || resourceKey.kind === "none";
  const parameters: FlowParameters = {
    ...Object.fromEntries(told),
    ...(row.key !== undefined && resourceKey.kind === "key" && { [row.key]: resourceKey.arn }),
    ...(row.key === "snapshotKmsKey" && isClear && { snapshotEncrypted: false }),
    ...(pairs !== undefined && Object.hasOwn(known, "encryptionContext") && { encryptionContext: pairs }),
    ...Object.fromEntries(given),
  };
  const untold: Untold[] = [];
  const isOpen = (flag: string): boolean =>
    Object.hasOwn(known, flag) && parameters[flag] === undefined && named?.fixed[flag] === undefined;
  const both = (flag: string, text: string): Untold => ({ text, ways: [{ [flag]: true }, { [flag]: false }] });
  if (!isOpen("bucketKey")) return { parameters, untold: doubts() };
  const bucketKey = version?.bucketKey ?? objects?.bucketKey ?? resource.bucketKey;
  if (bucketKey === undefined) untold.push(both("bucketKey", `whether ${resource.name} uses a bucket key`));
  return { parameters: bucketKey === undefined ? parameters : { ...parameters, bucketKey }, untold: [...untold, ...doubts()] };

  function doubts(): readonly Untold[] {
    const { doubted } = row;
    return doubted === undefined || !isOpen(doubted)
      ? []
      : [both(doubted, `whether ${resource.kind.service} asks KMS in the caller's name`)];
  }
}

function noFlow(name: string, resource: WorldResource): DataFault {
  const here = flowsOn(resource);
  const near = nearest(name, Object.keys(DATA_FLOWS));
  const help = near === undefined ? `on ${resource.name} there are ${listed(here.map(shown))}` : `did you mean \`${near}\`?`;
  return { code: "KW104", at: "/flow", message: `no flow ${shown(name)} reads or writes data`, help };
}

const notOn = (name: string, resource: WorldResource): DataFault => ({
  code: "KW104",
  at: "/flow",
  message: `${name} is not of ${resource.kind.called}, which ${shown(resource.name)} is`,
  help: `of it there are ${listed(flowsOn(resource).map(shown))}`,
});

/** The flows that a resource may be asked about. */
export const flowsOn = ({ kind }: Pick<WorldResource, "kind">): readonly string[] =>
  Object.entries(DATA_FLOWS).flatMap(([name, { on }]) => (on.includes(kind.name) ? [name] : []));

import type { Diagnostic } from "../../base/diagnostic.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import { callsThatCarry } from "../../catalog/data/condition-keys.ts";
import type { DataFlow, ServiceCall } from "../../catalog/data/flows.ts";
import type { FlowParameters, FlowRequest } from "../../catalog/flow-requests.ts";
import { parseArn } from "../../iam/arn.ts";
import { foldCase } from "../../iam/values.ts";
import type { WorldResource } from "../estate.ts";
import { flowSteps } from "../flow.ts";
import { type Question, toDiagnostic } from "../question.ts";
import { dataQuestionFaults } from "../question-members.ts";
import type { World } from "../world.ts";
import type { DataQuestion } from "./question.ts";
import { filledWith, type ReadData, readData } from "./reading.ts";
import { type DataTarget, dataTarget } from "./target.ts";

/**
 * One call of a flow on a resource, as the world is asked it. `also`: the same with another form of the ARN, which AWS may use instead. `optional`: what
 * still comes of the flow where the call is refused. `step`: of a call to KMS, what the flow says of it.
 */
export type DataCall = {
  readonly to: "service" | "kms";
  readonly question: Question;
  readonly also?: Question;
  readonly optional?: string;
  readonly step?: FlowRequest;
};

/** All calls of a flow, as far as it is told what they are. */
export type DataCalls = {
  readonly target: DataTarget;
  readonly row: DataFlow;
  readonly read: ReadData;
  readonly service: readonly DataCall[];
  readonly kms: readonly KmsWay[]; // what is asked of KMS: one way, or several of which nobody told which it is; none where nobody told the key
  readonly untold: readonly string[]; // what nobody told, in words
};

/** What is asked of KMS if what is not told is so. */
export type KmsWay = readonly DataCall[];

/** The calls of a flow on a resource, none of them decided. What leads nowhere is told. */
export function dataCalls(world: World, question: DataQuestion): Result<DataCalls, readonly Diagnostic[]> {
  const odd = dataQuestionFaults(question);
  if (odd.length > 0) return fail(odd);
  const { lookup } = world;
  const asker = lookup.asker(question.principal);
  const target = dataTarget(question.on, lookup);
  if (!asker.ok) return fail([toDiagnostic(asker.error, "principal")]);
  if (!target.ok) return fail([toDiagnostic(target.error, "on")]);
  const { caller } = asker.value;
  const key = question.key === undefined ? undefined : lookup.key(question.key, caller);
  if (key !== undefined && !key.ok) return fail([toDiagnostic(key.error, "key")]);
  const { flow, parameters = {} } = question;
  const asked = readData({ flow, parameters, key: key?.ok ? key.value.resource : undefined }, target.value, caller);
  if (!asked.ok)
    return fail(
      asked.error.map((fault) => ({
        ...toDiagnostic({ ...fault, code: "KW403" }, ""),
        code: fault.code,
        at: { file: "question", pointer: fault.at },
      })),
    );
  const read = asked.value;
  const service = read.row.calls.flatMap((call) => serviceCall(call, read, question, target.value.resource) ?? []);
  const kms = kmsWays(world, question, read, target.value);
  if (!kms.ok) return kms;
  const unknown = read.flow !== "" && read.key.kind === "unknown" ? [read.key.text] : [];
  return ok({
    target: target.value,
    row: read.row,
    read,
    service,
    kms: kms.value,
    untold: [...read.untold.map(({ text }) => text), ...unknown],
  });
}

/** A call of the service itself; undefined where the flow has none, for what it is about was not told. */
function serviceCall(call: ServiceCall, read: ReadData, question: DataQuestion, resource: WorldResource): DataCall | undefined {
  const { words } = read;
  const { when, who = "caller", keys = {}, also, owner } = call;
  if (when !== undefined && words.has(when.replace("!", "")) === when.startsWith("!")) return undefined;
  const arn = filledWith(words, call.resource);
  const isCaller = who === "caller";
  const principal = isCaller ? question.principal : who === "role" ? words.get("role") : filledWith(words, who.service);
  if (arn === undefined || principal === undefined) return undefined;
  const told = Object.entries(keys).flatMap(([name, template]) => pair(name, filledWith(words, template)));
  const source =
    typeof who === "object"
      ? [...pair("aws:SourceArn", filled(words, who.sourceArn)), ...pair("aws:SourceAccount", filled(words, who.sourceAccount))]
      : [];
  const given = isCaller ? carried(question, "service") : {};
  const context = { ...(isCaller && { "aws:SecureTransport": "true" }), ...Object.fromEntries([...told, ...source]), ...given.context };
  const asked: Question = {
    principal,
    action: call.action,
    resource: arn,
    ...(owner === true && resource.account !== undefined && { resourceAccount: resource.account }),
    ...(Object.keys(context).length > 0 && { context: withoutTwins(context) }),
    ...(given.unknown !== undefined && { unknown: given.unknown }),
    ...(question.time !== undefined && { time: question.time }),
    ...(isCaller && question.endpoint !== undefined && { endpoint: question.endpoint }),
    ...(isCaller && question.session !== undefined && { session: question.session }),
  };
  const other = also === undefined ? undefined : filledWith(words, also);
  return { to: "service", question: asked, ...(other !== undefined && { also: { ...asked, resource: other } }) };
}

const pair = (name: string, value: string | undefined): readonly (readonly [string, string])[] =>
  value === undefined ? [] : [[name, value]];
const filled = (words: ReadonlyMap<string, string>, template: string | undefined): string | undefined =>
  template === undefined ? undefined : filledWith(words, template);

/** Names of condition keys ignore case: what is written later stands in place of what was before. */
function withoutTwins(context: NonNullable<Question["context"]>): NonNullable<Question["context"]> {
  const last = new Map(Object.keys(context).map((name) => [foldCase(name), name]));
  return Object.fromEntries(Object.entries(context).filter(([name]) => last.get(foldCase(name)) === name));
}

/** The part of what was given for the flow that one of its calls carries. */
function carried(
  { context, unknown }: Pick<DataQuestion, "context" | "unknown">,
  to: "service" | "kms",
): Pick<Question, "context" | "unknown"> {
  const isFor = (name: string): boolean => name === "*" || ["both", to].includes(callsThatCarry(name));
  const own = Object.entries(context ?? {}).filter(([name]) => isFor(name));
  const open = unknown?.filter(isFor);
  return { ...(own.length > 0 && { context: Object.fromEntries(own) }), ...(open !== undefined && open.length > 0 && { unknown: open }) };
}

/** What is asked of KMS, in every way that it may be asked. */
function kmsWays(
  world: World,
  question: DataQuestion,
  read: ReadData,
  { resource }: DataTarget,
): Result<readonly KmsWay[], readonly Diagnostic[]> {
  const { key, flow } = read;
  if (key.kind === "unknown" && flow !== "" && !isPlain(read, resource)) return ok([]);
  if (flow === "" || key.kind !== "key" || isPlain(read, resource)) return ok([[]]);
  const ways = read.untold.reduce<readonly FlowParameters[]>(
    (before, { ways: more }) => before.flatMap((one) => more.map((other) => ({ ...one, ...other }))),
    [read.parameters],
  );
  const found: KmsWay[] = [];
  for (const parameters of ways) {
    const way = kmsWay(world, question, read, key.arn, parameters, resource);
    if (!way.ok) return way;
    found.push(way.value);
  }
  return ok(found);
}

/** Strings are not encrypted (SSM User Guide). */
const isPlain = ({ row }: ReadData, { facts }: WorldResource): boolean =>
  row.on.includes("parameter") && facts.type !== undefined && facts.type !== "SecureString";

function kmsWay(
  world: World,
  question: DataQuestion,
  { flow, row }: ReadData,
  key: string,
  parameters: FlowParameters,
  { region, account }: WorldResource,
): Result<KmsWay, readonly Diagnostic[]> {
  const given = carried(question, "kms");
  const place = { ...(region !== undefined && parseArn(key)?.region !== region && { region }), ...(account !== undefined && { account }) };
  const steps = flowSteps(world, {
    flow,
    parameters,
    principal: question.principal,
    key,
    ...place,
    ...(given.context && { context: given.context }),
  });
  if (!steps.ok) return steps;
  return ok(
    steps.value.map(({ question: asked, ...step }) => {
      const unknown = [
        ...(asked.unknown ?? []),
        ...(step.who === "caller" ? (given.unknown ?? []) : []),
        ...examples(flow, step, parameters),
      ];
      const isOptional = row.optional !== undefined && step.who === "caller";
      return {
        to: "kms",
        question: {
          ...asked,
          ...(unknown.length > 0 && { unknown: [...new Set(unknown)] }),
          ...(question.time !== undefined && { time: question.time }),
          ...(step.who === "caller" && question.session !== undefined && { session: question.session }),
        },
        ...(isOptional && { optional: row.optional }),
        step,
      };
    }),
  );
}

/** Pairs of the encryption context that the flow fills with an example, for nobody told the value: of calls that the caller makes. */
function examples(flow: string, { who, request, creates }: FlowRequest, parameters: FlowParameters): readonly string[] {
  if (who !== "caller" || creates !== undefined || flow === "") return [];
  return Object.entries(request.encryptionContext ?? {}).flatMap(([name, value]) => {
    const parameter = EXAMPLES[value];
    return parameter === undefined || parameters[parameter] !== undefined ? [] : [`kms:EncryptionContext:${name}`];
  });
}

/** The values that rows of `catalog/flows` take where nobody gives one, and whose they are. */
const EXAMPLES: Readonly<Record<string, string>> = {
  "EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE": "versionId",
  "vol-0123456789abcdef0": "volumeId",
  "snap-0123456789abcdef0": "snapshotId",
  "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ": "dbResourceId",
  "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ": "clusterResourceId",
};

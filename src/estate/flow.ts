import type { Outcome } from "../authz/decision.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { forwardedKeys } from "../catalog/data/condition-keys.ts";
import { type FlowParameters, type FlowRequest, flowRequests } from "../catalog/flow-requests.ts";
import { flowNamed } from "../catalog/flows.ts";
import type { Grant, PrincipalFacts } from "../iam/request.ts";
import { oddMaps, type Question } from "./question.ts";
import { flowQuestionFaults } from "./question-members.ts";
import type { ReadQuestion, World, WorldAnswer } from "./world.ts";

/** A call of an integrated service, in the names of a world. Names of keys and principals among the parameters may be short too. */
export type FlowQuestion = {
  readonly flow: string; // "s3.PutObject"
  readonly parameters?: FlowParameters;
  readonly principal: Question["principal"];
  readonly key: string;
  readonly region?: string; // default: the key's
  readonly account?: string; // of what the service encrypts; default: the principal's
  readonly context?: Question["context"]; // of the call: also of what the service asks in the caller's name
};

/** `question` is the request as the world was asked it: with the caller's context, and with the grants made before. */
export type FlowStepAnswer = FlowRequest & { readonly question: Question; readonly answer: WorldAnswer };

/** What KMS answers to all that the service asks. Every step is decided, also behind one that is refused: only its grants are then missing. */
export type FlowAnswer = {
  readonly outcome: Outcome; // of the first step that is not allowed
  readonly steps: readonly FlowStepAnswer[];
  readonly refused?: FlowStepAnswer; // that step
};

/** What a service asks of KMS when it is called, and how each request is put to the world. */
export type FlowStep = FlowRequest & { readonly question: Question };
type ReadStep = FlowStep & Pick<ReadQuestion, "warnings">;

/** The requests of a service call, none of them decided: without the grants that the ones before make. */
export function readFlow(world: World, question: FlowQuestion): Result<readonly ReadStep[], readonly Diagnostic[]> {
  const steps = flowSteps(world, question);
  if (!steps.ok) return steps;
  const all: ReadStep[] = [];
  for (const step of steps.value) {
    const read = world.read(step.question);
    if (!read.ok) return read;
    all.push({ ...step, warnings: read.value.warnings });
  }
  return ok(all);
}

/** Decides a service call end to end, as far as KMS is concerned: whether the service itself allows it is another question. */
export function authorizeFlow(world: World, question: FlowQuestion): Result<FlowAnswer, readonly Diagnostic[]> {
  const asked = flowSteps(world, question);
  if (!asked.ok) return asked;
  const steps = decideSteps(world, asked.value);
  const refused = steps.find(({ answer }) => answer.outcome !== "allowed");
  return ok({ outcome: refused?.answer.outcome ?? "allowed", steps, ...(refused && { refused }) });
}

/** Decides steps one after another, each with the grants that those before it made. */
export function decideSteps<S extends FlowStep>(world: World, asked: readonly S[]): readonly (S & { readonly answer: WorldAnswer })[] {
  const made = new Map<string, Grant[]>();
  return asked.map((step) => {
    const { resource } = step.request;
    const moreGrants = made.get(resource);
    const question = moreGrants === undefined ? step.question : { ...step.question, moreGrants };
    const answer = world.authorize(question);
    if (step.creates !== undefined && answer.decision === "Allow") made.set(resource, [...(moreGrants ?? []), step.creates]);
    return { ...step, question, answer };
  });
}

export function flowSteps(world: World, question: FlowQuestion): Result<readonly FlowStep[], readonly Diagnostic[]> {
  const odd = flowQuestionFaults(question);
  if (odd.length > 0) return fail(odd);
  const maps = oddMaps({ context: question.context });
  if (maps.length > 0) return fail(maps);
  const names = resolveNames(world, question);
  if (!names.ok) return names;
  const { principal, key, parameters } = names.value;
  const { flow, region, account, context } = question;
  const place = { principal, key, ...(region !== undefined && { region }), ...(account !== undefined && { account }) };
  const requests = flowRequests(flow, parameters, place);
  if (!requests.ok) {
    return fail(
      requests.error.map(({ parameter, ...fault }) => ({
        ...fault,
        severity: "error",
        at: { file: "question", pointer: parameter === undefined ? "/flow" : `/parameters/${parameter}` },
      })),
    );
  }
  return ok(requests.value.map((asked) => ({ ...asked, question: questionOf(asked, context) })));
}

function questionOf({ request, who }: FlowRequest, context: FlowQuestion["context"]): Question {
  const own = context !== undefined && request.viaService !== undefined ? forwardedKeys(context) : context;
  const both = who === "caller" && own !== undefined ? { ...own, ...request.context } : request.context;
  const { resource, ...rest } = request;
  return { ...rest, key: resource, ...(both && { context: both }) };
}

type Names = { readonly principal: string | PrincipalFacts; readonly key: string; readonly parameters: FlowParameters };

/** A question that every principal may be asked about every key finds out what their names stand for. */
function resolveNames(world: World, { flow, parameters = {}, principal, key }: FlowQuestion): Result<Names, readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const look = (who: Question["principal"], which: string, pointer: string) => {
    const found = world.gather({ principal: who, action: "kms:DescribeKey", key: which });
    if (found.ok) return found.value.request;
    diagnostics.push(...found.error.map((each) => ({ ...each, at: { ...each.at, pointer: pointer || each.at.pointer } })));
    return undefined;
  };
  const caller = look(principal, key, "");
  if (caller === undefined) return fail(diagnostics);
  const resolved = namedParameters(flow, parameters, {
    key: (value, name) => look(principal, value, `/parameters/${name}`)?.resource ?? value,
    principal: (value, name) => {
      const found = look(value, key, `/parameters/${name}`)?.principal ?? value;
      return typeof found === "string" ? found : found.arn;
    },
  });
  if (diagnostics.length > 0) return fail(diagnostics);
  return ok({ principal: caller.principal, key: caller.resource, parameters: resolved });
}

type Lookups = Readonly<Record<"key" | "principal", (value: string, parameter: string) => string>>;

/** The parameters of a flow with the ARNs of the keys and principals among them, whose names may be short. */
export function namedParameters(flow: string, parameters: FlowParameters, look: Lookups): FlowParameters {
  const kinds = flowNamed(flow)?.flow.parameters ?? {};
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const kind = Object.hasOwn(kinds, name) ? kinds[name]?.kind : undefined;
      const isName = typeof value === "string" && value !== "" && (kind === "key" || kind === "principal");
      return [name, isName ? look[kind](value, name) : value];
    }),
  );
}

import type { Outcome } from "../../authz/decision.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { ok, type Result } from "../../base/result.ts";
import type { Form } from "../../catalog/data/flows.ts";
import { foldCase } from "../../iam/values.ts";
import { decideSteps } from "../flow.ts";
import type { Question } from "../question.ts";
import { undetermined } from "../uncertain.ts";
import type { World, WorldAnswer } from "../world.ts";
import { type DataCall, type DataCalls, dataCalls, type KmsWay } from "./calls.ts";
import { type NotModelled, notModelled } from "./not-modelled.ts";
import type { DataQuestion } from "./question.ts";
import { filledWith } from "./reading.ts";
import { readIn } from "./resource-context.ts";

export type DecidedCall = DataCall & { readonly answer: WorldAnswer };

/** What comes of a flow on a resource, by all of its calls. */
export type DataAnswer = {
  readonly outcome: Outcome;
  readonly on: { readonly name: string; readonly arn: string; readonly kind: string; readonly inner?: string };
  readonly form: Form;
  readonly about: string;
  readonly calls: readonly DecidedCall[]; // in order; every one is decided, also behind one that is refused
  readonly refused?: DecidedCall; // the first that is not allowed: none of those that the flow may do without
  readonly missing: readonly string[]; // of an undetermined one: what is not known
  readonly without?: string; // what is left out where an optional call is refused: the flow is allowed all the same
  readonly cached?: string; // how long who has used the key before still gets in, where it is the key that refuses
  readonly takenForGranted: readonly string[];
  readonly notModelled: readonly NotModelled[]; // what could turn it
};

/**
 * May the principal do it? Every call is decided alone, by the policies of its own resource; all of them must be allowed. One that is certainly denied denies
 * the whole, whatever is not known of the others. Pure and total; what leads nowhere is told.
 */
export function authorizeData(world: World, question: DataQuestion): Result<DataAnswer, readonly Diagnostic[]> {
  const read = dataCalls(world, question);
  if (!read.ok) return read;
  const calls = read.value;
  const service = calls.service.map((call) => decideService(world, call));
  const invalid = service.find(({ answer }) => answer.invalid !== undefined)?.answer.invalid;
  if (invalid !== undefined) return { ok: false, error: invalid };
  const ways = calls.kms.map((way) => decideKms(world, way));
  const unread = ways.flat().find(({ answer }) => answer.invalid !== undefined)?.answer.invalid;
  if (unread !== undefined) return { ok: false, error: unread };
  const first = [...service, ...(ways[0] ?? [])];
  const outcomes = ways.map((way) => outcomeOf([...service, ...way]));
  const settled = ways.length === 0 ? ofService(service) : agreed(outcomes);
  const outcome = settled ?? "undetermined";
  const shown =
    outcome === "undetermined" && settled === undefined
      ? first
      : [...service, ...(ways.find((_, i) => outcomes[i] === outcome) ?? ways[0] ?? [])];
  return ok(answerOf(world, calls, question, shown, outcome, settled === undefined));
}

/**
 * The answers that fix the outcome: those of all calls that are needed where it is allowed, else that of the call which denies it, or of which nobody knows. What
 * is not known of no call, a key that nobody told, is an answer of its own.
 */
export function decidingAnswers({ outcome, calls, missing }: DataAnswer): readonly WorldAnswer[] {
  const needed = calls.filter(isNeeded).map(({ answer }) => answer);
  if (outcome === "allowed") return needed;
  const fixing = needed.find((answer) => answer.outcome === outcome);
  const [first] = needed;
  return fixing !== undefined ? [fixing] : first === undefined ? [] : [undetermined(first, missing)];
}

/** A call that may be asked on one of two forms of an ARN is decided where both come to the same. */
function decideService(world: World, call: DataCall): DecidedCall {
  const answer = world.authorize(call.question);
  if (call.also === undefined || answer.outcome === "undetermined") return { ...call, answer };
  const other = world.authorize(call.also);
  if (other.decision === answer.decision && other.outcome !== "undetermined") return { ...call, answer };
  return {
    ...call,
    answer: undetermined(answer, [
      `on which form of the ARN ${call.question.action} is asked, ${call.question.resource} or ${call.also.resource}`,
    ]),
  };
}

function decideKms(world: World, way: KmsWay): readonly DecidedCall[] {
  const steps = way.flatMap(({ step, question }) => (step === undefined ? [] : [{ ...step, question }]));
  return decideSteps(world, steps).map(({ answer, question }, i) => ({ ...(way[i] as DataCall), question, answer }));
}

const isDenied = (outcome: Outcome): boolean => outcome === "explicitDeny" || outcome === "implicitDeny";
const isNeeded = ({ optional }: DecidedCall): boolean => optional === undefined;

/** A certain denial wins over what is not known. */
function outcomeOf(calls: readonly DecidedCall[]): Outcome {
  const outcomes = calls.filter(isNeeded).map(({ answer }) => answer.outcome);
  return (
    outcomes.find((one) => one === "explicitDeny" || one === "implicitDeny") ?? outcomes.find((one) => one === "undetermined") ?? "allowed"
  );
}

/** Where nobody told the key it is refused only if the service refuses. */
function ofService(service: readonly DecidedCall[]): Outcome | undefined {
  const outcome = outcomeOf(service);
  return outcome === "explicitDeny" || outcome === "implicitDeny" ? outcome : undefined;
}

/** The outcome in every way; undefined where they differ in who gets in. */
function agreed(outcomes: readonly Outcome[]): Outcome | undefined {
  const [first, ...others] = outcomes;
  const classOf = (outcome: Outcome | undefined) => (outcome === "explicitDeny" || outcome === "implicitDeny" ? "denied" : outcome);
  return others.every((other) => classOf(other) === classOf(first)) ? first : undefined;
}

function answerOf(
  world: World,
  calls: DataCalls,
  question: DataQuestion,
  decided: readonly DecidedCall[],
  outcome: Outcome,
  isOpen: boolean,
): DataAnswer {
  const { target, row, read, untold } = calls;
  const refused = decided.find((call) => isNeeded(call) && call.answer.outcome !== "allowed");
  const left =
    outcome === "allowed" ? decided.find(({ answer, optional }) => optional !== undefined && answer.outcome !== "allowed") : undefined;
  const missing = [...(isOpen ? untold : []), ...decided.filter(isNeeded).flatMap(({ answer }) => answer.missing ?? [])];
  const isByKey =
    isDenied(outcome) && refused?.to === "kms" && (refused.answer.outcome === "implicitDeny" || refused.answer.outcome === "explicitDeny");
  const canBeCached = isByKey && refused.step?.needed !== undefined && row.cached !== undefined && question.parameters?.cached !== true;
  return {
    outcome,
    on: {
      name: target.resource.name,
      arn: target.resource.arn,
      kind: target.resource.kind.name,
      ...(target.inner !== undefined && { inner: target.inner }),
    },
    form: row.form,
    about: row.about,
    calls: decided,
    ...(refused !== undefined && { refused }),
    missing: outcome === "undetermined" ? [...new Set(missing)] : [],
    ...(left?.optional !== undefined && { without: left.optional }),
    ...(canBeCached && { cached: filledWith(read.words, row.cached) ?? row.cached }),
    takenForGranted: [...new Set(decided.flatMap((call) => granted(world, call, question)))],
    notModelled: notModelled(calls, decided, outcome),
  };
}

const TLS = "the call comes over TLS";

/** What an answer takes for granted, and would be another without. */
function granted(world: World, { to, question: asked, answer }: DecidedCall, question: DataQuestion): readonly string[] {
  const others = (answer.assumptions ?? []).map(({ text }) => text);
  const isTold = Object.keys(question.context ?? {}).some((name) => foldCase(name) === "aws:securetransport");
  if (to !== "service" || isTold || asked.context?.["aws:SecureTransport"] === undefined) return others;
  const gathered = world.gather(asked);
  if (!gathered.ok || !readIn(gathered.value.documents).has("aws:securetransport")) return others;
  const plain: Question = { ...asked, context: { ...asked.context, "aws:SecureTransport": "false" } };
  return world.authorize(plain).outcome === answer.outcome ? others : [...others, TLS];
}

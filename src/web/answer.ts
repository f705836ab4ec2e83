import { worldOfAnswer } from "../analysis/answer-world.ts";
import { provenanceOf } from "../authz/answer.ts";
import type { Answer, Outcome } from "../authz/decision.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { answerDraft } from "../cases/case-document.ts";
import { authorizeFlow, type FlowStepAnswer } from "../estate/flow.ts";
import type { Question } from "../estate/question.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import type { Request } from "../iam/request.ts";
import type { ReadCase, Reading } from "./read.ts";
import type { PageQuestion } from "./state.ts";

/** A question that was decided. */
export type Decided = {
  readonly answer: WorldAnswer;
  readonly outcome: Outcome; // of a flow: of its first step that is not allowed
  readonly steps?: readonly FlowStepAnswer[]; // of a flow
  readonly request: Request; // as it was decided, of a flow that of the step that is shown
  readonly world: World; // what analysis asks: that of a case has its key and who asked
  readonly key: string; // the ARN of what was asked about
  readonly warnings: readonly Diagnostic[];
};

export type Attempt = { readonly decided: Decided } | { readonly invalid: readonly Diagnostic[] };

/** Decides a question by documents that were read; or says what of the question, or of the documents, cannot be read. Pure. */
export function decideQuestion(reading: Reading, question: PageQuestion): Attempt {
  if (reading.world !== undefined)
    return question.flow === undefined ? askWorld(reading.world, question) : askFlow(reading.world, question);
  if (reading.case === undefined) return { invalid: reading.diagnostics.filter(({ severity }) => severity === "error") };
  if (question.flow === undefined) return askCase(reading.case, requestOf(question));
  const base = askCase(reading.case, { ...requestOf(question), action: "kms:DescribeKey" });
  return "invalid" in base ? base : askFlow(base.decided.world, question);
}

/** The request that a question is, without what is the page's own. */
export function requestOf({ flow: _, endpoint: __, ...request }: PageQuestion): Request {
  return request;
}

function askCase({ policies, grants, key, placeOf, textOf }: ReadCase, request: Request): Attempt {
  const value = { request, ...(grants !== undefined && { grants }), ...(key !== undefined && { key }) };
  const answered = answerDraft({ value, text: { file: "case", place: () => undefined }, placeOf, compiled: policies });
  if ("invalid" in answered) return { invalid: answered.invalid };
  const { answer, warnings } = answered;
  const from = provenanceOf(answer);
  if (from === undefined) return { invalid: answer.invalid ?? [] };
  let world: World | undefined;
  return {
    decided: {
      answer,
      outcome: answer.outcome,
      request: from.request,
      get world() {
        world ??= worldOfAnswer(from, textOf);
        return world;
      },
      key: request.resource,
      warnings,
    },
  };
}

function askWorld(world: World, question: PageQuestion): Attempt {
  const answer = world.authorize(inWorld(question));
  return decidedBy(world, answer);
}

/** `resource` is the field's name on the page: of a world it may be the short name of a key, or the ARN of anything. */
function inWorld({ flow: _, resource, ...rest }: PageQuestion): Question {
  const isOther = resource === "*" || (resource.startsWith("arn:") && !/^arn:[^:]*:kms:[^:]*:[^:]*:(?:key|alias)\//.test(resource));
  return isOther ? { ...rest, resource } : { ...rest, key: resource };
}

function decidedBy(world: World, answer: WorldAnswer): Attempt {
  const from = provenanceOf(answer);
  if (from === undefined) return { invalid: (answer.invalid ?? []).map((one) => ({ ...one, at: { ...one.at, file: "request" } })) };
  return { decided: { answer, outcome: answer.outcome, request: from.request, world, key: from.request.resource, warnings: [] } };
}

function askFlow(world: World, question: PageQuestion): Attempt {
  const { flow, principal, resource, context } = question;
  if (flow === undefined) return { invalid: [] };
  const found = authorizeFlow(world, {
    flow: flow.name,
    parameters: flow.parameters,
    principal,
    key: resource,
    ...(context && { context }),
  });
  if (!found.ok) return { invalid: found.error.map((one) => ({ ...one, at: { ...one.at, file: "request" } })) };
  const { steps, refused, outcome } = found.value;
  const shown = refused ?? steps.at(-1);
  if (shown === undefined) {
    const message = `${flow.name} asks nothing of KMS with these parameters`;
    return { invalid: [{ code: "KW104", severity: "error", message, at: { file: "request", pointer: "/flow" } }] };
  }
  const attempt = decidedBy(world, shown.answer);
  return "invalid" in attempt ? attempt : { decided: { ...attempt.decided, outcome, steps } };
}

/** The outcome were a key told either way; undefined where it decides nothing more. */
export function toldEitherWay(answer: Answer, key: string): readonly (readonly [value: string, outcome: Outcome])[] {
  const from = provenanceOf(answer);
  if (from === undefined) return [];
  const { request } = from;
  const unknown = request.unknown?.filter((name) => name.toLowerCase() !== key.toLowerCase());
  return ["true", "false"].map((value) => {
    const context = { ...request.context, [key]: value };
    return [value, from.ask({ ...request, context, ...(unknown && { unknown }) }).outcome] as const;
  });
}

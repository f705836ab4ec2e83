import type { Diagnostic } from "../../base/diagnostic.ts";
import { plainAnswer, plainInvalid } from "../../cases/answer-line.ts";
import { CaseReader } from "../../cases/case-reader.ts";
import { validateRequest } from "../../cases/validators.generated.js";
import { kmsAction } from "../../catalog/actions.ts";
import type { Question } from "../../estate/question.ts";
import type { World, WorldAnswer } from "../../estate/world.ts";
import { shapeDiagnostics } from "../../world/shape.ts";
import type { OwnDeps } from "./deps.ts";

export type Asked = { readonly id?: string | number } & ({ readonly answer: WorldAnswer } | { readonly invalid: readonly Diagnostic[] });

const READER = new CaseReader();

/**
 * One line of `/v1/authorize`: a whole case, which brings its policies, or a case's request in the names of the world. Told apart by what they have: a case
 * with no policies, grants or key is a request to the world.
 */
export function ask(text: string, line: number, { live }: Pick<OwnDeps, "live">): Asked {
  const value = objectIn(text);
  if (value === undefined || "policies" in value || "grants" in value || ("request" in value && "key" in value)) {
    const read = READER.read(text, { file: "request", line });
    return "answer" in read ? { ...idOf(value), answer: read.answer } : { ...idOf(value), invalid: read.invalid };
  }
  const request = "request" in value ? value.request : withoutId(value);
  const question = questionOf(request);
  if (!("question" in question)) return { ...idOf(value), invalid: question.invalid };
  const { key, resource } = question.question;
  const answer = live.worldFor(key ?? resource).authorize(question.question);
  return "invalid" in answer && answer.invalid !== undefined ? { ...idOf(value), invalid: answer.invalid } : { ...idOf(value), answer };
}

/** A case's request, whose `resource` is a name of the world; `key` says the same. */
export function questionOf(given: unknown): { readonly question: Question } | { readonly invalid: readonly Diagnostic[] } {
  const { key, resource = key, ...rest } = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  const request = { resource: typeof resource === "string" ? resource : "*", ...rest };
  const faults = shapeDiagnostics(validateRequest(request), (pointer) => ({ file: "request", pointer }));
  if (faults.length > 0) return { invalid: faults };
  const { principal, action } = rest as Pick<Question, "principal" | "action">;
  const named = typeof resource === "string" ? resource : undefined;
  const isOther = named !== undefined && isNoKey(named, action);
  return { question: { ...rest, principal, action, ...(named === undefined ? {} : isOther ? { resource: named } : { key: named }) } };
}

/** A role that is assumed, and an alias that is itself what an operation changes. */
function isNoKey(resource: string, action: string): boolean {
  const isAlias = /^arn:[^:]*:kms:[^:]*:[^:]*:alias\//.test(resource);
  return action.toLowerCase().startsWith("sts:") || (isAlias && (kmsAction(action)?.resources.includes("alias") ?? false));
}

/** As `kmsward eval --ndjson` writes it, with an id for `why`. */
export function lineOf(asked: Asked, { decisions, newId }: Pick<OwnDeps, "decisions" | "newId">): object {
  if ("invalid" in asked) return plainInvalid(asked.id, asked.invalid);
  const why = newId();
  decisions.keep(why, asked.answer as ReturnType<World["authorize"]>);
  return { ...plainAnswer(asked.id, asked.answer, false), why };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const withoutId = ({ id: _, ...rest }: Readonly<Record<string, unknown>>): object => rest;

const idOf = (value: Readonly<Record<string, unknown>> | undefined): { readonly id?: string | number } =>
  typeof value?.id === "string" || typeof value?.id === "number" ? { id: value.id } : {};

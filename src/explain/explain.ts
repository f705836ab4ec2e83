import type { Answer } from "../authz/decision.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Member, type Members, OBJECT, oneOf } from "../base/members.ts";
import { assertOptions, usageError } from "../base/usage.ts";
import { explainAnswer } from "./answer.ts";
import { askingOf } from "./closest.ts";
import type { Explanation } from "./explanation.ts";
import { type ColorFns, renderBrief, renderText } from "./text.ts";

export type ExplainOptions = {
  readonly format?: "text" | "json";
  readonly style?: "brief" | "full"; // brief: one to three lines; full: every statement, also those for other actions
  readonly color?: ColorFns; // text only; picocolors fits
};

export const EXPLAIN_OPTIONS: Members = {
  format: oneOf("text", "json"),
  style: oneOf("brief", "full"),
  color: OBJECT,
} satisfies Record<keyof ExplainOptions, Member>;

const NO_ANSWER: Diagnostic = {
  code: "KW104",
  severity: "error",
  message: "what explain was given is no answer",
  at: { file: "explain", pointer: "" },
  help: "`world.authorize(question)`, `decide(case)` and what `authorizer(…)` makes give answers",
};

/**
 * Why a request got its answer, rule by rule: as text for people, or with `format: "json"` as a tree of plain values. For a request that was not
 * allowed it tells the smallest changes under which it would be, each evaluated. Throws for no answer; lines end with no spaces and the text with no newline.
 * Strings of policies and requests are shown with unprintable characters escaped, so the text is safe in a terminal.
 *
 * @throws {TypeError} for what is no answer, and for options that it does not have.
 */
export function explain(answer: Answer, options: ExplainOptions & { readonly format: "json" }): Explanation;
export function explain(answer: Answer, options?: ExplainOptions & { readonly format?: "text" }): string;
export function explain(answer: Answer, options: ExplainOptions = {}): string | Explanation {
  assertOptions(options, EXPLAIN_OPTIONS, "explain");
  if (typeof answer !== "object" || answer === null || typeof answer.outcome !== "string" || !Array.isArray(answer.by))
    throw usageError([NO_ANSWER]);
  const explanation = explainAnswer(answer, askingOf(answer), options.style === "full");
  if (options.format === "json") return explanation;
  return options.style === "brief" ? renderBrief(explanation, options.color) : renderText(explanation, options.color);
}

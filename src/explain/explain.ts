import type { Answer } from "../authz/decision.ts";
import { explainAnswer } from "./answer.ts";
import { askingOf } from "./closest.ts";
import type { Explanation } from "./explanation.ts";
import { type ColorFns, renderBrief, renderText } from "./text.ts";

export type ExplainOptions = {
  readonly format?: "text" | "json";
  readonly style?: "brief" | "full"; // brief: one to three lines; full: every statement, also those for other actions
  readonly color?: ColorFns; // text only; picocolors fits
};

/**
 * Why a request got its answer, rule by rule: as text for people, or with `format: "json"` as a tree of plain values. For a request that was not
 * allowed it tells the smallest changes under which it would be, each evaluated. Never throws; lines end with no spaces and the text with no newline.
 * Strings of policies and requests are shown with unprintable characters escaped, so the text is safe in a terminal.
 */
export function explain(answer: Answer, options: ExplainOptions & { readonly format: "json" }): Explanation;
export function explain(answer: Answer, options?: ExplainOptions & { readonly format?: "text" }): string;
export function explain(answer: Answer, options: ExplainOptions = {}): string | Explanation {
  const explanation = explainAnswer(answer, askingOf(answer), options.style === "full");
  if (options.format === "json") return explanation;
  return options.style === "brief" ? renderBrief(explanation, options.color) : renderText(explanation, options.color);
}

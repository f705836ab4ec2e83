import type { Place } from "../base/diagnostic.ts";
import { printable } from "../base/text.ts";
import type { FlowStepAnswer } from "../estate/flow.ts";
import type { WorldAnswer } from "../estate/world.ts";
import { besideLines } from "../explain/beside.ts";
import { explain } from "../explain/explain.ts";
import type { ColorFns } from "../explain/text.ts";
import { outcomeOf } from "../tester/deciding.ts";
import { OUTCOME_WORDS, problemOf } from "../tester/problem.ts";

type Paint = (text: string) => string;

/** What a test framework gives a matcher as `this`. Nothing of it is needed; colours come from there, or there are none. */
export type MatcherContext = {
  readonly isNot?: boolean;
  readonly promise?: string;
  readonly utils?: {
    readonly EXPECTED_COLOR?: Paint;
    readonly RECEIVED_COLOR?: Paint;
    readonly DIM_COLOR?: Paint;
    readonly BOLD_WEIGHT?: Paint;
  };
};

export type MatcherResult = { readonly pass: boolean; readonly message: () => string };

/** What was looked at: the answers that fix the outcome, and of a flow the step of each. */
export type Looked = { readonly deciding: readonly WorldAnswer[]; readonly steps: readonly FlowStepAnswer[] };

/** How a matcher was called, in the words of its failure. */
export type Call = {
  readonly matcher: string;
  readonly received: "world" | "answer";
  readonly args: string; // "question, \"explicit\""
  readonly expected: string; // "allow"
  readonly got?: string; // default: the outcome
};

const colorsOf = ({ utils = {} }: MatcherContext): ColorFns => {
  const { EXPECTED_COLOR = String, RECEIVED_COLOR = String, DIM_COLOR = String, BOLD_WEIGHT = String } = utils;
  return { green: EXPECTED_COLOR, red: RECEIVED_COLOR, dim: DIM_COLOR, bold: BOLD_WEIGHT, yellow: String };
};

const head = ({ isNot = false, promise = "" }: MatcherContext, { matcher, received, args }: Call, { dim, red, green }: ColorFns): string =>
  [
    `${dim("expect(")}${red(received)}${dim(")")}`,
    ...[promise, isNot ? "not" : ""].filter((word) => word !== "").map((word) => dim(".") + word),
    `${dim(".")}${matcher}${dim("(")}${green(args)}${dim(")")}`,
  ].join("");

/** The received value is not what the matcher is for. */
export const mistaken = (context: MatcherContext, call: Call, reason: string): string =>
  `${head(context, call, colorsOf(context))}\n\n${reason}`;

/** Why a matcher fails: what was expected and what came, why it came, and where to look. Free of what would move a terminal's cursor. */
export function report(context: MatcherContext, call: Call, looked: Looked, isOpen: boolean): string {
  const colors = colorsOf(context);
  const { deciding } = looked;
  const word = OUTCOME_WORDS[outcomeOf(deciding)];
  const at = problemOf({ outcome: word, because: [] }, deciding).policyAt;
  const parts = [
    head(context, call, colors),
    [
      `Expected: ${context.isNot ? "not " : ""}${colors.green(call.expected)}`,
      `Received: ${colors.red(call.got ?? word)}`,
      ...(isOpen ? [openNote(deciding)] : []),
    ].join("\n"),
    explanationOf(looked, colors),
    besideLines(deciding).join("\n"),
    at === undefined ? "" : `policy  ${placeText(at)}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The same of what was asked about all requests. */
export function reportAll(
  context: MatcherContext,
  call: Call,
  { holds, lines }: { readonly holds: boolean | undefined; readonly lines: readonly string[] },
): string {
  const colors = colorsOf(context);
  const parts = [
    head(context, call, colors),
    `Expected: ${context.isNot ? "not " : ""}${colors.green(call.expected)}\nReceived: ${colors.red(call.got ?? "")}`,
    ...(holds === undefined ? ["What is open passes neither as it stands nor with `.not`."] : []),
    lines.map((line) => printable(line, 4_000)).join("\n"),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Undetermined is neither yes nor no, so it passes neither of two opposite matchers. */
function openNote(deciding: readonly WorldAnswer[]): string {
  const keys = deciding.flatMap(({ missing }) => missing ?? []).map((key) => printable(key, 80));
  const which = keys.length === 0 ? "" : ` (${keys.join(", ")})`;
  return `It depends on what the question does not give${which}: give it, or expect undetermined.`;
}

/** Of one answer everything, of the steps of a flow that went through a few lines each. */
function explanationOf({ deciding, steps }: Looked, color: ColorFns): string {
  const isWhole = deciding.length === 1;
  return deciding
    .map((answer) => {
      const index = steps.findIndex((step) => step.answer === answer);
      const step = index < 0 ? "" : `check ${index + 1} of ${steps.length}, as ${steps[index]?.who}\n${isWhole ? "\n" : ""}`;
      return step + explain(answer, { color, ...(!isWhole && { style: "brief" }) });
    })
    .join(isWhole ? "\n\n" : "\n");
}

/** `file:line:column`, which terminals and editors open. */
export const placeText = ({ file, line, column, pointer }: Place): string =>
  line === undefined
    ? `${printable(file)} ${printable(pointer)}`.trimEnd()
    : [printable(file), line, column].filter((part) => part !== undefined).join(":");

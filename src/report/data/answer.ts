import type { Outcome } from "../../authz/decision.ts";
import { printable } from "../../base/text.ts";
import { plainAnswer } from "../../cases/answer-line.ts";
import type { DataAnswer, DecidedCall } from "../../estate/data/authorize.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import { explain } from "../../explain/explain.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { likeliestRepair } from "../../repair/order.ts";

/** One document: the outcome, each call with its request and answer, and what could turn it. */
export function dataJson(question: Pick<DataQuestion, "flow">, answer: DataAnswer, withTrace: boolean): object {
  const { outcome, on, form, calls, refused, missing, without, cached, takenForGranted, notModelled } = answer;
  const repair = repairsOf(answer);
  return {
    version: 1,
    decision: outcome === "allowed" ? "Allow" : "Deny",
    outcome,
    flow: question.flow,
    on,
    form,
    ...(refused !== undefined && { refused: calls.indexOf(refused) }),
    ...(missing.length > 0 && { missing }),
    ...(without !== undefined && { without }),
    ...(cached !== undefined && { cached }),
    ...(takenForGranted.length > 0 && { takenForGranted }),
    ...(notModelled.length > 0 && { notModelled }),
    ...(repair.length > 0 && { repair }),
    calls: calls.map(({ to, question: asked, answer: one, optional, step }) => ({
      to,
      request: asked,
      ...(step !== undefined && { who: step.who, ...(step.needed && { needed: step.needed }), ...(step.open && { open: step.open }) }),
      ...(optional !== undefined && { optional }),
      ...(plainAnswer(undefined, one, withTrace, true) as object),
    })),
  };
}

const HEADLINES: Readonly<Record<Outcome, string>> = {
  allowed: "ALLOWED",
  implicitDeny: "DENIED (implicit)",
  explicitDeny: "DENIED (explicit)",
  undetermined: "UNDETERMINED",
};

const WORDS: Readonly<Record<Outcome, string>> = {
  allowed: "allowed",
  implicitDeny: "denied",
  explicitDeny: "denied",
  undetermined: "unknown",
};

/** For people: each call with what decided it, the first that is refused explained, and what would open the whole. */
export function dataText(
  { flow, on }: Pick<DataQuestion, "flow" | "on">,
  answer: DataAnswer,
  { style, color = PLAIN }: { readonly style?: "brief" | "full"; readonly color?: ColorFns | undefined } = {},
): string {
  const { outcome, form, about, calls, refused } = answer;
  const paint = outcome === "allowed" ? color.green : outcome === "undetermined" ? color.yellow : color.red;
  const lines = [
    `${color.bold(paint(HEADLINES[outcome]))}   ${color.bold(printable(flow))}  on  ${printable(on)}`,
    `${about} (${form})`,
    ...(calls.length === 0 ? ["nothing is asked of policies"] : ["", ...table(calls, color)]),
    ...remarks(answer).map((line, i) => (i === 0 ? `\n${line}` : line)),
  ];
  if (refused !== undefined && style !== "brief") {
    const number = calls.indexOf(refused) + 1;
    lines.push(
      "",
      color.bold(`Call ${number}: ${printable(refused.question.action)}`),
      explain(refused.answer, { ...(style && { style }), color }),
    );
  }
  const repair = repairsOf(answer);
  if (repair.length > 1)
    lines.push(
      "",
      color.bold("To open it, all of these:"),
      ...repair.map(({ call, text }) => `  call ${call + 1}  ${printable(text, 1_000)}`),
    );
  return lines.map((line) => line.trimEnd()).join("\n");
}

function table(calls: readonly DecidedCall[], color: ColorFns): readonly string[] {
  const rows = calls.map(({ question, answer, optional, step }, i) => {
    const mark = answer.outcome === "allowed" ? color.green : answer.outcome === "undetermined" ? color.yellow : color.red;
    const who = step === undefined || step.who === "caller" ? "" : `  by ${nameOf(question.principal)}`;
    const called = `${printable(question.action)}  on  ${printable(shortOf(question.key ?? question.resource ?? "*"), 200)}${who}`;
    const why = answer.missing !== undefined ? `not known: ${answer.missing.join(", ")}` : answer.reason;
    return {
      head: `  ${i + 1}  ${mark(WORDS[answer.outcome].padEnd(7))}  `,
      called,
      why: `${printable(why, 1_000)}${optional === undefined ? "" : " (it may do without)"}`,
    };
  });
  const column = Math.min(64, Math.max(...rows.map(({ called }) => called.length)));
  return rows.map(({ head, called, why }) => `${head}${called.padEnd(column)}  ${color.dim(why)}`);
}

const nameOf = (principal: DecidedCall["question"]["principal"]): string =>
  printable(typeof principal === "string" ? principal : principal.arn);

/** Of a key its id: the rest of its ARN says nothing that the question does not. */
const shortOf = (name: string): string => /:key\/(.{8})/.exec(name)?.[1]?.replace(/^/, "key/").concat("…") ?? name;

function remarks({ missing, without, cached, takenForGranted, notModelled, calls }: DataAnswer): readonly string[] {
  const notes = [...new Set(calls.flatMap(({ answer }) => answer.notes ?? []))];
  return [
    ...(missing.length > 0 ? [`not known          ${missing.map((one) => printable(one)).join(", ")}`] : []),
    ...(without !== undefined ? [`but                ${printable(without)}`] : []),
    ...(cached !== undefined ? [`by a cache         who has used the key before still gets in ${printable(cached)}`] : []),
    ...takenForGranted.map((text) => `taken for granted  ${printable(text)}`),
    ...notModelled.map(
      ({ text, turns }) =>
        `not modelled       ${printable(text)}: ${turns === "lets in" ? "then it may be allowed" : "then it may be denied"}`,
    ),
    ...notes.map((note) => `note               ${printable(note)}`),
  ];
}

/** The smallest change for each call that stands in the way, by its number. */
function repairsOf({ calls, outcome }: DataAnswer): readonly { readonly call: number; readonly text: string }[] {
  if (outcome === "allowed") return [];
  return calls.flatMap(({ answer, optional }, call) => {
    if (optional !== undefined || answer.outcome === "allowed" || answer.outcome === "undetermined") return [];
    const text = likeliestRepair(answer) ?? "no small change of policies opens this call";
    return [{ call, text }];
  });
}

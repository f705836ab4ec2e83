import type { DataRepairs } from "../../analysis/data/repair.ts";
import type { Outcome } from "../../authz/decision.ts";
import { counted, listed, printable } from "../../base/text.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { partLines } from "../analysis/repairs.ts";
import type { Subject } from "../analysis/words.ts";
import { dataChangesText } from "./access.ts";

/** For programs: each call in the way with its changes, and what all of the first ones open. */
export const dataRepairsJson = ({ outcome, steps, comesTo, opens, missing }: DataRepairs, { flow, on }: DataQuestion): string =>
  `${JSON.stringify(
    {
      version: 1,
      outcome,
      flow,
      on,
      steps: steps.map(({ repairs, ...step }) => ({ ...step, repairs: repairs.map(({ opens: _, ...repair }) => repair) })),
      comesTo,
      ...(missing.length > 0 && { missing }),
      ...(opens && { opens }),
    },
    undefined,
    2,
  )}\n`;

const HEADLINES: Readonly<Record<Outcome, string>> = {
  allowed: "ALLOWED",
  implicitDeny: "DENIED (implicit)",
  explicitDeny: "DENIED (explicit)",
  undetermined: "UNDETERMINED",
};

const INDENT = "     ";

/** For people: the calls in the order that they are asked, each with what opens it, and what that opens of all data. */
export function dataRepairsText(
  { outcome, steps, comesTo, opens, missing }: DataRepairs,
  { flow, on }: DataQuestion,
  { subject, colors = PLAIN }: { readonly subject: Subject; readonly colors?: ColorFns | undefined },
): string {
  const paint = outcome === "allowed" ? colors.green : outcome === "undetermined" ? colors.yellow : colors.red;
  const lines = [`${colors.bold(paint(HEADLINES[outcome]))}   ${colors.bold(printable(flow))}  on  ${printable(on)}`, ""];
  if (outcome === "allowed") lines.push("There is nothing to repair.");
  else if (steps.length === 0) lines.push(`Whether it is denied is not known: ${listed(missing.map((one) => printable(one)))}.`);
  else if (comesTo === "allowed")
    lines.push(
      colors.bold(steps.length === 1 ? "One change opens it." : `${steps.length} changes open it, one for each call; all are needed.`),
    );
  else if (comesTo === "undetermined") lines.push(colors.bold("It may be open then: what remains is not known."));
  else lines.push(colors.bold("No small change of the policies opens all of it."));
  for (const [i, { action, repairs, inVain }] of steps.entries()) {
    lines.push("", colors.bold(`Call ${printable(action)}${i > 0 ? ", once the calls before it are open" : ""}:`));
    if (repairs.length === 0) lines.push(`${INDENT}no small change opens it`);
    for (const [number, { also = [], ...first }] of repairs.entries())
      lines.push(
        ...partLines(first, `${String(number + 1).padStart(2)}.  `, "", colors),
        ...also.flatMap((part) => partLines(part, "and  ", "", colors)),
      );
    lines.push(...inVain.map((text) => `${INDENT}${colors.yellow(printable(text, 1_000))}`));
  }
  const text = lines.map((line) => line.trimEnd()).join("\n");
  if (opens === undefined) return `${text}\n`;
  const count = opens.changes.length;
  const more =
    count === 0
      ? ""
      : `\n\n${count === 1 ? "With the first of each this is opened:" : `With the first of each ${counted(count, "reader")} are let in:`}${dataChangesText(opens, [subject, subject], colors)}`;
  return `${text}${more.trimEnd()}\n`;
}

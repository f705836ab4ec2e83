import type { Change, Comparison } from "../../analysis/answers.ts";
import type { Repair, RepairPart, Repairs } from "../../analysis/repair.ts";
import type { Answer, Outcome } from "../../authz/decision.ts";
import { counted, listed, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import type { Grant } from "../../iam/request.ts";
import { actionsIn, ownIn, whenIn } from "./words.ts";

type More = { readonly assumptions: readonly string[] };

/** For programs, as the format of `repair` has it. */
export const repairsJson = ({ outcome, repairs, inVain, hangsOn }: Repairs, { assumptions }: More): string =>
  `${JSON.stringify({ version: 1, outcome, repairs, inVain, hangsOn, assumptions }, undefined, 2)}\n`;

const HEADLINES: Readonly<Record<Outcome, string>> = {
  allowed: "ALLOWED",
  implicitDeny: "DENIED (implicit)",
  explicitDeny: "DENIED (explicit)",
  undetermined: "UNDETERMINED",
};

/** For people: what is asked, each repair with its patch and with all that it opens, and what no change can do. */
export function repairsText(
  found: Repairs,
  answer: Answer,
  { assumptions, colors = PLAIN }: More & { readonly colors?: ColorFns | undefined },
): string {
  const { outcome, repairs, inVain, hangsOn } = found;
  const { principal, action, resource } = answer.trace;
  const paint = outcome === "allowed" ? colors.green : outcome === "undetermined" ? colors.yellow : colors.red;
  const lines = [
    `${colors.bold(paint(HEADLINES[outcome]))}   ${colors.bold(printable(action))}  on  ${printable(resource)}`,
    `for ${printable(principal)}: ${printable(answer.reason, 1_000)}`,
    "",
    colors.bold(summary(found)),
    ...repairs.flatMap((repair, i) => ["", ...paragraph(repair, i + 1, resource, colors)]),
  ];
  if (inVain.length > 0) lines.push("", ...inVain.map((text) => colors.yellow(`${capital(printable(text, 1_000))}.`)));
  if (hangsOn.length > 0)
    lines.push(
      "",
      `It hangs on what is not told: ${listed(hangsOn.map((key) => printable(key)))}. Tell it by --context KEY=VALUE, or by the options of the request.`,
    );
  if (assumptions.length > 0) lines.push("", "Taken for granted:", ...assumptions.map((text) => `  ${printable(text, 1_000)}`));
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function summary({ outcome, repairs, inVain: [first] }: Repairs): string {
  if (outcome === "allowed") return "There is nothing to repair.";
  if (outcome === "undetermined") return "Whether it is denied is not known.";
  if (repairs.length === 0 && first?.startsWith("no change of policies")) return "Nothing opens it.";
  if (repairs.length === 0) return "No small change of the policies opens it.";
  return repairs.length === 1
    ? "One change opens it."
    : `${counted(repairs.length, "change")} open it, each by itself; the first is of the policy that is in the way, and opens the least.`;
}

const INDENT = "     ";

function paragraph({ opens, also = [], ...first }: Repair, number: number, key: string, colors: ColorFns): readonly string[] {
  return [
    ...partLines(first, `${String(number).padStart(2)}.  `, key, colors),
    ...also.flatMap((part) => partLines(part, "and  ", key, colors)),
    ...opensLines(opens, colors),
  ];
}

export function partLines({ text, where, patch }: RepairPart, lead: string, key: string, colors: ColorFns): readonly string[] {
  const { policy, file, pointer, principal, owner, isNew } = where;
  const place = isNew
    ? `new, held by ${principal ?? owner}`
    : file === undefined
      ? policy
      : `${file}${pointer === undefined ? "" : ` ${pointer}`}`;
  const own = "GranteePrincipal" in patch ? [] : [colors.dim(`${INDENT}in ${printable(place, 500)}`)];
  return [`${lead}${colors.bold(capital(printable(text, 1_000)))}`, ...own, ...patchLines(patch, key).map((line) => INDENT + line)];
}

function patchLines(patch: RepairPart["patch"], key: string): readonly string[] {
  if (!Array.isArray(patch)) return [grantCommand(patch as Grant, key)];
  return (patch as readonly { op: string; path: string; value?: unknown }[]).map(({ op, path, value }) =>
    printable(`${op} ${path === "" ? "the document" : path}${value === undefined ? "" : ` ${JSON.stringify(value)}`}`, 4_000),
  );
}

const grantCommand = ({ GranteePrincipal, Operations }: Grant, key: string): string =>
  printable(`aws kms create-grant --key-id ${key} --grantee-principal ${GranteePrincipal} --operations ${Operations.join(" ")}`, 1_000);

function opensLines({ changes, undecided, assumptions }: Comparison, colors: ColorFns): readonly string[] {
  const lines = changes.flatMap((change, i) => changeLines(change, i === 0 ? "opens" : "and  "));
  const open = undecided.map(({ text }) => `not counted: ${printable(text, 500)}`);
  const taken = assumptions.map(({ text }) => `taken for granted: ${printable(text, 500)}`);
  return [...lines.map((line) => INDENT + line), ...[...open, ...taken].map((line) => colors.dim(INDENT + line))];
}

function changeLines({ direction, who, actions, key, when, witness }: Change, lead: string): readonly string[] {
  const sentence = `${who.text} ${direction === "gained" ? "may" : "may no longer"} ${actionsIn(actions)} on ${key.name}${ownIn(witness.assumes)}`;
  return [`${lead} ${printable(sentence, 1_000)}`, ...whenIn(when).map((text, i) => `      ${i === 0 ? "when" : "or when"} ${text}`)];
}

import type { DataChange, DataComparison } from "../../analysis/data/compare.ts";
import { PLAIN } from "../../analysis/data/objects.ts";
import type { DataAccess, DataEntry } from "../../analysis/data/readers.ts";
import { listed, printable } from "../../base/text.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import { PLAIN as COLOURLESS, type ColorFns } from "../../explain/text.ts";
import { closing, ownIn, quoted, refsIn, type Subject, whenIn } from "../analysis/words.ts";
import { ndjsonOf } from "../formats/ndjson.ts";

/** For programs: who can do a flow on a resource, or what data somebody can read. */
export const dataAccessJson = ({ complete, assumptions, entries, undecided, notModelled }: DataAccess): string =>
  `${JSON.stringify({ version: 1, complete, assumptions, entries, undecided, notModelled }, undefined, 2)}\n`;

/** The same in lines, a summary as the last one. */
export const dataAccessNdjson = ({ complete, assumptions, entries, undecided, notModelled }: DataAccess): string =>
  ndjsonOf({ entry: entries, undecided }, { complete, assumptions, notModelled });

type Text = {
  readonly title: string;
  readonly subject: Subject;
  readonly nobody: string;
  readonly by: "who" | "resource";
  readonly colors?: ColorFns | undefined;
};

/** For people: who, under which conditions, by which statements of both sides, and a question to try. */
export function dataAccessText(access: DataAccess, { title, subject, nobody, by, colors = COLOURLESS }: Text): string {
  const { entries, assumptions, undecided, notModelled } = access;
  const lines = [colors.bold(title), ""];
  if (entries.length === 0) lines.push(`  ${nobody}`);
  const nameOf = (entry: DataEntry) => (by === "who" ? entry.who.text : `${entry.resource.name}  ${entry.flow}`);
  for (const entry of entries) {
    const objects = entry.objects === undefined ? "" : `  ${objectsIn(entry.objects)}`;
    lines.push(`  ${colors.bold(printable(nameOf(entry)))}${objects}`);
    lines.push(...whenIn(entry.when).map((text, i) => `      ${i === 0 ? "when" : "or when"} ${text}`));
    lines.push(colors.dim(`      by ${refsIn(entry.by) || "nothing that has a name"}${ownIn(entry.witness.assumes)}`));
    lines.push(colors.dim(`      try ${dataCommand(subject, entry.witness.question, entry.who.name)}`));
  }
  if (notModelled.length > 0) {
    lines.push("", "Not modelled, and could turn it:");
    lines.push(...[...new Set(notModelled.map(({ text }) => text))].map((text) => `  ${printable(text)}`));
  }
  return finished([...lines, ...closing(assumptions, undecided, colors)]);
}

/** For people: a change of who can read data a paragraph, the worst first; nothing where there is none. */
export function dataChangesText(
  { changes, undecided, assumptions }: DataComparison,
  subjects: readonly [Subject, Subject],
  colors: ColorFns = COLOURLESS,
): string {
  if (changes.length === 0 && undecided.length === 0) return "";
  const lines = ["", colors.bold("Data, by the policy of each resource and its key together:")];
  if (changes.length === 0) lines.push("  no change was found");
  for (const change of changes) lines.push("", ...paragraph(change, subjects, colors));
  return finished([...lines, ...closing(assumptions, undecided, colors)]);
}

function paragraph(change: DataChange, [before, after]: readonly [Subject, Subject], colors: ColorFns): readonly string[] {
  const { direction, severity, who, resource, flow, objects, when, turned, witness } = change;
  const isGain = direction === "gained";
  const paint = isGain ? (severity === "same-account" ? colors.yellow : colors.red) : colors.green;
  const what = `${resource.name}${objects === undefined ? "" : ` (${objectsIn(objects)})`}`;
  const sentence = `${who.text} can ${isGain ? "now" : "no longer"} read ${what} by ${flow}`;
  const [service, kms] = (["service", "kms"] as const).map((to) => turned.filter((one) => one.to === to));
  const others = service?.length === 0 ? "the resource let it in already" : kms?.length === 0 ? "its key could be used already" : undefined;
  const why = turned.map(({ action, by }) => `${action}${by.length > 0 ? ` (${refsIn(by)})` : ""}`);
  return [
    `${paint(isGain ? "+" : "-")} ${colors.bold(sentence)}  [${severity.replace("same-account", "same account")}]`,
    ...whenIn(when).map((text, i) => `    ${i === 0 ? "when" : "or when"} ${text}`),
    ...(why.length > 0
      ? [colors.dim(`    ${isGain ? "opened" : "it was"} by ${listed(why, "and")}${isGain && others ? `; ${others}` : ""}`)]
      : []),
    colors.dim(`    try ${dataCommand(isGain ? after : before, witness.question, who.name)}`),
  ];
}

/** Which part of what is in a resource is meant: what policies single out, or all the rest. */
export const objectsIn = (example: string): string =>
  example === PLAIN ? "everything else in it" : `what is like ${printable(example, 80)}`;

const MOST = 4_000; // characters of a word

/** The question as one types it. */
export function dataCommand(
  { name }: Pick<Subject, "name">,
  { principal, flow, on, parameters = {}, context = {}, time, endpoint }: DataQuestion,
  known: string | undefined,
): string {
  const asker = known ?? (typeof principal === "string" ? principal : principal.arn);
  const words = ["kmsward eval -w", quoted(name, MOST), "--principal", quoted(asker, MOST), "--flow", flow, "--on", quoted(on, MOST)];
  for (const [key, value] of Object.entries(parameters))
    if (typeof value !== "object") words.push("--parameter", quoted(`${key}=${value}`, MOST));
  if (time !== undefined) words.push("--time", time);
  if (endpoint !== undefined) words.push("--endpoint", quoted(endpoint, MOST));
  for (const [key, value] of Object.entries(context))
    for (const one of [value].flat()) words.push("--context", quoted(`${key}=${one}`, MOST));
  return words.join(" ");
}

const finished = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join("\n")
    .concat("\n");

import type { Access, Entry } from "../../analysis/answers.ts";
import { printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { ndjsonOf } from "../formats/ndjson.ts";
import { type Known, placedRefs, Statements } from "../review/statements.ts";
import { actionsIn, closing, commandFor, ownIn, refsIn, type Subject, stepsIn, whenIn } from "./words.ts";

/** For programs, as the format of `who-can` and `can` has it. What lets in is told with its place, where policies are given that know it. */
export const accessJson = (access: Access, known?: Known): string => {
  const { complete, assumptions, undecided } = access;
  return `${JSON.stringify({ version: 1, complete, assumptions, entries: placed(access, known), undecided }, undefined, 2)}\n`;
};

/** The same in lines: an entry each, what could not be decided, and a summary as the last one. */
export const accessNdjson = (access: Access, known?: Known): string =>
  ndjsonOf({ entry: placed(access, known), undecided: access.undecided }, { complete: access.complete, assumptions: access.assumptions });

function placed({ entries }: Access, known: Known | undefined): readonly object[] {
  const statements = known && new Statements(known);
  return entries.map((entry) => ({ ...entry, by: placedRefs(entry.by, entry.key.arn, statements) }));
}

type Text = {
  readonly title: string;
  readonly subject: Subject;
  readonly nobody: string;
  readonly by: "who" | "key";
  readonly colors?: ColorFns | undefined;
};

/** For people: who, what, and where it is asked; from which statements; a request of each to try. */
export function accessText({ entries, assumptions, undecided }: Access, { title, subject, nobody, by, colors = PLAIN }: Text): string {
  const lines = [colors.bold(title), ""];
  if (entries.length === 0) lines.push(`  ${nobody}`);
  const nameOf = (entry: Entry) => (by === "who" ? entry.who.text : entry.key.name);
  const column =
    Math.min(
      40,
      entries.reduce((most, entry) => Math.max(most, nameOf(entry).length), 0),
    ) + 2;
  const indent = " ".repeat(column + 2);
  for (const entry of entries) {
    const [first, ...others] = wrapped(actionsIn(entry.actions), 76);
    lines.push(`  ${colors.bold(nameOf(entry).padEnd(column))}${first}`, ...others.map((line) => indent + line));
    lines.push(...stepsIn(entry.path ?? []).map((text) => indent + text));
    if (entry.if !== undefined) lines.push(`${indent}only if ${printable(entry.if.join(", or "), 1_000)}`);
    lines.push(...whenIn(entry.when).map((text, i) => `${indent}${i === 0 ? "when" : "or when"} ${text}`));
    lines.push(colors.dim(`${indent}by ${refsIn(entry.by) || "nothing that has a name"}${ownIn(entry.witness.assumes)}`));
    lines.push(
      colors.dim(
        `${indent}try ${commandFor(subject, entry.witness.request, { key: entry.key.name, principal: entry.path === undefined ? entry.who.name : undefined })}`,
      ),
    );
  }
  return [...lines, ...closing(assumptions, undecided, colors)]
    .map((line) => line.trimEnd())
    .join("\n")
    .concat("\n");
}

function wrapped(text: string, width: number): readonly string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) as string;
    if (last !== "" && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

import type { Command, OptionSpec } from "./command.ts";
import { HELP } from "./options.ts";

const WIDTH = 110;

/** The help text of a command, made of the table its options are read by. */
export function usageOf({ name, summary, usage, about, groups, examples = [] }: Command): string {
  const rows = [...groups, { title: "Other", options: [HELP] }];
  const column = Math.min(34, Math.max(...rows.flatMap(({ options }) => options.map((option) => nameOf(option).length))) + 4);
  return [
    `kmsward ${name}: ${summary}`,
    section(
      "Usage",
      usage.map((line) => `kmsward ${line}`),
    ),
    ...(about ? [wrapped(about, WIDTH).join("\n")] : []),
    ...rows.map(({ title, options }) =>
      section(
        title,
        options.flatMap((option) => row(nameOf(option), told(option), column)),
      ),
    ),
    ...(examples.length > 0 ? [section("Examples", examples)] : []),
  ].join("\n\n");
}

/** Names and what is said of them, in two columns. */
export const table = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const column = Math.max(...rows.map(([name]) => name.length)) + 3;
  return rows.flatMap(([name, text]) => row(name, text, column));
};

export const section = (title: string, lines: readonly string[]): string => [title, ...lines.map((line) => `  ${line}`)].join("\n");

function row(name: string, text: string, column: number): readonly string[] {
  const [first = "", ...rest] = wrapped(text, WIDTH - column);
  const lines = rest.map((line) => " ".repeat(column) + line);
  return name.length + 2 > column ? [name, " ".repeat(column) + first, ...lines] : [name.padEnd(column) + first, ...lines];
}

function nameOf({ name, short, value, optional }: OptionSpec): string {
  const shown = value === undefined ? "" : optional ? `[=${value}]` : ` ${value}`;
  return `${short ? `-${short}, ` : ""}--${name}${shown}`;
}

const told = ({ help, many, alias }: OptionSpec): string =>
  [help, ...(many ? ["(repeatable)"] : []), ...(alias ? [`(also --${alias})`] : [])].join(" ");

/** Paragraphs in the width of a terminal. Lines that begin with a space are examples, and stay as they are. */
export function paragraphs(text: string): string {
  const lines: string[] = [];
  let words: string[] = [];
  for (const line of [...text.split("\n"), ""]) {
    const isProse = line !== "" && !line.startsWith(" ");
    if (isProse) words.push(line);
    else lines.push(...(words.length > 0 ? wrapped(words.join(" "), WIDTH) : []), line);
    if (!isProse) words = [];
  }
  return lines.join("\n").trimEnd();
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

import { resolve } from "node:path";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import type { Io, OptionSpec } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";

const FORMATS = ["text", "json", "ndjson", "markdown", "html", "sarif", "junit", "github", "gitlab", "dot", "svg", "mermaid"] as const;
export type FormatName = (typeof FORMATS)[number];

/** What can be said in which format: problems go to platforms that list problems, access can be drawn. */
// biome-ignore format: a table reads as a table
const FORMATS_OF = {
  diff:      FORMATS,
  check:     ["text", "json", "ndjson", "markdown", "html", "sarif", "junit", "github", "gitlab"],
  prove:     ["text", "json", "ndjson", "markdown", "html", "sarif", "junit", "github", "gitlab"],
  "who-can": ["text", "json", "ndjson", "markdown", "html", "dot", "svg", "mermaid"],
  detect:    ["text", "json", "ndjson", "markdown", "html", "sarif", "junit"],
  can:       ["text", "json", "ndjson", "markdown", "html", "dot", "svg", "mermaid"],
} as const satisfies Readonly<Record<string, readonly FormatName[]>>;

export type Formatted = keyof typeof FORMATS_OF;
export const formatsOf = (command: Formatted): readonly FormatName[] => FORMATS_OF[command];

/** A format that was asked for, and where it goes: standard output if not told. */
export type FormatChoice = { readonly name: FormatName; readonly file?: string };

/** The option of each command, and the one by which a single format goes to a file. */
export const formatOptions = (command: Formatted): readonly OptionSpec[] => [
  {
    name: "format",
    value: "NAME[=FILE]",
    many: true,
    help: `${formatsOf(command).join(", ")}; to standard output, or to a file; by default text${isProblems(command) ? ", and in GitHub Actions github too, which annotates and writes the job summary" : ""}`,
  },
  { name: "output", short: "o", value: "FILE", help: "write the answer to a file" },
];

const isProblems = (command: Formatted): boolean => formatsOf(command).includes("github");

/**
 * Reads `--format NAME` and `--format NAME=FILE`, of which several may be given, and `-o FILE` for one that has no file.
 *
 * @throws {Refusal} for a format that the command does not have, and for two that would write into one another.
 */
export function readFormats(options: Options, command: Formatted, env: Io["env"]): readonly FormatChoice[] {
  const output = options.get("output");
  const given = options.all("format").map((text) => readChoice(text, command));
  const isInActions = env.GITHUB_ACTIONS === "true" && isProblems(command);
  const wanted = given.length > 0 ? given : [{ name: "text" as const }, ...(isInActions ? [{ name: "github" as const }] : [])];
  const open = wanted.filter(({ file, name }) => file === undefined && (given.length > 0 || name !== "github"));
  if (output !== undefined && open.length !== 1)
    throw refuse(
      "KW001",
      "--output",
      "one format goes to it, and the others have files of their own",
      "write `--format NAME=FILE` for each",
    );
  const choices = wanted.map((choice) => (output !== undefined && choice === open[0] ? { ...choice, file: output } : choice));
  refuseClash(choices);
  return choices.map(({ name, file }) => (file === undefined || file === "-" ? { name } : { name, file }));
}

function readChoice(text: string, command: Formatted): FormatChoice {
  const at = text.indexOf("=");
  const given = at < 0 ? text : text.slice(0, at);
  const file = at < 0 ? undefined : text.slice(at + 1);
  const names = formatsOf(command);
  const name = names.find((one) => one === given);
  const list = `it is one of ${listed(names.map(shown), "or")}`;
  if (name === undefined) {
    if ((FORMATS as readonly string[]).includes(given))
      throw refuse("KW001", "--format", `\`kmsward ${command}\` has no format ${shown(given)}`, list);
    const near = nearest(given, names);
    throw refuse("KW001", "--format", `there is no format ${shown(given)}`, near ? `did you mean \`${near}\`? ${list}` : list);
  }
  if (file === "") throw refuse("KW001", "--format", "the file has no name", `write \`--format ${name}=FILE\`, or \`--format ${name}\``);
  return file === undefined ? { name } : { name, file };
}

/** Annotations may stand between the lines of a text for people; every other format is a document of its own. */
function refuseClash(choices: readonly FormatChoice[]): void {
  const onOutput = choices.filter(({ file }) => file === undefined || file === "-");
  const others = onOutput.filter(({ name }) => name !== "github");
  const isAlone =
    onOutput.length < 2 || (others.length === 1 && (others[0]?.name === "text" || others[0]?.name === "markdown") && onOutput.length === 2);
  if (!isAlone)
    throw refuse(
      "KW001",
      "--format",
      `${listed(onOutput.map(({ name }) => shown(name)))} would all write to standard output`,
      `give ${onOutput.length > 2 ? "all but one" : "one"} a file: \`--format ${others.at(-1)?.name}=FILE\``,
    );
  const files = choices.flatMap(({ file }) => (file === undefined || file === "-" ? [] : [resolve(file)]));
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice !== undefined) throw refuse("KW001", "--format", `two formats would write ${shown(twice)}`, "give each its own file");
}

import type { Place } from "../../base/diagnostic.ts";
import { printable } from "../../base/text.ts";
import type { TestResult } from "../../tester/result.ts";
import { NO_PROBLEM, printableLines, type TestReport, told } from "./report.ts";

export type GithubOptions = {
  /** The path of a file as the repository has it: annotations are shown there. */
  readonly pathOf: (file: string) => string;
};

type Kind = "error" | "warning";
type Annotation = { readonly kind: Kind; readonly at: Place; readonly title: string; readonly message: string };

/** GitHub shows so many of each kind a step, and drops the rest without a word (GitHub Actions, Limits of annotations). */
const LIMIT = 10;

/** Workflow commands that annotate the lines of failing cases and unreadable files. What is beyond the limit is counted in a notice. */
export function githubAnnotations({ files }: TestReport, { pathOf }: GithubOptions): string {
  const all = files.flatMap(({ errors, warnings, results }) => [
    ...errors.map((error): Annotation => ({ kind: "error", at: error.at, title: error.code, message: told(error) })),
    ...results.filter(({ status }) => status === "failed").map(failed),
    ...warnings.map((warning): Annotation => ({ kind: "warning", at: warning.at, title: warning.code, message: told(warning) })),
  ]);
  const lines = (["error", "warning"] as const).flatMap((kind) => {
    const ofKind = all.filter((annotation) => annotation.kind === kind);
    const shown = ofKind.slice(0, LIMIT).map((annotation) => command(annotation, pathOf));
    const rest = ofKind.length - shown.length;
    return rest === 0
      ? shown
      : [...shown, `::notice title=kmsward::${rest} more ${kind}${rest === 1 ? "" : "s"}, in the log and the job summary`];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function failed({ name, at, problem }: TestResult): Annotation {
  const { message, code, explanation } = problem ?? NO_PROBLEM;
  return {
    kind: "error",
    at,
    title: name,
    message: [code === undefined ? message : `${message} [${code}]`, explanation ?? ""].join("\n").trimEnd(),
  };
}

function command({ kind, at, title, message }: Annotation, pathOf: GithubOptions["pathOf"]): string {
  const properties = [
    ["file", pathOf(at.file)],
    ["line", at.line],
    ["col", at.column],
    ["title", printable(title, 200)],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
  return `::${kind} ${properties.join(",")}::${data(message)}`;
}

/** GitHub Actions, Workflow commands: a command ends with its line, so what would end it is escaped; a property ends at `,`, and its name before `:`. */
const data = (text: string): string =>
  printableLines(text.slice(0, 4_000))
    .map((line) => line.replaceAll("%", "%25"))
    .join("%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

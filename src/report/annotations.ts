import type { Place } from "../base/diagnostic.ts";
import { printable } from "../base/text.ts";
import { printableLines } from "./tests/report.ts";

/** The path of a file as the repository has it: annotations are shown there. */
export type PathOf = (file: string) => string;

type Kind = "error" | "warning";
export type Annotation = { readonly kind: Kind; readonly at: Place; readonly title: string; readonly message: string };

/** GitHub shows so many of each kind a step, and drops the rest without a word (GitHub Actions, Limits of annotations). */
const LIMIT = 10;

/** Workflow commands of GitHub Actions, errors first. What is beyond the limit is counted in a notice, which says where the rest is. */
export function annotationLines(all: readonly Annotation[], pathOf: PathOf, elsewhere: string): string {
  const lines = (["error", "warning"] as const).flatMap((kind) => {
    const ofKind = all.filter((annotation) => annotation.kind === kind);
    const shown = ofKind.slice(0, LIMIT).map((annotation) => command(annotation, pathOf));
    const rest = ofKind.length - shown.length;
    return rest === 0 ? shown : [...shown, `::notice title=kmsward::${rest} more ${kind}${rest === 1 ? "" : "s"}, ${elsewhere}`];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function command({ kind, at, title, message }: Annotation, pathOf: PathOf): string {
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

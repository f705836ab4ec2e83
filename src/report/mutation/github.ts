import { counted, printable } from "../../base/text.ts";
import type { MutantResult, MutationReport } from "../../mutation/mutate-report.ts";

/** GitHub shows so many annotations of each kind a step (GitHub Actions, Limits of annotations). */
const LIMIT = 10;

/** Workflow commands that annotate the places whose change no case notices. `pathOf` gives the path of a file as the repository has it. */
export function mutationAnnotations({ mutants }: MutationReport, pathOf: (file: string) => string): string {
  const alive = mutants.filter(({ status }) => status === "survived" || status === "uncovered");
  const shown = alive.slice(0, alive.length > LIMIT ? LIMIT : undefined).map((mutant) => command(mutant, pathOf));
  const rest = alive.length - shown.length;
  const lines =
    rest === 0 ? shown : [...shown, `::notice title=kmsward::${counted(rest, "more survivor")}, in the log and the job summary`];
  return lines.map((line) => `${line}\n`).join("");
}

function command({ mutator, what, at, suggestion }: MutantResult, pathOf: (file: string) => string): string {
  const properties = [
    ["file", pathOf(at.file)],
    ["line", at.line],
    ["col", at.column],
    ["title", `no test notices ${mutator}`],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
  const lines = [what, ...(suggestion === undefined ? [] : ["a case that would notice it:", ...suggestion.yaml.split("\n")])];
  return `::warning ${properties.join(",")}::${data(lines)}`;
}

/** GitHub Actions, Workflow commands: what would end a command, or a property, is escaped. */
const data = (lines: readonly string[]): string => lines.map((line) => printable(line, 400).replaceAll("%", "%25")).join("%0A");
const property = (text: string): string => data([text]).replaceAll(":", "%3A").replaceAll(",", "%2C");

import { counted, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import type { MutantResult, MutationReport, SubjectResult } from "../../mutation/mutate-report.ts";

export type MutationTextOptions = {
  readonly color?: ColorFns;
  readonly most?: number; // how many survivors are told; 20
};

/** A line for each policy; the survivors, each with its change and a case that would notice it; the score. */
export function mutationText(report: MutationReport, { color = PLAIN, most = 20 }: MutationTextOptions = {}): string {
  const alive = report.mutants.filter(({ status }) => status === "survived" || status === "uncovered");
  const told = alive.slice(0, most);
  const rest = alive.length - told.length;
  return [
    ...table(report.subjects, color),
    ...told.flatMap((mutant) => survivor(mutant, color)),
    ...(rest > 0 ? ["", color.dim(`and ${counted(rest, "survivor")} more`)] : []),
    "",
    ...closing(report, color),
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}

/** What a document or the grants of a key are called: by the file too, where the name is not its path. */
export const titleOf = ({ name, file }: Pick<SubjectResult, "name" | "file">): string => (name === file ? file : `${name}, ${file}`);

export const percent = (score: number | null): string => (score === null ? "–" : `${(Math.floor(score * 10) / 10).toFixed(1)} %`);

function table(subjects: readonly SubjectResult[], color: ColorFns): readonly string[] {
  const titles = subjects.map((subject) => printable(titleOf(subject), 80));
  const width = Math.max(...titles.map((title) => [...title].length));
  return subjects.map(({ score, killed, survived, uncovered, equivalent }, i) => {
    const title = (titles[i] ?? "").padEnd(width);
    const parts = [
      `${killed} killed`,
      ...(survived > 0 ? [`${survived} survived`] : []),
      ...(uncovered > 0 ? [`${uncovered} that no case asks about`] : []),
      ...(equivalent > 0 ? [`${equivalent} equivalent`] : []),
    ];
    return `${title}  ${paintOf(score, color)(percent(score).padStart(7))}  ${parts.join(", ")}`;
  });
}

const paintOf = (score: number | null, color: ColorFns) =>
  score === null ? color.dim : score >= 80 ? color.green : score >= 50 ? color.yellow : color.red;

function survivor({ id, mutator, what, at, status, diff, suggestion }: MutantResult, color: ColorFns): readonly string[] {
  const place = [at.file, at.line, at.column].filter((part) => part !== undefined).join(":");
  const how = status === "uncovered" ? "no case asks about it" : "survived";
  const lines = printableLines(diff ?? "");
  return [
    "",
    `${color.bold(`#${id} ${mutator}`)}  ${printable(what, 200)}  ${color.dim(`${printable(place)}, ${how}`)}`,
    ...lines.map((line) => `  ${paintLine(line, color)}`),
    ...(suggestion === undefined
      ? [color.dim("  no request was found that tells the two apart")]
      : [
          `  ${color.dim(`a case for ${printable(suggestion.file)} that would notice it`)}`,
          ...yamlLines(suggestion.yaml).map((line) => `  ${line}`),
        ]),
  ];
}

const paintLine = (line: string, color: ColorFns): string =>
  line.startsWith("-") ? color.red(line) : line.startsWith("+") ? color.green(line) : line.startsWith("@") ? color.dim(line) : line;

/** Lines of somebody's text; what a terminal would obey is escaped. */
export const printableLines = (text: string, limit = 400): readonly string[] =>
  text.split(/\r?\n/).map((line) => printable(line.replaceAll("\t", "  "), limit));

/** A suggested case, whole: it is there to be copied. What YAML quotes has no tabs, and an escape is the same text to it. */
export const yamlLines = (text: string): readonly string[] => printableLines(text, Number.POSITIVE_INFINITY);

function closing(
  { score, killed, counted: count, equivalent, cases, sample, uncovered }: MutationReport,
  color: ColorFns,
): readonly string[] {
  const few = sample === undefined ? "" : `; ${count + equivalent} of ${sample.of} were tried, chosen by the seed ${sample.seed}`;
  return [
    `${color.bold("mutation score")}  ${paintOf(score, color)(percent(score))}  ${killed} of ${counted(count, "change")} noticed by ${counted(cases, "case")}${few}`,
    ...(uncovered > 0 ? [color.dim(`${counted(uncovered, "change")} of what no case asks about`)] : []),
    ...(equivalent > 0 ? [color.dim(`${counted(equivalent, "change")} without effect, not counted`)] : []),
  ];
}

import { counted, printable } from "../../base/text.ts";
import type { MutantResult, MutationReport } from "../../mutation/mutate-report.ts";
import { percent, printableLines, titleOf, yamlLines } from "./text.ts";

/** GitHub takes a job summary of 1,024 KiB (GitHub Actions, Adding a job summary); what is beyond this many characters is cut, and said to be. */
const LIMIT = 300_000;

/** A table of policies, and each survivor in a fold of its own: for job summaries and pull requests. */
export function mutationMarkdown(report: MutationReport): string {
  const { score, killed, counted: count, equivalent, cases, sample, subjects, mutants } = report;
  const alive = mutants.filter(({ status }) => status === "survived" || status === "uncovered");
  const head = [
    `## kmsward: mutation score ${percent(score)}`,
    "",
    `${killed} of ${counted(count, "change")} noticed by ${counted(cases, "case")}${equivalent > 0 ? `; ${equivalent} without effect, not counted` : ""}.`,
    ...(sample === undefined ? [] : ["", `${count + equivalent} of ${sample.of} changes were tried, chosen by the seed ${sample.seed}.`]),
    "",
    "| policy | score | killed | survived | no case asks |",
    "|---|--:|--:|--:|--:|",
    ...subjects.map(
      (subject) =>
        `| ${cell(titleOf(subject))} | ${percent(subject.score)} | ${subject.killed} | ${subject.survived} | ${subject.uncovered} |`,
    ),
    "",
  ];
  const folds: string[] = [];
  let size = head.join("\n").length;
  for (const mutant of alive) {
    const fold = foldOf(mutant);
    size += fold.length;
    if (size > LIMIT) break;
    folds.push(fold);
  }
  const rest = alive.length - folds.length;
  return [...head, ...folds, ...(rest > 0 ? [`…and ${counted(rest, "survivor")} more.`] : []), ""].join("\n");
}

function foldOf({ id, mutator, what, at, diff, suggestion }: MutantResult): string {
  const place = [at.file, at.line].filter((part) => part !== undefined).join(":");
  return [
    `<details><summary>#${id} ${mutator}: ${html(what)} <code>${html(place)}</code></summary>`,
    "",
    ...fenced("diff", printableLines(diff ?? "")),
    "",
    ...(suggestion === undefined
      ? ["No request was found that tells the two apart."]
      : [`A case for ${cell(suggestion.file)} that would notice it:`, "", ...fenced("yaml", yamlLines(suggestion.yaml))]),
    "",
    "</details>",
  ].join("\n");
}

/** Four backticks: none of somebody's lines ends the block, since a line that begins with so many gets a space. */
const fenced = (language: string, lines: readonly string[]): readonly string[] => [
  `\`\`\`\`${language}`,
  ...lines.map((line) => (/^\s*`{4,}/.test(line) ? ` ${line.replaceAll("`", "'")}` : line)),
  "````",
];

const html = (text: string): string =>
  printable(text, 200).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("`", "'");
const cell = (text: string): string => `\`${printable(text, 200).replaceAll("`", "'").replaceAll("|", "\\|")}\``;

import { counted, printable } from "../../base/text.ts";
import { mermaidOf } from "../graph/mermaid.ts";
import { code, cut, escaped, fenced, fold, prose } from "../markdown.ts";
import { type Cell, type Item, isOpen, leftOut, levelOf, type Review, sentence } from "../review/review.ts";
import type { Pair, View } from "../review/statements.ts";
import { printableLines } from "../tests/report.ts";

/**
 * Where it is read decides how long it may be. GitHub drops a job summary of 1,024 KiB without a word, so that of a file ends before; a comment has
 * 65,536 characters.
 */
export const BUDGETS = { summary: 900 * 1024, comment: 60_000 } as const;

export type MarkdownOptions = {
  readonly budget?: number; // bytes of UTF-8
  readonly elsewhere?: string; // where the rest is, as Markdown
  /** Leads to a line of a file. */
  readonly linkTo?: ((file: string, line: number | undefined) => string | undefined) | undefined;
};

const LEVELS = { error: "🔴 error", warning: "🟡 warning", note: "🔵 note" } as const;

const ICONS: Readonly<Record<Exclude<Item["kind"], "found">, string>> = {
  gained: "🔴 gained",
  lost: "🟡 lost",
  refuted: "🔴 refuted",
  failed: "🔴 failed",
  undecided: "⚪ undecided",
  access: "",
  proved: "🟢 proved",
};

const iconOf = (item: Item): string => (item.kind === "found" ? LEVELS[levelOf(item)] : ICONS[item.kind]);

const ROWS = 300;
const DETAILS = 40;

/** One page for pull requests, job summaries and files: a table of everything, then each thing with what shows it. */
export function reviewMarkdown(review: Review, { budget = BUDGETS.summary, elsewhere, linkTo }: MarkdownOptions = {}): string {
  const open = review.items.filter((item) => isOpen(item));
  const accepted = review.items.filter((item) => !isOpen(item));
  const rows = open.filter(({ kind }) => kind !== "undecided");
  const unsure = open.filter(({ kind }) => kind === "undecided");
  const detailed = rows.filter(({ kind }) => kind !== "access" && kind !== "proved").slice(0, DETAILS);
  const hidden = rows.filter(({ kind }) => kind !== "access" && kind !== "proved").length - detailed.length;
  const parts = [
    `## kmsward${review.command === "diff" ? "" : ` ${review.command}`}: ${escaped(review.title, 300)}\n`,
    ...(rows.length > 0 ? tableParts(review, rows) : []),
    ...detailed.map((item) => detail(item, linkTo)),
    ...(hidden > 0 ? [`${leftOut(hidden, "of these in detail")}.\n`] : []),
    ...pictureParts(review),
    ...(unsure.length > 0 ? [undecidedPart(unsure)] : []),
    ...(accepted.length > 0 ? [acceptedPart(accepted)] : []),
    ...(review.assumptions.length > 0
      ? [
          fold(
            "What is taken for granted",
            review.assumptions.map((text) => `- ${escaped(text, 500)}`),
          ),
        ]
      : []),
    ...review.notes.map((note) => `${note}\n`),
  ];
  return cut(parts, budget, `\n*The rest is cut, for there is no room for more here.${elsewhere === undefined ? "" : ` ${elsewhere}`}*\n`);
}

function tableParts({ columns }: Review, rows: readonly Item[]): readonly string[] {
  const hasIcons = rows.some((item) => iconOf(item) !== "");
  const head = [...(hasIcons ? [""] : []), ...columns];
  const line = (item: Item): string => {
    const icon = `${iconOf(item)}${item.kind === "gained" ? `, ${escaped(item.label)}` : ""}`;
    return `| ${[...(hasIcons ? [icon] : []), ...item.cells.map(cellOf)].join(" | ")} |`;
  };
  const parts: string[] = [];
  // In parts of some rows each, so that a page that is cut keeps as many as it can.
  for (let i = 0; i < Math.min(rows.length, ROWS); i += 25) {
    const own = rows.slice(i, Math.min(i + 25, ROWS)).map(line);
    parts.push([...(i === 0 ? [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`] : []), ...own].join("\n"));
  }
  return [...parts, ...(rows.length > ROWS ? [`\n${leftOut(rows.length - ROWS, "row")}.\n`] : [""])];
}

const cellOf = ({ text, code: isCode }: Cell): string => (isCode ? code(text, 400) : prose(text));

function detail(item: Item, linkTo: MarkdownOptions["linkTo"]): string {
  const { title, why, help, anchor, pairs, steps, shown, explanation } = item;
  const place = anchor?.at === undefined ? undefined : [anchor.at.file, anchor.at.line].filter((part) => part !== undefined).join(":");
  const link = anchor?.at && linkTo?.(anchor.at.file, anchor.at.line);
  return [
    `**${prose(sentence(title))}.** ${why.map((text) => `${prose(text, 600)}.`).join(" ")}`.trimEnd(),
    ...(place === undefined ? [] : [`  \n${link === undefined ? code(place) : `[${code(place)}](${link})`}`]),
    ...(help === undefined ? [] : [`  \n*To do:* ${prose(help, 600)}.`]),
    "",
    ...(steps.length > 0 ? [steps.map(({ text }, i) => `${i + 1}. ${prose(text)}`).join("\n"), ""] : []),
    ...(explanation === undefined ? [] : [fold("The explanation", [fenced(printableLines(explanation))])]),
    ...(pairs.length === 0 ? [] : [fold("The statements", [fenced(pairs.flatMap(differenceLines).slice(0, 120), "diff")])]),
    ...(shown === undefined ? [] : [shownPart(item)]),
  ].join("\n");
}

function shownPart({ shown, kind }: Item): string {
  const { testCase, command, request, outcomes, assumes } = shown as NonNullable<Item["shown"]>;
  const title =
    kind === "gained"
      ? "A request that is denied today and would be allowed"
      : kind === "lost"
        ? "A request that is allowed today and would be denied"
        : "A request that shows it";
  return fold(`${title}${outcomes === undefined ? "" : ` (${escaped(outcomes)})`}`, [
    ...(testCase === undefined
      ? [fenced(printableLines(JSON.stringify(request, undefined, 2)), "json")]
      : ["As a case of a test file:", "", fenced(printableLines(testCase.trimEnd()), "yaml")]),
    ...(command === undefined ? [] : ["", "To try it:", "", fenced([printable(command, 4_000)], "sh")]),
    ...assumes.map((text) => `\nIt holds where ${escaped(text, 400)}.`),
  ]);
}

/** A statement before and after as one text, in which what is not on the other side is marked. */
function differenceLines({ before, after }: Pair): readonly string[] {
  const name = after?.name ?? before?.name ?? "";
  const line = (sign: string, text: string) => `${sign} ${printable(text, 2_000)}`;
  const of = (view: View | undefined, sign: string) => view?.lines.map(({ text, marked }) => line(marked ? sign : " ", text)) ?? [];
  if (before === undefined || after === undefined) return [line("@@", name), ...of(before, "-"), ...of(after, "+")];
  if (![...before.lines, ...after.lines].some(({ marked }) => marked)) return [line("@@", name), ...of(after, " ")];
  return [line("@@", `${name}, before`), ...of(before, "-"), line("@@", `${name}, after`), ...of(after, "+")];
}

/** The table above says the same, for where pictures are not drawn. */
function pictureParts({ graphs }: Review): readonly string[] {
  if (graphs === undefined || graphs.all.edges.length < 2) return [];
  const picture = mermaidOf(graphs.all, { characters: 4_500, edges: 40 }).trimEnd();
  return [fold("As a picture: thick is gained, crossed is lost, dotted is under conditions", [fenced(picture.split("\n"), "mermaid")])];
}

const undecidedPart = (items: readonly Item[]): string =>
  [
    `**Could not be decided (${items.length})**\n`,
    ...items.slice(0, 50).map(({ group, title, code: id }) => `- ${escaped(group)}: ${prose(title, 500)} (${id})`),
    ...(items.length > 50 ? [`- ${leftOut(items.length - 50, "of these")}`] : []),
    "",
  ].join("\n");

const acceptedPart = (items: readonly Item[]): string =>
  fold(
    `${counted(items.length, "result")} waived`,
    items
      .slice(0, 100)
      .map(
        ({ code: id, group, waived }) =>
          `- ${id} ${escaped(group)}: ${escaped(waived?.reason ?? "")}, until ${escaped(waived?.until ?? "")}`,
      ),
  );

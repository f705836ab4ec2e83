import { Eta } from "eta/core";
import { printable } from "../../base/text.ts";
import { dotOf } from "../graph/dot.ts";
import { type Graph, type GraphEdge, SIGNS } from "../graph/graph.ts";
import { SCRIPT } from "../page/script.ts";
import { STYLE } from "../page/style.ts";
import { PAGE } from "../page/template.ts";
import { type Item, isOpen, leftOut, levelOf, type Review, sentence } from "../review/review.ts";
import type { Pair, View } from "../review/statements.ts";
import { printableLines } from "../tests/report.ts";

export type HtmlOptions = {
  /** SHA-256 in base64, for the page's own policy: it says which style and script are its own, and that there is nothing else. */
  readonly hash: (text: string) => string;
  /** Draws a graph of Graphviz' language as SVG. Without it the page has the table alone, and says so. */
  readonly draw?: ((dot: string) => string | undefined) | undefined;
};

const MOST_ITEMS = 1_000;
const MOST_ROWS = 5_000;

const eta = new Eta({ autoEscape: true });
let compiled: ReturnType<typeof eta.compile> | undefined;

/** One page for a person who decides; whole by itself. The same review gives the same bytes. */
export function reviewHtml(review: Review, { hash, draw }: HtmlOptions): string {
  const { command, version, subject, title, columns, items, assumptions, notes, graphs } = review;
  const open = items.filter((item) => isOpen(item));
  const rows = open.slice(0, MOST_ROWS).map((item, i) => itemPart(item, i, columns));
  const articles = rows.slice(0, MOST_ITEMS);
  compiled ??= eta.compile(PAGE);
  return eta.render(compiled, {
    policy: `default-src 'none'; img-src data:; style-src 'sha256-${hash(STYLE)}'; script-src 'sha256-${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`,
    style: STYLE,
    script: SCRIPT,
    command,
    version,
    title: line(sentence(title), 500),
    subject: line(subject),
    tiles: tilesOf(open),
    kinds: open.length > 1 ? kindsOf(rows) : [],
    columns,
    items: rows,
    isLong: rows.length > 60,
    left: open.length - rows.length,
    nothing: command === "who-can" || command === "can" ? "Nobody can." : "There is nothing to look at.",
    groups: groupsOf(articles),
    graphTitle: graphs?.before === undefined ? "Who can use which key" : "Who can use which key, before and after",
    noPicture: `There is no picture: it is drawn by a package that is not installed (npm install @hpcc-js/wasm-graphviz).`,
    ...picturesOf(review, draw),
    accepted: items.filter((item) => !isOpen(item)).map(acceptedText),
    assumptions: assumptions.map((text) => line(text, 1_000)),
    notes: notes.map((text) => line(text, 1_000)),
  });
}

const line = (text: string, most = 400): string => printable(text, most);

const WORDS: Readonly<Record<Item["kind"], string>> = {
  gained: "gained",
  lost: "lost",
  found: "found",
  refuted: "refuted",
  failed: "failed",
  undecided: "not decided",
  access: "may",
  proved: "proved",
};

const wordOf = (item: Item): string => (item.kind === "found" ? levelOf(item) : WORDS[item.kind]);

type ItemPart = ReturnType<typeof itemPart>;

function itemPart(item: Item, i: number, columns: readonly string[]) {
  const { kind, label, code, anchor, title, why, help, steps, pairs, explanation, cells } = item;
  const word = wordOf(item);
  return {
    id: `result-${i + 1}`,
    number: i + 1,
    kind,
    word,
    filter: word.replace(" ", "-"),
    edge: kind === "found" ? `e-${levelOf(item)}` : `e-${kind}`,
    look: kind === "found" ? `l-${levelOf(item)}` : `k-${kind}`,
    label: kind === "access" || kind === "undecided" || label === word ? "" : line(label, 100),
    code,
    group: headingOf(item),
    place: anchor?.at === undefined ? "" : placeText(anchor.at),
    title: line(sentence(title), 600),
    why: why.map((text) => line(text, 1_500)),
    help: help === undefined ? [] : prose(help),
    steps: steps.map(({ text }) => line(text, 1_000)),
    pairs: pairs.map(pairPart),
    explanation: explanation === undefined ? "" : printableLines(explanation).join("\n"),
    shown: shownPart(item, i),
    cells: cells.map(({ text, code: isCode }, column) => ({ text: line(text, 600), code: isCode === true, name: columns[column] ?? "" })),
  };
}

/** A sentence whose names stand in backticks. */
const prose = (text: string) =>
  line(text, 1_000)
    .split("`")
    .map((part, i) => ({ text: part, code: i % 2 === 1 }));

const placeText = ({ file, line: row }: { readonly file: string; readonly line?: number }): string =>
  line([file, row].filter((part) => part !== undefined).join(":"), 300);

/** What results are put together under: of changes what they open, of others how much they weigh. */
function headingOf(item: Item): string {
  if (item.kind === "gained") return `Gained: ${item.label}`;
  if (item.kind === "found") return { error: "Errors", warning: "Warnings", note: "Notes" }[levelOf(item)];
  return {
    gained: "",
    found: "",
    lost: "Lost",
    refuted: "Refuted",
    failed: "Failed",
    undecided: "Not decided",
    access: "Access",
    proved: "Proved",
  }[item.kind];
}

function groupsOf(items: readonly ItemPart[]) {
  const names = [...new Set(items.map(({ group }) => group))];
  return names.map((name, i) => ({ id: `group-${i + 1}`, name: line(name), items: items.filter(({ group }) => group === name) }));
}

function tilesOf(open: readonly Item[]) {
  const counts = new Map<string, number>();
  for (const item of open) {
    const name = item.kind === "gained" ? `gained, ${item.label}` : wordOf(item);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name: line(name), count }));
}

const kindsOf = (items: readonly ItemPart[]) => [
  ...new Map(items.map(({ filter, word }) => [filter, { id: filter, name: word }])).values(),
];

function pairPart({ before, after }: Pair) {
  const isOne = before === undefined || after === undefined;
  const isChange = [before, after].some((view) => view?.lines.some(({ marked }) => marked));
  const view = (one: View | undefined, side: string, sign: string) => ({
    side,
    name: one === undefined ? "" : line(one.name, 200),
    place: one?.at === undefined ? "" : placeText(one.at),
    lines: (one?.lines ?? []).slice(0, 200).map(({ text, marked }) => ({ text: line(text, 1_000), sign: marked ? sign : "" })),
  });
  if (isOne && !isChange) return { views: [view(after ?? before, "", "")] };
  return { views: [view(before, "Before:", "minus"), view(after, "After:", "plus")] };
}

function shownPart({ shown, kind, title: _ }: Item, i: number) {
  if (shown === undefined) return undefined;
  const { request, testCase, command, outcomes, assumes } = shown;
  const title =
    kind === "gained"
      ? "A request that is denied before and allowed after"
      : kind === "lost"
        ? "A request that is allowed before and denied after"
        : "A request that shows it";
  const part = (name: string, id: string, text: string | undefined) =>
    text === undefined ? [] : [{ name, id: `${id}-${i + 1}`, text: printableLines(text.trimEnd()).join("\n") }];
  return {
    title: outcomes === undefined || kind === "gained" || kind === "lost" ? title : `${title}: ${outcomes}`,
    parts: [
      ...part("As a case of a test file", "case", testCase),
      ...part("To try it", "command", command),
      ...part("The request", "request", JSON.stringify(request, undefined, 2)),
    ],
    assumes: assumes.map((text) => line(text, 500)),
  };
}

const acceptedText = ({ code, group, title, waived }: Item): string =>
  line(`${code} ${group}: ${title} (${waived?.reason}, until ${waived?.until})`, 800);

function picturesOf({ graphs }: Review, draw: HtmlOptions["draw"]) {
  if (graphs === undefined || graphs.all.edges.length === 0) return { graphs: [], edges: [] };
  const names = new Map(graphs.all.nodes.map(({ id, label }) => [id, line(label, 200)]));
  const edges = graphs.all.edges.map(({ from, to, actions, when, mark }: GraphEdge) => ({
    who: names.get(from) ?? "",
    key: names.get(to) ?? "",
    actions: `${SIGNS[mark]}${line(actions.join(", "), 600)}`,
    when: when.length === 0 ? "always" : line(when.join(" or "), 600),
    mark: mark === "same" ? "" : mark,
  }));
  const left = graphs.all.left > 0 ? [{ who: leftOut(graphs.all.left, "row"), key: "", actions: "", when: "", mark: "" }] : [];
  const sides: readonly (readonly [string, Graph | undefined])[] =
    graphs.before === undefined ? [["Access", graphs.all]] : [["Before", graphs.before], ["After", graphs.after]]; // biome-ignore format: two pairs
  const drawn = sides.flatMap(([name, graph], i) => {
    const svg = graph && draw?.(dotOf(graph, ""));
    return svg === undefined ? [] : [{ name, svg: inlineSvg(svg, name, `picture-${i + 1}`) }];
  });
  return { graphs: drawn, edges: [...edges, ...left] };
}

/** A drawing as a part of the page: without what a file of its own begins with, and named for those who do not see it. */
function inlineSvg(svg: string, name: string, id: string): string {
  const body = svg
    .slice(svg.indexOf("<svg"))
    .replace(/<!--[^>]*-->\s*/g, "")
    .replace(/<title>[^<]*<\/title>\s*/g, "");
  return body.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replace(/\s(?:xmlns:xlink|height)="[^"]*"/g, "").replaceAll("\n", "");
    return `<svg${kept} role="img" aria-labelledby="${id}"><title id="${id}">${name}: who can use which key; the table below says the same</title>`;
  });
}

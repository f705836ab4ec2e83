import { abridged, printable } from "../base/text.ts";
import type { Closest, Entry, ExplainedLayer, Explanation, Mark } from "./explanation.ts";

/** Colours are functions, as picocolors has them; nothing is coloured unless they are given. */
export type ColorFns = Readonly<Record<"bold" | "dim" | "red" | "green" | "yellow", (text: string) => string>>;

export const PLAIN: ColorFns = { bold: String, dim: String, red: String, green: String, yellow: String };

const SYMBOLS: Readonly<Record<Mark, string>> = { yes: "✓", no: "✗", unknown: "?" };

/** Where places (`file:line`) begin at the latest; a longer line pushes its place to the right. */
const PLACE_COLUMN = 84;
const PAIR_WIDTH = 72; // wanted and got stand on one line while they fit in this

/** The whole explanation. Lines end in no spaces; columns are as wide as what is in them. */
export function renderText(explanation: Explanation, colors: ColorFns = PLAIN): string {
  const lines = [
    ...head(explanation, colors),
    ...blank(explanation.problems.flatMap((problem) => problem.split("\n"))),
    ...blank(explanation.routes.length > 0 ? routes(explanation) : []),
    ...blank(layers(explanation.layers, colors)),
    ...blank(tail(explanation, colors)),
  ];
  return lines.map((line) => line.trimEnd()).join("\n");
}

/** One to three lines: the outcome, why, and what would be allowed. */
export function renderBrief(
  { headline, outcome, action, resourceName, principal, reason, because, closest, missing, assumptions }: Explanation,
  colors: ColorFns = PLAIN,
): string {
  const first = paint(outcome, colors)(headline) + (action === "" ? "" : ` ${action} on ${resourceName} for ${principal}`);
  const nearest = closest[0] && `  closest to allowed: ${closest[0].change} → allowed by ${closest[0].allowedBy}`;
  const unknown = missing.length > 0 ? `  not known: ${missing.join(", ")}` : undefined;
  const why = because.length === 0 ? "" : `: ${abridged(because, "and", 2)}`;
  const taken = assumptions.length > 0 ? ` (${assumptions.map(({ as, keys }) => `taken as ${as}: ${keys.join(", ")}`).join("; ")})` : "";
  return [first, `  ${reason}${why}${taken}`, nearest ?? unknown]
    .filter((line) => line !== undefined && line.trim() !== "")
    .map((line) => (line ?? "").trimEnd())
    .join("\n");
}

const paint = (outcome: Explanation["outcome"], colors: ColorFns): ((text: string) => string) =>
  outcome === "allowed" ? colors.green : outcome === "undetermined" ? colors.yellow : colors.red;

const paintMark = (mark: Mark, colors: ColorFns): string =>
  ({ yes: colors.green, no: colors.red, unknown: colors.yellow })[mark](SYMBOLS[mark]);

const blank = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ["", ...lines]);

const width = (text: string): number => [...text].length;
const pad = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)));
const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, width(text)), 0);

/** Names and values in two columns. */
function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const column = widest(rows.map(([name]) => name)) + 2;
  return rows.map(([name, value]) => pad(name, column) + value);
}

function head(
  { headline, outcome, action, resourceName, resource, principal, given, reason }: Explanation,
  colors: ColorFns,
): readonly string[] {
  const facts: readonly (readonly [string, string])[] = [
    ["principal", principal],
    ["resource", resourceName === resource ? "" : resource],
    ...given.map(({ name, value }) => [name, value] as const),
    ["because", reason],
  ];
  const subject = action === "" ? "" : `   ${colors.bold(action)}  on  ${resourceName}`;
  return [colors.bold(paint(outcome, colors)(headline)) + subject, ...table(facts.filter(([, value]) => value !== ""))];
}

const routes = ({ routes }: Explanation): readonly string[] =>
  table(routes.map((route, i) => [i === 0 ? "allowed by" : "or by", route] as const));

/** A line of the rule tree; the place stands at the right of it. */
type Line = { readonly text: string; readonly shown: string; readonly place?: string };

function layers(all: readonly ExplainedLayer[], colors: ColorFns): readonly string[] {
  const column =
    Math.max(
      widest(all.map(({ title }) => title)) + 4,
      Math.min(widest(all.flatMap(({ entries }) => entries.map(({ name }) => name))) + 6, 34),
    ) + 2;
  const lines = all.flatMap((layer, i) => layerLines(layer, i + 1, column, colors));
  const placed = lines.filter(({ place }) => place !== undefined).map(({ text }) => text);
  const at = Math.min(PLACE_COLUMN, widest(placed) + 3);
  return lines.map(({ text, shown, place }) =>
    place === undefined ? shown : `${shown}${" ".repeat(Math.max(2, at - width(text)))}${colors.dim(place)}`,
  );
}

function layerLines(
  { title, summary, entries, others }: ExplainedLayer,
  number: number,
  column: number,
  colors: ColorFns,
): readonly Line[] {
  const same = (text: string): Line => ({ text, shown: text });
  return [
    same(pad(`${String(number).padStart(3)} ${title}`, column) + summary),
    ...entries.flatMap((entry) => entryLines(entry, column, colors)),
    ...others.map((text) => same(`${pad("", column)}${text}`)),
  ];
}

function entryLines(entry: Entry, column: number, colors: ColorFns): readonly Line[] {
  const lead = `${pad(`      ${entry.name}`, column - 2)}  `;
  const own = place(entry.at);
  const line = (before: string, shownBefore: string, text: string, at: string | undefined): Line => ({
    text: before + text,
    shown: shownBefore + text,
    ...(at !== undefined && { place: at }),
  });
  const marked = `${lead}${SYMBOLS[entry.mark]} `;
  const shownMarked = `${lead}${paintMark(entry.mark, colors)} `;
  const indent = " ".repeat(column + 2);
  const body = [
    ...(entry.says === undefined ? [] : [{ texts: [entry.says], at: own }]),
    ...(entry.because ?? []).map((clause, i) => ({ texts: [`${i === 0 ? "because" : "    and"} ${clause}`], at: undefined })),
    ...entry.failures.map((failure) => ({ texts: failureLines(failure), at: place(failure.at) ?? own })),
  ];
  if (body.length === 0) return [line(marked, shownMarked, "", own)];
  return body.flatMap(({ texts, at }, i) =>
    texts.map((text, j) => {
      const first = i === 0 && j === 0;
      const before = first ? marked : indent;
      return line(before, first ? shownMarked : indent, text, j === texts.length - 1 ? at : undefined);
    }),
  );
}

/** `condition  StringEquals k`, then `wanted "t1"   got "t2"` on one line, or under each other where they are long. */
function failureLines({ part, what, wanted, got, note }: Entry["failures"][number]): readonly string[] {
  const title = what ? `${part}  ${what}` : part;
  if (note !== undefined) return [`${title}: ${note}`];
  if (wanted === undefined || got === undefined) return [title];
  const pair = `wanted ${wanted}   got ${got}`;
  if (!what && width(title) + width(pair) + 2 <= PAIR_WIDTH) return [`${title}  ${pair}`];
  if (width(pair) <= PAIR_WIDTH) return [title, `  ${pair}`];
  return [title, `  wanted ${wanted}`, `  got    ${got}`];
}

function place(at: Entry["at"]): string | undefined {
  if (at?.line === undefined) return undefined;
  return `${printable(at.file, 80)}:${at.line}`;
}

function tail(
  { outcome, searched, closest, repair, lacking, missing, assumptions, rules, error }: Explanation,
  colors: ColorFns,
): readonly string[] {
  const rows: (readonly [string, string])[] = [
    ...(missing.length > 0 ? [["not known", missing.join(", ")] as const] : []),
    ...assumptions.map(({ as, keys }) => [`taken as ${printable(as)}`, keys.join(", ")] as const),
    ...closest.map((one, i) => [i === 0 ? "closest to allowed" : "", suggestion(one)] as const),
    ...(searched && closest.length === 0 ? [["closest to allowed", "no small change of the request was found"] as const] : []),
    ...(repair === undefined ? [] : [["smallest repair", repair] as const]),
    ...lacking.map((text, i) => [i === 0 ? "what is missing" : "", text] as const),
  ];
  if (error !== undefined) {
    rows.push([outcome === "undetermined" ? "AWS, if denied" : "AWS would answer", `${error.name} (${error.status})`]);
    rows.push(["", colors.dim(printable(error.message, 4_096))]);
  }
  if (rules.length > 0) rows.push(["by the rules", colors.dim(rules.join(", "))]);
  return table(rows);
}

const suggestion = ({ change, allowedBy }: Closest): string => `${change}   → allowed by ${allowedBy}`;

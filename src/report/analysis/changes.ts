import type { Change, Comparison } from "../../analysis/answers.ts";
import type { DataComparison } from "../../analysis/data/compare.ts";
import { counted, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { ndjsonOf } from "../formats/ndjson.ts";
import { type Known, placedRefs, Statements } from "../review/statements.ts";
import { actionsIn, closing, commandFor, ownIn, placeIn, refsIn, type Subject, stepsIn, whenIn } from "./words.ts";

type Sides = readonly [before: Known | undefined, after: Known | undefined];

/** For programs, as the format of `diff` has it. What decided is told with its place, where policies are given that know it. */
export function changesJson(comparison: Comparison, data?: DataComparison, ...sides: Sides | []): string {
  const { verdict, complete, assumptions, undecided, notices = [] } = comparison;
  const changes = placed(comparison, sides);
  return `${JSON.stringify({ version: 1, verdict, complete, assumptions, changes, undecided, notices, ...(data && { data }) }, undefined, 2)}\n`;
}

/** The same in lines: a change each, what could not be decided, and a summary as the last one. */
export function changesNdjson(comparison: Comparison, data?: DataComparison, ...sides: Sides | []): string {
  const { verdict, complete, assumptions, undecided, notices = [] } = comparison;
  const ofData = data && { data: data.changes, "data-undecided": data.undecided };
  return ndjsonOf({ change: placed(comparison, sides), undecided, notice: notices, ...ofData }, { verdict, complete, assumptions });
}

function placed({ changes }: Comparison, [before, after]: Sides | []): readonly object[] {
  const [old, now] = [before && new Statements(before), after && new Statements(after)];
  return changes.map((change) => ({
    ...change,
    because: {
      before: placedRefs(change.because.before, change.key.arn, old),
      after: placedRefs(change.because.after, change.key.arn, now),
    },
  }));
}

const VERDICTS: Readonly<Record<Comparison["verdict"], string>> = {
  equal: "Nobody gains or loses anything: the two allow the same requests.",
  narrower: "Access is only lost.",
  wider: "Access is only gained.",
  changed: "Access is gained and lost.",
  unknown: "No difference was found, but not everything could be decided.",
};

const SEVERITIES: Readonly<Record<Change["severity"], string>> = {
  public: "public",
  "cross-account": "cross-account",
  service: "service",
  "same-account": "same account",
};

type Text = {
  readonly before: Subject;
  readonly after: Subject;
  readonly known?: { readonly before: Known; readonly after: Known }; // policies that know their places
  readonly colors?: ColorFns | undefined;
};

/** Where what decides a change stands: of what is gained in the new policies, of what is lost in the old ones. */
function placesOf({ direction, because, key }: Change, old: Statements | undefined, now: Statements | undefined): readonly string[] {
  const [refs, statements] = direction === "gained" ? [because.after, now] : [because.before, old];
  const found = statements === undefined ? [] : refs.flatMap((ref) => statements.find(ref, key.arn) ?? []);
  const places = found.map((one) => (one.kind === "grant" ? one.key.at : one.statement.at)).filter(({ file }) => file !== "world");
  return [...new Set(places.map(placeIn))].slice(0, MOST_PLACES);
}

const MOST_PLACES = 3;

/** For people: one change a paragraph, the worst first. */
export function changesText(comparison: Comparison, { before, after, colors = PLAIN, known }: Text): string {
  const { verdict, changes, assumptions, undecided, complete, notices = [] } = comparison;
  const gained = changes.filter(({ direction }) => direction === "gained").length;
  const head =
    changes.length === 0
      ? ""
      : ` ${counted(gained, "change")} that ${gained === 1 ? "opens" : "open"}, ${changes.length - gained} that ${changes.length - gained === 1 ? "closes" : "close"}.`;
  const lines = [colors.bold(`${VERDICTS[verdict]}${head}`)];
  const [old, now] = [known?.before, known?.after].map((one) => one && new Statements(one));
  for (const change of changes) lines.push("", ...paragraph(change, before, after, colors, placesOf(change, old, now)));
  for (const { text, code } of notices) lines.push("", `${code === "KW765" ? "" : "! "}${printable(text)} [${code}]`);
  if (!complete) lines.push("", colors.yellow("There are more changes than are listed (--max-changes)."));
  return [...lines, ...closing(assumptions, undecided, colors)]
    .map((line) => line.trimEnd())
    .join("\n")
    .concat("\n");
}

function paragraph(change: Change, before: Subject, after: Subject, colors: ColorFns, places: readonly string[]): readonly string[] {
  const { direction, severity, who, actions, key, when, because, witness, administration, path = [] } = change;
  const isGain = direction === "gained";
  const paint = isGain ? (severity === "same-account" ? colors.yellow : colors.red) : colors.green;
  const sentence = `${who.text} ${isGain ? "may now" : "may no longer"} ${actionsIn(actions)} on ${key.name}`;
  const lines = [
    `${paint(isGain ? "+" : "-")} ${colors.bold(sentence)}  [${SEVERITIES[severity]}${administration ? ", manages access" : ""}]`,
  ];
  lines.push(...stepsIn(path).map((text) => `    ${text}`));
  lines.push(...whenIn(when).map((text, i) => `    ${i === 0 ? "when" : "or when"} ${text}`));
  if (change.if !== undefined) lines.push(`    only if ${printable(change.if.join(", or "))}`);
  const own = ownIn(witness.assumes);
  if (isGain) lines.push(colors.dim(`    by ${refsIn(because.after)}${own}; before: ${refsIn(because.before) || "nothing allowed it"}`));
  else lines.push(colors.dim(`    it was by ${refsIn(because.before)}${own}; now: ${refsIn(because.after) || "nothing allows it"}`));
  lines.push(...places.map((place) => colors.dim(`    at ${place}`)));
  lines.push(
    colors.dim(
      `    try ${commandFor(isGain ? after : before, witness.request, { key: key.name, principal: path.length > 0 ? undefined : who.name })}`,
    ),
  );
  return lines;
}

import type { Change, Comparison, Entry, Notice } from "../../analysis/answers.ts";
import type { DataChange, DataComparison } from "../../analysis/data/compare.ts";
import type { Place } from "../../base/diagnostic.ts";
import { counted } from "../../base/text.ts";
import { actionsIn, ownIn, refsIn, type Subject, stepsIn, whenIn } from "../analysis/words.ts";
import { changesGraph } from "../graph/graph.ts";
import { dataChangeItems } from "./data.ts";
import { type Cell, type Grade, type Item, type Review, sorted } from "./review.ts";
import { shownFor, WORDS } from "./shown.ts";
import { type Anchor, Sources, type TextOf } from "./sources.ts";
import { type Known, type Pair, pairsFor, Statements, type View } from "./statements.ts";

/** One of the two things that are compared. */
export type Side = {
  readonly subject: Subject;
  readonly known: Known;
  readonly textOf?: TextOf; // of files as they are on this side
  readonly entries?: readonly Entry[]; // who has access to the keys that change, for the picture
};

type Asked = Pick<Review, "version" | "pathOf"> & {
  readonly before: Side;
  readonly after: Side;
  readonly fails: (change: Change) => boolean;
  readonly failsUndecided: boolean;
  readonly data?: DataComparison | undefined; // who reads which data, where the worlds tell of some
  readonly failsData?: (change: Pick<DataChange, "direction" | "severity">) => boolean;
  readonly failsNotice?: (severity: Notice["severity"]) => boolean;
};

/** What `diff` found, as results. */
export function changesReview(comparison: Comparison, asked: Asked): Review {
  const { changes, assumptions, undecided, complete, notices = [] } = comparison;
  const { before, after, version, pathOf } = asked;
  const look = lookFor(before, after);
  const items = [
    ...changes.map((change) => changeItem(change, comparison, asked, look)),
    ...undecided.map(({ key, code, text, at }): Item => {
      const anchor = at ?? look.placeOf(key);
      return {
        code,
        kind: "undecided",
        grade: "undecided",
        label: "undecided",
        group: key ?? after.subject.name,
        title: text,
        why: [],
        cells: [{ text: "–" }, { text }, key === undefined ? { text: "–" } : { text: key }, { text: "–" }, { text: "–" }],
        anchor: { text, at: anchor, region: look.now.line(anchor) },
        related: [],
        steps: [],
        pairs: [],
        fails: asked.failsUndecided,
        fingerprint: `undecided ${key ?? ""} ${text}`,
      };
    }),
    ...notices.filter(({ code }) => code !== "KW765").map((notice) => noticeItem(notice, asked, look)),
    ...(asked.data === undefined ? [] : dataChangeItems(asked.data, { ...asked, fails: asked.failsData ?? (() => false) })),
  ];
  const quiet = rewritten(before.known, after.known, changes);
  return {
    command: "diff",
    version,
    subject: `${before.subject.name} → ${after.subject.name}`,
    title: [titleOf(comparison, quiet), ...(asked.data === undefined ? [] : dataTitle(asked.data))].join(", "),
    columns: ["who", "may", "on", "when", "since"],
    items: sorted(items),
    groups: groupsOf(before.known, after.known, items),
    assumptions: [...new Set([...assumptions, ...(asked.data?.assumptions ?? [])].map(({ text }) => text))],
    notes: complete ? [] : ["There are more changes than are listed (`--max-changes`)."],
    ...(changes.length > 0 && { graphs: changesGraph(changes, before.entries ?? [], after.entries ?? []) }),
    pathOf,
  };
}

function dataTitle({ changes, undecided }: DataComparison): readonly string[] {
  const of = (direction: DataChange["direction"]) => changes.filter((change) => change.direction === direction).length;
  return [
    ...(of("gained") > 0 ? [`${counted(of("gained"), "reader")} of data gained`] : []),
    ...(of("lost") > 0 ? [`${counted(of("lost"), "reader")} of data lost`] : []),
    ...(undecided.length > 0 ? [`${undecided.length} of data not decided`] : []),
  ];
}

const NOTICED: Readonly<Record<Notice["severity"], Grade>> = { error: "high", warning: "medium", note: "info" };

function noticeItem({ code, severity, key, text, at, fingerprint }: Notice, { failsNotice }: Asked, look: Look): Item {
  const label =
    code === "KW768" ? "would fail" : code === "KW767" ? "default policy" : severity === "note" ? "alias moved" : "key replaced";
  return {
    code,
    kind: "found",
    grade: NOTICED[severity],
    label,
    group: key.name,
    title: text,
    why: [],
    cells: [{ text: "–" }, { text }, { text: key.aliases[0] ?? key.name, code: true }, { text: "–" }, { text: "–" }],
    anchor: { text, at, region: look.now.line(at) },
    related: [],
    steps: [],
    pairs: [],
    fails: failsNotice?.(severity) ?? false,
    fingerprint,
  };
}

const groupsOf = (before: Known, after: Known, items: readonly Item[]): readonly string[] => [
  ...new Set([...[after, before].flatMap(({ keys }) => keys.map(({ name }) => name)), ...items.map(({ group }) => group)]),
];

function titleOf({ changes, undecided }: Comparison, quiet: number): string {
  const gained = changes.filter(({ direction }) => direction === "gained").length;
  const lost = changes.length - gained;
  const rest = quiet > 0 ? [`${counted(quiet, "policy", "policies")} written anew with no effect`] : [];
  const open = undecided.length > 0 ? [`${undecided.length} not decided`] : [];
  if (changes.length === 0)
    return [`no access gained or lost${open.length > 0 ? " as far as could be decided" : ""}`, ...open, ...rest].join(", ");
  return [
    ...(gained > 0 ? [`${counted(gained, "access", "accesses")} gained`] : []),
    ...(lost > 0 ? [gained > 0 ? `${lost} lost` : `${counted(lost, "access", "accesses")} lost`] : []),
    ...open,
    ...rest,
  ].join(", ");
}

/** Key policies that say the same in other words: order, names of statements, lists. */
function rewritten(before: Known, after: Known, changes: readonly Change[]): number {
  const old = new Map(before.keys.map((key) => [key.arn, key.policyText]));
  return after.keys.filter(
    ({ arn, policyText }) => old.has(arn) && old.get(arn) !== policyText && !changes.some(({ key }) => key.arn === arn),
  ).length;
}

type Look = {
  readonly pairs: (change: Change) => readonly Pair[];
  readonly placeOf: (key: string | undefined) => Place; // where something of the head can be shown
  readonly old: Sources;
  readonly now: Sources;
};

function lookFor(before: Side, after: Side): Look {
  const [old, now] = [new Statements(before.known), new Statements(after.known)];
  return {
    pairs: ({ because, key }) => pairsFor(because, key.arn, old, now),
    placeOf: (name) => {
      const key = after.known.keys.find((one) => one.name === name || one.arn === name);
      const [statement] = key?.policy.statements ?? [];
      return statement?.at ?? key?.at ?? { file: after.subject.name, line: 1, column: 1, pointer: "" };
    },
    old: new Sources(before.textOf),
    now: new Sources(after.textOf),
  };
}

type Class = { readonly code: string; readonly grade: Grade; readonly label: string };

function classOf({ direction, severity, administration }: Change): Class {
  if (direction === "lost") return { code: "KW764", grade: "lost", label: "lost" };
  if (severity === "public") return { code: "KW760", grade: "critical", label: "public" };
  if (severity === "cross-account") return { code: "KW761", grade: "high", label: "cross-account" };
  if (severity === "service") return { code: "KW761", grade: "high", label: "service" };
  return administration
    ? { code: "KW763", grade: "medium", label: "administration" }
    : { code: "KW762", grade: "medium", label: "same account" };
}

function changeItem(change: Change, { assumptions }: Comparison, { before, after, fails }: Asked, look: Look): Item {
  const { direction, key, who, actions, because, witness, administration, fingerprint } = change;
  const isGain = direction === "gained";
  const { code, grade, label } = classOf(change);
  const side = isGain ? after : before;
  const pairs = look.pairs(change);
  const when = whenIn(change.when);
  const [from, against] = isGain ? [because.after, because.before] : [because.before, because.after];
  const own = ownIn(witness.assumes);
  const why = isGain
    ? `By ${refsIn(from) || "policies that nobody told"}${own}; before: ${refsIn(against) || "nothing allowed it"}`
    : `It was by ${refsIn(from) || "policies that nobody told"}${own}; now: ${refsIn(against) || "nothing allows it"}`;
  const far = change.path === undefined ? "" : `, ${stepsIn(change.path).join(", ")},`;
  const title = `${who.text}${far} ${isGain ? "may now" : "may no longer"} ${actionsIn(actions)} on ${key.name}`;
  const cells: Cell[] = [
    { text: who.text + far.replace(/,$/, "") },
    ...[actions.length > 4 ? { text: actionsIn(actions) } : { text: actions.join(", "), code: true as const }],
    { text: key.aliases[0] ?? key.name, code: true },
    when.length === 0 ? { text: change.if?.join(" or ") ?? "–" } : { text: when.join(" or "), code: true },
    { text: (isGain ? refsIn(from) : refsIn(against)) || (isGain ? "their own policies" : `${refsIn(from) || "it"} no more`) },
  ];
  return {
    code,
    kind: direction,
    grade,
    label: administration && isGain && label !== "administration" ? `${label}, administration` : label,
    group: key.name,
    title,
    why: [
      why,
      ...(change.if === undefined ? [] : [`Only if ${change.if.join(", or ")}`]),
      ...when.map((text, i) => `${i === 0 ? "When" : "Or when"} ${text}`),
    ],
    cells,
    ...anchorsFor(change, pairs, look, title),
    steps: [],
    pairs,
    shown: shownFor({
      title: `${who.text} ${isGain ? "may not" : "may"} ${actionsIn([witness.request.action])} on ${key.name}`,
      request: witness.request,
      outcomes: `${WORDS[witness.before] ?? witness.before} before, ${WORDS[witness.after] ?? witness.after} after`,
      expect: isGain ? "deny" : "allow",
      subject: side.subject,
      names: { key: side.subject.kind === "world" ? key.name : "", principal: who.name },
      assumes: witness.assumes,
      assumptions,
    }),
    fails: fails(change),
    fingerprint,
  };
}

/**
 * Where a change is shown: at the line that makes the difference, for platforms show a pull request only what is on its lines; the whole statements are
 * related. What is lost has no line any more: it is shown at what is left of its statement or policy.
 */
function anchorsFor(change: Change, pairs: readonly Pair[], look: Look, title: string): Pick<Item, "anchor" | "related"> {
  const after = pairs.find((pair) => pair.after !== undefined)?.after;
  const at = (change.direction === "gained" ? lineIn(after, change, look.now) : undefined) ?? after?.at ?? look.placeOf(change.key.arn);
  const related = pairs.flatMap(({ before, after: now }): readonly Anchor[] => [
    ...(now?.at === undefined ? [] : [{ text: `${now.name}, after`, at: now.at, region: look.now.whole(now.at) }]),
    ...(before?.at === undefined ? [] : [{ text: `${before.name}, before`, at: before.at, region: look.old.whole(before.at) }]),
  ]);
  return { anchor: { text: title, at, region: look.now.line(at) }, related };
}

/** The first line that the other side does not have, of those that are about who and what the change is about, if there is one. */
function lineIn(view: View | undefined, { who, actions }: Change, sources: Sources): Place | undefined {
  const marked = view?.lines.filter((line) => line.marked && line.at !== undefined && line.value !== undefined) ?? [];
  const of = (start: RegExp, fits: (value: string) => boolean) =>
    marked.find(({ same, value }) => start.test(same ?? "") && fits(value ?? ""));
  const names = [who.arn, who.account, who.service].filter((name) => name !== undefined && name !== "");
  const line =
    of(/^Principal /, (value) => value === "*" || names.some((name) => value.includes(name as string))) ??
    of(/^Condition /, () => true) ??
    of(/^Action /, (value) => /[*?]/.test(value) || actions.some((action) => action.toLowerCase() === value.toLowerCase())) ??
    marked[0];
  return line?.at === undefined || line.value === undefined ? undefined : sources.member(line.at, line.value);
}

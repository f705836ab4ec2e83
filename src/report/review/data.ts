import type { Entry } from "../../analysis/answers.ts";
import type { DataChange, DataComparison } from "../../analysis/data/compare.ts";
import type { DataAccess, DataEntry } from "../../analysis/data/readers.ts";
import type { Place } from "../../base/diagnostic.ts";
import { counted, listed } from "../../base/text.ts";
import { ownIn, refsIn, type Subject, whenIn } from "../analysis/words.ts";
import { objectsIn } from "../data/access.ts";
import { accessGraph } from "../graph/graph.ts";
import type { Grade, Item, Review } from "./review.ts";
import { shownFor, WORDS } from "./shown.ts";
import { type Anchor, Sources, type TextOf } from "./sources.ts";
import { type Known, Statements, viewFor } from "./statements.ts";

type AskedAccess = Pick<Review, "version" | "pathOf"> & {
  readonly command: "who-can" | "can";
  readonly title: string;
  readonly subject: Subject;
  readonly known: Known;
};

/** Who reads which data, as results: answers, not problems. */
export function dataAccessReview(access: DataAccess, { command, title, subject, known, version, pathOf }: AskedAccess): Review {
  const { entries, undecided, assumptions, notModelled } = access;
  const statements = new Statements(known);
  const open = undecided.map((one) => undecidedItem(one, subject, false));
  return {
    command,
    version,
    subject: subject.name,
    title: `${title}: ${counted(entries.length, "entry", "entries")}${undecided.length > 0 ? `, ${undecided.length} not decided` : ""}`,
    columns: ["who", "may", "on", "when", "by"],
    items: [...entries.map((entry) => entryItem(entry, subject, access, statements)), ...open],
    groups: [...new Set(entries.map(({ resource }) => resource.name))],
    assumptions: assumptions.map(({ text }) => text),
    notes: [...new Set(notModelled.map(({ text }) => `Not modelled, and could turn it: ${text}.`))],
    graphs: accessGraph(
      entries.map(
        ({ resource, who, flow, when, by, witness }): Entry => ({
          key: { ...resource, aliases: [] },
          who,
          actions: [flow],
          when,
          by,
          witness: { request: { principal: "", action: flow, resource: resource.arn }, outcome: "allowed", assumes: witness.assumes },
        }),
      ),
    ),
    pathOf,
  };
}

function entryItem(
  { who, resource, flow, objects, when, by, witness }: DataEntry,
  subject: Subject,
  { assumptions }: DataAccess,
  statements: Statements,
): Item {
  const conditions = whenIn(when);
  const on = nameOf(resource, objects);
  const title = `${who.text} may ${flow} on ${on}`;
  return {
    code: "",
    kind: "access",
    grade: "info",
    label: who.kind,
    group: resource.name,
    title,
    why: [
      ...conditions.map((text, i) => `${i === 0 ? "When" : "Or when"} ${text}`),
      `By ${refsIn(by) || "nothing that has a name"}${ownIn(witness.assumes)}`,
    ],
    cells: [
      { text: who.text },
      { text: flow, code: true },
      { text: on },
      conditions.length === 0 ? { text: "–" } : { text: conditions.join(" or "), code: true },
      { text: (refsIn(by) || "their own policies") + ownIn(witness.assumes) },
    ],
    related: [],
    steps: [],
    pairs: by
      .flatMap((ref) => viewFor(ref, "", statements) ?? [])
      .slice(0, 4)
      .map((after) => ({ after })),
    shown: shownFor({
      title,
      data: witness.question,
      outcomes: "allow",
      expect: "allow",
      subject,
      names: { key: "", principal: who.name },
      assumes: witness.assumes,
      assumptions,
    }),
    fails: false,
    fingerprint: JSON.stringify([resource.arn, flow, objects ?? "", who.text, when]),
  };
}

const nameOf = ({ name }: DataEntry["resource"], objects: string | undefined): string =>
  objects === undefined ? name : `${name} (${objectsIn(objects)})`;

function undecidedItem({ key, code, text, at }: DataAccess["undecided"][number], subject: Subject, fails: boolean): Item {
  const place = at ?? placeOf(subject, key);
  return {
    code,
    kind: "undecided",
    grade: "undecided",
    label: "undecided",
    group: key ?? subject.name,
    title: text,
    why: [],
    cells: [{ text: "–" }, { text }, { text: key ?? "–" }, { text: "–" }, { text: "–" }],
    anchor: { text, at: place },
    related: [],
    steps: [],
    pairs: [],
    fails,
    fingerprint: `undecided ${key ?? ""} ${text}`,
  };
}

/** Where a resource is told of. */
function placeOf({ name, world }: Subject, resource: string | undefined): Place {
  const found = world?.estate.resources.find((one) => one.name === resource || one.arn === resource);
  return found?.at ?? { file: name, line: 1, column: 1, pointer: "" };
}

type Side = { readonly subject: Subject; readonly known: Known; readonly textOf?: TextOf };
type AskedChanges = {
  readonly before: Side;
  readonly after: Side;
  readonly fails: (change: Pick<DataChange, "direction" | "severity">) => boolean;
  readonly failsUndecided: boolean;
};

// biome-ignore format: a table reads as a table
const CLASSES: Readonly<Record<DataChange["severity"], { readonly code: string; readonly grade: Grade; readonly label: string }>> = {
  public:          { code: "KW760", grade: "critical", label: "public" },
  "cross-account": { code: "KW761", grade: "high", label: "cross-account" },
  service:         { code: "KW761", grade: "high", label: "service" },
  "same-account":  { code: "KW762", grade: "medium", label: "same account" },
};

/** Who reads what now and did not, or the other way round, as results beside those of the keys. */
export function dataChangeItems({ changes, undecided, assumptions }: DataComparison, asked: AskedChanges): readonly Item[] {
  const { before, after, failsUndecided } = asked;
  const statements = { gained: new Statements(after.known), lost: new Statements(before.known) };
  const sources = { gained: new Sources(after.textOf), lost: new Sources(before.textOf) };
  return [
    ...changes.map((change): Item => {
      const { direction, severity, resource, flow, objects, who, when, turned, witness, fingerprint } = change;
      const isGain = direction === "gained";
      const { code, grade, label } = isGain ? CLASSES[severity] : { code: "KW764", grade: "lost" as const, label: "lost" };
      const on = nameOf(resource, objects);
      const title = `${who.text} can ${isGain ? "now" : "no longer"} read ${on} by ${flow}`;
      const conditions = whenIn(when);
      const side = isGain ? after : before;
      const views = turned.flatMap(({ by }) => by.flatMap((ref) => viewFor(ref, "", statements[direction]) ?? []));
      const why = turned.map(({ action, by }) => `${action}${by.length > 0 ? ` (${refsIn(by)})` : ""}`);
      const isKept = (to: "service" | "kms") => !turned.some((one) => one.to === to);
      const others = isKept("service") ? "; the resource let it in already" : isKept("kms") ? "; its key could be used already" : "";
      const inFile = isGain ? views.find(({ at }) => at !== undefined)?.at : undefined;
      const at = inFile ?? placeOf(after.subject, resource.arn);
      return {
        code,
        kind: direction,
        grade,
        label: `${label}, data`,
        group: resource.name,
        title,
        why: [
          ...(why.length === 0 ? [] : [`${isGain ? "Opened by" : "It was by"} ${listed(why, "and")}${isGain ? others : ""}`]),
          ...conditions.map((text, i) => `${i === 0 ? "When" : "Or when"} ${text}`),
        ],
        cells: [
          { text: who.text },
          { text: flow, code: true },
          { text: on },
          conditions.length === 0 ? { text: "–" } : { text: conditions.join(" or "), code: true },
          { text: listed(why, "and") || "–" },
        ],
        anchor: { text: title, at, region: sources.gained.line(at) },
        related: views.flatMap(({ name, at: place }): readonly Anchor[] =>
          place === undefined
            ? []
            : [{ text: `${name}, ${isGain ? "after" : "before"}`, at: place, region: sources[direction].whole(place) }],
        ),
        steps: [],
        pairs: views.slice(0, 4).map((view) => (isGain ? { after: view } : { before: view })),
        shown: shownFor({
          title: `${who.text} ${isGain ? "may not" : "may"} ${flow} on ${on}`,
          data: witness.question,
          outcomes: `${WORDS[witness.before] ?? witness.before} before, ${WORDS[witness.after] ?? witness.after} after`,
          expect: isGain ? "deny" : "allow",
          subject: side.subject,
          names: { key: "", principal: who.name },
          assumes: witness.assumes,
          assumptions,
        }),
        fails: asked.fails(change),
        fingerprint,
      };
    }),
    ...undecided.map((one) => undecidedItem(one, after.subject, failsUndecided)),
  ];
}

import type { Access, Entry } from "../../analysis/answers.ts";
import { counted } from "../../base/text.ts";
import { actionsIn, ownIn, refsIn, type Subject, whenIn } from "../analysis/words.ts";
import { accessGraph } from "../graph/graph.ts";
import type { Item, Review } from "./review.ts";
import { shownFor } from "./shown.ts";
import { type Known, Statements, viewFor } from "./statements.ts";

type Asked = Pick<Review, "version" | "pathOf"> & {
  readonly command: "who-can" | "can";
  readonly title: string;
  readonly subject: Subject;
  readonly known: Known;
};

/** Who has access to what, as results: answers, not problems. */
export function accessReview(
  { entries, assumptions, undecided }: Access,
  { command, title, subject, known, version, pathOf }: Asked,
): Review {
  const statements = new Statements(known);
  const unsure = undecided.map(
    ({ key, code, text, at }): Item => ({
      code,
      kind: "undecided",
      grade: "undecided",
      label: "undecided",
      group: key ?? subject.name,
      title: text,
      why: [],
      cells: [{ text: "–" }, { text }, { text: key ?? "–" }, { text: "–" }, { text: "–" }],
      ...(at !== undefined && { anchor: { text, at } }),
      related: [],
      steps: [],
      pairs: [],
      fails: false,
      fingerprint: `undecided ${text}`,
    }),
  );
  return {
    command,
    version,
    subject: subject.name,
    title: `${title}: ${counted(entries.length, "entry", "entries")}${undecided.length > 0 ? `, ${undecided.length} not decided` : ""}`,
    columns: ["who", "may", "on", "when", "by"],
    items: [...entries.map((entry) => accessItem(entry, subject, assumptions, statements)), ...unsure],
    groups: [...new Set(entries.map(({ key }) => key.name))],
    assumptions: assumptions.map(({ text }) => text),
    notes: [],
    graphs: accessGraph(entries),
    pathOf,
  };
}

function accessItem(
  { key, who, actions, when, by, witness, if: cases = [] }: Entry,
  subject: Subject,
  assumptions: Access["assumptions"],
  statements: Statements,
): Item {
  const conditions = whenIn(when);
  const views = by.flatMap((ref) => viewFor(ref, key.arn, statements) ?? []);
  return {
    code: "",
    kind: "access",
    grade: "info",
    label: who.kind,
    group: key.name,
    title: `${who.text} may ${actionsIn(actions)} on ${key.name}`,
    why: [
      ...(cases.length > 0 ? [`Only if ${cases.join(", or ")}`] : []),
      ...conditions.map((text, i) => `${i === 0 ? "When" : "Or when"} ${text}`),
      `By ${refsIn(by) || "nothing that has a name"}${ownIn(witness.assumes)}`,
    ],
    cells: [
      { text: who.text },
      actions.length > 4 ? { text: actionsIn(actions) } : { text: actions.join(", "), code: true },
      { text: key.name, code: true },
      conditions.length === 0 ? { text: cases.join(" or ") || "–" } : { text: conditions.join(" or "), code: true },
      { text: (refsIn(by) || "their own policies") + ownIn(witness.assumes) },
    ],
    related: [],
    steps: [],
    pairs: views.slice(0, 4).map((after) => ({ after })),
    shown: shownFor({
      title: `${who.text} may ${actionsIn([witness.request.action])} on ${key.name}`,
      request: witness.request,
      outcomes: "allow",
      expect: "allow",
      subject,
      names: { key: subject.kind === "world" ? key.name : "", principal: who.name },
      assumes: witness.assumes,
      assumptions,
    }),
    fails: false,
    fingerprint: JSON.stringify([key.arn, who.text, actions, when, ...(cases.length > 0 ? [cases] : [])]),
  };
}

import type { Finding, Level } from "../../analysis/findings/finding.ts";
import type { Determining } from "../../authz/decision.ts";
import { CODES } from "../../base/codes.ts";
import { counted, listed } from "../../base/text.ts";
import { ownIn, type Subject } from "../analysis/words.ts";
import { type Grade, type Item, isOpen, levelOf, type Review, sorted } from "./review.ts";
import { shownFor } from "./shown.ts";
import { Sources, type TextOf } from "./sources.ts";
import { type Known, Statements, viewFor } from "./statements.ts";

type Asked = Pick<Review, "version" | "pathOf"> & {
  readonly subject: Subject;
  readonly known: Known;
  readonly textOf: TextOf;
  readonly fails: (finding: Finding) => boolean;
};

const GRADES: Readonly<Record<Level, Grade>> = { critical: "critical", high: "high", medium: "medium", low: "low", info: "info" };

/** What `check` found, as results. */
export function findingsReview(findings: readonly Finding[], { subject, known, textOf, fails, version, pathOf }: Asked): Review {
  const sources = new Sources(textOf);
  const statements = new Statements(known);
  const items = sorted(findings.map((finding) => findingItem(finding, subject, sources, statements, known, fails(finding))));
  const groups = new Set([...known.keys.map(({ name }) => name), ...items.map(({ group }) => group)]);
  return {
    command: "check",
    version,
    subject: subject.name,
    title: titleOf(items),
    columns: ["key", "finding", "where"],
    items,
    groups: [...groups],
    assumptions: [],
    notes: [],
    pathOf,
  };
}

function titleOf(items: readonly Item[]): string {
  const open = items.filter(isOpen);
  const of = (level: ReturnType<typeof levelOf>) => open.filter((item) => levelOf(item) === level).length;
  const rest = items.length - open.length;
  const parts = (["error", "warning", "note"] as const).flatMap((level) => (of(level) > 0 ? [counted(of(level), level)] : []));
  return [parts.length === 0 ? "nothing was found" : listed(parts), ...(rest > 0 ? [`${rest} waived`] : [])].join(", ");
}

function findingItem(finding: Finding, subject: Subject, sources: Sources, statements: Statements, known: Known, fails: boolean): Item {
  const { code, level, key, text, help, at, witness, path, waived, fingerprint, if: cases } = finding;
  const title = `${text}${cases === undefined ? "" : `, if ${cases.join(" or ")}`}${witness === undefined ? "" : ownIn(witness.assumes)}`;
  const place = [at.file, at.line].filter((part) => part !== undefined).join(":");
  const ref = refAt(finding, known);
  const view = ref === undefined ? undefined : viewFor(ref, key?.arn ?? "", statements);
  return {
    code,
    kind: code === "KW785" ? "undecided" : "found",
    grade: code === "KW785" ? "undecided" : GRADES[level],
    label: CODES[code].title,
    group: key?.name ?? subject.name,
    title,
    why: [],
    cells: [key === undefined ? { text: "–" } : { text: key.name, code: true }, { text: title }, { text: place, code: true }],
    help,
    anchor: { text: title, at, region: sources.line(at) },
    related: view?.at === undefined ? [] : [{ text: view.name, at: view.at, region: sources.whole(view.at) }],
    steps: (path ?? []).map((step) => ({ text: step.text })),
    pairs: view === undefined ? [] : [{ after: view }],
    ...(witness !== undefined && {
      shown: shownFor({
        title: "A request that is allowed",
        request: witness.request,
        data: witness.data,
        outcomes: "allow",
        subject,
        names: { key: key?.name ?? "", principal: undefined },
        assumes: witness.assumes,
        assumptions: [],
      }),
    }),
    ...(waived !== undefined && { waived }),
    fails,
    fingerprint,
  };
}

/** The statement that a finding is in, by its place. */
function refAt({ at }: Finding, { policies }: Known): Determining | undefined {
  for (const { statements } of policies)
    for (const { ref, at: own } of statements)
      if (own.file === at.file && own.pointer !== "" && `${at.pointer}/`.startsWith(`${own.pointer}/`)) return ref;
  return undefined;
}

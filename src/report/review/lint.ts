import { CODES } from "../../base/codes.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { counted } from "../../base/text.ts";
import { failuresOf, type LintReport } from "../lint/report.ts";
import { type Item, type Review, sorted } from "./review.ts";
import { Sources, type TextOf } from "./sources.ts";

/** What `lint` found, as results. */
export function lintReview({ files, failLevel, kmsward }: LintReport, textOf: TextOf, pathOf: Review["pathOf"]): Review {
  const sources = new Sources(textOf);
  const items = files.flatMap((file) => {
    const failing = failuresOf(file, failLevel);
    return file.problems.map((problem) => problemItem(problem, file.path, sources, failing.includes(problem)));
  });
  const of = (severity: Diagnostic["severity"]) => items.filter(({ grade }) => (grade === "wrong") === (severity === "error")).length;
  const parts = [
    ...(of("error") > 0 ? [counted(of("error"), "error")] : []),
    ...(of("warning") > 0 ? [counted(of("warning"), "warning")] : []),
  ];
  return {
    command: "lint",
    version: kmsward,
    subject: counted(files.length, "file"),
    title: parts.length === 0 ? "nothing to fix" : parts.join(", "),
    columns: ["where", "what"],
    items: sorted(items),
    groups: files.map(({ path }) => path),
    assumptions: [],
    notes: [],
    pathOf,
  };
}

/** A diagnostic as a result. It has no identity but its place in the document, since it says what is written there. */
export function problemItem(problem: Diagnostic, group: string, sources: Sources, fails: boolean): Item {
  const { code, severity, message, at, help } = problem;
  const place = [at.file, at.line, at.column].filter((part) => part !== undefined).join(":");
  return {
    code,
    kind: "found",
    grade: severity === "error" ? "wrong" : "odd",
    label: CODES[code].title,
    group,
    title: message,
    why: [],
    cells: [{ text: place, code: true }, { text: message }],
    ...(help !== undefined && { help }),
    anchor: { text: message, at, region: sources.line(at) },
    related: [],
    steps: [],
    pairs: [],
    fails,
    fingerprint: JSON.stringify([code, at.file, at.pointer, message]),
  };
}

import { counted } from "../../base/text.ts";
import type { TestResult } from "../../tester/result.ts";
import { countsOf, NO_PROBLEM, placeName, type TestReport } from "../tests/report.ts";
import { problemItem } from "./lint.ts";
import { type Item, type Review, sorted } from "./review.ts";
import { type Anchor, Sources, type TextOf } from "./sources.ts";

/** What became of tests, as results: cases that failed, files that could not be run, what is odd in policies. */
export function testsReview({ files, kmsward }: TestReport, textOf: TextOf, pathOf: Review["pathOf"]): Review {
  const sources = new Sources(textOf);
  const { all, passed, failed, skipped } = countsOf(files.flatMap(({ results }) => results));
  const unread = files.filter(({ errors }) => errors.length > 0).length;
  const items = files.flatMap(({ path, results, errors, warnings }) => [
    ...errors.map((error) => caseRow(problemItem(error, path, sources, true), path, "cannot be run")),
    ...results.flatMap((test) => (test.status === "failed" ? [failure(test, path, sources)] : [])),
    ...warnings.map((warning) => caseRow(problemItem(warning, path, sources, false), path, "warning")),
  ]);
  const distinct = new Map(
    items.map((item) => [
      `${item.code} ${item.title} ${item.anchor?.at?.file} ${item.anchor?.at?.pointer} ${item.kind === "failed" ? item.group : ""}`,
      item,
    ]),
  );
  return {
    command: "test",
    version: kmsward,
    subject: counted(files.length, "test file"),
    title: [
      ...(unread > 0 ? [`${counted(unread, "file")} cannot be run`] : []),
      ...(failed > 0 ? [`${failed} of ${counted(all, "case")} failed`] : []),
      ...(failed + unread === 0 ? [`${counted(passed, "case")} passed`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ].join(", "),
    columns: ["file", "case", "what"],
    items: sorted([...distinct.values()]),
    groups: files.map(({ path }) => path),
    assumptions: [],
    notes: [],
    pathOf,
  };
}

const caseRow = (item: Item, path: string, what: string): Item => ({
  ...item,
  cells: [{ text: path, code: true }, { text: what }, { text: item.title }],
});

function failure({ name, at, problem }: TestResult, path: string, sources: Sources): Item {
  const { message, explanation, policyAt } = problem ?? NO_PROBLEM;
  const related: readonly Anchor[] =
    policyAt === undefined
      ? []
      : [{ text: `the statement that is most to do with it, ${placeName(policyAt)}`, at: policyAt, region: sources.line(policyAt) }];
  return {
    code: "KW657",
    kind: "failed",
    grade: "wrong",
    label: "failed",
    group: path,
    title: `${name}: ${message}`,
    why: [],
    cells: [{ text: path, code: true }, { text: name }, { text: message }],
    anchor: { text: message, at, region: sources.line(at) },
    related,
    steps: [],
    pairs: [],
    ...(explanation !== undefined && { explanation }),
    fails: true,
    fingerprint: JSON.stringify([path, name]),
  };
}

import { isYaml } from "../../base/text.ts";
import type { MutantResult, MutantStatus, MutationReport } from "../../mutation/mutate-report.ts";

const STATUS: Readonly<Record<MutantStatus, "Killed" | "Survived" | "NoCoverage" | "Ignored">> = {
  killed: "Killed",
  survived: "Survived",
  uncovered: "NoCoverage",
  equivalent: "Ignored",
};

/**
 * The report in the shape that viewers of mutation reports share: mutation testing report schema, version 2 (the project mutation-testing-elements, which
 * Stryker and others use). `textOf` gives the text of a file; one that cannot be read has none.
 */
export function mutationElements(report: MutationReport, textOf: (path: string) => string | undefined): string {
  const tests = testIds(report);
  const files = [...new Set(report.mutants.map(({ at }) => at.file))].map((path) => {
    const mutants = report.mutants.filter(({ at }) => at.file === path).map((mutant) => elementOf(mutant, tests));
    const language = isYaml(path) ? "yaml" : "json";
    return [path, { language, source: textOf(path) ?? "", mutants }] as const;
  });
  const document = {
    schemaVersion: "2",
    thresholds: { high: 80, low: 50 },
    framework: { name: "kmsward" },
    files: Object.fromEntries(files),
    testFiles: testFiles(tests),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

type Test = { readonly id: string; readonly file: string; readonly name: string; readonly line: number | undefined };

/** The cases that killed something, by file and name. */
function testIds({ mutants }: MutationReport): ReadonlyMap<string, Test> {
  const found = new Map<string, Test>();
  for (const { killedBy } of mutants) {
    if (killedBy === undefined) continue;
    const { file, name, line } = killedBy;
    const key = JSON.stringify([file, name]);
    if (!found.has(key)) found.set(key, { id: String(found.size + 1), file, name, line });
  }
  return found;
}

function testFiles(tests: ReadonlyMap<string, Test>): Readonly<Record<string, unknown>> {
  const paths = [...new Set([...tests.values()].map(({ file }) => file))];
  return Object.fromEntries(
    paths.map((path) => {
      const own = [...tests.values()].filter(({ file }) => file === path);
      return [
        path,
        { tests: own.map(({ id, name, line }) => ({ id, name, ...(line !== undefined && { location: { start: { line, column: 1 } } }) })) },
      ];
    }),
  );
}

/** What has no place in a text stands at its beginning: the schema wants one. */
function elementOf(
  { id, mutator, what, at, end, replacement, status, killedBy, ran }: MutantResult,
  tests: ReadonlyMap<string, Test>,
): object {
  const start = { line: at.line ?? 1, column: at.column ?? 1 };
  const killer = killedBy && tests.get(JSON.stringify([killedBy.file, killedBy.name]))?.id;
  return {
    id,
    mutatorName: mutator,
    description: what,
    location: { start, end: end ?? { line: start.line, column: start.column + 1 } },
    ...(replacement !== undefined && { replacement }),
    status: STATUS[status],
    ...(status === "equivalent" && { statusReason: "it means the same as the original" }),
    ...(killer !== undefined && { killedBy: [killer] }),
    testsCompleted: ran,
  };
}

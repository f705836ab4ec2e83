import { lineOf, readJson, toValue } from "../../base/json-source.ts";
import { mergeReports } from "../../report/tests/merge.ts";
import type { TestReport } from "../../report/tests/report.ts";
import { validateTestReport } from "../../tester/report-validator.generated.js";
import { faultDiagnostics, placeIn } from "../../world/json-place.ts";
import { shapeDiagnostics } from "../../world/shape.ts";
import type { Io } from "../command.ts";
import { Files } from "../files.ts";
import { Refusal, refuse } from "../refusal.ts";

const SHOWN = 10; // faults of one report

/**
 * One report of those in JSON files, `-` for standard input.
 *
 * @throws {Refusal} KW642 for what is no report, and for reports that are not all the shards of a run.
 */
export async function mergeFiles(paths: readonly string[], io: Io): Promise<TestReport> {
  if (paths.length === 0)
    throw refuse("KW010", "kmsward test --merge", "no report is given", "give the files that `--reporter json=FILE` wrote");
  const files = new Files(io);
  const reports: TestReport[] = [];
  for (const path of paths) reports.push(readReport(await files.text(path)));
  const merged = mergeReports(reports);
  if (!merged.ok) throw refuse("KW642", "kmsward test --merge", merged.error, "merge the report of every shard of one run, each once");
  return merged.value;
}

function readReport({ file, text }: { readonly file: string; readonly text: string }): TestReport {
  const at = { file, place: lineOf(text) };
  const { node, faults } = readJson(text);
  if (node === undefined || faults.length > 0) throw new Refusal(faultDiagnostics(faults, at).slice(0, SHOWN));
  const value = toValue(node);
  const misshapen = shapeDiagnostics(validateTestReport(value), placeIn(node, at));
  if (misshapen.length > 0)
    throw new Refusal(
      misshapen
        .slice(0, SHOWN)
        .map((diagnostic) => ({ ...diagnostic, code: "KW642", message: `no report of tests: ${diagnostic.message}` })),
    );
  return value as TestReport;
}

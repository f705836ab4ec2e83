import type { Diagnostic } from "../../base/diagnostic.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import { listed } from "../../base/text.ts";
import { mergeCoverage } from "../../coverage/coverage.ts";
import type { FileResult } from "../../tester/result.ts";
import type { TestReport } from "./report.ts";

/**
 * One report of several: of the shards of one run, or of runs of different files. Files stand in the order of the reports, and a file that several shards
 * had a part of is one file again. Shards must be complete: a shard that is missing is not a shard that passed. The error is a clause in words.
 */
export function mergeReports(reports: readonly TestReport[]): Result<TestReport, string> {
  const sharded = reports.filter(({ shard }) => shard !== undefined);
  const wrong = wrongShards(
    reports.length,
    sharded.map(({ shard }) => shard).filter((shard) => shard !== undefined),
  );
  if (wrong !== undefined) return fail(wrong);
  const inOrder = [...reports].sort((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0));
  const covered = inOrder.flatMap(({ coverage }) => (coverage === undefined ? [] : [coverage]));
  if (covered.length > 0 && covered.length < reports.length) return fail("some of the reports have coverage and others have none");
  return ok({
    version: 1,
    kmsward: inOrder[0]?.kmsward ?? "",
    files: mergeFiles(inOrder.flatMap(({ files }) => files)),
    milliseconds: inOrder.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    ...(covered.length > 0 && { coverage: mergeCoverage(covered) }),
  });
}

type Shard = NonNullable<TestReport["shard"]>;

function wrongShards(count: number, shards: readonly Shard[]): string | undefined {
  if (shards.length === 0) return undefined;
  const [{ of }] = shards as readonly [Shard];
  if (shards.length < count || shards.some((shard) => shard.of !== of)) return "the reports are not the shards of one run";
  const given = new Set(shards.map(({ index }) => index));
  if (given.size < shards.length) return "the report of a shard is given twice";
  if (given.size === of) return undefined;
  const missing = Array.from({ length: Math.min(of, given.size + 10) }, (_, i) => i + 1).filter((index) => !given.has(index));
  return `${of - given.size === 1 ? "shard" : "shards"} ${listed(missing.map(String))} of ${of} ${of - given.size === 1 ? "is" : "are"} missing`;
}

function mergeFiles(files: readonly FileResult[]): readonly FileResult[] {
  const parts = new Map<string, FileResult[]>();
  for (const file of files) {
    const known = parts.get(file.path);
    if (known === undefined) parts.set(file.path, [file]);
    else known.push(file);
  }
  return [...parts].map(([path, ofPath]) => ({
    path,
    results: ofPath.flatMap(({ results }) => results),
    errors: distinct(ofPath.flatMap(({ errors }) => errors)),
    warnings: distinct(ofPath.flatMap(({ warnings }) => warnings)),
  }));
}

/** Every shard reads every file, so each tells what is wrong with it. */
const distinct = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values(),
];

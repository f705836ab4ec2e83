import type { Coverage } from "../../coverage/coverage.ts";
import { startKms } from "../../embedded/start-kms.ts";
import type { TestReport } from "../../report/tests/report.ts";
import { Bail } from "../../tester/bail.ts";
import type { FileResult, Observe } from "../../tester/result.ts";
import { runTestFile } from "../../tester/run.ts";
import type { TestCase, TestFile } from "../../tester/test-case.ts";
import type { Io } from "../command.ts";
import { versionIn } from "../commands/version.ts";
import { progressOn } from "../progress.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";
import { planTests, type TestPlan } from "./plan.ts";
import { type Audience, openAudience } from "./reporters.ts";
import type { TestSettings } from "./settings.ts";
import type { ReadFileResult, TestSources } from "./sources.ts";

/** What is to be tried this time. */
export type Scope = {
  readonly paths: readonly string[];
  readonly selects?: (test: TestCase, path: string) => boolean; // besides what the settings select
};

/** What became of a run; and what was read for it, by which a session knows when to run again. */
export type TestRun = { readonly report: TestReport; readonly read: readonly ReadFileResult[] };

/**
 * Reads test files, tries their cases and tells the audience of it.
 *
 * @throws {Refusal} KW641 where nothing is selected.
 */
export async function runTests(scope: Scope, settings: TestSettings, sources: TestSources, io: Io): Promise<TestRun> {
  const begin = performance.now();
  const read = sources.read(scope.paths, settings.allowOnly);
  await tell(
    read.flatMap(({ file, unread }) => file?.warnings ?? unread?.warnings ?? []),
    io,
  );
  const plan = planOf(read, scope, settings);
  const audience = await openAudience(settings.reporters, io, scope.paths.length === 1);
  const coverage = settings.coverage && (await startCoverage(read, sources));
  const files = await tryAll(read, plan, { bail: new Bail(settings.bail), observe: coverage?.observe }, audience, io);
  const report: TestReport = {
    version: 1,
    kmsward: await versionIn(io.root),
    files,
    milliseconds: performance.now() - begin,
    ...(settings.shard && { shard: settings.shard }),
    ...(coverage && { coverage: coverage.report() }),
  };
  await audience.ended(report);
  return { report, read };
}

export function planOf(read: readonly ReadFileResult[], { selects = () => true }: Scope, settings: TestSettings): TestPlan {
  const files = read.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const isSelected = (test: TestCase, file: TestFile) => settings.selects(test.name) && selects(test, file.path);
  const plan = planTests(files, { selects: isSelected, shard: settings.shard });
  if (plan.selected === 0 && read.every(({ unread }) => unread === undefined))
    throw refuse("KW641", "kmsward test", "no case has a name that `-t` selects", "`kmsward test --list` prints the names");
  return plan;
}

/** Policies of which this run asks nothing belong to its coverage too. */
async function startCoverage(read: readonly ReadFileResult[], sources: TestSources): Promise<Coverage> {
  const { Coverage } = await import("../../coverage/coverage.ts");
  const coverage = new Coverage({ readFile: sources.text });
  for (const { file } of read) if (file !== undefined) coverage.touch(file.world);
  return coverage;
}

type Trying = { readonly bail: Bail; readonly observe?: Observe | undefined };

async function tryAll(
  read: readonly ReadFileResult[],
  plan: TestPlan,
  { bail, observe }: Trying,
  audience: Audience,
  io: Io,
): Promise<readonly FileResult[]> {
  const planned = new Map(plan.files.map((each) => [each.file, each.cases]));
  if (plan.files.some(({ cases }) => [...cases].some(isRoundTrip))) await import("../../embedded/create-kms.ts"); // so that no case is slow for it
  const progress = progressOn(io.stderr);
  const results: FileResult[] = [];
  let tried = 0;
  for (const { file, unread } of read) {
    const cases = file && planned.get(file);
    if (file !== undefined && isBeside(file, cases)) continue;
    const result =
      unread ??
      (file &&
        (await runTestFile(file, {
          select: (test) => cases?.has(test) === true,
          only: plan.only,
          bail,
          startKms,
          now: () => performance.now(),
          ...(observe && { observe }),
          ...(progress && { onResult: () => progress.show(++tried) }),
        })));
    if (result === undefined) continue;
    results.push(result);
    progress?.clear();
    await audience.fileEnded(result);
  }
  return results;
}

/** A file none of whose cases is meant this time has nothing to say. */
const isBeside = ({ cases }: TestFile, planned: ReadonlySet<TestCase> | undefined): boolean => planned?.size === 0 && cases.length > 0;

const isRoundTrip = ({ check, skip }: TestCase): boolean => check.kind === "roundTrip" && skip === undefined;

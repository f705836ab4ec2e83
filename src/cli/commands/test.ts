import type { Diagnostic } from "../../base/diagnostic.ts";
import type { TestReport } from "../../report/tests/report.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { foreignWorlds } from "../foreign-worlds.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";
import { holdsDocument, openAudience, REPORTER_NAMES } from "../test/reporters.ts";
import { planOf, runTests, type Scope } from "../test/run.ts";
import { selectedFiles } from "../test/selection.ts";
import { COVERAGE_FORMATS, readSettings, type TestSettings } from "../test/settings.ts";
import { TestSources } from "../test/sources.ts";

export const command: Command = {
  name: "test",
  summary: "runs declarative tests of policies, with coverage",
  usage: ["test [FILE|FOLDER|GLOB…] [OPTION…]", "test --merge REPORT.json… [OPTION…]"],
  about: `Test files are called \`*.ward.yaml\`, \`*.ward.yml\` or \`*.ward.json\` (\`kmsward schema test\`); without a name, those in and below this folder run, save in
    \`node_modules\` and folders that begin with a dot. \`!GLOB\` takes files out; put globs in quotes. A case asks what the policies of a world answer, or really
    encrypts and decrypts. Ends with 0 when all passed, 2 when a case failed or coverage is below its threshold, 1 when a
    file could not be run.`,
  groups: [
    {
      title: "Which cases",
      options: [
        {
          name: "test-name-pattern",
          short: "t",
          value: "TEXT",
          many: true,
          help: "cases with this text in their name, in any case of letters; `*` stands for anything between, `^` and `$` for beginning and end; of several texts one is enough",
        },
        { name: "shard", value: "I/N", help: "the I-th of N parts of equal size, which together are all cases" },
        { name: "allow-only", help: "let cases that say `only` leave out the others in CI too, where that is an error" },
        {
          name: "list",
          value: "json",
          optional: true,
          choices: ["text", "json"],
          help: "print the names and places of the cases, and run none",
        },
      ],
    },
    {
      title: "How they run",
      options: [
        { name: "bail", value: "N", optional: true, help: "skip what is left after the first failure, or after N" },
        { name: "watch", short: "w", help: "run again what a changed policy, world or test file touches" },
        {
          name: "update",
          short: "u",
          help: "write what happens now into the `expect` of the cases that fail; look at the difference before you commit it",
        },
      ],
    },
    {
      title: "Reports",
      options: [
        {
          name: "reporter",
          alias: "format",
          value: "NAME[=FILE]",
          many: true,
          help: `${REPORTER_NAMES.join(", ")}; to standard output, or to a file; by default pretty, and in GitHub Actions github too, which annotates and writes the job summary`,
        },
        { name: "merge", help: "run nothing: make one report of those that `--reporter json=FILE` wrote, of all shards" },
      ],
    },
    {
      title: "Coverage: what the cases use of the policies",
      options: [
        {
          name: "coverage",
          value: COVERAGE_FORMATS.join(","),
          optional: true,
          help: "count it, and report it as text, or as listed behind `=`; all but text are files in the folder of `--coverage-dir`",
        },
        { name: "coverage-dir", value: "FOLDER", help: "default: coverage" },
        {
          name: "coverage-threshold",
          value: "PERCENT",
          help: "exit with 2 when less is covered: `90` of everything, or `statements=90,conditions=80`",
        },
        { name: "coverage-changed", value: "REF", help: "only lines changed since the branch point of this git ref" },
        { name: "coverage-all", help: "count policies that no case touches too" },
      ],
    },
  ],
  examples: [
    "kmsward test",
    'kmsward test policies "teams/**/*.ward.yaml" -t "key admins"',
    "kmsward test --coverage=text,html --coverage-threshold 90",
    "kmsward test --shard 1/3 --reporter pretty --reporter json=shard-1.json",
    "kmsward test --merge shard-*.json --reporter junit=tests.xml --reporter pretty",
  ],
  run: async (options, io) => {
    const settings = await readSettings(options, io);
    if (options.has("merge")) return merge(options.positionals, settings, io);
    if (options.has("watch")) return watch(options.positionals, settings, io);
    const { files } = await selectedFiles(options.positionals);
    if (options.has("list")) return list({ paths: files }, options, settings, io);
    const sources = new TestSources(await foreignWorlds({}));
    if (options.has("update")) await (await import("../test/update-run.ts")).updateFiles({ paths: files }, settings, sources, io);
    const { report } = await runTests({ paths: files }, settings, sources, io);
    return conclude(report, settings, sources, io);
  },
};

async function list(scope: Scope, options: Options, settings: TestSettings, io: Io): Promise<ExitCode> {
  const read = new TestSources(await foreignWorlds({})).read(scope.paths, true);
  const { listJson, listText } = await import("../test/list.ts");
  const plan = planOf(read, scope, settings);
  io.stdout.write(options.get("list") === "json" ? listJson(plan) : listText(plan));
  const errors = read.flatMap(({ unread }) => unread?.errors ?? []);
  await tell(errors, io);
  return errors.length > 0 ? 1 : 0;
}

async function merge(paths: readonly string[], settings: TestSettings, io: Io): Promise<ExitCode> {
  const { mergeFiles } = await import("../test/merge.ts");
  const report = await mergeFiles(paths, io);
  const audience = await openAudience(settings.reporters, io, report.files.length === 1);
  for (const file of report.files) await audience.fileEnded(file);
  await audience.ended(report);
  return conclude(report, settings, new TestSources(), io);
}

async function watch(patterns: readonly string[], settings: TestSettings, io: Io): Promise<ExitCode> {
  const { watchTests } = await import("../test/watch.ts");
  const sources = new TestSources(await foreignWorlds({}));
  return watchTests({
    patterns,
    io,
    run: async (scope) => {
      sources.refresh();
      const run = await runTests(scope, settings, sources, io);
      return { run, code: await conclude(run.report, settings, sources, io) };
    },
  });
}

/** Reports coverage, and says how it all went. */
async function conclude(report: TestReport, settings: TestSettings, sources: TestSources, io: Io): Promise<ExitCode> {
  const short = await coverageOf(report, settings, sources, io);
  await tell(short, io);
  if (report.files.some(({ errors }) => errors.length > 0)) {
    if (!settings.reporters.some(isForPeople))
      await tell(
        report.files.flatMap(({ errors }) => errors),
        io,
      );
    return 1;
  }
  const isFailed = report.files.some(({ results }) => results.some(({ status }) => status === "failed"));
  return isFailed || short.length > 0 ? 2 : 0;
}

/** These tell on standard output why a file could not be run. */
const isForPeople = ({ name, file }: TestSettings["reporters"][number]): boolean =>
  file === undefined && (name === "pretty" || name === "verbose" || name === "dot");

async function coverageOf(report: TestReport, settings: TestSettings, sources: TestSources, io: Io): Promise<readonly Diagnostic[]> {
  if (settings.coverage === undefined) return [];
  if (report.coverage === undefined)
    throw refuse("KW642", "--coverage", "the reports have no coverage", "let every shard run with `--coverage`");
  const { reportCoverage } = await import("../test/coverage.ts");
  return reportCoverage(report.coverage, settings.coverage, {
    io,
    textOf: sources.text,
    toOutput: !holdsDocument(settings.reporters),
  });
}

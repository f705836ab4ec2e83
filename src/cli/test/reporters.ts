import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { listed, shown } from "../../base/text.ts";
import type { ColorFns } from "../../explain/text.ts";
import type { TestReport, TestReporter } from "../../report/tests/report.ts";
import type { FileResult } from "../../tester/result.ts";
import type { Io } from "../command.ts";
import { type Sink, sinkOf, unreadable } from "../files.ts";
import { refuse } from "../refusal.ts";
import { type ReporterChoice, readReporterChoice } from "../reporter-choice.ts";
import { colorsFor } from "../talk.ts";

type Setting = { readonly color: ColorFns; readonly io: Io; readonly isOnly: boolean };
type Row = {
  /** For programs: what it writes is one document, and nothing else may stand in it. */
  readonly document?: true;
  readonly make: (setting: Setting) => Promise<TestReporter>;
};

// biome-ignore format: a table reads as a table
const REPORTERS = {
  pretty:  {                 make: async ({ color, isOnly }) => (await import("../../report/tests/pretty.ts")).prettyReporter({ color, list: isOnly ? "all" : "failed" }) },
  verbose: {                 make: async ({ color }) => (await import("../../report/tests/pretty.ts")).prettyReporter({ color, list: "all", most: Number.POSITIVE_INFINITY }) },
  dot:     {                 make: async ({ color }) => (await import("../../report/tests/dot.ts")).dotReporter({ color }) },
  json:    { document: true, make: async () => ({ ended: (await import("../../report/tests/json.ts")).testsJson }) },
  junit:   { document: true, make: async () => ({ ended: (await import("../../report/tests/junit.ts")).testsJunit }) },
  tap:     { document: true, make: async () => ({ ended: (await import("../../report/tests/tap.ts")).testsTap }) },
  ndjson:   { document: true, make: async () => ({ ended: await linesReporter() }) },
  markdown: { document: true, make: async () => ({ ended: (await import("../../report/tests/summary.ts")).testsSummary }) },
  html:     { document: true, make: ({ io }) => sharedReporter("html", io) },
  sarif:    { document: true, make: ({ io }) => sharedReporter("sarif", io) },
  gitlab:   { document: true, make: ({ io }) => sharedReporter("gitlab", io) },
  github:  {                 make: ({ io }) => githubReporter(io) },
} as const satisfies Record<string, Row>;

export type ReporterName = keyof typeof REPORTERS;
export const REPORTER_NAMES = Object.keys(REPORTERS) as readonly ReporterName[];

/**
 * Reads `NAME` and `NAME=FILE`. Without any: for people, and in GitHub Actions annotations too.
 *
 * @throws {Refusal} for a name that is none, and for two that would write into one another.
 */
export function readReporters(given: readonly string[], env: Io["env"]): readonly ReporterChoice<ReporterName>[] {
  const choices = given.map((text) => readReporterChoice(text.replace(/^text(?==|$)/, "pretty"), REPORTER_NAMES)); // what other commands call it
  if (choices.length === 0) return [{ name: "pretty" }, ...(env.GITHUB_ACTIONS === "true" ? [{ name: "github" as const }] : [])];
  const onOutput = choices.filter(({ file }) => file === undefined);
  const talkers = onOutput.filter(({ name }) => name !== "github");
  const document = onOutput.find(({ name }) => isDocument(name));
  const clash = talkers.length > 1 || (document !== undefined && onOutput.length > 1);
  if (clash)
    throw refuse(
      "KW001",
      "--reporter",
      `${listed(onOutput.map(({ name }) => `\`${name}\``))} would all write to standard output`,
      `give ${onOutput.length > 2 ? "all but one" : "one"} a file: \`--reporter ${(document ?? onOutput[0])?.name}=FILE\``,
    );
  const files = choices.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice !== undefined) throw refuse("KW001", "--reporter", `two reporters would write ${shown(twice)}`, "give each its own file");
  return choices;
}

const isDocument = (name: ReporterName): boolean => (REPORTERS[name] as Row).document === true;

/** Whether standard output is one document, in which nothing else may stand. */
export const holdsDocument = (choices: readonly ReporterChoice<ReporterName>[]): boolean =>
  choices.some(({ name, file }) => file === undefined && isDocument(name));

/** What a run is told to. */
export type Audience = {
  readonly fileEnded: (file: FileResult) => Promise<void>;
  readonly ended: (report: TestReport) => Promise<void>;
};

/** All reporters that were chosen, each with its output; the folder of a file is made. `isOnly` says that there is one file: then its cases are listed. */
export async function openAudience(choices: readonly ReporterChoice<ReporterName>[], io: Io, isOnly: boolean): Promise<Audience> {
  const members = await Promise.all(
    choices.map(async ({ name, file }) => {
      if (file !== undefined) makeFolder(file);
      const color = (file === undefined ? await colorsFor(io.stdout, io.env) : undefined) ?? PLAIN;
      return { reporter: await (REPORTERS[name] as Row).make({ color, io, isOnly }), sink: sinkOf(file, io) };
    }),
  );
  const tell = async (sink: Sink, text: string) => (text === "" ? undefined : sink.write(text));
  return {
    fileEnded: async (file) => {
      for (const { reporter, sink } of members) await tell(sink, reporter.fileEnded?.(file) ?? "");
    },
    ended: async (report) => {
      for (const { reporter, sink } of members) {
        await tell(sink, await reporter.ended(report));
        await sink.close();
      }
    },
  };
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw unreadable(file, error, "written");
  }
}

const PLAIN: ColorFns = { bold: String, dim: String, red: String, green: String, yellow: String };

/** In lines: each case with its file, then what is said of files, then the sums. */
async function linesReporter(): Promise<(report: TestReport) => string> {
  const [{ ndjsonOf }, { countsOf }] = await Promise.all([
    import("../../report/formats/ndjson.ts"),
    import("../../report/tests/report.ts"),
  ]);
  return ({ files, kmsward, milliseconds }) =>
    ndjsonOf(
      {
        case: files.flatMap(({ path, results }) => results.map((result) => ({ file: path, ...result }))),
        error: files.flatMap(({ errors }) => errors),
        warning: files.flatMap(({ warnings }) => warnings),
      },
      { kmsward, milliseconds, ...countsOf(files.flatMap(({ results }) => results)) },
    );
}

/** In a format that is one for all commands. */
async function sharedReporter(name: "html" | "sarif" | "gitlab", io: Io): Promise<TestReporter> {
  const [{ testsReview }, { diskTexts, pathsIn, writeReview }] = await Promise.all([
    import("../../report/review/tests.ts"),
    import("../formats/write.ts"),
  ]);
  return { ended: (report) => writeReview(name, testsReview(report, diskTexts(), pathsIn(io.env)), { io, suppressed: false }) };
}

/** Annotations in the log; and the job summary, in the file that the runner names for it. Paths are those of the repository. */
async function githubReporter({ env }: Io): Promise<TestReporter> {
  const [{ githubAnnotations }, { testsSummary }] = await Promise.all([
    import("../../report/tests/github.ts"),
    import("../../report/tests/summary.ts"),
  ]);
  const root = resolve(env.GITHUB_WORKSPACE || ".");
  const pathOf = (file: string) => relative(root, resolve(file)).replaceAll("\\", "/");
  return {
    ended: (report) => {
      const summary = env.GITHUB_STEP_SUMMARY;
      if (summary) appendSummary(summary, testsSummary(report));
      return githubAnnotations(report, { pathOf });
    },
  };
}

function appendSummary(path: string, text: string): void {
  try {
    appendFileSync(path, `${text}\n`);
  } catch (error) {
    throw unreadable(path, error, "written");
  }
}

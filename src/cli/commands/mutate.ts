import { shown } from "../../base/text.ts";
import { type MutateOptions, mutate } from "../../mutation/mutate.ts";
import type { MutationReport } from "../../mutation/mutate-report.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { foreignWorlds } from "../foreign-worlds.ts";
import { MUTATION_REPORTERS, readMutationReporters, reportMutation } from "../mutate-reporters.ts";
import type { Options } from "../options.ts";
import { progressOn } from "../progress.ts";
import { Refusal, refuse } from "../refusal.ts";
import { tell } from "../talk.ts";
import { nameFilter } from "../test/filter.ts";
import { selectedFiles } from "../test/selection.ts";
import { TestSources } from "../test/sources.ts";

export const command: Command = {
  name: "mutate",
  summary: "finds changes of policies that no test notices",
  usage: ["mutate [FILE|FOLDER|GLOB…] [OPTION…]"],
  about: `Changes the policies and grants behind test files one at a time, in ways that a person might by mistake (\`Allow\` for \`Deny\`, a condition left out, a wildcard
    too far), and runs the cases that ask about them. A change that a case fails on is killed; one that survives is shown with its difference and, where one is
    found, a case that would notice it. Files are selected as by \`kmsward test\`, and their cases have to pass. Ends with 0, with 2 when the score is below
    \`--threshold\`, with 1 when nothing could be tried. Round trips are judged by the decisions of their requests; invariants are left out.`,
  groups: [
    {
      title: "What is changed, and what is run",
      options: [
        {
          name: "only",
          value: "GLOB",
          many: true,
          help: "change only policies of these files, or of these names: `policies/**`, `grants of *`",
        },
        { name: "test-name-pattern", short: "t", value: "TEXT", many: true, help: "run only cases with this text in their name" },
        { name: "max", value: "N", help: "try no more changes than this, chosen by `--seed` among all" },
        { name: "seed", value: "N", help: "which ones; default 0" },
      ],
    },
    {
      title: "Result",
      options: [
        { name: "threshold", value: "PERCENT", help: "exit with 2 when fewer of the changes are noticed" },
        { name: "all", help: "show every survivor, not the first 20 only" },
        { name: "no-suggestions", help: "do not look for cases that would notice survivors" },
        {
          name: "reporter",
          value: "NAME[=FILE]",
          many: true,
          help: `${MUTATION_REPORTERS.join(", ")}; to standard output, or to a file; stryker is the JSON that viewers of mutation reports read`,
        },
      ],
    },
  ],
  examples: [
    "kmsward mutate",
    "kmsward mutate policies --threshold 80",
    'kmsward mutate --only "policies/orders*" --reporter pretty --reporter json=mutation.json',
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const threshold = percentOf(options.get("threshold"));
  const reporters = readMutationReporters(options.all("reporter"), io.env);
  const limits = { max: countOf(options, "max", 1), seed: countOf(options, "seed", 0) };
  const only = await subjectFilter(options.all("only"));
  const { files: paths } = await selectedFiles(options.positionals);
  const sources = new TestSources(await foreignWorlds({}));
  const read = sources.read(paths, !io.env.CI);
  const errors = read.flatMap(({ unread }) => unread?.errors ?? []);
  if (errors.length > 0) throw new Refusal(errors);
  const files = read.flatMap(({ file }) => file ?? []);

  const named = nameFilter(options.all("test-name-pattern"));
  const textOf = (path: string) => textIn(sources, path);
  const progress = progressOn(io.stderr, undefined, "changes");
  const settings: MutateOptions = {
    select: ({ name }) => named(name),
    only,
    readText: textOf,
    suggest: !options.has("no-suggestions"),
    ...(limits.max !== undefined && { max: limits.max }),
    ...(limits.seed !== undefined && { seed: limits.seed }),
    ...(progress && { onProgress: progress.show }),
  };
  const result = mutate(files, settings);
  progress?.clear();
  if (!result.ok) throw new Refusal(result.error);
  await reportMutation(result.value, reporters, { io, all: options.has("all"), textOf });
  return verdict(result.value, threshold, io);
}

async function verdict({ score }: MutationReport, threshold: number | undefined, io: Io): Promise<ExitCode> {
  if (threshold === undefined || score === null || score >= threshold) return 0;
  const message = `the score is ${(Math.floor(score * 10) / 10).toFixed(1)} %, below ${threshold} %`;
  await tell([{ code: "KW632", severity: "error", message, at: { file: "--threshold", pointer: "" } }], io);
  return 2;
}

function textIn(sources: TestSources, path: string): string | undefined {
  try {
    return sources.text(path);
  } catch {
    return undefined;
  }
}

function percentOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^[0-9]{1,3}(?:\.[0-9]{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= 100)) throw refuse("KW001", "--threshold", `${shown(text)} is not a percentage`, "write a number from 0 to 100");
  return value;
}

function countOf(options: Options, name: string, least: number): number | undefined {
  const text = options.get(name);
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,9}$/.test(text) || Number(text) < least)
    throw refuse("KW001", `--${name}`, `${shown(text)} is not a whole number from ${least} on`);
  return Number(text);
}

/** By the file, or by what people call it. */
async function subjectFilter(globs: readonly string[]): Promise<NonNullable<MutateOptions["only"]>> {
  if (globs.length === 0) return () => true;
  const { default: micromatch } = await import("micromatch");
  const matchers = globs.map((glob) => micromatch.matcher(glob.replace(/^\.\//, ""), { dot: true }));
  return ({ file, name }) => matchers.some((matches) => matches(file.replace(/^\.\//, "")) || matches(name));
}

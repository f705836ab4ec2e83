import { relative, resolve } from "node:path";
import { shown } from "../base/text.ts";
import type { LintReport } from "../report/lint/report.ts";
import type { Io } from "./command.ts";
import { sinkOf } from "./files.ts";
import { refuse } from "./refusal.ts";
import { type ReporterChoice, readReporterChoice } from "./reporter-choice.ts";
import { colorsFor } from "./talk.ts";

type Render = (report: LintReport, setting: { readonly io: Io; readonly toFile: boolean }) => Promise<string>;

// biome-ignore format: a table reads as a table
const REPORTERS: Readonly<Record<string, Render>> = {
  pretty,
  json:   async (report) => (await import("../report/lint/json.ts")).lintJson(report),
  junit:  async (report) => (await import("../report/lint/junit.ts")).lintJunit(report),
  tap:    async (report) => (await import("../report/lint/tap.ts")).lintTap(report),
  ndjson: async ({ files, ...rest }) => (await import("../report/formats/ndjson.ts")).ndjsonOf({ file: files }, rest),
  markdown: shared("markdown"),
  html:   shared("html"),
  sarif:  shared("sarif"),
  gitlab: shared("gitlab"),
  github,
};

/** In the formats that are one for all commands. */
function shared(name: "markdown" | "html" | "sarif" | "gitlab"): Render {
  return async (report, { io }) => {
    const [{ lintReview }, { diskTexts, pathsIn, writeReview }] = await Promise.all([
      import("../report/review/lint.ts"),
      import("./formats/write.ts"),
    ]);
    return writeReview(name, lintReview(report, diskTexts(), pathsIn(io.env)), { io, suppressed: false });
  };
}

export const LINT_REPORTERS = Object.keys(REPORTERS);

/** `--format` is the name that all commands have for it, and `text` what they call the one for people. */
const named = (text: string): string => text.replace(/^text(?==|$)/, "pretty");

/**
 * Reads `NAME` and `NAME=FILE`. Without any: for people, and in GitHub Actions annotations too.
 *
 * @throws {Refusal} for a name that is none, and for two that would write into one another.
 */
export function readLintReporters(given: readonly string[], env: Io["env"]): readonly ReporterChoice[] {
  if (given.length === 0) return [{ name: "pretty" }, ...(env.GITHUB_ACTIONS === "true" ? [{ name: "github" }] : [])];
  const choices = given.map((text) => readReporterChoice(named(text), LINT_REPORTERS));
  const talkers = choices.filter(({ name, file }) => file === undefined && name !== "pretty" && name !== "github");
  const onOutput = choices.filter(({ file }) => file === undefined);
  const places = choices.map(({ name, file }) => (file === undefined ? `standard output by ${name}` : resolve(file)));
  const twice =
    places.find((place, i) => places.indexOf(place) < i) ?? (talkers.length > 0 && onOutput.length > 1 ? "standard output" : undefined);
  if (twice === undefined) return choices;
  throw refuse("KW001", "--reporter", `two reporters would write ${shown(twice)}`, "give one of them another file: `--reporter NAME=FILE`");
}

export async function reportLint(report: LintReport, reporters: readonly ReporterChoice[], io: Io): Promise<void> {
  for (const { name, file } of reporters) {
    const sink = sinkOf(file, io);
    await sink.write(await (REPORTERS[name] as Render)(report, { io, toFile: file !== undefined }));
    await sink.close();
  }
}

const PLAIN = { bold: String, dim: String, red: String, green: String, yellow: String };

async function pretty(report: LintReport, { io, toFile }: Parameters<Render>[1]): Promise<string> {
  const color = toFile ? undefined : await colorsFor(io.stdout, io.env);
  return (await import("../report/lint/text.ts")).lintText(report, { color: color ?? PLAIN });
}

/** Paths are those of the repository. */
async function github(report: LintReport, { io }: Parameters<Render>[1]): Promise<string> {
  const root = resolve(io.env.GITHUB_WORKSPACE || ".");
  const { lintAnnotations } = await import("../report/lint/github.ts");
  return lintAnnotations(report, (file) => relative(root, resolve(file)).replaceAll("\\", "/"));
}

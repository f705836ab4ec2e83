import { appendFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { shown } from "../base/text.ts";
import type { MutationReport } from "../mutation/mutate-report.ts";
import type { Io } from "./command.ts";
import { sinkOf, unreadable } from "./files.ts";
import { refuse } from "./refusal.ts";
import { type ReporterChoice, readReporterChoice } from "./reporter-choice.ts";
import { colorsFor } from "./talk.ts";

type Setting = { readonly io: Io; readonly all: boolean; readonly toFile: boolean; readonly textOf: (path: string) => string | undefined };
type Render = (report: MutationReport, setting: Setting) => Promise<string>;

// biome-ignore format: a table reads as a table
const REPORTERS: Readonly<Record<string, Render>> = {
  pretty,
  json:     async (report) => (await import("../report/mutation/json.ts")).mutationJson(report),
  markdown: async (report) => (await import("../report/mutation/markdown.ts")).mutationMarkdown(report),
  stryker:  async (report, { textOf }) => (await import("../report/mutation/elements.ts")).mutationElements(report, textOf),
  github,
};

export const MUTATION_REPORTERS = Object.keys(REPORTERS);

/**
 * Reads `NAME` and `NAME=FILE`. Without any: for people, and in GitHub Actions annotations too.
 *
 * @throws {Refusal} for a name that is none, and for two that would write into one another.
 */
export function readMutationReporters(given: readonly string[], env: Io["env"]): readonly ReporterChoice[] {
  if (given.length === 0) return [{ name: "pretty" }, ...(env.GITHUB_ACTIONS === "true" ? [{ name: "github" }] : [])];
  const choices = given.map((text) => readReporterChoice(text, MUTATION_REPORTERS));
  const places = choices.map(({ name, file }) => (file === undefined ? (name === "github" ? `github` : "standard output") : resolve(file)));
  const twice = places.find((place, i) => places.indexOf(place) < i);
  if (twice !== undefined)
    throw refuse(
      "KW001",
      "--reporter",
      `two reporters would write ${shown(twice)}`,
      "give one of them another file: `--reporter NAME=FILE`",
    );
  return choices;
}

export async function reportMutation(
  report: MutationReport,
  reporters: readonly ReporterChoice[],
  setting: Omit<Setting, "toFile">,
): Promise<void> {
  for (const { name, file } of reporters) {
    const text = await (REPORTERS[name] as Render)(report, { ...setting, toFile: file !== undefined });
    const sink = sinkOf(file, setting.io);
    await sink.write(text);
    await sink.close();
  }
}

async function pretty(report: MutationReport, { io, all, toFile }: Setting): Promise<string> {
  const { mutationText } = await import("../report/mutation/text.ts");
  const color = toFile ? undefined : await colorsFor(io.stdout, io.env);
  return `${mutationText(report, { ...(color && { color }), ...(all && { most: Number.POSITIVE_INFINITY }) })}\n`;
}

/** Annotations in the log; and the job summary, in the file that the runner names for it. */
async function github(report: MutationReport, { io: { env } }: Setting): Promise<string> {
  const [{ mutationAnnotations }, { mutationMarkdown }] = await Promise.all([
    import("../report/mutation/github.ts"),
    import("../report/mutation/markdown.ts"),
  ]);
  const summary = env.GITHUB_STEP_SUMMARY;
  if (summary) {
    try {
      appendFileSync(summary, `${mutationMarkdown(report)}\n`);
    } catch (error) {
      throw unreadable(summary, error, "written");
    }
  }
  const root = resolve(env.GITHUB_WORKSPACE || ".");
  return mutationAnnotations(report, (file) => relative(root, resolve(file)).replaceAll("\\", "/"));
}

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { CoverageReport } from "../../coverage/report.ts";
import type { Io } from "../command.ts";
import { unreadable } from "../files.ts";
import { colorsFor } from "../talk.ts";
import type { CoverageFormat, CoverageSettings } from "./settings.ts";

type Setting = { readonly io: Io; readonly textOf: (path: string) => string; readonly toOutput: boolean };

/**
 * Writes the coverage reports that were asked for; gives what falls short of a threshold. The text goes to standard output unless that holds a document;
 * the others are files.
 *
 * @throws {Refusal} for a folder that cannot be written, and where git cannot tell what was changed.
 */
export async function reportCoverage(whole: CoverageReport, settings: CoverageSettings, setting: Setting): Promise<readonly Diagnostic[]> {
  const coverage = settings.changedSince === undefined ? whole : await onChangedLines(whole, settings.changedSince, setting);
  for (const format of settings.formats) {
    if (format === "text") await writeText(coverage, settings, setting);
    else for (const [name, text] of await filesOf(format, coverage, settings, setting)) writeInto(settings.folder, name, text);
  }
  if (settings.thresholds === undefined) return [];
  const { shortfalls } = await import("../../coverage/threshold.ts");
  return shortfalls(coverage, settings.thresholds, { all: settings.all }).map(({ message }) => ({
    code: "KW644",
    severity: "error",
    message,
    at: { file: "--coverage-threshold", pointer: "" },
  }));
}

async function onChangedLines(whole: CoverageReport, ref: string, { textOf }: Setting): Promise<CoverageReport> {
  const [{ changedSince }, { onlyChanged }] = await Promise.all([import("../git-changes.ts"), import("../../coverage/changed.ts")]);
  const files = new Set(whole.policies.filter(({ text }) => text === undefined).map(({ file }) => file));
  return onlyChanged(whole, await changedSince(ref, [...files], textOf));
}

async function writeText(coverage: CoverageReport, { all }: CoverageSettings, { io, toOutput }: Setting): Promise<void> {
  const { coverageText } = await import("../../report/coverage/text.ts");
  const stream = toOutput ? io.stdout : io.stderr;
  const color = await colorsFor(stream, io.env);
  stream.write(`\n${coverageText(coverage, { all, ...(color && { color }) }).trimEnd()}\n`);
}

type Files = Iterable<readonly [name: string, text: string]>;

async function filesOf(
  format: Exclude<CoverageFormat, "text">,
  coverage: CoverageReport,
  { all }: CoverageSettings,
  { textOf }: Setting,
): Promise<Files> {
  if (format === "json") return [["coverage.json", (await import("../../report/coverage/json.ts")).coverageJson(coverage, { all })]];
  if (format === "lcov") return [["lcov.info", (await import("../../report/coverage/lcov.ts")).coverageLcov(coverage, { all })]];
  const { coverageHtml } = await import("../../report/coverage/html.ts");
  return coverageHtml(coverage, textsOf(coverage, textOf), { all });
}

/** Of files that are there: those of a merged report may not be. */
function textsOf({ policies }: CoverageReport, textOf: Setting["textOf"]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { file } of policies) {
    try {
      texts.set(file, textOf(file));
    } catch {
      // its page then has no text
    }
  }
  return texts;
}

function writeInto(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw unreadable(path, error, "written");
  }
}

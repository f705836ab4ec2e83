import { resolve } from "node:path";
import { env } from "node:process";
import micromatch from "micromatch";
import { CODES } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Member, type Members, TEXT, TRUTH } from "../base/members.ts";
import { shown } from "../base/text.ts";
import { assertOptions, usageError } from "../base/usage.ts";
import { startKms } from "../embedded/start-kms.ts";
import { Repositories } from "../files/repository.ts";
import { NothingSelectedError, selectTestFiles } from "../files/test-files.ts";
import { textReader } from "../files/text-reader.ts";
import { runTestFile } from "../tester/run.ts";
import { readTestFile } from "../tester/test-file.ts";
import { WorldCache } from "../tester/world-cache.ts";
import { framework } from "./framework.ts";
import { defineSuites } from "./suite.ts";

export type SuiteOptions = {
  readonly cwd?: string; // where globs count from; the working directory
  /** Whether a case may say `only`. Default: outside of CI, where somebody sees that the others were left out. */
  readonly allowOnly?: boolean;
};

/**
 * Makes a suite of every test file that the globs select, and a test of every case, so that they are listed, selected and reported as the framework's own.
 * Files are selected as `kmsward test` does. A file that cannot be read is a failing test.
 *
 * @example
 * wardSuite("policies/**\/*.ward.yaml");
 * @throws {TypeError} for options that it does not have.
 * @throws {Error} KW610 outside of a test framework, KW611 where a glob selects nothing.
 */
export function wardSuite(globs: string | readonly string[], options: SuiteOptions = {}): void {
  assertOptions(options, OPTIONS, "wardSuite");
  if (![globs].flat().every((glob) => typeof glob === "string")) throw usageError([NO_GLOBS]);
  const { cwd = ".", allowOnly = !isCi(env.CI) } = options;
  const reading = { readFile: textReader(cwd), worlds: new WorldCache() };
  const repositories = new Repositories(cwd);
  const files = selectFiles(typeof globs === "string" ? [globs] : globs, cwd).map((path) => ({
    path,
    ...readTestFile(path, { ...reading, root: repositories.rootOf(path) }),
  }));
  defineSuites(files, {
    framework: framework(),
    run: async (file, test) => (await runTestFile({ ...file, cases: [test] }, { only: false, startKms })).results[0],
    locate: (file) => resolve(cwd, file),
    textOf: reading.readFile,
    allowOnly,
  });
}

const OPTIONS: Members = { cwd: TEXT, allowOnly: TRUTH } satisfies Record<keyof SuiteOptions, Member>;

const NO_GLOBS: Diagnostic = {
  code: "KW104",
  severity: "error",
  message: "globs are texts",
  at: { file: "wardSuite", pointer: "" },
  help: 'as in `wardSuite("policies/**/*.ward.yaml")`',
};

const isCi = (value: string | undefined): boolean => value !== undefined && value !== "" && value !== "0" && value !== "false";

/** As `kmsward test` selects. */
function selectFiles(globs: readonly string[], cwd: string): readonly string[] {
  try {
    if (globs.length === 0) throw new NothingSelectedError();
    return selectTestFiles(globs, micromatch, cwd).files;
  } catch (error) {
    if (!(error instanceof NothingSelectedError)) throw error;
    throw new Error(`${CODES.KW611.title}: nothing is selected by ${shown(error.pattern ?? globs.join(" "))} in ${resolve(cwd)} [KW611]`);
  }
}

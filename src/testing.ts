/**
 * Tests of policies inside a test framework: worlds from files, questions in one line, the cases of `*.ward.yaml` files as tests. The matchers come with the
 * door of the framework: "kmsward/vitest", "kmsward/vitest5" or "kmsward/jest".
 *
 * @packageDocumentation
 */
import { resolve } from "node:path";
import { env } from "node:process";
import micromatch from "micromatch";
import { CODES } from "./base/codes.ts";
import { shown } from "./base/text.ts";
import { InvalidWorldError } from "./estate/invalid-world.ts";
import type { World } from "./estate/world.ts";
import { Repositories } from "./files/repository.ts";
import { NothingSelectedError, selectTestFiles } from "./files/test-files.ts";
import { textReader } from "./files/text-reader.ts";
import { framework } from "./matchers/framework.ts";
import { defineSuites } from "./matchers/suite.ts";
import { runTestFile } from "./tester/run.ts";
import { readTestFile } from "./tester/test-file.ts";
import { WorldCache } from "./tester/world-cache.ts";
import type { WorldDocument } from "./world/document.ts";
import { readWorld, resolveWorld, type WorldOptions } from "./world/reader.ts";

export type { Answer, Outcome } from "./authz/decision.ts";
export type { FlowQuestion } from "./estate/flow.ts";
export { InvalidWorldError } from "./estate/invalid-world.ts";
export type { Question } from "./estate/question.ts";
export { World, type WorldAnswer } from "./estate/world.ts";
export { explain } from "./explain/explain.ts";
export { MatcherUseError } from "./matchers/matcher-input.ts";
export type { MatcherContext, MatcherResult } from "./matchers/matcher-report.ts";
export type { DenialKind, NeverAllowed, WardMatchers } from "./matchers/matcher-types.ts";
export { wardMatchers } from "./matchers/matchers.ts";
export { type QuestionParts, type RequestBuilder, request } from "./matchers/request-builder.ts";
export { wardSerializer } from "./matchers/serializer.ts";
export type { WorldDocument } from "./world/document.ts";

export type LoadOptions = Pick<WorldOptions, "account" | "region"> & {
  readonly cwd?: string; // where paths count from; the working directory
};

/**
 * Reads a world, from its files or from an object of their shape. Documents may name files of their repository, and where there is none those beside them and below
 * the working directory.
 *
 * @example
 * const world = await loadWorld("policies/orders.world.yaml");
 * @throws {InvalidWorldError} with everything that is wrong, each with its file and line.
 */
export async function loadWorld(source: string | readonly string[] | WorldDocument, options: LoadOptions = {}): Promise<World> {
  const { cwd = ".", ...rest } = options;
  const first = isPaths(source) ? [source].flat()[0] : undefined;
  const reading = { ...rest, readFile: textReader(cwd), root: new Repositories(cwd).rootOf(first ?? "world") };
  const { world, diagnostics } = isPaths(source) ? readWorld(source, reading) : resolveWorld(source, reading);
  if (world !== undefined) return world;
  throw new InvalidWorldError(
    "the world cannot be read",
    diagnostics.filter(({ severity }) => severity === "error"),
  );
}

const isPaths = (source: unknown): source is string | readonly string[] => typeof source === "string" || Array.isArray(source);

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
 * @throws {Error} KW610 outside of a test framework, KW611 where a glob selects nothing.
 */
export function wardSuite(globs: string | readonly string[], options: SuiteOptions = {}): void {
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

const isCi = (value: string | undefined): boolean => value !== undefined && value !== "" && value !== "0" && value !== "false";

/** Loaded for the first round trip: keys and cryptography are for nothing else here. */
const startKms = async (world: World) => (await import("./kms.ts")).createKms({ world });

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

import { type Diagnostic, type Place, renderDiagnostic } from "../base/diagnostic.ts";
import { printable } from "../base/text.ts";
import type { Problem, TestResult } from "../tester/result.ts";
import type { TestCase, TestFile } from "../tester/test-case.ts";
import type { Framework } from "./framework.ts";
import { placeText } from "./matcher-report.ts";

/** A test file as it was read: without `file` where it could not be. */
export type SuiteFile = { readonly path: string; readonly file?: TestFile; readonly diagnostics: readonly Diagnostic[] };

export type SuitePorts = {
  readonly framework: Framework;
  readonly run: (file: TestFile, test: TestCase) => Promise<TestResult | undefined>;
  /** The path that editors open: absolute. */
  readonly locate: (file: string) => string;
  /** The text of a test file, to show some of it. */
  readonly textOf: (file: string) => string;
  /** Whether `only` may leave other cases out. */
  readonly allowOnly: boolean;
};

/** Defines a suite for every file and a test for every case. A file that cannot be read is one failing test, which says all that is wrong. */
export function defineSuites(files: readonly SuiteFile[], ports: SuitePorts): void {
  const causes = new Causes();
  for (const suite of files) ports.framework.describe(suite.path, () => defineTests(suite, ports, causes));
}

/** What decided the cases that failed so far: after ten explanations of one cause nobody reads an eleventh. */
class Causes {
  readonly #failed = new Map<string, string[]>();

  /** The name of the first case of as many that this cause has failed already; undefined: this one is to be told in full. */
  toldBy({ cause }: Problem, name: string): string | undefined {
    if (cause === undefined) return undefined;
    const names = this.#failed.get(cause);
    if (names === undefined) this.#failed.set(cause, [name]);
    else if (names.length < IN_FULL) names.push(name);
    else return names[0];
    return undefined;
  }
}

const IN_FULL = 10;

function defineTests({ path, file, diagnostics }: SuiteFile, ports: SuitePorts, causes: Causes): void {
  const { test } = ports.framework;
  if (file === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    test("can be read", () => Promise.reject(unreadFailure(path, errors, ports)));
    return;
  }
  for (const one of file.cases) define(one, () => settle(file, one, ports, causes), ports);
}

function define(one: TestCase, body: () => Promise<void>, ports: SuitePorts): void {
  const { framework, allowOnly } = ports;
  const { test } = framework;
  if (one.skip !== undefined) test.skip(one.name, body);
  else if (!one.only) test(one.name, body);
  else if (allowOnly) test.only(one.name, body);
  else test(one.name, () => Promise.reject(new WardFailure(ONLY_FORBIDDEN, [one.at], ports)));
}

const ONLY_FORBIDDEN =
  "`only` leaves all other cases out, and nobody is here to see it: take it out of the file, or give `allowOnly: true` [KW608]";

async function settle(file: TestFile, one: TestCase, ports: SuitePorts, causes: Causes): Promise<void> {
  const result = await ports.run(file, one);
  if (result?.status === "passed") return;
  const problem = result?.problem ?? { message: `the case was not tried${result?.skip === undefined ? "" : `: ${result.skip}`}` };
  const places = [one.at, ...(problem.policyAt === undefined ? [] : [problem.policyAt])];
  throw new WardFailure(problemText(problem, causes.toldBy(problem, one.name)), places, ports);
}

/** The problem as a test framework shows it: what was expected, what came, why, and where to look. `toldBy`: the case whose explanation is this one's too. */
function problemText({ code, message, expected, got, explanation, policyAt }: Problem, toldBy: string | undefined): string {
  return [
    `${message}${code === undefined ? "" : ` [${code}]`}`,
    [expected === undefined ? "" : `Expected: ${expected}`, got === undefined ? "" : `Received: ${got}`]
      .filter((line) => line !== "")
      .join("\n"),
    toldBy === undefined
      ? (explanation ?? "")
      : `It failed as ${printable(JSON.stringify(toldBy), 200)} did, which has the explanation; run this case alone to see its own.`,
    policyAt === undefined ? "" : `policy  ${placeText(policyAt)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function unreadFailure(path: string, errors: readonly Diagnostic[], ports: SuitePorts): WardFailure {
  const lines = errors.flatMap((error) => renderDiagnostic(error).split("\n")).map((line) => printable(line, 1_000));
  const places = errors.map(({ at }) => at);
  return new WardFailure([`${printable(path)} cannot be read`, "", ...lines].join("\n"), places, ports);
}

/**
 * A case that failed. Its stack is where to look: the case in its file, then the statement of the policy. Editors jump there. Jest shows the text around the
 * first by itself, vitest as `codeFrame`.
 */
export class WardFailure extends Error {
  override readonly name = "WardFailure";
  readonly codeFrame?: string;

  constructor(message: string, places: readonly Place[], { locate, textOf }: Pick<SuitePorts, "locate" | "textOf">) {
    super(message);
    const lined = places.filter(({ line }) => line !== undefined);
    const frames = lined.map(({ file, line, column }) => `    at ${locate(file)}:${line}:${column ?? 1}`);
    this.stack = [`${this.name}: ${message}`, ...frames].join("\n");
    const [first] = lined;
    const frame = first && frameOf(first, textOf);
    if (frame !== undefined) this.codeFrame = frame;
  }
}

const AROUND = 2; // lines before and behind

/** The text around a place, its line marked; undefined where it cannot be read any more. */
function frameOf({ file, line = 1, column = 1 }: Place, textOf: SuitePorts["textOf"]): string | undefined {
  let lines: readonly string[];
  try {
    lines = textOf(file).split("\n");
  } catch {
    return undefined;
  }
  const first = Math.max(1, line - AROUND);
  const shown = lines.slice(first - 1, line + AROUND).flatMap((text, i) => {
    const number = first + i;
    const head = `${number === line ? ">" : " "} ${String(number).padStart(4)} | `;
    const caret = number === line ? [`${" ".repeat(head.length + column - 1)}^`] : [];
    return [(head + printable(text.trimEnd(), 160)).trimEnd(), ...caret];
  });
  return [placeText({ file, line, column, pointer: "" }), ...shown].join("\n");
}

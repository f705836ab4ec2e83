import { shown } from "../../base/text.ts";
import { isGlob, NothingSelectedError, type Selection, selectTestFiles } from "../../files/test-files.ts";
import { refuse } from "../refusal.ts";

/**
 * The test files that the arguments of a command select.
 *
 * @throws {Refusal} KW640 where nothing is selected by all patterns together, or by one of them.
 */
export async function selectedFiles(patterns: readonly string[]): Promise<Selection> {
  const globs = patterns.some((pattern) => isGlob(pattern)) ? (await import("micromatch")).default : undefined;
  try {
    return selectTestFiles(patterns, globs);
  } catch (error) {
    if (!(error instanceof NothingSelectedError)) throw error;
    if (error.pattern !== undefined) throw nothing(`no test file is selected by ${shown(error.pattern)}`);
    throw nothing(patterns.length > 0 ? "no test file is left" : "there is no test file in this folder");
  }
}

const nothing = (message: string) =>
  refuse(
    "KW640",
    "kmsward test",
    message,
    "test files are called `*.ward.yaml`, `*.ward.yml` or `*.ward.json`; give files, folders or globs in quotes; `kmsward init` writes a first one",
  );

import type { Need } from "../../analysis/findings/needs.ts";
import type { OptionSpec } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { TestSources } from "../test/sources.ts";

export const TESTS: OptionSpec = {
  name: "tests",
  value: "FILE",
  many: true,
  help: "test files: what they expect to be allowed is needed, and has to work",
};

/**
 * The requests and flows that test files expect to be allowed.
 *
 * @throws {Refusal} with what is wrong with a file.
 */
export function needsIn(paths: readonly string[]): readonly Need[] {
  return new TestSources().read(paths, true).flatMap(({ file, unread }): readonly Need[] => {
    if (file === undefined) throw new Refusal(unread?.errors ?? []);
    return file.cases.flatMap(({ check, skip }) => {
      if (skip !== undefined || (check.kind !== "request" && check.kind !== "flow") || check.expect.outcome !== "allow") return [];
      return [check.question];
    });
  });
}

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { PolicyType } from "../../iam/policy.ts";

/** What a run of `lint` found: all of the JSON that it writes. */
export type LintReport = {
  readonly version: 1;
  readonly kmsward: string; // the version that wrote it
  readonly failLevel: "error" | "warning"; // from which severity on a policy is not in order
  readonly files: readonly LintedFile[];
};

/** A file, what its policy was read as, and everything that was found in it. */
export type LintedFile = { readonly path: string; readonly type?: PolicyType; readonly problems: readonly Diagnostic[] };

/** The problems for which a file is not in order. */
export const failuresOf = ({ problems }: LintedFile, level: LintReport["failLevel"]): readonly Diagnostic[] =>
  problems.filter(({ severity }) => severity === "error" || level === "warning");

export const countOf = ({ files }: LintReport, severity: Diagnostic["severity"]): number =>
  files.reduce((sum, { problems }) => sum + problems.filter((problem) => problem.severity === severity).length, 0);

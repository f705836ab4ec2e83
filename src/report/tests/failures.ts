import { counted } from "../../base/text.ts";
import type { FileResult, TestResult } from "../../tester/result.ts";

/** A case that failed, and the file it is in. */
export type Failure = { readonly file: FileResult; readonly test: TestResult };

/** Failures that one statement, or one missing Allow, decided: some to be told in full, the others by their names. */
export type FailureGroup = { readonly cause: string; readonly shown: readonly Failure[]; readonly rest: readonly Failure[] };

/** So many are told in full where they are more; a person reads no further. */
export const SHOWN = 10;

export const failuresIn = (files: readonly FileResult[]): readonly Failure[] =>
  files.flatMap((file) => file.results.filter(({ status }) => status === "failed").map((test) => ({ file, test })));

/**
 * Failures by what decided them, in order of first appearance. No more than `most` are to be told in full, from each group in turn: the first of every
 * cause says more than ten of one.
 */
export function groupFailures(failures: readonly Failure[], most = SHOWN): readonly FailureGroup[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const cause = causeOf(failure);
    const known = groups.get(cause);
    if (known === undefined) groups.set(cause, [failure]);
    else known.push(failure);
  }
  const shares = shareOut(
    [...groups.values()].map(({ length }) => length),
    most,
  );
  return [...groups].map(([cause, all], i) => ({ cause, shown: all.slice(0, shares[i]), rest: all.slice(shares[i]) }));
}

/** The same failures, the first of each cause before the second of any: for reports of which only the beginning is seen. */
export function spread(failures: readonly Failure[]): readonly Failure[] {
  const groups = groupFailures(failures, 0).map(({ rest }) => rest);
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => groups.flatMap((group) => group[i] ?? [])).flat();
}

/** `4 cases failed alike: explicitly denied by key policy#NoOutsiders` */
export const groupTitle = ({ cause, shown, rest }: FailureGroup): string =>
  `${counted(shown.length + rest.length, "case")} failed alike: ${cause}`;

const causeOf = ({ test: { problem } }: Failure): string => problem?.cause ?? problem?.message ?? "";

/** How many of each, one after another in turn, until `most` are given out. */
function shareOut(sizes: readonly number[], most: number): readonly number[] {
  const shares = sizes.map(() => 0);
  let left = Math.min(
    most,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  while (left > 0)
    for (const [i, size] of sizes.entries()) {
      if (left === 0 || (shares[i] as number) >= size) continue;
      shares[i] = (shares[i] as number) + 1;
      left--;
    }
  return shares;
}

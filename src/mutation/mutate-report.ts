import type { Place } from "../base/diagnostic.ts";
import type { CaseEntry, Expected } from "../tester/document.ts";
import type { Subject } from "./mutants/mutant.ts";

/**
 * `killed`: a case fails on it. `survived`: every case that could notice passes. `uncovered`: there is no such case, since none asks anything that the
 * document has a say in. `equivalent`: proven to mean the same as the original, so nothing can notice; it does not count.
 */
export type MutantStatus = "killed" | "survived" | "uncovered" | "equivalent";

export type MutantCounts = {
  readonly counted: number; // mutants, the equivalent ones not among them
  readonly killed: number;
  readonly survived: number;
  readonly uncovered: number;
  readonly equivalent: number;
  readonly score: number | null; // per cent of the mutants that were killed; null where there are none
};

/** A case of a test file, by its name. */
export type CaseName = { readonly file: string; readonly name: string; readonly line?: number };

/** A test case that the mutant would fail, and that passes today. */
export type Suggestion = {
  readonly entry: CaseEntry;
  readonly yaml: string; // a list item, to be put below `cases:`
  readonly file: string; // a test file whose world it fits
  readonly original: Expected; // what is answered today
  readonly mutant: Expected; // and what the mutant answers
};

export type MutantResult = {
  readonly id: string; // "12": its number in the order of generation, the same in every run over the same files
  readonly mutator: string;
  readonly what: string;
  readonly subject: number; // index in `subjects`
  readonly at: Place;
  readonly end?: { readonly line: number; readonly column: number };
  readonly replacement?: string;
  readonly status: MutantStatus;
  readonly ran: number; // how many cases were run
  readonly killedBy?: CaseName; // the first that failed
  readonly diff?: string; // of one that was not killed
  readonly suggestion?: Suggestion; // absent where no request was found that tells the two apart
};

export type SubjectResult = Subject & MutantCounts;

/** Plain JSON. Version 1: members may be added, and keep their meaning. */
export type MutationReport = MutantCounts & {
  readonly version: 1;
  readonly cases: number; // that were run
  readonly files: readonly string[]; // of tests
  readonly sample?: { readonly of: number; readonly seed: number }; // where only some of the mutants were tried
  readonly subjects: readonly SubjectResult[];
  readonly mutants: readonly MutantResult[];
};

export function countsOf(results: readonly Pick<MutantResult, "status">[]): MutantCounts {
  const of = (status: MutantStatus) => results.filter((result) => result.status === status).length;
  const [killed, survived, uncovered, equivalent] = [of("killed"), of("survived"), of("uncovered"), of("equivalent")];
  const counted = killed + survived + uncovered;
  return { counted, killed, survived, uncovered, equivalent, score: counted === 0 ? null : (100 * killed) / counted };
}

import type { Outcome } from "../src/authz/decision.ts";

/**
 * Cases of fixtures/decisions and fixtures/recorded that kmsward is known to answer otherwise than they say. The list is exact: a case that begins to
 * agree fails until it is struck. fixtures/README.md has it as a table.
 */
export type Deviation = {
  readonly file: string; // "decisions/grants.json"
  readonly name: string;
  readonly engine: Outcome; // what it answers today
  readonly oracle?: Outcome; // absent: a case that must be refused, which the oracle does not judge
  readonly why: string;
};

export const KNOWN_DEVIATIONS: readonly Deviation[] = [];

/** The known deviation of a case, if it is one. */
export const deviationOf = (file: string, name: string): Deviation | undefined =>
  KNOWN_DEVIATIONS.find((each) => each.file === file && each.name === name);

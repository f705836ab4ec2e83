import { OF_THE_ANALYSIS } from "./mutants-of-analysis.ts";
import { OF_CONDITIONS } from "./mutants-of-conditions.ts";
import { OF_DECISIONS } from "./mutants-of-decisions.ts";
import { OF_THE_LANGUAGE } from "./mutants-of-language.ts";

/** A change to one place of the sources that breaks one rule. */
export type Mutant = {
  readonly file: string; // in src
  readonly breaks: string; // the rule it breaks
  readonly from: string; // as the file has it, exactly once
  readonly to: string;
  readonly equivalent: string | undefined; // why it breaks nothing after all: no question can tell it from the engine
};

/** The mutants of one file, one a row. */
export type Row = readonly [breaks: string, from: string, to: string, equivalent?: string];

const mutantsOf = (...tables: readonly Readonly<Record<string, readonly Row[]>>[]): readonly Mutant[] =>
  tables.flatMap((table) =>
    Object.entries(table).flatMap(([file, rows]) => rows.map(([breaks, from, to, equivalent]) => ({ file, breaks, from, to, equivalent }))),
  );

export const MUTANTS: readonly Mutant[] = mutantsOf(OF_DECISIONS, OF_CONDITIONS, OF_THE_LANGUAGE);
/** The analysis has questions of its own: its laws. */
export const MUTANTS_OF_THE_ANALYSIS: readonly Mutant[] = mutantsOf(OF_THE_ANALYSIS);

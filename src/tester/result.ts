import type { Diagnostic, Place } from "../base/diagnostic.ts";
import type { Question } from "../estate/question.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import type { TestCase } from "./test-case.ts";

export type Status = "passed" | "failed" | "skipped";

/** What became of one case: plain data, so that the reports of several shards can be merged. */
export type TestResult = {
  readonly name: string;
  readonly at: Place;
  readonly status: Status;
  readonly milliseconds: number;
  readonly skip?: string; // why
  readonly problem?: Problem; // of a failed one
};

/** Why a case failed. */
export type Problem = {
  readonly code?: string; // "KW680": the case could not be tried, or not be decided
  readonly cause?: string; // what decided: "no identity policy allows it"; cases that failed by one cause are told together
  readonly message: string; // one sentence: "expected allow, got implicit-deny"
  readonly expected?: string;
  readonly got?: string;
  readonly explanation?: string; // the text of `explain`, with what is closest to allowed
  readonly policyAt?: Place; // the statement of a policy that is most to do with it
};

/** What became of one file. Of a file that could not be read there are only errors. */
export type FileResult = {
  readonly path: string;
  readonly results: readonly TestResult[];
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
};

/** A run, or a shard of one. */
export type RunResult = {
  readonly files: readonly FileResult[];
  readonly milliseconds: number;
  readonly shard?: { readonly index: number; readonly of: number }; // index counts from 1
};

/** One request that a case asked, and its answer: what coverage reads. A flow asks several. */
export type Asked = { readonly test: TestCase; readonly world: World; readonly question: Question; readonly answer: WorldAnswer };
export type Observe = (asked: Asked) => void;

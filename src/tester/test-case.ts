import type { Invariant } from "../analysis/requests.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import type { FlowQuestion } from "../estate/flow.ts";
import type { Question } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import type { DefaultsEntry, Expected, RoundTripEntry } from "./document.ts";

/** A test file that was read: its world, and its cases with every row of `each` as one of its own. */
export type TestFile = {
  readonly path: string;
  readonly world: World;
  readonly cases: readonly TestCase[];
  readonly sources: readonly string[]; // every file it was read from, itself first: a change of one is a reason to run it again
  readonly warnings: readonly Diagnostic[];
  readonly defaults?: DefaultsEntry; // what a case that is added has too, unless it says otherwise
};

/** One thing to be tried. */
export type TestCase = {
  readonly name: string; // one in the file: of a row of `each`, with its values behind
  readonly at: Place; // of the case in its file
  readonly skip?: string; // why; "" where no reason is given
  readonly only: boolean;
  readonly check: Check;
};

export type Check =
  | { readonly kind: "request"; readonly question: Question; readonly expect: Expectation }
  | { readonly kind: "data"; readonly question: DataQuestion; readonly expect: Expectation }
  | { readonly kind: "flow"; readonly question: FlowQuestion; readonly expect: Expectation }
  | { readonly kind: "roundTrip"; readonly roundTrip: RoundTrip; readonly expect: Expectation }
  | { readonly kind: "invariant"; readonly invariant: Invariant };

/** What the writer encrypts, the reader decrypts. */
export type RoundTrip = {
  readonly writer: string;
  readonly reader: string;
  readonly key: string;
  readonly with?: NonNullable<RoundTripEntry["with"]>; // the writer's operation; default: Encrypt
  readonly encryptionContext?: Readonly<Record<string, string>>;
  readonly readerContext?: Readonly<Record<string, string>>; // default: the same
  readonly common: Omit<Question, "principal" | "action" | "key" | "resource" | "encryptionContext">; // of both requests
};

export type Expectation = {
  readonly outcome: Expected;
  readonly via?: string; // a Sid, "grant NAME", or the name of a policy: all that decided is among it
  readonly because: readonly string[]; // Sids, "grant NAME", or "POLICY#INDEX": each is among what decided
};

import type { AwsError, Determining, Layer, Outcome } from "../authz/decision.ts";
import type { Place } from "../base/diagnostic.ts";
import type { Assumption } from "./assumptions.ts";
import type { FailureWords } from "./failure.ts";

/** An answer told rule by rule. The text is one rendering of this tree; `format: "json"` gives the tree itself. */
export type Explanation = {
  readonly outcome: Outcome;
  readonly headline: string; // `DENIED (implicit)`
  readonly action: string;
  readonly resource: string; // as asked
  readonly resourceName: string; // `alias/orders (key/1234abcd…)`
  readonly principal: string;
  readonly given: readonly Given[]; // what else of the request conditions can see
  readonly reason: string;
  readonly by: readonly Determining[];
  readonly because: readonly string[]; // of an explicit deny: the conditions by which its statements apply
  readonly routes: readonly string[]; // of an allowed request: each alone would have been enough
  readonly layers: readonly ExplainedLayer[];
  readonly missing: readonly string[]; // keys whose value would decide
  readonly assumed: readonly string[]; // keys that nobody told, on which the outcome hangs
  readonly assumptions: readonly Assumption[]; // and what they were taken to be
  readonly searched: boolean; // whether changed requests could be asked
  readonly closest: readonly Closest[];
  readonly repair?: string; // a small change of the policies that opens it
  readonly lacking: readonly string[]; // of a denial that no change of the request mends: what the policies do not say
  readonly rules: readonly string[]; // ids of the rules it rests on: `kmsward help ID`
  readonly error?: AwsError;
  readonly problems: readonly string[]; // of a request that could not be read
};

export type Given = { readonly name: string; readonly value: string };
export type Closest = { readonly change: string; readonly allowedBy: string };

export type Mark = "yes" | "no" | "unknown";

export type ExplainedLayer = {
  readonly layer: Layer | "denies";
  readonly title: string; // `key policy`
  readonly verdict: Mark | "none"; // none: it has no say, or was not given
  readonly summary: string; // `2 statements, 0 allow`
  readonly entries: readonly Entry[]; // the statements and grants that matter
  readonly others: readonly string[]; // `4 statements for other actions`: counted, not listed
};

export type Entry = {
  readonly name: string;
  readonly mark: Mark;
  readonly says?: string; // `delegates to the IAM policies of account 111122223333`
  readonly because?: readonly string[]; // of one that applies, why: `kms:ViaService is "s3.us-east-1.amazonaws.com" (wanted "s3.*")`
  readonly failures: readonly (FailureWords & { readonly at?: Place })[];
  readonly at?: Place;
};

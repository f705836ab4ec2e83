import type { Diagnostic } from "../base/diagnostic.ts";
import type { RuleId } from "../catalog/rules.ts";
import type { Request } from "../iam/request.ts";
import type { Answer, AwsError, Determining, Outcome, Trace } from "./decision.ts";
import type { Facts } from "./facts.ts";
import type { LinkedSet } from "./link.ts";
import type { Plan } from "./plan.ts";
import type { Reading } from "./reading.ts";
import type { Ruling } from "./ruling.ts";

/** What who asks said himself, where the request holds also what was found out for him: explanations list the first, and conditions see both. */
export type Said = Pick<Request, "context" | "unknown" | "time"> & { readonly endpoint?: string | undefined };

/** Where an answer came from: what was asked, who had a say, a way to ask again; and what is worked out of it when first read. */
export type Provenance = {
  readonly request: Request;
  readonly said: Said;
  readonly ask: (request: Request) => Answer;
  readonly linked: LinkedSet; // the policies and grants that had a say
  readonly plan: Plan;
  readonly factsFor: (by: readonly Determining[]) => Facts; // of the request, as what fixed the decision read them
  readonly rule: (reading: Reading) => Ruling; // decides it again, saying where a denial ended
  readonly trace: (by: readonly Determining[]) => Trace;
  readonly assumed: (outcome: Outcome) => readonly string[];
  readonly rules: (answer: Answer) => readonly RuleId[];
  readonly warnings: readonly Diagnostic[]; // about the request
};

/** An answer of the engine. */
export class Answered implements Answer {
  readonly decision: "Allow" | "Deny";
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly reason: string;
  declare readonly missing?: readonly string[];
  declare readonly error?: AwsError;
  declare readonly warnings?: readonly Diagnostic[];
  readonly #provenance: Provenance;
  #trace: Trace | undefined;
  #assumed: readonly string[] | undefined;

  constructor(
    outcome: Outcome,
    by: readonly Determining[],
    reason: string,
    provenance: Provenance,
    error?: AwsError,
    missing?: readonly string[],
  ) {
    this.decision = outcome === "allowed" ? "Allow" : "Deny";
    this.outcome = outcome;
    this.by = by;
    this.reason = reason;
    if (missing !== undefined) this.missing = missing;
    if (error !== undefined) this.error = error;
    const { warnings, linked } = provenance;
    if (warnings.length > 0) this.warnings = [...warnings, ...(linked.warnings ?? [])];
    else if (linked.warnings !== undefined) this.warnings = linked.warnings;
    this.#provenance = provenance;
  }

  get trace(): Trace {
    this.#trace ??= this.#provenance.trace(this.by);
    return this.#trace;
  }

  get assumed(): readonly string[] {
    this.#assumed ??= this.outcome === "undetermined" ? [] : this.#provenance.assumed(this.outcome);
    return this.#assumed;
  }

  get rules(): readonly RuleId[] {
    return this.#provenance.rules(this);
  }

  static provenance(answer: Answer): Provenance | undefined {
    return #provenance in answer ? answer.#provenance : undefined;
  }
}

/** Where an answer came from; undefined for a plain object, such as one read from a file, and where the request could not be read. */
export const provenanceOf = (answer: Answer): Provenance | undefined => Answered.provenance(answer);

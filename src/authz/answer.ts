import type { StatementRef } from "../iam/policy.ts";
import type { Grant, Request } from "../iam/request.ts";
import type { CompiledCondition } from "./compile.ts";
import type { Answer, AwsError, Determining, Outcome, Trace } from "./decision.ts";
import type { Facts } from "./facts.ts";
import type { LinkedSet } from "./link.ts";
import type { Plan } from "./plan.ts";
import type { Reads } from "./reads.ts";

/** What an answer knows beyond its members: how it came about, and how to ask again. */
export type Links = {
  readonly request: Request;
  readonly ask: (request: Request) => Answer;
  readonly aliases: readonly string[];
  readonly grants: readonly Grant[];
  readonly reads: () => Reads | undefined; // what of the request the decision read
  readonly conditionsOf: (ref: StatementRef) => readonly CompiledCondition[] | undefined;
};

/** What an answer came from: the policies and grants that had a say, and the facts of the request. Coverage counts from it. */
export type Making = { readonly linked: LinkedSet; readonly plan: Plan; readonly facts: Facts };

/** What an answer keeps of its making, so that its trace can be worked out when first read. */
export type Origin = {
  readonly trace: (by: readonly Determining[]) => Trace;
  readonly links: () => Links;
  readonly assumed: (outcome: Outcome) => readonly string[];
  readonly making: (by: readonly Determining[]) => Making;
};

/** An answer of the engine. */
export class Answered implements Answer {
  readonly decision: "Allow" | "Deny";
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly reason: string;
  declare readonly missing?: readonly string[];
  declare readonly error?: AwsError;
  readonly #origin: Origin;
  #trace: Trace | undefined;
  #assumed: readonly string[] | undefined;

  constructor(outcome: Outcome, by: readonly Determining[], reason: string, origin: Origin, error?: AwsError, missing?: readonly string[]) {
    this.decision = outcome === "allowed" ? "Allow" : "Deny";
    this.outcome = outcome;
    this.by = by;
    this.reason = reason;
    if (missing !== undefined) this.missing = missing;
    if (error !== undefined) this.error = error;
    this.#origin = origin;
  }

  get trace(): Trace {
    this.#trace ??= this.#origin.trace(this.by);
    return this.#trace;
  }

  get assumed(): readonly string[] {
    this.#assumed ??= this.outcome === "undetermined" ? [] : this.#origin.assumed(this.outcome);
    return this.#assumed;
  }

  static links(answer: Answer): Links | undefined {
    return #origin in answer ? answer.#origin.links() : undefined;
  }

  static making(answer: Answer): Making | undefined {
    return #origin in answer ? answer.#origin.making(answer.by) : undefined;
  }
}

/** How an answer came about; undefined for a plain object, such as one read from a file. */
export const linksOf = (answer: Answer): Links | undefined => Answered.links(answer);

/** What an answer came from; undefined for a plain object, and where the request could not be read. */
export const makingOf = (answer: Answer): Making | undefined => Answered.making(answer);

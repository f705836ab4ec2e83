import type { Requests } from "../analysis/requests.ts";
import type { Outcome } from "../authz/decision.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import type { FlowQuestion } from "../estate/flow.ts";
import type { Question } from "../estate/question.ts";
import type { World, WorldAnswer } from "../estate/world.ts";

/** The two ways to be denied: by a statement that denies, or because nothing allows. */
export type DenialKind = "explicit" | "implicit";

/** Requests that nobody may ever make: what is not told may be anything. */
export type NeverAllowed = Requests;

/**
 * The matchers, for the frameworks' own interfaces to extend: `R` is what a matcher returns, `T` what `expect` was given. An answer that is undetermined
 * passes none of them, with `.not` or without, but those that say so by name. A question that leads nowhere (an unknown short name, say) passes none.
 */
export interface WardMatchers<R, T = unknown> {
  /** The world allows the request, every step of a service flow, or every call of a flow on a resource (`on`). */
  readonly toAllow: OfWorld<T, (question: Question | FlowQuestion | DataQuestion) => R>;
  /** The world denies it: in any way, or in the one that is told. */
  readonly toDeny: OfWorld<T, (question: Question | FlowQuestion | DataQuestion, kind?: DenialKind) => R>;
  /** Values that the question does not tell would decide: those of `missing`, among others. */
  readonly toLeaveUndetermined: OfWorld<T, (question: Question | FlowQuestion | DataQuestion, ...missing: readonly string[]) => R>;
  /** For all requests: the world allows nothing that the other does not. What could not be decided passes neither way. */
  readonly toGrantNoMoreThan: OfWorld<T, (baseline: World) => R>;
  /** For all requests: none like these is allowed. What could not be decided, and what can never fail, passes neither way. */
  readonly toNeverAllow: OfWorld<T, (requests: NeverAllowed) => R>;
  readonly toBeAllowed: OfAnswer<T, () => R>;
  readonly toBeDenied: OfAnswer<T, (kind?: DenialKind) => R>;
  /** As `toLeaveUndetermined`. */
  readonly toBeUndetermined: OfAnswer<T, (...missing: readonly string[]) => R>;
  /** Each of these is among what decided: a Sid, `POLICY#INDEX`, or `grant NAME`. */
  readonly toBeDecidedBy: OfAnswer<T, (...names: readonly [string, ...string[]]) => R>;
  /** The outcome is this one, word for word. */
  readonly toHaveOutcome: OfAnswer<T, (outcome: Outcome) => R>;
}

/** `any` and `unknown` are taken on trust, and a promise for what `.resolves` makes of it; anything else has to be what the matcher is for. */
type OfWorld<T, F> = unknown extends T ? F : [Awaited<T>] extends [World] ? F : Mistaken<"this matcher is for worlds: expect(world)">;
type OfAnswer<T, F> = unknown extends T
  ? F
  : [Awaited<T>] extends [WorldAnswer]
    ? F
    : Mistaken<"this matcher is for answers: expect(world.authorize(question))">;

/** What the compiler says where the matcher does not fit. */
type Mistaken<Words extends string> = (mistaken: Words) => void;

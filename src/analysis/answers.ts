import type { Determining, Outcome } from "../authz/decision.ts";
import type { Place } from "../base/diagnostic.ts";
import type { Request } from "../iam/request.ts";
import type { When } from "./conditions.ts";

/** Whom an answer is about. `text` says it for people. */
export type Who = {
  readonly kind: "anyone" | "organization" | "account" | "principal" | "session" | "service" | "federated";
  readonly arn?: string;
  readonly account?: string;
  readonly service?: string;
  readonly session?: string;
  readonly except?: readonly string[];
  readonly name?: string; // the world's own, where it lists the principal and the answer holds of all its sessions
  readonly text: string;
};

/** What an answer takes for granted. */
export type Assumption = { readonly id: string; readonly text: string };

/** Something that could not be decided, and why: never a silent part of an answer. */
export type Undecided = { readonly key?: string; readonly code: string; readonly text: string; readonly at?: Place };

export type KeyName = { readonly name: string; readonly arn: string; readonly aliases: readonly string[] };

/** A request, confirmed by the evaluator. */
export type Witness = { readonly request: Request; readonly before: Outcome; readonly after: Outcome; readonly assumes: readonly string[] };

export type Severity = "public" | "cross-account" | "service" | "same-account";

export type Change = {
  readonly direction: "gained" | "lost";
  readonly severity: Severity;
  readonly administration: boolean; // of actions by which access itself is managed
  readonly key: KeyName;
  readonly who: Who;
  readonly actions: readonly string[];
  readonly when: readonly (readonly When[])[]; // OR of ANDs; empty: always
  readonly path?: readonly RoleStep[]; // roles that are assumed before
  readonly because: { readonly before: readonly Determining[]; readonly after: readonly Determining[] };
  readonly witness: Witness;
  readonly fingerprint: string;
  readonly if?: readonly string[]; // it is so in some ways in which the documents may be, in words: any of these; absent: in all
};

/** What is to be known of a change of keys besides who gains or loses what. */
export type Notice = {
  readonly code: "KW765" | "KW766" | "KW767" | "KW768";
  readonly severity: "error" | "warning" | "note";
  readonly key: KeyName;
  readonly text: string;
  readonly at: Place;
  readonly fingerprint: string;
};

export type Comparison = {
  readonly verdict: "equal" | "narrower" | "wider" | "changed" | "unknown";
  readonly complete: boolean;
  readonly assumptions: readonly Assumption[];
  readonly changes: readonly Change[];
  readonly undecided: readonly Undecided[];
  readonly notices?: readonly Notice[]; // of two worlds
};

/** A role that is assumed on the way to something, by a request that the evaluator allows to who takes the step. */
export type RoleStep = {
  readonly role: { readonly name: string; readonly arn: string };
  readonly text: string;
  readonly request: Request; // of sts:AssumeRole
  readonly outcome: Outcome;
  readonly when: readonly (readonly When[])[]; // OR of ANDs; empty: always
  readonly by: readonly Determining[];
  readonly assumes: readonly string[];
};

export type Entry = {
  readonly key: KeyName;
  readonly who: Who;
  readonly actions: readonly string[];
  readonly when: readonly (readonly When[])[];
  readonly by: readonly Determining[];
  readonly path?: readonly RoleStep[]; // roles that are assumed before
  readonly if?: readonly string[]; // it is so in some ways in which the documents may be, in words: any of these; absent: in all
  readonly witness: { readonly request: Request; readonly outcome: Outcome; readonly assumes: readonly string[] };
};

export type Access = {
  readonly complete: boolean;
  readonly assumptions: readonly Assumption[];
  readonly entries: readonly Entry[];
  readonly undecided: readonly Undecided[];
};

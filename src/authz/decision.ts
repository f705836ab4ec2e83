import type { Diagnostic, Place } from "../base/diagnostic.ts";
import type { PolicyType, StatementRef } from "../iam/policy.ts";

export type Outcome = "allowed" | "explicitDeny" | "implicitDeny" | "undetermined";

/** A statement or a grant that fixed the decision. */
export type Determining = StatementRef | GrantRef;
export type GrantRef = {
  readonly grant: string; // its GrantId
};

/** What AWS would answer to a request that is not allowed (rule authz.error.text). */
export type AwsError = {
  readonly name: string; // AccessDeniedException
  readonly status: number; // of HTTP
  readonly message: string; // in AWS's words
};

/** The answer to one request (`schemas/answer.schema.json`). The words of `decision`, `outcome` and `by` never change their meaning; members may be added. */
export type Answer = {
  readonly id?: string | number; // of the case, as it was given
  readonly decision: "Allow" | "Deny"; // Deny for undetermined
  readonly outcome: Outcome; // the decision, and which kind of denial it is
  readonly by: readonly Determining[]; // what fixed it; empty for an implicit deny
  readonly reason: string; // one sentence
  readonly missing?: readonly string[]; // only for undetermined: the keys whose value would decide
  readonly assumed?: readonly string[]; // keys that nobody told, taken as absent or as usual, on which the outcome hangs; worked out when first read
  readonly rules?: readonly string[]; // ids of the rules it rests on, which `kmsward help ID` tells; worked out each time it is read
  readonly error?: AwsError; // absent when allowed
  readonly warnings?: readonly Diagnostic[]; // what of the request and of the policies that had a say does not do what it seems to; only where there is something
  readonly invalid?: readonly Diagnostic[]; // the request could not be read: nothing was decided (outcome undetermined)
  readonly trace: Trace; // worked out when first read
};

/**
 * The layers of a decision, in the order in which a denial is reported where several deny (rule authz.deny.order).
 */
export type Layer = "service-control" | "resource-control" | "endpoint" | "boundary" | "session" | "resource" | "identity" | "grant";

/** Everything that was looked at, in the order the policies were given: what explain, coverage and reports read. */
export type Trace = {
  readonly principal: string; // the ARN of who asked
  readonly action: string; // kms:Decrypt
  readonly resource: string; // as asked
  readonly policies: readonly PolicyVerdict[]; // those that bind the caller or the key
  readonly grants: readonly GrantVerdict[]; // those on the key
  readonly ignored: readonly { readonly layer: Layer; readonly because: string }[]; // policies given that do not bind this caller
};

export type PolicyVerdict = {
  readonly layer: Layer; // where it has its say
  readonly type: PolicyType; // what it is attached to
  readonly policy: string; // what people call it
  readonly level?: number; // of a service or resource control policy: 0 is the root
  readonly statements: readonly StatementVerdict[]; // all, in their order
};

export type StatementVerdict = {
  readonly ref: StatementRef; // which statement it is
  readonly effect: "Allow" | "Deny"; // what it does where it applies
  readonly applies: boolean | "unknown"; // to this request
  readonly way?: Way; // of a statement with a principal that applies: how it names the caller
  readonly failures: readonly Failure[]; // every part that does not match, or is unknown; empty when it applies
  readonly held?: readonly HeldCondition[]; // of a statement that applies: its conditions, all of which hold
  readonly at: Place; // where it is written
};

/** A condition that holds: why a statement that applies does so for this request and not for every one. */
export type HeldCondition = {
  readonly operator: string;
  readonly key: string; // as written
  readonly wanted: readonly string[]; // the policy's values
  readonly got: readonly string[] | undefined; // the request's; undefined: absent
  readonly void?: "policy"; // a value of the policy is none that the operator can read, which decided it
  readonly at?: Place;
};

/** How a policy with principals named the caller: what else then limits it depends on this (rule authz.naming.direct, rule authz.naming.role). */
export type Way = "direct" | "role" | "user" | "account";

export type GrantVerdict = {
  readonly grant: string; // its GrantId
  readonly name?: string; // that its maker gave it
  readonly grantee: string; // who may use the key by it
  readonly applies: boolean | "unknown"; // to this request
  readonly failures: readonly Failure[]; // every part that does not match, or is unknown
};

export type Failure = {
  readonly part: "principal" | "action" | "resource" | "condition" | "operation" | "constraint" | "token" | "no-effect" | "doubt";
  readonly operator?: string; // of a condition
  readonly key?: string; // of a condition: the key as written; of a constraint: the encryption context key
  readonly wanted: readonly string[]; // the policy's values
  readonly got: readonly string[] | undefined; // the request's; undefined: absent, or unknown
  readonly unknown?: true;
  readonly void?: "policy" | "request"; // of a condition: whose value is none that the operator can read, where that decided it
  readonly at?: Place;
};

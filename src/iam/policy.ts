import type { Place } from "../base/diagnostic.ts";

/**
 * What a document is attached to decides what it may contain and what it can do (IAM User Guide, policy types).
 * `resource` is the resource policy of any service but KMS, `trust` the trust policy of a role.
 */
export type PolicyType =
  | "key-policy"
  | "resource"
  | "trust"
  | "identity"
  | "boundary"
  | "session"
  | "service-control"
  | "resource-control"
  | "endpoint";

/** `Action`/`NotAction`, `Resource`/`NotResource`, `Principal`/`NotPrincipal`: one shape, so no code has two branches. */
export type Element<T> = { readonly mode: "only" | "except"; readonly members: readonly T[]; readonly at: Place };

/** A statement by the name of its document, its 0-based index in `Statement` and its `Sid`, if it has one. */
export type StatementRef = { readonly policy: string; readonly statement: number; readonly sid?: string };

/** A policy as written, read and found in order. Text forms are kept: nothing is resolved yet. */
export type Policy = {
  readonly type: PolicyType;
  readonly name: string; // file name, ARN, or "key policy": what a person calls it
  readonly version: "2012-10-17" | "2008-10-17"; // 2008-10-17 where the document names none (rule iam.version.variables)
  readonly id?: string;
  readonly statements: readonly Statement[];
  readonly doubtful?: readonly DoubtfulStatement[]; // what may be in it besides, where not all of it is known
};

/** Something that is not known, on which it hangs whether a statement counts. Doubts of one id are one: they turn out alike wherever they stand. */
export type Doubt = {
  readonly id: string;
  readonly text: string; // what is not known: "identity policies of app"
  readonly why?: string; // it is not known, where somebody said so
  readonly at?: Place;
};

/** A statement that may be there, or may be wider than what there is: whoever reads all that is certain leaves it out. */
export type DoubtfulStatement = Statement & { readonly doubt: Doubt };

export type Statement = {
  readonly ref: StatementRef;
  readonly effect: "Allow" | "Deny";
  readonly principal: Element<PrincipalEntry> | undefined; // undefined where the policy type has none
  readonly action: Element<string> | undefined; // undefined only in a key policy: no effect then (rule iam.key-policy.no-effect)
  readonly resource: Element<string> | undefined; // undefined: key policy, no effect; trust policy and the like, all
  readonly conditions: readonly Condition[];
  readonly at: Place;
};

/** `"*"` alone is `{ kind: "AWS", value: "*" }`: for signed callers the two are one (IAM User Guide, Principal). */
export type PrincipalEntry = {
  readonly kind: "AWS" | "Service" | "Federated" | "CanonicalUser";
  readonly value: string;
};

/** One operator, one key, its values: `{"StringLike": {"kms:ViaService": ["s3.*"]}}` gives one of these. */
export type Condition = {
  readonly operator: string; // as written: "ForAnyValue:StringLikeIfExists"
  readonly key: string; // as written
  readonly values: readonly string[]; // JSON Booleans and numbers as their text
  readonly at: Place; // of the key
};

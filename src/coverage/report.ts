import type { PolicyType } from "../iam/policy.ts";

/** What tests made of the policies they were run against: plain data, so that the reports of several shards can be merged. */
export type CoverageReport = {
  readonly version: 1;
  readonly requests: number; // that were answered
  readonly policies: readonly CoveredPolicy[]; // by file and place; those of the worlds that no request had to do with too
};

/** One policy, or the grants of one key. */
export type CoveredPolicy = {
  readonly name: string; // what a person calls it
  readonly type: PolicyType | "grants";
  readonly file: string;
  readonly pointer: string; // of the document in the file; "" for the whole
  readonly requests: number; // that it had a say in; 0: no test touches it
  readonly text?: string; // of a policy that no file has: the lines of its items count in this
  readonly items: readonly CoverageItem[]; // in the order of the policy, what is in a statement behind it
};

/**
 * Something that tests can exercise. A request that comes as far as the item counts once:
 * `decided` where the statement is among those that fixed the decision, `matched` where the item matches and that did not happen, `failed` where it does
 * not match (or, of an entry, where its statement does not apply), `unknown` where that depends on a value nobody told.
 */
export type CoverageItem = {
  readonly kind: "statement" | "principal" | "action" | "resource" | "condition" | "grant" | "operation" | "constraint";
  readonly statement: number; // the index of the statement, or of the grant, that it is or is in
  readonly name: string; // "AllowAppUse", "kms:Decrypt", "StringEquals kms:ViaService"
  readonly sid?: string; // of a statement
  readonly effect?: "Allow" | "Deny"; // of a statement
  readonly except?: true; // an entry of NotAction, NotResource or NotPrincipal: it decides where it alone keeps the statement from applying
  readonly pointer: string; // in the file
  readonly line?: number; // from 1, as the others; none for what was never text
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number; // behind the last character
  readonly decided: number;
  readonly matched: number;
  readonly failed: number;
  readonly unknown: number;
};

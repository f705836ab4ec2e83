import type { Diagnostic } from "../base/diagnostic.ts";
import type { Policy } from "../iam/policy.ts";

/** Kept beside the policies, for as long as they are there: a policy is what its document says, and no more. */
const FOUND = new WeakMap<Policy, readonly Diagnostic[]>();

/** Keeps what was found odd in a policy when it was read, for the answers that it has a say in. */
export function keepWarnings(policy: Policy, diagnostics: readonly Diagnostic[]): void {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  if (warnings.length > 0) FOUND.set(policy, [...warningsOf(policy), ...warnings]);
}

/** What of a policy does not do what it seems to; nothing of one that nobody looked at. */
export const warningsOf = (policy: Policy): readonly Diagnostic[] => FOUND.get(policy) ?? NONE;

const NONE: readonly never[] = [];

import type { Place } from "../base/diagnostic.ts";
import { fromValue, NotJsonError } from "../base/json-source.ts";
import { parsePolicyNode } from "../iam/parse/parse.ts";
import type { PolicyType } from "../iam/policy.ts";
import type { PolicyValue, UnknownPolicy } from "./draft.ts";
import type { Sides } from "./sides.ts";

/**
 * A policy as AWS stores it, or one that is not known: what is no policy that this version understands must not keep the rest of an import from being asked.
 * Policies with leaves are read where their values are.
 */
export function storedPolicy(policy: PolicyValue, type: PolicyType, what: string, at: Place, sides: Sides): PolicyValue | UnknownPolicy {
  const fault = faultOf(policy, type);
  return fault === undefined ? policy : sides.policyUnknown(what, fault, at);
}

function faultOf(policy: PolicyValue, type: PolicyType): string | undefined {
  try {
    if (holdsLeaf(policy)) return undefined;
    return parsePolicyNode(fromValue(policy), { type, name: "policy" }).diagnostics.find(({ severity }) => severity === "error")?.message;
  } catch (error) {
    if (error instanceof NotJsonError) return error.message;
    throw error;
  }
}

function holdsLeaf(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("$symbol" in value || "$join" in value || "$assumed" in value) return true;
  return Object.values(value).some(holdsLeaf);
}

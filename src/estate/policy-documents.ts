import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { PolicySet } from "../authz/link.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";
import type { Grant, KeyFacts } from "../iam/request.ts";

/** What the policy attached to the resource is read as: that depends on what is asked (KMS keys, roles, anything else). */
export type ResourceType = Extract<PolicyType, "key-policy" | "trust" | "resource">;

export function resourceTypeOf(action: string, resource: string): ResourceType {
  const lower = action.toLowerCase();
  if (lower.startsWith("sts:") && /^arn:[^:]*:iam:[^:]*:[^:]*:role\//.test(resource)) return "trust";
  return lower.startsWith("kms:") ? "key-policy" : "resource";
}

/** Documents that were parsed one by one, each with its place in a file of its own. */
export type PolicyDocuments = {
  readonly resource?: Policy | undefined;
  readonly identity?: readonly Policy[] | undefined;
  readonly boundary?: Policy | undefined;
  readonly session?: readonly Policy[] | undefined;
  readonly serviceControl?: readonly (readonly Policy[])[] | undefined;
  readonly resourceControl?: readonly (readonly Policy[])[] | undefined;
  readonly endpoint?: Policy | undefined;
};

/** `compiled` gives the compiled form of a document: one who asks about the same documents again and again may remember them. */
export function compileSet(documents: PolicyDocuments, grants: readonly Grant[] = [], key?: KeyFacts, compiled = compile): PolicySet {
  const one = (policy: Policy | undefined): CompiledPolicy | undefined => policy && compiled(policy);
  const many = (policies: readonly Policy[] | undefined): readonly CompiledPolicy[] => (policies ?? []).map((policy) => compiled(policy));
  return {
    resource: one(documents.resource),
    identity: many(documents.identity),
    boundary: one(documents.boundary),
    session: documents.session && many(documents.session),
    serviceControl: (documents.serviceControl ?? []).map(many),
    resourceControl: (documents.resourceControl ?? []).map(many),
    endpoint: one(documents.endpoint),
    grants,
    key,
  };
}

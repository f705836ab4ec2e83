import type { PolicyType, PrincipalEntry } from "./policy.ts";

/** What a policy of one type may and must contain. */
export type PolicyRules = {
  readonly called: string; // for messages: "`Principal` is not allowed in …"
  readonly id: boolean;
  readonly version: "any" | "should be 2012"; // a missing Version is accepted everywhere: AWS's own examples have none
  readonly principal: "required" | "only *" | "none";
  readonly notPrincipal: boolean; // with Deny; with Allow never
  readonly principalKinds: readonly PrincipalEntry["kind"][];
  readonly allow: boolean; // false: Deny only
  readonly notAction: boolean;
  readonly action: "required" | "or no effect" | "required, of a service";
  readonly resource: "required" | "or no effect" | "optional" | "none";
  readonly incompleteArn: "completed" | "as written" | "refused";
  readonly strict: boolean; // the forms of actions and resources are checked when the policy is stored
  readonly sid: "letters and digits, once" | "any text";
  readonly storedBy: "IAM" | "others"; // session policies are not stored; other services check less
};

const onPrincipals = {
  id: false,
  version: "any",
  principal: "none",
  notPrincipal: false,
  principalKinds: [],
  allow: true,
  notAction: true,
  action: "required",
  resource: "required",
  incompleteArn: "completed",
  strict: true,
  sid: "letters and digits, once",
  storedBy: "IAM",
} as const;

const onResources = {
  id: true,
  version: "any",
  principal: "required",
  notPrincipal: true,
  principalKinds: ["AWS", "Service"],
  allow: true,
  notAction: true,
  action: "required",
  resource: "required",
  incompleteArn: "as written",
  strict: true,
  sid: "any text",
  storedBy: "others",
} as const;

/**
 * IAM User Guide: policy grammar, the element pages, and the checks of IAM Access Analyzer; AWS Organizations User Guide: SCP and RCP syntax; KMS
 * Developer Guide: key policies. AWS KMS takes a statement without Resource or Action, and any text as an action, and lets them have no effect.
 */
export const POLICY_RULES = {
  identity: { ...onPrincipals, called: "an identity policy" },
  boundary: { ...onPrincipals, called: "a permissions boundary" },
  session: { ...onPrincipals, called: "a session policy", incompleteArn: "refused", storedBy: "others" },
  "service-control": {
    ...onPrincipals,
    called: "a service control policy",
    version: "should be 2012",
    incompleteArn: "as written",
    sid: "any text",
    storedBy: "others",
  },
  "resource-control": {
    ...onResources,
    called: "a resource control policy",
    id: false,
    version: "should be 2012",
    principal: "only *",
    notPrincipal: false,
    allow: false,
    notAction: false,
    action: "required, of a service",
  },
  "key-policy": { ...onResources, called: "a key policy", action: "or no effect", resource: "or no effect", strict: false },
  resource: {
    ...onResources,
    called: "a resource policy",
    principalKinds: ["AWS", "Service", "CanonicalUser"],
    resource: "optional",
    strict: false,
  },
  trust: {
    ...onResources,
    called: "a role trust policy",
    notPrincipal: false,
    principalKinds: ["AWS", "Service", "Federated"],
    resource: "none",
    sid: "letters and digits, once",
    storedBy: "IAM",
  },
  endpoint: { ...onResources, called: "an endpoint policy" },
} as const satisfies Record<PolicyType, PolicyRules>;

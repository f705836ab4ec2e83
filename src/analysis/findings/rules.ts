import type { Code } from "../../base/codes.ts";
import type { Level } from "./finding.ts";

/**
 * A rule of `check`: what it is called, how bad what it finds may be, what to do about it, and by which names AWS Config and Security Hub have it. Its title
 * and what `kmsward help` tells of it are in the table of codes.
 */
export type Rule = {
  readonly name: string;
  readonly levels: readonly Level[]; // the worst first
  readonly fix: string;
  readonly also?: readonly string[];
};

// biome-ignore format: a table reads as a table
export const RULES = {
  KW701: { name: "public-use", levels: ["critical"], also: ["kms-key-policy-no-public-access", "KMS.5"], fix: 'name the principals in `Principal`, or bind everybody by `"StringEquals": { "aws:PrincipalOrgID": "o-…" }` or `"kms:CallerAccount"`' },
  KW702: { name: "public-administration", levels: ["high", "medium", "info"], fix: 'name who needs it in `Principal`, or bind everybody by `"StringEquals": { "kms:CallerAccount": "…" }`' },
  KW703: { name: "shared-account", levels: ["high", "info"], fix: "name the roles that need it instead of the whole account; if the account is meant, say so by `trust`, or `--trust`" },
  KW704: { name: "shared-principal", levels: ["medium", "info"], fix: "remove the principal, or say by `trust`, or `--trust`, that it, or its account, is meant" },
  KW705: { name: "confused-deputy", levels: ["medium", "info"], fix: 'add `"StringEquals": { "aws:SourceAccount": "…" }`, and `"ArnLike": { "aws:SourceArn": "…" }` where the service sends it' },
  KW706: { name: "organization-not-required", levels: ["info"], fix: 'add `"StringEquals": { "aws:PrincipalOrgID": "o-…" }`: an account that leaves the organization then loses the key' },
  KW707: { name: "delegation", levels: ["info"], fix: "leave it where the account is meant to decide by its identity policies; else name the principals in the key policy" },
  KW708: { name: "full-access", levels: ["medium"], fix: "give the actions that are needed, and keep administration and use apart" },
  KW709: { name: "administrator-uses", levels: ["medium"], fix: "let one role administer the key and another one use it" },
  KW710: { name: "public-by-choice", levels: ["high", "medium", "low", "info"], fix: "what the caller chooses keeps nobody out: name the principals, or bind them by account or organization as well" },
  KW711: { name: "pattern-without-account", levels: ["high", "medium", "info"], fix: 'write the account into the pattern: `arn:aws:iam::111122223333:role/…`, or add `"aws:PrincipalAccount"`' },
  KW712: { name: "public-through-service", levels: ["high", "medium", "info"], fix: 'add `"StringEquals": { "kms:CallerAccount": "…" }` beside `kms:ViaService`' },
  KW713: { name: "all-keys", levels: ["medium", "low", "info"], also: ["iam-customer-policy-blocked-kms-actions", "iam-inline-policy-blocked-kms-actions", "KMS.1", "KMS.2"], fix: 'name the keys in `Resource`, or bind them: `"StringEquals": { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" }`' },
  KW714: { name: "endpoint-lets-out", levels: ["low"], fix: 'bind the endpoint policy by `"StringEquals": { "aws:ResourceOrgID": "o-…" }`, or by `aws:ResourceAccount`' },
  KW715: { name: "not-attested", levels: ["high"], fix: 'deny what is not attested: a Deny of the action with `"StringNotEqualsIgnoreCase": { "kms:RecipientAttestation:ImageSha384": "…" }`' },
  KW720: { name: "grants-for-oneself", levels: ["high", "info"], fix: 'bind it: `"Bool": { "kms:GrantIsForAWSResource": "true" }`, `kms:GranteePrincipal`, or `"ForAllValues:StringEquals": { "kms:GrantOperations": […] }`' },
  KW721: { name: "policy-rewriting", levels: ["high", "info"], fix: "take kms:PutKeyPolicy away: whoever may write the key policy can give itself everything else" },
  KW722: { name: "path-to-use", levels: ["high"], fix: "break one of the steps: the trust policy of the role, or what the role may do at the end" },
  KW723: { name: "movable-control", levels: ["high"], fix: "let who uses keys by tags or aliases not set them: deny kms:TagResource and the alias actions to them, or bind `aws:RequestTag` to their own value" },
  KW724: { name: "replica-differs", levels: ["medium", "low"], fix: "give all keys of the family one policy: neither KMS nor this tool keeps them alike" },
  KW725: { name: "grant-outlives", levels: ["medium", "low"], fix: "retire the grant, or make it anew with a RetiringPrincipal; `aws kms revoke-grant` ends it" },
  KW726: { name: "grant-wider", levels: ["medium"], fix: "make the grant anew with the constraint `EncryptionContextSubset` that the key policy asks for" },
  KW730: { name: "locked-out", levels: ["critical"], fix: 'let the account administer its key: Allow `kms:*` to `"AWS": "arn:aws:iam::…:root"`; if the policy is in force, only AWS Support can help' },
  KW731: { name: "one-user-keeps", levels: ["low"], fix: "let a role or the account administer the key as well: a user is deleted sooner than a role" },
  KW732: { name: "lockout-check-off", levels: ["medium"], fix: "take `bypass_policy_lockout_safety_check` (`BypassPolicyLockoutSafetyCheck`) out: AWS KMS then refuses a policy that would let nobody change it again" },
  KW733: { name: "pending-deletion", levels: ["critical", "high", "medium"], also: ["kms-cmk-not-scheduled-for-deletion", "KMS.3"], fix: "`aws kms cancel-key-deletion` keeps the key; what it encrypted is lost for ever when it is gone" },
  KW734: { name: "rotation-off", levels: ["medium", "low"], also: ["cmk-backing-key-rotation-enabled", "KMS.4"], fix: "`aws kms enable-key-rotation`: old data stays readable" },
  KW735: { name: "bucket-key-context", levels: ["medium"], fix: "list both forms: the ARN of the bucket (with bucket keys) and that of its objects, `arn:aws:s3:::BUCKET/*`" },
  KW736: { name: "deletion-without-mfa", levels: ["low", "info"], fix: 'deny it to who has no second factor: `"BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`' },
  KW737: { name: "one-key-for-everything", levels: ["medium"], fix: "make a key for each domain: what is encrypted together is lost, shared and audited together" },
  KW738: { name: "aws-managed-key-shared", levels: ["low"], fix: "use a customer managed key: the policy of an AWS managed key lets no other account in, and cannot be changed" },
  KW739: { name: "unusable-key-needed", levels: ["medium", "info"], fix: "`aws kms enable-key`, or import its key material; or let what needs it use another key" },
  KW740: { name: "dead-statement", levels: ["high", "low", "info"], fix: "remove the statement, or mend what keeps it from matching" },
  KW741: { name: "shadowed", levels: ["low"], fix: "remove the statement, or except it from what denies" },
  KW742: { name: "redundant", levels: ["info"], fix: "remove it; or keep it on purpose, and waive this" },
  KW743: { name: "deleted-principal", levels: ["medium"], fix: "take the id out; if the principal is there again, name it by its ARN" },
  KW744: { name: "unknown-principal", levels: ["low"], fix: "mend the name, take it out, or list the principal in the world" },
  KW745: { name: "identity-policy-without-effect", levels: ["medium"], fix: "let the key policy delegate to the account, or name the principal in it" },
  KW746: { name: "half-a-handshake", levels: ["medium"], fix: "allow it on both sides: across accounts the key policy and the principal's own policies must both" },
  KW747: { name: "missing-key-decides", levels: ["medium", "low", "info"], fix: 'ask for the key itself: without `IfExists` in an Allow, and with it in a Deny; or add `"Null": { "KEY": "false" }`' },
  KW748: { name: "negation-allows-missing", levels: ["medium"], fix: 'add `"Null": { "KEY": "false" }`, so that a request has to have the key' },
  KW749: { name: "not-principal-denies-sessions", levels: ["medium"], fix: 'write the Deny for `"*"`, with `"ArnNotEquals": { "aws:PrincipalArn": "…" }`' },
  KW750: { name: "for-all-of-nothing", levels: ["high", "medium"], fix: 'add `"Null": { "KEY": "false" }`: ForAllValues also holds of nothing' },
  KW751: { name: "context-where-none-is", levels: ["medium", "info"], fix: "give these actions a statement of their own, without the encryption context" },
  KW752: { name: "deny-never-sees-key", levels: ["high"], fix: "deny by a condition key that these actions carry (`kmsward help KW303`), or without the condition" },
  KW753: { name: "deny-hits-services", levels: ["medium", "info"], fix: 'except what services do: add `"Bool": { "aws:ViaAWSService": "false" }` and `"Bool": { "aws:PrincipalIsAWSService": "false" }` to the Deny' },
  KW754: { name: "allow-all-but", levels: ["medium"], fix: "list what is allowed: NotAction also allows what AWS adds tomorrow" },
  KW755: { name: "alias-as-resource", levels: ["low"], fix: "name the key by its ARN, or write `*` and a condition on `kms:ResourceAliases`" },
  KW756: { name: "almost-full", levels: ["info"], fix: "make room before the limit is reached: name an organization instead of accounts, roles by a path, retire grants" },
  KW757: { name: "idle-constraint", levels: ["low"], fix: "bind the grant otherwise: a constraint on the encryption context counts only where there is one" },
  KW758: { name: "duplicate-sid", levels: ["info"], fix: "give each statement a Sid of its own, so that reports and waivers can name it" },
  KW770: { name: "readers-refused-by-key", levels: ["medium", "low"], fix: "take them out of the resource's policy, or, if they are meant to read, let the key in too: `kmsward repair` says by what" },
  KW771: { name: "nobody-reads", levels: ["medium"], fix: "let the readers use the key through the service, by the key policy or by their own policies; `kmsward eval --flow … --on …` shows each call" },
  KW772: { name: "data-shared", levels: ["critical", "high", "low", "info"], fix: "take them out of the resource's policy or its sharing; if they are meant, say so by `trust`, or `--trust`" },
  KW773: { name: "key-asks-nobody", levels: ["info"], fix: "if the key is to keep people apart, use a customer managed key; else bound who may read the resource" },
  KW774: { name: "cannot-be-shared", levels: ["medium"], fix: "copy it under a customer managed key whose policy lets the other accounts in, and share the copy with these accounts" },
  KW775: { name: "service-left-out", levels: ["medium", "low"], fix: "let the service, or its service-linked role, in by the key policy, bound by `aws:SourceArn` or `aws:SourceAccount` where it sends them" },
  KW776: { name: "service-of-another-region", levels: ["high", "medium"], fix: "name the service in the Region of the key: `s3.us-east-1.amazonaws.com`, or `s3.*.amazonaws.com` with StringLike" },
  KW777: { name: "service-as-principal", levels: ["high", "medium"], fix: "bind a service by `aws:SourceAccount` and `aws:SourceArn`; kms:ViaService and kms:CallerAccount bind principals for whom a service calls" },
  KW780: { name: "possible", levels: ["info"], fix: "tell what is not known, or look at it: `kmsward import` says where it comes from" },
  KW781: { name: "symbolic-value", levels: ["info"], fix: "give the value, or apply the change and look again: answers that hang on it say so" },
  KW782: { name: "incomplete-plan", levels: ["medium"], fix: "mend what kept the plan from being whole, and plan again" },
  KW783: { name: "two-policies", levels: ["medium"], fix: "set the policy of the key in one place: the two overwrite each other at every apply" },
  KW784: { name: "home-assumed", levels: ["info"], fix: "give them: `--account ID --region NAME`" },
  KW785: { name: "limit-reached", levels: ["info"], fix: "what is shown holds; what is not shown was not ruled out: simplify the conditions that are named" },
  KW790: { name: "idle-waiver", levels: ["low"], fix: "remove the waiver, or mend what it names" },
} as const satisfies Partial<Record<Code, Rule>>;

export type RuleCode = keyof typeof RULES;

export const RULE_CODES = Object.keys(RULES) as readonly RuleCode[];

export const ruleOf = (code: RuleCode): Rule => RULES[code];

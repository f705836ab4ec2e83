import type { Code } from "../../base/codes.ts";

/** A rule of `check`: what to do about what it finds. Its title and what `kmsward help` tells of it are in the table of codes. */
// biome-ignore format: a table reads as a table
export const RULES = {
  KW701: { fix: 'name the principals in `Principal`, or bind everybody by `"StringEquals": { "aws:PrincipalOrgID": "o-…" }` or `"kms:CallerAccount"`' },
  KW702: { fix: 'name who needs it in `Principal`, or bind everybody by `"StringEquals": { "kms:CallerAccount": "…" }`' },
  KW703: { fix: "name the roles that need it instead of the whole account; if the account is meant, say so by `--trust`" },
  KW704: { fix: "remove the principal, or say by `--trust` that it, or its account, is trusted" },
  KW705: { fix: 'add `"StringEquals": { "aws:SourceAccount": "…" }`, and `"ArnLike": { "aws:SourceArn": "…" }` where the service sends it' },
  KW708: { fix: "give the actions that are needed, and keep administration and use apart" },
  KW709: { fix: "let one role administer the key and another one use it" },
  KW710: { fix: "what the caller chooses keeps nobody out: name the principals, or bind them by account or organization as well" },
  KW711: { fix: 'write the account into the pattern: `arn:aws:iam::111122223333:role/…`, or add `"aws:PrincipalAccount"`' },
  KW712: { fix: 'add `"StringEquals": { "kms:CallerAccount": "…" }` beside `kms:ViaService`' },
  KW720: { fix: 'bind it: `"Bool": { "kms:GrantIsForAWSResource": "true" }`, `kms:GranteePrincipal`, or `"ForAllValues:StringEquals": { "kms:GrantOperations": […] }`' },
  KW721: { fix: "take kms:PutKeyPolicy away: whoever may write the key policy can give itself everything else" },
  KW730: { fix: 'let the account administer its key: Allow `kms:*` to `"AWS": "arn:aws:iam::…:root"`; if the policy is in force, only AWS Support can help' },
  KW731: { fix: "let a role or the account administer the key as well: a user is deleted sooner than a role" },
  KW740: { fix: "remove the statement, or mend what keeps it from matching" },
  KW741: { fix: "remove the statement, or except it from what denies" },
  KW742: { fix: "remove it; or keep it on purpose, and waive this" },
  KW745: { fix: "let the key policy delegate to the account, or name the principal in it" },
  KW746: { fix: "allow it on both sides: across accounts the key policy and the principal's own policies must both" },
  KW747: { fix: 'ask for the key itself: without `IfExists` in an Allow, and with it in a Deny; or add `"Null": { "KEY": "false" }`' },
  KW748: { fix: 'add `"Null": { "KEY": "false" }`, so that a request has to have the key' },
  KW750: { fix: 'add `"Null": { "KEY": "false" }`: ForAllValues also holds of nothing' },
  KW752: { fix: "deny by a condition key that these actions carry (`kmsward help KW303`), or without the condition" },
  KW790: { fix: "remove the waiver, or mend what it names" },
  KW680: { fix: "what is shown holds; what is not shown was not ruled out: simplify the conditions that are named" },
} as const satisfies Partial<Record<Code, { readonly fix: string }>>;

export type RuleCode = keyof typeof RULES;

export const isRule = (code: string): code is RuleCode => Object.hasOwn(RULES, code);

import type { Answer } from "../authz/decision.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { parsePolicy } from "../iam/parse/parse.ts";
import type { Policy } from "../iam/policy.ts";
import { error, type KmsError } from "./errors.ts";
import type { Key } from "./key.ts";
import { QUOTAS } from "./quotas.ts";

/** What must be known to judge a key policy that is to be stored. */
export type PolicyCheck = {
  readonly key: Key; // with the policy already in it
  readonly bypass: boolean | undefined; // BypassPolicyLockoutSafetyCheck
  readonly wouldAllow: (action: "kms:PutKeyPolicy", key: Key) => Answer;
  readonly knowsPrincipal: (principal: string) => boolean;
};

/**
 * What is wrong with the text of a key policy as a document (KMS API Reference, PutKeyPolicy). Action names are not checked. Where AWS's own words are not
 * known, and of text that is no JSON, for which it was seen to send none (2018), the message is that of the parser.
 */
export function checkPolicyText(text: string, knowsPrincipal: (principal: string) => boolean): KmsError | undefined {
  if (utf8Length(text) > QUOTAS.keyPolicyBytes)
    return error("LimitExceededException", `Policy size exceeds the limit of ${QUOTAS.keyPolicyBytes} bytes`); // our words
  const { policy, diagnostics } = parsePolicy(text, { type: "key-policy", name: "key policy" });
  const fault = checkPolicy(policy, diagnostics, knowsPrincipal);
  return fault && diagnostics.length > 0 ? { ...fault, diagnostics: diagnostics.slice(0, DIAGNOSTICS) } : fault;
}

const DIAGNOSTICS = 100; // kept of one policy

function checkPolicy(
  policy: Policy | undefined,
  diagnostics: readonly Diagnostic[],
  knowsPrincipal: (principal: string) => boolean,
): KmsError | undefined {
  const faults = diagnostics.filter(({ severity }) => severity === "error");
  if (faults.some(({ at }) => at.pointer.includes("Principal/")))
    return malformed("Policy contains a statement with one or more invalid principals.");
  if (policy === undefined) return malformed(`${faults[0]?.message ?? "The policy cannot be read"}.`);
  return checkElements(policy) ?? checkKeys(policy) ?? checkPrincipals(policy, knowsPrincipal);
}

/** And whether the caller could still change it afterwards: the lock-out safety check (rule kms.key-policy.lockout). */
export function checkKeyPolicy({ key, bypass, wouldAllow, knowsPrincipal }: PolicyCheck): KmsError | undefined {
  const fault = checkPolicyText(key.policy, knowsPrincipal);
  if (fault !== undefined || bypass === true) return fault;
  return wouldAllow("kms:PutKeyPolicy", key).decision === "Allow" ? undefined : LOCKED_OUT;
}

const malformed = (message: string): KmsError => error("MalformedPolicyDocumentException", message);
const LOCKED_OUT = malformed("The new key policy will not allow you to update the key policy in the future.");

/**
 * A statement without Action or NotAction or without Resource is refused, and any Resource but "*" (rule kms.key-policy.required; the texts as github.com/badmintoncryer/cdk-preflight has them, the last one
 * is ours). Those that are stored already are kept, and have no effect.
 */
function checkElements({ statements }: Policy): KmsError | undefined {
  for (const { action, resource } of statements) {
    if (action === undefined) return malformed("Missing required field Action");
    if (resource?.mode !== "only") return malformed("Missing required field Resource");
    if (resource.members.some((text) => text !== "*") || resource.members.length === 0)
      return malformed('The only Resource of a key policy is "*".');
  }
  return undefined;
}

/**
 * Condition keys that only identity policies can use, and set operators that let a request pass for what it does not say (rule kms.key-policy.condition-keys,
 * rule kms.key-policy.for-all-values).
 */
function checkKeys({ statements }: Policy): KmsError | undefined {
  const conditions = statements.flatMap((statement) => statement.conditions);
  if (conditions.some(({ key }) => /^(aws:resourcetag\/|kms:resourcetag\/|kms:resourcealiases$)/i.test(key))) return NOT_IN_KEY_POLICIES;
  const loose = conditions.find(({ operator, key }) => /^forallvalues:/i.test(operator) && SINGLE_VALUED.test(key));
  if (loose === undefined) return undefined;
  const what = loose.key.toLowerCase().startsWith("aws:") ? "tag" : "encryption context";
  return malformed(
    `OverlyPermissiveCondition: Using the ForAllValues set operator with a single-valued condition key matches requests without the specified ${what} or with an unspecified ${what}. To fix, remove ForAllValues.`,
  );
}

const SINGLE_VALUED = /^(kms:encryptioncontext:|aws:requesttag\/)/i;
const NOT_IN_KEY_POLICIES = malformed(
  "These condition keys are not permitted in a key policy: aws:ResourceTag, kms:ResourceTag, kms:ResourceAliases",
);

function checkPrincipals({ statements }: Policy, knows: (principal: string) => boolean): KmsError | undefined {
  const named = statements.flatMap(({ principal }) => principal?.members ?? []).filter(({ kind }) => kind === "AWS");
  return named.every(({ value }) => knows(value))
    ? undefined
    : malformed("Policy contains a statement with one or more invalid principals.");
}

/** Key policies hold U+0000 to U+00FF only (the request's pattern). */
function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) length += text.charCodeAt(i) < 0x80 ? 1 : 2;
  return length;
}

import { fail, ok } from "../../base/result.ts";
import { onKey } from "../checks.ts";
import { error, type KmsError } from "../errors.ts";
import * as member from "../input.ts";
import { checkKeyPolicy } from "../key-policy.ts";
import { type Ended, operation } from "../operation.ts";

/** A key has one policy, called `default` (KMS Developer Guide, "Key policies in AWS KMS"). */
const DEFAULT_NAME = "default";

const isDefault = ({ PolicyName }: { readonly PolicyName: string }): KmsError | undefined =>
  PolicyName === DEFAULT_NAME ? undefined : error("NotFoundException", "No such policy exists");

/** KMS API Reference, GetKeyPolicy. */
export const GetKeyPolicy = operation({
  name: "GetKeyPolicy",
  input: member.request({ KeyId: member.keyId(), PolicyName: member.policyName().default(DEFAULT_NAME) }),
  checks: { key: onKey("kms:GetKeyPolicy", "KeyId", "id or ARN") },
  validate: isDefault,
  run: ({ found }) => ok({ reply: { Policy: found.key.key.policy, PolicyName: DEFAULT_NAME }, changes: [] }),
  log: { parameters: ["KeyId", "PolicyName"] },
});

/** KMS API Reference, PutKeyPolicy: permitted by the policy before, and possible again under the one after. */
export const PutKeyPolicy = operation({
  name: "PutKeyPolicy",
  input: member.request({
    KeyId: member.keyId(),
    PolicyName: member.policyName().default(DEFAULT_NAME),
    Policy: member.policyText(),
    BypassPolicyLockoutSafetyCheck: member.flag(),
  }),
  checks: { key: onKey("kms:PutKeyPolicy", "KeyId", "id or ARN") },
  context: ({ BypassPolicyLockoutSafetyCheck: bypass }) =>
    bypass === undefined ? {} : { keys: { "kms:BypassPolicyLockoutSafetyCheck": bypass } },
  validate: isDefault,
  run: ({ input, found, wouldAllow, knowsPrincipal }): Ended<object> => {
    const key = { ...found.key.key, policy: input.Policy };
    const fault = checkKeyPolicy({ key, bypass: input.BypassPolicyLockoutSafetyCheck, wouldAllow, knowsPrincipal });
    return fault === undefined ? ok({ reply: {}, changes: [{ kind: "put-key", key }] }) : fail(fault);
  },
  log: {
    parameters: ["KeyId", "PolicyName", "Policy", "BypassPolicyLockoutSafetyCheck"],
    implied: () => ({ BypassPolicyLockoutSafetyCheck: false }),
  },
});

/** KMS API Reference, ListKeyPolicies: there is always one. */
export const ListKeyPolicies = operation({
  name: "ListKeyPolicies",
  input: member.request({ KeyId: member.keyId(), Limit: member.limit(), Marker: member.marker() }),
  checks: { key: onKey("kms:ListKeyPolicies", "KeyId", "id or ARN") },
  validate: ({ Marker }) => (Marker === undefined ? undefined : error("InvalidMarkerException")),
  run: () => ok({ reply: { PolicyNames: [DEFAULT_NAME], Truncated: false }, changes: [] }),
  log: { parameters: ["KeyId"] },
});

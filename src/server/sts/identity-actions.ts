import { fail, ok } from "../../base/result.ts";
import { constraintFault } from "./parameters.ts";
import { refusalOf } from "./permission.ts";
import { accessDenied, stsError } from "./reply.ts";
import type { StsAction } from "./request.ts";
import { accountInKeyId } from "./session-token.ts";

/** GetCallerIdentity: no permission is needed for it, and none takes it away. */
export const getCallerIdentity: StsAction = ({ caller }) => {
  const { arn, userId } = caller.principal;
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  const UserId = userId ?? (caller.kind === "federated-user" ? `${caller.account}:${name}` : caller.account);
  return ok({ result: { UserId, Account: caller.account, Arn: arn } });
};

/** GetAccessKeyInfo: the account of an access key, also of one that is no longer there. */
export const getAccessKeyInfo: StsAction = ({ parameters, identity, site, caller, holder, now }) => {
  const fault = constraintFault(parameters, [{ member: "AccessKeyId", needed: true, min: 16, max: 128, pattern: String.raw`[\w]*` }]);
  if (fault !== undefined) return fail(fault);
  const refusal = refusalOf({ world: site.world, caller, holder, action: "sts:GetAccessKeyInfo", resource: "*", now });
  if (refusal !== undefined) return fail(accessDenied(refusal));
  const id = parameters.get("AccessKeyId") ?? "";
  const Account = accountInKeyId(id) ?? identity.accountOf(id);
  return Account === undefined
    ? fail(stsError("ValidationError", "Invalid AccessKeyId"))
    : ok({ result: { Account }, told: { parameters: { accessKeyId: id } } });
};

/** AWS KMS encodes none of its messages: there is nothing to decode. */
export const decodeAuthorizationMessage: StsAction = () =>
  fail(stsError("InvalidAuthorizationMessageException", "Invalid or malformed authorization message"));

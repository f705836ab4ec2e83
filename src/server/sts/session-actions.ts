import { fail, ok, type Result } from "../../base/result.ts";
import { parseArn } from "../../iam/arn.ts";
import { grantSession, sessionCaller } from "./grant-session.ts";
import { readMfa } from "./mfa.ts";
import { type Constraint, constraintFault, numberFault } from "./parameters.ts";
import { refusalOf } from "./permission.ts";
import { accessDenied, type StsError, stsError } from "./reply.ts";
import type { StsAction, StsOutcome, StsRequest } from "./request.ts";
import { packedSize, readSessionPolicies } from "./session-policies.ts";
import { readSessionTags } from "./session-tags.ts";

const LONGEST_OF_ROOT = 3600;

// biome-ignore format: a table reads as a table
const SESSION: readonly Constraint[] = [
  { member: "DurationSeconds", isNumber: true, min: 900, max: 129_600 },
  { member: "SerialNumber",    min: 9, max: 256, pattern: String.raw`[\w+=/:,.@-]*` },
  { member: "TokenCode",       min: 6, max: 6, pattern: String.raw`[\d]*` },
];

// biome-ignore format: a table reads as a table
const FEDERATION: readonly Constraint[] = [
  { member: "Name",            needed: true, min: 2, max: 32, pattern: String.raw`[\w+=,.@-]*` },
  { member: "DurationSeconds", isNumber: true, min: 900, max: 129_600 },
  { member: "Policy",          min: 1, max: 2048 },
];

/** GetSessionToken (STS API Reference): the user's or root user's own permissions, for a while. */
export const getSessionToken: StsAction = (request) => {
  const { parameters, holder, caller, now } = request;
  const fault =
    lastingFault(request, "GetSessionToken") ?? numberFault(parameters, "DurationSeconds") ?? constraintFault(parameters, SESSION);
  if (fault !== undefined) return fail(fault);
  const mfa = readMfa(parameters, caller);
  if (!mfa.ok) return mfa;
  const principal = typeof holder.asked.principal === "string" ? { arn: caller.principal.arn } : holder.asked.principal;
  const kind = caller.kind === "root" ? "root" : "user";
  const granted = grantSession(request, {
    kind,
    account: caller.account,
    issuedAt: now,
    expiresAt: now + secondsOf(request) * 1000,
    caller: sessionCaller(
      {
        ...holder.asked,
        principal: { ...principal, ...(mfa.value !== undefined && { mfaAgeSeconds: mfa.value }) },
        context: { ...holder.asked.context, "aws:MultiFactorAuthPresent": mfa.value !== undefined },
      },
      NO_POLICIES,
      now,
    ),
    transitiveTags: {},
  });
  if (!granted.ok) return granted;
  const { Credentials } = granted.value;
  return ok({
    result: { Credentials },
    told: {
      parameters: { durationSeconds: secondsOf(request) },
      response: { credentials: { accessKeyId: Credentials.AccessKeyId, expiration: Credentials.Expiration } },
    },
  });
};

/** GetFederationToken: what both the user and the passed policies allow; without any, only what key policies and grants give the session by its own ARN. */
export const getFederationToken: StsAction = (request) => {
  const { parameters, holder, caller, site, now } = request;
  const fault =
    lastingFault(request, "GetFederationToken") ?? numberFault(parameters, "DurationSeconds") ?? constraintFault(parameters, FEDERATION);
  if (fault !== undefined) return fail(fault);
  const tags = readSessionTags(parameters, {});
  if (!tags.ok) return tags;
  const policies = readSessionPolicies(parameters, site.world);
  if (!policies.ok) return policies;
  const size = packedSize(policies.value, tags.value.tags);
  if (size > 100) return fail(stsError("PackedPolicyTooLarge", `Packed size of session tags consumes ${size}% of allotted space.`));
  const name = parameters.get("Name") ?? "";
  const arn = `arn:${parseArn(caller.principal.arn)?.partition ?? "aws"}:sts::${caller.account}:federated-user/${name}`;
  const refusal = refusalOf({ world: site.world, caller, holder, action: "sts:GetFederationToken", resource: arn, now });
  if (refusal !== undefined) return fail(accessDenied(refusal));
  const principal = { arn, userArn: caller.principal.arn, ...(Object.keys(tags.value.tags).length > 0 && { tags: tags.value.tags }) };
  return federated(request, name, size, {
    ...sessionCaller({ principal }, policies.value, now),
    sessionPolicies: policies.value.policies,
  });
};

function federated(
  request: StsRequest,
  name: string,
  size: number,
  session: ReturnType<typeof sessionCaller>,
): Result<StsOutcome, StsError> {
  const { caller, now } = request;
  const granted = grantSession(request, {
    kind: "federated",
    account: caller.account,
    issuedAt: now,
    expiresAt: now + secondsOf(request) * 1000,
    caller: session,
    transitiveTags: {},
  });
  if (!granted.ok) return granted;
  const { Credentials, caller: made } = granted.value;
  const user = { FederatedUserId: `${caller.account}:${name}`, Arn: made.principal.arn };
  return ok({
    result: { FederatedUser: user, Credentials, PackedPolicySize: size },
    told: {
      parameters: { name, durationSeconds: secondsOf(request) },
      response: {
        credentials: { accessKeyId: Credentials.AccessKeyId, expiration: Credentials.Expiration },
        federatedUser: { federatedUserId: user.FederatedUserId, arn: user.Arn },
        packedPolicySize: size,
      },
    },
  });
}

const NO_POLICIES = { policies: [], isGiven: false, length: 0 };

const lastingFault = ({ holder, caller }: StsRequest, action: string): StsError | undefined =>
  holder.session !== undefined || (caller.kind !== "user" && caller.kind !== "root")
    ? accessDenied(`Cannot call ${action} with session credentials`)
    : undefined;

/** A root user's wish for longer is cut, and no error. */
function secondsOf({ parameters, caller }: StsRequest): number {
  const wished = parameters.get("DurationSeconds");
  if (caller.kind === "root") return Math.min(Number(wished ?? LONGEST_OF_ROOT), LONGEST_OF_ROOT);
  return Number(wished ?? 43_200);
}

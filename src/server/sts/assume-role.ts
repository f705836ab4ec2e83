import { fail, ok, type Result } from "../../base/result.ts";
import { ASSUME_ROLE, actionsOf, contextOf, neverAssumes, SET_SOURCE_IDENTITY } from "../../estate/assume-role.ts";
import { parseArn } from "../../iam/arn.ts";
import type { PrincipalFacts } from "../../iam/request.ts";
import { grantSession, sessionCaller } from "./grant-session.ts";
import { readMfa } from "./mfa.ts";
import { type Constraint, constraintFault, numberFault } from "./parameters.ts";
import { notAuthorized, refusalOf } from "./permission.ts";
import { accessDenied, type StsError, stsError } from "./reply.ts";
import type { StsAction, StsOutcome, StsRequest } from "./request.ts";
import { packedSize, readSessionPolicies, type SessionPolicies } from "./session-policies.ts";
import { readSessionTags, type SessionTags } from "./session-tags.ts";

// biome-ignore format: a table reads as a table
const CONSTRAINTS: readonly Constraint[] = [
  { member: "RoleArn",         needed: true, min: 20, max: 2048 },
  { member: "RoleSessionName", needed: true, min: 2, max: 64, pattern: String.raw`[\w+=,.@-]*` },
  { member: "DurationSeconds", isNumber: true, min: 900, max: 43_200 },
  { member: "ExternalId",      min: 2, max: 1224, pattern: String.raw`[\w+=,.@:\/-]*` },
  { member: "SourceIdentity",  min: 2, max: 64, pattern: String.raw`[\w+=,.@-]*` },
  { member: "SerialNumber",    min: 9, max: 256, pattern: String.raw`[\w+=/:,.@-]*` },
  { member: "TokenCode",       min: 6, max: 6, pattern: String.raw`[\d]*` },
  { member: "Policy",          min: 1 },
];

const CHAINED_SECONDS = 3600;
const LONGEST_SECONDS = 3600; // of a role that tells nothing else (IAM User Guide, "Update the maximum session duration for a role")

/**
 * AssumeRole (STS API Reference). Who may is decided by the role's trust policy and the caller's own policies, as AWS decides; the credentials carry what
 * was passed into every call that they sign. Where signatures are not looked at, whoever signs with a key that nobody told may assume every role.
 */
export const assumeRole: StsAction = (request) => {
  const read = readRequest(request);
  if (!read.ok) return read;
  const asked = read.value;
  const refused = chainFault(request, asked) ?? permissionFault(request, asked) ?? durationFault(request, asked);
  return refused === undefined ? issued(request, asked) : fail(refused);
};

type Asked = {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly seconds: number;
  readonly externalId: string | undefined;
  readonly sourceIdentity: string | undefined; // passed, or that of the calling session
  readonly passesSourceIdentity: boolean;
  readonly tags: SessionTags;
  readonly policies: SessionPolicies;
  readonly mfaAgeSeconds: number | undefined;
};

function readRequest(request: StsRequest): Result<Asked, StsError> {
  const { parameters, holder, caller, site } = request;
  const fault = numberFault(parameters, "DurationSeconds") ?? constraintFault(parameters, CONSTRAINTS);
  if (fault !== undefined) return fail(fault);
  const roleArn = parameters.get("RoleArn") ?? "";
  if (parseArn(roleArn) === undefined) return fail(stsError("ValidationError", `${roleArn} is invalid`));
  const inherited = holder.session?.transitiveTags ?? {};
  const tags = readSessionTags(parameters, inherited);
  if (!tags.ok) return tags;
  const policies = readSessionPolicies(parameters, site.world);
  if (!policies.ok) return policies;
  const mfa = readMfa(parameters, caller);
  if (!mfa.ok) return mfa;
  const passed = parameters.get("SourceIdentity");
  if (passed?.toLowerCase().startsWith("aws:")) return fail(stsError("ValidationError", "SourceIdentity cannot begin with aws:"));
  return ok({
    roleArn,
    sessionName: parameters.get("RoleSessionName") ?? "",
    seconds: Number(parameters.get("DurationSeconds") ?? 3600),
    externalId: parameters.get("ExternalId"),
    sourceIdentity: passed ?? caller.principal.sourceIdentity,
    passesSourceIdentity: passed !== undefined,
    tags: tags.value,
    policies: policies.value,
    mfaAgeSeconds: mfa.value,
  });
}

/** What the calling session does not let through, whatever the policies say. */
function chainFault(
  { caller, holder, identity }: StsRequest,
  { seconds, roleArn, sourceIdentity, tags, policies }: Asked,
): StsError | undefined {
  if (neverAssumes(caller.kind) && !(caller.kind === "root" && identity.isOpen))
    return accessDenied(
      caller.kind === "root"
        ? "Roles may not be assumed by root accounts."
        : notAuthorized({ caller, action: ASSUME_ROLE, resource: roleArn }),
    );
  const isChained = caller.kind === "role-session" || holder.session !== undefined;
  if (isChained && seconds > CHAINED_SECONDS)
    return stsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    );
  const own = caller.principal.sourceIdentity;
  if (own !== undefined && own !== sourceIdentity)
    return accessDenied(notAuthorized({ caller, action: SET_SOURCE_IDENTITY, resource: roleArn }));
  const size = packedSize(policies, { ...tags.tags, ...tags.transitive });
  return size > 100 ? stsError("PackedPolicyTooLarge", `Packed size of session tags consumes ${size}% of allotted space.`) : undefined;
}

/** Each action that the request amounts to, in the order in which AWS names the one that failed. */
function permissionFault(request: StsRequest, asked: Asked): StsError | undefined {
  const { caller, holder, site, now, identity } = request;
  if (identity.isOpen && caller.kind === "root") return undefined;
  const { roleArn, tags, sourceIdentity, mfaAgeSeconds } = asked;
  const { sessionName, externalId, passesSourceIdentity } = asked;
  const context = contextOf(site.world.lookup.principal(roleArn)?.facts.tags ?? {}, {
    sessionName,
    externalId,
    sourceIdentity: passesSourceIdentity ? sourceIdentity : undefined,
    tags: tags.tags,
    transitiveTags: Object.keys(tags.transitive),
  });
  const hasTags = Object.keys(tags.tags).length + Object.keys(tags.transitive).length > 0;
  const actions = actionsOf({ hasTags, hasSourceIdentity: sourceIdentity !== undefined });
  for (const action of actions) {
    const refusal = refusalOf({ world: site.world, caller, holder, action, resource: roleArn, context, mfaAgeSeconds, now });
    if (refusal !== undefined) return accessDenied(refusal);
  }
  return undefined;
}

/** Told to who may assume the role alone: nobody else learns that there is one (our reading: AWS does not document in which order it looks). */
function durationFault({ site }: StsRequest, { roleArn, seconds }: Asked): StsError | undefined {
  const role = site.world.lookup.principal(roleArn);
  return role !== undefined && seconds > (role.maxSessionSeconds ?? LONGEST_SECONDS)
    ? stsError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    : undefined;
}

function issued(request: StsRequest, asked: Asked): Result<StsOutcome, StsError> {
  const { roleArn, sessionName, seconds, sourceIdentity, tags, policies, mfaAgeSeconds, externalId } = asked;
  const { now } = request;
  const own = { ...tags.tags, ...tags.transitive };
  const principal: PrincipalFacts = {
    arn: roleArn,
    ...(Object.keys(own).length > 0 && { tags: own }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    ...(mfaAgeSeconds !== undefined && { mfaAgeSeconds }),
  };
  const session = sessionCaller({ principal, session: sessionName }, policies, now);
  const granted = grantSession(request, {
    kind: "role",
    account: parseArn(roleArn)?.account ?? "",
    issuedAt: now,
    expiresAt: now + seconds * 1000,
    caller: session,
    transitiveTags: tags.transitive,
  });
  if (!granted.ok) return granted;
  const { caller, Credentials } = granted.value;
  const { arn, userId = "" } = caller.principal;
  const hasPacked = policies.isGiven || Object.keys(own).length > 0;
  const size = hasPacked ? packedSize(policies, own) : undefined;
  return ok({
    result: {
      ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
      AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
      Credentials,
      PackedPolicySize: size,
    },
    told: {
      parameters: {
        roleArn,
        roleSessionName: sessionName,
        durationSeconds: seconds,
        ...(externalId !== undefined && { externalId }),
        ...(Object.keys(tags.tags).length > 0 && { principalTags: tags.tags }),
        ...(Object.keys(tags.transitive).length > 0 && { transitiveTagKeys: Object.keys(tags.transitive) }),
        ...(sourceIdentity !== undefined && { sourceIdentity }),
      },
      response: {
        credentials: { accessKeyId: Credentials.AccessKeyId, expiration: Credentials.Expiration },
        assumedRoleUser: { assumedRoleId: userId, arn },
        ...(size !== undefined && { packedPolicySize: size }),
        ...(sourceIdentity !== undefined && { sourceIdentity }),
      },
      resources: [{ accountId: parseArn(roleArn)?.account ?? "", type: "AWS::IAM::Role", ARN: roleArn }],
    },
  });
}

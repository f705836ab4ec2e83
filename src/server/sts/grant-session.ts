import { fail, ok, type Result } from "../../base/result.ts";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { Caller } from "../../kms/caller.ts";
import type { CallerOptions } from "../../kms/callers.ts";
import { type StsError, stsError } from "./reply.ts";
import { isoTime, type StsRequest } from "./request.ts";
import type { SessionPolicies } from "./session-policies.ts";
import { type IssuedSession, LONGEST_TOKEN } from "./session-token.ts";

export type GrantedSession = {
  readonly caller: Caller; // as whom it will call
  readonly Credentials: Readonly<Record<"AccessKeyId" | "SecretAccessKey" | "SessionToken" | "Expiration", string>>;
};

/** As whom a session calls, narrowed by policies where some were passed. */
export const sessionCaller = (asked: CallerOptions, { policies, isGiven }: SessionPolicies, now: number): CallerOptions => ({
  ...asked,
  ...(isGiven && { sessionPolicies: policies }),
  context: { ...asked.context, "aws:TokenIssueTime": isoTime(now) },
});

/** Credentials of a session, once it is certain that somebody can call so. */
export function grantSession({ site, sessions, region }: StsRequest, session: IssuedSession): Result<GrantedSession, StsError> {
  let caller: Caller;
  try {
    caller = site.callers.caller({ ...session.caller, region });
  } catch (error) {
    if (!(error instanceof InvalidWorldError)) throw error;
    return fail(stsError("ValidationError", error.message));
  }
  const issued = sessions.issue(session);
  if (issued.SessionToken.length > LONGEST_TOKEN) {
    const percent = Math.ceil((100 * issued.SessionToken.length) / LONGEST_TOKEN);
    return fail(stsError("PackedPolicyTooLarge", `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`));
  }
  return ok({ caller, Credentials: { ...issued, Expiration: isoTime(session.expiresAt) } });
}

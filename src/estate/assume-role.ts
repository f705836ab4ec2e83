import type { Principal } from "../iam/principal.ts";
import type { ContextValue } from "../iam/request.ts";

/*
 * Assuming a role, as far as policies and AWS's own limits decide it: the same for whoever issues sessions and whoever asks who could get one (STS API
 * Reference, AssumeRole; IAM User Guide, "Available keys for AWS STS").
 */

export const ASSUME_ROLE = "sts:AssumeRole";
export const TAG_SESSION = "sts:TagSession";
export const SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";

/** What a call brings besides the role. */
export type SessionRequest = {
  readonly sessionName?: string;
  readonly externalId?: string | undefined;
  readonly sourceIdentity?: string | undefined; // passed
  readonly tags?: Readonly<Record<string, string>>; // passed
  readonly transitiveTags?: readonly string[];
};

/** Each action that the call amounts to, in the order in which AWS names the one that is refused: each has to be allowed. */
export const actionsOf = ({
  hasTags,
  hasSourceIdentity,
}: {
  readonly hasTags: boolean;
  readonly hasSourceIdentity: boolean;
}): readonly string[] => [ASSUME_ROLE, ...(hasTags ? [TAG_SESSION] : []), ...(hasSourceIdentity ? [SET_SOURCE_IDENTITY] : [])];

/** What policies see of it, the tags of the role among it. */
export function contextOf(
  roleTags: Readonly<Record<string, string>>,
  { sessionName, externalId, sourceIdentity, tags = {}, transitiveTags = [] }: SessionRequest,
): Record<string, ContextValue> {
  const context: Record<string, ContextValue> = {};
  if (sessionName !== undefined) context["sts:RoleSessionName"] = sessionName;
  if (externalId !== undefined) context["sts:ExternalId"] = externalId;
  if (sourceIdentity !== undefined) context["sts:SourceIdentity"] = sourceIdentity;
  const keys = Object.keys(tags);
  if (keys.length > 0) context["aws:TagKeys"] = keys;
  for (const [key, value] of Object.entries(tags)) context[`aws:RequestTag/${key}`] = value;
  if (transitiveTags.length > 0) context["sts:TransitiveTagKeys"] = [...transitiveTags];
  for (const [key, value] of Object.entries(roleTags)) {
    context[`aws:ResourceTag/${key}`] = value;
    context[`iam:ResourceTag/${key}`] = value;
  }
  return context;
}

/** Who never gets a session by it, whatever policies say: root users, federated-user sessions; services get theirs in another way. */
export const neverAssumes = (kind: Principal["kind"]): boolean => kind !== "user" && kind !== "role-session";

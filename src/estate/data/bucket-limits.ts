import type { Answer } from "../../authz/decision.ts";
import type { Policy } from "../../iam/policy.ts";
import { parsePrincipal } from "../../iam/principal.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import type { WorldResource } from "../estate.ts";
import type { ResolvedQuestion } from "../question.ts";
import { undetermined } from "../uncertain.ts";
import type { WorldAnswer } from "../world.ts";
import { isPublicPolicy } from "./public-policy.ts";

/**
 * What S3 takes back of what policies allow. Where the bucket policy is public and RestrictPublicBuckets is on, nobody but principals of the bucket's account
 * and services passes, also those whom another statement names (S3-BPA). What another account owns is for its ACL to open (S3-OWN).
 */
export function limited(
  answer: Answer,
  { data, request }: Pick<ResolvedQuestion, "data" | "request">,
  policyOf: () => Policy | undefined,
): WorldAnswer {
  if (answer.outcome !== "allowed" || data?.kind.name !== "s3-bucket") return answer;
  const caller = parsePrincipal(request.principal);
  const { kind, account } = caller.ok ? caller.value : { kind: "anonymous", account: "" };
  const owner = request.resourceAccount ?? data.account;
  const policy = kind === "service" || account === owner ? undefined : policyOf();
  if (policy !== undefined && isPublicPolicy(policy)) {
    const { restrictPublicBuckets } = data.facts;
    if (restrictPublicBuckets === undefined)
      return undetermined(answer, [`whether public access to ${data.name} is restricted (restrictPublicBuckets)`]);
    if (restrictPublicBuckets)
      return denied(
        answer,
        `the bucket policy of ${data.name} is public, and RestrictPublicBuckets lets nobody in then but its own account`,
      );
  }
  const foreign = ownerOfObject(data, request.resource);
  return foreign === undefined ? answer : undetermined(answer, [`the ACL of the object, which account ${foreign} owns`]);
}

/** The other account that owns an object; undefined where it is the bucket's. */
function ownerOfObject({ arn, account, objects, facts }: WorldResource, object: string): string | undefined {
  if (facts.objectOwnership === "BucketOwnerEnforced" || !object.startsWith(`${arn}/`)) return undefined;
  const key = object.slice(arn.length + 1);
  const owner = objects.find(({ keys }) => matchesPattern(parsePattern(keys), key))?.owner;
  return owner === account ? undefined : owner;
}

/** The same question, refused by something that is no policy. */
function denied(answer: WorldAnswer, reason: string): WorldAnswer {
  const { id, trace, notes, warnings } = answer;
  return {
    ...(id !== undefined && { id }),
    decision: "Deny",
    outcome: "implicitDeny",
    by: [],
    reason,
    trace,
    ...(notes && { notes }),
    ...(warnings && { warnings }),
  };
}

import type { Place } from "../base/diagnostic.ts";
import { policyNamedByAws } from "../world/named-by-aws.ts";
import type { WorldDraft } from "./draft.ts";
import type { Sides } from "./sides.ts";

/**
 * A policy that AWS manages, by its ARN: what `policy` and `boundary` of a principal name. One that this version does not have is not known, and told; it is
 * known to deny nothing, unless its name speaks of that (AWS Managed Policy Reference). Undefined for what is none of AWS's.
 */
export function managedByAws(arn: string, draft: WorldDraft, sides: Sides, at: Place): string | undefined {
  if (!/^arn:[^:]+:iam::aws:policy\//.test(arn)) return undefined;
  if (policyNamedByAws(arn) !== undefined || draft.hasPolicy(arn)) return arn;
  const name = arn.split("/").at(-1) ?? arn;
  const denies = /deny|quarantine|boundary/i.test(name);
  const why = `${name} is managed by AWS, and its document is not here`;
  sides.leaveOpen(arn, why);
  sides.tell(
    "KW809",
    at,
    `${arn} is managed by AWS, and this version does not have its document`,
    "add it to `policies` of the world under this ARN",
  );
  return draft.sharedPolicy(arn, { unknown: why, at, ...(!denies && { denies: false as const }) }, name);
}

import type { WorldKey } from "../estate/estate.ts";
import type { Grant } from "../iam/request.ts";
import type { Uses } from "../replay/unused.ts";
import type { How } from "./edits.ts";

/** A grant that goes, or that a narrower one is to take the place of. `last`: when what goes was last needed; undefined: never in the span. */
export type GrantEdit = {
  readonly grant: string;
  readonly id: string;
  readonly grantee: string;
  readonly unused: readonly string[];
  readonly calls: number;
  readonly last?: string;
  readonly from: Grant;
  readonly to: Grant | undefined; // undefined: revoked
};

/** As rare as administration. */
const RARE = ["RetireGrant", "DescribeKey"];

/** Grants of a key without the operations that no call needed. What services made for themselves stays: they revoke it when they are done. */
export function tightenedGrants({ arn, grants }: WorldKey, now: Uses, ever: Uses, { keep }: How): readonly GrantEdit[] {
  return grants.flatMap((grant) => {
    const { GrantId: id, Name: name, GranteePrincipal: grantee, Operations: operations } = grant;
    if (isServiceMade(grant) || keep.includes(id) || (name !== undefined && keep.includes(name))) return [];
    const [use, before] = [now.ofGrant(arn, id), ever.ofGrant(arn, id)];
    const unused = operations.filter((operation) => use?.actions.has(`kms:${operation}`) !== true && !RARE.includes(operation));
    if (unused.length === 0) return [];
    const left = operations.filter((operation) => !unused.includes(operation));
    const last = unused
      .map((operation) => before?.actions.get(`kms:${operation}`) ?? "")
      .sort()
      .at(-1);
    return [
      {
        grant: name ?? id,
        id,
        grantee: grantee ?? "",
        unused,
        calls: use?.calls ?? 0,
        ...(last !== undefined && last !== "" && { last }),
        from: grant,
        to: left.every((operation) => RARE.includes(operation)) ? undefined : { ...grant, Operations: left },
      },
    ];
  });
}

const isServiceMade = ({
  GranteePrincipal = "",
  RetiringPrincipal = "",
  GranteeServicePrincipal,
  RetiringServicePrincipal,
}: Grant): boolean =>
  GranteeServicePrincipal !== undefined ||
  RetiringServicePrincipal !== undefined ||
  [GranteePrincipal, RetiringPrincipal].some((one) => /\.amazonaws\.com(?:\.cn)?$|:role\/aws-service-role\//.test(one));

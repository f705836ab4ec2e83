import type { WorldKey } from "../estate/estate.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { CRYPTOGRAPHY } from "../replay/action-patterns.ts";
import { type Span, spanOf } from "../replay/coverage.ts";
import type { Part } from "../replay/tally.ts";

/** What the log covers that a policy was learned from, and what it does not. */
export type Covered = {
  readonly span: Span | null;
  readonly logs: readonly {
    readonly account: string;
    readonly region: string;
    readonly from: string;
    readonly to: string;
    readonly hours: number; // with a record of any kind
  }[];
  readonly callers: readonly string[]; // accounts of those who called
  readonly leftOut: Readonly<Record<string, number>>; // records that tell nothing of policies, by reason
  readonly notes: readonly string[]; // what nobody can conclude from it
};

const HOUR = 3_600_000;
const timeOf = (hour: number): string => `${new Date(hour * HOUR).toISOString().slice(0, 19)}Z`;

export function coveredBy(part: Part, key: WorldKey): Covered {
  const span = spanOf(part.logs) ?? null;
  const logs = part.logs.flatMap(({ account, region, hours }) => {
    const [first, last] = [hours[0], hours.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ account, region, from: timeOf(first), to: timeOf(last + 1), hours: hours.length }];
  });
  const checks = Object.values(part.shapes).flatMap((shape) => shape.checks);
  const callers = checks.flatMap(({ request }) => {
    const arn = request === undefined ? "" : typeof request.principal === "string" ? request.principal : request.principal.arn;
    const account = parseArn(arn)?.account ?? "";
    return isAccountId(account) ? [account] : [];
  });
  const hasCryptography = checks.some(({ action }) => CRYPTOGRAPHY.has(action));
  const isThere = logs.some(({ account, region }) => account === key.account && region === key.region);
  return {
    span,
    logs,
    callers: [...new Set(callers)].sort(),
    leftOut: part.why,
    notes: [
      ...(isThere ? [] : [`no record of ${key.account} in ${key.region}, where the key is: calls of others on it are not in this log`]),
      ...(hasCryptography || checks.length === 0 ? [] : ["no call of cryptography: the trail may exclude events of KMS, or read events"]),
      ...(part.more > 0 ? [`${part.more} calls of too many shapes to keep: what they needed is not counted`] : []),
      "denied calls of other accounts are in their own logs alone, and what a bucket key or a data key cache saved is in none",
    ],
  };
}

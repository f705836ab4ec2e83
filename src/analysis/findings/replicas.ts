import { listed } from "../../base/text.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import { comparePolicies } from "../compare-policies.ts";
import { ask, peopleIn, stepOf } from "./escalation.ts";
import { contentOf, type Evidence } from "./evidence.ts";
import type { Draft } from "./finding.ts";

/** Who may make replicas of a key, each with a policy that he writes himself, and does not administer it. */
export function replicating(evidence: Evidence, isAdministrator: ((arn: string) => boolean) | undefined): readonly Draft[] {
  const { key } = evidence;
  if (key.multiRegionKeyType !== "PRIMARY") return [];
  return peopleIn(evidence).flatMap(({ asked, arn, whom, id }): readonly Draft[] => {
    if (isAdministrator?.(arn) === true || asked[0]?.crossAccount === true || stepOf(asked, "kms:PutKeyPolicy") !== undefined) return [];
    const step = stepOf(asked, "kms:ReplicateKey");
    if (step === undefined) return [];
    const { outcome, by } = ask(step.asked.side.linked.set, step.request);
    return [
      {
        code: "KW724",
        level: "low",
        text: `${whom} may replicate ${key.name}, with a key policy of its own for the replica`,
        at: evidence.opening(by)?.at ?? key.at,
        witness: { request: step.request, outcome, assumes: [] },
        same: [id, "replicates"],
      },
    ];
  });
}

/** Keys of one family whose policies say other things, the Region apart. */
export function families({ estate }: World): readonly Draft[] {
  const found: Draft[] = [];
  const primaries = estate.keys.filter(({ multiRegionKeyType }) => multiRegionKeyType === "PRIMARY");
  for (const primary of primaries)
    for (const replica of estate.keys) {
      if (replica.multiRegionKeyType !== "REPLICA" || replica.id !== primary.id || replica.account !== primary.account) continue;
      const [one, other] = [withoutRegion(primary, [primary, replica]), withoutRegion(replica, [primary, replica])];
      const { verdict, changes } = comparePolicies(one, other, { type: "key-policy", account: primary.account });
      if (verdict === "equal" || verdict === "unknown") continue;
      const lacks = lackedDenies(one, other);
      const gained = changes.filter(({ direction }) => direction === "gained");
      found.push({
        code: "KW724",
        level: lacks.length > 0 && gained.length > 0 ? "medium" : "low",
        text: `the policy of ${replica.name} in ${replica.region} ${lacks.length > 0 ? "lacks a Deny of its primary" : "differs from its primary's"}: ${saying(verdict, changes)}`,
        at: replica.policy.statements[0]?.at ?? replica.at,
        same: [replica.arn, verdict, changes.map(({ fingerprint }) => fingerprint).sort()],
      });
    }
  return found;
}

type Changes = ReturnType<typeof comparePolicies>["changes"];

function saying(verdict: string, changes: Changes): string {
  const [first] = changes;
  if (first === undefined) return `it is ${verdict}`;
  const actions = first.actions.map((action) => action.slice(4));
  const what = actions.length > 4 ? `${actions.length} actions` : listed(actions);
  return `${first.who.text} ${first.direction === "gained" ? "may there" : "may not there"} ${what}`;
}

/** Each Deny of the primary that the replica does not have, said in whatever order. */
function lackedDenies(primary: Policy, replica: Policy): readonly Statement[] {
  const has = new Set(replica.statements.map((statement) => JSON.stringify(contentOf(statement))));
  return primary.statements.filter((statement) => statement.effect === "Deny" && !has.has(JSON.stringify(contentOf(statement))));
}

/** The policy with one name in the place of the Regions of the two keys: in ARNs, names of services and values. */
function withoutRegion({ policy }: WorldKey, keys: readonly WorldKey[]): Policy {
  const swap = (text: string): string => keys.reduce((left, { region }) => left.replaceAll(region, "us-east-1"), text);
  return {
    ...policy,
    statements: policy.statements.map((statement) => ({
      ...statement,
      ...(statement.principal && {
        principal: {
          ...statement.principal,
          members: statement.principal.members.map((member) => ({ ...member, value: swap(member.value) })),
        },
      }),
      ...(statement.resource && { resource: { ...statement.resource, members: statement.resource.members.map(swap) } }),
      conditions: statement.conditions.map((condition) => ({ ...condition, values: condition.values.map(swap) })),
    })),
  } as Policy;
}

import type { Condition, DoubtfulStatement, Policy, Statement } from "../../iam/policy.ts";
import type { Principal } from "../../iam/principal.ts";
import type { WorldResource } from "../estate.ts";

/**
 * The policy that decides on the side of a resource, for one caller: the one that is attached; the default that AWS writes where nobody else did; or what
 * stands in the place of a policy, accounts that it is shared with. Undefined where the resource's side is silent.
 */
export function decidingPolicy(resource: WorldResource, { kind }: Pick<Principal, "kind">): Policy | undefined {
  const { policy } = resource.kind;
  if (policy === "services only") return kind === "service" ? resource.policy : undefined; // enforced for nobody else (LOGS-RP)
  if (resource.kind.sharedWith) return once(SHARED, resource, shared);
  if (policy === "permissive" && resource.policy === undefined) return once(DEFAULTS, resource, topicDefault);
  return resource.policy;
}

const SHARED = new WeakMap<WorldResource, Policy>();
const DEFAULTS = new WeakMap<WorldResource, Policy>();

function once(made: WeakMap<WorldResource, Policy>, resource: WorldResource, make: (resource: WorldResource) => Policy): Policy {
  const known = made.get(resource) ?? make(resource);
  made.set(resource, known);
  return known;
}

const accounts = (operator: string, values: readonly string[], resource: WorldResource): Condition => ({
  operator,
  key: "aws:PrincipalAccount",
  values,
  at: resource.at,
});

/** Anybody for whom the conditions hold. */
function allowing(name: string, resource: WorldResource, actions: readonly string[], conditions: readonly Condition[]): Statement {
  const { at } = resource;
  return {
    ref: { policy: name, statement: 0 },
    effect: "Allow",
    principal: { mode: "only", members: [{ kind: "AWS", value: "*" }], at },
    action: { mode: "only", members: actions, at },
    resource: { mode: "only", members: ["*"], at },
    conditions,
    at,
  };
}

const policyOf = (name: string, statements: readonly Statement[], doubtful: readonly DoubtfulStatement[] = []): Policy => ({
  type: "resource",
  name,
  version: "2012-10-17",
  statements,
  ...(doubtful.length > 0 && { doubtful }),
});

/** What those may do with whom a snapshot or a parameter is shared: read and copy it. */
const OF_SHARED: Readonly<Record<string, readonly string[]>> = {
  "ebs-snapshot": ["ec2:CopySnapshot", "ec2:CreateVolume", "ebs:GetSnapshotBlock", "ebs:ListSnapshotBlocks", "ebs:ListChangedBlocks"],
  "rds-snapshot": ["rds:CopyDBSnapshot", "rds:RestoreDBInstanceFromDBSnapshot"],
  "rds-cluster-snapshot": ["rds:CopyDBClusterSnapshot", "rds:RestoreDBClusterFromSnapshot"],
  parameter: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParameterHistory", "ssm:GetParametersByPath"],
};

/**
 * Accounts that something is shared with are let in as by a resource policy; their identity policies decide then (EBS-SHARE, RDS-SHARE, SSM-SHARE). The
 * owner's own principals are not let in by it. What cannot be shared, a parameter that is not advanced, is not.
 */
function shared(resource: WorldResource): Policy {
  const { account, facts, name, kind, at } = resource;
  const { sharedWith, tier } = facts;
  const called = `sharing of ${name}`;
  const others = account === undefined ? [] : [accounts("StringNotEquals", [account], resource)];
  const to = (conditions: readonly Condition[]) => allowing(called, resource, OF_SHARED[kind.name] ?? [], conditions);
  const isNever = sharedWith?.length === 0 || (kind.name === "parameter" && tier === "standard");
  if (isNever) return policyOf(called, []);
  const isOpen = sharedWith === undefined || (kind.name === "parameter" && tier === undefined);
  const statement = to([
    ...others,
    ...(sharedWith === undefined || sharedWith === "all" ? [] : [accounts("StringEquals", sharedWith, resource)]),
  ]);
  if (!isOpen) return policyOf(called, [statement]);
  const text = sharedWith === undefined ? `whom ${name} is shared with` : `the tier of ${name}`;
  return policyOf(called, [], [{ ...statement, doubt: { id: `shared:${resource.arn}`, text, at } }]);
}

const OF_TOPIC = [
  "Subscribe",
  "Publish",
  "ListSubscriptionsByTopic",
  "GetTopicAttributes",
  "SetTopicAttributes",
  "AddPermission",
  "RemovePermission",
  "DeleteTopic",
];

/**
 * A topic's own policy lets those in whose AWS:SourceOwner is its account, and AWS does not document what that is for who calls by himself (SNS-OWN): of
 * the account's principals nobody knows, and others are not let in.
 */
function topicDefault(resource: WorldResource): Policy {
  const { name, account, at } = resource;
  const called = `policy of ${name}`;
  const own = account === undefined ? [] : [accounts("StringEquals", [account], resource)];
  const statement = allowing(
    called,
    resource,
    OF_TOPIC.map((action) => `sns:${action}`),
    own,
  );
  const doubt = { id: `default:${resource.arn}`, text: `AWS:SourceOwner in the default policy of ${name}`, at };
  return policyOf(called, [], [{ ...statement, doubt }]);
}

import type { Answer, Layer, PolicyVerdict, StatementVerdict } from "../authz/decision.ts";
import { beyondPolicies, readAction, readResource } from "../authz/target.ts";
import { abridged, printable } from "../base/text.ts";
import { parseArn } from "../iam/arn.ts";
import type { StatementRef } from "../iam/policy.ts";
import { determiningName, grouped, statementName } from "./wording.ts";

/** Whose request it is about whose resource: accounts, "" where not known. */
export type Sides = { readonly callerAccount: string; readonly resourceAccount: string };

/** The members of an answer that tell how it came about. */
export type Decided = Pick<Answer, "outcome" | "by" | "trace" | "rules">;

const isForeign = ({ callerAccount, resourceAccount }: Sides): boolean =>
  callerAccount !== "" && resourceAccount !== "" && callerAccount !== resourceAccount;

type Found = { readonly ref: StatementRef; readonly policy: PolicyVerdict; readonly statement: StatementVerdict };

/**
 * The ways by which a request is allowed, each a clause that says which statements and what they do. Between accounts the key's account and the
 * caller's must both allow (IAM User Guide, cross-account policy evaluation logic).
 */
export function routesOf(answer: Decided, sides: Sides): readonly string[] {
  const found = answer.by.flatMap((by) => ("grant" in by ? [] : [locate(answer, by)]));
  const grants = answer.by.flatMap((by) => ("grant" in by ? [determiningName(by)] : []));
  const resource = found.filter((it) => it?.policy.layer === "resource") as readonly Found[];
  const identity = found.filter((it) => it?.policy.layer === "identity") as readonly Found[];
  const delegating = resource.filter(({ statement }) => statement.way === "account");
  const direct = resource.filter(({ statement }) => statement.way !== "account");
  const ask = identity.length > 0 ? `${namesIn(identity)} (identity) ${allow(identity)} it` : "";
  if (isRetiring(answer)) return grants.map((grant) => `the caller may retire ${grant}${ask === "" ? "" : `, and ${ask}`}`);
  if (isForeign(sides)) return foreignRoutes(resource, grants, ask, sides);
  return [
    ...direct.map((one) => `${namesIn([one])} (${printable(one.policy.policy, 80)}) ${WAYS[one.statement.way ?? "direct"]}`),
    ...(delegating.length > 0 ? [delegation(delegating, ask, sides)] : []),
    ...(delegating.length === 0 && ask !== "" ? [ask] : []),
    ...grants.map((grant) => `${grant} allows the grantee`),
  ];
}

/** The grant itself says who may retire it (KMS Developer Guide, retiring and revoking grants). */
const isRetiring = ({ trace }: Decided): boolean => readAction(trace.action)?.kms?.policy === "grant";

const WAYS = {
  direct: "names the caller",
  role: "names the caller's role",
  user: "names the user who issued the session",
  account: "",
} as const;

function delegation(delegating: readonly Found[], ask: string, { callerAccount }: Sides): string {
  const policy = printable(delegating[0]?.policy.policy ?? "", 80);
  const subject = `${namesIn(delegating)} (${policy}) ${delegating.length === 1 ? "delegates" : "delegate"} to account ${printable(callerAccount)}`;
  return ask === "" ? `${subject}, whose root user is the caller` : `${subject}, and ${ask}`;
}

function foreignRoutes(
  resource: readonly Found[],
  grants: readonly string[],
  ask: string,
  { callerAccount, resourceAccount }: Sides,
): readonly string[] {
  const theirs = ask === "" ? "" : `, and in the caller's account ${printable(callerAccount)} ${ask}`;
  const policy = printable(resource[0]?.policy.policy ?? "", 80);
  const byPolicy = `${namesIn(resource)} (${policy} of account ${printable(resourceAccount)}) ${allow(resource)} it${theirs}`;
  return [...(resource.length > 0 ? [byPolicy] : []), ...grants.map((grant) => `${grant} allows the grantee${theirs}`)];
}

const allow = (found: readonly unknown[]): string => (found.length === 1 ? "allows" : "allow");

const namesIn = (found: readonly Found[]): string =>
  abridged(
    found.map(({ ref, policy }) =>
      policy.layer === "resource" ? statementName(ref) : ref.sid ? statementName(ref) : determiningName(ref),
    ),
    "and",
  );

function locate({ trace }: Decided, ref: StatementRef): Found | undefined {
  for (const policy of trace.policies) {
    if (policy.policy !== ref.policy) continue;
    const statement = policy.statements.find((it) => it.ref.statement === ref.statement && it.applies !== false);
    if (statement) return { ref, policy, statement };
  }
  return undefined;
}

/** What the policies of a denied request do not say, layer by layer: what somebody would have to write, not what the caller could ask. */
export function lackingOf(answer: Decided, sides: Sides): readonly string[] {
  const { trace, by, outcome } = answer;
  const action = printable(trace.action);
  if (outcome === "explicitDeny") {
    return [`while ${abridged(by.map(determiningName), "and")} ${by.length === 1 ? "applies" : "apply"}, nothing else can allow ${action}`];
  }
  if (isBeyondPolicies(answer, sides)) return [];
  return [...lackingCaps(answer, action), ...lackingAllow(answer, sides, action)];
}

/**
 * Refused whatever policies say: checks AWS never makes, what AWS keeps to itself, other partitions; of KMS also unsigned calls and retiring without a grant (KMS Developer Guide,
 * AWS KMS permissions).
 */
function isBeyondPolicies(answer: Decided, sides: Sides): boolean {
  const { trace } = answer;
  const isKms = trace.action.startsWith("kms:");
  const [action, resource] = [readAction(trace.action), readResource(trace.resource)];
  if (action === undefined || resource === undefined || (isKms && action.kms === undefined)) return isKms;
  const manager = answer.rules?.includes("kms.aws-managed.kept") ? "aws" : undefined;
  if (beyondPolicies(action, resource, parseArn(trace.principal)?.partition ?? "", manager) !== undefined) return true;
  if (isForeign(sides) && action.stays) return true;
  return isKms && (trace.principal === "anonymous" || isRetiring(answer));
}

const CAPS: readonly (readonly [Layer, string])[] = [
  ["endpoint", "the VPC endpoint policy does"],
  ["boundary", "the permissions boundary does"],
  ["session", "the session policies do"],
];

/** Caps that were given and let nothing through; of service control policies one level is enough for that. */
function lackingCaps(answer: Decided, action: string): readonly string[] {
  const levels = grouped(ofLayer(answer, "service-control"), ({ level = 0 }) => level);
  const blocked = [...levels].filter(([, policies]) => applying(policies).length === 0);
  return [
    ...blocked.map(([level]) => `no service control policy of level ${level + 1} allows ${action}`),
    ...CAPS.flatMap(([layer, words]) => {
      const policies = ofLayer(answer, layer);
      return policies.length > 0 && applying(policies).length === 0 ? [`${words} not allow ${action}`] : [];
    }),
  ];
}

const ofLayer = ({ trace }: Decided, layer: Layer): readonly PolicyVerdict[] => trace.policies.filter((policy) => policy.layer === layer);

const applying = (policies: readonly PolicyVerdict[]): readonly StatementVerdict[] =>
  policies.flatMap(({ statements }) => statements.filter(({ effect, applies }) => effect === "Allow" && applies !== false));

function lackingAllow(answer: Decided, sides: Sides, action: string): readonly string[] {
  if (answer.trace.grants.some(({ applies }) => applies !== false)) return lackingBesideGrant(answer, sides, action);
  const inKey = applying(ofLayer(answer, "resource"));
  const inIdentity = applying(ofLayer(answer, "identity"));
  const key = ofLayer(answer, "resource").find(({ type }) => type === "trust") ? "trust policy" : "key policy";
  const account = printable(sides.callerAccount);
  const noIdentity = `no identity policy allows ${action}`;
  if (isForeign(sides)) {
    const none = `the ${answer.trace.action.startsWith("kms:") ? key : "resource policy"} of account ${printable(sides.resourceAccount)} does not allow ${action} to the caller or to account ${account}`;
    return [...(inKey.length === 0 ? [none] : []), ...(inIdentity.length === 0 ? [noIdentity] : [])];
  }
  if (inKey.some(({ way }) => way === "account") && inIdentity.length === 0)
    return [`${noIdentity}; the ${key} delegates to account ${account}`];
  if (inKey.length > 0 || (inIdentity.length > 0 && ofLayer(answer, "resource").length === 0 && !isKey(answer))) return [];
  if (!isKey(answer) && key === "key policy") return [noIdentity];
  const delegates = account === "" ? "" : `, and ${delegationWords(answer, account)}`;
  return [`the ${key} does not allow ${action} to the caller${delegates}`];
}

/** A policy that delegates something else, or on a condition, does delegate. */
function delegationWords(answer: Decided, account: string): string {
  const allows = ofLayer(answer, "resource").flatMap(({ statements }) =>
    statements.filter(({ effect, way }) => effect === "Allow" && way === "account"),
  );
  if (allows.length === 0) return `does not delegate to account ${account}`;
  const inVain = allows.every(({ failures }) => failures.some(({ part }) => part === "action"));
  return inVain
    ? `delegates only other actions to account ${account}`
    : `delegates it to account ${account} only under conditions that do not hold`;
}

/** A grant opens the key for its grantee; what it may lack then is the caller's own account (KMS Developer Guide, grants). */
const lackingBesideGrant = (answer: Decided, sides: Sides, action: string): readonly string[] =>
  isForeign(sides) && applying(ofLayer(answer, "identity")).length === 0 ? [`no identity policy allows ${action}`] : [];

const isKey = ({ trace }: Decided): boolean => trace.action.startsWith("kms:") && trace.resource.includes(":key/");

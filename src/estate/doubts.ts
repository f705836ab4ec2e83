import type { Doubt, DoubtfulStatement, Policy, PolicyType } from "../iam/policy.ts";

/*
 * What a world does not know, as statements that may be there: the least that the world allows is without the doubtful Allows and with the doubtful
 * Denies, the most the other way round. What both decide alike is so whatever the truth is.
 */

/** A policy that is there and of which nothing is known: it may allow anything, and unless `denies` is false it may deny anything. */
export function unknownPolicy(type: PolicyType, name: string, doubt: Doubt, denies = true): Policy {
  const about = (what: "allows" | "denies"): Doubt => ({ ...doubt, id: `${doubt.id}:${what}` });
  const allow = type === "resource-control" ? [] : [everything(type, name, "Allow", about("allows"))];
  const deny = denies ? [everything(type, name, "Deny", about("denies"))] : [];
  return { type, name, version: "2012-10-17", statements: [], doubtful: [...allow, ...deny] };
}

/** The policy, and statements that may be there besides. */
export const withDoubtful = (policy: Policy, more: readonly DoubtfulStatement[]): Policy =>
  more.length === 0 ? policy : { ...policy, doubtful: [...(policy.doubtful ?? []), ...more] };

/** Whether some of a policy is not known. */
export const isDoubtful = ({ doubtful }: Policy): boolean => doubtful !== undefined && doubtful.length > 0;

const HAVE_PRINCIPALS: ReadonlySet<PolicyType> = new Set(["key-policy", "resource", "trust", "endpoint", "resource-control"]);

/** A statement about all actions, or these, that anybody asks of anything. */
export function everything(
  type: PolicyType,
  policy: string,
  effect: "Allow" | "Deny",
  doubt: Doubt,
  actions: readonly string[] = ["*"],
): DoubtfulStatement {
  const at = doubt.at ?? { file: policy, pointer: "" };
  return {
    ref: { policy, statement: 0, sid: doubt.text },
    effect,
    principal: HAVE_PRINCIPALS.has(type) ? { mode: "only", members: [{ kind: "AWS", value: "*" }], at } : undefined,
    action: { mode: "only", members: actions, at },
    resource: type === "trust" ? undefined : { mode: "only", members: ["*"], at },
    conditions: [],
    at,
    doubt,
  };
}

/** Identity policies besides those that are told. */
export const otherPolicies = (arn: string, name: string): Policy =>
  unknownPolicy("identity", `identity policies of ${name}`, { id: `${OTHERS}${arn}`, text: `identity policies of ${name}` }, false);

const OTHERS = "policies:";

/** Grants and identity policies that nobody listed: they can only allow, and a change of documents changes none of them. */
export const isOfList = ({ id }: Doubt): boolean => id.startsWith(OF_GRANTS) || id.startsWith(OTHERS);

const OF_GRANTS = "grants:";

export const isOfOthers = ({ statements, doubtful = [] }: Policy): boolean =>
  statements.length === 0 && doubtful.length > 0 && doubtful.every(({ doubt }) => doubt.id.startsWith(OTHERS));

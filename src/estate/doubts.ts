import type { Doubt, DoubtfulStatement, Policy, PolicyType } from "../iam/policy.ts";
import { isUniqueId } from "../iam/principal.ts";

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

export const isOfOthers = ({ statements, doubtful = [] }: Policy): boolean =>
  statements.length === 0 && doubtful.length > 0 && doubtful.every(({ doubt }) => doubt.id.startsWith(OTHERS));

const OPEN_IDS = new WeakMap<Policy, Policy>();

/** A policy as it reads for somebody whose unique id is not known: statements that name principals by such ids may name him. */
export function withOpenIds(policy: Policy): Policy {
  const known = OPEN_IDS.get(policy);
  if (known !== undefined) return known;
  const doubtful: DoubtfulStatement[] = [];
  const statements = policy.statements.map((statement) => {
    const { principal, at } = statement;
    const others = principal?.members.filter(({ kind, value }) => kind !== "AWS" || !isUniqueId(value));
    if (principal === undefined || others === undefined || others.length === principal.members.length) return statement;
    const ids = principal.members.filter((member) => !others.includes(member)).map(({ value }) => value);
    const doubt: Doubt = { id: `unique-id:${principal.mode}:${ids.join()}`, text: `whose unique id ${ids.join(" or ")} is`, at };
    const isOnly = principal.mode === "only";
    const anyone = { ...principal, members: isOnly ? [{ kind: "AWS" as const, value: "*" }] : others };
    doubtful.push({ ...statement, principal: anyone, doubt });
    if (!isOnly) return { ...statement, action: { mode: "only" as const, members: [], at } };
    return { ...statement, principal: { ...principal, members: others } };
  });
  const read = doubtful.length === 0 ? policy : withDoubtful({ ...policy, statements }, doubtful);
  OPEN_IDS.set(policy, read);
  return read;
}

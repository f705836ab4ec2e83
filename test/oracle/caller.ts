import type { PrincipalFacts } from "../../src/iam/request.ts";

export type Kind = "user" | "role" | "session" | "federated" | "root" | "service" | "anonymous";

/** Who asks. A `role` is a session of that role whose name is not known. */
export type Caller = {
  readonly kind: Kind;
  readonly arn: string;
  readonly partition: string;
  readonly account: string | undefined; // services and unsigned callers have none
  readonly name: string; // user, role, federated user or service
  readonly session: string | undefined;
  readonly roleArn: string | undefined;
  readonly rolePathTold: boolean; // false: the role may be under any path
  readonly facts: PrincipalFacts;
};

const last = (text: string): string => text.split("/").at(-1) ?? "";

export function readCaller(principal: string | PrincipalFacts): Caller {
  const facts: PrincipalFacts = typeof principal === "string" ? { arn: principal } : principal;
  const [prefix, partition = "", , , account = "", ...rest] = facts.arn.split(":");
  const resource = rest.join(":");
  const nobody = { arn: facts.arn, partition, account, session: undefined, roleArn: undefined, rolePathTold: true, facts };
  if (facts.arn === "anonymous") return { ...nobody, kind: "anonymous", account: undefined, name: "" };
  if (prefix !== "arn") return { ...nobody, kind: "service", account: undefined, name: facts.arn };
  if (resource === "root") return { ...nobody, kind: "root", name: "root" };
  if (resource.startsWith("user/")) return { ...nobody, kind: "user", name: last(resource) };
  if (resource.startsWith("federated-user/")) return { ...nobody, kind: "federated", name: resource.slice("federated-user/".length) };
  if (resource.startsWith("role/")) return { ...nobody, kind: "role", name: last(resource), roleArn: facts.arn };
  const [, name = "", session = ""] = resource.split("/");
  const roleArn = facts.roleArn ?? `arn:${partition}:iam::${account}:role/${name}`;
  return { ...nobody, kind: "session", name, session, roleArn, rolePathTold: facts.roleArn !== undefined };
}

/** A federation session of the root user has no identity policies and no boundary, like the root user. */
export const isOfRoot = (caller: Caller): boolean =>
  caller.kind === "root" || (caller.kind === "federated" && caller.facts.userArn?.endsWith(":root") === true);

/** AWS's own roles, which nobody else can make: where their ARNs can lie. A star is one part of the path. */
const OWN_ROLES = [
  { begins: "AWSReservedSSO_", below: ["role/aws-reserved/sso.amazonaws.com/", "role/aws-reserved/sso.amazonaws.com/*/"] },
  { begins: "AWSServiceRoleFor", below: ["role/aws-service-role/*/"] },
];

/** Of a session whose role's path is not told. */
export const ownRolePaths = ({ kind, name, rolePathTold }: Caller): readonly string[] | undefined =>
  kind === "session" && !rolePathTold ? OWN_ROLES.find(({ begins }) => name.startsWith(begins))?.below : undefined;

export const isServiceLinked = (caller: Caller): boolean =>
  caller.facts.serviceLinkedRole === true ||
  ownRolePaths(caller)?.[0]?.startsWith("role/aws-service-role/") === true ||
  caller.roleArn?.split(":")[5]?.startsWith("role/aws-service-role/") === true;

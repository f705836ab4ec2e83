import { fail, ok, type Result } from "../base/result.ts";
import { shown } from "../base/text.ts";
import { isAccountId, parseArn } from "./arn.ts";
import type { PrincipalEntry } from "./policy.ts";
import { contradictionOf } from "./principal-facts.ts";
import type { PrincipalFacts } from "./request.ts";
import { reservedPaths, SERVICE_LINKED } from "./reserved-roles.ts";

/** Who asks, resolved once. Members are "" where the kind has none (a service has no account). */
export type Principal = {
  readonly kind: "user" | "role-session" | "federated-user" | "root" | "service" | "anonymous";
  readonly arn: string; // as given: an ARN, a service name, "anonymous"
  readonly partition: string;
  readonly account: string;
  readonly name: string; // user, role, federated-user name without path; the service name
  readonly principalArn: string | undefined; // aws:PrincipalArn: of a role session the role's ARN, path included
  readonly pathKnown: boolean; // of a role session: principalArn was told, not made up from the session ARN
  readonly session: string | undefined; // of a role session, where known
  readonly issuer: string | undefined; // of a federated-user session: the ARN of the user, or root user, that issued it
  readonly userId: string | undefined;
  readonly serviceLinked: boolean;
  readonly managementAccount: boolean;
  readonly facts: PrincipalFacts | undefined;
};

/** Reads a principal as formats name them: an ARN, a service principal, `anonymous`, or an object with more facts, which must agree with its ARN. */
export function parsePrincipal(given: string | PrincipalFacts): Result<Principal, string> {
  const caller = readPrincipal(given);
  if (!caller.ok || typeof given === "string") return caller;
  const contradiction = contradictionOf(caller.value, given);
  return contradiction === undefined ? caller : fail(contradiction);
}

function readPrincipal(given: string | PrincipalFacts): Result<Principal, string> {
  const facts = typeof given === "string" ? undefined : given;
  const arn = typeof given === "string" ? given : given.arn;
  if (arn === "anonymous") return ok(made("anonymous", arn, arn, NOWHERE, facts, {}));
  if (isServicePrincipal(arn)) return ok(made("service", arn, arn, NOWHERE, facts, {}));
  const parsed = parseArn(arn);
  if (parsed === undefined || CONTROL.test(arn)) return fail(`${shown(arn)} is neither an ARN, nor a service principal, nor \`anonymous\``);
  const { service, account, resource } = parsed;
  if (!isAccountId(account) || parsed.region !== "") return fail(`${shown(arn)} has no 12-digit account where an IAM or STS ARN has it`);
  const slash = resource.indexOf("/");
  const [type, path] = slash < 0 ? [resource, ""] : [resource.slice(0, slash), resource.slice(slash + 1)];
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (service === "iam" && resource === "root") return ok(made("root", arn, "root", parsed, facts, { principalArn: arn }));
  if (name === "" || /[*?]/.test(path)) return fail(`${shown(arn)} does not name one user, role or session`);
  if (service === "iam" && type === "user") return ok(made("user", arn, name, parsed, facts, { principalArn: arn }));
  if (service === "iam" && type === "role")
    return ok(made("role-session", arn, name, parsed, facts, { principalArn: arn, serviceLinked: linked(facts, path) }));
  if (service === "sts" && type === "federated-user")
    return ok(made("federated-user", arn, path, parsed, facts, { principalArn: arn, issuer: facts?.userArn }));
  if (service === "sts" && type === "assumed-role") return sessionPrincipal(arn, path, parsed, facts);
  return fail(`${shown(arn)} is not a user, role, assumed-role session, federated-user or root ARN`);
}

type Home = Pick<Principal, "partition" | "account">;

const NOWHERE: Home = { partition: "", account: "" };

/** One shape of object for all kinds: what is read of callers in every request is then found at one place. */
const made = (
  kind: Principal["kind"],
  arn: string,
  name: string,
  { partition, account }: Home,
  facts: PrincipalFacts | undefined,
  more: Partial<Pick<Principal, "principalArn" | "pathKnown" | "session" | "issuer" | "serviceLinked">>,
): Principal => ({
  kind,
  arn,
  partition,
  account,
  name,
  principalArn: more.principalArn,
  pathKnown: more.pathKnown ?? true,
  session: more.session,
  issuer: more.issuer,
  userId: account === "" ? undefined : facts?.userId, // services and unsigned callers have none
  serviceLinked: more.serviceLinked ?? false,
  managementAccount: account !== "" && facts?.managementAccount === true,
  facts,
});

function sessionPrincipal(arn: string, path: string, home: Home, facts: PrincipalFacts | undefined): Result<Principal, string> {
  const slash = path.indexOf("/");
  const [name, session] = [path.slice(0, slash), path.slice(slash + 1)];
  if (slash <= 0 || session === "" || session.includes("/")) return fail(`${shown(arn)} is not \`assumed-role/ROLE/SESSION\``);
  if (facts?.roleArn === undefined) {
    const principalArn = `arn:${home.partition}:iam::${home.account}:role/${name}`;
    const serviceLinked = linked(facts, reservedPaths(name)?.[0] ?? "");
    return ok(made("role-session", arn, name, home, facts, { session, principalArn, pathKnown: false, serviceLinked }));
  }
  const principalArn = facts.roleArn;
  const role = parseArn(principalArn);
  const roleName = role?.resource.slice(role.resource.lastIndexOf("/") + 1);
  const isTheirs = role?.service === "iam" && role.partition === home.partition && role.region === "" && role.account === home.account;
  if (!isTheirs || !role.resource.startsWith("role/") || roleName !== name || CONTROL.test(principalArn))
    return fail(`\`roleArn\` ${shown(principalArn)} is not the role of ${shown(arn)}`);
  const serviceLinked = linked(facts, role.resource.slice("role/".length));
  return ok(made("role-session", arn, name, home, facts, { session, principalArn, serviceLinked }));
}

/** No name has control characters (IAM User Guide, IAM identifiers); a text with them would break a message into lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; without the flag `u` it is found in half the time
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** Service-linked roles live under a path of their own (rule context.untold.reserved-roles). */
const linked = (facts: PrincipalFacts | undefined, path: string): boolean => facts?.serviceLinkedRole ?? path.startsWith(SERVICE_LINKED);

/** `kms.amazonaws.com`, `s3.eu-south-1.amazonaws.com`, `ec2.amazonaws.com.cn`. */
export const isServicePrincipal = (text: string): boolean => /^[a-z0-9][a-z0-9.-]{0,200}\.amazonaws\.com(\.cn)?$/.test(text);

/** Whom an entry of `Principal` names (IAM User Guide, Principal element). */
export type PrincipalPattern =
  | { readonly kind: "anyone" }
  | { readonly kind: "account"; readonly account: string; readonly partition: string | undefined } // delegates to that account
  | { readonly kind: "user" | "federated-user"; readonly arn: string }
  | { readonly kind: "role"; readonly arn: string; readonly partition: string; readonly account: string; readonly name: string }
  | { readonly kind: "session"; readonly partition: string; readonly account: string; readonly name: string; readonly session: string }
  | { readonly kind: "unique-id"; readonly id: string }
  | { readonly kind: "service"; readonly name: string }
  | { readonly kind: "nobody" }; // a form that no caller of ours has: Federated, CanonicalUser

/** Reads an entry of `Principal`, a grantee or a retiring principal; undefined where it is no form AWS knows. */
export function parsePrincipalPattern({ kind, value }: PrincipalEntry): PrincipalPattern | undefined {
  if (kind === "Service") return isServicePrincipal(value) ? { kind: "service", name: value } : undefined;
  if (kind !== "AWS") return value === "" ? undefined : { kind: "nobody" };
  if (value === "*") return { kind: "anyone" };
  if (isAccountId(value)) return { kind: "account", account: value, partition: undefined };
  if (/^A(ID|RO)A[A-Z0-9]{12,124}(:.{1,64})?$/.test(value)) return { kind: "unique-id", id: value };
  const arn = parseArn(value);
  if (arn === undefined || !isAccountId(arn.account) || arn.region !== "" || /[*?]/.test(value)) return undefined;
  const { partition, account, resource, service } = arn;
  if (service === "iam" && resource === "root") return { kind: "account", account, partition };
  const [type = "", ...rest] = resource.split("/");
  const name = rest.at(-1);
  if (name === undefined || name === "") return undefined;
  if (service === "iam" && type === "user") return { kind: "user", arn: value };
  if (service === "iam" && type === "role") return { kind: "role", arn: value, partition, account, name };
  if (service === "sts" && type === "federated-user") return { kind: "federated-user", arn: value };
  if (service === "sts" && type === "assumed-role" && rest.length === 2 && rest[0] !== "") {
    return { kind: "session", partition, account, name: rest[0] as string, session: name };
  }
  return undefined;
}

/** The unique id of a role or a user, alone or with the name of a session: AROA…, AIDA…, AROA…:session. */
export const isUniqueId = (text: string): boolean => parsePrincipalPattern({ kind: "AWS", value: text })?.kind === "unique-id";

/** How an entry names a caller; "perhaps" where it names one session of the caller's role and the session is not known. */
export type Naming = "direct" | "role" | "user" | "account" | "perhaps" | undefined;

/**
 * What a form of principal covers: rule iam.principal.account, rule iam.principal.role, rule iam.principal.session, rule iam.principal.exact,
 * rule iam.principal.everyone, rule iam.principal.issuer-deny, rule context.untold.session-name.
 */
export function naming(pattern: PrincipalPattern, caller: Principal): Naming {
  switch (pattern.kind) {
    case "anyone":
      return "direct";
    case "account":
      return pattern.account === caller.account && (pattern.partition ?? caller.partition) === caller.partition ? "account" : undefined;
    case "user":
      if (caller.kind === "user" && caller.arn === pattern.arn) return "direct";
      return caller.kind === "federated-user" && caller.issuer === pattern.arn ? "user" : undefined;
    case "role":
      return isRole(pattern, caller) ? "role" : undefined;
    case "session":
      if (caller.kind !== "role-session" || !sameName(pattern, caller)) return undefined;
      return caller.session === undefined ? "perhaps" : caller.session === pattern.session ? "direct" : undefined;
    case "federated-user":
      return caller.kind === "federated-user" && caller.arn === pattern.arn ? "direct" : undefined;
    case "unique-id":
      return namedById(pattern.id, caller);
    case "service":
      return caller.kind === "service" && caller.name === pattern.name ? "direct" : undefined;
    case "nobody":
      return undefined;
  }
}

const sameName = (pattern: { partition: string; account: string; name: string }, caller: Principal): boolean =>
  pattern.name === caller.name && pattern.account === caller.account && pattern.partition === caller.partition;

/** Session ARNs drop the role's path; role names are unique in an account whatever their path (rule iam.principal.role-path). */
const isRole = (pattern: PrincipalPattern & { kind: "role" }, caller: Principal): boolean =>
  caller.kind === "role-session" && (caller.pathKnown ? caller.principalArn === pattern.arn : sameName(pattern, caller));

/** Rule iam.principal.unique-id. */
function namedById(id: string, caller: Principal): Naming {
  if (caller.userId === undefined) return undefined;
  if (caller.kind === "user") return caller.userId === id ? "direct" : undefined;
  if (caller.kind !== "role-session") return undefined;
  const [role = "", session = caller.session] = splitId(caller.userId);
  const [wantedRole = "", wantedSession] = splitId(id);
  if (role !== wantedRole) return undefined;
  if (wantedSession === undefined) return "role";
  return session === undefined ? "perhaps" : session === wantedSession ? "direct" : undefined;
}

const splitId = (id: string): [string, string | undefined] => {
  const colon = id.indexOf(":");
  return colon < 0 ? [id, undefined] : [id.slice(0, colon), id.slice(colon + 1)];
};

import type { Said } from "../authz/answer.ts";
import type { CompiledPolicy } from "../authz/compile.ts";
import { invariant } from "../base/invariant.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import { parseArn } from "../iam/arn.ts";
import { parsePrincipal } from "../iam/principal.ts";
import type { ContextValue, PrincipalFacts } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import type { Home } from "./state.ts";
import { uniqueId } from "./unique-id.ts";

/** Who makes a call, and from where: all that is known of it beside the request. Made once for many calls. */
export type Caller = {
  readonly principal: PrincipalFacts; // complete: a role is one of its sessions, and every principal has its unique id
  readonly kind: "user" | "role-session" | "federated-user" | "root" | "service";
  readonly account: string; // "" for a service
  readonly roleArn: string | undefined; // of a role session
  readonly home: Home; // where its calls go: for a service, the account that it works for
  readonly side: CallerSide;
  readonly viaService: string | undefined;
  readonly context: Readonly<Record<string, ContextValue>>; // condition keys of every call: addresses, endpoints, organization
  readonly unknown: readonly string[]; // those of them that nobody knows
  readonly said: Said; // what of all this who made it said himself
  readonly startsSession: boolean; // temporary credentials, of which nobody says when they were issued
  readonly agent: Agent;
};

/** What has a say about a caller beside the key: policies attached to it, its account or its path. */
export type CallerSide = {
  readonly identity: readonly CompiledPolicy[];
  readonly boundary: CompiledPolicy | undefined;
  readonly session: readonly CompiledPolicy[] | undefined;
  readonly serviceControl: readonly (readonly CompiledPolicy[])[];
  readonly endpoint: CompiledPolicy | undefined;
};

/** How the audit event names the way of the call. */
export type Agent = {
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly accessKeyId?: string; // with which it signed, where that was seen
};

/** What an AWS SDK signs with. Known to the KMS that issued it and to nothing else: it opens nothing at AWS. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string; // of all but users and root users
};

const SESSION_NAME = "kmsward";

/**
 * The facts of a principal by its ARN, or by the facts themselves: a role is asked for by the name of its session (`kmsward` if none is given), and
 * unique ids that nobody told are made up from the ARN, the same every time.
 */
export function completePrincipal(given: PrincipalFacts, session?: string): PrincipalFacts {
  const caller = parsePrincipal(given);
  if (!caller.ok) throw new RangeError(`principal: ${caller.error}`);
  const { kind, partition, account, name } = caller.value;
  if (kind === "anonymous") throw new RangeError("principal: AWS KMS answers signed calls only");
  if (kind === "role-session") {
    const roleArn = given.roleArn ?? caller.value.principalArn ?? given.arn;
    const sessionName = session ?? caller.value.session ?? SESSION_NAME;
    const role = given.userId?.split(":", 1)[0] ?? uniqueId("AROA", roleArn);
    return {
      ...given,
      arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}`,
      roleArn,
      userId: `${role}:${sessionName}`,
    };
  }
  return kind === "user" && given.userId === undefined ? { ...given, userId: uniqueId("AIDA", given.arn) } : given;
}

export function makeCaller(parts: {
  readonly principal: PrincipalFacts;
  readonly home: Home;
  readonly side: CallerSide;
  readonly viaService?: string | undefined;
  readonly context?: Readonly<Record<string, ContextValue>> | undefined;
  readonly unknown?: readonly string[] | undefined;
  readonly said?: Said | undefined;
}): Caller {
  const { principal, home, side, viaService, unknown = [], said: own = {} } = parts;
  const parsed = parsePrincipal(principal);
  invariant(parsed.ok && parsed.value.kind !== "anonymous", "a caller is made of a complete principal");
  const { kind, account } = parsed.value;
  const host = viaService === undefined ? undefined : `${viaService.split(".", 1)[0]}.amazonaws.com`;
  const given = copied(parts.context ?? {});
  const address = given["aws:SourceIp"];
  const agent = { sourceIPAddress: host ?? (typeof address === "string" ? address : THIS_MACHINE), userAgent: host ?? "kmsward" };
  const said = new Set([...Object.keys(given), ...unknown].map(foldCase));
  const sent = {
    ...sentBy(agent, said, host === undefined && kind !== "service" && !said.has("aws:viaawsservice")),
    "aws:SecureTransport": true,
  }; // the service answers over TLS only
  const context = { ...Object.fromEntries(Object.entries(sent).filter(([name]) => !said.has(foldCase(name)))), ...given };
  return {
    principal,
    kind,
    account,
    roleArn: principal.roleArn,
    home,
    side,
    viaService,
    context,
    unknown,
    said: own,
    startsSession: (kind === "role-session" || kind === "federated-user") && !said.has("aws:tokenissuetime"),
    agent,
  };
}

const THIS_MACHINE = "127.0.0.1";

/** What AWS sends with every call: its agent, and from where it comes, directly or through the endpoint that it names. `said`: in lower case. */
function sentBy({ userAgent }: Agent, said: ReadonlySet<string>, isDirect: boolean): Caller["context"] {
  const sent = { "aws:UserAgent": userAgent };
  const ways = new Set([...said].map((name) => conditionKey(name)?.when));
  if (!isDirect || ways.has("public") || said.has("*")) return sent;
  return { ...sent, [ways.has("endpoint") ? "aws:VpcSourceIp" : "aws:SourceIp"]: THIS_MACHINE };
}

/** Every spelling by which a grant can name this caller as its grantee (KMS API Reference, CreateGrant). */
export function granteeSpellings({ principal, account, roleArn, home }: Caller): readonly string[] {
  const { arn, userId } = principal;
  const spellings = [arn];
  if (roleArn !== undefined) spellings.push(roleArn);
  if (principal.userArn !== undefined) spellings.push(principal.userArn);
  if (account !== "") spellings.push(account, `arn:${parseArn(arn)?.partition ?? home.partition}:iam::${account}:root`);
  if (userId !== undefined) spellings.push(userId, userId.split(":", 1)[0] as string);
  return spellings;
}

/**
 * Later changes of a caller's lists change nothing here. Keys are spelled as the call spells its own, so that one wins over the other; of one that is said
 * twice nothing is made better: the engine refuses it.
 */
function copied(context: Readonly<Record<string, ContextValue>>): Readonly<Record<string, ContextValue>> {
  const names = Object.keys(context);
  const isPlain = new Set(names.map(foldCase)).size === names.length;
  return Object.fromEntries(names.map((name) => [isPlain ? spelled(name) : name, copy(context[name] as ContextValue)]));
}

const copy = (value: ContextValue): ContextValue => (Array.isArray(value) ? [...value] : value);

const spelled = (name: string): string => {
  const key = conditionKey(name)?.name;
  return key === undefined || foldCase(key) !== foldCase(name) ? name : key;
};

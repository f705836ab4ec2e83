import { stringify } from "yaml";
import type { Answer, Outcome } from "../authz/decision.ts";
import { toValue } from "../base/json-source.ts";
import { parseArn } from "../iam/arn.ts";
import type { Grant, Request } from "../iam/request.ts";
import { readYaml } from "../world/yaml-source.ts";
import { requestOf } from "./answer.ts";
import { hasWorld, type PageDocument, type Role } from "./documents.ts";
import { treeOf } from "./read.ts";
import type { PageState } from "./state.ts";

const EXPECT: Readonly<Record<Outcome, string>> = {
  allowed: "allow",
  explicitDeny: "explicit-deny",
  implicitDeny: "implicit-deny",
  undetermined: "undetermined",
};

/** A test file (`*.ward.yaml`) that asks the question and expects the answer that there is now. */
export function wardFile(state: PageState, answer: Answer): string {
  const { documents, question } = state;
  const request = requestOf(question);
  const inWorld = hasWorld(documents);
  const world = inWorld ? worldIn(documents) : worldOfCase(documents, request);
  const arn = typeof request.principal === "string" ? request.principal : request.principal.arn;
  const isKey = inWorld ? !isArnOfOther(request.resource) : /:key\//.test(request.resource);
  const { context, encryptionContext, viaService, grantTokens, time, unknown } = request;
  const endpoint = inWorld ? question.endpoint : documents.some(({ role }) => role === "endpoint") ? "endpoint" : undefined;
  const theCase = {
    name: `${nameOf(arn)} ${question.flow?.name ?? request.action}`,
    principal: inWorld ? arn : "asker",
    ...(question.flow ? { flow: { [question.flow.name]: question.flow.parameters } } : { action: request.action }),
    ...(isKey ? { key: inWorld ? request.resource : "key" } : { resource: request.resource }),
    ...(context && { context }),
    ...(encryptionContext && { encryptionContext }),
    ...(viaService && { viaService }),
    ...(grantTokens && { grantTokens }),
    ...(endpoint && { endpoint }),
    ...(time && { time }),
    ...(unknown && { unknown }),
    expect: EXPECT[answer.outcome],
  };
  const file = { version: 1, world, cases: [theCase] };
  return `# Written by kmsward's playground: what is decided today. Read it before you keep it: is it also what you want?\n${stringify(file, { lineWidth: 0 })}`;
}

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf(":") + 1);
const isArnOfOther = (resource: string): boolean => resource === "*" || (resource.startsWith("arn:") && !resource.includes(":kms:"));

/** One world by itself is a part of the test file; one of several files is named. */
function worldIn(documents: readonly PageDocument[]): unknown {
  const worlds = documents.filter(({ role }) => role === "world");
  const [only] = worlds;
  if (only === undefined || documents.length > 1) return worlds.map(({ name }) => `./${name}`);
  const { node } = readYaml(only.text);
  return node === undefined ? {} : toValue(node);
}

/** The documents of a case as a world: who asks, and one key. */
function worldOfCase(documents: readonly PageDocument[], request: Request): object {
  const of = (role: Role) => documents.filter((document) => document.role === role).map(plainOf);
  const facts = typeof request.principal === "string" ? { arn: request.principal } : request.principal;
  const { orgId, orgPath: _, managementAccount, ...asker } = facts;
  const caller = accountOf(facts.arn);
  const owner = accountOf(request.resource);
  const [policy] = of("key-policy");
  const [boundary] = of("boundary");
  const [endpoint] = of("endpoint");
  const isRole = /^arn:[^:]*:iam:[^:]*:[^:]*:role\//.test(request.resource);
  const session = of("session");
  const identity = of("identity");
  const organization = organizationOf(documents, [caller, owner], orgId, managementAccount === true ? caller : undefined);
  return {
    version: 1,
    ...(owner !== "" && { account: owner }),
    ...(organization && { organization }),
    principals: {
      asker: {
        ...asker,
        ...(identity.length > 0 && { policies: identity }),
        ...(boundary !== undefined && { boundary }),
        ...(session.length > 0 && { session }),
      },
      ...(isRole && { role: { arn: request.resource, ...(policy !== undefined && { trust: policy }) } }),
    },
    ...(endpoint !== undefined && { endpoints: { endpoint: { id: endpointIn(request), policy: endpoint } } }),
    ...(/:key\//.test(request.resource) && { keys: { key: keyOf(documents, request.resource, policy) } }),
  };
}

/** The endpoint that the request names; any, where it names none. */
function endpointIn({ context = {} }: Request): string {
  const told = Object.entries(context).find(([key]) => key.toLowerCase() === "aws:sourcevpce")?.[1];
  return typeof told === "string" ? told : "vpce-0123456789abcdef0";
}

const accountOf = (arn: string): string => parseArn(arn)?.account ?? "";

function plainOf(document: PageDocument): unknown {
  const node = treeOf(document);
  return node === undefined ? {} : toValue(node);
}

function keyOf(documents: readonly PageDocument[], arn: string, policy: unknown): object {
  const one = (role: Role) => documents.filter((document) => document.role === role).map(plainOf)[0] as object | undefined;
  const listed = one("grants");
  const grants = (Array.isArray(listed) ? listed : ((listed as { Grants?: unknown } | undefined)?.Grants ?? [])) as readonly Grant[];
  const facts = one("key") ?? {};
  return {
    arn,
    ...facts,
    ...(policy !== undefined && { policy }),
    ...(grants.length > 0 && { grants: grants.map(grantOf) }),
  };
}

function grantOf(grant: Grant): object {
  const { GrantId, Name, GranteePrincipal, GranteeServicePrincipal, Operations, Constraints, RetiringPrincipal, GrantToken } = grant;
  return {
    id: GrantId,
    ...(Name && { name: Name }),
    grantee: GranteePrincipal ?? GranteeServicePrincipal,
    operations: Operations,
    ...(Constraints && { constraints: Constraints }),
    ...(RetiringPrincipal && { retiring: RetiringPrincipal }),
    ...(GrantToken && { token: GrantToken }),
  };
}

/** Service and resource control policies by level: the root first, the account last, units between. */
function organizationOf(
  documents: readonly PageDocument[],
  accounts: readonly string[],
  id: string | undefined,
  managementAccount: string | undefined,
): object | undefined {
  const scp = levelsOf(documents, "scp");
  const rcp = levelsOf(documents, "rcp");
  const members = [...new Set(accounts)].filter((account) => account !== "");
  if (scp.length + rcp.length === 0) {
    if (id === undefined) return undefined;
    return { id, ...(managementAccount !== undefined && { managementAccount }), accounts: members.slice(0, 1) };
  }
  const depth = Math.max(scp.length, rcp.length);
  const at = (level: number) => ({
    ...(scp[level] && { serviceControl: scp[level] }),
    ...(rcp[level] && { resourceControl: rcp[level] }),
  });
  let below: object = { accounts: members };
  for (let level = depth - 1; level > 0; level--) below = { units: { [`level-${level + 1}`]: { ...at(level), ...below } } };
  return { id: id ?? "o-untold0000", ...(managementAccount !== undefined && { managementAccount }), ...at(0), ...below };
}

function levelsOf(documents: readonly PageDocument[], role: "scp" | "rcp"): readonly (readonly unknown[])[] {
  const levels = new Map<number, unknown[]>();
  for (const document of documents)
    if (document.role === role) levels.set(document.level ?? 1, [...(levels.get(document.level ?? 1) ?? []), plainOf(document)]);
  return [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);
}

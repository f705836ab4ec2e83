import type { Diagnostic } from "../base/diagnostic.ts";
import { invariant } from "../base/invariant.ts";
import { isPlainObject } from "../base/json-source.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { kmsAction } from "../catalog/actions.ts";
import { conditionKey, isAvailable } from "../catalog/condition-keys.ts";
import { parseArn } from "../iam/arn.ts";
import type { Policy } from "../iam/policy.ts";
import { type Principal, parsePrincipal } from "../iam/principal.ts";
import type { Grant, KeyFacts, PrincipalFacts, Request } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { setResourceKeys } from "./data/resource-context.ts";
import { decidingPolicy } from "./data/resource-policy.ts";
import { otherPolicies, unknownPolicy } from "./doubts.ts";
import type { Estate, WorldEndpoint, WorldKey, WorldResource } from "./estate.ts";
import { GivenKeys } from "./given-keys.ts";
import { mayBeMore } from "./knowledge.ts";
import type { Asker, Lost, Target, WorldLookup } from "./lookup.ts";
import type { OpenNames } from "./open-names.ts";
import { type PolicyDocuments, resourceTypeOf } from "./policy-documents.ts";
import { questionFaults } from "./question-members.ts";

/** A request to the estate, in its own names. */
export type Question = Omit<Request, "principal" | "resource"> & {
  readonly principal: string | PrincipalFacts; // a short name, or what a request has; the `arn` of facts may be a short name too
  readonly key?: string | undefined; // a short name, ARN, id, alias; of aliases and `*` operations see `resource`
  readonly resource?: string | undefined; // instead of `key`: the ARN of anything, `*`, or a role's short name for sts actions
  readonly endpoint?: string | undefined; // a short name, or an id: the VPC endpoint the request comes through
  readonly session?: readonly Policy[] | undefined; // session policies, in place of those of the world
  readonly moreGrants?: readonly Grant[] | undefined; // on the key, besides those of the world
};

/** What a question comes to. `identity` is the same for questions with the same policies; none where the question brings its own. */
export type ResolvedQuestion = {
  readonly request: Request;
  readonly documents: PolicyDocuments;
  readonly grants: readonly Grant[];
  readonly key: KeyFacts | undefined;
  readonly notes: readonly string[];
  readonly identity: string | undefined;
  readonly open?: OpenNames; // whose names are not known in full: the documents are to be read accordingly
  readonly told?: PolicyDocuments; // where they were: the documents as they are
  readonly data?: WorldResource; // what is asked for, or is in
  readonly owner?: string; // whose the resource is, where nobody told, in words
};

/** Looks up everything that has a say. All that leads nowhere is told. */
export function resolveQuestion(question: Question, estate: Estate, lookup: WorldLookup): Result<ResolvedQuestion, readonly Diagnostic[]> {
  const odd = questionFaults(question);
  if (odd.length > 0) return fail(odd);
  const maps = oddMaps(question);
  if (maps.length > 0) return fail(maps);
  const asker = lookup.asker(question.principal);
  const target = targetOf(question, asker.ok ? asker.value.caller : NOBODY, lookup);
  const through = throughOf(question, lookup);
  if (asker.ok && target.ok && through.ok) return ok(resolved(question, estate, lookup, asker.value, target.value, through.value));
  const told = (result: Result<unknown, Lost>, member: string): readonly Diagnostic[] =>
    result.ok ? [] : [toDiagnostic(result.error, member)];
  return fail([
    ...told(asker, "principal"),
    ...told(target, question.key === undefined ? "resource" : "key"),
    ...told(through, "endpoint"),
  ]);
}

/** Members that are a `Map`, or another object whose pairs would be overlooked: a copy of it has none. */
export function oddMaps(given: Pick<Question, "context" | "encryptionContext">, file = "question"): readonly Diagnostic[] {
  return (["context", "encryptionContext"] as const)
    .filter((member) => given[member] !== undefined && !isPlainObject(given[member]))
    .map((member) => ({
      code: "KW104",
      severity: "error",
      message: `\`${member}\` is no plain object`,
      at: { file, pointer: `/${member}` },
      help: 'name its members: `{ "name": "value" }`',
    }));
}

export const toDiagnostic = ({ code, message, help }: Lost, member: string, file = "question"): Diagnostic => ({
  code,
  severity: "error",
  message,
  at: { file, pointer: `/${member}` },
  ...(help !== undefined && { help }),
});

/** Whoever asks, when that could not be found out: the other names are looked up all the same. */
const NOBODY = callerOf("anonymous");

function targetOf({ key, resource, action }: Question, caller: Principal, lookup: WorldLookup): Result<Target, Lost> {
  if (key !== undefined) return lookup.key(key, caller);
  if (resource === undefined) {
    const row = kmsAction(action);
    if (row === undefined || row.resources.includes("*")) return ok({ resource: "*" });
    return fail({ code: "KW403", message: `no key is named, and ${row.action} is asked of one`, help: "name it by `key`" });
  }
  const role = action.toLowerCase().startsWith("sts:") ? lookup.principal(resource) : undefined;
  if (role !== undefined) return ok({ resource: role.facts.arn });
  const arn = parseArn(resource);
  const isAlias = arn?.service === "kms" && arn.resource.startsWith("alias/") && kmsAction(action)?.resources.includes("alias") !== false;
  return resource === "*" || (arn !== undefined && (isAlias || arn.service !== "kms")) ? ok({ resource }) : lookup.key(resource, caller);
}

function callerOf(text: string): Principal {
  const caller = parsePrincipal(text);
  invariant(caller.ok, `${text} is a caller`);
  return caller.value;
}

export type Through = { readonly id: string; readonly endpoint?: WorldEndpoint; readonly note?: string } | undefined;

/** The VPC endpoint that is named, or that the context tells of. */
export function throughOf({ endpoint, context }: Pick<Question, "endpoint" | "context">, lookup: WorldLookup): Result<Through, Lost> {
  if (endpoint !== undefined) return lookup.endpoint(endpoint);
  const value = Object.entries(context ?? {}).find(([name]) => foldCase(name) === "aws:sourcevpce")?.[1];
  const id = Array.isArray(value) && value.length === 1 ? value[0] : value; // a list of one says the same
  const known = typeof id === "string" ? lookup.endpointOf(id) : undefined;
  return ok(known && { id: known.id, endpoint: known });
}

function resolved(
  question: Question,
  estate: Estate,
  lookup: WorldLookup,
  asker: Asker,
  target: Target,
  through: Through,
): ResolvedQuestion {
  const { key } = target;
  const data = key === undefined ? lookup.resource(target.resource) : undefined;
  const account = question.resourceAccount ?? key?.account ?? data?.account ?? (parseArn(target.resource)?.account || asker.caller.account);
  const members = estate.organization?.members;
  const role = question.action.toLowerCase().startsWith("sts:") ? lookup.principal(target.resource) : undefined;
  const type = resourceTypeOf(question.action, target.resource);
  const resource =
    type === "key-policy"
      ? (key?.policy ?? hiddenKeyPolicy(target, estate))
      : type === "trust"
        ? role?.trust
        : data && decidingPolicy(data, asker.caller);
  const documents: PolicyDocuments = {
    resource,
    ...callerDocuments(asker, through, estate, question.session),
    resourceControl: members?.get(account)?.resourceControl,
  };
  const open = estate.knowledge === undefined && data?.openName === undefined ? undefined : openNames(asker, key ?? data, estate);
  const names = [
    asker.entries.map(({ name }) => name),
    asker.caller.account,
    key?.arn,
    account,
    data && [data.name, asker.caller.kind === "service"],
    type,
    role?.name,
    through?.endpoint?.name,
  ];
  const ownPolicies = question.session !== undefined || question.moreGrants !== undefined;
  const hasHidden = estate.knowledge !== undefined && (asker.entries.length === 0 || (key ?? data) === undefined); // these are made for each question
  return {
    request: requestOf(question, estate, asker, target, through, account, data && { resource: data, documents }),
    documents,
    ...(open !== undefined && { open }),
    grants: [...(key?.grants ?? []), ...(question.moreGrants ?? [])],
    key: key && keyFactsOf(key),
    notes: [asker.note, target.note, through?.note].filter((note) => note !== undefined),
    ...(data !== undefined && { data }),
    ...(data !== undefined &&
      data.account === undefined &&
      question.resourceAccount === undefined && { owner: `the account of ${data.name}` }),
    identity: ownPolicies || hasHidden ? undefined : JSON.stringify(names),
  };
}

/** The policy of a key that an estate does not list, where there may be other keys than it lists. */
function hiddenKeyPolicy({ resource }: Target, estate: Estate): Policy | undefined {
  const arn = estate.knowledge === undefined ? undefined : parseArn(resource);
  if (arn?.service !== "kms" || !arn.resource.startsWith("key/") || !mayBeMore(estate, "keys", arn.account)) return undefined;
  return unknownPolicy("key-policy", "key policy", { id: `policy:${resource}`, text: `key policy of ${resource}` });
}

/** Whether an estate may have more to say of who asks than that there is such a principal. */
const hasHiddenFacts = ({ entries, caller: { kind, account } }: Asker, estate: Estate): boolean =>
  estate.knowledge !== undefined &&
  entries.length === 0 &&
  (kind === "user" || kind === "role-session") &&
  mayBeMore(estate, "principals", account);

/** What is not known by its name, of who asks and of the key. */
function openNames(asker: Asker, key: Pick<WorldKey, "openName"> | undefined, estate: Estate): OpenNames | undefined {
  const { entries, facts } = asker;
  const id = hasOpenId(asker, estate) ? `the unique id of ${entries[0]?.name ?? facts.arn}` : undefined;
  const principal = entries.find(({ openName }) => openName !== undefined)?.openName;
  const resource = key?.openName;
  return (id ?? principal ?? resource) === undefined ? undefined : { id, principal, resource };
}

/** Whether the unique id of who asks is not known: policies that name one may mean him. */
function hasOpenId({ entries, caller, facts }: Asker, estate: Estate): boolean {
  if (estate.knowledge === undefined || facts.userId !== undefined || (caller.kind !== "user" && caller.kind !== "role-session"))
    return false;
  return entries.length === 0 ? mayBeMore(estate, "principals", caller.account) : entries.some(({ untold }) => untold?.includes("userId"));
}

/** Identity policies of those whom an estate does not list, where there may be others than it lists. */
export function hiddenPolicies({ entries, caller }: Asker, estate: Estate): readonly Policy[] {
  const isOne = caller.kind === "user" || caller.kind === "role-session" || caller.kind === "federated-user";
  if (entries.length > 0 || !isOne || !mayBeMore(estate, "principals", caller.account)) return [];
  const arn = caller.principalArn ?? caller.arn;
  return [otherPolicies(arn, arn)];
}

/** What has a say about who asks, whatever it is about. */
export function callerDocuments(asker: Asker, through: Through, estate: Estate, session: Question["session"]) {
  const { entries, caller } = asker;
  const { organization } = estate;
  return {
    identity: [...entries.flatMap(({ policies }) => policies), ...(estate.knowledge === undefined ? [] : hiddenPolicies(asker, estate))],
    boundary: entries.find(({ boundary }) => boundary !== undefined)?.boundary,
    session: session ?? entries.find((entry) => entry.session !== undefined)?.session,
    serviceControl: organization?.members.get(caller.account)?.serviceControl ?? [],
    endpoint: through?.endpoint?.policy,
  } satisfies PolicyDocuments;
}

/** Whether it is the world that tells whose a resource is, for its ARN does not. */
const isOwnerApart = (resource: WorldResource | undefined, target: Target): boolean =>
  resource?.account !== undefined && parseArn(target.resource)?.account === "";

type Data = { readonly resource: WorldResource; readonly documents: PolicyDocuments } | undefined;

function requestOf(
  question: Question,
  estate: Estate,
  asker: Asker,
  target: Target,
  through: Through,
  account: string,
  data: Data,
): Request {
  const { principal: _, key, resource, endpoint, session, moreGrants, ...rest } = question;
  const context = new GivenKeys(question);
  for (const { unknown } of asker.entries) for (const name of unknown ?? []) context.set(name, "unknown");
  if (hasHiddenFacts(asker, estate)) context.set("aws:PrincipalTag/", "unknown");
  for (const name of target.key?.unknown ?? []) context.set(name, "unknown");
  setEndpointKeys(context, through);
  context.set("kms:RequestAlias", isSent("kms:RequestAlias", question.action) ? target.alias : undefined);
  setAccountKeys(context, estate, account);
  if (data !== undefined) setResourceKeys(context, data.resource, asker.caller, question.action, data.documents);
  const region = parseArn(target.resource)?.region || estate.region;
  const principal = callerFacts(asker, estate, context);
  return {
    ...rest,
    principal: Object.keys(principal).length === 1 ? principal.arn : principal,
    resource: target.resource,
    ...(isOwnerApart(data?.resource, target) && rest.resourceAccount === undefined && { resourceAccount: data?.resource.account }),
    ...(rest.viaService !== undefined && region !== undefined && { viaService: fullServiceName(rest.viaService, region) }),
    ...context.members(),
  };
}

/** The condition keys of a VPC endpoint (IAM User Guide, global condition context keys). */
export function setEndpointKeys(context: GivenKeys, through: Through): void {
  context.set("aws:SourceVpce", through?.id);
  context.set("aws:SourceVpc", through?.endpoint?.vpc);
}

/** Those of what belongs to an account, by what its organization says of it. */
export function setAccountKeys(context: GivenKeys, { organization }: Estate, account: string): void {
  const member = organization?.members.get(account);
  context.set("aws:ResourceOrgID", member && organization?.id);
  context.set("aws:ResourceOrgPaths", member && (member.orgPath === undefined ? "unknown" : [member.orgPath]));
}

/** A service in kms:ViaService, where only its name was given. */
export const fullServiceName = (service: string, region: string): string =>
  service.includes(".") ? service : `${service}.${region}.amazonaws.com`;

/** The caller with what its organization says of its account. */
export function callerFacts({ facts, caller }: Asker, { organization }: Estate, context: GivenKeys): PrincipalFacts {
  const home = organization?.members.get(caller.account);
  if (home !== undefined && home.orgPath === undefined) context.set("aws:PrincipalOrgPaths", "unknown");
  return {
    ...(home !== undefined && organization !== undefined && { orgId: organization.id }),
    ...(home?.orgPath !== undefined && { orgPath: home.orgPath }),
    ...(organization?.managementAccount !== undefined && organization.managementAccount === caller.account && { managementAccount: true }),
    ...facts,
  };
}

function isSent(name: string, action: string): boolean {
  const [key, row] = [conditionKey(name), kmsAction(action)];
  return key !== undefined && row !== undefined && isAvailable(key, row, "key");
}

/** What policies can ask about a key. */
export const keyFactsOf = ({
  managedBy,
  aliases,
  tags,
  spec,
  usage,
  origin,
  multiRegion,
  multiRegionKeyType,
}: KeyDescription): KeyFacts => ({
  managedBy,
  aliases: [...aliases],
  tags: { ...tags },
  spec,
  usage,
  origin,
  multiRegion,
  ...(multiRegionKeyType !== undefined && { multiRegionKeyType }),
});

type KeyDescription = Pick<WorldKey, "managedBy" | "aliases" | "tags" | "spec" | "usage" | "origin" | "multiRegion" | "multiRegionKeyType">;

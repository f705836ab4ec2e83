import { BoundedCache } from "../base/bounded-cache.ts";
import type { Code } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { isPlainObject } from "../base/json-source.ts";
import { listed, pointerStep, shown } from "../base/text.ts";
import { conditionKey, conditionKeyOrFamily, isAvailable } from "../catalog/condition-keys.ts";
import { parseServiceHost } from "../catalog/service-hosts.ts";
import { similarActions } from "../catalog/similar-actions.ts";
import { isAccountId } from "../iam/arn.ts";
import { type Principal, parsePrincipal } from "../iam/principal.ts";
import { ageFault } from "../iam/principal-facts.ts";
import type { ContextValue, KeyFacts, PrincipalFacts, Request } from "../iam/request.ts";
import { foldCase, isMoment, printsPlainly } from "../iam/values.ts";
import { BITS } from "./circumstance.ts";
import { isUnknown, PENDING, type RequestFacts, type Values } from "./facts.ts";
import type { LinkedSet } from "./link.ts";
import { makePlan, type Plan } from "./plan.ts";
import { type ActionFacts, type ResourceFacts, readAction, readResource } from "./target.ts";
import { MAYBE, NO, type Tri, tri, YES } from "./tri.ts";

/** A request as one policy set sees it. */
export type ReadRequest = { readonly request: RequestFacts; readonly given: Values; readonly plan: Plan };

/** Said of a request of the wrong shape: a validator words it better. Its place is relative to the request. */
export const MALFORMED: Diagnostic = fault("KW104", "", "the request has the wrong shape");

function fault(code: Code, pointer: string, message: string, help?: string): Diagnostic {
  return { code, severity: "error", message, at: { file: "request", pointer }, ...(help && { help }) };
}

/** A thing that requests name, with a number, so that a plan can be found by the numbers of three of them. */
type Numbered<T> = { readonly id: number; readonly value: T };

const LAST_NUMBER = 65_000;
const LONG = 2048; // characters: longer than any ARN or key name
const MANY = 4096; // callers, actions, resources, plans and spellings remembered; beyond it all are forgotten and the next are remembered

/**
 * Reads requests for one policy set. What it has read of a principal, an action, a resource or a context key it remembers, in bounded memory:
 * a stream of requests names the same few again and again.
 */
export class RequestReader {
  private readonly linked: LinkedSet;
  private readonly callers = new BoundedCache<string, Numbered<Principal> | string>(MANY, LONG);
  private readonly toldCallers = new BoundedCache<string, Numbered<Principal> | string>(MANY, LONG); // of objects, by the facts that decide who it is
  private readonly actions = new BoundedCache<string, Numbered<ActionFacts> | undefined>(MANY, LONG);
  private readonly resources = new BoundedCache<string, Numbered<ResourceFacts> | undefined>(MANY, LONG);
  private readonly plans = new BoundedCache<number, Plan>(MANY);
  private readonly hosts = new BoundedCache<string, boolean>(MANY, LONG); // services that forward, and whether they are some
  private readonly spellings = new BoundedCache<string, Spelling>(MANY, LONG);
  private readonly blank: Values;
  private readonly key: KeyFacts | undefined; // undefined where nothing is told of it
  private numbers = 0;

  constructor(linked: LinkedSet) {
    this.linked = linked;
    this.key = Object.values(linked.set.key ?? {}).some((fact) => fact !== undefined) ? linked.set.key : undefined;
    this.blank = new Array(linked.slots.length).fill(PENDING);
  }

  read(request: Request): ReadRequest | Diagnostic {
    if (typeof request !== "object" || request === null) return MALFORMED;
    if (this.numbers > LAST_NUMBER) this.forget();
    const caller = this.caller(request.principal);
    if (typeof caller === "string") return caller === "" ? MALFORMED : fault("KW401", "/principal", caller);
    const action = this.action(request.action);
    if (action === undefined) return typeof request.action === "string" ? noAction(request.action) : MALFORMED;
    if (action.value.service === "kms" && action.value.kms === undefined) return noKmsAction(action.value.name);
    const resource = this.resource(request.resource);
    if (resource === undefined) return typeof request.resource === "string" ? noResource(request.resource) : MALFORMED;
    if (resource.value.kind === "alias" && standsForKey(action.value)) return needsKey(action.value.name, request.resource);
    const owner = resource.value.arn?.account;
    if (request.resourceAccount !== undefined && owner && owner !== request.resourceAccount) return notTheirs(request, owner);

    const account = request.resourceAccount ?? (resource.value.arn?.account || caller.value.account);
    const plan = this.plan(caller, action, resource, account);
    const given = this.blank.slice();
    const facts = this.facts(request, caller.value, plan, given);
    return "code" in facts ? facts : { request: facts, given, plan };
  }

  private caller(principal: string | PrincipalFacts): Numbered<Principal> | string {
    if (typeof principal === "string") return this.callers.get(principal) ?? this.callers.set(principal, this.newCaller(principal));
    if (typeof principal !== "object" || principal === null || !isFacts(principal)) return "";
    const facts = { ...principal, ...(principal.tags && { tags: { ...principal.tags } }) };
    const { arn, roleArn, userArn, userId, serviceLinkedRole, managementAccount } = facts;
    const identity = `${measured(arn)}${measured(roleArn)}${measured(userArn)}${measured(userId)}${serviceLinkedRole}${managementAccount}`;
    const age = facts.mfaAgeSeconds === undefined ? undefined : ageFault(facts);
    if (age !== undefined) return age;
    const known = this.toldCallers.get(identity) ?? this.toldCallers.set(identity, this.newCaller(facts));
    return typeof known === "string" ? known : { id: known.id, value: { ...known.value, facts } };
  }

  private newCaller(principal: string | PrincipalFacts): Numbered<Principal> | string {
    const caller = parsePrincipal(principal);
    return caller.ok ? this.numbered(caller.value) : caller.error;
  }

  private action(name: string): Numbered<ActionFacts> | undefined {
    return this.actions.get(name) ?? this.actions.set(name, typeof name === "string" ? this.numberedIf(readAction(name)) : undefined);
  }

  private resource(text: string): Numbered<ResourceFacts> | undefined {
    return this.resources.get(text) ?? this.resources.set(text, typeof text === "string" ? this.numberedIf(readResource(text)) : undefined);
  }

  /** A number is used again only when everything that had one is forgotten: two things under one number would share a plan. */
  private forget(): void {
    this.callers.clear();
    this.toldCallers.clear();
    this.actions.clear();
    this.resources.clear();
    this.plans.clear();
    this.numbers = 0;
  }

  private numbered<T>(value: T): Numbered<T> {
    return { id: this.numbers++, value };
  }

  private numberedIf<T>(value: T | undefined): Numbered<T> | undefined {
    return value === undefined ? undefined : this.numbered(value);
  }

  private plan(caller: Numbered<Principal>, action: Numbered<ActionFacts>, resource: Numbered<ResourceFacts>, account: string): Plan {
    const key = (caller.id * 65_536 + action.id) * 65_536 + resource.id;
    const known = this.plans.get(key);
    if (known !== undefined && known.account === account) return known;
    return this.plans.set(key, makePlan(this.linked, caller.value, action.value, resource.value, account));
  }

  private facts(request: Request, caller: Principal, plan: Plan, given: Values): RequestFacts | Diagnostic {
    let members = 3;
    let said: Tri = MAYBE;
    let circumstances = this.linked.set.endpoint === undefined ? 0 : BITS.endpoint;
    if (request.context !== undefined) {
      members++;
      const read = this.takeContext(request.context, given);
      if ("code" in read) return read;
      said = read.forwarded;
      circumstances |= read.circumstances;
    }
    if (request.encryptionContext !== undefined) members++;
    if (request.viaService !== undefined) members++;
    if (request.grantTokens !== undefined) members++;
    if (request.time !== undefined) members++;
    if (request.unknown !== undefined) members++;
    if (request.resourceAccount !== undefined) members++;
    const shape = countMembers(request) === members && isShaped(request);
    if (!shape) return MALFORMED;
    if (request.time !== undefined && !isMoment(request.time)) return noTime(request.time);
    if (request.viaService !== undefined && !this.isHost(request.viaService)) return noService(request.viaService);
    if (request.grantTokens?.includes("")) return noToken(request.grantTokens.indexOf(""));
    const context = request.encryptionContext === undefined ? undefined : pairs(request.encryptionContext);
    if (context === undefined && request.encryptionContext !== undefined)
      return isPlainObject(request.encryptionContext) ? MALFORMED : notPlain("encryptionContext");
    const excess = excessOf(context ?? NONE, request.grantTokens ?? NONE);
    if (excess !== undefined) return excess;
    const unknown = request.unknown === undefined ? NONE : unknownNames(request.unknown, plan);
    const isOpened = request.unknown !== undefined && unknown.includes("*");
    const silence = unknown.length > 0 && caller.kind !== "service" && (isOpened || isUnknown("aws:viaawsservice", unknown)) ? MAYBE : NO;
    return {
      caller,
      action: plan.action,
      resource: plan.resource,
      account: plan.account,
      encryptionContext: context,
      viaService: request.viaService,
      forwarded: request.viaService !== undefined ? YES : said === MAYBE ? silence : said,
      saysForwarded: request.viaService !== undefined || said !== MAYBE || caller.kind === "service",
      given: circumstances,
      open: unknown.length === 0 ? 0 : isOpened ? ALL : circumstancesOf(unknown),
      time: request.time,
      grantTokens: request.grantTokens === undefined ? NONE : [...request.grantTokens],
      unknown,
      unknownAs: request.unknown === undefined ? NONE : [...request.unknown],
      opened: isOpened ? "all" : NOTHING,
      key: plan.resource.kind === "key" && plan.action.service === "kms" ? this.key : undefined,
    };
  }

  /** Puts what the request gives in its places; tells whether it says that a service calls on the principal's behalf, if it says anything. */
  private takeContext(
    context: Readonly<Record<string, ContextValue>>,
    given: Values,
  ): { forwarded: Tri; circumstances: number } | Diagnostic {
    if (!isPlainObject(context)) return notPlain("context");
    let forwarded: Tri = MAYBE;
    let circumstances = 0;
    const names = new Names();
    for (const key of Object.keys(context)) {
      const spelling = this.spellings.get(key) ?? this.spellings.set(key, this.spell(key));
      const value = readValue(context[key] as ContextValue, spelling.multiValued);
      if (value === undefined) return wrongValue(key, context[key]);
      if (!names.add(spelling.name)) return twice(key);
      if (spelling.index >= 0) given[spelling.index] = value;
      if (spelling.name === "aws:viaawsservice") forwarded = tri(value === "true");
      circumstances |= spelling.circumstance;
    }
    return { forwarded, circumstances };
  }

  private isHost(name: string): boolean {
    return this.hosts.get(name) ?? this.hosts.set(name, parseServiceHost(name) !== undefined);
  }

  private spell(key: string): Spelling {
    const name = foldCase(key);
    const row = conditionKey(key);
    const circumstance = row?.when === undefined ? 0 : BITS[row.when];
    return { name, index: this.linked.indexes.get(name) ?? -1, multiValued: row?.multiValued, circumstance };
  }
}

/** A context key as a request writes it. */
type Spelling = { readonly name: string; readonly index: number; readonly multiValued: boolean | undefined; readonly circumstance: number };

/** The circumstances that would be told by keys which are not known, as bits. */
const circumstancesOf = (unknown: readonly string[]): number =>
  unknown.reduce((bits, name) => bits | BITS[conditionKeyOrFamily(name)?.when ?? "principal"], 0);

const ALL = BITS.session | BITS.public | BITS.endpoint;
const NOTHING: ReadonlySet<string> = new Set();

/** Names that were seen: a short list is quicker than a set, a long one is not. */
class Names {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  /** False for one that was there. */
  add(name: string): boolean {
    if (this.many === undefined && this.few.length < FEW) return !this.few.includes(name) && this.few.push(name) > 0;
    this.many ??= new Set(this.few);
    return !this.many.has(name) && this.many.add(name) !== undefined;
  }
}

const FEW = 8;
const NONE: readonly string[] = [];

function countMembers(request: object): number {
  let count = 0;
  for (const key in request) if ((request as Record<string, unknown>)[key] !== undefined) count++;
  return count;
}

/** The types of the plain members; the shapes that are read elsewhere are checked there. */
function isShaped({ viaService, time, resourceAccount, grantTokens, unknown }: Request): boolean {
  const text = (value: unknown) => value === undefined || typeof value === "string";
  const texts = (value: unknown) => value === undefined || (Array.isArray(value) && value.every((item) => typeof item === "string"));
  const account = (value: unknown) => value === undefined || (typeof value === "string" && isAccountId(value));
  return text(viaService) && text(time) && account(resourceAccount) && texts(grantTokens) && texts(unknown);
}

/** A text with its length before it: no two lists of such read the same. */
const measured = (text: string | undefined): string => (text === undefined ? "-" : `${text.length}:${text}`);

const isText = (value: unknown): boolean => typeof value === "string";
const isTruth = (value: unknown): boolean => typeof value === "boolean";

/** What each fact about a principal must be; `mfaAgeSeconds` is a number that is not negative. */
const FACTS: { readonly [fact in keyof PrincipalFacts]-?: (value: unknown) => boolean } = {
  arn: isText,
  roleArn: isText,
  userArn: isText,
  userId: isText,
  tags: (value) => pairs(value as Readonly<Record<string, string>>) !== undefined,
  orgId: isText,
  orgPath: isText,
  serviceLinkedRole: isTruth,
  managementAccount: isTruth,
  mfaAgeSeconds: (value) => Number.isFinite(value) && (value as number) >= 0,
  sourceIdentity: isText,
};

function isFacts(principal: PrincipalFacts): boolean {
  for (const fact of Object.keys(principal) as (keyof PrincipalFacts)[]) {
    const value = principal[fact];
    if (value !== undefined && !(Object.hasOwn(FACTS, fact) && FACTS[fact](value))) return false;
  }
  return isText(principal.arn);
}

/** What KMS itself would refuse before it looks at a policy; it also bounds the work that a hostile request can ask for. */
function excessOf(context: readonly string[], tokens: readonly string[]): Diagnostic | undefined {
  if (tokens.length > TOKENS)
    return fault("KW404", "/grantTokens", `there are ${tokens.length} grant tokens`, `AWS KMS takes ${TOKENS} at most`);
  let size = 0;
  for (const text of context) size += text.length;
  if (size <= CONTEXT_SIZE) return undefined;
  return fault("KW404", "/encryptionContext", `the encryption context has ${size} characters`, "AWS KMS takes 8,192 bytes at most");
}

const TOKENS = 10; // KMS API Reference, GrantTokens
const CONTEXT_SIZE = 8192; // KMS Developer Guide, encryption context

function pairs(map: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
  if (map === undefined) return NONE;
  if (!isPlainObject(map)) return undefined;
  const out: string[] = [];
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (typeof value !== "string") return undefined;
    out.push(key, value);
  }
  return out;
}

/** Text of a value; a list for a multi-valued key, also of one. Undefined for what the key cannot hold. */
function readValue(value: ContextValue, multiValued: boolean | undefined): string | readonly string[] | undefined {
  if (typeof value === "string") return multiValued === true ? [value] : value;
  if (Array.isArray(value)) {
    const list = (value as readonly (string | number | boolean)[]).map(scalarText);
    if (list.includes(undefined)) return undefined;
    if (multiValued !== false) return list as readonly string[];
    return list.length === 1 ? list[0] : undefined;
  }
  const text = scalarText(value as string | number | boolean);
  return text !== undefined && multiValued === true ? [text] : text;
}

const scalarText = (value: string | number | boolean): string | undefined =>
  typeof value === "string" ? value : typeof value === "boolean" || isPrintable(value) ? String(value) : undefined;

const isPrintable = (value: unknown): boolean => typeof value === "number" && printsPlainly(value);

/**
 * Unknown keys in lower case; one of KMS that AWS never sends with the action is known to be absent. An unknown kms:ViaService, or kms:GrantIsForAWSResource,
 * still says that nobody knows whether a service forwards the call, which keys of other names tell too (rule context.untold.forwarding).
 */
function unknownNames(unknown: readonly string[], { action, resource }: Plan): readonly string[] {
  const kind = resource.kind === "other" ? "*" : resource.kind;
  return unknown.map(foldCase).filter((name) => {
    const key = name.startsWith("kms:") && !TELL_FORWARDING.has(name) ? conditionKeyOrFamily(name) : undefined;
    if (key === undefined) return true;
    return action.kms !== undefined && isAvailable(key, action.kms, kind);
  });
}

const TELL_FORWARDING: ReadonlySet<string> = new Set(["kms:viaservice", "kms:grantisforawsresource"]);

const noAction = (name: string): Diagnostic =>
  fault("KW402", "/action", `${shown(name)} is not an action`, "write the service prefix, a colon and the action's name: `kms:Decrypt`");
/** The API's ReEncrypt is two actions (rule kms.actions.unknown, rule kms.actions.re-encrypt). */
function noKmsAction(name: string): Diagnostic {
  const near = similarActions(name).map((action) => `\`${action}\``);
  const help = near.length === 0 ? "`kmsward help KW402` tells what an action is" : `did you mean ${listed(near, "or")}?`;
  return fault("KW402", "/action", `AWS KMS has no action ${shown(name)}`, help);
}
/** Rule context.contradictions. */
const notTheirs = ({ resourceAccount, resource }: Request, owner: string): Diagnostic =>
  fault(
    "KW403",
    "/resourceAccount",
    `${shown(resource)} is in the account ${owner}, not in ${shown(String(resourceAccount))}`,
    "leave `resourceAccount` out: it is for ARNs that name no account",
  );
const noService = (name: string): Diagnostic =>
  fault(
    "KW404",
    "/viaService",
    `${shown(name)} is no service that forwards a call`,
    "SERVICE.REGION.amazonaws.com, such as `s3.us-east-1.amazonaws.com`; leave `viaService` out of a direct call",
  );
const noToken = (index: number): Diagnostic => fault("KW404", `/grantTokens/${index}`, "a grant token is empty", "leave it out");
const notPlain = (member: string): Diagnostic =>
  fault("KW104", `/${member}`, `\`${member}\` is no plain object`, 'name its members: `{ "name": "value" }`');
const noResource = (text: string): Diagnostic =>
  fault(
    "KW403",
    "/resource",
    `${shown(text)} is neither \`*\` nor the ARN of one resource`,
    "an alias or key id needs its whole ARN: `arn:aws:kms:REGION:ACCOUNT:key/ID`",
  );
/** KMS finds the key of an alias before it asks whether the caller may (rule kms.aliases.asked). */
const standsForKey = ({ kms }: ActionFacts): boolean => kms?.resources.includes("key") === true && !kms.resources.includes("alias");
const needsKey = (action: string, alias: string): Diagnostic =>
  fault(
    "KW403",
    "/resource",
    `${action} is asked on a key, and ${shown(alias)} is an alias`,
    "give the ARN of the key that it stands for; `kms:RequestAlias` in the context keeps the alias's name",
  );
const noTime = (text: string): Diagnostic =>
  fault("KW407", "/time", `${shown(text)} is not a time`, "write it as ISO 8601 with its zone: `2026-11-22T03:00:00Z`");
const twice = (key: string): Diagnostic =>
  fault(
    "KW405",
    pointerStep("/context", key),
    `the context has ${shown(key)} twice, in two spellings`,
    "condition key names ignore case: keep one",
  );
const wrongValue = (key: string, value: unknown): Diagnostic =>
  oddNumber(value) !== undefined
    ? fault(
        "KW404",
        pointerStep("/context", key),
        `${shown(key)} is the number ${oddNumber(value)}, which AWS would not send`,
        "give it as text",
      )
    : Array.isArray(value)
      ? fault(
          "KW404",
          pointerStep("/context", key),
          `${shown(key)} has one value, and the context gives it ${value.length}`,
          "give it one text",
        )
      : MALFORMED;

/** A number that prints with an exponent; undefined where there is none. */
const oddNumber = (value: unknown): number | undefined =>
  [value].flat().find((item): item is number => typeof item === "number" && Number.isFinite(item) && !printsPlainly(item));

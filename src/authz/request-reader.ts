import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { isPlainObject } from "../base/json-source.ts";
import { conditionKeyOrFamily, isAvailable } from "../catalog/condition-keys.ts";
import { parseServiceHost } from "../catalog/service-hosts.ts";
import { isAccountId } from "../iam/arn.ts";
import type { Principal } from "../iam/principal.ts";
import type { ContextValue, KeyFacts, Request } from "../iam/request.ts";
import { foldCase, isMoment } from "../iam/values.ts";
import { BITS } from "./circumstance.ts";
import { isUnknown, PENDING, type RequestFacts, type Values } from "./facts.ts";
import { type NameFault, nameFault, type ReadNames } from "./key-names.ts";
import type { LinkedSet } from "./link.ts";
import type { Plan } from "./plan.ts";
import { ContextReader, NOTHING_SAID, type Said } from "./request-context.ts";
import { fault, MALFORMED, noService, noTime, noToken, notPlain, STRANGE, tooStrange, unknownKey } from "./request-faults.ts";
import { RequestPlans } from "./request-plans.ts";
import { pairs } from "./text-pairs.ts";
import { MAYBE, NO, YES } from "./tri.ts";

/** A request as one policy set sees it. */
export type ReadRequest = { readonly request: RequestFacts; readonly given: Values; readonly plan: Plan };

/**
 * Reads requests for one policy set. What it has read of a principal, an action, a resource or a context key it remembers, in bounded memory:
 * a stream of requests names the same few again and again.
 */
export class RequestReader {
  private readonly linked: LinkedSet;
  private readonly names: ReadNames;
  private readonly opened = new BoundedCache<string, NameFault | undefined>(HOSTS, LONGEST_HOST); // unknown keys, and what is wrong with their names
  private readonly plans: RequestPlans;
  private readonly contexts: ContextReader;
  private readonly hosts = new BoundedCache<string, boolean>(HOSTS, LONGEST_HOST); // services that forward, and whether they are some
  private readonly blank: Values;
  private readonly key: KeyFacts | undefined; // undefined where nothing is told of it

  /** `names`: those of condition keys that policies read. */
  constructor(linked: LinkedSet, names: ReadNames = linked.indexes) {
    this.linked = linked;
    this.names = names;
    this.plans = new RequestPlans(linked);
    this.contexts = new ContextReader(linked.indexes, names);
    this.key = Object.values(linked.set.key ?? {}).some((fact) => fact !== undefined) ? linked.set.key : undefined;
    this.blank = new Array(linked.slots.length).fill(PENDING);
  }

  read(request: Request): ReadRequest | Diagnostic {
    if (typeof request !== "object" || request === null) return MALFORMED;
    const asker = this.plans.asker(request.principal);
    if ("code" in asker) return asker;
    const plan = this.plans.plan(asker, request);
    if ("code" in plan) return plan;
    const given = this.blank.slice();
    const facts = this.facts(request, asker.principal, plan, given);
    return "code" in facts ? facts : { request: facts, given, plan };
  }

  private facts(request: Request, caller: Principal, plan: Plan, given: Values): RequestFacts | Diagnostic {
    let members = 3;
    let said: Said = NOTHING_SAID;
    const values: ContextValue[] = [];
    if (request.context !== undefined) {
      members++;
      const read = this.contexts.read(request.context, given, values);
      if ("code" in read) return read;
      said = read;
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
    let warnings = said.warnings;
    if (request.unknown !== undefined) {
      const strange = this.strangeOf(request.unknown);
      if ("code" in strange) return strange;
      if (strange.length > 0) warnings = [...warnings, ...strange];
    }
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
      forwarded: request.viaService !== undefined ? YES : said.forwarded === MAYBE ? silence : said.forwarded,
      saysForwarded: request.viaService !== undefined || said.forwarded !== MAYBE || caller.kind === "service",
      given: said.circumstances | (this.linked.set.endpoint === undefined ? 0 : BITS.endpoint),
      open: unknown.length === 0 ? 0 : isOpened ? ALL : circumstancesOf(unknown),
      time: request.time,
      grantTokens: request.grantTokens === undefined ? NONE : [...request.grantTokens],
      unknown,
      unknownAs: request.unknown === undefined ? NONE : [...request.unknown],
      opened: isOpened ? "all" : NOTHING,
      warnings,
      asked: {
        principal: typeof request.principal === "string" ? request.principal : (caller.facts ?? caller.arn),
        resourceAccount: request.resourceAccount,
        keys: said.keys,
        values,
      },
      key: plan.resource.kind === "key" && plan.action.service === "kms" ? this.key : undefined,
    };
  }

  private strangeOf(unknown: readonly string[]): Diagnostic | readonly Diagnostic[] {
    const found: Diagnostic[] = [];
    for (const [i, name] of unknown.entries()) {
      const fault = this.opened.of(name, () => nameFault(name, "open", this.names));
      if (fault === undefined) continue;
      const told = unknownKey(fault, `/unknown/${i}`);
      if (told.severity === "error") return told;
      if (found.push(told) > STRANGE) return tooStrange("/unknown");
    }
    return found;
  }

  private isHost(name: string): boolean {
    return this.hosts.get(name) ?? this.hosts.set(name, parseServiceHost(name) !== undefined);
  }
}

const HOSTS = 4096;
const LONGEST_HOST = 2048; // characters

/** The circumstances that would be told by keys which are not known, as bits. */
const circumstancesOf = (unknown: readonly string[]): number =>
  unknown.reduce((bits, name) => bits | BITS[conditionKeyOrFamily(name)?.when ?? "principal"], 0);

const ALL = BITS.session | BITS.public | BITS.endpoint;
const NOTHING: ReadonlySet<string> = new Set();

const NONE: readonly string[] = [];

function countMembers(request: object): number {
  let count = 0;
  for (const key in request) if ((request as Record<string, unknown>)[key] !== undefined) count++;
  return count;
}

/** The types of the plain members; the shapes that are read elsewhere are checked there. */
const isShaped = ({ viaService, time, resourceAccount, grantTokens, unknown }: Request): boolean =>
  isTextOrAbsent(viaService) &&
  isTextOrAbsent(time) &&
  isTextOrAbsent(resourceAccount) &&
  (resourceAccount === undefined || isAccountId(resourceAccount)) &&
  areTextsOrAbsent(grantTokens) &&
  areTextsOrAbsent(unknown);

const isTextOrAbsent = (value: unknown): boolean => value === undefined || typeof value === "string";
const areTextsOrAbsent = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && [...value].every((item) => typeof item === "string")); // of a place that holds nothing, too

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

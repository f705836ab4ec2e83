import type { Determining, Outcome, Way } from "../../src/authz/decision.ts";
import type { Case, CasePolicies } from "../../src/cases/case.ts";
import type { Grant } from "../../src/iam/request.ts";
import { type Caller, isOfRoot, isServiceLinked, readCaller } from "./caller.ts";
import { isKnownKmsAction, isManaging, isOutsideRcps, resourceKinds, staysAtHome, staysInAccount } from "./catalog.ts";
import { contextOf, isKms, type Resource, readResource } from "./context.ts";
import { covers, isAtHome, isIssuedAtHome, isOnKey, namedBy, retiringRoutes } from "./grant.ts";
import type { Lookup } from "./pattern.ts";
import { type Attached, type Held, holdAll } from "./statement.ts";
import { all, maybe, NO, type Truth, YES } from "./truth.ts";

export type OracleAnswer = {
  readonly decision: "Allow" | "Deny";
  readonly outcome: Outcome;
  readonly by: readonly Determining[];
  readonly missing?: readonly string[];
};

type Json = Readonly<Record<string, unknown>>;

const implicitDeny: OracleAnswer = { decision: "Deny", outcome: "implicitDeny", by: [] };
const lower = (text: string): string => text.toLowerCase();
const distinct = <T>(items: readonly T[]): T[] => {
  const texts = items.map((item) => JSON.stringify(item));
  return items.filter((_, i) => texts.indexOf(texts[i] ?? "") === i);
};

/** The answer to a case, worked out by the written rules, every step of them, with nothing remembered. */
export function oracleDecide(theCase: Case): OracleAnswer {
  const caller = readCaller(theCase.request.principal);
  const resource = readResource(theCase.request, caller);
  if (caller.kind === "anonymous" && isKms(theCase.request.action)) return implicitDeny; // KMS refuses unsigned calls
  if (lower(theCase.request.action) !== "kms:retiregrant") return decideOne(theCase, caller, resource, undefined);

  const tokens = theCase.request.grantTokens ?? [];
  const isBrought = ({ GrantToken }: Grant) => tokens.length === 0 || (GrantToken !== undefined && tokens.includes(GrantToken));
  const candidates = (theCase.grants ?? []).filter((grant) => isBrought(grant) && isOnKey(grant, resource));
  const answers = candidates.map((grant) => decideOne(theCase, caller, resource, grant));
  for (const outcome of ["allowed", "undetermined", "explicitDeny"] as const) {
    const those = answers.filter((answer) => answer.outcome === outcome);
    if (those.length > 0)
      return answerOf(
        outcome,
        those.flatMap((a) => a.by),
        those.flatMap((a) => a.missing ?? []),
      );
  }
  return implicitDeny;
}

function answerOf(outcome: Outcome, by: readonly Determining[], missing: readonly string[]): OracleAnswer {
  const decision = outcome === "allowed" ? "Allow" : "Deny";
  return outcome === "undetermined" ? { decision, outcome, by: [], missing: distinct(missing) } : { decision, outcome, by: distinct(by) };
}

/** Everything that one evaluation looks at. */
type Evaluation = {
  readonly theCase: Case;
  readonly caller: Caller;
  readonly resource: Resource;
  readonly lookup: Lookup;
  readonly held: readonly Held[];
  readonly scpLevels: number;
  readonly endpoint: Truth; // whether an endpoint policy binds the request
  readonly hasBoundary: boolean;
  readonly hasSession: boolean;
  readonly retired: Grant | undefined;
};

const DENY_ORDER = ["service-control", "resource-control", "endpoint", "boundary", "session", "resource", "identity"];

function decideOne(theCase: Case, caller: Caller, resource: Resource, retired: Grant | undefined): OracleAnswer {
  const evaluation = evaluate(theCase, caller, resource, retired);
  const denies = DENY_ORDER.flatMap((layer) => evaluation.held.filter((held) => held.layer === layer && held.effect === "Deny"));
  const certain = denies.filter(({ applies }) => applies.is === "yes");
  if (certain.length > 0)
    return answerOf(
      "explicitDeny",
      certain.map(({ ref }) => ref),
      [],
    );

  const best = decideWorld(evaluation, true);
  const worst = decideWorld(evaluation, false);
  if (best === undefined) return implicitDeny;
  if (worst !== undefined) return answerOf("allowed", worst, []);
  return answerOf("undetermined", [], openQuestions(evaluation));
}

function evaluate(theCase: Case, caller: Caller, resource: Resource, retired: Grant | undefined): Evaluation {
  const lookup = contextOf(theCase, retired);
  const policies: CasePolicies = theCase.policies ?? {};
  const isPerson = caller.kind !== "service" && caller.kind !== "anonymous";
  const hasBoundary = policies.boundary !== undefined && isPerson && !isOfRoot(caller);
  const hasSession = policies.session !== undefined && policies.session.length > 0 && isPerson;
  const endpoint = policies.endpoint === undefined ? NO : endpointBinds(theCase, caller, lookup);
  const attached = attach(theCase, caller, resource, { hasBoundary, hasSession });
  const question = { caller, action: theCase.request.action, resource: resource.text, lookup, hasBoundary };
  const held = attached.flatMap((policy) => holdAll(policy, question));
  // A Deny of an endpoint policy needs the policy to bind; an Allow of it passes whether it binds or not.
  const bound = held.map((one) =>
    one.layer === "endpoint" && one.effect === "Deny" ? { ...one, applies: all([endpoint, one.applies]) } : one,
  );
  const scpLevels = scpsBind(caller) ? (policies.serviceControl ?? []).length : 0;
  return { theCase, caller, resource, lookup, held: bound, scpLevels, endpoint, hasBoundary, hasSession, retired };
}

/** Endpoint policies bind neither services nor calls that a service forwards. */
function endpointBinds(theCase: Case, caller: Caller, lookup: Lookup): Truth {
  if (caller.kind === "service" || theCase.request.viaService !== undefined) return NO;
  const via = lookup("aws:ViaAWSService");
  if (via.kind === "unknown") return maybe(via.missing);
  return via.kind === "single" && lower(via.value) === "true" ? NO : YES;
}

const scpsBind = (caller: Caller): boolean =>
  caller.kind !== "service" && caller.kind !== "anonymous" && !isServiceLinked(caller) && caller.facts.managementAccount !== true;

function rcpsBind(theCase: Case, caller: Caller, resource: Resource): boolean {
  if (isServiceLinked(caller) || lower(theCase.request.action) === "kms:retiregrant") return false;
  if (isOutsideRcps(theCase.request.action)) return false;
  if (resource.kind === "key" && theCase.key?.managedBy === "aws") return false;
  return !(caller.account !== undefined && caller.facts.managementAccount === true && caller.account === resource.account);
}

const TRUST_ACTIONS = ["sts:assumerole", "sts:tagsession", "sts:setsourceidentity"];
const isTrust = (theCase: Case, resource: Resource): boolean =>
  resource.kind === "role" && TRUST_ACTIONS.includes(lower(theCase.request.action));

/** A document, or one with a name of its own. */
function named(given: Json, name: string): { name: string; document: Json } {
  return typeof given.name === "string" && given.document !== undefined
    ? { name: given.name, document: given.document as Json }
    : { name, document: given };
}

/** The documents that have a say about this caller and this resource. */
function attach(theCase: Case, caller: Caller, resource: Resource, has: { hasBoundary: boolean; hasSession: boolean }): Attached[] {
  const policies: CasePolicies = theCase.policies ?? {};
  const attached: Attached[] = [];
  const levels = (layer: string, of: string, lists: readonly (readonly Json[])[]) => {
    lists.forEach((list, level) => {
      list.forEach((given, i) => {
        attached.push({ layer, level, type: layer, ...named(given, `${of} level ${level + 1} policy ${i + 1}`) });
      });
    });
  };
  if (scpsBind(caller)) levels("service-control", "SCP", policies.serviceControl ?? []);
  if (rcpsBind(theCase, caller, resource)) levels("resource-control", "RCP", policies.resourceControl ?? []);
  if (policies.endpoint) attached.push({ layer: "endpoint", type: "endpoint", name: "endpoint policy", document: policies.endpoint });
  if (policies.boundary && has.hasBoundary) attached.push({ layer: "boundary", type: "boundary", ...named(policies.boundary, "boundary") });
  if (has.hasSession) {
    (policies.session ?? []).forEach((given, i) => {
      attached.push({ layer: "session", type: "session", ...named(given, `session policy ${i + 1}`) });
    });
  }
  const consulted = !isKms(theCase.request.action) || (resource.kind === "key" && lower(theCase.request.action) !== "kms:retiregrant");
  if (policies.resource && consulted) {
    const type = resource.kind === "key" ? "key-policy" : isTrust(theCase, resource) ? "trust" : "resource";
    const name = { "key-policy": "key policy", trust: "trust policy", resource: "resource policy" }[type];
    attached.push({ layer: "resource", type, name, document: policies.resource });
  }
  if (caller.kind !== "service" && caller.kind !== "anonymous" && !isOfRoot(caller)) {
    (policies.identity ?? []).forEach((given, i) => {
      attached.push({ layer: "identity", type: "identity", ...named(given, `identity policy ${i + 1}`) });
    });
  }
  return attached;
}

/** What is refused whatever policies say: nothing reaches another partition, and there is what KMS itself refuses. */
function isRefused({ theCase, caller, resource }: Evaluation): boolean {
  const { action } = theCase.request;
  if (caller.account !== undefined && resource.partition !== "" && caller.partition !== resource.partition) return true;
  if (!isKms(action)) return staysAtHome(action) && caller.account !== undefined && !isAtHome(caller, resource);
  if (!isKnownKmsAction(action) || !resourceKinds(action).includes(resource.kind)) return true;
  if (resource.kind === "alias" && resource.text.includes(":alias/aws/")) return true; // names that AWS keeps to itself
  if (resource.kind === "key" && theCase.key?.managedBy === "aws" && isManaging(action)) return true; // keys that AWS manages
  return caller.account !== undefined && resource.kind === "key" && staysInAccount(action) && !isAtHome(caller, resource);
}

/**
 * The decision with every unknown taken one way: for the best, unknown Allows apply and unknown Denies do not; for the worst, the reverse. What
 * allows the request, or undefined if nothing does.
 */
function decideWorld(evaluation: Evaluation, best: boolean): Determining[] | undefined {
  const { held, scpLevels, endpoint } = evaluation;
  const holds = (truth: Truth): boolean => truth.is === "yes" || (best && truth.is === "maybe");
  const allows = (layer: string) => held.filter((one) => one.layer === layer && one.effect === "Allow" && holds(one.applies));

  if (!best && held.some((one) => one.effect === "Deny" && one.applies.is === "maybe")) return undefined;
  if (isRefused(evaluation)) return undefined;
  for (let level = 0; level < scpLevels; level++) {
    if (!allows("service-control").some((one) => one.level === level)) return undefined;
  }
  const endpointLimits = endpoint.is === "yes" || (!best && endpoint.is === "maybe");
  if (endpointLimits && !allows("endpoint").some(() => true)) return undefined;

  const routes = allowingRoutes(evaluation, holds);
  return routes.length === 0 ? undefined : inOrder(evaluation, routes.flat());
}

/** Resource statements first, then identity statements, then grants, each as given. */
function inOrder({ held, theCase }: Evaluation, by: readonly Determining[]): Determining[] {
  const texts = by.map((one) => JSON.stringify(one));
  const statements = ["resource", "identity"].flatMap((layer) =>
    held.filter((one) => one.layer === layer).map(({ ref }): Determining => ref),
  );
  const grants = (theCase.grants ?? []).map((grant): Determining => ({ grant: grant.GrantId }));
  return [...statements, ...grants].filter((one) => texts.includes(JSON.stringify(one)));
}

/** The ways in which something names the caller: it may do so as the account and by name at once. */
const waysOf = (named: readonly { way: Way; applies: Truth }[], holds: (truth: Truth) => boolean): Way[] => [
  ...new Set(named.filter(({ applies }) => holds(applies)).map(({ way }) => way)),
];

/** Each route that leads to Allow, as what it rests on. */
function allowingRoutes(evaluation: Evaluation, holds: (truth: Truth) => boolean): Determining[][] {
  const { held, caller, resource, theCase, hasBoundary, hasSession } = evaluation;
  const allowsOf = (layer: string) => held.filter((one) => one.layer === layer && one.effect === "Allow" && holds(one.applies));
  const boundaryPasses = !hasBoundary || allowsOf("boundary").length > 0;
  const sessionPasses = hasSession ? allowsOf("session").length > 0 : caller.kind !== "federated";
  const filtersPass = boundaryPasses && sessionPasses;
  const identity = allowsOf("identity").map(({ ref }): Determining => ref);
  const isPerson = caller.kind !== "service" && caller.kind !== "anonymous";
  const identitySide = isPerson && (isOfRoot(caller) ? sessionPasses : identity.length > 0 && filtersPass);
  const limits = { filtersPass, identitySide, identity };

  if (evaluation.retired !== undefined) return retireRoutes(evaluation, holds, limits);
  const statements = allowsOf("resource").flatMap(({ ref, ways }) => waysOf(ways, holds).map((way) => ({ ref, way })));
  const routes = grantRoutes(evaluation, holds, limits);
  const same = isPerson && isAtHome(caller, resource);
  const isSole = resource.kind === "key" || isTrust(theCase, resource);
  for (const { ref, way } of statements) {
    if (!isPerson || same) {
      if (way === "direct") routes.push([ref]);
      if ((way === "role" || way === "user") && filtersPass) routes.push([ref]);
      if (way === "account" && isSole && identitySide) routes.push([ref, ...identity]);
    } else if (identitySide) {
      routes.push([ref, ...identity]); // across accounts both sides must allow
    }
  }
  if (same && !isSole && identitySide) routes.push(identity);
  return routes;
}

type Limits = { readonly filtersPass: boolean; readonly identitySide: boolean; readonly identity: readonly Determining[] };

/** Grants other than for RetireGrant: like a key policy statement that names the grantee, trusted by the account that issued it. */
function grantRoutes({ theCase, caller, resource, lookup }: Evaluation, holds: (truth: Truth) => boolean, limits: Limits): Determining[][] {
  if (resource.kind !== "key") return [];
  const routes: Determining[][] = [];
  for (const grant of theCase.grants ?? []) {
    const covered = covers(grant, theCase, resource, lookup);
    const named = namedBy(caller, grant.GranteePrincipal, grant.GranteeServicePrincipal);
    const ref = { grant: grant.GrantId };
    const trusted = caller.account === undefined || isAtHome(caller, resource) || isIssuedAtHome(grant, caller, resource);
    const ways = named.map((one) => ({ way: one.way, applies: all([covered, one.certainly]) }));
    for (const way of waysOf(ways, holds)) {
      if (!trusted || way === "account") {
        if (limits.identitySide) routes.push([ref, ...limits.identity]);
      } else if (way === "direct" || limits.filtersPass) {
        routes.push([ref]);
      }
    }
  }
  return routes;
}

function retireRoutes({ retired, caller, resource }: Evaluation, holds: (truth: Truth) => boolean, limits: Limits): Determining[][] {
  if (retired === undefined) return [];
  const ref = { grant: retired.GrantId };
  const routes: Determining[][] = [];
  for (const { needs, holds: certainly } of retiringRoutes(retired, caller, resource)) {
    if (!holds(certainly)) continue;
    if (needs === "nothing" || (needs === "filters" && limits.filtersPass)) routes.push([ref]);
    if (needs === "identity" && limits.identitySide) routes.push([ref, ...limits.identity]);
  }
  return routes;
}

/** The keys whose value would settle something that is open. */
function openQuestions({ held, theCase, caller, resource, lookup, endpoint, retired }: Evaluation): string[] {
  const open: Truth[] = [endpoint, ...held.flatMap((one) => [one.applies, ...one.ways.map(({ applies }) => applies)])];
  for (const grant of theCase.grants ?? []) {
    const named = namedBy(caller, grant.GranteePrincipal, grant.GranteeServicePrincipal);
    open.push(...named.map(({ certainly }) => all([covers(grant, theCase, resource, lookup), certainly])));
  }
  if (retired !== undefined) open.push(...retiringRoutes(retired, caller, resource).map(({ holds }) => holds));
  return distinct(open.flatMap((truth) => (truth.is === "maybe" ? truth.missing : [])));
}

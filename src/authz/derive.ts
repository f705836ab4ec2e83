import { REQUEST_DEFAULTS, type RequestDefault } from "../catalog/request-defaults.ts";
import type { Principal } from "../iam/principal.ts";
import { reservedPaths } from "../iam/reserved-roles.ts";
import { foldCase, parseInstant } from "../iam/values.ts";
import { carries } from "./circumstance.ts";
import { ABSENT, type Fact, type Facts, type RequestFacts, type Slot } from "./facts.ts";
import { MAYBE, NO, YES } from "./tri.ts";
import { like, oneOf, oneOfOrAbsent, SENT, UNTOLD, type Untold } from "./untold.ts";

/**
 * What follows from what a request tells: from the principal, the key, the encryption context, the forwarding service and the time
 * (rule context.untold.follows). ABSENT is known not to be there; undefined: nothing is told.
 */
type Derive = (facts: Facts) => Fact | typeof ABSENT;

const ofCaller =
  (of: (caller: Principal) => Fact): Derive =>
  ({ request }) =>
    of(request.caller);

const ofKey =
  (member: "spec" | "usage" | "origin"): Derive =>
  ({ request }) =>
    request.key?.[member];

const isService = ({ kind }: Principal): boolean => kind === "service";
const TRUTHS = ["true", "false"];
const EITHER = oneOf(TRUTHS);

/**
 * Of the principal: rule context.principal.names, rule context.principal.attributes, rule context.principal.service, rule context.principal.service-has-none.
 * Of the request: rule context.request.region, rule context.request.tls, rule context.forwarded.via-service, rule context.forwarded.grant-direct.
 * Of the key: rule context.key.account, rule context.key.account-none, rule context.key.caller-account, rule context.key.properties, rule context.key.tags.
 */
// biome-ignore format: a table reads as a table
const TOLD: Readonly<Record<string, Derive>> = {
  "aws:principalarn":              ofCaller(principalArn),
  "aws:principalaccount":          ofCaller(({ kind, account }) => (kind === "anonymous" ? "anonymous" : account || undefined)),
  "aws:principalorgid":            ofCaller(({ facts }) => facts?.orgId),
  "aws:principalorgpaths":         ofCaller(({ facts }) => facts?.orgPath && [facts.orgPath]),
  "aws:principaltype":             ofCaller(({ kind }) => PRINCIPAL_TYPES[kind]),
  "aws:userid":                    ofCaller(userId),
  "aws:username":                  ofCaller(({ kind, name }) => (kind === "user" ? name : undefined)),
  "aws:principalisawsservice":     ofCaller((caller) => (caller.kind === "anonymous" ? undefined : String(isService(caller)))),
  "aws:principalservicename":      ofCaller((caller) => (isService(caller) ? caller.name : undefined)),
  "aws:principalservicenameslist": ofCaller((caller) => (isService(caller) ? [caller.name] : undefined)),
  "aws:sourceidentity":            ofCaller(({ facts }) => facts?.sourceIdentity),
  "aws:multifactorauthpresent":    secondFactor,
  "aws:multifactorauthage":        ofCaller(({ facts }) => facts?.mfaAgeSeconds?.toString()),
  "aws:resourceaccount":           ({ request }) => request.account || undefined,
  "aws:requestedregion":           ({ request }) => (request.action.service === "kms" ? request.resource.arn?.region : undefined),
  "aws:securetransport":           ({ request }) => (request.action.service !== "kms" ? EITHER : isService(request.caller) ? OVER_TLS : "true"),
  "aws:currenttime":               ({ request }) => request.time,
  "aws:epochtime":                 ({ request }) => (request.time === undefined ? undefined : parseInstant(request.time)?.seconds.toString()),
  "aws:viaawsservice":             isForwarded,
  "aws:calledvia":                 (facts) => ofForwarder(facts, (name) => [`${name}.amazonaws.com`]),
  "aws:calledviafirst":            (facts) => ofForwarder(facts, (name) => `${name}.amazonaws.com`),
  "aws:calledvialast":             (facts) => ofForwarder(facts, (name) => `${name}.amazonaws.com`),
  "kms:viaservice":                (facts) => ofForwarder(facts, (_, host) => host),
  "kms:calleraccount":             ofCaller(({ account }) => account || undefined),
  "kms:keyspec":                   ofKey("spec"),
  "kms:customermasterkeyspec":     ofKey("spec"),
  "kms:keyusage":                  ofKey("usage"),
  "kms:customermasterkeyusage":    ofKey("usage"),
  "kms:keyorigin":                 ofKey("origin"),
  "kms:multiregion":               ({ request }) => request.key?.multiRegion?.toString() ?? (isOnKey(request) ? EITHER : undefined),
  "kms:multiregionkeytype":        multiRegionKeyType,
  "kms:resourcealiases":           ({ request }) => ofListed(request, request.key?.aliases, (aliases) => (aliases.length > 0 ? aliases : undefined)),
  "kms:encryptioncontextkeys":     (facts) => ofContext(facts, keysOf),
  "kms:grantisforawsresource":     isForwarded,
  "kms:grantconstrainttype":       ({ request, retiring }) => (retires(request) ? (constraintType(retiring?.Constraints) ?? ABSENT) : undefined),
};

/** What a key is taken to be where nothing is told, beside what KMS fills in for an omitted parameter. */
const USUAL: Readonly<Record<string, (facts: Facts) => string | undefined>> = {
  "aws:principalarn": ({ request }) => request.caller.principalArn, // no path: rule context.untold.role-path
  "aws:multifactorauthpresent": ({ request }) => (carries("session", request) === "yes" ? "false" : undefined),
  "aws:viaawsservice": () => "false",
  "kms:grantisforawsresource": () => "false",
};

/** What these may be instead. */
const POSSIBLE: Readonly<Record<string, (facts: Facts) => Untold | undefined>> = {
  "aws:principalarn": ({ request: { caller } }) =>
    caller.kind === "role-session" ? like(["", "*/"].map((path) => roleArn(caller, path))) : undefined,
  "aws:multifactorauthpresent": ({ request }) => (carries("session", request) === "yes" ? EITHER : oneOfOrAbsent(TRUTHS)),
};

const OVER_TLS = oneOfOrAbsent(["true"]);

/** A service principal has none that AWS tells (rule context.principal.names, rule context.principal.service-has-none). */
const PRINCIPAL_TYPES = {
  root: "Account",
  user: "User",
  "federated-user": "FederatedUser",
  "role-session": "AssumedRole",
  anonymous: "Anonymous",
  service: undefined,
} as const;

/** Families of keys, each with its open last part. */
const FAMILIES: readonly (readonly [prefix: string, derive: (member: string, facts: Facts) => Fact | typeof ABSENT])[] = [
  ["kms:encryptioncontext:", (member, facts) => ofContext(facts, (pairs) => pick(pairs, member))],
  ["aws:principaltag/", (member, { request }) => ofTags(request.caller.facts?.tags, member)],
  ["aws:resourcetag/", (member, { request }) => ofListed(request, request.key?.tags, (tags) => pickTag(tags, member))],
];

/** The ways to a key's value where the request does not give it. */
export function deriveKey(name: string): Pick<Slot, "derived" | "usual" | "possible"> {
  const derived = Object.hasOwn(TOLD, name) ? TOLD[name] : deriveMember(name);
  const usual = Object.hasOwn(USUAL, name) ? USUAL[name] : undefined;
  const possible = Object.hasOwn(POSSIBLE, name) ? POSSIBLE[name] : undefined;
  const defaults = REQUEST_DEFAULTS.filter(({ key }) => foldCase(key) === name);
  if (defaults.length === 0) return { derived: derived ?? NOTHING, usual, possible };
  const fillIn = (rows: readonly RequestDefault[]) => {
    const values = new Map<string, string>(
      rows.flatMap(({ actions, value }) => actions.map((action) => [`kms:${action}`, value] as const)),
    );
    return ({ request }: Facts) => values.get(request.action.kms?.action ?? "");
  };
  const settled = fillIn(defaults.filter(({ always }) => always));
  const usually = fillIn(defaults.filter(({ always }) => !always));
  return {
    derived: (facts) => derived?.(facts) ?? settled(facts),
    usual: usually,
    possible: (facts) => (usually(facts) === undefined ? undefined : SENT),
  };
}

const NOTHING: Derive = () => undefined;

function deriveMember(name: string): Derive | undefined {
  const family = FAMILIES.find(([prefix]) => name.startsWith(prefix));
  if (family === undefined) return undefined;
  const [prefix, derive] = family;
  const member = name.slice(prefix.length);
  return (facts) => derive(member, facts);
}

/** Of a session, its ARN does not tell the role's path; AWS's own roles have theirs (rule context.untold.reserved-roles). Without a path told, the usual one. */
function principalArn(caller: Principal): Fact {
  if (caller.pathKnown) return caller.principalArn;
  const paths = reservedPaths(caller.name);
  return paths && like(paths.map((path) => roleArn(caller, path)));
}

const roleArn = ({ partition, account, name }: Principal, path: string): string => `arn:${partition}:iam::${account}:role/${path}${name}`;

/** Unique ids of users begin with AIDA, those of roles with AROA; a session adds its name (rule context.principal.names). */
function userId({ kind, account, name, userId: id, session }: Principal): Fact {
  if (kind === "root") return account;
  if (kind === "federated-user") return `${account}:${name}`;
  if (kind === "anonymous") return "anonymous";
  if (kind === "service") return undefined;
  if (kind === "user") return id ?? like(["AIDA*"]);
  if (id?.includes(":")) return id;
  return id !== undefined && session !== undefined ? `${id}:${session}` : like([`${id ?? "AROA*"}:${session ?? "*"}`]);
}

/** Temporary credentials say whether a second factor was given; long-term keys do not, save perhaps where a service uses them (rule context.untold.mfa). */
function secondFactor({ request }: Facts): Fact | typeof ABSENT {
  if (request.caller.facts?.mfaAgeSeconds !== undefined) return "true";
  const ofSession = carries("session", request);
  if (ofSession === "no") return ABSENT;
  if (ofSession === "open") return oneOfOrAbsent(TRUTHS);
  return ofSession === "perhaps" && request.forwarded !== NO ? oneOfOrAbsent(["false"]) : undefined;
}

function isForwarded({ request }: Facts): Fact {
  if (request.forwarded === MAYBE) return EITHER;
  return request.forwarded === YES ? "true" : request.saysForwarded ? "false" : undefined;
}

/** What follows from the name of the service that forwards the call: nothing where it is silent on whether one does. */
function ofForwarder({ request }: Facts, of: (name: string, host: string) => Fact): Fact | typeof ABSENT {
  const { forwarded, saysForwarded, viaService: host } = request;
  if (forwarded === YES) return host === undefined ? SENT : of(host.slice(0, host.indexOf(".")), host);
  if (forwarded === MAYBE) return UNTOLD;
  return saysForwarded ? ABSENT : undefined;
}

const isOnKey = ({ resource, action }: RequestFacts): boolean => resource.kind === "key" && action.service === "kms";

/** Facts of the key that it may be without: unknown where nothing at all is told of the key (rule context.untold.key-facts). */
function ofListed<T>(request: RequestFacts, given: T | undefined, of: (given: T) => Fact): Fact | typeof ABSENT {
  if (given !== undefined) return of(given) ?? ABSENT;
  return isOnKey(request) && request.key === undefined ? UNTOLD : undefined;
}

const ofTags = (tags: Readonly<Record<string, string>> | undefined, member: string): Fact | typeof ABSENT =>
  tags && (pickTag(tags, member) ?? ABSENT);

/** Absent on single-Region keys (rule context.key.properties). */
function multiRegionKeyType({ request }: Facts): Fact | typeof ABSENT {
  if (!isOnKey(request)) return undefined;
  if (request.key?.multiRegion === false) return ABSENT;
  return request.key?.multiRegionKeyType ?? (request.key?.multiRegion === true ? oneOf(KEY_TYPES) : oneOfOrAbsent(KEY_TYPES));
}

const KEY_TYPES = ["PRIMARY", "REPLICA"];

const retires = ({ action }: RequestFacts): boolean => action.kms?.action === "kms:RetireGrant";

/**
 * Of key, value, key, value…: the call's own pairs, those a new grant is to be constrained by, or those of the grant to retire (rule context.encryption.pairs,
 * rule context.request.new-grant, rule kms.retire.context).
 */
function ofContext({ request, retiring }: Facts, of: (pairs: readonly string[]) => Fact): Fact | typeof ABSENT {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = retiring?.Constraints ?? {};
  const pairs = retires(request) ? pairsOf(equals ?? subset) : request.encryptionContext;
  return pairs && (of(pairs) ?? ABSENT);
}

const keysOf = (pairs: readonly string[]): Fact => (pairs.length === 0 ? undefined : pairs.filter((_, i) => i % 2 === 0));

/** Looks at encryption-context constraints only (rule kms.retire.context). */
export function constraintType(
  constraints: { EncryptionContextEquals?: unknown; EncryptionContextSubset?: unknown } | undefined,
): string | undefined {
  if (constraints?.EncryptionContextEquals !== undefined) return "EncryptionContextEquals";
  return constraints?.EncryptionContextSubset === undefined ? undefined : "EncryptionContextSubset";
}

export const pairsOf = (map: Readonly<Record<string, string>> | undefined): readonly string[] =>
  map === undefined ? [] : Object.entries(map).flat();

/** Tag keys in condition keys ignore case (rule context.keys.case). */
function pickTag(tags: Readonly<Record<string, string>>, lower: string): Fact {
  return Object.hasOwn(tags, lower) && Object.keys(tags).length === 1 ? tags[lower] : pick(pairsOf(tags), lower);
}

/** The value of a key without regard to case. Of several that differ only in case one counts, and nobody knows which (rule context.encryption.twins). */
function pick(pairs: readonly string[], lower: string): Fact {
  let found: string | undefined;
  let others: Set<string> | undefined;
  for (let i = 0; i < pairs.length; i += 2) {
    const key = pairs[i] as string;
    if (key !== lower && (key.length !== lower.length || foldCase(key) !== lower)) continue;
    const value = pairs[i + 1] as string;
    if (found !== undefined && found !== value) others = (others ?? new Set([found])).add(value);
    found = value;
  }
  return others === undefined ? found : oneOf([...others]);
}

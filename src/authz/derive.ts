import { REQUEST_DEFAULTS } from "../catalog/request-defaults.ts";
import type { Caller } from "../iam/principal.ts";
import { foldCase, parseInstant } from "../iam/values.ts";
import { UNKNOWN } from "../iam/variables.ts";
import type { Fact, Facts } from "./facts.ts";
import { YES } from "./tri.ts";

/**
 * What follows from the principal, the key, the encryption context, the forwarding service and the time (IAM User Guide, AWS global condition
 * context keys; KMS Developer Guide, AWS KMS condition keys). A key that AWS always sends and the case does not tell is UNKNOWN; any other is absent.
 */
type Derive = (facts: Facts) => Fact;

const ofCaller =
  (of: (caller: Caller) => Fact): Derive =>
  ({ told }) =>
    of(told.caller);

const ofKey =
  (member: "spec" | "usage" | "origin"): Derive =>
  (facts) =>
    facts.told.resource.kind === "key" ? (facts.told.key?.[member] ?? UNKNOWN) : undefined;

const isService = ({ kind }: Caller): boolean => kind === "service";

// biome-ignore format: a table reads as a table
const DERIVED: Readonly<Record<string, Derive>> = {
  "aws:principalarn":              ofCaller(({ principalArn }) => principalArn),
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
  "aws:multifactorauthpresent":    ofCaller(({ facts }) => (facts?.mfaAgeSeconds === undefined ? undefined : "true")),
  "aws:multifactorauthage":        ofCaller(({ facts }) => facts?.mfaAgeSeconds?.toString()),
  "aws:resourceaccount":           ({ told }) => told.account || undefined,
  "aws:requestedregion":           ({ told }) => (told.action.service === "kms" ? told.resource.arn?.region : undefined),
  "aws:currenttime":               ({ told }) => told.time,
  "aws:epochtime":                 ({ told }) => (told.time === undefined ? undefined : parseInstant(told.time)?.seconds.toString()),
  "aws:viaawsservice":             ({ told }) => String(told.forwarded === YES),
  "aws:calledvia":                 (facts) => { const name = forwarder(facts); return name && [name]; },
  "aws:calledviafirst":            forwarder,
  "aws:calledvialast":             forwarder,
  "kms:viaservice":                ({ told }) => told.viaService,
  "kms:calleraccount":             ofCaller(({ account }) => account || undefined),
  "kms:keyspec":                   ofKey("spec"),
  "kms:customermasterkeyspec":     ofKey("spec"),
  "kms:keyusage":                  ofKey("usage"),
  "kms:customermasterkeyusage":    ofKey("usage"),
  "kms:keyorigin":                 ofKey("origin"),
  "kms:multiregion":               ({ told }) => told.resource.kind === "key" ? (told.key?.multiRegion?.toString() ?? UNKNOWN) : undefined,
  "kms:multiregionkeytype":        multiRegionKeyType,
  "kms:resourcealiases":           ({ told }) => (told.key?.aliases?.length ? told.key.aliases : undefined),
  "kms:encryptioncontextkeys":     encryptionContextKeys,
  "kms:grantisforawsresource":     ({ told }) => String(told.forwarded === YES),
  "kms:grantconstrainttype":       ({ retiring }) => constraintType(retiring?.Constraints),
};

/** IAM User Guide, "Policy variables", table of principal key values. A service principal has none that the docs tell. */
const PRINCIPAL_TYPES = {
  root: "Account",
  user: "User",
  "federated-user": "FederatedUser",
  "role-session": "AssumedRole",
  anonymous: "Anonymous",
  service: undefined,
} as const;

/** Families of keys, each with its open last part. */
const FAMILIES: readonly (readonly [prefix: string, derive: (member: string, facts: Facts) => Fact])[] = [
  ["kms:encryptioncontext:", (member, facts) => pick(contextPairs(facts), member)],
  ["aws:principaltag/", (member, { told }) => pickTag(told.caller.facts?.tags, member)],
  ["aws:resourcetag/", (member, { told }) => pickTag(told.key?.tags, member)],
];

/** The way to a key's value where the request does not give it: what follows from the facts, or what KMS fills in for an omitted parameter. */
export function deriveKey(name: string): Derive {
  const derived = Object.hasOwn(DERIVED, name) ? DERIVED[name] : deriveMember(name);
  const defaults = new Map(
    REQUEST_DEFAULTS.filter(({ key }) => foldCase(key) === name).flatMap(({ actions, value }) =>
      actions.map((action) => [`kms:${action}`, value]),
    ),
  );
  if (defaults.size === 0) return derived ?? ABSENT;
  return (facts) => derived?.(facts) ?? defaults.get(facts.told.action.kms?.action ?? "");
}

const ABSENT: Derive = () => undefined;

function deriveMember(name: string): Derive | undefined {
  const family = FAMILIES.find(([prefix]) => name.startsWith(prefix));
  if (family === undefined) return undefined;
  const [prefix, derive] = family;
  const member = name.slice(prefix.length);
  return (facts) => derive(member, facts);
}

function userId({ kind, account, name, userId: id, session }: Caller): Fact {
  if (kind === "root") return account;
  if (kind === "federated-user") return `${account}:${name}`;
  if (kind === "anonymous") return "anonymous";
  if (kind === "service") return undefined;
  if (id === undefined) return UNKNOWN;
  if (kind === "user" || id.includes(":")) return id;
  return session === undefined ? UNKNOWN : `${id}:${session}`;
}

function forwarder({ told }: Facts): string | undefined {
  return told.viaService && `${told.viaService.slice(0, told.viaService.indexOf("."))}.amazonaws.com`;
}

/** Absent on single-Region keys (KMS Developer Guide, kms:MultiRegionKeyType). */
function multiRegionKeyType({ told }: Facts): Fact {
  if (told.resource.kind !== "key" || told.key?.multiRegion === false) return undefined;
  return told.key?.multiRegionKeyType ?? UNKNOWN;
}

/** Key, value, key, value…: the call's own pairs, those a new grant is to be constrained by, or those of the grant to retire (KMS Developer Guide, AWS KMS permissions). */
function contextPairs({ told, retiring }: Facts): readonly string[] {
  if (told.action.kms?.action !== "kms:RetireGrant") return told.encryptionContext;
  return pairsOf(retiring?.Constraints?.EncryptionContextEquals ?? retiring?.Constraints?.EncryptionContextSubset);
}

function encryptionContextKeys(facts: Facts): Fact {
  const pairs = contextPairs(facts);
  return pairs.length === 0 ? undefined : pairs.filter((_, i) => i % 2 === 0);
}

/** Looks at encryption-context constraints only (KMS Developer Guide, kms:GrantConstraintType). */
export function constraintType(
  constraints: { EncryptionContextEquals?: unknown; EncryptionContextSubset?: unknown } | undefined,
): string | undefined {
  if (constraints?.EncryptionContextEquals !== undefined) return "EncryptionContextEquals";
  return constraints?.EncryptionContextSubset === undefined ? undefined : "EncryptionContextSubset";
}

export const pairsOf = (map: Readonly<Record<string, string>> | undefined): readonly string[] =>
  map === undefined ? [] : Object.entries(map).flat();

/** Tag keys in condition keys ignore case (IAM User Guide, Condition element). */
function pickTag(tags: Readonly<Record<string, string>> | undefined, lower: string): Fact {
  if (tags === undefined) return undefined;
  return Object.hasOwn(tags, lower) && Object.keys(tags).length === 1 ? tags[lower] : pick(pairsOf(tags), lower);
}

/** The value of a key without regard to case. Of two that differ only in case AWS does not say which counts: unknown, unless they agree. */
function pick(pairs: readonly string[], lower: string): Fact {
  let found: string | undefined;
  for (let i = 0; i < pairs.length; i += 2) {
    const key = pairs[i] as string;
    if (key !== lower && (key.length !== lower.length || foldCase(key) !== lower)) continue;
    if (found !== undefined && found !== pairs[i + 1]) return UNKNOWN;
    found = pairs[i + 1];
  }
  return found;
}

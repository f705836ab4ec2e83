import { printable } from "../base/text.ts";
import { kmsAction } from "../catalog/actions.ts";
import { conditionKey, isAvailable } from "../catalog/condition-keys.ts";
import { parseServiceHost } from "../catalog/service-hosts.ts";
import { parseArn } from "../iam/arn.ts";
import { isServicePrincipal } from "../iam/principal.ts";
import type { ContextValue, PrincipalFacts, Request } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { quoted } from "./wording.ts";

/** One change of a request, in words and as a function. Two edits of one target exclude each other. */
export type Edit = {
  readonly target: string; // what it changes: a condition key in lower case, "principal", "grant token"
  readonly change: string; // an order to a person: `change encryptionContext.tenant to "t1"`
  readonly apply: (request: Request) => Request;
};

const CONTEXT_PAIR = "kms:encryptioncontext:";
const PRINCIPAL_TAG = "aws:principaltag/";

/**
 * Makes a condition key have a value; undefined where the caller cannot choose it: it is a fact about who calls, or about the key. Of a key that is
 * `unknown` any value may be the true one, and the edit says "if".
 */
export function setKey(request: Request, key: string, value: string, unknown = false): Edit | undefined {
  const name = foldCase(key);
  if (NETWORK.has(name) && isForwarded(request)) return undefined;
  if (!canBeSent(request, key) || (!unknown && isFixed(request, name) && contextName(request, name) === undefined)) return undefined;
  const edit = chooseKey(request, key, name, value);
  if (edit === undefined || !unknown) return edit;
  const subject = name.startsWith(CONTEXT_PAIR) ? `encryptionContext.${key.slice(CONTEXT_PAIR.length)}` : key;
  return { ...edit, change: `if ${printable(subject)} is ${quoted(value)}` };
}

function chooseKey(request: Request, key: string, name: string, value: string): Edit | undefined {
  const written = contextName(request, name);
  if (written !== undefined) return setContext(request, written, value);
  if (name.startsWith(CONTEXT_PAIR)) return setPair(request, key.slice(CONTEXT_PAIR.length), value);
  if (name === "kms:viaservice") return setViaService(request, value);
  if (name === "aws:currenttime" || name === "aws:epochtime") return setTime(value);
  if (name.startsWith(PRINCIPAL_TAG)) return setPrincipalTag(request, key.slice(PRINCIPAL_TAG.length), value);
  if (name === "aws:principalorgid") return setPrincipalFact("aws:PrincipalOrgID", value, { orgId: value });
  return setContext(request, key, value);
}

/** Makes a condition key absent; undefined where it is always there. */
export function dropKey(request: Request, key: string): Edit | undefined {
  const name = foldCase(key);
  const written = contextName(request, name);
  if (written !== undefined) return dropContext(written);
  if (name.startsWith(CONTEXT_PAIR)) return dropPairs(request, (pair) => CONTEXT_PAIR + foldCase(pair) === name);
  if (name === "kms:viaservice" && request.viaService !== undefined) {
    return { target: name, change: "call without viaService", apply: ({ viaService: _, ...rest }) => rest };
  }
  if (!isListedUnknown(request, name)) return undefined;
  return { target: name, change: `leave out ${printable(key)}`, apply: (it) => known(it, name) };
}

/** Leaves out the pairs of the encryption context whose key `drop` names. */
export function dropPairs(request: Request, drop: (key: string) => boolean): Edit | undefined {
  const dropped = Object.keys(request.encryptionContext ?? {}).filter(drop);
  if (dropped.length === 0) return undefined;
  return {
    target: CONTEXT_PAIR + foldCase(dropped.join(" ")),
    change: `leave out ${dropped.map((key) => `encryptionContext.${printable(key)}`).join(", ")}`,
    apply: (it) => withPairs(it, (pairs) => pairs.filter(([key]) => !drop(key))),
  };
}

/** The pair keeps the spelling it has in the request: condition keys ignore the case of its name, ciphertexts do not. */
export function setPair(request: Request, pair: string, value: string): Edit {
  const given = Object.keys(request.encryptionContext ?? {}).find((key) => foldCase(key) === foldCase(pair));
  const name = given ?? pair;
  return {
    target: CONTEXT_PAIR + foldCase(pair),
    change:
      given === undefined
        ? `add encryptionContext.${printable(name)} = ${quoted(value)}`
        : `change encryptionContext.${printable(name)} to ${quoted(value)}`,
    apply: (it) => withPairs(it, (pairs) => [...pairs.filter(([key]) => foldCase(key) !== foldCase(pair)), [name, value]]),
  };
}

export const presentToken = (grant: string, token: string): Edit => ({
  target: `grant token ${grant}`,
  change: `present the grant token of grant ${printable(grant, 80)}`,
  apply: (request) => ({ ...request, grantTokens: [...(request.grantTokens ?? []), token] }),
});

export const callAs = (arn: string): Edit => ({
  target: "principal",
  change: `call as ${printable(arn)}`,
  apply: (request) => ({ ...request, principal: arn }),
});

function withPairs(
  request: Request,
  change: (pairs: readonly (readonly [string, string])[]) => readonly (readonly [string, string])[],
): Request {
  const pairs = change(Object.entries(request.encryptionContext ?? {}));
  const { encryptionContext: _, ...rest } = known(known(request, CONTEXT_PAIR), "kms:encryptioncontextkeys");
  return pairs.length === 0 ? rest : { ...rest, encryptionContext: Object.fromEntries(pairs) };
}

/** A service calls KMS in its own Region, and by none of its caller's VPC endpoints. */
function setViaService(request: Request, value: string): Edit | undefined {
  const [host, region] = [parseServiceHost(value), parseArn(request.resource)?.region];
  if (host === undefined || (region && host.region !== region)) return undefined;
  return {
    target: "kms:viaservice",
    change: `call through ${printable(value)} (viaService)`,
    apply: (it) => ({ ...withoutNetwork(known(it, "kms:viaservice")), viaService: value }),
  };
}

/** What tells of the network that the caller's own calls take (IAM User Guide, properties of the network). */
const NETWORK: ReadonlySet<string> = new Set(["aws:sourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn", "aws:vpcsourceip"]);

function withoutNetwork(request: Request): Request {
  if (request.context === undefined) return request;
  return { ...request, context: Object.fromEntries(Object.entries(request.context).filter(([name]) => !NETWORK.has(foldCase(name)))) };
}

const isForwarded = ({ viaService, principal }: Request): boolean =>
  viaService !== undefined || isServicePrincipal(typeof principal === "string" ? principal : principal.arn);

/** An ISO date or epoch seconds. */
function setTime(value: string): Edit | undefined {
  const date = new Date(/^\d+$/.test(value) ? Number(value) * 1_000 : value);
  if (Number.isNaN(date.getTime())) return undefined;
  const time = date.toISOString();
  return {
    target: "aws:currenttime",
    change: `ask at ${time}`,
    apply: (request) => ({ ...known(known(request, "aws:currenttime"), "aws:epochtime"), time }),
  };
}

function setPrincipalTag(request: Request, tag: string, value: string): Edit {
  const tags = typeof request.principal === "string" ? {} : (request.principal.tags ?? {});
  const given = Object.keys(tags).find((key) => foldCase(key) === foldCase(tag)) ?? tag;
  return setPrincipalFact(`aws:PrincipalTag/${given}`, value, { tags: { ...tags, [given]: value } });
}

const setPrincipalFact = (key: string, value: string, facts: Partial<PrincipalFacts>): Edit => ({
  target: foldCase(key),
  change: `set ${printable(key)} to ${quoted(value)}`,
  apply: (request) => ({
    ...known(request, foldCase(key)),
    principal: { ...(typeof request.principal === "string" ? { arn: request.principal } : request.principal), ...facts },
  }),
});

function setContext(request: Request, key: string, value: string): Edit {
  const given = Object.hasOwn(request.context ?? {}, key);
  const many = conditionKey(key)?.multiValued ?? Array.isArray(request.context?.[key]);
  const member: ContextValue = many ? [value] : value;
  return {
    target: foldCase(key),
    change: `${given ? "change" : "set"} ${printable(key)} to ${quoted(value)}`,
    apply: (it) => ({ ...known(it, foldCase(key)), context: { ...it.context, [key]: member as string } }),
  };
}

const dropContext = (key: string): Edit => ({
  target: foldCase(key),
  change: `leave out ${printable(key)}`,
  apply: (request) => {
    const { [key]: _, ...context } = request.context ?? {};
    return { ...known(request, foldCase(key)), context };
  },
});

/** The request without a name in its list of unknown keys; of a family without every member. */
function known(request: Request, name: string): Request {
  if (request.unknown === undefined) return request;
  const matches = (key: string) => foldCase(key) === name || (name === CONTEXT_PAIR && foldCase(key).startsWith(name));
  return { ...request, unknown: request.unknown.filter((key) => !matches(key)) };
}

const isListedUnknown = (request: Request, name: string): boolean => request.unknown?.some((key) => foldCase(key) === name) ?? false;

const contextName = (request: Request, name: string): string | undefined =>
  Object.keys(request.context ?? {}).find((key) => foldCase(key) === name);

/** Derived from the caller, the forwarding service or the request's own map: another value would be another caller, or a lie. */
// biome-ignore format: a table reads as a table
const FIXED: ReadonlySet<string> = new Set([
  "aws:principalarn", "aws:principalaccount", "aws:principaltype", "aws:principalisawsservice", "aws:principalservicename",
  "aws:principalservicenameslist", "aws:userid", "aws:username", "kms:calleraccount", "aws:resourceaccount", "aws:requestedregion",
  "aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "kms:grantisforawsresource", "kms:encryptioncontextkeys",
]);

// biome-ignore format: a table reads as a table
const KEY_FACTS: ReadonlySet<string> = new Set([
  "kms:keyspec", "kms:keyusage", "kms:keyorigin", "kms:multiregion", "kms:multiregionkeytype", "kms:customermasterkeyspec",
  "kms:customermasterkeyusage", "kms:resourcealiases",
]);

function isFixed(request: Request, name: string): boolean {
  if (FIXED.has(name)) return true;
  return request.resource !== "*" && (KEY_FACTS.has(name) || name.startsWith("aws:resourcetag/"));
}

/** Whether AWS can send the key with this request: a value it never sends is no way out. */
function canBeSent({ action, resource }: Request, name: string): boolean {
  const [key, operation] = [conditionKey(name), kmsAction(action)];
  if (key === undefined || operation === undefined) return true;
  return isAvailable(key, operation, resource === "*" ? "*" : parseArn(resource)?.resource.startsWith("alias/") ? "alias" : "key");
}

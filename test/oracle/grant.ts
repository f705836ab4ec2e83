import type { Way } from "../../src/authz/decision.ts";
import type { Case } from "../../src/cases/case.ts";
import type { Grant } from "../../src/iam/request.ts";
import type { Caller } from "./caller.ts";
import { grantOperation } from "./catalog.ts";
import type { Resource } from "./context.ts";
import { arnFits, expand, type Lookup } from "./pattern.ts";
import { namings } from "./principal.ts";
import { all, maybe, NO, type Truth, truth, YES } from "./truth.ts";

type Pairs = Readonly<Record<string, string>>;

/** What a principal of a grant is to the caller, as a policy's principal would be. */
export function namedBy(caller: Caller, principal: string | undefined, service: string | undefined): { way: Way; certainly: Truth }[] {
  if (service !== undefined) return caller.kind === "service" && caller.arn === service ? [{ way: "direct", certainly: YES }] : [];
  if (principal === undefined) return [];
  if (caller.kind === "service") return caller.arn === principal ? [{ way: "direct", certainly: YES }] : [];
  return [...namings(caller, [{ kind: "AWS", value: principal }])];
}

/** Accounts of different partitions are different accounts, whatever their ids. */
export const isAtHome = (caller: Caller, resource: Resource): boolean =>
  caller.account === resource.account && (caller.partition === resource.partition || resource.partition === "");

/** Whether the grant was issued by the caller's own account; a bare account id is one of the key's partition. */
export function isIssuedAtHome(grant: Grant, caller: Caller, resource: Resource): boolean {
  if (grant.IssuingAccount === undefined) return isAtHome(caller, resource);
  const [, partition = resource.partition, , , account = grant.IssuingAccount] = grant.IssuingAccount.split(":");
  return caller.account === account && caller.partition === partition;
}

/** A grant that has not spread yet is in effect only for requests that bring its token. */
function isInEffect(grant: Grant, theCase: Case): boolean {
  const tokens = theCase.request.grantTokens ?? [];
  return grant.Propagated !== false || (grant.GrantToken !== undefined && tokens.includes(grant.GrantToken));
}

export const isOnKey = (grant: Grant, resource: Resource): boolean =>
  grant.KeyId === undefined || grant.KeyId === resource.text || resource.text.endsWith(`:key/${grant.KeyId}`);

/** Whether the grant covers the request, whoever asks: operation, token and constraints. */
export function covers(grant: Grant, theCase: Case, resource: Resource, lookup: Lookup): Truth {
  const operation = grantOperation(theCase.request.action);
  if (operation === undefined || !grant.Operations.includes(operation)) return NO;
  if (!isInEffect(grant, theCase) || !isOnKey(grant, resource)) return NO;
  const parts = [sourceArnHolds(grant, operation, lookup)];
  if (operation === "CreateGrant") parts.push(isStricter(grant, theCase, lookup));
  else if (operation !== "DescribeKey") parts.push(contextHolds(grant, theCase, lookup));
  return all(parts);
}

function sourceArnHolds(grant: Grant, operation: string, lookup: Lookup): Truth {
  const wanted = grant.Constraints?.SourceArn;
  if (wanted === undefined) return YES;
  const source = lookup("aws:SourceArn");
  if (source.kind === "unknown") return maybe(source.missing);
  if (source.kind === "absent") return truth(operation === "DescribeKey");
  const values = source.kind === "single" ? [source.value] : source.values;
  const { pieces } = expand(wanted, "2008-10-17", () => ({ kind: "absent" }));
  return truth(values.every((value) => arnFits(pieces, value)));
}

const lowerAscii = (text: string): string => [...text].map((c) => (c >= "A" && c <= "Z" ? c.toLowerCase() : c)).join("");
const isKey = (a: string, b: string): boolean => lowerAscii(a) === lowerAscii(b);
const hasPair = (pairs: Pairs, key: string, value: string): boolean => Object.entries(pairs).some(([k, v]) => isKey(k, key) && v === value);

/** The pairs of the call that are not known: all of them, or those of some keys. A call that has no encryption context is never in doubt. */
function unknownPairs(lookup: Lookup, theCase: Case): { readonly all: readonly string[]; readonly some: readonly string[] } {
  const listed = lookup("kms:EncryptionContextKeys").kind === "absent" ? [] : (theCase.request.unknown ?? []);
  const silent = theCase.request.encryptionContext === undefined;
  const isAll = (key: string) => ["kms:encryptioncontextkeys", "kms:encryptioncontext:"].includes(key) || (key === "*" && silent);
  return {
    all: listed.filter((key) => isAll(key.toLowerCase())),
    some: listed.filter((key) => key.toLowerCase().startsWith("kms:encryptioncontext:")),
  };
}

/** Subset: the call has every pair. Equals: and no pair besides. Keys ignore case, values do not. */
function contextHolds(grant: Grant, theCase: Case, lookup: Lookup): Truth {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = grant.Constraints ?? {};
  if (equals === undefined && Object.keys(subset ?? {}).length === 0) return YES;
  const open = unknownPairs(lookup, theCase);
  if (open.all.length > 0) return maybe(open.all);

  const given = theCase.request.encryptionContext ?? {};
  const names = (listed: string, key: string) => isKey(listed.slice("kms:EncryptionContext:".length), key);
  const isThere = (key: string, value: string): Truth => {
    const because = open.some.filter((listed) => names(listed, key));
    return because.length > 0 ? maybe(because) : truth(hasPair(given, key, value));
  };
  const parts = Object.entries({ ...subset, ...equals }).map(([key, value]) => isThere(key, value));
  if (equals !== undefined) {
    const known = Object.entries(given).filter(([key]) => !open.some.some((listed) => names(listed, key)));
    parts.push(truth(known.every(([key, value]) => hasPair(equals, key, value))));
    if (open.some.length > 0) parts.push(maybe(open.some)); // each may be one pair too many
  }
  return all(parts);
}

/** A grant made from a grant: no operation more, and constraints at least as strict. */
function isStricter(parent: Grant, theCase: Case, lookup: Lookup): Truth {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn: sourceArn } = parent.Constraints ?? {};
  const parts: Truth[] = [];

  const operations = lookup("kms:GrantOperations");
  if (operations.kind === "unknown") parts.push(maybe(operations.missing));
  else if (operations.kind === "absent") parts.push(NO);
  else {
    const asked = operations.kind === "single" ? [operations.value] : operations.values;
    parts.push(truth(asked.every((operation) => parent.Operations.includes(operation))));
  }

  if (equals !== undefined || subset !== undefined) {
    const type = lookup("kms:GrantConstraintType");
    const strict = equals !== undefined ? ["EncryptionContextEquals"] : ["EncryptionContextEquals", "EncryptionContextSubset"];
    parts.push(type.kind === "unknown" ? maybe(type.missing) : truth(type.kind === "single" && strict.includes(type.value)));
    parts.push(contextHolds(parent, theCase, lookup));
  }

  if (sourceArn !== undefined) {
    const asked = lookup("kms:GrantConstraintSourceArn");
    parts.push(asked.kind === "unknown" ? maybe(asked.missing) : truth(asked.kind === "single" && asked.value === sourceArn));
  }
  return all(parts);
}

/** One way to retire a grant: who may, and what it takes beyond being named. */
export type RetiringRoute = { readonly needs: "nothing" | "filters" | "identity"; readonly holds: Truth };

export function retiringRoutes(grant: Grant, caller: Caller, resource: Resource): RetiringRoute[] {
  const belongs = isAtHome(caller, resource) || isIssuedAtHome(grant, caller, resource);
  const isTrusted = belongs || caller.kind === "service";
  const named = namedBy(caller, grant.RetiringPrincipal, grant.RetiringServicePrincipal);
  const grantees = grant.Operations.includes("RetireGrant") ? namedBy(caller, grant.GranteePrincipal, grant.GranteeServicePrincipal) : [];
  const routes: RetiringRoute[] = [...named, ...grantees].map(({ way, certainly }) => {
    if (way === "account" || !isTrusted) return { needs: "identity", holds: certainly };
    return { needs: way === "direct" ? "nothing" : "filters", holds: certainly };
  });
  if (caller.account !== undefined && belongs) routes.push({ needs: "identity", holds: YES });
  return routes;
}

import { matchesValue, OPERATORS } from "../iam/operators.ts";
import { isServicePrincipal, type PrincipalPattern, parsePrincipalPattern } from "../iam/principal.ts";
import type { Grant } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { raw, UNKNOWN } from "../iam/variables.ts";
import { constraintType, pairsOf } from "./derive.ts";
import type { Facts } from "./facts.ts";
import { isUnknown } from "./facts.ts";
import { and, MAYBE, NO, type Tri, tri, YES } from "./tri.ts";
import { Untold } from "./untold.ts";

const NONE: readonly never[] = [];

/** The condition keys that the constraints of grants are compared with, beside the encryption context. */
export const GRANT_KEYS: readonly string[] = [
  "aws:SourceArn",
  "kms:EncryptionContextKeys",
  "kms:GrantOperations",
  "kms:GrantConstraintType",
  "kms:GrantConstraintSourceArn",
];

/** A grant, its principals and constraints read once (rule kms.grants.allow). */
export type LinkedGrant = {
  readonly grant: Grant;
  readonly operations: ReadonlySet<string>;
  readonly grantee: PrincipalPattern;
  readonly retiring: PrincipalPattern | undefined;
  readonly issuer: string | undefined; // account id; undefined: the key's account (rule kms.grants.issuer-untold)
  readonly exact: boolean; // EncryptionContextEquals
  readonly pairs: readonly string[] | undefined; // of the encryption context constraint: key, value, key, value…
};

export function linkGrant(grant: Grant): LinkedGrant {
  const { Constraints: constraints } = grant;
  const type = constraintType(constraints);
  return {
    grant,
    operations: new Set(grant.Operations),
    grantee: principalOf(grant.GranteeServicePrincipal, grant.GranteePrincipal) ?? { kind: "nobody" },
    retiring: principalOf(grant.RetiringServicePrincipal, grant.RetiringPrincipal),
    issuer: accountOf(grant.IssuingAccount),
    exact: type === "EncryptionContextEquals",
    pairs: type === undefined ? undefined : pairsOf(constraints?.EncryptionContextEquals ?? constraints?.EncryptionContextSubset),
  };
}

/** Listings show the service of an integrated service's grant as its grantee. `*` is nobody here: a grant names one principal. */
function principalOf(service: string | undefined, principal: string | undefined): PrincipalPattern | undefined {
  const name = service ?? principal;
  if (name === undefined) return undefined;
  const pattern = parsePrincipalPattern({ kind: isServicePrincipal(name) ? "Service" : "AWS", value: name });
  return pattern?.kind === "anyone" ? undefined : pattern;
}

const accountOf = (text: string | undefined): string | undefined => {
  const pattern = text === undefined ? undefined : parsePrincipalPattern({ kind: "AWS", value: text });
  return pattern?.kind === "account" ? pattern.account : undefined;
};

/** Whether the grant is on the key: a grant that names none is one of those listed for it (rule kms.grants.operations). */
export const isOnKey = ({ grant }: { readonly grant: Pick<Grant, "KeyId"> }, keyArn: string): boolean =>
  grant.KeyId === undefined || grant.KeyId === keyArn || keyArn.endsWith(`:key/${grant.KeyId}`);

/** A grant that is still on its way through the Region counts only for a request that brings its token (rule kms.grants.tokens). */
export const isInEffect = ({ grant }: LinkedGrant, tokens: readonly string[]): boolean =>
  grant.Propagated !== false || (grant.GrantToken !== undefined && tokens.includes(grant.GrantToken));

/**
 * Whether the constraints of a grant hold for a request of an operation it lists. Constraints do not bind DescribeKey
 * (rule kms.grants.describe-key), and for CreateGrant they bind the new grant.
 */
export function constraintsHold(linked: LinkedGrant, operation: string, facts: Facts): Tri {
  const source = sourceHolds(linked, operation, facts);
  if (source === NO || operation === "DescribeKey") return source;
  return and(source, operation === "CreateGrant" ? coversChild(linked, facts) : contextHolds(linked, facts));
}

/** `SourceArn` is compared as aws:SourceArn is; for DescribeKey only when the request has one (rule kms.grants.source, rule kms.grants.describe-key). */
function sourceHolds({ grant }: LinkedGrant, operation: string, facts: Facts): Tri {
  const wanted = grant.Constraints?.SourceArn;
  if (wanted === undefined) return YES;
  const source = facts.named("aws:sourcearn");
  if (source instanceof Untold) return MAYBE;
  if (typeof source !== "string") return tri(operation === "DescribeKey");
  return tri(matchesValue(OPERATORS.ArnLike, [raw(wanted)], source));
}

function contextHolds({ pairs, exact }: LinkedGrant, facts: Facts): Tri {
  return pairs === undefined ? YES : pairsHold(pairs, exact, facts);
}

/** Subset: every pair wanted is in the call's context. Equals: and every pair of the call's context is wanted (rule kms.grants.constraints). */
function pairsHold(wanted: readonly string[], exact: boolean, facts: Facts): Tri {
  const { request } = facts;
  const given = request.encryptionContext ?? NONE;
  const isOpened =
    request.encryptionContext === undefined &&
    (request.opened === "all" || request.opened.has("kms:encryptioncontextkeys")) &&
    facts.named("kms:encryptioncontextkeys") instanceof Untold; // not of an action whose calls have no context
  const isOpen = (key: string) => isOpened || isUnknown(`kms:encryptioncontext:${foldCase(key)}`, request.unknown);
  let holds: Tri = YES;
  for (let i = 0; i < wanted.length; i += 2) {
    const key = wanted[i] as string;
    holds = and(holds, isOpen(key) ? MAYBE : tri(hasPair(given, key, wanted[i + 1] as string)));
  }
  if (!exact) return holds;
  for (let i = 0; i < given.length; i += 2) {
    const key = given[i] as string;
    if (!isOpen(key)) holds = and(holds, tri(hasPair(wanted, key, given[i + 1] as string)));
  }
  const mayHaveMore =
    isOpened || request.unknown.some((name) => name === "kms:encryptioncontextkeys" || name.startsWith("kms:encryptioncontext:"));
  return mayHaveMore ? and(holds, MAYBE) : holds;
}

/** Keys compare without regard to case, values exactly (rule kms.grants.context-case). */
function hasPair(pairs: readonly string[], key: string, value: string): boolean {
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i + 1] === value && (pairs[i] === key || foldCase(pairs[i] as string) === foldCase(key))) return true;
  }
  return false;
}

/**
 * A grant with CreateGrant lets its grantee make child grants that allow no more than it does itself: none but its operations, constraints at least
 * as strict. One parent has to cover everything (rule kms.grants.one-parent).
 */
function coversChild(parent: LinkedGrant, facts: Facts): Tri {
  return and(and(coversOperations(parent, facts), coversContext(parent, facts)), coversSource(parent, facts));
}

/** Rule kms.grants.child-operations. */
function coversOperations({ operations }: LinkedGrant, facts: Facts): Tri {
  const asked = facts.named("kms:grantoperations");
  if (asked instanceof Untold) return MAYBE;
  const list = typeof asked === "string" ? [asked] : (asked ?? []);
  return tri(list.length > 0 && list.every((operation) => operations.has(operation)));
}

/** Rule kms.grants.child-constraints. */
function coversContext({ pairs, exact }: LinkedGrant, facts: Facts): Tri {
  if (pairs === undefined) return YES;
  const type = facts.lookup("kms:grantconstrainttype");
  if (type === undefined) return NO;
  const fits = type === UNKNOWN ? MAYBE : tri(type === "EncryptionContextEquals" || (!exact && type === "EncryptionContextSubset"));
  return and(fits, pairsHold(pairs, exact, facts));
}

/** Rule kms.grants.child-source. */
function coversSource({ grant }: LinkedGrant, facts: Facts): Tri {
  const wanted = grant.Constraints?.SourceArn;
  if (wanted === undefined) return YES;
  const asked = facts.lookup("kms:grantconstraintsourcearn");
  return asked === UNKNOWN ? MAYBE : tri(asked === wanted);
}

import { constraintType } from "../../authz/derive.ts";
import { type GrantOperation, grantOperationsFor } from "../../catalog/grant-operations.ts";
import { error, type KmsError } from "../errors.ts";
import type { Key } from "../key.ts";
import type { GrantRecord } from "./grant.ts";

/** What CreateGrant is asked to make. Members spelled as the KMS API spells them. */
export type GrantWish = {
  readonly GranteePrincipal?: string | undefined;
  readonly GranteeServicePrincipal?: string | undefined;
  readonly RetiringPrincipal?: string | undefined;
  readonly RetiringServicePrincipal?: string | undefined;
  readonly Operations: readonly GrantOperation[];
  readonly Constraints?: Constraints | undefined;
  readonly Name?: string | undefined;
};

type Constraints = {
  readonly EncryptionContextEquals?: Pairs | undefined;
  readonly EncryptionContextSubset?: Pairs | undefined;
  readonly SourceArn?: string | undefined;
};
type Pairs = Readonly<Record<string, string>>;

const PAIRS = 8;
const CHARACTERS = 384;

/** What does not go together in a grant, or not with the key (KMS API Reference, CreateGrant and GrantConstraints). Words not marked are AWS's. */
export function checkGrant(wish: GrantWish, key: Key): KmsError | undefined {
  const fault = checkNames(wish) ?? checkConstraints(wish.Constraints, key) ?? checkOperations(wish.Operations, key);
  return fault === undefined ? undefined : error("ValidationException", fault);
}

/** Our words: AWS documents the rules only. */
function checkNames(wish: GrantWish): string | undefined {
  const isService = wish.GranteeServicePrincipal !== undefined;
  if (isService === (wish.GranteePrincipal !== undefined))
    return "You must specify either GranteePrincipal or GranteeServicePrincipal, but not both.";
  if (wish.RetiringPrincipal !== undefined && wish.RetiringServicePrincipal !== undefined) {
    return "You can specify either RetiringPrincipal or RetiringServicePrincipal, but not both.";
  }
  if (!isService) return undefined;
  if (wish.Constraints?.SourceArn === undefined) return "You must specify a SourceArn grant constraint with GranteeServicePrincipal.";
  const isRetirable = (wish.RetiringPrincipal ?? wish.RetiringServicePrincipal) !== undefined;
  return isRetirable ? undefined : "You must specify either RetiringPrincipal or RetiringServicePrincipal with GranteeServicePrincipal.";
}

function checkConstraints(constraints: Constraints | undefined, key: Key): string | undefined {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = constraints ?? {};
  const pairs = equals ?? subset;
  if (pairs === undefined) return undefined;
  if (key.spec !== "SYMMETRIC_DEFAULT")
    return "EncryptionContext is supported only when creating a grant for a symmetric encryption KMS key.";
  if (equals !== undefined && subset !== undefined) return "EncryptionContextEquals and EncryptionContextSubset cannot be combined."; // our words, as below
  const entries = Object.entries(pairs);
  if (entries.length > PAIRS) return `A grant constraint can include up to ${PAIRS} encryption context pairs.`;
  const characters = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return characters > CHARACTERS ? `The encryption context in a grant constraint cannot exceed ${CHARACTERS} characters.` : undefined;
}

const ONLY_CREATE_GRANT = "Grants must not contain only the CreateGrant operation."; // recorded

function checkOperations(operations: readonly GrantOperation[], key: Key): string | undefined {
  if (operations.length > 0 && operations.every((operation) => operation === "CreateGrant")) return ONLY_CREATE_GRANT;
  const valid = grantOperationsFor(key);
  const others = operations.filter((operation) => !valid.includes(operation));
  if (others.length === 0) return undefined;
  const kind = key.spec === "SYMMETRIC_DEFAULT" || key.usage === "GENERATE_VERIFY_MAC" ? "a symmetric" : "an asymmetric";
  return `Operations [${others.join(", ")}] are not supported when creating a grant for ${kind} KMS key with key usage ${key.usage}. Valid operations are [${valid.join(", ")}]`;
}

/** The grant as it is kept: nothing of it belongs to the caller any more, and a constraint that constrains nothing is none. */
export function makeGrant(
  wish: GrantWish,
  made: Pick<GrantRecord, "id" | "keyArn" | "issuingAccount" | "createdAt" | "effectiveAt">,
): GrantRecord {
  return {
    ...made,
    name: wish.Name,
    granteePrincipal: wish.GranteePrincipal,
    granteeServicePrincipal: wish.GranteeServicePrincipal,
    retiringPrincipal: wish.RetiringPrincipal,
    retiringServicePrincipal: wish.RetiringServicePrincipal,
    operations: [...new Set(wish.Operations)],
    constraints: copyConstraints(wish.Constraints),
  };
}

/** Pairs are copied entry by entry: `__proto__` is a legal key. */
function copyConstraints(given: Constraints | undefined): GrantRecord["constraints"] {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn } = given ?? {};
  if (equals === undefined && subset === undefined && SourceArn === undefined) return undefined;
  return {
    ...(equals !== undefined && { EncryptionContextEquals: { ...equals } }),
    ...(subset !== undefined && { EncryptionContextSubset: { ...subset } }),
    ...(SourceArn !== undefined && { SourceArn }),
  };
}

/** Whether a request with a Name is made again: all but id and time is the same. The order of operations and of pairs does not matter. */
export function isSameGrant(a: GrantRecord, b: GrantRecord): boolean {
  const names = [
    "keyArn",
    "name",
    "issuingAccount",
    "granteePrincipal",
    "granteeServicePrincipal",
    "retiringPrincipal",
    "retiringServicePrincipal",
  ] as const;
  if (names.some((name) => a[name] !== b[name]) || a.constraints?.SourceArn !== b.constraints?.SourceArn) return false;
  if (constraintType(a.constraints) !== constraintType(b.constraints)) return false;
  const others = new Map(Object.entries(pairsOf(b)));
  const pairs = Object.entries(pairsOf(a));
  if (pairs.length !== others.size || pairs.some(([name, value]) => others.get(name) !== value)) return false;
  return a.operations.length === b.operations.length && a.operations.every((operation) => b.operations.includes(operation));
}

const pairsOf = ({ constraints }: GrantRecord): Pairs => constraints?.EncryptionContextEquals ?? constraints?.EncryptionContextSubset ?? {};

/** An entry of ListGrants and ListRetirableGrants (KMS API Reference, GrantListEntry): a grant without a name has an empty one; tokens are never listed. */
export type GrantEntry = {
  readonly KeyId: string; // its ARN
  readonly GrantId: string;
  readonly Name: string;
  readonly CreationDate: Date;
  readonly GranteePrincipal?: string;
  readonly GranteeServicePrincipal?: string;
  readonly RetiringPrincipal?: string;
  readonly RetiringServicePrincipal?: string;
  readonly IssuingAccount: string;
  readonly Operations: readonly string[];
  readonly Constraints?: NonNullable<GrantRecord["constraints"]>;
};

export function entryOf(grant: GrantRecord): GrantEntry {
  const constraints = copyConstraints(grant.constraints);
  return {
    KeyId: grant.keyArn,
    GrantId: grant.id,
    Name: grant.name ?? "",
    CreationDate: new Date(grant.createdAt),
    ...(grant.granteePrincipal !== undefined && { GranteePrincipal: grant.granteePrincipal }),
    ...(grant.granteeServicePrincipal !== undefined && { GranteeServicePrincipal: grant.granteeServicePrincipal }),
    ...(grant.retiringPrincipal !== undefined && { RetiringPrincipal: grant.retiringPrincipal }),
    ...(grant.retiringServicePrincipal !== undefined && { RetiringServicePrincipal: grant.retiringServicePrincipal }),
    IssuingAccount: grant.issuingAccount,
    Operations: [...grant.operations],
    ...(constraints !== undefined && { Constraints: constraints }),
  };
}

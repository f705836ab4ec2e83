import { type Names, Sequence } from "../../base/sequence.ts";
import type { Grant } from "../../iam/request.ts";

/** A grant on a key. Never changed. Names and values are those of the KMS API; principals are kept as they were given. */
export type GrantRecord = {
  readonly id: string; // 64 hex digits
  readonly keyArn: string;
  readonly name?: string | undefined;
  readonly issuingAccount: string; // the root ARN of the account whose principal made it
  readonly createdAt: number;
  readonly effectiveAt: number; // from then on also without its token
  readonly granteePrincipal?: string | undefined;
  readonly granteeServicePrincipal?: string | undefined;
  readonly retiringPrincipal?: string | undefined;
  readonly retiringServicePrincipal?: string | undefined;
  readonly operations: readonly string[];
  readonly constraints?: Grant["Constraints"] | undefined;
  readonly ownToken?: string | undefined; // one more token, that a world told
};

/**
 * The grant as policies read it. Requests name grants by tokens, of which one grant has many: they are read before this point, and the id stands
 * for them all.
 */
export const grantFactsOf = (grant: GrantRecord, now: number): Grant => ({
  GrantId: grant.id,
  KeyId: grant.keyArn,
  Operations: [...grant.operations],
  IssuingAccount: grant.issuingAccount,
  GrantToken: grant.id,
  Propagated: now >= grant.effectiveAt,
  ...(grant.granteePrincipal !== undefined && { GranteePrincipal: grant.granteePrincipal }),
  ...(grant.granteeServicePrincipal !== undefined && { GranteeServicePrincipal: grant.granteeServicePrincipal }),
  ...(grant.retiringPrincipal !== undefined && { RetiringPrincipal: grant.retiringPrincipal }),
  ...(grant.retiringServicePrincipal !== undefined && { RetiringServicePrincipal: grant.retiringServicePrincipal }),
  ...(grant.constraints !== undefined && { Constraints: grant.constraints }),
});

/** What may be asked of the grants of one key. */
export type Grants = Pick<GrantBook, "get" | "named" | "of" | "revision"> & { readonly order: Names };

let revisions = 0; // of all books: one that was read anew is never taken for the one before

/** The grants of one key, up to 50,000: found by id, by name and by grantee without looking at the others. */
export class GrantBook {
  readonly order = new Sequence();
  /** Grows with every change: what was made of the grants before is of no more use. 0: there were none ever. */
  revision = 0;
  readonly #byId = new Map<string, GrantRecord>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byGrantee = new Map<string, Set<string>>();

  get(id: string): GrantRecord | undefined {
    return this.#byId.get(id);
  }

  named(name: string): readonly GrantRecord[] {
    return this.#all(this.#byName.get(name));
  }

  /** Of these grantees, spelled as the grants spell them. */
  of(grantees: Iterable<string>): readonly GrantRecord[] {
    return [...new Set(grantees)].flatMap((grantee) => this.#all(this.#byGrantee.get(grantee)));
  }

  put(grant: GrantRecord): void {
    this.remove(grant.id);
    this.#byId.set(grant.id, grant);
    this.order.add(grant.id);
    if (grant.name !== undefined) addTo(this.#byName, grant.name, grant.id);
    addTo(this.#byGrantee, granteeOf(grant), grant.id);
    this.revision = ++revisions;
  }

  remove(id: string): void {
    const grant = this.#byId.get(id);
    if (grant === undefined) return;
    this.#byId.delete(id);
    this.order.remove(id);
    if (grant.name !== undefined) removeFrom(this.#byName, grant.name, id);
    removeFrom(this.#byGrantee, granteeOf(grant), id);
    this.revision = ++revisions;
  }

  #all(ids: Iterable<string> | undefined): readonly GrantRecord[] {
    return ids === undefined ? [] : [...ids].map((id) => this.#byId.get(id) as GrantRecord);
  }
}

export const granteeOf = (grant: GrantRecord): string => grant.granteeServicePrincipal ?? grant.granteePrincipal ?? "";
export const retiringOf = (grant: GrantRecord): string | undefined => grant.retiringServicePrincipal ?? grant.retiringPrincipal;

function addTo(index: Map<string, Set<string>>, name: string, id: string): void {
  const ids = index.get(name);
  if (ids === undefined) index.set(name, new Set([id]));
  else ids.add(id);
}

function removeFrom(index: Map<string, Set<string>>, name: string, id: string): void {
  const ids = index.get(name);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(name);
}

import { invariant } from "../base/invariant.ts";
import { Schedule } from "../base/schedule.ts";
import { type Names, Sequence } from "../base/sequence.ts";
import { partitionOf } from "../catalog/regions.ts";
import { dueAt } from "./due-time.ts";
import { GrantBook, type GrantRecord, type Grants, retiringOf } from "./grants/grant.ts";
import { grantIdOf } from "./grants/tokens.ts";
import type { Key } from "./key.ts";
import type { KeyStore } from "./key-stores/key-store.ts";

export type Alias = {
  readonly arn: string;
  readonly name: string; // "alias/app"
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly keyArn: string | undefined; // undefined: an alias that AWS reserves, whose key does not exist yet
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** The last cryptographic operation that succeeded with a key (KMS API Reference, GetKeyLastUsage). */
export type KeyUse = { readonly operation: string; readonly at: number; readonly eventId: string; readonly requestId: string };

/** Everything that can happen to the state, as plain data: a list of changes is a snapshot, a log, or what a call did. */
export type Change =
  | { readonly kind: "put-key"; readonly key: Key } // made, or replaced whole; its aliases are not taken from here
  | { readonly kind: "delete-key"; readonly arn: string } // and its aliases and grants with it
  | { readonly kind: "put-alias"; readonly alias: Alias }
  | { readonly kind: "delete-alias"; readonly arn: string }
  | { readonly kind: "put-grant"; readonly grant: GrantRecord }
  | { readonly kind: "delete-grant"; readonly id: string }
  | { readonly kind: "put-token"; readonly token: string; readonly grantId: string } // of a grant that may be gone
  | { readonly kind: "put-key-store"; readonly store: KeyStore }
  | { readonly kind: "delete-key-store"; readonly id: string }
  | { readonly kind: "use-key"; readonly arn: string; readonly use: KeyUse };

/** An account in a Region. */
export type Home = { readonly partition: string; readonly account: string; readonly region: string };

/** What operations may read. */
export type StateView = Omit<State, "apply" | "clear">;

const NO_GRANTS = new GrantBook();
const NO_NAMES = new Sequence();
const NO_KEYS: readonly Key[] = [];
const NO_ALIASES: readonly string[] = [];

/**
 * Accounts and Regions with their keys, aliases, grants and key stores. Records are immutable; the state is changed by `apply` alone. Every way to
 * find something is an index: nothing here takes longer because there are more keys.
 */
export class State {
  readonly #keys = new Map<string, Key>();
  readonly #keysOf = new Map<string, Sequence>(); // ARNs, by home
  readonly #byId = new Map<string, readonly string[]>(); // ARNs by account and key id: several for a multi-Region key
  readonly #byMaterial = new Map<string, Map<string, string>>(); // ARN by Region, and by material id
  readonly #aliases = new Map<string, Alias>();
  readonly #aliasesOf = new Map<string, Sequence>();
  readonly #grants = new Map<string, GrantBook>();
  readonly #keyOfGrant = new Map<string, string>();
  readonly #grantOfToken = new Map<string, string>(); // tokens that worlds told: like all tokens, they outlive their grants
  readonly #retirable = new Map<string, Sequence>(); // grant ids by retiring principal
  readonly #stores = new Map<string, KeyStore>();
  readonly #storesOf = new Map<string, Sequence>();
  readonly #inStore = new Map<string, Sequence>(); // ARNs by key store
  readonly #byExternal = new Map<string, string>(); // ARN by key store and id of the external key
  readonly #uses = new Map<string, KeyUse>();
  #schedule = new Schedule();

  key(arn: string): Key | undefined {
    return this.#keys.get(arn);
  }

  /** ARNs in the order in which the keys were made. */
  keysOf(home: Home): Names {
    return this.#keysOf.get(homeName(home)) ?? NO_NAMES;
  }

  /** Where there are keys. */
  homes(): readonly Home[] {
    return [...this.#keysOf].flatMap(([name, { size }]) => (size === 0 ? [] : [homeOf(name)]));
  }

  /** A key, and for a multi-Region key the ones related to it, in every Region. */
  related(key: Key): readonly Key[] {
    const arns = this.#byId.get(relatedName(key));
    return arns === undefined ? NO_KEYS : arns.map((arn) => this.#keys.get(arn) as Key);
  }

  /** The key of a Region that has this key material, whatever its account. */
  keyOfMaterial(region: string, materialId: string): Key | undefined {
    const arn = this.#byMaterial.get(region)?.get(materialId);
    return arn === undefined ? undefined : this.#keys.get(arn);
  }

  alias(arn: string): Alias | undefined {
    return this.#aliases.get(arn);
  }

  aliasesOf(home: Home): Names {
    return this.#aliasesOf.get(homeName(home)) ?? NO_NAMES;
  }

  grantsOn(keyArn: string): Grants {
    return this.#grants.get(keyArn) ?? NO_GRANTS;
  }

  grant(id: string): GrantRecord | undefined {
    const keyArn = this.#keyOfGrant.get(id);
    return keyArn === undefined ? undefined : this.#grants.get(keyArn)?.get(id);
  }

  /** The id of the grant that a token stands for, which may be gone; undefined where the text is no token. */
  grantOfToken(token: string): string | undefined {
    return this.#grantOfToken.get(token) ?? grantIdOf(token);
  }

  /** Ids of the grants, in any account and Region, that name this retiring principal. */
  retirableBy(principal: string): Names {
    return this.#retirable.get(principal) ?? NO_NAMES;
  }

  keyStore(id: string): KeyStore | undefined {
    return this.#stores.get(id);
  }

  /** All there are, of every account and Region. */
  keyStores(): readonly KeyStore[] {
    return [...this.#stores.values()];
  }

  keyStoresOf(home: Home): Names {
    return this.#storesOf.get(homeName(home)) ?? NO_NAMES;
  }

  /** ARNs of the keys in a key store, in any state. */
  keysInStore(storeId: string): Names {
    return this.#inStore.get(storeId) ?? NO_NAMES;
  }

  /** The key of a key store that stands on this external key. */
  keyOfExternal(storeId: string, xksKeyId: string): string | undefined {
    return this.#byExternal.get(`${storeId} ${xksKeyId}`);
  }

  lastUse(keyArn: string): KeyUse | undefined {
    return this.#uses.get(keyArn);
  }

  /** The ARN of a key for which something is due by now, and since when: rotation, expiry, deletion. */
  due(now: number): { readonly arn: string; readonly at: number } | undefined {
    const first = this.#schedule.due(now, (arn) => {
      const key = this.#keys.get(arn);
      return key === undefined ? undefined : dueAt(key);
    });
    return first && { arn: first.name, at: first.at };
  }

  /** The state as plain data, for comparison and for tests. Key material shows as its id. */
  snapshot(): unknown {
    const grants = [...this.#grants]
      .filter(([, { order }]) => order.size > 0)
      .map(([arn, book]) => [arn, [...book.order].map((id) => book.get(id))]);
    const [keys, aliases, stores, uses] = [this.#keys, this.#aliases, this.#stores, this.#uses].map((records) => [...records]);
    return JSON.parse(JSON.stringify({ keys, aliases, grants, stores, uses }));
  }

  apply(change: Change): void {
    switch (change.kind) {
      case "put-key":
        this.#putKey(change.key);
        break;
      case "delete-key":
        this.#deleteKey(change.arn);
        break;
      case "put-alias":
        this.#putAlias(change.alias);
        break;
      case "delete-alias":
        this.#deleteAlias(change.arn);
        break;
      case "put-grant":
        this.#putGrant(change.grant);
        break;
      case "delete-grant":
        this.#deleteGrant(change.id);
        break;
      case "put-token":
        this.#grantOfToken.set(change.token, change.grantId);
        break;
      case "put-key-store":
        this.#stores.set(change.store.id, change.store);
        sequenceOf(this.#storesOf, homeName(change.store)).add(change.store.id);
        break;
      case "delete-key-store":
        this.#deleteKeyStore(change.id);
        break;
      case "use-key":
        if (this.#keys.has(change.arn)) this.#uses.set(change.arn, change.use);
        break;
      default:
        change satisfies never;
    }
  }

  /** Forgets everything. */
  clear(): void {
    for (const index of [this.#keys, this.#keysOf, this.#byId, this.#byMaterial, this.#inStore, this.#byExternal, this.#uses])
      index.clear();
    for (const index of [this.#aliases, this.#aliasesOf, this.#grants, this.#keyOfGrant, this.#grantOfToken, this.#retirable])
      index.clear();
    for (const index of [this.#stores, this.#storesOf]) index.clear();
    this.#schedule = new Schedule();
  }

  #putKey(given: Key): void {
    const before = this.#keys.get(given.arn);
    const aliases = before?.aliases ?? NO_ALIASES;
    const key = given.aliases === aliases || given.aliases.length + aliases.length === 0 ? given : { ...given, aliases };
    this.#keys.set(key.arn, key);
    if (before === undefined) {
      sequenceOf(this.#keysOf, homeName(key)).add(key.arn);
      const related = relatedName(key);
      this.#byId.set(related, [...(this.#byId.get(related) ?? []), key.arn]);
      if (key.customKeyStoreId !== undefined) sequenceOf(this.#inStore, key.customKeyStoreId).add(key.arn);
      if (key.xksKeyId !== undefined) this.#byExternal.set(`${key.customKeyStoreId} ${key.xksKeyId}`, key.arn);
    }
    if (before?.materials !== key.materials) {
      for (const { id } of before?.materials ?? []) this.#byMaterial.get(key.region)?.delete(id);
      const inRegion = this.#byMaterial.get(key.region) ?? new Map<string, string>();
      this.#byMaterial.set(key.region, inRegion);
      for (const { id } of key.materials) inRegion.set(id, key.arn);
    }
    this.#schedule.set(key.arn, dueAt(key));
  }

  #deleteKey(arn: string): void {
    const key = this.#keys.get(arn);
    if (key === undefined) return;
    for (const name of key.aliases) this.#deleteAlias(aliasArn(key, name));
    for (const id of [...this.grantsOn(arn).order]) this.#deleteGrant(id);
    this.#grants.delete(arn);
    for (const { id } of key.materials) this.#byMaterial.get(key.region)?.delete(id);
    this.#keys.delete(arn);
    this.#uses.delete(arn);
    this.#keysOf.get(homeName(key))?.remove(arn);
    if (key.customKeyStoreId !== undefined) this.#inStore.get(key.customKeyStoreId)?.remove(arn);
    if (key.xksKeyId !== undefined) this.#byExternal.delete(`${key.customKeyStoreId} ${key.xksKeyId}`);
    const related = relatedName(key);
    const others = (this.#byId.get(related) ?? []).filter((other) => other !== arn);
    if (others.length === 0) this.#byId.delete(related);
    else this.#byId.set(related, others);
  }

  #putAlias(alias: Alias): void {
    const before = this.#aliases.get(alias.arn);
    this.#aliases.set(alias.arn, alias);
    sequenceOf(this.#aliasesOf, homeName(alias)).add(alias.arn);
    if (before?.keyArn === alias.keyArn) return;
    if (before !== undefined) this.#renameKey(before.keyArn, (names) => names.filter((name) => name !== alias.name));
    this.#renameKey(alias.keyArn, (names) => [...names, alias.name]);
  }

  #deleteAlias(arn: string): void {
    const alias = this.#aliases.get(arn);
    if (alias === undefined) return;
    this.#aliases.delete(arn);
    this.#aliasesOf.get(homeName(alias))?.remove(arn);
    this.#renameKey(alias.keyArn, (names) => names.filter((name) => name !== alias.name));
  }

  #renameKey(arn: string | undefined, change: (names: readonly string[]) => readonly string[]): void {
    const key = arn === undefined ? undefined : this.#keys.get(arn);
    if (key !== undefined) this.#keys.set(key.arn, { ...key, aliases: change(key.aliases) });
  }

  #putGrant(grant: GrantRecord): void {
    invariant(this.#keys.has(grant.keyArn), "a grant is on a key");
    this.#deleteGrant(grant.id);
    const book = this.#grants.get(grant.keyArn) ?? new GrantBook();
    this.#grants.set(grant.keyArn, book);
    book.put(grant);
    this.#keyOfGrant.set(grant.id, grant.keyArn);
    if (grant.ownToken !== undefined) this.#grantOfToken.set(grant.ownToken, grant.id);
    const retiring = retiringOf(grant);
    if (retiring !== undefined) sequenceOf(this.#retirable, retiring).add(grant.id);
  }

  #deleteGrant(id: string): void {
    const grant = this.grant(id);
    if (grant === undefined) return;
    this.#keyOfGrant.delete(id);
    this.#grants.get(grant.keyArn)?.remove(id);
    const retiring = retiringOf(grant);
    if (retiring === undefined) return;
    const sequence = this.#retirable.get(retiring);
    sequence?.remove(id);
    if (sequence?.size === 0) this.#retirable.delete(retiring);
  }

  #deleteKeyStore(id: string): void {
    const store = this.#stores.get(id);
    if (store === undefined) return;
    this.#stores.delete(id);
    this.#inStore.delete(id);
    this.#storesOf.get(homeName(store))?.remove(id);
  }
}

/** The names of indexes: of an account in a Region, and of a key with those related to it. */
export const homeName = ({ account, region }: Pick<Home, "account" | "region">): string => `${account} ${region}`;
export function homeOf(name: string): Home {
  const [account = "", region = ""] = name.split(" ");
  return { account, region, partition: partitionOf(region) ?? "aws" };
}

export const relatedName = ({ account, id }: Pick<Key, "account" | "id">): string => `${account} ${id}`;

export const aliasArn = ({ partition, region, account }: Home, name: string): string => `arn:${partition}:kms:${region}:${account}:${name}`;

function sequenceOf(index: Map<string, Sequence>, name: string): Sequence {
  const known = index.get(name);
  if (known !== undefined) return known;
  const sequence = new Sequence();
  index.set(name, sequence);
  return sequence;
}

import type { Names } from "../base/sequence.ts";
import type { GrantRecord, Grants } from "../kms/grants/grant.ts";
import type { Key } from "../kms/key.ts";
import type { KeyStore } from "../kms/key-stores/key-store.ts";
import { type Alias, type Change, type Home, homeName, homeOf, type KeyUse, relatedName, State, type StateView } from "../kms/state.ts";
import { type Reads, readsOf } from "./file-reads.ts";
import { aliasOf, grantOf, keyOf, keyStoreOf, useOf } from "./kept-changes.ts";
import type { LibsqlFile } from "./libsql-file.ts";
import type { RecentUses } from "./recent-uses.ts";
import type { StoreKeys } from "./store-keys.ts";
import { StoredNames } from "./stored-names.ts";

/** How much is remembered of what was read, in characters of its records and some more for each: enough for the keys that are in use. */
const MOST = 48 * 1024 * 1024;
const EACH = 1024;

/**
 * The state in a file. What is asked for is read when it is first needed, and remembered: a key with all that is related to it, its aliases, grants and last
 * use. When too much is remembered, all is forgotten. Lists are read by their indexes. So it starts at once and stays small, however many keys there are;
 * and what is used again and again is in memory.
 */
export class FileState implements StateView {
  readonly #reads: Reads;
  readonly #keys: StoreKeys;
  readonly #uses: RecentUses;
  readonly #known = new State(); // what was read
  readonly #read = new Set<string>(); // names of related keys, whether there are any or not
  readonly #noAliases = new Set<string>(); // ARNs that are none
  readonly #counts = new Map<string, number>(); // of keys, by home
  #size = 0;
  #due: { readonly arn: string; readonly at: number } | "nothing" | "unknown" = "unknown";

  constructor(file: LibsqlFile, keys: StoreKeys, uses: RecentUses) {
    this.#reads = readsOf(file);
    this.#keys = keys;
    this.#uses = uses;
    this.#begin();
  }

  key(arn: string): Key | undefined {
    return this.#known.key(arn) ?? (this.#readKey(arn) ? this.#known.key(arn) : undefined);
  }

  keysOf(home: Home): Names {
    const name = homeName(home);
    const { keysOf, placeOfKey } = this.#reads;
    return new StoredNames({
      count: () => this.#countOf(name),
      after: (place, limit) => keysOf(name, place, limit),
      placeOf: (arn) => placeOfKey(arn)[0]?.place,
    });
  }

  /** One look at the index for each: their number is small, however many keys there are. */
  homes(): readonly Home[] {
    const homes: Home[] = [];
    for (let after = ""; ; ) {
      const [next] = this.#reads.homeAfter(after, 1);
      if (next === undefined) return homes;
      homes.push(homeOf(next.home));
      after = next.home;
    }
  }

  related(key: Key): readonly Key[] {
    this.#readRelated(relatedName(key));
    return this.#known.related(key);
  }

  keyOfMaterial(region: string, materialId: string): Key | undefined {
    const known = this.#known.keyOfMaterial(region, materialId);
    if (known !== undefined) return known;
    const [row] = this.#reads.keyOfMaterial(region, materialId);
    return row === undefined || !this.#readKey(row.key_arn) ? undefined : this.#known.keyOfMaterial(region, materialId);
  }

  alias(arn: string): Alias | undefined {
    const known = this.#known.alias(arn);
    if (known !== undefined || this.#noAliases.has(arn)) return known;
    const [row] = this.#reads.alias(arn);
    if (row === undefined) {
      this.#remember(arn.length);
      this.#noAliases.add(arn);
      return undefined;
    }
    if (row.key_arn !== null) this.#readKey(row.key_arn);
    const read = this.#known.alias(arn);
    if (read !== undefined) return read;
    this.#remember(row.record.length);
    this.#known.apply({ kind: "put-alias", alias: aliasOf(row.record) }); // its key is not there
    return this.#known.alias(arn);
  }

  aliasesOf(home: Home): Names {
    const name = homeName(home);
    const { aliasesOf, countAliasesOf, placeOfAlias } = this.#reads;
    return new StoredNames({
      count: () => countAliasesOf(name)[0]?.count ?? 0,
      after: (place, limit) => aliasesOf(name, place, limit),
      placeOf: (arn) => placeOfAlias(arn)[0]?.place,
    });
  }

  grantsOn(keyArn: string): Grants {
    this.#readKey(keyArn);
    return this.#known.grantsOn(keyArn);
  }

  grant(id: string): GrantRecord | undefined {
    const known = this.#known.grant(id);
    if (known !== undefined) return known;
    const [row] = this.#reads.keyOfGrant(id);
    return row === undefined || !this.#readKey(row.key_arn) ? undefined : this.#known.grant(id);
  }

  grantOfToken(token: string): string | undefined {
    return this.#known.grantOfToken(token);
  }

  retirableBy(principal: string): Names {
    const { retirableBy, countRetirableBy, placeOfGrant } = this.#reads;
    return new StoredNames({
      count: () => countRetirableBy(principal)[0]?.count ?? 0,
      after: (place, limit) => retirableBy(principal, place, limit),
      placeOf: (id) => placeOfGrant(id)[0]?.place,
    });
  }

  keyStore(id: string): KeyStore | undefined {
    return this.#known.keyStore(id);
  }

  keyStores(): readonly KeyStore[] {
    return this.#known.keyStores();
  }

  keyStoresOf(home: Home): Names {
    return this.#known.keyStoresOf(home);
  }

  keysInStore(storeId: string): Names {
    const { keysInStore, countKeysInStore, placeOfKey } = this.#reads;
    return new StoredNames({
      count: () => countKeysInStore(storeId)[0]?.count ?? 0,
      after: (place, limit) => keysInStore(storeId, place, limit),
      placeOf: (arn) => placeOfKey(arn)[0]?.place,
    });
  }

  keyOfExternal(storeId: string, xksKeyId: string): string | undefined {
    return this.#reads.keyOfExternal(storeId, xksKeyId)[0]?.arn;
  }

  lastUse(keyArn: string): KeyUse | undefined {
    const recent = this.#uses.get(keyArn);
    if (recent !== undefined) return recent;
    this.#readKey(keyArn);
    return this.#known.lastUse(keyArn);
  }

  due(now: number): { readonly arn: string; readonly at: number } | undefined {
    if (this.#due === "unknown") {
      const [first] = this.#reads.firstDue(1);
      this.#due = first === undefined ? "nothing" : { arn: first.arn, at: first.due_at };
    }
    return this.#due !== "nothing" && this.#due.at <= now ? this.#due : undefined;
  }

  snapshot(): unknown {
    const all = new State();
    for (const change of this.#reads.all(this.#keys)) all.apply(change);
    for (const change of this.#uses.changes()) all.apply(change);
    return all.snapshot();
  }

  /** To be called before changes are kept: reads what they are about, so that it can be changed in memory as it is in the file. */
  before(changes: readonly Change[]): void {
    if (this.#size > MOST) this.#begin();
    for (const change of changes) {
      switch (change.kind) {
        case "put-key":
          this.#readRelated(relatedName(change.key), "however much");
          break;
        case "delete-key":
          this.#readKey(change.arn, "however much");
          break;
        case "put-alias":
          this.#beforeAlias(change.alias.arn);
          if (change.alias.keyArn !== undefined) this.#readKey(change.alias.keyArn, "however much");
          break;
        case "delete-alias":
          this.#beforeAlias(change.arn);
          break;
        case "put-grant":
          this.#readKey(change.grant.keyArn, "however much");
          break;
        case "delete-grant":
          this.#readKey(this.#reads.keyOfGrant(change.id)[0]?.key_arn ?? "", "however much");
          break;
        default:
      }
    }
  }

  #beforeAlias(arn: string): void {
    const keyArn = this.#reads.alias(arn)[0]?.key_arn;
    if (keyArn !== undefined && keyArn !== null) this.#readKey(keyArn, "however much");
    this.#noAliases.delete(arn);
  }

  /** Changes that are kept now. */
  after(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === "put-key") this.#count(homeName(change.key), this.#known.key(change.key.arn) === undefined ? 1 : 0);
      if (change.kind === "delete-key") {
        const key = this.#known.key(change.arn);
        if (key !== undefined) this.#count(homeName(key), -1);
      }
      if (change.kind === "put-key" || change.kind === "delete-key") this.#due = "unknown";
      this.#known.apply(change);
      this.#size += EACH;
    }
  }

  #countOf(home: string): number {
    const known = this.#counts.get(home) ?? this.#reads.countKeysOf(home)[0]?.count ?? 0;
    this.#counts.set(home, known);
    return known;
  }

  #count(home: string, more: number): void {
    const known = this.#counts.get(home);
    if (known !== undefined) this.#counts.set(home, known + more);
  }

  /** False for what is no ARN of a key. */
  #readKey(arn: string, how?: "however much"): boolean {
    const parts = arn.split(":", 7);
    const [, , , , account, resource = ""] = parts;
    if (parts.length !== 6 || !resource.startsWith("key/")) return false;
    this.#readRelated(relatedName({ account: account as string, id: resource.slice("key/".length) }), how);
    return true;
  }

  #readRelated(name: string, how?: "however much"): void {
    if (this.#read.has(name)) return;
    const { related, aliasesOfKey, grantsOn, lastUse } = this.#reads;
    const changes: Change[] = [];
    let size = name.length;
    for (const { arn, record } of related(name)) {
      size += record.length;
      changes.push({ kind: "put-key", key: keyOf(record, this.#keys) });
      for (const alias of aliasesOfKey(arn)) {
        size += alias.record.length;
        changes.push({ kind: "put-alias", alias: aliasOf(alias.record) });
      }
      for (const grant of grantsOn(arn)) {
        size += grant.record.length + EACH;
        changes.push({ kind: "put-grant", grant: grantOf(grant.record) });
      }
      for (const use of lastUse(arn)) changes.push({ kind: "use-key", arn, use: useOf(use.record) });
    }
    this.#remember(size, how);
    for (const change of changes) this.#known.apply(change);
    this.#read.add(name);
  }

  #remember(size: number, how?: "however much"): void {
    if (this.#size > MOST && how === undefined) this.#begin();
    this.#size += size + EACH;
  }

  /** What has no bounds of its own is forgotten; key stores, and tokens that worlds told, are few. */
  #begin(): void {
    const stores = this.#reads.keyStores().map(({ record }): Change => ({ kind: "put-key-store", store: keyStoreOf(record, this.#keys) }));
    const tokens = this.#reads.tokens().map(({ token, grant_id }): Change => ({ kind: "put-token", token, grantId: grant_id }));
    this.#known.clear();
    this.#read.clear();
    this.#noAliases.clear();
    this.#size = 0;
    for (const change of [...stores, ...tokens]) this.#known.apply(change);
  }
}

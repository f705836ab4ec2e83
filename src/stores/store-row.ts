import { type Compilable, type Kysely, sql } from "kysely";
import type { RootKey } from "../crypto/root-key.ts";
import { StoreError } from "./store-error.ts";
import { newStoreId, newStoreKey, openStoreKeys, type StoreKeyBytes, sealStoreKeys } from "./store-keys.ts";
import type { Tables } from "./tables.ts";

/** The row of the table `kmsward_store`. */
export type StoreRow = Tables["kmsward_store"];

/** The root key of a store, had when it is known whether the store is made now: there must be one for a store that is there. */
export type RootOf = (isNew: boolean) => Promise<RootKey>;

export const storeRow = (db: Kysely<Tables>): Compilable<StoreRow> => db.selectFrom("kmsward_store").selectAll().where("one", "=", 1);

/** The row of a new store, unless somebody has made one meanwhile. */
export function newStoreRow(db: Kysely<Tables>, root: RootKey): Compilable {
  const id = newStoreId();
  const keys = sealStoreKeys(root, id, new Map([[1, newStoreKey()]]));
  return db
    .insertInto("kmsward_store")
    .values({ one: 1, id, made_at: sql<string>`cast(current_timestamp as text)`, keys, revision: 0 })
    .onConflict((conflict) => conflict.doNothing());
}

/** @throws {StoreError} where the store was sealed under another root key. */
export function openedKeys(root: RootKey, { id, keys, made_at }: StoreRow, name: string): StoreKeyBytes {
  const opened = openStoreKeys(root, id, keys);
  if (opened !== undefined) return opened;
  throw new StoreError(
    `the root key does not open ${name} (store ${id}, made ${made_at}): it was made with another one. Nothing was changed; find the root key of that store, for no other opens it`,
  );
}

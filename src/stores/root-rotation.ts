import { type Kysely, sql, type Transaction } from "kysely";
import type { RootKey } from "../crypto/root-key.ts";
import { keptKey, keptKeyStore, keyOf, keyStoreOf, NEW_ROOT } from "./kept-changes.ts";
import { LibsqlFile } from "./libsql-file.ts";
import { migrate } from "./migrations.ts";
import { pathOf } from "./open-store.ts";
import { PostgresDatabase } from "./postgres-database.ts";
import { StoreError } from "./store-error.ts";
import { newStoreId, newStoreKey, openStoreKeys, type StoreKeyBytes, StoreKeys, sealStoreKeys } from "./store-keys.ts";
import type { StoreRow } from "./store-row.ts";
import type { Tables } from "./tables.ts";

const BATCH = 200; // rows in one transaction

/** What was done: how many records were sealed anew, and whether an earlier rotation, which had been interrupted, was ended by it. */
export type Rotation = { readonly sealed: number; readonly resumed: boolean };

/**
 * Seals a store under another root key: first its own key, in one step, and from then on the store opens with the new root key only; then, record by record,
 * everything in it under a new key of its own, so that the old root key is of no use for anything that is kept later. It may be interrupted at any point: the
 * store opens with the old root key or with the new one, works as before, and the same rotation, asked for again, goes on where it stopped.
 *
 * Processes that share the store answer nothing from the first step on: they have the old root key.
 *
 * @throws {StoreError} where there is no such store, or neither root key opens it.
 */
export async function rotateRootKey(where: string, { from, to }: { readonly from: RootKey; readonly to: RootKey }): Promise<Rotation> {
  if (where.startsWith("file:")) {
    const file = await LibsqlFile.open(pathOf(where));
    try {
      await migrate(file.db, "libsql", file.path);
      return await rotate(file.db, file.path, from, to);
    } finally {
      file.close();
    }
  }
  const database = await PostgresDatabase.open(where);
  try {
    await migrate(database.db, "postgres", database.name);
    return await rotate(database.db, database.name, from, to);
  } finally {
    await database.close();
  }
}

type Db = Kysely<Tables>;
type Step = Transaction<Tables>;

async function rotate(db: Db, name: string, from: RootKey, to: RootKey): Promise<Rotation> {
  const row = await rowOf(db, name);
  const before = openStoreKeys(to, row.id, row.keys);
  if (before === undefined) {
    const old = openStoreKeys(from, row.id, row.keys);
    if (old === undefined)
      throw new StoreError(`neither root key opens ${name} (store ${row.id}, made ${row.made_at}): nothing was changed`);
    await renew(db, row, old, to);
  } else if (before.size === 1) {
    throw new StoreError(`${name} is sealed under that root key already: nothing was changed`);
  }
  const keys = new StoreKeys(await keysUnder(db, name, to));
  const sealed = (await sealKeysAnew(db, keys)) + (await sealStoresAnew(db, keys)) + (await sealCollectedAnew(db, keys));
  await forget(db, name, to);
  return { sealed, resumed: before !== undefined };
}

async function rowOf(db: Db, name: string): Promise<StoreRow> {
  const row = await db.selectFrom("kmsward_store").selectAll().where("one", "=", 1).executeTakeFirst();
  if (row === undefined) throw new StoreError(`${name} has no store in it`);
  return row;
}

/** The one step that decides which root key opens the store. What others remember of changes is sealed under the old keys, and goes. */
async function renew(db: Db, row: StoreRow, old: StoreKeyBytes, to: RootKey): Promise<void> {
  const keys = sealStoreKeys(to, row.id, new Map([...old, [Math.max(...old.keys()) + 1, newStoreKey()]]));
  await db.transaction().execute(async (step) => {
    const { numUpdatedRows } = await step
      .updateTable("kmsward_store")
      .set({ keys, revision: sql`revision + 1` })
      .where("one", "=", 1)
      .where("keys", "=", row.keys)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new StoreError("somebody else is changing the root key of this store");
    const { revision } = await step.selectFrom("kmsward_store").select("revision").executeTakeFirstOrThrow();
    await step.deleteFrom("kmsward_changes").execute();
    await step
      .insertInto("kmsward_changes")
      .values({ revision, id: newStoreId(), changes: JSON.stringify([[NEW_ROOT, ""]]) })
      .execute();
  });
}

/** Read back: what is not there must not be relied on. */
async function keysUnder(db: Db, name: string, to: RootKey): Promise<StoreKeyBytes> {
  const { id, keys } = await rowOf(db, name);
  const opened = openStoreKeys(to, id, keys);
  if (opened === undefined) throw new StoreError(`the new root key does not open ${name}: somebody else has changed it`);
  return opened;
}

/** One change at a time, and nobody else's in between: whoever changes the store changes this row first. */
async function steps(
  db: Db,
  work: (step: Step, after: string) => Promise<{ readonly last: string | undefined; readonly sealed: number }>,
): Promise<number> {
  let [after, sealed] = ["", 0];
  for (;;) {
    const done = await db.transaction().execute(async (step) => {
      await step.updateTable("kmsward_store").set({ one: 1 }).where("one", "=", 1).execute();
      return work(step, after);
    });
    sealed += done.sealed;
    if (done.last === undefined) return sealed;
    after = done.last;
  }
}

const sealKeysAnew = (db: Db, keys: StoreKeys): Promise<number> =>
  steps(db, async (step, after) => {
    const rows = await step
      .selectFrom("kmsward_keys")
      .select(["arn", "record"])
      .where("arn", ">", after)
      .orderBy("arn")
      .limit(BATCH)
      .execute();
    let sealed = 0;
    for (const { arn, record } of rows) {
      if (isNewest(record, keys)) continue;
      await step
        .updateTable("kmsward_keys")
        .set({ record: keptKey(keyOf(record, keys), keys) })
        .where("arn", "=", arn)
        .execute();
      sealed++;
    }
    return { last: rows.at(-1)?.arn, sealed };
  });

/** Whether all that is sealed in the record of a key is sealed under the newest key. */
const isNewest = (record: string, keys: StoreKeys): boolean =>
  (JSON.parse(record) as { readonly materials: readonly { readonly sealed?: string }[] }).materials.every(
    ({ sealed }) => sealed === undefined || keys.isNewest(sealed),
  );

const sealStoresAnew = (db: Db, keys: StoreKeys): Promise<number> =>
  steps(db, async (step, after) => {
    const rows = await step
      .selectFrom("kmsward_key_stores")
      .select(["id", "record"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    for (const { id, record } of rows)
      await step
        .updateTable("kmsward_key_stores")
        .set({ record: keptKeyStore(keyStoreOf(record, keys), keys) })
        .where("id", "=", id)
        .execute();
    return { last: rows.at(-1)?.id, sealed: rows.length };
  });

async function sealCollectedAnew(db: Db, keys: StoreKeys): Promise<number> {
  const collections = await db.selectFrom("kmsward_collected").select("collection").distinct().execute();
  let sealed = 0;
  for (const { collection } of collections)
    sealed += await steps(db, async (step, after) => {
      const rows = await step
        .selectFrom("kmsward_collected")
        .select(["name", "value"])
        .where("collection", "=", collection)
        .where("name", ">", after)
        .orderBy("name")
        .limit(BATCH)
        .execute();
      for (const { name, value } of rows) {
        const boundTo = `${collection} ${name}`;
        await step
          .updateTable("kmsward_collected")
          .set({ value: keys.sealText(keys.openText(value, boundTo), boundTo) })
          .where("collection", "=", collection)
          .where("name", "=", name)
          .execute();
      }
      return { last: rows.at(-1)?.name, sealed: rows.length };
    });
  return sealed;
}

/** The old keys of the store are of no more use. */
async function forget(db: Db, name: string, to: RootKey): Promise<void> {
  const { id, keys } = await rowOf(db, name);
  const opened = await keysUnder(db, name, to);
  const newest = Math.max(...opened.keys());
  const kept = sealStoreKeys(to, id, new Map([[newest, opened.get(newest) as Uint8Array]]));
  await db.updateTable("kmsward_store").set({ keys: kept }).where("one", "=", 1).where("keys", "=", keys).execute();
}

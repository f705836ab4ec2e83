import type { Change } from "../kms/state.ts";
import { aliasOf, grantOf, keyOf, keyStoreOf, useOf } from "./kept-changes.ts";
import type { LibsqlFile } from "./libsql-file.ts";
import type { StoreKeys } from "./store-keys.ts";

/** Stands for what a query is asked with. */
const ANY = "";
const SOME = 0;

type Placed = { readonly name: string; readonly place: number };
type Count = { readonly count: number };

/** The queries of a state in a file: each is built once, and has an index. */
export function readsOf(file: LibsqlFile) {
  const { db } = file;
  const count = db.fn.countAll<number>().as("count");
  const keys = db.selectFrom("kmsward_keys");
  const aliases = db.selectFrom("kmsward_aliases");
  const grants = db.selectFrom("kmsward_grants");
  const stores = db.selectFrom("kmsward_key_stores").orderBy("place");
  return {
    related: file.prepare(keys.select(["arn", "record"]).where("related", "=", ANY).orderBy("place")),
    keysOf: file.prepare<Placed>(
      keys.select(["arn as name", "place"]).where("home", "=", ANY).where("place", ">", SOME).orderBy("place").limit(SOME),
    ),
    homeAfter: file.prepare(keys.select("home").where("home", ">", ANY).orderBy("home").limit(1)),
    countKeysOf: file.prepare<Count>(keys.select(count).where("home", "=", ANY)),
    placeOfKey: file.prepare(keys.select("place").where("arn", "=", ANY)),
    firstDue: file.prepare<{ readonly arn: string; readonly due_at: number }>(
      keys
        .select(["arn", "due_at"])
        .where("due_at", "is not", null)
        .orderBy("due_at")
        .orderBy("place")
        .limit(1)
        .$narrowType<{ due_at: number }>(),
    ),
    keysInStore: file.prepare<Placed>(
      keys.select(["arn as name", "place"]).where("key_store", "=", ANY).where("place", ">", SOME).orderBy("place").limit(SOME),
    ),
    countKeysInStore: file.prepare<Count>(keys.select(count).where("key_store", "=", ANY)),
    keyOfExternal: file.prepare(keys.select("arn").where("key_store", "=", ANY).where("external_key", "=", ANY)),
    keyOfMaterial: file.prepare(db.selectFrom("kmsward_materials").select("key_arn").where("region", "=", ANY).where("material", "=", ANY)),
    alias: file.prepare(aliases.select(["key_arn", "record"]).where("arn", "=", ANY)),
    aliasesOfKey: file.prepare(aliases.select("record").where("key_arn", "=", ANY).orderBy("place")),
    aliasesOf: file.prepare<Placed>(
      aliases.select(["arn as name", "place"]).where("home", "=", ANY).where("place", ">", SOME).orderBy("place").limit(SOME),
    ),
    countAliasesOf: file.prepare<Count>(aliases.select(count).where("home", "=", ANY)),
    placeOfAlias: file.prepare(aliases.select("place").where("arn", "=", ANY)),
    grantsOn: file.prepare(grants.select("record").where("key_arn", "=", ANY).orderBy("place")),
    keyOfGrant: file.prepare(grants.select("key_arn").where("id", "=", ANY)),
    retirableBy: file.prepare<Placed>(
      grants.select(["id as name", "place"]).where("retiring", "=", ANY).where("place", ">", SOME).orderBy("place").limit(SOME),
    ),
    countRetirableBy: file.prepare<Count>(grants.select(count).where("retiring", "=", ANY)),
    placeOfGrant: file.prepare(grants.select("place").where("id", "=", ANY)),
    lastUse: file.prepare(db.selectFrom("kmsward_uses").select("record").where("key_arn", "=", ANY)),
    keyStores: file.prepare(stores.select("record")),
    tokens: file.prepare(db.selectFrom("kmsward_tokens").selectAll()),

    /** Everything, as changes of an empty state. */
    all: (sealed: StoreKeys): readonly Change[] => [
      ...file.all(keys.select("record").orderBy("place")).map(({ record }): Change => ({ kind: "put-key", key: keyOf(record, sealed) })),
      ...file.all(aliases.select("record").orderBy("place")).map(({ record }): Change => ({ kind: "put-alias", alias: aliasOf(record) })),
      ...file.all(grants.select("record").orderBy("place")).map(({ record }): Change => ({ kind: "put-grant", grant: grantOf(record) })),
      ...file.all(stores.select("record")).map(({ record }): Change => ({ kind: "put-key-store", store: keyStoreOf(record, sealed) })),
      ...file
        .all(db.selectFrom("kmsward_uses").selectAll())
        .map(({ key_arn, record }): Change => ({ kind: "use-key", arn: key_arn, use: useOf(record) })),
    ],
  };
}

export type Reads = ReturnType<typeof readsOf>;

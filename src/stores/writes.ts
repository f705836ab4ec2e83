import type { Compilable, Kysely } from "kysely";
import { dueAt } from "../kms/due-time.ts";
import { retiringOf } from "../kms/grants/grant.ts";
import type { Key } from "../kms/key.ts";
import { type Change, homeName, relatedName } from "../kms/state.ts";
import { keptKey, keptKeyStore, keptPlain } from "./kept-changes.ts";
import type { StoreKeys } from "./store-keys.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

/** What a change does to the tables, in order: the same that `State.apply` does to a state in memory. */
export function writesOf(db: Db, change: Change, keys: StoreKeys): readonly Compilable[] {
  switch (change.kind) {
    case "put-key":
      return putKey(db, change.key, keys);
    case "delete-key":
      return [
        db.deleteFrom("kmsward_aliases").where("key_arn", "=", change.arn),
        db.deleteFrom("kmsward_grants").where("key_arn", "=", change.arn),
        db.deleteFrom("kmsward_materials").where("key_arn", "=", change.arn),
        db.deleteFrom("kmsward_uses").where("key_arn", "=", change.arn),
        db.deleteFrom("kmsward_keys").where("arn", "=", change.arn),
      ];
    case "put-alias": {
      const { arn, keyArn = null } = change.alias;
      const row = { arn, home: homeName(change.alias), key_arn: keyArn, record: keptPlain(change.alias) };
      const { key_arn, record } = row;
      return [
        db
          .insertInto("kmsward_aliases")
          .values(row)
          .onConflict((conflict) => conflict.column("arn").doUpdateSet({ key_arn, record })),
      ];
    }
    case "delete-alias":
      return [db.deleteFrom("kmsward_aliases").where("arn", "=", change.arn)];
    case "put-grant": {
      const { grant } = change;
      const row = { id: grant.id, key_arn: grant.keyArn, retiring: retiringOf(grant) ?? null, record: keptPlain(grant) };
      const token = grant.ownToken === undefined ? [] : [putToken(db, grant.ownToken, grant.id)];
      return [db.deleteFrom("kmsward_grants").where("id", "=", grant.id), db.insertInto("kmsward_grants").values(row), ...token];
    }
    case "delete-grant":
      return [db.deleteFrom("kmsward_grants").where("id", "=", change.id)];
    case "put-token":
      return [putToken(db, change.token, change.grantId)];
    case "put-key-store": {
      const row = { id: change.store.id, home: homeName(change.store), record: keptKeyStore(change.store, keys) };
      return [
        db
          .insertInto("kmsward_key_stores")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ record: row.record })),
      ];
    }
    case "delete-key-store":
      return [db.deleteFrom("kmsward_key_stores").where("id", "=", change.id)];
    case "use-key": {
      const row = { key_arn: change.arn, record: keptPlain(change.use) };
      return [
        db
          .insertInto("kmsward_uses")
          .values(row)
          .onConflict((conflict) => conflict.column("key_arn").doUpdateSet({ record: row.record })),
      ];
    }
    default:
      return change satisfies never;
  }
}

function putKey(db: Db, key: Key, keys: StoreKeys): readonly Compilable[] {
  const [due_at, record] = [dueAt(key) ?? null, keptKey(key, keys)];
  const row = {
    arn: key.arn,
    home: homeName(key),
    related: relatedName(key),
    key_store: key.customKeyStoreId ?? null,
    external_key: key.xksKeyId ?? null,
    due_at,
    record,
  };
  const put = db
    .insertInto("kmsward_keys")
    .values(row)
    .onConflict((conflict) => conflict.column("arn").doUpdateSet({ due_at, record }));
  const forget = db.deleteFrom("kmsward_materials").where("key_arn", "=", key.arn);
  if (key.materials.length === 0) return [put, forget];
  const materials = key.materials.map(({ id }) => ({ material: id, region: key.region, key_arn: key.arn }));
  return [put, forget, db.insertInto("kmsward_materials").values(materials)];
}

const putToken = (db: Db, token: string, grant_id: string): Compilable =>
  db
    .insertInto("kmsward_tokens")
    .values({ token, grant_id })
    .onConflict((conflict) => conflict.column("token").doUpdateSet({ grant_id }));

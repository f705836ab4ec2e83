import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { StoreError } from "./store-error.ts";
import type { Tables } from "./tables.ts";

/** The two make of a column what they have: one counts rows up by itself, the other has texts ordered as the machine is set up. */
export type DialectName = "libsql" | "postgres";

type AnyDb = Kysely<unknown>;

/**
 * Every version of the tables, in order, by the name under which it is remembered. One that was released is never changed: a new version is a new line.
 */
const migrationsFor = (dialect: DialectName): Readonly<Record<string, Migration>> => ({
  "0001-keys": { up: (db: AnyDb) => firstTables(db, dialect) },
});

async function firstTables(db: AnyDb, dialect: DialectName): Promise<void> {
  const { schema } = db;
  const isPostgres = dialect === "postgres";
  const place = isPostgres ? sql`bigserial` : sql`integer`;
  const text = isPostgres ? sql`text collate "C"` : sql`text`;
  const counted = (table: string) =>
    schema
      .createTable(table)
      .addColumn("place", place, (column) => (isPostgres ? column.primaryKey() : column.primaryKey().autoIncrement()));
  await schema
    .createTable("kmsward_store")
    .addColumn("one", "integer", (column) => column.primaryKey().check(sql`one = 1`))
    .addColumn("id", text, (column) => column.notNull())
    .addColumn("made_at", text, (column) => column.notNull())
    .addColumn("keys", text, (column) => column.notNull())
    .addColumn("revision", "bigint", (column) => column.notNull())
    .execute();
  await counted("kmsward_keys")
    .addColumn("arn", text, (column) => column.notNull().unique())
    .addColumn("home", text, (column) => column.notNull())
    .addColumn("related", text, (column) => column.notNull())
    .addColumn("key_store", text)
    .addColumn("external_key", text)
    .addColumn("due_at", "bigint")
    .addColumn("record", text, (column) => column.notNull())
    .execute();
  await schema.createIndex("kmsward_keys_of_home").on("kmsward_keys").columns(["home", "place"]).execute();
  await schema.createIndex("kmsward_related_keys").on("kmsward_keys").column("related").execute();
  await schema.createIndex("kmsward_due_keys").on("kmsward_keys").column("due_at").where(sql.ref("due_at"), "is not", null).execute();
  await schema
    .createIndex("kmsward_keys_in_store")
    .on("kmsward_keys")
    .columns(["key_store", "external_key"])
    .where(sql.ref("key_store"), "is not", null)
    .execute();
  await schema
    .createTable("kmsward_materials")
    .addColumn("material", text, (column) => column.notNull())
    .addColumn("region", text, (column) => column.notNull())
    .addColumn("key_arn", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("kmsward_materials_key", ["material", "region", "key_arn"])
    .execute();
  await schema.createIndex("kmsward_materials_of_key").on("kmsward_materials").column("key_arn").execute();
  await counted("kmsward_aliases")
    .addColumn("arn", text, (column) => column.notNull().unique())
    .addColumn("home", text, (column) => column.notNull())
    .addColumn("key_arn", text)
    .addColumn("record", text, (column) => column.notNull())
    .execute();
  await schema.createIndex("kmsward_aliases_of_home").on("kmsward_aliases").columns(["home", "place"]).execute();
  await schema.createIndex("kmsward_aliases_of_key").on("kmsward_aliases").column("key_arn").execute();
  await counted("kmsward_grants")
    .addColumn("id", text, (column) => column.notNull().unique())
    .addColumn("key_arn", text, (column) => column.notNull())
    .addColumn("retiring", text)
    .addColumn("record", text, (column) => column.notNull())
    .execute();
  await schema.createIndex("kmsward_grants_on_key").on("kmsward_grants").columns(["key_arn", "place"]).execute();
  await schema.createIndex("kmsward_retirable_grants").on("kmsward_grants").columns(["retiring", "place"]).execute();
  await schema
    .createTable("kmsward_tokens")
    .addColumn("token", text, (column) => column.primaryKey())
    .addColumn("grant_id", text, (column) => column.notNull())
    .execute();
  await counted("kmsward_key_stores")
    .addColumn("id", text, (column) => column.notNull().unique())
    .addColumn("home", text, (column) => column.notNull())
    .addColumn("record", text, (column) => column.notNull())
    .execute();
  await schema
    .createTable("kmsward_uses")
    .addColumn("key_arn", text, (column) => column.primaryKey())
    .addColumn("record", text, (column) => column.notNull())
    .execute();
  await schema
    .createTable("kmsward_collected")
    .addColumn("collection", text, (column) => column.notNull())
    .addColumn("name", text, (column) => column.notNull())
    .addColumn("ends_at", "bigint", (column) => column.notNull())
    .addColumn("value", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("kmsward_collected_key", ["collection", "name"])
    .execute();
  await schema.createIndex("kmsward_collected_ends").on("kmsward_collected").columns(["collection", "ends_at"]).execute();
  await schema
    .createTable("kmsward_changes")
    .addColumn("revision", "bigint", (column) => column.primaryKey())
    .addColumn("id", text, (column) => column.notNull())
    .addColumn("changes", text, (column) => column.notNull())
    .execute();
}

const TABLE = "kmsward_migration";
const LOCK_TABLE = "kmsward_migration_lock";

/**
 * Brings the tables to the version of this kmsward. `name` is what a person calls the store.
 *
 * @throws {StoreError} for tables that a newer kmsward has made: it knows what is in them, and this one does not.
 */
export async function migrate(db: Kysely<Tables>, dialect: DialectName, name: string): Promise<void> {
  const migrations = migrationsFor(dialect);
  const known = Object.keys(migrations);
  const applied = await appliedTo(db);
  const newer = applied.filter((one) => !known.includes(one));
  if (newer.length > 0) {
    throw new StoreError(
      `${name} was made or opened by a newer kmsward (its tables are of version ${newer.at(-1)}): use that one, or a newer one yet`,
    );
  }
  if (applied.length === known.length) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: TABLE,
    migrationLockTableName: LOCK_TABLE,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new StoreError(`the tables of ${name} cannot be made: ${(error as Error).message}`, { cause: error });
}

async function appliedTo(db: Kysely<Tables>): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)} order by name`.execute(db);
    return rows.map(({ name }) => name);
  } catch (cause) {
    const { code, message } = cause as Error & { readonly code?: string };
    if (code === "42P01" || /no such table/.test(message)) return []; // nothing was made yet
    throw cause;
  }
}

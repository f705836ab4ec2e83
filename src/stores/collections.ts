import type { Compilable, Kysely } from "kysely";
import type { Collection, Entry } from "../kms/collection.ts";
import type { StoreKeys } from "./store-keys.ts";
import type { Tables } from "./tables.ts";

/** A database as collections need it. */
export type Database = {
  readonly db: Kysely<Tables>;
  readonly all: <T>(query: Compilable<T>) => Promise<readonly T[]>;
  /** All of them, or none. */
  readonly run: (queries: readonly Compilable[]) => Promise<void>;
};

const PURGE_MS = 60_000; // how often what is over is dropped, at most

/** Collections in a database, with sealed values. */
export function collectionsIn({ db, all, run }: Database, keys: () => StoreKeys): (name: string, now: () => number) => Collection {
  return (collection, now) => {
    let purgedAt = Number.NEGATIVE_INFINITY;
    const table = () => db.selectFrom("kmsward_collected").where("collection", "=", collection).where("ends_at", ">", now());
    const boundTo = (name: string) => `${collection} ${name}`;
    const open = (name: string, value: string) => keys().openText(value, boundTo(name));
    const row = ({ name, value, endsAt }: Entry) => ({ collection, name, ends_at: endsAt, value: keys().sealText(value, boundTo(name)) });
    const purge = (): readonly Compilable[] => {
      if (now() - purgedAt < PURGE_MS) return [];
      purgedAt = now();
      return [db.deleteFrom("kmsward_collected").where("collection", "=", collection).where("ends_at", "<=", now())];
    };
    const get = async (name: string) => {
      const [found] = await all(table().select("value").where("name", "=", name));
      return found === undefined ? undefined : open(name, found.value);
    };
    return {
      get,
      put: (entries) =>
        run([
          ...purge(),
          ...entries.map((entry) => {
            const { ends_at, value, ...rest } = row(entry);
            return db
              .insertInto("kmsward_collected")
              .values({ ...rest, ends_at, value })
              .onConflict((conflict) => conflict.columns(["collection", "name"]).doUpdateSet({ ends_at, value }));
          }),
        ]),
      first: async (entry) => {
        const { ends_at, value, ...rest } = row(entry);
        await run([
          db
            .insertInto("kmsward_collected")
            .values({ ...rest, ends_at, value })
            .onConflict((conflict) =>
              conflict.columns(["collection", "name"]).doUpdateSet({ ends_at, value }).where("kmsward_collected.ends_at", "<=", now()),
            ),
        ]);
        return (await get(entry.name)) ?? entry.value;
      },
      delete: (name) => run([db.deleteFrom("kmsward_collected").where("collection", "=", collection).where("name", "=", name)]),
      page: async ({ behind, limit, down = false }) => {
        const from = behind === undefined ? table() : table().where("name", down ? "<" : ">", behind);
        const rows = await all(
          from
            .select(["name", "value", "ends_at"])
            .orderBy("name", down ? "desc" : "asc")
            .limit(limit),
        );
        return rows.map(({ name, value, ends_at }) => ({ name, value: open(name, value), endsAt: Number(ends_at) }));
      },
    };
  };
}

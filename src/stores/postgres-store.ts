import { type Compilable, sql } from "kysely";
import type { RootKey } from "../crypto/root-key.ts";
import type { Collection } from "../kms/collection.ts";
import { type Change, State, type StateView } from "../kms/state.ts";
import { type Freshness, StaleState, type Store, StoreFailure } from "../kms/store.ts";
import { Turns } from "../kms/turns.ts";
import { collectionsIn } from "./collections.ts";
import type { Trouble } from "./file-store.ts";
import { aliasOf, changesOf, grantOf, keptChanges, keyOf, keyStoreOf, useOf } from "./kept-changes.ts";
import { migrate } from "./migrations.ts";
import { PostgresDatabase, type Session } from "./postgres-database.ts";
import { areUses, MANY_USES, RecentUses, USES_KEPT_MS } from "./recent-uses.ts";
import { newStoreId, StoreKeys } from "./store-keys.ts";
import { newStoreRow, openedKeys, type RootOf, storeRow } from "./store-row.ts";
import { writesOf } from "./writes.ts";

const LOOK_MS = 250; // between two looks at what others have changed
const RECENT_MS = 900; // what may be unknown for so long: AWS is not asked for more than a second
const DOWN_MS = 500; // how long nobody tries again a database that has just failed
const LOG = 2000; // commits that are remembered for others; who is behind further reads everything
const FETCHED = 500; // commits at once
const PAGE = 5000; // rows at once
const DOUBT_MS = 5000; // how long it is tried to find out whether a commit came through
const CHANNEL = "kmsward_changes";

/**
 * Keeps everything in PostgreSQL, and all of it in memory too. Any number of processes share it:
 *
 * - A commit is one transaction. It counts the revision of the store on, which only one can do at a time, and only who knows the last one: whoever was
 *   slower brings its state up to date and is told `StaleState`. What was changed is in the log beside its revision.
 * - Others read the log: when they are notified, four times a second whether they are or not, and before each call that is not cryptographic. A process that
 *   has not seen it for nine tenths of a second asks before it answers anything, and where it gets no answer it gives none.
 */
export class PostgresStore implements Store {
  readonly state: StateView;
  readonly root: RootKey;
  readonly turns = new Turns();
  readonly collection: (name: string, now: () => number) => Collection;
  readonly #database: PostgresDatabase;
  readonly #keys: StoreKeys;
  readonly #tell: Trouble;
  readonly #state = new State();
  readonly #uses = new RecentUses();
  #revision = -1;
  #freshAt = Number.NEGATIVE_INFINITY; // when what is known now was known to be all
  #movedAt = Number.NEGATIVE_INFINITY; // when the revision was last another one
  #downUntil = Number.NEGATIVE_INFINITY;
  #refused: string | undefined;
  #told: string | undefined;
  #looking = false;
  #lookAgain = false;
  #isClosed = false;
  #looks: ReturnType<typeof setTimeout> | undefined;
  #keepingUses: ReturnType<typeof setTimeout> | undefined;
  #endListening: () => Promise<void> = async () => undefined;

  private constructor(database: PostgresDatabase, keys: StoreKeys, tell: Trouble) {
    this.#database = database;
    this.#keys = keys;
    this.#tell = tell;
    this.state = this.#state;
    this.root = keys.root;
    const run = (queries: readonly Compilable[]) => this.#transaction(async (session) => all(session, queries));
    this.collection = collectionsIn({ db: database.db, all: (query) => database.all(query), run }, () => keys);
  }

  /** @throws {StoreError} where it cannot be opened, or was made with another root key. */
  static async open(url: string, rootOf: RootOf, tell: Trouble): Promise<PostgresStore> {
    const database = await PostgresDatabase.open(url);
    try {
      const store = new PostgresStore(database, await keysOfDatabase(database, rootOf), tell);
      await store.#readAll();
      store.#lookOn();
      void store.#listenOn();
      return store;
    } catch (thrown) {
      await database.close();
      throw thrown;
    }
  }

  readonly commit = (changes: readonly Change[]): void | Promise<void> => (areUses(changes) ? this.#used(changes) : this.#commit(changes));

  readonly refresh = (how: Freshness): void | Promise<void> => {
    if (this.#refused !== undefined) throw new StoreFailure(this.#refused);
    if (how === "recent" && uptime() - this.#freshAt < RECENT_MS) return undefined;
    return this.#catchUp();
  };

  readonly version = (): number => this.#revision;

  /** Keeps what is not kept yet, and ends all connections. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#looks);
    clearTimeout(this.#keepingUses);
    await this.turns.take(() => this.#keepUses());
    await this.#endListening();
    await this.#database.close();
  }

  async #commit(changes: readonly Change[]): Promise<void> {
    const uses = this.#uses.changes();
    const { db } = this.#database;
    const id = newStoreId();
    const next = this.#revision + 1;
    const at = uptime();
    const isNext = await this.#durably(id, async (session) => {
      const counted = db.updateTable("kmsward_store").set({ revision: next }).where("one", "=", 1).where("revision", "=", this.#revision);
      if ((await session.run(counted)) === 0) return false;
      await this.#write(session, [...uses, ...changes], { revision: next, id });
      return true;
    });
    if (!isNext) {
      await this.#catchUp();
      throw new StaleState("others were faster");
    }
    this.#uses.drop(uses);
    this.#moveTo(next);
    this.#freshAt = Math.max(this.#freshAt, at); // nobody was faster
    for (const change of changes) this.#state.apply(change);
  }

  #moveTo(revision: number): void {
    this.#revision = revision;
    this.#movedAt = uptime();
  }

  /** Uses are nobody else's: they need no revision that is known here, and come back with the log. */
  async #keepUses(): Promise<void> {
    clearTimeout(this.#keepingUses);
    this.#keepingUses = undefined;
    const uses = this.#uses.changes();
    if (uses.length === 0 || this.#refused !== undefined) return;
    const { db } = this.#database;
    try {
      await this.#transaction(async (session) => {
        const counted = db.updateTable("kmsward_store").set({ revision: sql`revision + 1` }).where("one", "=", 1).returning("revision");
        const [row] = await session.all(counted);
        await this.#write(session, uses, { revision: row?.revision ?? 0, id: newStoreId() });
      });
      this.#uses.drop(uses);
    } catch (thrown) {
      if (!(thrown instanceof StoreFailure)) throw thrown; // they are tried again with the next changes
    }
  }

  #used(changes: readonly (Change & { readonly kind: "use-key" })[]): undefined {
    for (const change of changes) {
      this.#uses.add(change.arn, change.use);
      this.#state.apply(change);
    }
    const soon = () => void this.turns.take(() => this.#keepUses());
    if (this.#uses.size >= MANY_USES && this.#keepingUses !== undefined) {
      clearTimeout(this.#keepingUses);
      this.#keepingUses = undefined;
    }
    this.#keepingUses ??= setTimeout(soon, this.#uses.size >= MANY_USES ? 0 : USES_KEPT_MS).unref();
  }

  async #write(
    session: Session,
    changes: readonly Change[],
    { revision, id }: { readonly revision: number; readonly id: string },
  ): Promise<void> {
    const { db } = this.#database;
    for (const change of changes) await all(session, writesOf(db, change, this.#keys));
    await session.run(db.insertInto("kmsward_changes").values({ revision, id, changes: keptChanges(changes, this.#keys) }));
    if (revision % 100 === 0) await session.run(db.deleteFrom("kmsward_changes").where("revision", "<=", revision - LOG));
    await session.say(`notify ${CHANNEL}`);
  }

  /** The work in a transaction. When this ends it is certain whether it was kept; that where it is not, nothing of it was. */
  async #durably(id: string, work: (session: Session) => Promise<boolean>): Promise<boolean> {
    let isAsked = false;
    try {
      return await this.#transaction(work, () => {
        isAsked = true;
      });
    } catch (thrown) {
      if (isAsked && (await this.#wasKept(id))) return true;
      this.#freshAt = Number.NEGATIVE_INFINITY;
      throw thrown;
    }
  }

  async #transaction<T>(work: (session: Session) => Promise<T>, asked: () => void = () => undefined): Promise<T> {
    if (this.#refused !== undefined) throw new StoreFailure(this.#refused);
    if (uptime() < this.#downUntil) throw new StoreFailure(this.#told ?? `${this.#database.name} cannot be reached`);
    let session: Session | undefined;
    try {
      session = await this.#database.session();
      await session.say("begin");
      const done = await work(session);
      asked();
      await session.commit();
      session.release();
      return done;
    } catch (cause) {
      session?.release({ doubtful: true }); // which ends the transaction, if it is there yet
      throw this.#failed(cause);
    }
  }

  /** A connection that was lost while it committed: whoever holds the row of the store now comes after that transaction, kept or not. */
  async #wasKept(id: string): Promise<boolean> {
    const { db } = this.#database;
    for (const until = uptime() + DOUBT_MS; ; await pause(100)) {
      try {
        const session = await this.#database.session();
        try {
          await session.say("begin");
          await session.run(db.updateTable("kmsward_store").set({ one: 1 }).where("one", "=", 1));
          const found = await session.all(db.selectFrom("kmsward_changes").select("revision").where("id", "=", id));
          return found.length > 0;
        } finally {
          session.release({ doubtful: true });
        }
      } catch {
        if (uptime() > until) return false; // the next look shows which: until then nothing is answered
      }
    }
  }

  /** Brings the state up to date. To be asked for in a turn. */
  async #catchUp(): Promise<void> {
    if (uptime() < this.#downUntil) throw new StoreFailure(this.#told ?? `${this.#database.name} cannot be reached`);
    for (;;) {
      const looked = await this.#look();
      if (this.#refused !== undefined) throw new StoreFailure(this.#refused);
      const learned = this.#learn(looked);
      if (learned === "all") return;
      if (learned === "gap") return this.#readAll();
    }
  }

  async #look(): Promise<Looked> {
    const { db } = this.#database;
    const at = uptime();
    const known = this.#revision;
    const query = db
      .selectFrom("kmsward_store as store")
      .leftJoin("kmsward_changes as log", (join) => join.on("log.revision", ">", sql.val(known) as never))
      .select(["store.revision as latest", "log.revision as revision", "log.changes as changes"])
      .where("store.one", "=", 1)
      .orderBy("log.revision")
      .limit(FETCHED);
    try {
      const rows = await this.#database.all(query);
      this.#downUntil = Number.NEGATIVE_INFINITY;
      this.#told = undefined;
      const entries = rows.flatMap(({ revision, changes }) => (revision === null || changes === null ? [] : [{ revision, changes }]));
      return { at, latest: rows[0]?.latest ?? -1, entries };
    } catch (cause) {
      throw this.#failed(cause);
    }
  }

  /** What was looked at may be old by now: what is known already is passed over. `more`: there is more than was fetched. */
  #learn({ at, latest, entries }: Looked): "all" | "more" | "gap" {
    for (const { revision, changes } of entries) {
      if (revision <= this.#revision) continue;
      if (revision !== this.#revision + 1) return "gap";
      const learned = changesOf(changes, this.#keys);
      if (learned === undefined) {
        this.#refused = `${this.#database.name} was sealed under another root key: start again with that one`;
        this.#tell(this.#refused);
        throw new StoreFailure(this.#refused);
      }
      for (const change of learned) if (change.kind !== "use-key" || this.#uses.get(change.arn) === undefined) this.#state.apply(change);
      this.#moveTo(revision);
    }
    if (latest > this.#revision) return entries.length === FETCHED ? "more" : "gap";
    if (latest < this.#revision && at > this.#movedAt) return "gap"; // somebody has put back an older copy of the database
    this.#freshAt = Math.max(this.#freshAt, at);
    return "all";
  }

  /** Reads everything, as of one moment: at the start, and after a long absence. */
  async #readAll(): Promise<void> {
    const { db } = this.#database;
    const at = uptime();
    const changes: Change[] = [];
    let revision = -1;
    await this.#transaction(async (session) => {
      await session.say("set transaction isolation level repeatable read, read only");
      const [row] = await session.all(storeRow(db));
      revision = row?.revision ?? -1;
      const read = async <R extends { readonly place: number }>(page: (after: number) => Compilable<R>, changeOf: (row: R) => Change) => {
        for (let after = 0; ; ) {
          const rows = await session.all(page(after));
          for (const each of rows) changes.push(changeOf(each));
          if (rows.length < PAGE) return;
          after = rows.at(-1)?.place ?? 0;
        }
      };
      const placed = (table: "kmsward_keys" | "kmsward_aliases" | "kmsward_grants" | "kmsward_key_stores") => (after: number) =>
        db.selectFrom(table).select(["place", "record"]).where("place", ">", after).orderBy("place").limit(PAGE);
      await read(placed("kmsward_keys"), ({ record }) => ({ kind: "put-key", key: keyOf(record, this.#keys) }));
      await read(placed("kmsward_aliases"), ({ record }) => ({ kind: "put-alias", alias: aliasOf(record) }));
      await read(placed("kmsward_grants"), ({ record }) => ({ kind: "put-grant", grant: grantOf(record) }));
      await read(placed("kmsward_key_stores"), ({ record }) => ({ kind: "put-key-store", store: keyStoreOf(record, this.#keys) }));
      for (const { token, grant_id } of await session.all(db.selectFrom("kmsward_tokens").selectAll()))
        changes.push({ kind: "put-token", token, grantId: grant_id });
      for (const { key_arn, record } of await session.all(db.selectFrom("kmsward_uses").selectAll()))
        changes.push({ kind: "use-key", arn: key_arn, use: useOf(record) });
    });
    this.#state.clear();
    for (const change of changes) this.#state.apply(change);
    for (const change of this.#uses.changes()) this.#state.apply(change);
    this.#moveTo(revision);
    this.#freshAt = at;
  }

  /** Looks now and then, and when told to. What was seen is learned in a turn: between commits. */
  async #lookNow(): Promise<void> {
    if (this.#isClosed) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    try {
      const looked = await this.#look();
      await this.turns.take(() => (this.#isClosed || this.#learn(looked) === "all" ? undefined : this.#catchUp()));
    } catch (thrown) {
      if (!(thrown instanceof StoreFailure)) throw thrown; // it was told
    } finally {
      this.#looking = false;
    }
    if (!this.#lookAgain) return;
    this.#lookAgain = false;
    return this.#lookNow();
  }

  #lookOn(): void {
    if (this.#isClosed) return;
    this.#looks = setTimeout(() => void this.#lookNow().then(() => this.#lookOn()), LOOK_MS).unref();
  }

  async #listenOn(): Promise<void> {
    while (!this.#isClosed) {
      try {
        const { ended, end } = await this.#database.listen(CHANNEL, () => void this.#lookNow());
        this.#endListening = end;
        if (this.#isClosed) return end();
        await ended;
      } catch {
        // looks do without
      }
      if (!this.#isClosed) await pause(1000);
    }
  }

  #failed(cause: unknown): StoreFailure {
    const failure = this.#database.failure(cause);
    if (this.#isClosed || this.#refused !== undefined) return failure;
    this.#downUntil = uptime() + DOWN_MS;
    if (this.#told !== failure.message) this.#tell(failure.message);
    this.#told = failure.message;
    return failure;
  }
}

type Looked = {
  readonly at: number;
  readonly latest: number;
  readonly entries: readonly { readonly revision: number; readonly changes: string }[];
};

async function all(session: Session, queries: readonly Compilable[]): Promise<void> {
  for (const query of queries) await session.run(query);
}

const uptime = (): number => process.uptime() * 1000; // goes on whatever is done to the clock
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

/** Makes the tables, and the store in them, where there are none. Of several processes that come at once one makes it, and all get the same. */
async function keysOfDatabase(database: PostgresDatabase, rootOf: RootOf): Promise<StoreKeys> {
  const { db, name } = database;
  await migrate(db, "postgres", name);
  const [known] = await database.all(storeRow(db));
  const root = await rootOf(known === undefined);
  if (known === undefined) await database.all(newStoreRow(db, root));
  const [row] = known === undefined ? await database.all(storeRow(db)) : [known];
  if (row === undefined) throw new StoreFailure(`${name} has no store in it`);
  return new StoreKeys(openedKeys(root, row, name));
}

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Compilable, Kysely, SqliteDialect } from "kysely";
import type Libsql from "libsql";
import { BoundedCache } from "../base/bounded-cache.ts";
import { StoreFailure } from "../kms/store.ts";
import { loadLibsql } from "./packages.ts";
import { StoreError } from "./store-error.ts";
import type { Tables } from "./tables.ts";

type Value = string | number | null;

/**
 * A libSQL database in a file that this process alone has open. Everything is done at once: a statement blocks until it is done, and what was committed is
 * on the disk when `transaction` returns.
 */
export class LibsqlFile {
  readonly path: string;
  /** Builds statements, which are run here, and makes the tables. */
  readonly db: Kysely<Tables>;
  readonly #database: Libsql.Database;
  readonly #statements = new BoundedCache<string, Libsql.Statement<unknown[]>>(256);
  #broken: string | undefined;

  private constructor(path: string, database: Libsql.Database) {
    this.path = path;
    this.#database = database;
    this.db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as never }) });
  }

  /**
   * Opens a file, and makes it where there is none, for its owner alone.
   *
   * @throws {StoreError} where another process has it open, where it may not be written, where it is no database.
   * @throws {MissingPackageError} where libsql is not installed.
   */
  static async open(path: string): Promise<LibsqlFile> {
    const Database = await loadLibsql();
    try {
      if (!existsSync(path)) makeFile(path);
      const database = new Database(path);
      database.pragma("busy_timeout = 1000"); // one that was killed may be about to go
      database.pragma("locking_mode = EXCLUSIVE");
      database.pragma("journal_mode = WAL");
      database.pragma("synchronous = FULL");
      database.pragma("foreign_keys = OFF");
      database.exec("BEGIN IMMEDIATE");
      database.exec("COMMIT");
      writeFileSync(pidFile(path), `${process.pid}\n`, { mode: 0o600 });
      return new LibsqlFile(path, database);
    } catch (cause) {
      throw new StoreError(`${path} ${whyNot(cause as Fault, path)}`, { cause });
    }
  }

  all<T>(query: Compilable<T>): readonly T[] {
    const { sql, parameters } = query.compile();
    return this.#rows<T>(sql, parameters);
  }

  run(query: Compilable): void {
    const { sql, parameters } = query.compile();
    this.#attempt(() => this.#statement(sql).run(parameters as unknown[]));
  }

  /** A query to be asked many times: all values that it was built with, those of limits too, stand for what it is asked with, in order. */
  prepare<T>(query: Compilable<T>): (...parameters: readonly Value[]) => readonly T[] {
    const { sql } = query.compile();
    return (...parameters) => this.#rows<T>(sql, parameters);
  }

  /** All of the work is kept, or nothing of it. */
  transaction<T>(work: () => T): T {
    return this.#attempt(() => {
      this.#database.exec("BEGIN IMMEDIATE");
      try {
        const done = work();
        this.#database.exec("COMMIT");
        return done;
      } catch (thrown) {
        this.#rollBack();
        throw thrown;
      }
    });
  }

  /** Leaves the file whole: without what goes beside it while it is open. It can be opened again then, by any process. */
  close(): void {
    try {
      this.#database.pragma("journal_mode = DELETE");
      this.#database.pragma("locking_mode = NORMAL");
      this.#database.prepare("select count(*) from sqlite_schema").get([]); // only with the next look at the file is it let go
      rmSync(pidFile(this.path), { force: true });
    } catch {
      // the disk is full, or gone: the file stays as after a crash, which is well, too
    }
    this.#database.close();
    this.#broken = "it was closed";
  }

  #rows<T>(sql: string, parameters: readonly unknown[]): readonly T[] {
    return this.#attempt(() => this.#statement(sql).all(parameters as unknown[]) as T[]);
  }

  #statement(sql: string): Libsql.Statement<unknown[]> {
    return this.#statements.of(sql, () => this.#database.prepare(sql));
  }

  #rollBack(): void {
    try {
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
    } catch (cause) {
      this.#broken ??= (cause as Error).message;
    }
  }

  #attempt<T>(work: () => T): T {
    if (this.#broken !== undefined) throw new StoreFailure(`${this.path} has to be opened again, by a restart: ${this.#broken}`);
    try {
      return work();
    } catch (cause) {
      const { code = "" } = cause as Fault;
      if (!OUTSIDE.test(code)) throw cause;
      if (BREAKING.test(code)) this.#broken ??= (cause as Error).message;
      throw new StoreFailure(`${this.path} ${whyNot(cause as Fault, this.path)}`, { cause });
    }
  }
}

type Fault = Error & { readonly code?: string };

/** What is not a bug of ours. */
const OUTSIDE = /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CORRUPT|NOTADB|CANTOPEN|NOMEM|PERM|AUTH|INTERRUPT|PROTOCOL|NOLFS)/;

/** After these nobody knows what is on the disk (a failed fsync is not tried again): the next start looks. */
const BREAKING = /^SQLITE_(IOERR|CORRUPT|NOTADB)/;

function whyNot({ code = "", message }: Fault, path: string): string {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return `is open in another process${processOf(path)}: a store in a file is for one process; several share one in PostgreSQL`;
  if (/^SQLITE_FULL/.test(code)) return "cannot grow: the disk is full";
  if (/^SQLITE_READONLY/.test(code) || code === "EACCES" || code === "EROFS")
    return "may not be written: its owner is another user, or the disk is read-only";
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return `is damaged, or is no store: ${message}`;
  if (code === "ENOENT") return "cannot be made: there is no such folder";
  if (/^SQLITE_CANTOPEN/.test(code)) return "cannot be opened: it is a folder, or may not be read";
  return `cannot be read or written: ${message}`;
}

const pidFile = (path: string): string => `${path}.pid`;

/** Who has it open; told, and never relied on. */
function processOf(path: string): string {
  try {
    const pid = readFileSync(pidFile(path), "utf8").trim();
    return /^\d{1,10}$/.test(pid) ? ` (process ${pid})` : "";
  } catch {
    return "";
  }
}

/** Its name is on the disk too before anything is in it. */
function makeFile(path: string): void {
  closeSync(openSync(path, "a", 0o600));
  if (process.platform === "win32") return; // which cannot sync folders
  const folder = openSync(path.replace(/[^/]*$/, "") || ".", "r");
  fsyncSync(folder);
  closeSync(folder);
}

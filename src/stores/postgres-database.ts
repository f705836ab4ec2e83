import { type Compilable, Kysely, PostgresDialect } from "kysely";
import type { Client, ClientConfig, Pool, PoolClient } from "pg";
import { InvariantError } from "../base/invariant.ts";
import { StoreFailure } from "../kms/store.ts";
import { loadPg } from "./packages.ts";
import { StoreError } from "./store-error.ts";
import type { Tables } from "./tables.ts";

const CONNECTIONS = 4; // of each process: one that changes, one that looks, two to spare

/** Nobody waits for longer, and a process that stands still in the middle of a change does not hold up the others for longer. */
const TIMES = {
  connectionTimeoutMillis: 3000,
  statement_timeout: 5000,
  query_timeout: 6000,
  lock_timeout: 4000,
  idle_in_transaction_session_timeout: 5000,
  keepAlive: true,
} as const;

const INT8 = 20; // the type of bigint, which arrives as text: all of ours are small enough for numbers

/** Where PostgreSQL was told to acknowledge before it has written: what was acknowledged here would be lost with the machine. */
const DURABLE = "-c synchronous_commit=on";

/** Connections to a database in PostgreSQL. */
export class PostgresDatabase {
  /** What a person may be told: without the password. */
  readonly name: string;
  readonly db: Kysely<Tables>;
  readonly #pool: Pool;
  readonly #listener: () => Client;

  private constructor(name: string, pool: Pool, listener: () => Client) {
    this.name = name;
    this.#pool = pool;
    this.#listener = listener;
    this.db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  }

  /**
   * @throws {StoreError} where there is no way to it.
   * @throws {MissingPackageError} where pg is not installed.
   */
  static async open(url: string): Promise<PostgresDatabase> {
    const { Client, Pool } = await loadPg();
    const name = nameOf(url);
    const types = { getTypeParser: (oid: number) => (oid === INT8 ? Number : (text: string) => text) };
    const first = { connectionString: url, ...TIMES, types, application_name: "kmsward" } as ClientConfig;
    const config = { ...first, ...(!(await isDurable(new Client(first), name)) && { options: DURABLE }) };
    const pool = new Pool({ ...config, max: CONNECTIONS, allowExitOnIdle: true });
    pool.on("error", () => undefined); // of a connection that is not in use: the next one says it
    pool.on("connect", (client) => void client.on("error", () => undefined)); // of one that is: whoever waits for it is told
    return new PostgresDatabase(
      name,
      pool,
      () => new Client({ ...config, query_timeout: undefined, application_name: "kmsward listener" } as ClientConfig),
    );
  }

  async all<T>(query: Compilable<T>): Promise<readonly T[]> {
    const { sql, parameters } = query.compile();
    try {
      const { rows } = await this.#pool.query(sql, [...parameters]);
      return rows as T[];
    } catch (cause) {
      throw this.failure(cause);
    }
  }

  /** @throws {StoreFailure} where there is no connection. */
  async session(): Promise<Session> {
    try {
      return new Session(await this.#pool.connect());
    } catch (cause) {
      throw this.failure(cause);
    }
  }

  /** Why the database did not do it. A bug of ours is none. */
  failure(cause: unknown): StoreFailure {
    if (cause instanceof StoreFailure) return cause;
    if (cause instanceof TypeError || cause instanceof RangeError || cause instanceof InvariantError) throw cause;
    const { code, message } = cause as Error & { readonly code?: string };
    const says = DISK_FULL.test(code ?? "")
      ? "its disk is full"
      : READ_ONLY.test(code ?? "")
        ? "it takes no changes now (it is a standby, or read-only)"
        : message || code;
    return new StoreFailure(`${this.name}: ${says}`, { cause });
  }

  /**
   * Calls `notified` with each notification, as long as there is a connection for it: it is only a hint. Ends with the connection.
   */
  async listen(channel: string, notified: () => void): Promise<{ readonly ended: Promise<void>; readonly end: () => Promise<void> }> {
    const client = this.#listener();
    const ended = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
    });
    client.on("notification", notified);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (cause) {
      client.end().catch(() => undefined);
      throw this.failure(cause);
    }
    return { ended, end: () => client.end().catch(() => undefined) };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

async function isDurable(client: Client, name: string): Promise<boolean> {
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("show synchronous_commit");
    return rows[0]?.synchronous_commit !== "off";
  } catch (cause) {
    throw new StoreError(`${name} cannot be reached: ${(cause as Error).message || (cause as { code?: string }).code}`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

const DISK_FULL = /^53[01]00$/;
const READ_ONLY = /^25006$/;

function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    return "the PostgreSQL store";
  }
}

/** A connection that is this caller's alone until it is released. One with a doubt about it is not used again. */
export class Session {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async all<T>(query: Compilable<T>): Promise<readonly T[]> {
    const { sql, parameters } = query.compile();
    const { rows } = await this.#client.query(sql, [...parameters]);
    return rows as T[];
  }

  /** How many rows it changed. */
  async run(query: Compilable): Promise<number> {
    const { sql, parameters } = query.compile();
    const { rowCount } = await this.#client.query(sql, [...parameters]);
    return rowCount ?? 0;
  }

  async say(text: string): Promise<void> {
    await this.#client.query(text);
  }

  /** @throws where the transaction had failed before: PostgreSQL then rolls back, and answers without an error. */
  async commit(): Promise<void> {
    const { command } = await this.#client.query("commit");
    if (command !== "COMMIT") throw new StoreFailure("the transaction was rolled back");
  }

  release({ doubtful = false }: { readonly doubtful?: boolean } = {}): void {
    this.#client.release(doubtful);
  }
}

import { FUNCTION, type Members, memberFaults, OBJECT } from "../base/members.ts";
import { randomPool } from "../crypto/random-pool.ts";
import { RootKey } from "../crypto/root-key.ts";
import { type ImmediateStore, memoryStore, type Store } from "../kms/store.ts";
import { openRootKey, type RootKeySource } from "./root-key-source.ts";
import { StoreError } from "./store-error.ts";
import type { RootOf } from "./store-row.ts";

export type StoreOptions = {
  /**
   * What everything in the store is sealed under, or where that is to be had. For a file: `PATH.root-key` beside it unless told, made with the store; keep it
   * somewhere else, and a copy of the store tells nobody anything.
   */
  readonly root?: RootKey | RootKeySource;
  /** Called with why changes could not be kept, or the state not be read: callers of the KMS learn only that it is so. */
  readonly onTrouble?: (message: string) => void;
};

/** A store that outlives the process. `close` ends its use: it keeps what is not kept yet, and lets go of its file or its connections. */
export type FileStore = ImmediateStore & { readonly close: () => Promise<void> };
export type SharedStore = Store & { readonly close: () => Promise<void> };

/**
 * Opens a store, and makes it where there is none:
 *
 * - `memory`: in this process;
 * - `file:PATH`: in a file (libSQL, of the package `libsql`), for one process at a time. `createKms({ store })` over it waits for nothing;
 * - `postgres://USER@HOST/DATABASE`: in PostgreSQL (by the package `pg`), for any number of processes. Calls over it are those of `later`.
 *
 * @throws {StoreError} where it cannot be opened, is of a newer kmsward, or was made with another root key.
 * @throws {RootKeyError} for a root key that cannot be had.
 * @throws {MissingPackageError} where the package is not installed that it needs.
 */
export function openStore(where: "memory" | `file:${string}`, options?: StoreOptions): Promise<FileStore>;
export function openStore(where: string, options?: StoreOptions): Promise<SharedStore>;
export async function openStore(where: string, options: StoreOptions = {}): Promise<FileStore | SharedStore> {
  const { root, onTrouble = () => undefined } = checked(options);
  if (where === "memory") return { ...memoryStore(), close: async () => undefined };
  if (where.startsWith("file:")) {
    const path = pathOf(where);
    const { FileStore } = await import("./file-store.ts");
    return FileStore.open(path, rootOf(root ?? { keyFile: `${path}.root-key` }), onTrouble);
  }
  if (/^postgres(ql)?:\/\//.test(where)) {
    if (root === undefined) throw new StoreError("a store in PostgreSQL needs a root key, the same for all who share it: give `root`");
    const { PostgresStore } = await import("./postgres-store.ts");
    return PostgresStore.open(where, rootOf(root), onTrouble);
  }
  throw new StoreError("a store is `memory`, `file:PATH` or `postgres://USER@HOST/DATABASE`");
}

export const rootOf =
  (root: RootKey | RootKeySource): RootOf =>
  async (isNew) =>
    root instanceof RootKey ? root : openRootKey(root, randomPool(), { make: isNew });

/** `file:PATH`, and `file:///PATH` as URLs are written. */
export function pathOf(where: string): string {
  const path = where.slice("file:".length);
  if (path === "") throw new StoreError("`file:` needs the path of the file: `file:kms.db`");
  return path.startsWith("//") ? decodeURIComponent(new URL(where).pathname) : path;
}

const OPTIONS: Members = { root: OBJECT, onTrouble: FUNCTION };

function checked(options: StoreOptions): StoreOptions {
  const [fault] = memberFaults(options, OPTIONS, { file: "openStore", pointer: "" });
  if (fault !== undefined) throw new StoreError(`${fault.message}${fault.help === undefined ? "" : `: ${fault.help}`}`);
  return options;
}

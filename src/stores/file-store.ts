import type { RootKey } from "../crypto/root-key.ts";
import type { Collection } from "../kms/collection.ts";
import type { Change, StateView } from "../kms/state.ts";
import { type ImmediateStore, StoreFailure } from "../kms/store.ts";
import { collectionsIn } from "./collections.ts";
import { FileState } from "./file-state.ts";
import { LibsqlFile } from "./libsql-file.ts";
import { migrate } from "./migrations.ts";
import { areUses, MANY_USES, RecentUses, USES_KEPT_MS } from "./recent-uses.ts";
import { StoreKeys } from "./store-keys.ts";
import { newStoreRow, openedKeys, type RootOf, storeRow } from "./store-row.ts";
import { writesOf } from "./writes.ts";

/** Why changes were not kept, for the operator of a store. */
export type Trouble = (message: string) => void;

/** Keeps everything in a file, which this process alone has open. What `commit` was given is on the disk when it returns. */
export class FileStore implements ImmediateStore {
  readonly state: StateView;
  readonly root: RootKey;
  readonly collection: (name: string, now: () => number) => Collection;
  readonly #file: LibsqlFile;
  readonly #keys: StoreKeys;
  readonly #state: FileState;
  readonly #uses: RecentUses;
  readonly #tell: Trouble;
  #keepingUses: ReturnType<typeof setTimeout> | undefined;

  private constructor(file: LibsqlFile, keys: StoreKeys, tell: Trouble) {
    this.#file = file;
    this.#keys = keys;
    this.#tell = tell;
    this.#uses = new RecentUses();
    this.#state = new FileState(file, keys, this.#uses);
    this.state = this.#state;
    this.root = keys.root;
    const run = async (queries: readonly Parameters<LibsqlFile["run"]>[0][]) =>
      file.transaction(() => {
        for (const query of queries) file.run(query);
      });
    this.collection = collectionsIn({ db: file.db, all: async (query) => file.all(query), run }, () => keys);
  }

  /** @throws {StoreError} where it cannot be opened, or was made with another root key. */
  static async open(path: string, rootOf: RootOf, tell: Trouble): Promise<FileStore> {
    const file = await LibsqlFile.open(path);
    try {
      return new FileStore(file, await keysOfFile(file, rootOf), tell);
    } catch (thrown) {
      file.close();
      throw thrown;
    }
  }

  readonly commit = (changes: readonly Change[]): undefined => {
    if (areUses(changes)) return this.#used(changes);
    const all = [...this.#uses.changes(), ...changes];
    this.#state.before(changes);
    this.#keep(all);
    this.#state.after(all);
  };

  /** Keeps what is not kept yet, and lets the file go. */
  async close(): Promise<void> {
    clearTimeout(this.#keepingUses);
    this.#keepUses();
    this.#file.close();
  }

  #used(changes: readonly (Change & { readonly kind: "use-key" })[]): undefined {
    for (const { arn, use } of changes) this.#uses.add(arn, use);
    if (this.#uses.size >= MANY_USES) return this.#keepUses();
    this.#keepingUses ??= setTimeout(() => this.#keepUses(), USES_KEPT_MS).unref();
  }

  #keepUses(): undefined {
    clearTimeout(this.#keepingUses);
    this.#keepingUses = undefined;
    const uses = this.#uses.changes();
    if (uses.length === 0) return;
    try {
      this.#keep(uses);
      this.#state.after(uses);
    } catch (thrown) {
      if (!(thrown instanceof StoreFailure)) throw thrown; // they are tried again with the next changes
    }
  }

  #keep(changes: readonly Change[]): void {
    try {
      this.#file.transaction(() => {
        for (const change of changes) for (const query of writesOf(this.#file.db, change, this.#keys)) this.#file.run(query);
      });
    } catch (thrown) {
      if (thrown instanceof StoreFailure) this.#tell(thrown.message);
      throw thrown;
    }
    this.#uses.drop(changes);
  }
}

/** Makes the tables, and the store in them, where there are none. */
export async function keysOfFile(file: LibsqlFile, rootOf: RootOf): Promise<StoreKeys> {
  await migrate(file.db, "libsql", file.path);
  const known = file.all(storeRow(file.db))[0];
  const root = await rootOf(known === undefined);
  if (known === undefined) file.run(newStoreRow(file.db, root));
  const [row] = known === undefined ? file.all(storeRow(file.db)) : [known];
  if (row === undefined) throw new StoreFailure(`${file.path} has no store in it`);
  return new StoreKeys(openedKeys(root, row, file.path));
}

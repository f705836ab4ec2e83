import { InvariantError } from "../base/invariant.ts";
import type { RootKey } from "../crypto/root-key.ts";
import { type Collection, memoryCollections } from "./collection.ts";
import { type Change, State, type StateView } from "./state.ts";
import type { Turns } from "./turns.ts";

/**
 * Where the state lives. A call reads `state`, and what it changed is handed to `commit`; nothing is answered, told to the audit log or begun in the
 * background before that is kept.
 *
 * What a store may rely on: `commit` is given changes that were worked out from `state` as it is at that moment, and is not called again until it has
 * ended. Calls that come meanwhile wait for their turn (`turns.ts`), those that only read too: so all are answered as if each had been made when the one
 * before it was answered. What was answered is seen by all who ask later, and of two calls that would make the same alias the second finds that of the
 * first. Only a call that waits for a key store outside of this process lets others through, and looks at the state again before its changes are made.
 *
 * What a store must do:
 * - `state` shows what is kept and nothing else: changes when `commit` ends and not before, and none of a commit that failed. It changes by itself only
 *   between commits: a store that other processes share brings it up to date then.
 * - A commit ends when it is certain that all changes are kept or that none is: a connection that was lost in between has to be looked up.
 * - Where others have kept something meanwhile that `state` did not show, it brings `state` up to date and fails with `StaleState`. The call is then made
 *   again, by itself, on the state as it has become.
 * - Where `state` cannot be read, or not for certain, it throws `StoreFailure`, then or when it is asked to `refresh`.
 * - Why it failed it tells its operator: callers and the audit log learn only that it did. They get KMSInternalException, as from AWS KMS for what may be
 *   retried.
 *
 * Most commits are of one `use-key`, when a key was last used (GetKeyLastUsage): a store may keep these together a little later, and end at once.
 */
export type Store = {
  readonly state: StateView;
  /** Makes all changes, in order, or throws or rejects and makes none. A promise where that has to be waited for. */
  readonly commit: (changes: readonly Change[]) => void | Promise<void>;
  /**
   * Called at the beginning of each turn of a store that others share. `latest`: when it ends, `state` shows all that anyone had kept when it was called.
   * `recent`, for cryptographic calls: what was kept more than a second ago; it asks nobody as long as it knows that much. Rejects where that cannot be had.
   */
  readonly refresh?: (how: Freshness) => void | Promise<void>;
  /** Whose turn it is at the state, where others than a KMS change it; a KMS has its own otherwise. */
  readonly turns?: Turns;
  /** Grows whenever others have changed the state. */
  readonly version?: () => number;
  /** What is sealed that must be opened by all who share the store, and after a restart (import tokens); where there is none, by the KMS itself. */
  readonly root?: RootKey;
  /** A place for what is not the KMS's own and should live as long: by name, each until its time. Kept in this process where a store has none. */
  readonly collection?: (name: string, now: () => number) => Collection;
};

export type Freshness = "latest" | "recent";

/** The state cannot be read, or the changes cannot be kept: its disk is full, its database is gone. The message is for the operator of the store. */
export class StoreFailure extends Error {
  override readonly name: string = "StoreFailure";
}

/** Others have changed the state meanwhile: nothing was kept, and what is to be done has to be worked out anew. */
export class StaleState extends StoreFailure {
  override readonly name = "StaleState";
}

/** A store that has kept what it was given when `commit` returns. Over it nobody has to wait for an answer. */
export type ImmediateStore = Omit<Store, "commit" | "refresh"> & { readonly commit: (changes: readonly Change[]) => undefined };

/** Keeps everything in this process, and nothing when it ends. */
export function memoryStore(): ImmediateStore {
  const state = new State();
  return {
    state,
    collection: memoryCollections(),
    commit: (changes) => {
      for (const change of changes) state.apply(change);
    },
  };
}

/** Commits, to be done in a turn. The promise, if there is one, is of this realm: frameworks for tests have several. */
export function commitTo(store: Store, changes: readonly Change[]): undefined | Promise<void> {
  const ending = store.commit(changes) as undefined | PromiseLike<void>;
  return typeof ending?.then === "function" ? Promise.resolve(ending) : undefined;
}

/** What became of changes: `stale` ones can be worked out anew. */
export type Fate = "kept" | "lost" | "stale";

/** Hands changes over. To be asked for in a turn. */
export function keep(store: Store, changes: readonly Change[]): Fate | Promise<Fate> {
  if (changes.length === 0) return "kept";
  try {
    return commitTo(store, changes)?.then(kept, fateOf) ?? "kept";
  } catch (thrown) {
    return fateOf(thrown);
  }
}

const kept = (): Fate => "kept";

/** A bug of ours is not the store's failure. */
function fateOf(thrown: unknown): Fate {
  if (thrown instanceof InvariantError) throw thrown;
  return thrown instanceof StaleState ? "stale" : "lost";
}

/** How often something is worked out anew for others who were faster: each time one of them has got on. */
export const ATTEMPTS = 24;

/** Works out changes and hands them over, again where others were faster. To be asked for in a turn. */
export function keepWorked(store: Store, work: () => readonly Change[], attempts = ATTEMPTS): Fate | Promise<Fate> {
  const fate = keep(store, work());
  return fate instanceof Promise ? fate.then((it) => (it === "stale" && attempts > 1 ? keepWorked(store, work, attempts - 1) : it)) : fate;
}

import { InvariantError } from "../base/invariant.ts";
import { type Change, State, type StateView } from "./state.ts";

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
 * - Where others have kept something meanwhile that `state` did not show, it fails. The call answers KMSInternalException, as AWS KMS does for what may be
 *   retried, and made again it finds the state as it has become.
 * - Why it failed it tells its operator: callers and the audit log learn only that it did.
 *
 * Most commits are of one `use-key`, when a key was last used (GetKeyLastUsage): a store may keep these together a little later, and end at once.
 */
export type Store = {
  readonly state: StateView;
  /** Makes all changes, in order, or throws or rejects and makes none. A promise where that has to be waited for. */
  readonly commit: (changes: readonly Change[]) => void | Promise<void>;
};

/** A store that has kept what it was given when `commit` returns. Over it nobody has to wait for an answer. */
export type ImmediateStore = Pick<Store, "state"> & { readonly commit: (changes: readonly Change[]) => undefined };

/** Keeps everything in this process, and nothing when it ends. */
export function memoryStore(): ImmediateStore {
  const state = new State();
  return {
    state,
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

/** Whether the changes are kept. To be asked for in a turn. */
export function keep(store: Store, changes: readonly Change[]): boolean | Promise<boolean> {
  if (changes.length === 0) return true;
  try {
    return commitTo(store, changes)?.then(isKept, isLost) ?? true;
  } catch (thrown) {
    return isLost(thrown);
  }
}

const isKept = (): boolean => true;

/** A bug of ours is not the store's failure. */
function isLost(thrown: unknown): boolean {
  if (thrown instanceof InvariantError) throw thrown;
  return false;
}

import { type Change, State, type StateView } from "./state.ts";

/**
 * Where the state lives. The pipeline reads the view and hands over what a call changed, all of it or nothing. A store that is shared with other
 * processes brings its view up to date before a call is dispatched: the pipeline itself never waits for it.
 */
export type Store = {
  readonly state: StateView;
  /** Makes all changes, in order, or throws and makes none. */
  readonly commit: (changes: readonly Change[]) => void;
};

/** Keeps everything in this process, and nothing when it ends. */
export function memoryStore(): Store {
  const state = new State();
  return {
    state,
    commit: (changes) => {
      for (const change of changes) state.apply(change);
    },
  };
}

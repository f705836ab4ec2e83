import type { Change } from "./state.ts";
import type { Store } from "./store.ts";

/** What goes on after a call was answered. It gives the way to its changes, asked for at the moment they are made. */
export type Work = () => Promise<() => readonly Change[]>;

/** The works under way: connecting a key store, destroying a key in its module. */
export class Background {
  readonly #running = new Set<Promise<void>>();

  start(work: Work, store: Store): void {
    const running = work()
      .then((changes) => store.commit(changes()))
      .catch(() => undefined) // a work tells its own failures; the call it came from was answered long ago
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** When nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}

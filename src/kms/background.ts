import type { Change } from "./state.ts";
import { keepWorked, type Store } from "./store.ts";
import { turnsOf } from "./turns.ts";

/** What goes on after a call was answered. It gives the way to its changes, asked for at the moment they are made. */
export type Work = () => Promise<() => readonly Change[]>;

/**
 * The works under way: connecting a key store, destroying a key in its module. One whose changes cannot be kept leaves everything as it is while it is
 * under way: the next KMS over the store goes on with it (`resumeConnections`).
 */
export class Background {
  readonly #running = new Set<Promise<void>>();

  start(work: Work, store: Store): void {
    const running: Promise<void> = work()
      .then((changes) => turnsOf(store).take(() => keepWorked(store, changes)))
      .catch(() => undefined) // a work tells its own failures; the call it came from was answered long ago
      .then(() => {
        this.#running.delete(running);
      });
    this.#running.add(running);
  }

  /** When nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}

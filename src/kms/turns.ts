import type { Store } from "./store.ts";

/**
 * Who looks at a store and changes it takes a turn: work that begins when all work before it has ended. Where a store keeps at once, work ends when it
 * returns, and nobody ever waits; where it does not, others wait while it keeps, in the order in which they came.
 */
export class Turns {
  #last: Promise<void> | undefined;

  /** Whether work may begin at once. */
  get free(): boolean {
    return this.#last === undefined;
  }

  /** The work's answer. It is over when that is there. */
  take<T>(work: () => T | Promise<T>): T | Promise<T> {
    return this.hold(this.#last === undefined ? work() : this.#last.then(work));
  }

  /** For work that has begun, as nobody was at it: makes others wait until it is over. */
  hold<T>(answer: T | Promise<T>): T | Promise<T> {
    if (!(answer instanceof Promise)) return answer;
    const end = () => {
      if (this.#last === over) this.#last = undefined;
    };
    const over: Promise<void> = answer.then(end, end);
    this.#last = over;
    return answer;
  }
}

const TURNS = new WeakMap<Store, Turns>();

/** The turns at a store, the same for every KMS in this process that was started over it. */
export function turnsOf(store: Store): Turns {
  const known = store.turns ?? TURNS.get(store);
  if (known !== undefined) return known;
  const turns = new Turns();
  TURNS.set(store, turns);
  return turns;
}

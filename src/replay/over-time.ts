import { isInWindow, type Window } from "./window.ts";

const HOUR = 3_600_000;
const MOST = 500_000; // pairs of a list and a stretch of time
const UNTIMED = -1;

/** How many calls there were in each stretch of time. */
export type Times = Map<number, number>;

/**
 * When calls of many kinds were made, in bounded memory: counted by the hour, and by longer stretches once there is too much to keep. So one reading of a log
 * tells what any part of its time held.
 */
export class OverTime {
  #stretch = 1; // hours
  #kept = 0;
  readonly #all: Times[] = [];

  /** How long stretches are, in milliseconds: windows that begin and end with them are told exactly. */
  get grain(): number {
    return this.#stretch * HOUR;
  }

  made(): Times {
    const times: Times = new Map();
    this.#all.push(times);
    return times;
  }

  add(times: Times, time: string | undefined): void {
    const moment = time === undefined ? Number.NaN : Date.parse(time);
    const at = Number.isNaN(moment) ? UNTIMED : Math.max(0, Math.floor(moment / this.grain));
    const { size } = times;
    times.set(at, (times.get(at) ?? 0) + 1);
    this.#kept += times.size - size;
    while (this.#kept > MOST && this.#kept > 2 * this.#all.length) this.#coarsen();
  }

  /** The calls that were made in a window, whose ends are ends of stretches. */
  within(times: Times, window: Window): number {
    let sum = 0;
    for (const [at, count] of times)
      if (isInWindow(window, at === UNTIMED ? undefined : new Date(at * this.grain).toISOString())) sum += count;
    return sum;
  }

  #coarsen(): void {
    this.#stretch *= 2;
    this.#kept = 0;
    for (const times of this.#all) {
      const pairs = [...times];
      times.clear();
      for (const [at, count] of pairs) {
        const wider = at === UNTIMED ? UNTIMED : Math.floor(at / 2);
        times.set(wider, (times.get(wider) ?? 0) + count);
      }
      this.#kept += times.size;
    }
  }
}

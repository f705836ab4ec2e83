import { type Change, State } from "../../src/kms/state.ts";
import type { ImmediateStore, Store } from "../../src/kms.ts";

/** What becomes of a commit. */
export type Fate = "kept" | "lost";

/** A store whose commits wait until a test says what becomes of them. */
export class SlowStore {
  readonly #state = new State();
  readonly state: Store["state"] = this.#state;
  readonly committed: (readonly Change[])[] = []; // all that was handed over
  #isSlow = false;
  #waiting: ((fate: Fate) => void) | undefined;

  readonly commit = (changes: readonly Change[]): void | Promise<void> => {
    if (this.#waiting !== undefined) throw new RangeError("a commit is under way");
    this.committed.push(changes);
    if (!this.#isSlow) return this.#apply(changes);
    return new Promise((keep, lose) => {
      this.#waiting = (fate) => {
        this.#waiting = undefined;
        if (fate === "lost") return lose(new Error("the disk is full"));
        this.#apply(changes);
        keep();
      };
    });
  };

  /** From now on; before, it keeps at once, so that a test can be set up. */
  slow(): void {
    this.#isSlow = true;
  }

  get isWaiting(): boolean {
    return this.#waiting !== undefined;
  }

  end(fate: Fate): void {
    this.#waiting?.(fate);
  }

  /** Ends what waits, and what comes to wait by that, one commit a turn of the event loop, until nothing does. */
  async endAll(fateOf: (nth: number) => Fate = () => "kept"): Promise<void> {
    for (let nth = 0, idle = 0; idle < 3; ) {
      await ticks();
      if (this.isWaiting) this.end(fateOf(nth++));
      else idle++;
    }
  }

  /** For KMSs that are set up before it is slow. */
  get immediate(): ImmediateStore {
    return this as unknown as ImmediateStore;
  }

  #apply(changes: readonly Change[]): undefined {
    for (const change of changes) this.#state.apply(change);
  }
}

/** When all has happened that waits for nothing. */
export const ticks = (): Promise<void> => new Promise((done) => setImmediate(done));

import type { ObservedCall } from "./observed-call.ts";

/** Calls of one operation. */
export type TalliedOperation = {
  readonly service: ObservedCall["service"];
  readonly operation: string;
  readonly outcomes: ReadonlyMap<string, number>; // "success", or the name of an error: how many
  readonly within: readonly number[]; // how many took no longer than each of BOUNDS, and longer than the one before it; at the end, how many took longer than all
  readonly seconds: number; // all of them together
  readonly count: number;
};

/** Seconds, ascending. */
export const BOUNDS: readonly number[] = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

type Tallied = { -readonly [K in keyof TalliedOperation]: TalliedOperation[K] } & {
  readonly outcomes: Map<string, number>;
  readonly within: number[];
};

/** Counts calls as they end. What counts them is plain numbers, for it does so at every call; what Prometheus reads is made of them when it asks. */
export class CallTally {
  readonly #operations = new Map<string, Map<string, Tallied>>(); // by service, then by operation
  readonly #refusals = new Map<string, number>(); // requests that are nobody's, by why

  observe({ service, operation, error, isAuthenticated, seconds }: ObservedCall): void {
    const tallied = this.#of(service, operation ?? "unknown");
    const outcome = error ?? "success";
    tallied.outcomes.set(outcome, (tallied.outcomes.get(outcome) ?? 0) + 1);
    let i = 0;
    while (i < BOUNDS.length && seconds > (BOUNDS[i] as number)) i++;
    tallied.within[i] = (tallied.within[i] as number) + 1;
    tallied.seconds += seconds;
    tallied.count++;
    if (!isAuthenticated && error !== undefined && operation !== undefined) this.#refusals.set(error, (this.#refusals.get(error) ?? 0) + 1);
  }

  get operations(): readonly TalliedOperation[] {
    return [...this.#operations.values()].flatMap((ofService) => [...ofService.values()]);
  }

  get refusals(): ReadonlyMap<string, number> {
    return this.#refusals;
  }

  #of(service: ObservedCall["service"], operation: string): Tallied {
    let ofService = this.#operations.get(service);
    if (ofService === undefined) {
      ofService = new Map();
      this.#operations.set(service, ofService);
    }
    let tallied = ofService.get(operation);
    if (tallied === undefined) {
      tallied = { service, operation, outcomes: new Map(), within: new Array(BOUNDS.length + 1).fill(0), seconds: 0, count: 0 };
      ofService.set(operation, tallied);
    }
    return tallied;
  }
}

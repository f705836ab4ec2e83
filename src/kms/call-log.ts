import type { Touched } from "./audit.ts";
import type { Permission } from "./authorize.ts";
import type { KmsError } from "./errors.ts";

/**
 * What is kept of a call so that its answer can be explained. No request and no reply: nothing of it is a plaintext, a ciphertext or key material, and
 * its size has bounds (an encryption context of more than 8,192 characters is refused, and not kept).
 */
export type KeptCall = {
  readonly requestId: string;
  readonly operation: string;
  readonly permissions: readonly Permission[]; // in the order in which they were asked for; none where it failed before
  readonly error: KmsError | undefined;
  readonly touched: readonly Touched[]; // the keys and aliases that it was made on
};

const LATEST = 64;
const NOTHING: readonly never[] = [];

/** The last calls by their request ids, as many as the audit log remembers. */
export class CallLog {
  readonly limit: number;
  readonly #calls: KeptCall[] = [];
  #next = 0;

  constructor(limit: number) {
    this.limit = Math.max(0, Math.floor(limit));
  }

  keep(call: KeptCall): void {
    if (this.limit === 0) return;
    this.#calls[this.#next] = call;
    this.#next = this.#next + 1 === this.limit ? 0 : this.#next + 1;
  }

  find(requestId: string): KeptCall | undefined {
    return this.#findIn(this.#calls.length, requestId);
  }

  /** What a call was made on that has just ended: of one among the last few. */
  touchedBy(requestId: string): readonly Touched[] {
    return this.#findIn(Math.min(LATEST, this.#calls.length), requestId)?.touched ?? NOTHING;
  }

  #findIn(count: number, requestId: string): KeptCall | undefined {
    const { length } = this.#calls;
    for (let i = 1; i <= count; i++) {
      const at = this.#next - i;
      const call = this.#calls[at < 0 ? at + length : at];
      if (call?.requestId === requestId) return call;
    }
    return undefined;
  }
}

import type { Change, KeyUse } from "../kms/state.ts";

/**
 * When keys were last used (GetKeyLastUsage), as long as it is not kept yet: told with every cryptographic call, which must not wait for a disk. A process
 * that is killed loses the uses of its last second, and nothing else.
 */
export class RecentUses {
  #uses = new Map<string, KeyUse>();

  get size(): number {
    return this.#uses.size;
  }

  get(arn: string): KeyUse | undefined {
    return this.#uses.get(arn);
  }

  add(arn: string, use: KeyUse): void {
    this.#uses.set(arn, use);
  }

  /** As changes. They stay until it is known that they were kept. */
  changes(): readonly Change[] {
    return [...this.#uses].map(([arn, use]) => ({ kind: "use-key", arn, use }));
  }

  /** These are kept now. */
  drop(kept: readonly Change[]): void {
    for (const change of kept) if (change.kind === "use-key" && this.#uses.get(change.arn) === change.use) this.#uses.delete(change.arn);
  }
}

/** Whether a commit is of uses alone. */
export const areUses = (changes: readonly Change[]): changes is readonly (Change & { readonly kind: "use-key" })[] =>
  changes.every(({ kind }) => kind === "use-key");

export const USES_KEPT_MS = 1000; // how long uses wait
export const MANY_USES = 10_000; // keys: more do not wait

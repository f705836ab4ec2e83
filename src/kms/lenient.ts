import type { Answer } from "../authz/decision.ts";
import { type Ask, Authority, type KeySide, type Permission } from "./authorize.ts";
import type { Caller } from "./caller.ts";
import type { StateView } from "./state.ts";

/** What would have been refused. */
export type Overlooked = { readonly caller: Caller; readonly ask: Ask; readonly answer: Answer };

/**
 * Refuses nobody. Told what to do with refusals it asks the policies all the same, and tells what they refuse: so a team sees what its policies would break
 * before they do.
 */
export class LenientAuthority extends Authority {
  readonly #overlook: ((overlooked: Overlooked) => void) | undefined;

  constructor(state: StateView, estate: KeySide, overlook?: (overlooked: Overlooked) => void) {
    super(state, estate);
    this.#overlook = overlook;
  }

  override refusal(caller: Caller, ask: Ask, permissions: Permission[] = []): Answer | undefined {
    if (this.#overlook === undefined) return undefined;
    const answer = super.refusal(caller, ask, permissions);
    if (answer?.invalid !== undefined) return answer; // an encryption context that no ciphertext can be bound to
    if (answer !== undefined) this.#overlook({ caller, ask, answer });
    return undefined;
  }
}

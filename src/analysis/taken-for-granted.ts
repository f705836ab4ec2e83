import type { Answer } from "../authz/decision.ts";
import { hiddenDenials } from "../estate/uncertain.ts";
import type { World } from "../estate/world.ts";
import type { Request } from "../iam/request.ts";
import type { Assumption } from "./answers.ts";
import type { PrincipalClass } from "./principals.ts";
import type { Side } from "./side.ts";
import { askWith } from "./witness.ts";

/** By whom a key is used. */
export type Granted = { readonly account: string; readonly owner: string; readonly mayHold: boolean };

export const grantedBy = ({ account }: PrincipalClass, { base, mayHold }: Side): Granted => ({
  account,
  owner: base.resource.split(":")[4] ?? "",
  mayHold,
});

/** The assumptions of an analysis, each once. */
export class Assumptions {
  readonly #found = new Map<string, Assumption>();
  readonly #worlds: readonly World[];

  /** Worlds say of themselves what they take for granted. */
  constructor(worlds: readonly World[]) {
    this.#worlds = worlds;
    for (const { estate } of worlds) for (const { id, text } of estate.knowledge?.assumptions ?? []) this.#found.set(id, { id, text });
  }

  add(assumption: Assumption | undefined): readonly string[] {
    if (assumption === undefined) return [];
    this.#found.set(assumption.id, assumption);
    return [assumption.id];
  }

  /** What of the worlds' own assumptions an answer rests on: without them it would be another one. */
  under(
    sides: readonly (Side | undefined)[],
    request: Request,
    isOwn: boolean,
    answers: readonly (Answer | undefined)[],
  ): readonly string[] {
    const ids = new Set<string>();
    for (const [i, side] of sides.entries()) {
      if (side?.strict === undefined) continue;
      const { outcome, missing = [] } = askWith(side, request, isOwn, side.strict);
      if (outcome !== answers[i]?.outcome) for (const name of missing) if (this.#found.has(name)) ids.add(name);
    }
    return [...ids];
  }

  /** That nothing denies what is allowed, beyond what is told. `owner`: the account of the key. */
  granted({ account, owner, mayHold }: Granted): void {
    for (const { estate } of this.#worlds) for (const assumption of hiddenDenials(estate, account, owner, mayHold)) this.add(assumption);
  }

  get all(): readonly Assumption[] {
    return [...this.#found.values()];
  }
}

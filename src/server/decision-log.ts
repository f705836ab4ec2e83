import type { World, WorldAnswer } from "../estate/world.ts";

/** Decisions that were given to others, by their ids, so that somebody can ask why. Bounded: the oldest are forgotten. */
export class DecisionLog {
  readonly #limit: number;
  readonly #answers = new Map<string, WorldAnswer>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  keep(id: string, answer: ReturnType<World["authorize"]>): void {
    if (this.#answers.size >= this.#limit) {
      const [oldest] = this.#answers.keys();
      if (oldest !== undefined) this.#answers.delete(oldest);
    }
    this.#answers.set(id, answer);
  }

  find(id: string): WorldAnswer | undefined {
    return this.#answers.get(id);
  }
}

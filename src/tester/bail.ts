/** Counts the failures of a run over all its files: after so many, what has not begun is left out. */
export class Bail {
  readonly limit: number;
  #failures = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  failed(): void {
    this.#failures++;
  }

  get isReached(): boolean {
    return this.#failures >= this.limit;
  }
}

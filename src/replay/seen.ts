const MOST = 200_000;

/** Whether a text has been seen before, among the last some hundred thousand: copies of a record stand close together, and memory stays flat. */
export class Seen {
  #now = new Set<string>();
  #before = new Set<string>();

  has(text: string): boolean {
    return this.#now.has(text) || this.#before.has(text);
  }

  /** True the first time. */
  first(text: string): boolean {
    const { size } = this.#now;
    this.#now.add(text);
    if (this.#now.size === size || (this.#before.size > 0 && this.#before.has(text))) return false;
    if (this.#now.size >= MOST) {
      this.#before = this.#now;
      this.#now = new Set();
    }
    return true;
  }
}

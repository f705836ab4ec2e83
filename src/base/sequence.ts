/** What may be asked of names in an order. */
export type Names = Pick<Sequence, "size" | "after" | "behind" | typeof Symbol.iterator>;

/**
 * Names in the order in which they came, some of them gone again: pages are read from any place in time proportional to the page. A place stays
 * valid when names before or after it go.
 */
export class Sequence {
  readonly #places: number[] = []; // ascending
  readonly #names: (string | undefined)[] = []; // undefined: gone
  readonly #placeOf = new Map<string, number>();
  #next = 1;

  get size(): number {
    return this.#placeOf.size;
  }

  add(name: string): void {
    if (this.#placeOf.has(name)) return;
    this.#placeOf.set(name, this.#next);
    this.#places.push(this.#next++);
    this.#names.push(name);
  }

  remove(name: string): void {
    const place = this.#placeOf.get(name);
    if (place === undefined) return;
    this.#placeOf.delete(name);
    this.#names[this.#indexAfter(place - 1)] = undefined;
    if (this.#names.length > 32 && this.#names.length > 2 * this.size) this.#compact();
  }

  /** Up to `limit` names behind a place, each with its own; 0 is before the first. */
  after(place: number, limit: number): readonly { readonly name: string; readonly place: number }[] {
    const page: { name: string; place: number }[] = [];
    for (let i = this.#indexAfter(place); i < this.#names.length && page.length < limit; i++) {
      const name = this.#names[i];
      if (name !== undefined) page.push({ name, place: this.#places[i] as number });
    }
    return page;
  }

  /** Where to go on behind a name that is gone, or else behind it: its place may be another than the one it had. */
  behind(name: string, place: number): number {
    return this.#placeOf.get(name) ?? place;
  }

  /** All names, in order. */
  *[Symbol.iterator](): Iterator<string> {
    for (const name of this.#names) if (name !== undefined) yield name;
  }

  /** The first index whose place is greater: a binary search. */
  #indexAfter(place: number): number {
    let [from, to] = [0, this.#places.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#places[middle] as number) <= place) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #compact(): void {
    let kept = 0;
    for (const [i, name] of this.#names.entries()) {
      if (name === undefined) continue;
      this.#names[kept] = name;
      this.#places[kept++] = this.#places[i] as number;
    }
    this.#names.length = kept;
    this.#places.length = kept;
  }
}

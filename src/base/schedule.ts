/**
 * When something is due, by name: the earliest is found at once, however many there are. A binary heap; what became stale in it is dropped when met, or
 * when there is more of it than of the rest.
 */
export class Schedule {
  #heap: { readonly at: number; readonly name: string }[] = [];
  readonly #latest = new Map<string, number>();

  /** How much is kept. */
  get size(): number {
    return this.#heap.length;
  }

  set(name: string, at: number | undefined): void {
    if (this.#latest.get(name) === at) return;
    if (at === undefined) {
      this.#latest.delete(name);
      return;
    }
    this.#latest.set(name, at);
    if (this.#heap.length >= FEW && this.#heap.length >= 2 * this.#latest.size) this.#renew();
    else this.#push(name, at);
  }

  #push(name: string, at: number): void {
    const heap = this.#heap;
    let i = heap.length;
    heap.push({ at, name });
    while (i > 0) {
      const parent = (i - 1) >>> 1;
      if (this.#at(parent) <= at) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  /** The earliest that is due. `current` says when a name is due as of now: an entry that says otherwise is of the past. */
  due(now: number, current: (name: string) => number | undefined): { readonly name: string; readonly at: number } | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined || first.at > now) return undefined;
      if (current(first.name) === first.at) return first;
      if (this.#latest.get(first.name) === first.at) this.#latest.delete(first.name); // gone without a word
      this.#drop();
    }
  }

  /** Without what is stale: in order, which is a heap. */
  #renew(): void {
    this.#heap = [...this.#latest].map(([name, at]) => ({ at, name })).sort((a, b) => a.at - b.at);
  }

  #drop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    let i = 0;
    for (;;) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < heap.length && this.#at(left) < this.#at(least)) least = left;
      if (right < heap.length && this.#at(right) < this.#at(least)) least = right;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #at(i: number): number {
    return (this.#heap[i] as { at: number }).at;
  }

  #swap(i: number, j: number): void {
    const heap = this.#heap;
    const held = heap[i] as { at: number; name: string };
    heap[i] = heap[j] as { at: number; name: string };
    heap[j] = held;
  }
}

const FEW = 64; // entries that are not worth the work

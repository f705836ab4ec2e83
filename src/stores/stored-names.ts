import type { Names } from "../base/sequence.ts";

/** How a list of names is read: each by an index, in time proportional to what is asked for. */
export type NameReads = {
  readonly count: () => number;
  readonly after: (place: number, limit: number) => readonly { readonly name: string; readonly place: number }[];
  readonly placeOf: (name: string) => number | undefined;
};

const CHUNK = 1000;

/** Names that are in a database, in the order of their places. */
export class StoredNames implements Names {
  readonly #reads: NameReads;

  constructor(reads: NameReads) {
    this.#reads = reads;
  }

  get size(): number {
    return this.#reads.count();
  }

  after(place: number, limit: number): readonly { readonly name: string; readonly place: number }[] {
    return this.#reads.after(place, limit);
  }

  behind(name: string, place: number): number {
    return this.#reads.placeOf(name) ?? place;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let place = 0; ; ) {
      const page = this.after(place, CHUNK);
      for (const { name } of page) yield name;
      const last = page.at(-1);
      if (last === undefined || page.length < CHUNK) return;
      place = last.place;
    }
  }
}

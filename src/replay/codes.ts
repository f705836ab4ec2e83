/**
 * Small numbers for values: the same for the same. A text has another than anything that is none, which goes by its JSON. In bounded memory: what is long,
 * or too much, has none, and `isFull` then says so until it is set back.
 */
export class Codes {
  isFull = false;
  readonly #texts = new Map<string, number>();
  readonly #others = new Map<string, number>();
  #last = 0;

  /** Below `MARKS`; 0 is for what is not there. */
  of(value: unknown): number {
    if (value === undefined) return 0;
    if (typeof value === "string") return this.#texts.get(value) ?? this.#made(this.#texts, value);
    const text = JSON.stringify(value) ?? "";
    return this.#others.get(text) ?? this.#made(this.#others, text);
  }

  #made(codes: Map<string, number>, text: string): number {
    if (text.length > LONGEST || this.#last === MARKS - 1) {
      this.isFull = true;
      return 0;
    }
    codes.set(text, ++this.#last);
    return this.#last;
  }
}

/** Numbers from here to 0xffff are no codes: they are free to say what follows in a list of codes. */
export const MARKS = 65_000;
const LONGEST = 1000;

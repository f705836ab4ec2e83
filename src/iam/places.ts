/**
 * Sets of places in a text, as whole numbers of any length: bit i stands for the place before the i-th UTF-16 unit. The ends of all prefixes of a pattern
 * are one such set, so that a step of a pattern is taken at every place at once and never taken back: no pattern and no text can make it slow.
 *
 * Several texts may stand one behind the other, with a separator between them that no step passes: then a step is taken in all of them at once.
 */
export class Places {
  readonly starts: bigint; // where the texts begin
  readonly #text: string;
  readonly #ends: readonly number[]; // where they end, in order
  readonly #units: bigint; // the places before a unit of a text, not before a separator
  readonly #known = new Map<string, bigint>();
  #work = 0;

  constructor(texts: readonly string[]) {
    const ends: number[] = [];
    for (const text of texts) ends.push((ends.at(-1) ?? -1) + 1 + text.length);
    this.#text = texts.join(SEPARATOR);
    this.#ends = ends;
    this.starts = 1n;
    this.#units = (1n << BigInt(this.#text.length)) - 1n;
    if (texts.length === 1) return;
    const isSeparator = new Uint8Array(this.#text.length + 1);
    for (const end of ends) isSeparator[end] = 1; // the last one is behind the text
    this.#units = setOf(this.#text.length, (place) => isSeparator[place] === 0);
    this.starts = setOf(this.#text.length + 1, (place) => place === 0 || isSeparator[place - 1] === 1);
  }

  /** What the steps have cost: words of sets, and units that were looked at. */
  get work(): number {
    return this.#work;
  }

  /** Which of the texts end at one of the places. */
  textsThatEnd(places: bigint): readonly boolean[] {
    const digits = places.toString(16);
    return this.#ends.map((end) => {
      const code = digits.charCodeAt(digits.length - 1 - (end >> 2)); // of a place beyond the number none, whose bits are 0
      return (((code > DIGIT_9 ? code - LETTER_A : code - DIGIT_0) >> (end & 3)) & 1) === 1;
    });
  }

  /** Behind a text, wherever it stands at one of the places. */
  after(places: bigint, text: string): bigint {
    if (text.length > LONG) return (places & this.#before(text)) << BigInt(text.length);
    let reached = places;
    for (let i = 0; i < text.length && reached !== 0n; i++) {
      this.#spend(2);
      reached = (reached & this.#before(text[i] as string)) << 1n;
    }
    return reached;
  }

  /** Behind any one unit, or any that is no colon. */
  afterOne(places: bigint, colons: boolean): bigint {
    this.#spend(3);
    return (places & this.#passable(colons)) << 1n;
  }

  /** Behind any run of units, also of none: the carry of an addition runs through a row of ones. */
  afterRun(places: bigint, colons: boolean): bigint {
    this.#spend(5);
    const passed = this.#passable(colons);
    return places | ((passed + (places & passed)) ^ passed);
  }

  #passable(colons: boolean): bigint {
    return colons ? this.#units : this.#units ^ this.#before(":");
  }

  /** Where a text of one unit, or a long one, stands. A few hundred of these sets are kept: a text has no end of them. */
  #before(wanted: string): bigint {
    const known = this.#known.get(wanted);
    if (known !== undefined) return known;
    const set = wanted.length === 1 ? this.#unitsLike(wanted.charCodeAt(0)) : this.#found(wanted);
    if (this.#known.size < KEPT) this.#known.set(wanted, set);
    return set;
  }

  #unitsLike(code: number): bigint {
    this.#work += this.#text.length;
    return this.#units & setOf(this.#text.length, (place) => this.#text.charCodeAt(place) === code);
  }

  /** By the algorithm of Knuth, Morris and Pratt, which is linear: a search of the language itself is not, if somebody chooses both texts. */
  #found(wanted: string): bigint {
    this.#work += 2 * (this.#text.length + wanted.length);
    const borders = bordersOf(wanted);
    const found = new Uint8Array(this.#text.length);
    let [length, next] = [0, 0]; // of what has matched so far; of the texts that are behind
    for (let place = 0; place < this.#text.length; place++) {
      if (place === this.#ends[next]) {
        length = 0;
        next++;
        continue;
      }
      const code = this.#text.charCodeAt(place);
      while (length >= 0 && code !== wanted.charCodeAt(length)) length = borders[length] as number;
      if (++length < wanted.length) continue;
      found[place + 1 - length] = 1;
      length = borders[length] as number;
    }
    return setOf(this.#text.length, (place) => found[place] === 1);
  }

  #spend(sets: number): void {
    this.#work += sets * ((this.#text.length >> 6) + 1);
  }
}

const [DIGIT_0, DIGIT_9, LETTER_A] = [48, 57, 97 - 10] as const; // as codes of hexadecimal digits
const SEPARATOR = "\n"; // any unit would do: it is known by its place
const LONG = 64;
const KEPT = 256;

/** Of each beginning of a text, how long the longest shorter beginning is that it ends with; -1 for the empty one. */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length + 1);
  borders[0] = -1;
  let length = -1;
  for (let i = 0; i < text.length; i++) {
    while (length >= 0 && text.charCodeAt(i) !== text.charCodeAt(length)) length = borders[length] as number;
    borders[i + 1] = ++length;
  }
  return borders;
}

/** The places below `size` that have something, 32 at a time. Digits are read in linear time, while setting a bit costs as much as the number is long. */
function setOf(size: number, has: (place: number) => boolean): bigint {
  const digits: string[] = [];
  for (let from = (Math.max(size, 1) - 1) & ~31; from >= 0; from -= 32) {
    let word = 0;
    for (let place = Math.min(size, from + 32) - 1; place >= from; place--) word = (word << 1) | (has(place) ? 1 : 0);
    digits.push((word >>> 0).toString(16).padStart(8, "0"));
  }
  return BigInt(`0x${digits.join("")}`);
}

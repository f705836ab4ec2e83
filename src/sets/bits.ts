/** A set of whole numbers from 0 to below a size that is fixed, 32 of them a word. Two sets that meet in an operation are of one size. */
export class Bits {
  readonly size: number;
  readonly words: Uint32Array;

  private constructor(size: number, words: Uint32Array) {
    this.size = size;
    this.words = words;
  }

  /** The empty set. */
  static make(size: number): Bits {
    return new Bits(size, new Uint32Array((size + 31) >>> 5));
  }

  /** All numbers below the size. */
  static full(size: number): Bits {
    return Bits.make(size).fill();
  }

  static of(size: number, members: Iterable<number>): Bits {
    const bits = Bits.make(size);
    for (const member of members) bits.set(member);
    return bits;
  }

  copy(): Bits {
    return new Bits(this.size, this.words.slice());
  }

  /** The members below a smaller size. */
  below(size: number): Bits {
    return new Bits(size, this.words.slice(0, (size + 31) >>> 5)).trim();
  }

  and(other: Bits): Bits {
    return this.copy().andWith(other);
  }

  or(other: Bits): Bits {
    return this.copy().orWith(other);
  }

  andNot(other: Bits): Bits {
    return this.copy().andNotWith(other);
  }

  not(): Bits {
    return Bits.full(this.size).andNotWith(this);
  }

  /** In place, as the next two. */
  andWith({ words }: Bits): this {
    for (let i = 0; i < this.words.length; i++) this.words[i] = word(this.words, i) & word(words, i);
    return this;
  }

  orWith({ words }: Bits): this {
    for (let i = 0; i < this.words.length; i++) this.words[i] = word(this.words, i) | word(words, i);
    return this;
  }

  andNotWith({ words }: Bits): this {
    for (let i = 0; i < this.words.length; i++) this.words[i] = word(this.words, i) & ~word(words, i);
    return this;
  }

  set(member: number): this {
    this.words[member >>> 5] = word(this.words, member >>> 5) | (1 << (member & 31));
    return this;
  }

  has(member: number): boolean {
    return ((word(this.words, member >>> 5) >>> (member & 31)) & 1) === 1;
  }

  isEmpty(): boolean {
    for (let i = 0; i < this.words.length; i++) if (this.words[i] !== 0) return false;
    return true;
  }

  equals({ words }: Bits): boolean {
    for (let i = 0; i < this.words.length; i++) if (this.words[i] !== words[i]) return false;
    return true;
  }

  /** Whether the two have a member in common. */
  meets({ words }: Bits): boolean {
    for (let i = 0; i < this.words.length; i++) if ((word(this.words, i) & word(words, i)) !== 0) return true;
    return false;
  }

  isWithin({ words }: Bits): boolean {
    for (let i = 0; i < this.words.length; i++) if ((word(this.words, i) & ~word(words, i)) !== 0) return false;
    return true;
  }

  count(): number {
    let count = 0;
    for (let i = 0; i < this.words.length; i++) for (let rest = word(this.words, i); rest !== 0; rest &= rest - 1) count++;
    return count;
  }

  /** The least member; -1 of the empty set. */
  first(): number {
    for (let i = 0; i < this.words.length; i++) {
      const rest = word(this.words, i);
      if (rest !== 0) return i * 32 + lowest(rest);
    }
    return -1;
  }

  /** In rising order. */
  forEach(visit: (member: number) => void): void {
    for (let i = 0; i < this.words.length; i++) {
      for (let rest = word(this.words, i); rest !== 0; rest &= rest - 1) visit(i * 32 + lowest(rest));
    }
  }

  members(): readonly number[] {
    const members: number[] = [];
    this.forEach((member) => {
      members.push(member);
    });
    return members;
  }

  /** Equal exactly for equal sets of one size, for a Map: a number up to 32 bits, a text above. */
  key(): string | number {
    if (this.words.length <= 1) return this.words[0] ?? 0;
    return textOfWords(this.words);
  }

  private fill(): this {
    this.words.fill(0xffffffff);
    return this.trim();
  }

  /** No bits from the size on: what compares words relies on it. */
  private trim(): this {
    const rest = this.size & 31;
    if (rest !== 0) this.words[this.words.length - 1] = word(this.words, this.words.length - 1) & ((1 << rest) - 1);
    return this;
  }
}

/** A text of two UTF-16 units a word: equal for equal words, and short. For the keys of a Map. */
export function textOfWords(words: Uint32Array): string {
  const halves = new Uint16Array(words.buffer, words.byteOffset, words.length * 2);
  let text = "";
  for (let from = 0; from < halves.length; from += AT_ONCE) {
    const some = halves.subarray(from, from + AT_ONCE) as unknown as number[]; // any list of numbers will do
    text += String.fromCharCode.apply(null, some);
  }
  return text;
}

const AT_ONCE = 4096; // arguments of a call

const word = (words: Uint32Array, i: number): number => words[i] as number;

const lowest = (value: number): number => 31 - Math.clz32(value & -value);

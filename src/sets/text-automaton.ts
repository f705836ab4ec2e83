import { Bits, textOfWords } from "./bits.ts";
import { DIGITS, type Place, placesOf, unitsOf } from "./text-places.ts";
import type { Language, Pattern } from "./tokens.ts";

/**
 * One automaton that reads a text for many languages and a domain at once. A state is the set of places that the text read so far can have reached in the
 * patterns, and what is settled: the languages that the text is in whatever follows. Patterns that several languages share are read once.
 */
export type State = { readonly places: readonly number[]; readonly settled: Settled };

/** Languages by their numbers, of which the last is the domain. One object for one set of them, which nobody changes. */
export type Settled = Bits;

export class TextAutomaton {
  readonly start: State;
  readonly #places: Place[] = [];
  readonly #owners: Bits[] = []; // of a pattern, the languages that have it
  readonly #domain: number;
  readonly #settled = new Map<string | number, Settled>();
  #reached: number[] = []; // a state in the making: its places so far, in rising order
  #work = 0;

  constructor(languages: readonly Language[], domain: Language) {
    this.#domain = languages.length;
    const known = new Map<string, number>();
    const starts: number[] = [];
    [...languages, domain].forEach((language, n) => {
      for (const pattern of language) {
        const name = nameOf(pattern);
        const number = known.get(name) ?? known.size;
        if (number === known.size) {
          known.set(name, number);
          this.#owners.push(Bits.make(languages.length + 1));
          starts.push(this.#places.length);
          for (const place of placesOf(pattern, number, this.#places.length)) this.#places.push(place);
        }
        this.#owners[number]?.set(n);
      }
    });
    for (const place of starts) this.#reach(place);
    this.start = this.#end(this.#settledAs(Bits.make(languages.length + 1)));
  }

  /** Places looked at so far: what the reading of texts has cost. */
  get work(): number {
    return this.#work;
  }

  /** Whether a text that goes on from here can be in the domain: there is a way on from every place. */
  isAlive(state: State): boolean {
    return this.isIn(state) || state.places.some((place) => this.#ownersOf(place).has(this.#domain));
  }

  /** Whether the languages but for the domain are decided, whatever follows. */
  isDecided({ places }: State): boolean {
    return places.every((place) => this.#ownersOf(place).first() === this.#domain);
  }

  /** Whether the text read so far is in no language but those settled, and perhaps the domain. */
  isSettled({ places }: State): boolean {
    return !places.some((place) => this.#isEnd(place) && this.#ownersOf(place).first() !== this.#domain);
  }

  /** Whether the text read so far is in the domain. */
  isIn({ places, settled }: State): boolean {
    return settled.has(this.#domain) || places.some((place) => this.#isEnd(place) && this.#ownersOf(place).has(this.#domain));
  }

  /** The languages that the text read so far is in, and the domain among them. */
  accepted({ places, settled }: State): Bits {
    const accepted = settled.copy();
    for (const place of places) if (this.#isEnd(place)) accepted.orWith(this.#ownersOf(place));
    return accepted;
  }

  after({ places, settled }: State, char: string): State {
    this.#work += places.length + 1;
    this.#reached = [];
    for (let i = 0; i < places.length; i++) {
      const number = places[i] as number;
      const { stays, step } = this.#place(number);
      if (stays !== undefined && !stays.includes(char)) this.#reach(number);
      if (step.kind === "unit" ? step.unit === char : step.kind === "units" && step.units.includes(char)) this.#reach(number + 1);
      else if (step.kind === "but" && !step.units.includes(char)) this.#reach(number + 1);
      else if (step.kind === "units" && step.wide === char) this.#reach(number + 2);
    }
    return this.#end(settled);
  }

  /**
   * Characters that stand for all: whatever character a text goes on with here, one of these leads to the same state (the class lemma, for one step). First
   * those that nothing here names, so that witnesses do not come near a pattern for no reason.
   */
  branches({ places }: State): readonly string[] {
    const named = new Set<string>();
    let digits = false;
    for (let i = 0; i < places.length; i++) {
      const { stays, step } = this.#place(places[i] as number);
      if (stays) for (const unit of stays.split("")) named.add(unit);
      if (step.kind === "unit") named.add(step.unit);
      else if (step.kind === "units" && step.units === DIGITS) digits = true;
      else for (const unit of unitsOf(step)) named.add(unit);
    }
    const branches: string[] = [];
    const other = otherThan(named, digits);
    if (other !== undefined) branches.push(other);
    const digit = digits ? DIGITS.split("").find((each) => !named.has(each)) : undefined;
    if (digit !== undefined) branches.push(digit);
    for (const unit of named) branches.push(unit);
    return branches;
  }

  /** Equal for equal places of states, and only for them: a text of one unit a place, or two where there are many places. */
  keyOf({ places }: State): string {
    const isShort = this.#places.length <= 0x10000 && places.length <= AT_ONCE;
    return isShort ? String.fromCharCode.apply(null, places as number[]) : textOfWords(Uint32Array.from(places));
  }

  #place(number: number): Place {
    return this.#places[number] as Place;
  }

  #isEnd(number: number): boolean {
    return this.#place(number).step.kind === "end";
  }

  #ownersOf(place: number): Bits {
    return this.#owners[this.#place(place).pattern] as Bits;
  }

  #settledAs(bits: Bits): Settled {
    const settled = this.#settled.get(bits.key()) ?? bits;
    if (settled === bits) this.#settled.set(bits.key(), settled);
    return settled;
  }

  /** Places are told in rising order. Those that this one covers, and itself if told before, change nothing: what follows from there follows from here too. */
  #reach(number: number): void {
    const { covers, step } = this.#place(number);
    const reached = this.#reached;
    while (reached.length > 0 && (reached[reached.length - 1] as number) >= covers) reached.pop();
    reached.push(number);
    if (step.kind === "free") this.#reach(number + 1);
  }

  /** The state of the places. At a star that ends a pattern its languages are settled, and a pattern of which all are changes nothing more. */
  #end(before: Settled): State {
    const reached = this.#reached;
    let settled: Bits | undefined;
    for (let i = 0; i < reached.length; i++) {
      const number = reached[i] as number;
      if (this.#place(number).stays !== "" || !this.#isEnd(number)) continue;
      settled ??= before.copy();
      settled.orWith(this.#ownersOf(number));
    }
    if (settled === undefined) return { places: reached, settled: before };
    const now = settled;
    return { places: reached.filter((number) => !this.#ownersOf(number).isWithin(now)), settled: this.#settledAs(now) };
  }
}

/** Equal for equal patterns, and only for them. */
const nameOf = (pattern: Pattern): string =>
  pattern
    .map((token) => {
      if (token.kind === "literal") return `${token.either === true ? "i" : "l"}${token.char}`;
      return token.kind === "digit" ? "d" : `${token.kind === "star" ? "*" : "?"}${JSON.stringify(token.except ?? "")}`;
    })
    .join("");

const AT_ONCE = 4096; // arguments of a call

const READABLE = "xyzabcdefghijklmnopqrstuvw0123456789XYZABCDEFGHIJKLMNOPQRSTUVW-_.";

/** A character that is not named, and no digit where digits differ from others; undefined if all there are have names. */
function otherThan(named: ReadonlySet<string>, digits: boolean): string | undefined {
  const isOther = (char: string) => !named.has(char) && !(digits && DIGITS.includes(char));
  for (let i = 0; i < READABLE.length; i++) if (isOther(READABLE[i] as string)) return READABLE[i];
  for (const [from, to] of UNITS) {
    for (let code = from; code < to; code++) if (isOther(String.fromCharCode(code))) return String.fromCharCode(code);
  }
  return undefined;
}

/** What people can see, then the rest, halves of characters last. */
const UNITS = [
  [0x21, 0x7f],
  [0xa1, 0xd800],
  [0xe000, 0x10000],
  [0, 0xa1],
  [0xd800, 0xe000],
] as const;

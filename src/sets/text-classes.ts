import type { Bits } from "./bits.ts";
import { type Settled, type State, TextAutomaton } from "./text-automaton.ts";
import type { Language } from "./tokens.ts";

/** Texts that are in the same languages, bit i for the i-th; `witness` is one of them. */
export type TextClass = { readonly bits: Bits; readonly witness: string };

/**
 * `maxStates` bounds the states and, on average of them, the places of one (64) and the steps from it (1,024): memory and time. `hints`: texts that people know, preferred as witnesses of their classes, the
 * first of a class over the others.
 */
export type TextOptions = { readonly maxStates: number; readonly hints?: readonly string[] };

export type Limit = { readonly limit: string };

const PLACES_PER_STATE = 64;
const STEPS_PER_STATE = 1024;

/**
 * All ways in which a text of the domain can be in the languages and out of them, each once, with a shortest text.
 *
 * The class lemma: texts with the same bits satisfy exactly the same atoms, and every text has the bits of one class. Where a text goes on with a character,
 * one of the branches goes on alike, so that a text of branches alone ends in the same state; and the states leave out only places whose texts are texts of
 * a place of the same pattern or language that is kept. States are visited breadth first: the first text of a class is a shortest.
 *
 * Never a part of the answer: beyond the limits there is none.
 */
export function textClasses(
  languages: readonly Language[],
  domain: Language,
  { maxStates, hints = [] }: TextOptions,
): { readonly classes: readonly TextClass[] } | Limit {
  const automaton = new TextAutomaton(languages, domain);
  const classes = new ClassTable(automaton, languages.length);
  const seen = new SeenStates(automaton);
  seen.add(automaton.start);
  let kept = automaton.start.places.length;
  let level: readonly Reached[] = [{ state: automaton.start, path: undefined }];
  while (level.length > 0) {
    const next: Reached[] = [];
    for (const { state, path } of level) {
      if (automaton.isIn(state)) classes.add(state, path);
      if (automaton.isDecided(state) && classes.hasSettled(state)) continue;
      for (const char of automaton.branches(state)) {
        const reached = automaton.after(state, char);
        if (automaton.work > maxStates * STEPS_PER_STATE) return { limit: `more than ${maxStates * STEPS_PER_STATE} steps` };
        if (!automaton.isAlive(reached)) continue;
        if (!seen.add(reached)) continue;
        kept += reached.places.length;
        if (seen.size > maxStates) return { limit: `more than ${maxStates} states` };
        if (kept > maxStates * PLACES_PER_STATE) return { limit: `more than ${maxStates * PLACES_PER_STATE} places in states` };
        next.push({ state: reached, path: { before: path, char } });
      }
    }
    level = next;
  }

  for (const hint of hints) classes.prefer(hint);
  return { classes: classes.all() };
}

type Reached = { readonly state: State; readonly path: Path | undefined };

/** How a state was reached first, from its end. */
type Path = { readonly before: Path | undefined; readonly char: string };

function textOf(path: Path | undefined): string {
  const chars: string[] = [];
  for (let at = path; at !== undefined; at = at.before) chars.push(at.char);
  return chars.reverse().join("");
}

class SeenStates {
  size = 0;
  readonly #automaton: TextAutomaton;
  readonly #keys = new Map<Settled, Set<string>>();

  constructor(automaton: TextAutomaton) {
    this.#automaton = automaton;
  }

  /** Whether the state is new. */
  add(state: State): boolean {
    const keys = this.#keys.get(state.settled) ?? new Set();
    this.#keys.set(state.settled, keys);
    const before = keys.size;
    if (keys.add(this.#automaton.keyOf(state)).size === before) return false;
    this.size++;
    return true;
  }
}

class ClassTable {
  readonly #automaton: TextAutomaton;
  readonly #size: number;
  readonly #classes = new Map<string | number, { readonly bits: Bits; witness: string; hinted: boolean }>();
  readonly #settled = new Set<Settled>(); // those that are a class by themselves

  constructor(automaton: TextAutomaton, size: number) {
    this.#automaton = automaton;
    this.#size = size;
  }

  /** A text of the domain: of a class that is not known yet it becomes the witness. */
  add(state: State, path: Path | undefined): void {
    const isSettled = this.#automaton.isSettled(state);
    if (isSettled && this.#settled.has(state.settled)) return;
    const bits = this.#bitsOf(state);
    if (!this.#classes.has(bits.key())) this.#classes.set(bits.key(), { bits, witness: textOf(path), hinted: false });
    if (isSettled) this.#settled.add(state.settled);
  }

  /** Whether the class is known of what is settled and no more. */
  hasSettled({ settled }: State): boolean {
    return this.#settled.has(settled);
  }

  prefer(text: string): void {
    let state = this.#automaton.start;
    for (let i = 0; i < text.length; i++) state = this.#automaton.after(state, text[i] as string);
    const found = this.#automaton.isIn(state) ? this.#classes.get(this.#bitsOf(state).key()) : undefined;
    if (found === undefined || found.hinted) return;
    found.witness = text;
    found.hinted = true;
  }

  all(): readonly TextClass[] {
    return [...this.#classes.values()].map(({ bits, witness }) => ({ bits, witness }));
  }

  #bitsOf(state: State): Bits {
    return this.#automaton.accepted(state).below(this.#size);
  }
}

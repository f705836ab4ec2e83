import { BoundedCache } from "../base/bounded-cache.ts";
import { type OperatorBase, operatorOf, parseOperatorName } from "../iam/operators.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { raw } from "../iam/variables.ts";

/** A comparison that policies make of the values of a condition key: an operator without its negation, and the operands of which one must match. */
export type Atom = { readonly base: OperatorBase; readonly operands: readonly string[] };

/** What comes of an atom for a value: it matches, it does not, or the value is none of the operator's kind, which decides by itself. */
export type AtomCode = "T" | "F" | "U";

/** `kms:EncryptionContext:NAME`, of which NAME follows. */
export const PAIR = "kms:encryptioncontext:";
export const PAIR_NAMES = "kms:encryptioncontextkeys";

/**
 * The atoms of all policies and grants of some worlds, by condition key. Whether a condition holds for a value that is there follows from the codes of its
 * key's atoms: negations, IfExists and set operators are made of them. A key of which more is read than comparisons with written values has none:
 * its value itself matters.
 */
export class Atoms {
  readonly #atoms = new Map<string, Atom[]>(); // by key, in lower case
  readonly #whole: Set<string>;

  /** `whole`: keys, in lower case, of which something else reads the value. */
  constructor(policies: Iterable<Policy>, grants: readonly Grant[], whole: Iterable<string>) {
    this.#whole = new Set(whole);
    for (const { statements, doubtful = [] } of policies)
      for (const { conditions } of [...statements, ...doubtful])
        for (const { operator, key, values } of conditions) this.#addCondition(operator, foldCase(key), values);
    for (const { Constraints: it } of grants)
      for (const [name, value] of Object.entries({ ...it?.EncryptionContextSubset, ...it?.EncryptionContextEquals }))
        this.#add(PAIR + foldCase(name), { base: "StringEquals", operands: [value] });
  }

  /** Undefined where the value itself matters. */
  of(key: string): readonly Atom[] | undefined {
    const folded = foldCase(key);
    return this.#whole.has(folded) ? undefined : this.#atoms.get(folded);
  }

  /** The names of the encryption context whose values are read, in lower case, in their order. */
  get pairs(): readonly string[] {
    const names = [...this.#atoms.keys(), ...this.#whole].filter((key) => key.startsWith(PAIR));
    return [...new Set(names)].map((key) => key.slice(PAIR.length)).sort();
  }

  #addCondition(operator: string, key: string, values: readonly string[]): void {
    const name = parseOperatorName(operator);
    if (name === undefined || values.some((value) => value.includes("${"))) this.#whole.add(key);
    else if (name.base === "Null" || values.length === 0) this.#add(key, undefined);
    else this.#add(key, { base: name.base, operands: [...new Set(values)] });
  }

  #add(key: string, atom: Atom | undefined): void {
    const atoms = this.#atoms.get(key) ?? [];
    this.#atoms.set(key, atoms);
    if (atom !== undefined && !atoms.some((one) => JSON.stringify(one) === JSON.stringify(atom))) atoms.push(atom);
  }
}

/** Gives the codes of values, one letter an atom; of the same atoms, so that none that takes time is read twice. */
export function coder(atoms: readonly Atom[]): (value: string) => string {
  const tests = atoms.map(codeOf);
  const see = (value: string) => {
    let codes = "";
    for (const test of tests) codes += test(value);
    return codes;
  };
  if (atoms.every(({ base }) => base.startsWith("String"))) return see; // as fast as looking it up
  const known = new BoundedCache<string, string>(20_000, 512);
  return (value) => known.of(value, see);
}

/**
 * The code of one atom. Operands are tried in order: one that cannot be read ends the list where the operator says so
 * (rule iam.operators.arn-no-pattern), and elsewhere matches nothing.
 */
export function codeOf({ base, operands }: Atom): (value: string) => AtomCode {
  const operator = operatorOf(base);
  const prepared: unknown[] = [];
  for (const operand of operands) {
    const one = operator.prepare([raw(operand)]);
    if (one !== undefined) prepared.push(one);
    else if (operator.unreadable === "void") break;
  }
  return (value) => {
    const given = operator.read(value);
    if (given === undefined) return operator.unreadable === "void" ? "U" : "F";
    return prepared.some((one) => operator.test(given, one)) ? "T" : "F";
  };
}

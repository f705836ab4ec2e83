import { Bits } from "./bits.ts";
import type { Limit } from "./text-classes.ts";

/** What a condition asks of the values of a key that has many: whether all, or any, are in the element's language; `negated`: are not in it. */
export type SetAtom = { readonly quantifier: "all" | "any"; readonly element: number; readonly negated?: boolean };

/** Sets that satisfy the same atoms, bit i for the i-th. `witness`: the values of one of them, as few as possible. */
export type SetClass<V> = { readonly kind: "values" | "empty" | "absent"; readonly bits: Bits; readonly witness: readonly V[] };

/** `empty`, `absent`: what the atoms are of a key without values and of a missing one, if there can be one; these are classes of their own. */
export type SetOptions = { readonly empty?: Bits; readonly absent?: Bits; readonly maxClasses?: number };

const JOINS_PER_CLASS = 200;

/**
 * All truth vectors of the atoms on finite sets that are not empty, each once, from the classes of single values.
 *
 * The set lemma: the vector of a set is the join of its elements' vectors, `and` where an atom asks of all and `or` where it asks of any. So adding one
 * element at a time until nothing is new finds exactly the vectors there are, and the first set of each has the fewest elements.
 *
 * Never a part of the answer: beyond 5,000 vectors, or 200 joins a vector, there is none.
 */
export function setClasses<V>(
  elements: readonly { readonly bits: Bits; readonly witness: V }[],
  atoms: readonly SetAtom[],
  { empty, absent, maxClasses = 5_000 }: SetOptions = {},
): { readonly classes: readonly SetClass<V>[] } | Limit {
  const found = new Map<string | number, SetClass<V>>();
  for (const { bits: element, witness } of elements) {
    const bits = vectorOf(element, atoms);
    if (!found.has(bits.key())) found.set(bits.key(), { kind: "values", bits, witness: [witness] });
  }
  if (found.size > maxClasses) return { limit: `more than ${maxClasses} classes of sets` };
  const singles = [...found.values()];
  const asksAny = bitsWhere(atoms, ({ quantifier }) => quantifier === "any");
  let joins = 0;
  // a Map is walked on to what is added meanwhile
  for (const { bits, witness } of found.values()) {
    for (const single of singles) {
      if (++joins > maxClasses * JOINS_PER_CLASS) return { limit: `more than ${maxClasses * JOINS_PER_CLASS} joins of sets` };
      const joined = join(bits, single.bits, asksAny);
      if (found.has(joined.key())) continue;
      if (found.size >= maxClasses) return { limit: `more than ${maxClasses} classes of sets` };
      found.set(joined.key(), { kind: "values", bits: joined, witness: [...witness, ...single.witness] });
    }
  }
  const without: readonly SetClass<V>[] = [
    ...(absent === undefined ? [] : [{ kind: "absent" as const, bits: absent, witness: [] }]),
    ...(empty === undefined ? [] : [{ kind: "empty" as const, bits: empty, witness: [] }]),
  ];
  return { classes: [...without, ...found.values()] };
}

/** The vector of a set of one value. */
const vectorOf = (value: Bits, atoms: readonly SetAtom[]): Bits =>
  bitsWhere(atoms, ({ element, negated = false }) => value.has(element) !== negated);

/** `or` on what is asked of any, `and` on the rest. */
const join = (a: Bits, b: Bits, asksAny: Bits): Bits => a.and(b).orWith(a.or(b).andWith(asksAny));

function bitsWhere<T>(list: readonly T[], holds: (item: T) => boolean): Bits {
  const bits = Bits.make(list.length);
  list.forEach((item, i) => {
    if (holds(item)) bits.set(i);
  });
  return bits;
}

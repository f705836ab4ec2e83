import { Bits } from "./bits.ts";

/** Values that satisfy the same predicates, bit i for the i-th; `witness` is the first of them. */
export type ClosedClass<V> = { readonly bits: Bits; readonly witness: V; readonly members: readonly V[] };

/**
 * What predicates divide a list of values into, in the order of their first members: key specs, actions, true and false. The class lemma holds by definition:
 * every value is asked, and is in the one class of its answers.
 */
export function closedClasses<V>(values: readonly V[], predicates: readonly ((value: V) => boolean)[]): readonly ClosedClass<V>[] {
  const classes = new Map<string | number, { readonly bits: Bits; readonly witness: V; readonly members: V[] }>();
  for (const value of values) {
    const bits = Bits.make(predicates.length);
    predicates.forEach((holds, i) => {
      if (holds(value)) bits.set(i);
    });
    const known = classes.get(bits.key());
    if (known === undefined) classes.set(bits.key(), { bits, witness: value, members: [value] });
    else known.members.push(value);
  }
  return [...classes.values()];
}

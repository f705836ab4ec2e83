import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bits } from "../../src/sets/bits.ts";
import { type SetAtom, setClasses } from "../../src/sets/set-classes.ts";
import { textClasses } from "../../src/sets/text-classes.ts";
import { literal, matches, SOMETHING, wildcard } from "../../src/sets/tokens.ts";

const ATOMS = 3; // of elements

const element = fc.uniqueArray(fc.nat(ATOMS - 1)).map((members) => Bits.of(ATOMS, members));
const elements = fc
  .uniqueArray(element, { maxLength: 5, selector: (bits) => bits.key() })
  .map((all) => all.map((bits, witness) => ({ bits, witness })));
const atom: fc.Arbitrary<SetAtom> = fc.record({
  quantifier: fc.constantFrom("all", "any"),
  element: fc.nat(ATOMS - 1),
  negated: fc.boolean(),
});

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  // biome-ignore lint/performance/noAccumulatingSpread: few
  return all.reduce<readonly (readonly T[])[]>((some, item) => [...some, ...some.map((subset) => [...subset, item])], [[]]);
}

/** By the definition: each value is asked. */
function vectorOf(values: readonly { readonly bits: Bits }[], atoms: readonly SetAtom[]): string {
  const holds = ({ quantifier, element: n, negated }: SetAtom) => {
    const asked = values.map(({ bits }) => bits.has(n) !== (negated ?? false));
    return quantifier === "all" ? asked.every(Boolean) : asked.some(Boolean);
  };
  return atoms.flatMap((each, i) => (holds(each) ? [i] : [])).join();
}

describe("classes of sets", () => {
  it("are the vectors of all sets that are not empty, each with a smallest set", () => {
    fc.assert(
      fc.property(elements, fc.array(atom, { maxLength: 6 }), (all, atoms) => {
        const smallest = new Map<string, number>();
        for (const subset of subsets(all)) {
          const vector = vectorOf(subset, atoms);
          if (subset.length > 0) smallest.set(vector, Math.min(subset.length, smallest.get(vector) ?? subset.length));
        }
        const found = setClasses(all, atoms);
        if ("limit" in found) throw new Error(found.limit);
        const sizes = found.classes.map(({ bits, witness }) => [bits.members().join(), witness.length] as const);
        expect(new Map(sizes)).toEqual(smallest);
        expect(sizes).toHaveLength(smallest.size);
        for (const { kind, bits, witness } of found.classes) {
          expect(kind).toBe("values");
          expect(new Set(witness).size).toBe(witness.length);
          expect(vectorOf(witness.map((n) => all[n]!), atoms)).toBe(bits.members().join()); // biome-ignore format: one thought
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are of texts, the empty set and the missing key", () => {
    const languages = [[wildcard("aws:*")], [literal("aws:kms")]];
    const texts = textClasses(languages, SOMETHING, { maxStates: 100 });
    if ("limit" in texts) throw new Error(texts.limit);
    const atoms: readonly SetAtom[] = [
      { quantifier: "all", element: 0 },
      { quantifier: "any", element: 1 },
    ];
    const found = setClasses(texts.classes, atoms, { absent: Bits.of(2, [0]), empty: Bits.of(2, [0]) });
    if ("limit" in found) throw new Error(found.limit);
    expect(found.classes.map(({ kind, bits, witness }) => [kind, bits.members().join(), witness])).toEqual([
      ["absent", "0", []],
      ["empty", "0", []],
      ["values", "", ["x"]],
      ["values", "0", ["aws:"]],
      ["values", "0,1", ["aws:kms"]],
      ["values", "1", ["x", "aws:kms"]],
    ]);
    const mixed = found.classes.at(-1)?.witness ?? [];
    expect(mixed.map((text) => languages.map((language) => matches(language, text)))).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it("of nothing are none, but for those that were given", () => {
    expect(setClasses([], [])).toEqual({ classes: [] });
    expect(setClasses([], [], { empty: Bits.make(0) })).toMatchObject({ classes: [{ kind: "empty" }] });
  });

  it("take the first of the values that are alike", () => {
    const alike = ["a", "b"].map((witness) => ({ bits: Bits.make(1), witness }));
    expect(setClasses(alike, [{ quantifier: "all", element: 0 }])).toMatchObject({ classes: [{ witness: ["a"] }] });
  });

  const each = Array.from({ length: 20 }, (_, i) => ({ bits: Bits.of(20, [i]), witness: i }));
  const any = each.map((_, i): SetAtom => ({ quantifier: "any", element: i }));

  it.each([
    ["5,000 vectors", each, {}, "more than 5000 classes of sets"],
    ["fewer, if so asked", each, { maxClasses: 100 }, "more than 100 classes of sets"],
    ["as many single values", each, { maxClasses: 19 }, "more than 19 classes of sets"],
  ])("beyond %s are no answer", (_, all, options, limit) => {
    expect(setClasses(all, any, options)).toEqual({ limit });
  });

  it("take a bounded number of joins", () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ bits: Bits.of(301, [i, 300]), witness: i }));
    const atoms = many.map((_, i): SetAtom => ({ quantifier: "all", element: i }));
    expect(setClasses(many, atoms, { maxClasses: 301 })).toEqual({ limit: "more than 60200 joins of sets" });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Diagrams, NEVER, type Node, TooLarge } from "../../src/analysis/diagram.ts";

/** A formula over three variables of 2, 3 and 4 classes, and what it is by its definition. */
type Formula =
  | { readonly variable: number; readonly among: readonly number[] }
  | { readonly not: Formula }
  | { readonly and: readonly [Formula, Formula] }
  | { readonly or: readonly [Formula, Formula] };

const SIZES = [2, 3, 4];
const TUPLES = [0, 1].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2, 3].map((c) => [a, b, c])));

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5 },
    fc.record({ variable: fc.nat(2), among: fc.uniqueArray(fc.nat(3), { maxLength: 3 }) }),
    fc.record({ not: tie("formula") }),
    fc.record({ and: fc.tuple(tie("formula"), tie("formula")) }),
    fc.record({ or: fc.tuple(tie("formula"), tie("formula")) }),
  ) as fc.Arbitrary<Formula>,
}));

function meant(of: Formula, tuple: readonly number[]): boolean {
  if ("variable" in of) return of.among.includes(tuple[of.variable] as number);
  if ("not" in of) return !meant(of.not, tuple);
  if ("and" in of) return of.and.every((one) => meant(one, tuple));
  return of.or.some((one) => meant(one, tuple));
}

function drawn(diagrams: Diagrams, of: Formula): Node {
  if ("variable" in of) return diagrams.among(of.variable, (choice) => of.among.includes(choice));
  if ("not" in of) return diagrams.not(drawn(diagrams, of.not));
  const [a, b] = ("and" in of ? of.and : of.or).map((one) => drawn(diagrams, one)) as [Node, Node];
  return "and" in of ? diagrams.and(a, b) : diagrams.or(a, b);
}

describe("a diagram", () => {
  it("is true where its formula is", () => {
    fc.assert(
      fc.property(formula, (of) => {
        const diagrams = new Diagrams(SIZES);
        const node = drawn(diagrams, of);
        for (const tuple of TUPLES) expect(diagrams.holds(node, tuple)).toBe(meant(of, tuple));
      }),
    );
  });

  it("is one node for each function, however it is written", () => {
    fc.assert(
      fc.property(formula, formula, (a, b) => {
        const diagrams = new Diagrams(SIZES);
        const isSame = TUPLES.every((tuple) => meant(a, tuple) === meant(b, tuple));
        expect(drawn(diagrams, a) === drawn(diagrams, b)).toBe(isSame);
      }),
    );
  });

  it("shows a way to satisfy it, and all of them in parts that exclude each other", () => {
    fc.assert(
      fc.property(formula, (of) => {
        const diagrams = new Diagrams(SIZES);
        const node = drawn(diagrams, of);
        const first = diagrams.first(node);
        expect(first === undefined).toBe(node === NEVER);
        if (first !== undefined)
          expect(
            diagrams.holds(
              node,
              SIZES.map((_, variable) => first.get(variable) ?? 0),
            ),
          ).toBe(true);
        const cubes = diagrams.cubes(node, 1000);
        for (const tuple of TUPLES) {
          const within = cubes.filter((cube) => [...cube].every(([variable, choices]) => choices.has(tuple[variable] as number)));
          expect(within).toHaveLength(meant(of, tuple) ? 1 : 0);
        }
      }),
    );
  });

  it("gives up where it would grow beyond what was granted", () => {
    const sizes = Array.from({ length: 40 }, () => 2);
    const diagrams = new Diagrams(sizes, 1000);
    const is = (variable: number) => diagrams.among(variable, (choice) => choice === 1);
    const pairs = sizes.slice(20).map((_, i) => diagrams.and(is(i), is(i + 20)));
    expect(() => diagrams.some(pairs)).toThrow(TooLarge);
  });
});

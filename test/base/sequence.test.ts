import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sequence } from "../../src/base/sequence.ts";

describe("Sequence", () => {
  it("gives pages from any place, in the order of arrival", () => {
    const sequence = new Sequence();
    for (const name of ["a", "b", "c", "d"]) sequence.add(name);
    const page = sequence.after(0, 2);
    expect(page.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(sequence.after(page[1]!.place, 9).map(({ name }) => name)).toEqual(["c", "d"]);
    expect(sequence.after(0, 0)).toEqual([]);
  });

  it("keeps a place when names come and go, and gives a name that returns a new one", () => {
    const sequence = new Sequence();
    for (const name of ["a", "b", "c"]) sequence.add(name);
    const { place } = sequence.after(0, 1)[0]!;
    sequence.remove("a");
    sequence.remove("b");
    sequence.add("b");
    expect(sequence.after(place, 9).map(({ name }) => name)).toEqual(["c", "b"]);
  });

  it("is what a list is", () => {
    const step = fc.oneof(
      fc.record({ add: fc.integer({ min: 0, max: 60 }).map(String) }),
      fc.record({ remove: fc.integer({ min: 0, max: 60 }).map(String) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), fc.nat(20), (steps, size) => {
        const sequence = new Sequence();
        let list: string[] = [];
        for (const one of steps) {
          if ("add" in one) {
            sequence.add(one.add);
            if (!list.includes(one.add)) list.push(one.add);
          } else {
            sequence.remove(one.remove);
            list = list.filter((name) => name !== one.remove);
          }
        }
        expect([...sequence]).toEqual(list);
        expect(sequence.size).toBe(list.length);
        const paged: string[] = [];
        for (let place = 0; ; ) {
          const page = sequence.after(place, size + 1);
          if (page.length === 0) break;
          paged.push(...page.map(({ name }) => name));
          place = page.at(-1)!.place;
        }
        expect(paged).toEqual(list);
      }),
      { numRuns: 200 },
    );
  });
});

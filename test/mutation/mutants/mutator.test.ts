import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edited } from "../../../src/mutation/mutants/edits.ts";
import { MUTATORS } from "../../../src/mutation/mutants/mutants.ts";
import { draft } from "../../../src/mutation/mutants/mutator.ts";
import { sitesOf } from "../../../src/mutation/mutants/site.ts";
import { policySources, surroundingsOf } from "../../../src/mutation/mutants/source.ts";
import { fileOf, greenFiles } from "../mutation-worlds.ts";

test("a draft is what is said of it and its edits, in the order they are given", () => {
  const [first, second] = [
    { start: 4, end: 5, text: "b" },
    { start: 0, end: 1, text: "a" },
  ];
  expect(draft("two edits", first, second)).toEqual({ what: "two edits", edits: [first, second] });
  expect(draft("none").edits).toEqual([]);
});

describe("every mutator", () => {
  test("has a name of its own, and says what it does as a clause", () => {
    const names = MUTATORS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)+$/.test(name))).toEqual([]);
    expect(MUTATORS.map(({ does }) => does).filter((does) => !/^[a-z]+ .*[^.]$/.test(does))).toEqual([]);
  });

  test("drafts edits that lie in the text, do not overlap, and leave JSON", () => {
    const drafting = new Set<string>();
    fc.assert(
      fc.property(greenFiles, (texts) => {
        const { world } = fileOf(texts);
        for (const { text, root, uses } of policySources([world])) {
          const sites = sitesOf(text, root, uses[0]!.policy, surroundingsOf([world]));
          for (const { name, drafts } of MUTATORS) {
            for (const { what, edits } of sites.flatMap((site) => drafts(site))) {
              drafting.add(name);
              const ordered = edits.toSorted((a, b) => a.start - b.start);
              const wrong = ordered.filter(({ start, end }, i) => start > end || start < (ordered[i - 1]?.end ?? 0) || end > text.length);
              expect({ what, wrong, said: what.length > 0 }).toEqual({ what, wrong: [], said: true });
              expect(() => JSON.parse(edited(text, edits))).not.toThrow();
            }
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(drafting.size).toBeGreaterThan(10);
  });
});

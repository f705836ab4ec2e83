import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../sources.ts";
import { MUTANTS, MUTANTS_OF_THE_ANALYSIS } from "./mutants.ts";

const ALL = [...MUTANTS, ...MUTANTS_OF_THE_ANALYSIS];

/** The table of mutants against the sources as they are: the long run (`mutation-check.test.ts`) tries them. */

const texts = new Map<string, string>();
const textOf = (file: string): string => {
  const text = texts.get(file) ?? readFileSync(join(ROOT, "src", file), "utf8");
  texts.set(file, text);
  return text;
};

test("what a mutant takes away stands in its file, and once", () => {
  const times = ALL.map(({ file, breaks, from }) => ({
    mutant: `${file}: ${breaks}`,
    from,
    times: textOf(file).split(from).length - 1,
  }));
  expect(times.filter(({ times }) => times !== 1)).toEqual([]);
});

test("each breaks something else", () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(120);
  expect(ALL.flatMap((mutant) => (mutant.from === mutant.to ? mutant.breaks : []))).toEqual([]);
  const names = ALL.map(({ file, breaks }) => `${file}: ${breaks}`);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

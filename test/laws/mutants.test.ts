import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../sources.ts";
import { MUTANTS } from "./mutants.ts";

/** The table of mutants against the sources as they are: the long run (`mutation-check.test.ts`) tries them. */

const texts = new Map<string, string>();
const textOf = (file: string): string => {
  const text = texts.get(file) ?? readFileSync(join(ROOT, "src", file), "utf8");
  texts.set(file, text);
  return text;
};

test("what a mutant takes away stands in its file, and once", () => {
  const times = MUTANTS.map(({ file, breaks, from }) => ({
    mutant: `${file}: ${breaks}`,
    from,
    times: textOf(file).split(from).length - 1,
  }));
  expect(times.filter(({ times }) => times !== 1)).toEqual([]);
});

test("each breaks something else", () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(120);
  expect(MUTANTS.flatMap((mutant) => (mutant.from === mutant.to ? mutant.breaks : []))).toEqual([]);
  const names = MUTANTS.map(({ file, breaks }) => `${file}: ${breaks}`);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

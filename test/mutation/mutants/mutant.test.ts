import { describe, expect, test } from "vitest";
import { renderedDiff, unified } from "../../../src/mutation/mutants/mutant.ts";

const lines = (...numbers: readonly (number | string)[]) => numbers.map((one) => `${one}\n`).join("");

describe("a change of a file is told as a unified diff of its own lines", () => {
  test("with three lines around, and the numbers of the lines", () => {
    const before = lines(1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(unified("key.json", before, before.replace("5", "five")).split("\n")).toEqual([
      "--- key.json",
      "+++ key.json",
      "@@ -2,7 +2,7 @@",
      " 2",
      " 3",
      " 4",
      "-5",
      "+five",
      " 6",
      " 7",
      " 8",
    ]);
  });

  test("with a hunk for each of two places far apart", () => {
    const before = lines(...Array.from({ length: 20 }, (_, i) => `line ${i}`));
    const diff = unified("key.json", before, before.replace("line 2\n", "").replace("line 17\n", ""));
    expect(diff.split("\n").filter((line) => /^(@@|[-+](?![-+]))/.test(line))).toEqual([
      "@@ -1,6 +1,5 @@",
      "-line 2",
      "@@ -15,6 +14,5 @@",
      "-line 17",
    ]);
  });

  test("without an empty line at its end, and in words where the file ends without one", () => {
    expect(unified("a", "x\n", "y\n")).toMatch(/\+y$/);
    expect(unified("a", "x", "y").split("\n").slice(3)).toEqual([
      "-x",
      "\\ No newline at end of file",
      "+y",
      "\\ No newline at end of file",
    ]);
  });
});

describe("a change of what has no lines of its own is told as its JSON, below its pointer", () => {
  const at = { file: "world.yaml", line: 12, pointer: "/keys/orders/grants/0" };

  test("in whole where it is short", () => {
    expect(renderedDiff(at, { operations: ["Decrypt"] }, { operations: ["Encrypt"] }).split("\n")).toEqual([
      "--- world.yaml:12",
      "+++ world.yaml:12",
      "@@ /keys/orders/grants/0 @@",
      " {",
      '   "operations": [',
      '-    "Decrypt"',
      '+    "Encrypt"',
      "   ]",
      " }",
    ]);
  });

  test("as lines that are all gone, where nothing is left of it", () => {
    expect(renderedDiff(at, { id: "g" }, undefined).split("\n").slice(3)).toEqual(["-{", '-  "id": "g"', "-}"]);
  });

  test("by the file alone where its line is not known, and by `/` where it is the whole file", () => {
    expect(renderedDiff({ file: "key policy", pointer: "" }, 1, 2).split("\n")).toEqual([
      "--- key policy",
      "+++ key policy",
      "@@ / @@",
      "-1",
      "+2",
    ]);
  });
});

import { expect, test } from "vitest";
import { besideLines } from "../../src/explain/beside.ts";

const odd = {
  code: "KW301",
  severity: "warning",
  message: "`kms:Decrpyt` matches no action",
  at: { file: "key.json", line: 7, column: 3, pointer: "/x" },
} as const;

test("notes and warnings of several answers are told once, each with its place, and safe in a terminal", () => {
  const { line: _, column: _2, ...unplaced } = odd.at;
  expect(
    besideLines([
      { notes: ["app is not in the world"], warnings: [{ ...odd, help: "did you mean `kms:Decrypt`?" }] },
      { notes: ["app is not in the world"], warnings: [{ ...odd, message: "\u001b[31mx", at: unplaced }] },
      {},
    ]),
  ).toEqual([
    "note  app is not in the world",
    "warning  key.json:7:3: `kms:Decrpyt` matches no action; did you mean `kms:Decrypt`? [KW301]",
    "warning  key.json /x: \\u001b[31mx [KW301]",
  ]);
});

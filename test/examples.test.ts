import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundled } from "./bundled.ts";
import { ROOT } from "./sources.ts";

/** The examples of `fixtures/examples` are run, against the sources in place of the built package. */
const folder = mkdtempSync(join(ROOT, "node_modules/.examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PRINTED: Readonly<Record<string, readonly string[]>> = {
  "envelope.mjs": [
    "sealed 10000000 bytes; the data key of 32 bytes is kept as a longer blob",
    "the reader has it back: true",
    "the writer cannot read it: AccessDeniedException",
    "another department cannot: AccessDeniedException",
    "KMS itself encrypts 4,096 bytes at most: ValidationException",
  ],
};

test.each(readdirSync(join(ROOT, "fixtures/examples")).filter((name) => name.endsWith(".mjs")))("%s prints what it says", async (name) => {
  const outfile = await bundled(join(ROOT, "fixtures/examples", name), join(folder, name));
  const printed = execFileSync(process.execPath, [outfile], { encoding: "utf8" });
  expect(printed.trimEnd().split("\n")).toEqual(PRINTED[name]);
});

import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import { createAjv } from "../../.build/schemas.ts";
import type { lintSchema } from "../../src/cases/lint-schema.ts";
import type { LintedFile, LintReport } from "../../src/report/lint/report.ts";
import { kmsward } from "../cli/fake-io.ts";

type Linted = z.input<typeof lintSchema>;
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

test("the report and its published schema are one, member by member", () => {
  expectTypeOf<Writable<LintReport>>().toExtend<Linted>();
  expectTypeOf<keyof Linted>().toEqualTypeOf<keyof LintReport>();
  expectTypeOf<keyof Linted["files"][number]>().toEqualTypeOf<keyof LintedFile>();
  expectTypeOf<Linted["files"][number]["type"]>().toEqualTypeOf<LintedFile["type"]>();
});

const valid = createAjv().compile(JSON.parse(readFileSync("schemas/lint.schema.json", "utf8")));

test.each([["fixtures/policies"], ["package.json"], ["fixtures/policies", "package.json", "--fail-level", "warning"]])(
  "what `kmsward lint --reporter json` writes of %s is valid",
  async (...args) => {
    const report = JSON.parse((await kmsward(["lint", ...args, "--reporter", "json"])).out);
    expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...report, added: "later" })).toBe(true);
    expect(valid({ ...report, failLevel: "any" })).toBe(false);
  },
);

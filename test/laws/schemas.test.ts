import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAjv, type JsonSchema, jsonSchema, PUBLISHED } from "../../.build/schemas.ts";
import { caseSchema } from "../../src/cases/case.ts";
import { validateCase, validateRequest } from "../../src/cases/validators.generated.js";
import { validateWorld } from "../../src/world/validator.generated.js";
import { documentOf, nearDocumentOf } from "../generators/json-schema.ts";

const committed = (name: string): JsonSchema =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"));
const VALIDATORS: Readonly<Record<string, (value: unknown) => readonly unknown[]>> = {
  case: validateCase,
  request: validateRequest,
  world: validateWorld,
};

describe.each(PUBLISHED.map((published) => [published.name, published] as const))("schemas/%s.schema.json", (name, one) => {
  const { schema, open } = one;
  const accepts = createAjv().compile(committed(name));
  const closed = jsonSchema({ ...one, open: false }); // what zod knows, without the members that may be added later
  const compiled = VALIDATORS[name];

  test("what it describes, zod accepts", () => {
    fc.assert(
      fc.property(documentOf(closed), (document) => schema.safeParse(document).success),
      { numRuns: 500 },
    );
  });

  test("for a near-valid document, ajv, zod and the compiled validator agree", () => {
    let valid = 0;
    const numRuns = 1000;
    fc.assert(
      fc.property(nearDocumentOf(closed), (document) => {
        const byZod = schema.safeParse(document).success;
        const byAjv = accepts(document);
        if (byZod) valid++;
        if (open && !byZod) return; // an open schema takes more
        expect(byAjv, JSON.stringify(accepts.errors)).toBe(byZod);
        if (compiled) expect(compiled(document).length === 0).toBe(byZod);
      }),
      { numRuns },
    );
    expect(valid).toBeGreaterThan(numRuns / 20);
  });
});

test("the documents that nearly fit are of both kinds", () => {
  const documents = fc.sample(nearDocumentOf(committed("case")), { numRuns: 300, seed: 1 });
  const valid = documents.filter((document) => caseSchema.safeParse(document).success).length;
  expect(valid).toBeGreaterThan(60);
  expect(valid).toBeLessThan(240);
});

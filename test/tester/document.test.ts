import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonSchema, PUBLISHED } from "../../.build/schemas.ts";
import { testShape } from "../../src/tester/document.ts";
import { validateTest } from "../../src/tester/test-validator.generated.js";
import { documentOf, nearDocumentOf } from "../generators/json-schema.ts";

const row = PUBLISHED.find(({ name }) => name === "test");
if (row === undefined) throw new Error("the schema is not published");
const shape = jsonSchema({ ...row, schema: testShape });

test("what the shape describes, zod and the compiled validator accept", () => {
  fc.assert(
    fc.property(documentOf(shape), (document) => {
      expect(testShape.safeParse(document).success).toBe(true);
      expect(validateTest(document)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("for a near-valid document they agree", () => {
  fc.assert(
    fc.property(nearDocumentOf(shape), (document) => {
      expect(validateTest(document).length === 0).toBe(testShape.safeParse(document).success);
    }),
    { numRuns: 300 },
  );
});

test("editors are told what each member is", () => {
  const schema = JSON.parse(readFileSync(new URL("../../schemas/test.schema.json", import.meta.url), "utf8"));
  const { cases, world, defaults } = schema.properties;
  const silent = Object.entries<{ description?: string }>(cases.items.properties).filter(([, { description }]) => !description);
  expect(silent).toEqual([]);
  expect([world.description, defaults.description]).not.toContain(undefined);
  expect(world.anyOf.at(-1).properties).toHaveProperty("keys");
  expect(cases.items.properties.expect.anyOf[0].enum).toContain("implicit-deny");
});

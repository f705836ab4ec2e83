import { expect, test } from "vitest";
import { createAjv, jsonSchema, PUBLISHED, VALIDATOR_MODULES, validatorModule } from "../.build/schemas.ts";

test.each(PUBLISHED.map((published) => [published.name, published] as const))(
  "schemas/%s.schema.json is what zod says",
  async (name, published) => {
    await expect(`${JSON.stringify(jsonSchema(published), null, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}.schema.json`);
  },
);

test.each(VALIDATOR_MODULES)("%s: the compiled validators are what ajv makes of the schemas", async (name) => {
  await expect(await validatorModule(name)).toMatchFileSnapshot(`../src/${name}.generated.js`);
});

test.each(PUBLISHED.map((published) => [published.name, published] as const))(
  "schemas/%s.schema.json is a valid schema",
  (_, published) => {
    expect(createAjv().validateSchema(jsonSchema(published))).toBe(true);
  },
);

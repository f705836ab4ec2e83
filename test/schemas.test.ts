import { expect, test } from "vitest";
import { createAjv, jsonSchema, PUBLISHED, validatorModule } from "../.build/schemas.ts";

test.each(PUBLISHED.map((published) => [published.name, published] as const))(
  "schemas/%s.schema.json is what zod says",
  async (name, published) => {
    await expect(`${JSON.stringify(jsonSchema(published), null, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}.schema.json`);
  },
);

test("the compiled validators are what ajv makes of the schemas", async () => {
  await expect(await validatorModule()).toMatchFileSnapshot("../src/world/validators.generated.js");
});

test.each(PUBLISHED.map((published) => [published.name, published] as const))(
  "schemas/%s.schema.json is a valid schema",
  (_, published) => {
    expect(createAjv().validateSchema(jsonSchema(published))).toBe(true);
  },
);

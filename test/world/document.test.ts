import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readJson, toValue } from "../../src/base/json-source.ts";
import { worldSchema } from "../../src/world/document.ts";
import { validateWorld } from "../../src/world/validator.generated.js";
import { readYaml } from "../../src/world/yaml-source.ts";

const FOLDER = new URL("../../fixtures/worlds/", import.meta.url);
const documents = readdirSync(FOLDER).filter((file) => /\.(ya?ml|json)$/.test(file));

test.each(documents)("fixtures/worlds/%s has the shape, by zod and by the validator that runs", (file) => {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const { node, faults } = file.endsWith(".json") ? readJson(text) : readYaml(text);
  expect(faults).toEqual([]);
  const value = node && toValue(node);
  expect(worldSchema.safeParse(value).error).toBeUndefined();
  expect(validateWorld(value)).toEqual([]);
});

test.each([
  [{ keys: { k: { spec: "RSA_1024" } } }, "/keys/k/spec"],
  [{ keys: { k: { rotation: { periodInDays: 30 } } } }, "/keys/k/rotation/periodInDays"],
  [{ principals: { p: { policies: [] } } }, "/principals/p"],
  [{ principals: { p: 5 } }, "/principals/p"],
  [{ version: 2 }, "/version"],
  [
    { organization: { id: "o-1", units: { a: { units: { b: { units: { c: { units: { d: { units: { e: { units: {} } } } } } } } } } } } },
    "/organization/units/a/units/b/units/c/units/d/units/e",
  ],
  [[], ""],
])("%j is refused at %s", (value, pointer) => {
  expect(worldSchema.safeParse(value).success).toBe(false);
  expect(validateWorld(value)[0]?.pointer).toBe(pointer);
});

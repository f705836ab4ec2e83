import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evalInWorld } from "../../src/world/eval-in-world.ts";

const options = { readFile: (path: string) => readFileSync(path, "utf8"), root: "fixtures" };
const WORLD = "fixtures/worlds/estate.yaml";

test("a world answers", () => {
  expect(evalInWorld(WORLD, { principal: "app", action: "kms:Decrypt", key: "orders" }, options)).toMatchObject({
    answer: { outcome: "allowed" },
    warnings: [{ code: "KW325" }],
  });
});

test("what is wrong with the question is told where it was written", () => {
  const placeOf = (pointer: string) => ({ file: `--${pointer.slice(1)}`, pointer: "" });
  expect(evalInWorld(WORLD, { principal: "app", action: "kms:Decrypt", key: "order" }, { ...options, placeOf })).toMatchObject({
    invalid: [{ at: { file: "--key" }, help: "did you mean `orders`?" }],
  });
});

test("what is wrong with the world is told, and nothing is decided", () => {
  expect(evalInWorld("fixtures/worlds/gone.yaml", { principal: "app", action: "kms:Decrypt", key: "orders" }, options)).toMatchObject({
    invalid: [{ code: "KW002", at: { file: "fixtures/worlds/gone.yaml" } }],
  });
});

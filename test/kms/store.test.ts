import { expect, it } from "vitest";
import { memoryStore } from "../../src/kms/store.ts";
import { alias, key } from "./records.ts";

it("makes changes in their order", () => {
  const store = memoryStore();
  const one = key();
  store.commit([
    { kind: "put-key", key: one },
    { kind: "put-alias", alias: alias("alias/a", one.arn) },
  ]);
  expect(store.state.key(one.arn)?.aliases).toEqual(["alias/a"]);
  expect(memoryStore().state.key(one.arn)).toBeUndefined();
});

import { expect, it } from "vitest";
import { QUOTAS } from "../../src/kms/quotas.ts";

it("has the quotas of the developer guide", () => {
  expect(QUOTAS).toMatchObject({
    keys: 100_000,
    aliasesOfKey: 50,
    grantsOnKey: 50_000,
    tagsOfKey: 50,
    keyPolicyBytes: 32_768,
    customKeyStores: 10,
    onDemandRotations: 25,
  });
});

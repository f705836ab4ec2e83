import { expect, it } from "vitest";
import { hasFreeValues } from "../../src/catalog/condition-key.ts";
import { conditionKey } from "../../src/catalog/condition-keys.ts";

it.each([
  ["kms:EncryptionContext:tenant", true],
  ["aws:PrincipalTag/team", true],
  ["aws:ResourceTag/team", true],
  ["kms:EncryptionContextKeys", false],
  ["kms:ViaService", false],
  ["aws:PrincipalOrgID", false],
])("the values of %s are chosen by people: %s", (name, expected) => {
  const key = conditionKey(name) ?? expect.fail("it is a key of the catalog");
  expect(hasFreeValues(key)).toBe(expected);
});

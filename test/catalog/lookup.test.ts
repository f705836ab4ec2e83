import { expect, test } from "vitest";
import { lookup } from "../../src/catalog/lookup.ts";

test("a row is found by its name in any case, and only by that", () => {
  const rows = [{ name: "kms:Sign" }, { name: "kms:Verify" }];
  const find = lookup(rows, ({ name }) => name);
  expect([find("KMS:SIGN"), find("kms:verify"), find("kms:sig"), find("\u212Ams:Sign"), find("constructor")]).toEqual([
    rows[0],
    rows[1],
    undefined,
    undefined,
    undefined,
  ]);
});

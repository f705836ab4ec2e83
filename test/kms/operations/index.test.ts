import { expect, it } from "vitest";
import { OPERATIONS, operationRow } from "../../../src/kms/operations/index.ts";

it("finds a row by the very name of its operation", () => {
  for (const [name, row] of Object.entries(OPERATIONS)) expect([row.name, operationRow(name)]).toEqual([name, row]);
  for (const name of ["encrypt", "toString", "Nothing"]) expect(operationRow(name)).toBeUndefined();
});

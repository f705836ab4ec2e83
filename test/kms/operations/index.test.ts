import { expect, it } from "vitest";
import { isPlanned, OPERATIONS, operationRow, PLANNED_OPERATIONS } from "../../../src/kms/operations/index.ts";

it("finds a row by the very name of its operation", () => {
  for (const [name, row] of Object.entries(OPERATIONS)) expect([row.name, operationRow(name)]).toEqual([name, row]);
  for (const name of ["encrypt", "toString", "Nothing", ...PLANNED_OPERATIONS]) expect(operationRow(name)).toBeUndefined();
  expect(isPlanned("Encrypt")).toBe(false);
});

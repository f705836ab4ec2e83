import { expect, it } from "vitest";
import { operation as catalogOperation } from "../../src/catalog/operations.ts";
import { OPERATIONS, operationRow } from "../../src/kms/operations/index.ts";
import { planOf } from "../../src/kms/row-plan.ts";

it.each(Object.keys(OPERATIONS))("%s is planned once, as its row and the catalog say", (name) => {
  const row = operationRow(name)!;
  const plan = planOf(row);
  expect(planOf(row)).toBe(plan);
  expect(plan.checks.map(({ role, check }) => [role, check])).toEqual(Object.entries(row.checks));
  expect(plan.inState).toEqual(Object.keys(row.checks).filter((role) => row.states === undefined || row.states.includes(role)));
  expect(plan.readOnly).toBe(catalogOperation(name)!.readOnly);
  expect(plan.shown?.map(({ member }) => member)).toEqual(row.log.parameters);
});

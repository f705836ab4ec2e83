import { describe, expect, it } from "vitest";
import { memberReader, REFUSED } from "../../src/kms/member-reader.ts";
import { OPERATIONS, operationRow } from "../../src/kms/operations/index.ts";
import { MODEL } from "./operation-model.ts";
import { membersOf } from "./zod-of.ts";

/** Every member of every row against the service's model: what it must be, and between what it may be. */

/** Members that the service requires in some calls only, which the rows say themselves. */
const accepts = (operation: string, name: string, value: unknown): boolean =>
  memberReader(membersOf(operationRow(operation)!.input)[name]!)(value) !== REFUSED;
const bytesOf = (length: number) => new Uint8Array(length);

describe.each(Object.keys(OPERATIONS))("%s", (operation) => {
  const rules = Object.entries(MODEL.operations.find(({ name }) => name === operation)!.request);

  it.each(rules)("%s keeps to the model", (name, rule) => {
    expect(accepts(operation, name, undefined), "required").toBe(!rule.required);
    if (rule.enum) for (const value of rule.enum) expect(accepts(operation, name, value), value).toBe(true);
    if (rule.enum) expect(accepts(operation, name, "NONE_OF_THEM")).toBe(false);
    if (rule.type === "boolean") expect([accepts(operation, name, true), accepts(operation, name, "true")]).toEqual([true, false]);
    const { min = 0, max } = rule;
    if (max === undefined || rule.enum) return;
    const make = rule.type === "blob" ? bytesOf : rule.type === "integer" ? (n: number) => n : undefined;
    if (make === undefined) {
      if (rule.type === "string") expect(accepts(operation, name, "a".repeat(max + 1))).toBe(false);
      if (rule.type === "string" && min > 0) expect(accepts(operation, name, "a".repeat(min - 1))).toBe(false);
      return;
    }
    expect([min, max].map((n) => accepts(operation, name, make(n)))).toEqual([true, true]);
    if (min > 0) expect(accepts(operation, name, make(min - 1))).toBe(false);
    expect(accepts(operation, name, make(max + 1))).toBe(false);
  });
});

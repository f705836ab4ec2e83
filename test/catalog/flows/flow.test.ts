import { expect, test } from "vitest";
import { no, otherKey, pairs, principal, text, textOr, yes } from "../../../src/catalog/flows/flow.ts";

test("a parameter without a default must be given", () => {
  expect([text, principal].map((parameter) => parameter.default)).toEqual([undefined, undefined]);
  expect([no, yes, otherKey, pairs, textOr("{region}")].map((parameter) => parameter.default)).toEqual([false, true, "", {}, "{region}"]);
});

import { expect, test } from "vitest";
import { mutationJson } from "../../../src/report/mutation/json.ts";
import { REPORT } from "../mutation-samples.ts";

test("the report as it is", () => {
  expect(JSON.parse(mutationJson(REPORT))).toEqual(REPORT);
  expect(mutationJson(REPORT).endsWith("\n")).toBe(true);
});

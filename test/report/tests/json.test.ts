import { expect, test } from "vitest";
import { createAjv, jsonSchema, PUBLISHED } from "../../../.build/schemas.ts";
import { testsJson } from "../../../src/report/tests/json.ts";
import { validateTestReport } from "../../../src/tester/report-validator.generated.js";
import { golden, RUN } from "../tests-samples.ts";

test("json is the run as it is", async () => {
  await expect(testsJson(RUN)).toMatchFileSnapshot(golden("report.json"));
  expect(JSON.parse(testsJson(RUN))).toEqual(RUN);
});

test("json is as the schema has it", () => {
  const published = PUBLISHED.find(({ name }) => name === "test-report") ?? expect.fail("not published");
  const validate = createAjv().compile(jsonSchema(published));
  expect(validate(JSON.parse(testsJson(RUN))), JSON.stringify(validate.errors)).toBe(true);
  expect(validateTestReport(JSON.parse(testsJson(RUN)))).toEqual([]);
  expect(validateTestReport({ ...RUN, version: 2 })).toHaveLength(1);
});

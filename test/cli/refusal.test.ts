import { expect, test } from "vitest";
import { Refusal, refuse } from "../../src/cli/refusal.ts";

test("a refusal carries its diagnostics, and says them", () => {
  const refusal = refuse("KW001", "--time", "`x` is no time", "write a time");
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal.message).toBe("`x` is no time");
  expect(refusal.diagnostics).toEqual([
    { code: "KW001", severity: "error", message: "`x` is no time", at: { file: "--time", pointer: "" }, help: "write a time" },
  ]);
});

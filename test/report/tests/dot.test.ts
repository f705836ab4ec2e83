import { describe, expect, test } from "vitest";
import { dotReporter } from "../../../src/report/tests/dot.ts";
import { file, golden, PLAIN, RUN, report, result, toldBy } from "../tests-samples.ts";

describe("dot", () => {
  test("is a mark a case, and what failed", async () => {
    await expect(toldBy(dotReporter({ color: PLAIN }), RUN)).toMatchFileSnapshot(golden("dot.txt"));
  });

  test.each([
    [79, "·".repeat(79)],
    [80, "·".repeat(80)],
    [81, `${"·".repeat(80)}\n·`],
  ])("breaks its line after 80 of %d", (count, dots) => {
    const results = Array.from({ length: count }, (_, i) => result(`case ${i}`));
    const run = report([file("a.ward.yaml", results.slice(0, 50)), file("b.ward.yaml", results.slice(50))]);
    expect(toldBy(dotReporter({ color: PLAIN }), run)).toMatch(new RegExp(`^${dots}\n\n Files`));
  });
});

import { describe, expect, test } from "vitest";
import { prettyReporter } from "../../../src/report/tests/pretty.ts";
import { file, golden, PLAIN, RUN, report, result, toldBy } from "../tests-samples.ts";

describe("pretty", () => {
  test("lists what failed, and tells why at the end", async () => {
    await expect(toldBy(prettyReporter({ color: PLAIN, list: "failed" }), RUN)).toMatchFileSnapshot(golden("pretty.txt"));
  });

  test("lists every case when asked to", async () => {
    await expect(toldBy(prettyReporter({ color: PLAIN, list: "all" }), RUN)).toMatchFileSnapshot(golden("verbose.txt"));
  });

  test("says little when all is well", () => {
    const told = toldBy(prettyReporter({ color: PLAIN, list: "failed" }), report([file("a.ward.yaml", [result("one"), result("two")])]));
    expect(told).toBe(" ✓ a.ward.yaml (2 cases) 2 ms\n\n Files  1 passed (1)\n Cases  2 passed (2)\n  Time  5 ms\n");
  });

  test("says of which shard it speaks, and that nothing was to do", () => {
    const told = toldBy(prettyReporter({ color: PLAIN, list: "failed" }), report([], { shard: { index: 2, of: 3 }, milliseconds: 1_234 }));
    expect(told).toBe("\n Files  none\n Cases  none\n  Time  1.23 s\n Shard  2 of 3\n");
  });

  test("colours only what it is given colours for", () => {
    const color = { ...PLAIN, red: (text: string) => `<red>${text}</red>` };
    const told = toldBy(prettyReporter({ color, list: "failed" }), RUN);
    expect(told).toContain("<red>✗</red> policies/orders.ward.yaml");
    expect(told.replaceAll("<red>", "").replaceAll("</red>", "")).toBe(toldBy(prettyReporter({ color: PLAIN, list: "failed" }), RUN));
  });

  test("lets nothing of a name or an explanation reach the terminal as a control", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
    expect(toldBy(prettyReporter({ color: PLAIN, list: "all" }), RUN)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

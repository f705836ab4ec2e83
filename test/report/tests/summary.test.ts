import { describe, expect, test } from "vitest";
import { testsSummary } from "../../../src/report/tests/summary.ts";
import { file, golden, RUN, report, result } from "../tests-samples.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe("job summary", () => {
  test("is a page of Markdown", async () => {
    await expect(testsSummary(RUN)).toMatchFileSnapshot(golden("summary.md"));
  });

  test("no name is mark-up outside of a block of text", () => {
    const page = testsSummary(RUN).replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "");
    expect(page).not.toMatch(/octocat\b.*https:|<img|<b>|\*\*x|\[a\]|@octocat/);
    expect(page.match(/<\/details>/g)).toHaveLength(4);
  });

  test("nothing ends a block of text but its fence", () => {
    expect(testsSummary(RUN)).toContain("\n`````text\n");
  });

  test("is cut below 900 KiB, with a pointer to the rest", () => {
    const at = { file: "a.ward.yaml", pointer: "" };
    const error = { code: "KW101", severity: "error", message: "ä".repeat(900), at } as const;
    const page = testsSummary(report(Array.from({ length: 1_000 }, (_, i) => file(`${i}.ward.yaml`, [], { errors: [error] }))));
    expect(bytes(page)).toBeLessThanOrEqual(900 * 1024);
    expect(bytes(page)).toBeGreaterThan(890 * 1024);
    expect(page).toMatch(/The rest is cut: .*--reporter json=FILE`\.\*\n$/);
    expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
  });

  test("of very many files, lists those that failed first", () => {
    const files = Array.from({ length: 600 }, (_, i) => file(`${i}.ward.yaml`, [result("one", i === 599 ? "failed" : "passed")]));
    const page = testsSummary(report(files));
    expect(page.split("\n")[4]).toContain("599.ward.yaml");
    expect(page).toContain("and 100 files more");
  });

  test.each([
    [[result("one"), result("two")], "2 cases passed"],
    [[result("one"), result("two", "skipped")], "1 case passed, 1 skipped"],
    [[result("one"), result("two", "failed")], "1 of 2 cases failed"],
  ])("is headed by the sum: %#", (results, title) => {
    expect(testsSummary(report([file("a.ward.yaml", results)]))).toMatch(new RegExp(`^## kmsward: ${title}\n`));
  });
});

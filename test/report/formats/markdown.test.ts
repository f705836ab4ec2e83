import { expect, test } from "vitest";
import { BUDGETS, reviewMarkdown } from "../../../src/report/formats/markdown.ts";
import { access, changed, found, goldenReview, hostile, many } from "../review-samples.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

test("is as it was", async () => {
  await expect(reviewMarkdown(await changed())).toMatchFileSnapshot(goldenReview("diff.md"));
  await expect(reviewMarkdown(await found())).toMatchFileSnapshot(goldenReview("check.md"));
  await expect(reviewMarkdown(await access())).toMatchFileSnapshot(goldenReview("who-can.md"));
});

test("nothing that a policy says is mark-up outside of code", async () => {
  const page = reviewMarkdown(await hostile())
    .replace(/^(`{3,})\w+\n[\s\S]*?\n\1$/gm, "")
    .replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "");
  expect(page).not.toMatch(/<script|<img|<svg|<!--|@octocat|https:|\[a\]\(|\*\*b\*\*|::error|\u202e/);
  expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
});

test("no cell of a table is ended by what it holds", async () => {
  const rows = reviewMarkdown(await hostile())
    .split("\n")
    .filter((line) => line.startsWith("|"));
  expect(rows.length).toBeGreaterThan(3);
  const cells = rows.map((row) => row.replaceAll("\\|", "").split("|").length);
  expect(new Set(cells).size).toBe(1);
});

test("stays inside of its budget, whole parts only, and says where the rest is", async () => {
  const large = many(await changed(), 5_000);
  for (const budget of [BUDGETS.comment, BUDGETS.summary]) {
    const page = reviewMarkdown(large, { budget, elsewhere: "[The run](https://example.com) has all." });
    expect(bytes(page)).toBeLessThanOrEqual(budget);
    expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
    expect(page.match(/^`{3,}\w*$/gm)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
  }
  const small = reviewMarkdown(large, { budget: 4_000, elsewhere: "[The run](https://example.com) has all." });
  expect(bytes(small)).toBeLessThanOrEqual(4_000);
  expect(small).toContain("The rest is cut");
  expect(small).toContain("[The run](https://example.com)");
  expect(reviewMarkdown(large)).toContain("4700 rows more are not shown here");
});

test("says so where nothing changed", async () => {
  const changes = await changed();
  expect(reviewMarkdown({ ...changes, title: "no access gained or lost", items: [], assumptions: [] })).toMatch(
    /^## kmsward: no access gained or lost\n/,
  );
});

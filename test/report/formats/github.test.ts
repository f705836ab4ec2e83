import { expect, test } from "vitest";
import { reviewAnnotations } from "../../../src/report/formats/github.ts";
import { changed, found, hostile, many } from "../review-samples.ts";

test("annotates the line that makes the difference; notes are left to the summary", async () => {
  const lines = reviewAnnotations(await changed()).split("\n");
  expect(lines[0]).toMatch(/^::error file=fixtures\/reports\/review\/after\.world\.yaml,line=34,col=\d+,title=public \[KW760\]::/);
  expect(reviewAnnotations(await found())).not.toContain("KW721");
});

test("no text begins a command of its own, and what is beyond the limit is counted", async () => {
  for (const line of reviewAnnotations(await hostile())
    .trimEnd()
    .split("\n"))
    expect(line).toMatch(/^::(?:error|warning|notice) /);
  const lines = reviewAnnotations(many(await changed(), 50))
    .trimEnd()
    .split("\n");
  expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
  expect(lines.at(-1)).toContain("40 more errors");
});

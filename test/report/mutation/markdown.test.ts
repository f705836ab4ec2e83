import { expect, test } from "vitest";
import { mutationMarkdown } from "../../../src/report/mutation/markdown.ts";
import { MUTANTS, REPORT } from "../mutation-samples.ts";

test("a table, and a fold for each survivor", () => {
  const text = mutationMarkdown(REPORT);
  expect(text).toContain("## kmsward: mutation score 33.3 %");
  expect(text).toContain("| `key policy, key.json` | 50.0 % | 1 | 1 | 0 |");
  expect(text.match(/<details>/g)).toHaveLength(2);
  expect(text).toContain("````yaml\n  - name: app may not Decrypt\n");
  expect(text).toContain("\\u001b");
});

test("nothing in a policy can end a block, a cell or a tag", () => {
  const [, survivor] = MUTANTS;
  const mutants = [{ ...(survivor as (typeof MUTANTS)[number]), what: "</summary><script>", diff: "````\n# loud" }];
  const text = mutationMarkdown({
    ...REPORT,
    mutants,
    subjects: [{ ...(REPORT.subjects[0] as (typeof REPORT.subjects)[number]), name: "a|b`c" }],
  });
  expect(text).not.toContain("<script>");
  expect(text).toContain("| `a\\|b'c, key.json` |");
  expect(text.split("\n").filter((line) => /^ {0,3}`{4,}/.test(line))).toEqual(["````diff", "````", "````yaml", "````"]);
});

test("what would be too long for a job summary is counted", () => {
  const [, survivor] = MUTANTS;
  const mutants = Array.from({ length: 3000 }, (_, i) => ({ ...(survivor as (typeof MUTANTS)[number]), id: String(i) }));
  const text = mutationMarkdown({ ...REPORT, mutants });
  expect(text.length).toBeLessThan(310_000);
  expect(text).toMatch(/…and [0-9]+ survivors more\./);
});

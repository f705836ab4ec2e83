import { describe, expect, test } from "vitest";
import type { CoverageReport } from "../../../src/coverage/report.ts";
import { coverageText } from "../../../src/report/coverage/text.ts";
import { cover, sampleReport, sampleWorld } from "../../coverage/covered.ts";

const tagged = (tag: string) => (text: string) => `<${tag}>${text}</${tag}>`;
const color = { bold: tagged("b"), dim: tagged("dim"), red: tagged("r"), green: tagged("g"), yellow: tagged("y") };

describe("the text", () => {
  test("is a table, the holes, and the whole in a line", () => {
    expect(coverageText(sampleReport())).toMatchInlineSnapshot(`
      "--------------------------------------------|---------|---------|-------|-------|--------|--------|---------|------------------------
       Policy                                     | % Stmts | % Princ | % Act | % Res | % Cond | % Both | % Grant | Lines that decide nothing
      --------------------------------------------|---------|---------|-------|-------|--------|--------|---------|------------------------
       All policies                               |      60 |      40 | 44.44 |    60 |     50 |     80 |      50 |
       orders.json                                |      50 |      40 | 42.85 |    50 |     50 |     75 |       – | 15,20,33-49
       world.yaml#/keys/orders/grants             |       – |       – |     – |     – |      – |    100 |      50 | 11,14
       world.yaml#/principals/exporter/policies/0 |     100 |       – |    50 |   100 |      – |      – |       – | 23
      --------------------------------------------|---------|---------|-------|-------|--------|--------|---------|------------------------

      9 holes, worst first
        orders.json:33:5   no test shows that DenyOutsideOrg denies anything: whoever asked, it did not apply
        orders.json:44:5   no test shows that AllowAuditors allows anything: none asks for its action on its resource
        world.yaml:14:9    no test shows that the grant unused allows anything: none asks for its action on its resource
        orders.json:37:21  no test needs the exception kms:DescribeKey of DenyOutsideOrg
        orders.json:37:40  no test needs the exception kms:ListAliases of DenyOutsideOrg
        orders.json:15:62  no test needs the principal arn:aws:iam::111122223333:role/exporter of AllowAppUse
        orders.json:20:9   no test needs the action kms:DescribeKey of AllowAppUse
        world.yaml:11:31   no test needs the operation RetireGrant of the grant nightly-export
        world.yaml:23:33   no test needs the action kms:ReEncrypt* of #0

      1 policy that no test touches, not counted above
        idle.json

      50 % covered: 17 of 34 parts decided something, 23 were reached, by 6 requests"
    `);
  });

  test("tells as many holes as asked for, and how many more there are", () => {
    const text = coverageText(sampleReport(), { holes: 2 });
    expect(text).toContain("9 holes, worst first");
    expect(text).toContain("  and 7 more");
    expect(coverageText(sampleReport(), { holes: 0 })).not.toContain("worst first");
  });

  test("counts policies that no test touches when asked to", () => {
    const text = coverageText(sampleReport(), { all: true });
    expect(text).toContain("1 policy that no test touches\n");
    expect(text).toMatch(/^ idle\.json +\| +0 \|/m);
  });

  test("of a run that asked nothing", () => {
    expect(coverageText(cover(sampleWorld(), []))).toMatch(/^No policy was touched by a test\.\n[\s\S]*100 % covered: 0 of 0 parts/);
  });

  test("keeps to its width: long paths are cut at their beginning, lines at their end", () => {
    const report = sampleReport();
    const policies = report.policies.map((policy) => ({ ...policy, file: `${"folder/".repeat(20)}${policy.file}` }));
    const rows = coverageText({ ...report, policies }, { width: 100, holes: 0 })
      .split("\n")
      .filter((line) => line.includes("|"));
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(140);
    expect(rows.join("\n")).toContain("…r/folder/folder/folder/folder/folder/orders.json".slice(-20));
  });

  test("colours only by what it is given", () => {
    expect(coverageText(sampleReport())).not.toMatch(/<\w+>/);
    const text = coverageText(sampleReport(), { color });
    expect(text).toContain("<r>     40</r>");
    expect(text).toContain("<g>    100</g>");
    expect(text.replaceAll(/<\/?\w+>/g, "").replaceAll(/ +$/gm, "")).toBe(coverageText(sampleReport()));
  });

  test("is safe in a terminal", () => {
    const text = JSON.stringify(sampleReport()).replaceAll("AllowAuditors", "\\u001b[2JAudit\\u202e");
    expect(coverageText(JSON.parse(text) as CoverageReport)).toContain("\\u001b[2JAudit\\u202e");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(coverageText(JSON.parse(text) as CoverageReport)).not.toMatch(/[\u001b\u202e]/);
  });
});

import { expect, test } from "vitest";
import { mutationText } from "../../../src/report/mutation/text.ts";
import { REPORT } from "../mutation-samples.ts";

test("the policies, the survivors with what would notice them, the score", () => {
  expect(mutationText(REPORT)).toBe(
    [
      "key policy, key.json           50.0 %  1 killed, 1 survived, 1 equivalent",
      "grants of orders, world.yaml    0.0 %  0 killed, 1 that no case asks about",
      "",
      "#2 flip-effect  `Deny` → `Allow`  key.json:12:7, survived",
      "  --- key.json",
      "  +++ key.json",
      "  @@ -12,1 +12,1 @@",
      '  -  "Deny"',
      '  +  "Allow" \\u001b[31m',
      "  a case for a.ward.yaml that would notice it",
      "    - name: app may not Decrypt",
      "      principal: app",
      "      action: kms:Decrypt",
      "      expect: deny",
      "",
      "#3 drop-grant  without the grant in grant `g`  world.yaml, no case asks about it",
      "  --- world.yaml",
      "  no request was found that tells the two apart",
      "",
      "mutation score  33.3 %  1 of 3 changes noticed by 2 cases; 4 of 10 were tried, chosen by the seed 7",
      "1 change of what no case asks about",
      "1 change without effect, not counted",
    ].join("\n"),
  );
});

test("no more survivors than asked for; the rest is counted", () => {
  const text = mutationText(REPORT, { most: 1 });
  expect(text).toContain("and 1 survivor more");
  expect(text).not.toContain("#3");
});

test("the score is never rounded up to one that it is not", () => {
  expect(mutationText({ ...REPORT, score: 79.99 })).toContain("79.9 %");
  expect(mutationText({ ...REPORT, score: null })).toContain("–");
});

test("colours are handed in", () => {
  const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const color = { bold: mark("b"), dim: mark("d"), red: mark("r"), green: mark("g"), yellow: mark("y") };
  expect(mutationText(REPORT, { color })).toContain('<r>-  "Deny"</r>');
});

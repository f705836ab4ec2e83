import { expect, test } from "vitest";
import { mutationAnnotations } from "../../../src/report/mutation/github.ts";
import { MUTANTS, REPORT } from "../mutation-samples.ts";

test("a warning at each place whose change nothing notices", () => {
  const lines = mutationAnnotations(REPORT, (file) => `sub/${file}`).split("\n");
  expect(lines[0]).toBe(
    "::warning file=sub/key.json,line=12,col=7,title=no test notices flip-effect::`Deny` → `Allow`%0Aa case that would notice it:%0A  - name: app may not Decrypt%0A    principal: app%0A    action: kms:Decrypt%0A    expect: deny",
  );
  expect(lines[1]).toBe("::warning file=sub/world.yaml,title=no test notices drop-grant::without the grant in grant `g`");
});

test("ten, and a count of the others", () => {
  const [, survivor] = MUTANTS;
  const mutants = Array.from({ length: 13 }, () => ({
    ...(survivor as (typeof MUTANTS)[number]),
    at: { file: "a,b:c.json", pointer: "" },
  }));
  const text = mutationAnnotations({ ...REPORT, mutants }, String);
  expect(text.match(/::warning/g)).toHaveLength(10);
  expect(text).toContain("file=a%2Cb%3Ac.json,");
  expect(text).toContain("::notice title=kmsward::3 more warnings, in the log and the job summary");
});

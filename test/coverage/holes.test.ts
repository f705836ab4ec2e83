import { expect, test } from "vitest";
import { holesOf } from "../../src/coverage/holes.ts";
import { cover, QUESTIONS, sampleReport, sampleWorld } from "./covered.ts";

const told = (report: ReturnType<typeof sampleReport>, all = false) =>
  holesOf(report, { all }).map(({ policy, item, message }) => `${policy.file}:${item.line} ${message}`);

test("a Deny that never denied comes first, then what never allowed, then what no test needs", () => {
  expect(told(sampleReport())).toEqual([
    "orders.json:33 no test shows that DenyOutsideOrg denies anything: whoever asked, it did not apply",
    "orders.json:44 no test shows that AllowAuditors allows anything: none asks for its action on its resource",
    "world.yaml:14 no test shows that the grant unused allows anything: none asks for its action on its resource",
    "orders.json:37 no test needs the exception kms:DescribeKey of DenyOutsideOrg",
    "orders.json:37 no test needs the exception kms:ListAliases of DenyOutsideOrg",
    "orders.json:15 no test needs the principal arn:aws:iam::111122223333:role/exporter of AllowAppUse",
    "orders.json:20 no test needs the action kms:DescribeKey of AllowAppUse",
    "world.yaml:11 no test needs the operation RetireGrant of the grant nightly-export",
    "world.yaml:23 no test needs the action kms:ReEncrypt* of #0",
  ]);
});

test("a condition that is never seen to fail is a hole, and so is one only seen unknown", () => {
  const conditions = (questions: typeof QUESTIONS) =>
    told(cover(sampleWorld(), questions)).filter((hole) => hole.includes("never seen to fail"));
  expect(conditions(QUESTIONS.slice(0, 1))).toEqual([
    "orders.json:24 StringEquals kms:EncryptionContext:tenant of AllowAppUse was never seen to fail: without it every answer would be the same",
    "orders.json:26 StringLike kms:ViaService of AllowAppUse was never seen to fail: without it every answer would be the same",
  ]);
  const { encryptionContext: _, ...rest } = QUESTIONS[0] as (typeof QUESTIONS)[number];
  expect(conditions([...QUESTIONS.slice(0, 1), { ...rest, unknown: ["kms:EncryptionContextKeys"] }])).toContain(
    "orders.json:24 StringEquals kms:EncryptionContext:tenant of AllowAppUse was never seen to fail: where it did not hold it was unknown",
  );
});

test("policies that no test touches are holes when they count", () => {
  expect(told(sampleReport()).filter((hole) => hole.startsWith("idle"))).toEqual([]);
  expect(told(sampleReport(), true).filter((hole) => hole.startsWith("idle"))).toEqual([
    "idle.json:1 no test shows that #0 allows anything: none asks for its action on its resource",
  ]);
});

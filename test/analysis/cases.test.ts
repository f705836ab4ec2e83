import { expect, test } from "vitest";
import { ofAllCases } from "../../src/analysis/cases.ts";
import { compare } from "../../src/analysis/compare.ts";
import { allow, KEY, roleIn, worldOf } from "../world/worlds.ts";

const world = (...roles: readonly string[]) =>
  worldOf({ keys: { orders: { arn: KEY, policy: allow("kms:Decrypt", { Principal: { AWS: roles.map((name) => roleIn(name)) } }) } } });
const options = { actions: ["kms:Decrypt"], unlisted: "nothing" } as const;

test("what changes in all cases is said once, what changes in some with the cases", () => {
  const comparison = ofAllCases([
    { text: "Env is prod", comparison: compare(world("app"), world("app", "both", "prod"), options) },
    { text: "Env is not prod", comparison: compare(world("app"), world("app", "both"), options) },
  ]);
  const of = (name: string) => comparison.changes.find(({ who }) => who.arn === roleIn(name));
  expect(comparison.verdict).toBe("wider");
  expect(of("both")).not.toHaveProperty("if");
  expect(of("prod")?.if).toEqual(["Env is prod"]);
  const once = compare(world("app"), world("app", "prod"), options).changes[0]?.fingerprint;
  expect(of("prod")?.fingerprint).not.toBe(once);
});

test("nothing is narrower or equal where one case could not be decided", () => {
  const unknown = { ...compare(world("app"), world("app"), options), verdict: "unknown" as const };
  const lost = compare(world("app"), world("other"), options);
  expect(
    ofAllCases([
      { text: "a", comparison: unknown },
      { text: "b", comparison: compare(world("app"), world("app"), options) },
    ]).verdict,
  ).toBe("unknown");
  expect(
    ofAllCases([
      { text: "a", comparison: lost },
      { text: "b", comparison: lost },
    ]).verdict,
  ).toBe("changed");
});

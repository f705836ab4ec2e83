import { describe, expect, test } from "vitest";
import { check } from "../../../src/analysis.ts";
import { loadWorld } from "../../../src/index.ts";
import { allow, codesOf, DELEGATION, HOME, PARTNER, role } from "./found.ts";

const checked = async (key: object, more: object = {}) => {
  const world = await loadWorld({ version: 1, account: HOME, region: "us-east-1", keys: { orders: key }, ...more } as Parameters<
    typeof loadWorld
  >[0]);
  return check(world, { rules: ["!KW707"] });
};
const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });

describe("what is not known", () => {
  test("a policy that was not read: nothing is said for certain, and what may be so", async () => {
    const findings = await checked({ policy: { unknown: "known after apply" }, rotation: true });
    expect(codesOf(findings)).toEqual(["note KW780"]);
    expect(findings[0]?.text).toMatch(/^possible: .*KW701.*; it depends on key policy of orders/);
  });

  test("a principal that is a symbol: somebody may be let in, and what is written counts", async () => {
    const symbols = { symbols: { partner: { type: "role-arn", from: "aws_iam_role.partner.arn" } } };
    const open = allow({ AWS: { $symbol: "partner" } }, "kms:Decrypt");
    const findings = await checked({ policy: policy(DELEGATION, open, allow({ AWS: PARTNER }, "kms:Encrypt")), rotation: true }, symbols);
    expect(codesOf(findings)).toEqual(["note KW703", "note KW780", "note KW781"]);
  });

  test("nobody is locked out whose policy may say otherwise", async () => {
    const symbols = { symbols: { admin: { type: "role-arn", from: "aws_iam_role.admin.arn" } } };
    const findings = await checked({ policy: policy(allow({ AWS: { $symbol: "admin" } }, "kms:*")), rotation: true }, symbols);
    expect(codesOf(findings)).toEqual(["note KW780", "note KW781"]);
    expect(findings[0]?.text).toContain("KW730");
  });

  test("facts of the key: rules about them are silent", async () => {
    expect(codesOf(await checked({ unknown: ["rotation"] }))).toEqual([]);
    expect(codesOf(await checked({ unknown: ["spec"], policy: policy(DELEGATION, allow(role("app"), "kms:Sign")) }))).toEqual([]);
    expect(codesOf(await checked({ unknown: ["state"], rotation: true }))).toEqual([]);
  });

  test("lists that may be longer: said once, whatever keys there are", async () => {
    const knows = {
      principals: "some",
      policies: "some",
      grants: "some",
      keys: "some",
      serviceControl: "some",
      resourceControl: "some",
      endpoints: "some",
    };
    const findings = await checked({ rotation: true }, { knows });
    expect(codesOf(findings)).toEqual(["note KW780"]);
    expect(findings[0]?.text).toContain("grants of orders");
  });
});

describe("who is meant to have to do with keys, as the world declares it", () => {
  const statements = policy(DELEGATION, allow({ AWS: PARTNER }, "kms:Decrypt"), allow(role("tagger"), "kms:Put*"));

  test("nobody said", async () => {
    expect(codesOf(await checked({ policy: statements, rotation: true }))).toEqual(["note KW703", "note KW721"]);
  });

  test("for the whole world, and more for a key", async () => {
    const declared = { trust: {}, administrators: [] };
    expect(codesOf(await checked({ policy: statements, rotation: true }, declared))).toEqual(["error KW703", "error KW721"]);
    const more = { trust: { accounts: [PARTNER] }, administrators: [`arn:aws:iam::${HOME}:role/tag*`] };
    expect(codesOf(await checked({ policy: statements, rotation: true, ...more }, declared))).toEqual([]);
  });
});

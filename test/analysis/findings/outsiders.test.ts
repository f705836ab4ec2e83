import { describe, expect, test } from "vitest";
import { allow, codesOf, DELEGATION, deny, find, HOME, PARTNER, ROOT, role } from "./found.ts";

const CALLER = { StringEquals: { "kms:CallerAccount": HOME } };

describe("everybody", () => {
  test.each([
    ["use without a condition", allow("*", "kms:Decrypt"), "error KW701"],
    ["the same by AWS", allow({ AWS: "*" }, ["kms:Decrypt", "kms:Encrypt"]), "error KW701"],
    ["bound by a fact of the key only", allow("*", "kms:Decrypt", { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } }), "error KW701"],
    [
      "bound by a negation that strangers meet",
      allow("*", "kms:Decrypt", { StringNotEquals: { "kms:EncryptionContext:env": "prod" } }),
      "error KW701",
    ],
    ["grants", allow("*", "kms:CreateGrant"), "error KW702"],
    ["reading", allow("*", "kms:DescribeKey"), "warning KW702"],
    ["the public key, which is often meant", allow("*", "kms:GetPublicKey"), "note KW702"],
    ["administration by all of the own account", allow("*", "kms:PutKeyPolicy", CALLER), "error KW702"],
    ["what the caller chooses", allow("*", "kms:Decrypt", { StringEquals: { "kms:EncryptionContext:app": "x" } }), "error KW710"],
    ["a tag that anybody gives himself", allow("*", "kms:Decrypt", { StringEquals: { "aws:PrincipalTag/team": "a" } }), "error KW710"],
    ["a network", allow("*", "kms:Decrypt", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }), "note KW710"],
    ["a network that is most of them", allow("*", "kms:Decrypt", { IpAddress: { "aws:SourceIp": "0.0.0.0/1" } }), "warning KW710"],
    [
      "a pattern without account",
      allow("*", "kms:Decrypt", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } }),
      "error KW711",
    ],
    [
      "a service, from any account",
      allow("*", "kms:Decrypt", { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }),
      "error KW712",
    ],
  ])("%s", async (_, statement, expected) => {
    const findings = await find([DELEGATION, statement]);
    expect(codesOf(findings).filter((one) => !one.startsWith("note KW74"))).toContain(expected);
    for (const { code, witness } of findings) if (/KW7[01]/.test(code)) expect(witness?.outcome).toBe("allowed");
  });

  test.each([
    ["bound by the account", allow("*", "kms:Decrypt", { StringEquals: { "KMS:calleraccount": HOME } })],
    [
      "bound by account and service",
      allow("*", ["kms:Decrypt", "kms:CreateGrant"], {
        StringEquals: { "kms:CallerAccount": HOME, "kms:ViaService": "s3.us-east-1.amazonaws.com" },
      }),
    ],
    ["a pattern with the own account", allow("*", "kms:Decrypt", { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/*` } })],
    ["in a Deny", deny("*", "kms:ScheduleKeyDeletion")],
    ["of what never works from outside", allow("*", "kms:GetKeyPolicy")],
    ["the account itself", allow(ROOT, "kms:*")],
  ])("nothing of %s", async (_, statement) => {
    expect(codesOf(await find([DELEGATION, statement])).filter((one) => !one.startsWith("note"))).toEqual([]);
  });

  test("denied to everybody else, nothing is said", async () => {
    const others = deny("*", "kms:*", { StringNotEquals: { "aws:PrincipalAccount": HOME } });
    expect(codesOf(await find([DELEGATION, allow("*", "kms:Decrypt"), others])).filter((one) => one.includes("KW70"))).toEqual([]);
  });
});

describe("other accounts", () => {
  const shared = [DELEGATION, allow({ AWS: PARTNER }, "kms:Decrypt")];
  const named = [DELEGATION, allow(role("reader", PARTNER), "kms:Decrypt")];

  test("are noted where nobody said who is trusted", async () => {
    expect(codesOf(await find(shared))).toEqual(["note KW703"]);
    expect(codesOf(await find(named))).toEqual(["note KW704"]);
  });

  test("are told where they are not trusted, and not where they are", async () => {
    expect(codesOf(await find(shared, { trust: {} }))).toEqual(["error KW703"]);
    expect(codesOf(await find(named, { trust: {} }))).toEqual(["warning KW704"]);
    expect(await find(shared, { trust: { accounts: [PARTNER] } })).toEqual([]);
    expect(await find(named, { trust: { principals: [role("reader", PARTNER).AWS] } })).toEqual([]);
    expect(codesOf(await find(shared, { trust: { principals: [role("reader", PARTNER).AWS] } }))).toEqual(["error KW703"]);
  });

  test("an organization is one finding, by its id", async () => {
    const statements = [DELEGATION, allow("*", "kms:Decrypt", { StringEquals: { "aws:PrincipalOrgID": "o-partner123" } })];
    const [finding, ...more] = await find(statements, { trust: {} });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "KW703", severity: "error", text: expect.stringContaining("organization o-partner123") });
    expect(await find(statements, { trust: { organizations: ["o-partner123"] } })).toEqual([]);
  });

  test("by a grant too", async () => {
    const grant = { name: "lent", grantee: role("reader", PARTNER).AWS, operations: ["Decrypt", "RetireGrant"] };
    expect(await find([DELEGATION], { trust: {} }, {}, { grants: [grant] })).toMatchObject([
      { code: "KW704", text: expect.stringContaining("grant lent") },
    ]);
  });
});

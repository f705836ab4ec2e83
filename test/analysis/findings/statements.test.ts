import { describe, expect, test } from "vitest";
import { allow, codesOf, DELEGATION, deny, find, PARTNER, role } from "./found.ts";

const app = role("app");

describe("dead", () => {
  test.each([
    ["conditions that exclude each other", allow(app, "kms:Decrypt", { StringEquals: { "aws:PrincipalAccount": PARTNER } }), "note KW740"],
    ["a key that is never sent with it", allow(app, "kms:Decrypt", { StringEquals: { "kms:GranteePrincipal": "x" } }), "note KW740"],
    ["an action that there is not", allow(app, "kms:ReEncrypt"), "note KW740"],
    ["what never works from another account", allow(role("partner", PARTNER), "kms:PutKeyPolicy"), "note KW740"],
    ["operations of other keys", allow(app, "kms:Sign"), "note KW740"],
    [
      "a Deny that never sees its key",
      deny("*", "kms:ScheduleKeyDeletion", { StringEquals: { "kms:EncryptionContext:a": "b" } }),
      "error KW752",
    ],
    ["a Deny that never matches", deny(app, "kms:Decrypt", { StringEquals: { "aws:PrincipalAccount": PARTNER } }), "error KW740"],
  ])("%s", async (_, statement, expected) => {
    expect(codesOf(await find([DELEGATION, statement]))).toEqual([expected]);
  });

  test.each([
    ["a list of which one action works", allow(app, ["kms:ReEncrypt", "kms:Decrypt"])],
    ["policy variables", allow(app, "kms:Decrypt", { StringEquals: { "kms:EncryptionContext:tenant": "${aws:PrincipalTag/tenant}" } })],
    ["a Deny with a negated operator", deny("*", "kms:ScheduleKeyDeletion", { StringNotEquals: { "kms:EncryptionContext:a": "b" } })],
    ["a Deny of all, where one action has the key", deny(app, "kms:*", { StringEquals: { "kms:EncryptionContext:a": "b" } })],
    ["a service", allow({ Service: "logs.us-east-1.amazonaws.com" }, "kms:Decrypt*")],
    [
      "grants for resources of a service",
      allow({ Service: "dnssec-route53.amazonaws.com" }, "kms:CreateGrant", { Bool: { "kms:GrantIsForAWSResource": "true" } }),
    ],
  ])("not %s", async (_, statement) => {
    expect(codesOf(await find([DELEGATION, statement])).filter((one) => one !== "note KW705")).toEqual([]);
  });
});

test("what is always denied", async () => {
  const findings = await find([DELEGATION, allow(app, "kms:Decrypt"), deny("*", "kms:Decrypt")]);
  expect(findings).toMatchObject([{ code: "KW741", text: "statement 2 of key policy allows nothing: whatever it matches is denied" }]);
  const exempt = deny("*", "kms:Decrypt", { StringNotEquals: { "kms:EncryptionContext:a": "b" } });
  expect(await find([DELEGATION, allow(app, "kms:Decrypt"), exempt])).toEqual([]);
});

describe("needless", () => {
  test("a principal named twice, and what names it already", async () => {
    const findings = await find([
      DELEGATION,
      { Sid: "one", ...allow(app, ["kms:Decrypt", "kms:Encrypt"]) },
      { Sid: "two", ...allow(app, "kms:Decrypt") },
    ]);
    expect(findings).toMatchObject([
      {
        code: "KW742",
        severity: "note",
        text: 'without statement "two" of key policy the same requests are allowed, by statement "one" of key policy',
      },
    ]);
  });

  test("of two alike, only one may go", async () => {
    expect((await find([DELEGATION, allow(app, "kms:Decrypt"), allow(app, "kms:Decrypt")])).length).toBe(1);
  });

  test("a grant of what the policy allows", async () => {
    const grant = { name: "again", grantee: app.AWS, operations: ["Decrypt"], retiring: app.AWS };
    expect(await find([DELEGATION, allow(app, "kms:Decrypt")], {}, {}, { grants: [grant] })).toMatchObject([
      { code: "KW742", text: expect.stringContaining("grant again") },
    ]);
    expect(await find([DELEGATION, allow(app, "kms:Encrypt")], {}, {}, { grants: [grant] })).toEqual([]);
  });

  test("not what only a condition makes different", async () => {
    const one = allow(app, "kms:Decrypt", { StringEquals: { "kms:EncryptionContext:a": "1" } });
    const two = allow(app, "kms:Decrypt", { StringEquals: { "kms:EncryptionContext:a": ["1", "2"] } });
    expect((await find([DELEGATION, one, two])).map(({ text }) => text)).toEqual([
      "without statement 2 of key policy the same requests are allowed, by statement 3 of key policy",
    ]);
  });
});

test("half a handshake: the other account is listed, and lets nobody", async () => {
  const more = { principals: { reader: { arn: role("reader", PARTNER).AWS } } };
  expect(await find([DELEGATION, allow(role("reader", PARTNER), "kms:Decrypt")], {}, more)).toMatchObject([
    { code: "KW746", severity: "warning" },
  ]);
});

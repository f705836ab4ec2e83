import { describe, expect, test } from "vitest";
import { allow, codesOf, DELEGATION, deny, find, HOME, PARTNER, role } from "./found.ts";

const app = role("app");

describe("grants for oneself", () => {
  test("two steps, each a request that the evaluator allows after those before it", async () => {
    const findings = await find([DELEGATION, allow(app, "kms:CreateGrant")]);
    expect(codesOf(findings)).toEqual(["error KW720"]);
    expect(findings[0]).toMatchObject({
      text: `role/app of ${HOME} can come to Decrypt with orders by a grant that it gives itself`,
      path: [
        {
          outcome: "allowed",
          request: { action: "kms:CreateGrant", context: { "kms:GranteePrincipal": app.AWS, "kms:GrantOperations": ["Decrypt"] } },
        },
        { outcome: "allowed", request: { action: "kms:Decrypt" } },
      ],
    });
  });

  test("by an identity policy too, and on a key that signs", async () => {
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:CreateGrant", Resource: "*" }] };
    const more = { principals: { app: { arn: app.AWS, policies: [policy] } } };
    expect(codesOf(await find([DELEGATION], {}, more))).toEqual(["error KW720"]);
    expect(await find([DELEGATION], {}, more, { spec: "RSA_2048", usage: "SIGN_VERIFY" })).toMatchObject([
      { code: "KW720", text: expect.stringContaining("come to Sign") },
    ]);
  });

  test.each([
    ["for resources of services only", allow(app, "kms:CreateGrant", { Bool: { "kms:GrantIsForAWSResource": "true" } })],
    ["through a service", allow(app, "kms:CreateGrant", { StringEquals: { "kms:ViaService": "rds.us-east-1.amazonaws.com" } })],
    ["for somebody else", allow(app, "kms:CreateGrant", { StringEquals: { "kms:GranteePrincipal": role("other").AWS } })],
    [
      "of what gives no use",
      allow(app, "kms:CreateGrant", { "ForAllValues:StringEquals": { "kms:GrantOperations": ["DescribeKey", "Encrypt"] } }),
    ],
    ["to have what it has", allow(app, ["kms:CreateGrant", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"])],
  ])("not %s", async (_, statement) => {
    expect(codesOf(await find([DELEGATION, statement]))).toEqual([]);
  });

  test("not where the use is denied whatever grants there are", async () => {
    const denied = deny("*", ["kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"], { ArnEquals: { "aws:PrincipalArn": app.AWS } });
    expect(codesOf(await find([DELEGATION, allow(app, "kms:CreateGrant"), denied]))).toEqual([]);
  });

  test("of another account: noted, and told where it is not trusted", async () => {
    const statements = [DELEGATION, allow({ AWS: PARTNER }, "kms:CreateGrant")];
    expect(codesOf(await find(statements))).toEqual(["note KW703", "note KW720"]);
    expect(codesOf(await find(statements, { trust: {} }))).toEqual(["error KW703", "error KW720"]);
    expect(codesOf(await find(statements, { trust: { accounts: [PARTNER] } }))).toEqual(["note KW720"]);
  });
});

describe("who may write the key policy", () => {
  const statements = [DELEGATION, allow(role("key-admin"), "kms:Put*"), allow(role("tagger"), "kms:Put*")];

  test("is one note where nobody said who administers", async () => {
    expect(await find(statements)).toMatchObject([{ code: "KW721", severity: "note", text: expect.stringContaining("so can 1 more") }]);
  });

  test("is told of everybody else where somebody did", async () => {
    const findings = await find(statements, { administrators: [role("key-admin").AWS] });
    expect(findings).toMatchObject([{ code: "KW721", severity: "error", text: expect.stringContaining("role/tagger") }]);
    expect(findings[0]?.path?.map(({ request, outcome }) => [request.action, outcome])).toEqual([
      ["kms:PutKeyPolicy", "allowed"],
      ["kms:Decrypt", "allowed"],
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { allow, codesOf, DELEGATION, deny, find, HOME, role } from "./found.ts";

const admin = role("key-admin");

describe("locked out", () => {
  test.each([
    ["everybody is denied", [DELEGATION, deny("*", "kms:PutKeyPolicy")]],
    ["nobody is named", [allow(role("app"), "kms:Decrypt")]],
    ["only a service is", [allow({ Service: "s3.amazonaws.com" }, "kms:*")]],
    ["only another account is", [allow({ AWS: "444455556666" }, "kms:*")]],
  ])("%s", async (_, statements) => {
    expect(codesOf(await find(statements))).toContain("error KW730");
  });

  test.each([
    ["the account", [DELEGATION]],
    ["one role", [allow(admin, "kms:Put*")]],
    ["all but one are denied", [DELEGATION, deny("*", "kms:PutKeyPolicy", { ArnNotEquals: { "aws:PrincipalArn": admin.AWS } })]],
    ["with a second factor", [allow(admin, "kms:*", { Bool: { "aws:MultiFactorAuthPresent": "true" } })]],
  ])("not where %s may change it", async (_, statements) => {
    expect(codesOf(await find(statements))).not.toContain("error KW730");
  });

  test("one user keeps it", async () => {
    const statements = [allow({ AWS: `arn:aws:iam::${HOME}:user/alice` }, "kms:PutKeyPolicy")];
    expect(codesOf(await find(statements))).toContain("note KW731");
  });
});

test("everything for one principal, and both hands of one", async () => {
  expect(codesOf(await find([DELEGATION, allow(role("devops"), "kms:*")]))).toEqual(["warning KW708"]);
  expect(codesOf(await find([DELEGATION, allow(admin, ["kms:PutKeyPolicy", "kms:Decrypt"])]))).toContain("warning KW709");
  expect(codesOf(await find([DELEGATION, allow(admin, "kms:Put*"), allow(role("app"), "kms:Decrypt")]))).toEqual(["note KW721"]);
});

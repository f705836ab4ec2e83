import { expect, test } from "vitest";
import { allow, codesOf, DELEGATION, deny, find, HOME, role } from "./found.ts";

const app = role("app");
const alice = { AWS: `arn:aws:iam::${HOME}:user/alice` };

test.each([
  ["IfExists in an Allow", allow(app, "kms:Decrypt", { StringEqualsIfExists: { "kms:EncryptionContext:tenant": "t1" } }), "warning KW747"],
  ["a negation in an Allow", allow(app, "kms:Decrypt", { StringNotEquals: { "kms:EncryptionContext:env": "prod" } }), "warning KW748"],
  [
    "ForAllValues in an Allow",
    allow(app, "kms:Decrypt", { "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["tenant"] } }),
    "warning KW750",
  ],
])("%s lets in who leaves the key out", async (_, statement, expected) => {
  const findings = await find([DELEGATION, statement]);
  expect(codesOf(findings)).toEqual([expected]);
  expect(findings[0]?.witness?.outcome).toBe("allowed");
});

test.each([
  ["a key that is asked for", allow(app, "kms:Decrypt", { StringEquals: { "kms:EncryptionContext:tenant": "t1" } })],
  ["IfExists on a key that is always there", allow(app, "kms:Decrypt", { StringEqualsIfExists: { "kms:CallerAccount": HOME } })],
  [
    "ForAllValues beside the key itself",
    allow(app, "kms:Decrypt", {
      "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["tenant"] },
      StringEquals: { "kms:EncryptionContext:tenant": "t1" },
    }),
  ],
  [
    "a negation beside Null",
    allow(app, "kms:Decrypt", { StringNotEquals: { "kms:EncryptionContext:env": "prod" }, Null: { "kms:EncryptionContext:env": "false" } }),
  ],
])("nothing of %s", async (_, statement) => {
  expect(codesOf(await find([DELEGATION, statement]))).toEqual([]);
});

test("a Deny of who has no second factor, which a missing key opens", async () => {
  const of = (operator: string) => [
    DELEGATION,
    allow(alice, "kms:Decrypt"),
    deny("*", "kms:Decrypt", { [operator]: { "aws:MultiFactorAuthPresent": "false" } }),
  ];
  const findings = await find(of("Bool"));
  expect(codesOf(findings)).toEqual(["warning KW747"]);
  expect(findings[0]).toMatchObject({ help: expect.stringContaining("BoolIfExists"), witness: { outcome: "allowed" } });
  expect(codesOf(await find(of("BoolIfExists")))).toEqual([]);
});

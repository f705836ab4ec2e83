import { expect, test } from "vitest";
import { A, B, KEY, roleIn, toldOf, worldOf } from "./worlds.ts";

const worldWith = (...grants: object[]) => ({
  accounts: { partner: B },
  principals: { exporter: roleIn("exporter"), lambda: "lambda.amazonaws.com" },
  keys: { orders: { arn: KEY, grants } },
});

test("a grant is spelled as KMS spells it, its short names resolved", () => {
  const world = worldOf(
    worldWith(
      {
        name: "nightly",
        grantee: "exporter",
        operations: ["Decrypt"],
        constraints: { EncryptionContextSubset: { a: "b" } },
        retiring: "lambda",
        issuingAccount: "partner",
        token: "t",
      },
      { grantee: "lambda", operations: ["Encrypt"] },
    ),
  );
  expect(world.estate.keys[0]?.grants).toEqual([
    {
      GrantId: "nightly",
      Name: "nightly",
      KeyId: KEY,
      GranteePrincipal: roleIn("exporter"),
      Operations: ["Decrypt"],
      Constraints: { EncryptionContextSubset: { a: "b" } },
      RetiringServicePrincipal: "lambda.amazonaws.com",
      IssuingAccount: B,
      GrantToken: "t",
    },
    { GrantId: "orders-grant-2", KeyId: KEY, GranteeServicePrincipal: "lambda.amazonaws.com", Operations: ["Encrypt"] },
  ]);
});

test("it allows its grantee, as far as its constraint goes", () => {
  const world = worldOf(
    worldWith({ name: "nightly", grantee: "exporter", operations: ["Decrypt"], constraints: { EncryptionContextSubset: { a: "b" } } }),
  );
  const ask = (encryptionContext: Record<string, string>) =>
    world.authorize({ principal: "exporter", action: "kms:Decrypt", key: "orders", encryptionContext });
  expect(ask({ a: "b", c: "d" })).toMatchObject({ outcome: "allowed", by: [{ grant: "nightly" }] });
  expect(ask({ a: "c" }).outcome).toBe("implicitDeny");
});

// biome-ignore format: a table reads as a table
test.each([
  ["an operation that is none", { grantee: "exporter", operations: ["Decrpyt"] }, "at /keys/orders/grants/0/operations/0"],
  ["no operation", { grantee: "exporter", operations: [] }, "it allows no operation [KW406] | at /keys/orders/grants/0/operations"],
  ["two kinds of constraint", { grantee: "exporter", operations: ["Decrypt"], constraints: { EncryptionContextEquals: {}, EncryptionContextSubset: {} } }, "exclude each other [KW406] | at /keys/orders/grants/0/constraints"],
  ["a grantee that cannot be one", { grantee: KEY, operations: ["Decrypt"] }, "is not a principal that a grant can name [KW406] | at /keys/orders/grants/0/grantee"],
])("%s is told", (_, grant, expected) => expect(toldOf(worldWith(grant))).toContainEqual(expect.stringContaining(expected)));

test("two grants of one id are told", () => {
  const grant = { name: "x", grantee: A, operations: ["Decrypt"] };
  expect(toldOf(worldWith(grant, grant))).toEqual([
    expect.stringContaining("the key has two grants `x` [KW502] | at /keys/orders/grants/1"),
  ]);
});

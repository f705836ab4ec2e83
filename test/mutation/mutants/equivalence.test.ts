import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePolicy } from "../../../src/iam/parse/parse.ts";
import type { Policy, PolicyType } from "../../../src/iam/policy.ts";
import { formOf, isEquivalent } from "../../../src/mutation/mutants/equivalence.ts";
import { changedWorlds, listMutants } from "../../../src/mutation/mutate.ts";
import { fileOf, greenFiles } from "../mutation-worlds.ts";

const base = { Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" };

function policyOf(statements: readonly object[], type: PolicyType = "key-policy"): Policy {
  const { policy } = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: statements.map((one) => ({ ...base, ...one })) }), {
    type,
    name: "p",
  });
  if (policy === undefined) throw new Error("no policy");
  return policy;
}

const is = (key: string, value: unknown, operator = "StringEquals") => ({ Condition: { [operator]: { [key]: value } } });
const TENANT = "kms:EncryptionContext:tenant";

describe("two policies mean the same", () => {
  test.each<[string, readonly object[], readonly object[]]>([
    ["in another order, or said twice", [{}, { Action: "kms:Encrypt" }], [{ Action: ["kms:encrypt", "kms:Encrypt"] }, {}, {}]],
    ["with another Sid", [{ Sid: "A" }], [{ Sid: "B" }]],
    ["without a statement that never applies", [{}, { Action: [] }], [{}]],
    [
      "by ArnEquals or ArnLike",
      [is("aws:PrincipalArn", "arn:aws:iam::111122223333:role/a", "ArnEquals")],
      [is("aws:PrincipalArn", "arn:aws:iam::111122223333:role/a", "ArnLike")],
    ],
    ["with IfExists on a negated operator", [is(TENANT, "a", "StringNotEquals")], [is(TENANT, "a", "StringNotEqualsIfExists")]],
    ["in one statement or several", [{ Action: ["kms:Decrypt", "kms:Encrypt"] }], [{}, { Action: "kms:Encrypt" }]],
    ["by a pattern or by the actions it covers", [{ Action: "kms:DescribeK*" }], [{ Action: "kms:DescribeKey" }]],
    [
      "without an action that its condition is never sent with",
      [{ Action: ["kms:Decrypt", "kms:DescribeKey"], ...is(TENANT, "a") }],
      [is(TENANT, "a")],
    ],
    [
      "without a condition that always holds, as its key is never sent",
      [{ Action: "kms:DescribeKey" }],
      [{ Action: "kms:DescribeKey", ...is(TENANT, "a", "StringNotEquals") }],
    ],
    [
      "with IfExists where KMS fills in the value",
      [is("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT")],
      [is("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT", "StringEqualsIfExists")],
    ],
  ])("%s", (_, one, other) => expect(isEquivalent(policyOf(one), policyOf(other))).toBe(true));

  test.each<[string, readonly object[], readonly object[]]>([
    ["another effect", [{}], [{ Effect: "Deny" }]],
    ["another principal", [{}], [{ Principal: { AWS: "111122223333" } }]],
    ["an action more", [{}], [{ Action: ["kms:Decrypt", "kms:Encrypt"] }]],
    ["another condition", [is(TENANT, "a")], [is(TENANT, "b")]],
    ["IfExists", [is(TENANT, "a")], [is(TENANT, "a", "StringEqualsIfExists")]],
    ["IfExists on an empty list", [is(TENANT, [], "StringNotEquals")], [is(TENANT, [], "StringNotEqualsIfExists")]],
    ["ForAllValues", [is("aws:TagKeys", "a", "ForAnyValue:StringEquals")], [is("aws:TagKeys", "a", "ForAllValues:StringEquals")]],
    [
      "two conditions for one",
      [{ Condition: { StringEquals: { [TENANT]: "a", "aws:userid": "b" } } }],
      [is(TENANT, "a"), is("aws:userid", "b")],
    ],
    ["a key of no action of KMS that other services send", [{ Action: "*", ...is("aws:PrincipalTag/a", "b") }], [{ Action: "*" }]],
  ])("not with %s", (_, one, other) => expect(isEquivalent(policyOf(one), policyOf(other))).toBe(false));
});

test("policies of one form decide alike; so do those proven equivalent, in requests that AWS can send", () => {
  fc.assert(
    fc.property(greenFiles, (texts) => {
      const file = fileOf(texts);
      for (const { mutant, isSame } of listMutants([file.world], ({ type }) => type !== "grant")) {
        if (!isSame) continue;
        const derived = changedWorlds(mutant)(file.world);
        for (const { check } of file.cases)
          if (check.kind === "request")
            expect(derived?.authorize(check.question).outcome).toBe(file.world.authorize(check.question).outcome);
      }
    }),
    { numRuns: 20 },
  );
});

test("variables count where there are some", () => {
  const dated = (version: string) =>
    parsePolicy(JSON.stringify({ Version: version, Statement: { ...base, ...is(TENANT, "${aws:userid}") } }), {
      type: "key-policy",
      name: "p",
    }).policy as Policy;
  expect(formOf(dated("2008-10-17"))).not.toBe(formOf(dated("2012-10-17")));
});

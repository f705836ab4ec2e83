import { describe, expect, it } from "vitest";
import { comparePolicies, type PolicyDocument } from "../../src/analysis.ts";
import { InvalidWorldError, parsePolicy } from "../../src/index.ts";

const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });
const allow = (Action: string | readonly string[], Resource: string | readonly string[] = "*", more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const key = (id: string) => `arn:aws:kms:us-east-1:111122223333:key/${id}`;

describe("two identity policies", () => {
  const said = (before: PolicyDocument, after: PolicyDocument) =>
    comparePolicies(before, after, { type: "identity" }).changes.map(
      ({ direction, actions, key: { arn } }) => `${direction} ${actions.join()} ${arn}`,
    );

  it("are equal where they say the same", () => {
    const before = policy(allow(["kms:Decrypt", "kms:Encrypt"]));
    expect(comparePolicies(before, policy(allow("kms:encrypt"), allow("KMS:Decrypt")), { type: "identity" })).toMatchObject({
      verdict: "equal",
      undecided: [],
    });
  });

  it("differ on the keys that their resources tell apart", () => {
    expect(said(policy(allow("kms:Decrypt", key("a"))), policy(allow("kms:Decrypt", [key("a"), key("b")])))).toEqual([
      `gained kms:Decrypt ${key("b")}`,
    ]);
    expect(said(policy(allow("kms:Decrypt")), policy(allow("kms:Decrypt"), { ...allow("kms:*", key("b*")), Effect: "Deny" }))).toEqual([
      `lost kms:Decrypt ${key("b")}`,
    ]);
  });

  it("are read from their text, or read already", () => {
    const text = JSON.stringify(policy(allow("kms:Decrypt")));
    const parsed = parsePolicy(text, { type: "identity", name: "app" }).policy;
    expect(parsed).toBeDefined();
    expect(comparePolicies(text, parsed as NonNullable<typeof parsed>, { type: "identity" }).verdict).toBe("equal");
  });
});

it("two key policies are those of one key", () => {
  const of = (action: string) => policy({ ...allow(action), Principal: { AWS: "arn:aws:iam::444455556666:role/app" } });
  const { verdict, changes } = comparePolicies(of("kms:Decrypt"), of("kms:*"), { type: "key-policy", account: "111122223333" });
  expect(verdict).toBe("wider");
  expect(changes.map(({ severity, who }) => [severity, who.text])).toContainEqual(["cross-account", "role/app of 444455556666"]);
});

it("one that cannot be read is never taken for an empty one", () => {
  expect(() => comparePolicies(policy(allow("kms:Decrypt")), "{", { type: "identity" })).toThrow(InvalidWorldError);
  expect(() => comparePolicies(policy({ Effect: "Alow" }), policy(), { type: "key-policy" })).toThrow(InvalidWorldError);
});

import { describe, expect, it } from "vitest";
import { compare, whoCan } from "../../src/analysis.ts";
import { loadWorld } from "../../src/index.ts";

/** Classes of requests that are easily forgotten. */

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const APP = "arn:aws:iam::111122223333:role/app";

const worldOf = (statements: readonly object[], grants: readonly object[] = []) =>
  loadWorld({
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    keys: { orders: { arn: KEY, policy: { Version: "2012-10-17", Statement: statements }, grants } as never },
  });

const admin = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/admin" }, Action: "kms:*", Resource: "*" };
const statement = (Effect: string, Condition: object) => ({
  Effect,
  Principal: { AWS: APP },
  Action: "kms:Decrypt",
  Resource: "*",
  Condition,
});
const changesOf = ({ changes, undecided }: ReturnType<typeof compare>) => ({
  changes: changes.map(({ direction, actions, when }) => [direction, actions, when.flat().map(({ key, text }) => `${key} ${text}`)]),
  undecided,
});

describe("classes of requests", () => {
  it("has pairs of the encryption context that nothing but a grant asks for", async () => {
    const grant = (tenant: string) => ({
      grantee: APP,
      operations: ["Decrypt"],
      constraints: { EncryptionContextSubset: { tenant } },
    });
    const world = await worldOf([admin], [grant("t1")]);
    const { entries } = whoCan(world, { key: "orders", actions: ["kms:Decrypt"] });
    expect(entries.map(({ who }) => who.text)).toContain("role/app of 111122223333");
    expect(changesOf(compare(world, await worldOf([admin], [grant("t2")])))).toEqual({
      changes: [
        ["gained", ["kms:Decrypt"], ['kms:EncryptionContext:tenant is "t2"']],
        ["lost", ["kms:Decrypt"], ['kms:EncryptionContext:tenant is "t1"']],
      ],
      undecided: [],
    });
  });

  it("has every set of operations of a new grant that an existing grant may or may not cover", async () => {
    const grant = (...operations: readonly string[]) => ({ grantee: APP, operations: ["CreateGrant", ...operations] });
    const before = await worldOf([admin], [grant("Decrypt")]);
    const { changes, undecided } = compare(before, await worldOf([admin], [grant("Encrypt")]), { actions: ["kms:CreateGrant"] });
    expect(undecided).toEqual([]);
    expect(changes.map(({ direction, witness }) => [direction, witness.request.context?.["kms:GrantOperations"]])).toEqual([
      ["gained", ["Encrypt"]],
      ["lost", ["Decrypt"]],
    ]);
  });

  it("has requests without an address: those through an endpoint", async () => {
    const before = await worldOf([admin, statement("Allow", { IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" } })]);
    const after = await worldOf([admin, statement("Allow", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } })]);
    expect(changesOf(compare(before, after))).toEqual({
      changes: [["lost", ["kms:Decrypt"], ["aws:SourceIp is absent"]]],
      undecided: [],
    });
  });

  it("has every set of values of a key that a policy variable is compared with", async () => {
    const tagged = (operator: string) => ({
      ...statement("Allow", { [operator]: { "aws:TagKeys": ["${aws:PrincipalTag/team}", "fixed"] } }),
      Action: "kms:TagResource",
    });
    const before = await worldOf([admin, tagged("ForAllValues:StringEquals")]);
    const after = await worldOf([admin, tagged("ForAnyValue:StringEquals")]);
    const { changes, undecided } = compare(before, after, { actions: ["kms:TagResource"] });
    expect(undecided).toEqual([]);
    expect(changes.map(({ direction, witness }) => [direction, [witness.request.context?.["aws:TagKeys"]].flat().length])).toEqual([
      ["gained", 2],
    ]);
  });
});

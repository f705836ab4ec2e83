import { describe, expect, it } from "vitest";
import { OPERATOR_NAMES } from "../../../src/iam/operators.ts";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { parsed, policyWith, saidOf } from "../parsing.ts";

const at = "/Statement/0/Condition";

describe("operators", () => {
  it.each(OPERATOR_NAMES)("%s is known, with its set operators and IfExists", (name) => {
    const value = /^Numeric|^Date/.test(name) ? "1733000000" : /^(Bool|Null)/.test(name) ? "true" : /Ip/.test(name) ? "10.0.0.0/8" : "AAAA";
    for (const operator of [name, `ForAnyValue:${name}`, `ForAllValues:${name}`]) {
      const warned = name === "Null" && operator !== name ? [`warning KW314 ${at}/${operator}`] : [];
      expect(saidOf("identity", { Condition: { [operator]: { "aws:x": value } } })).toEqual(warned);
      const withIfExists = saidOf("identity", { Condition: { [`${operator}IfExists`]: { "aws:x": value } } });
      expect(withIfExists).toEqual(name === "Null" ? [`error KW250 ${at}/${operator}IfExists`] : []);
    }
  });

  it.each([
    ["StringLikes", "did you mean `StringLike`?"],
    ["stringequals", "did you mean `StringEquals`?"],
    ["ForAnyValues:StringLikes", "did you mean `ForAnyValue:StringLike`?"],
    ["forallvalues:StringLikeifexists", "did you mean `ForAllValues:StringLikeIfExists`?"],
    ["NullIfExists", "`Null` tests whether the key exists: write `Null`"],
    ["Whatever", "operators are named exactly, as `StringEquals` or `ForAnyValue:StringLike`"],
  ])("%s is none", (operator, help) => {
    const { diagnostics, policy } = parsed("identity", policyWith("identity", { Condition: { [operator]: { "aws:x": "true" } } }));
    expect(diagnostics).toMatchObject([{ code: "KW250", severity: "error", at: { pointer: `${at}/${operator}` }, help }]);
    expect(policy).toBeUndefined();
  });

  it("an unknown one that tests nothing is stored by IAM, and no condition", () => {
    const { diagnostics, policy } = parsed("identity", policyWith("identity", { Condition: { Whatever: {} } }));
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning KW250", "warning KW309"]);
    expect(policy?.statements[0]?.conditions).toEqual([]);
  });
});

describe("keys and values", () => {
  it("are read one condition a key, scalars as their text", () => {
    const Condition = { Bool: { "kms:GrantIsForAWSResource": true }, NumericLessThan: { "aws:A": 1.5, "aws:B": ["1", "2"] } };
    expect(parsed("key-policy", policyWith("key-policy", { Condition })).policy?.statements[0]?.conditions).toMatchObject([
      { operator: "Bool", key: "kms:GrantIsForAWSResource", values: ["true"], at: { pointer: `${at}/Bool/kms:GrantIsForAWSResource` } },
      { operator: "NumericLessThan", key: "aws:A", values: ["1.5"] },
      { operator: "NumericLessThan", key: "aws:B", values: ["1", "2"] },
    ]);
  });

  it("keeps a number as it is written", () => {
    const text = policyWith("identity", { Condition: { NumericEquals: { "aws:A": 0 } } }).replace('"aws:A":0', '"aws:A":1.50');
    expect(parsed("identity", text).policy?.statements[0]?.conditions[0]?.values).toEqual(["1.50"]);
  });

  // biome-ignore format: a table reads as a table
  it.each<[condition: unknown, expected: readonly string[]]>([
    [{},                                                          [`warning KW309 ${at}`]],
    [{ StringEquals: {} },                                        [`warning KW309 ${at}/StringEquals`]],
    [{ StringEquals: { "a:b": [] } },                             [`warning KW309 ${at}/StringEquals/a:b`]],
    [[],                                                          [`error KW104 ${at}`]],
    [null,                                                        [`error KW104 ${at}`]],
    [{ StringEquals: "a:b" },                                     [`error KW104 ${at}/StringEquals`]],
    [{ StringEquals: { "a:b": null } },                           [`error KW104 ${at}/StringEquals/a:b`]],
    [{ StringEquals: { "a:b": ["x", ["y"]] } },                   [`error KW104 ${at}/StringEquals/a:b/1`]],
    [{ StringEquals: { "a:b": { c: "d" } } },                     [`error KW104 ${at}/StringEquals/a:b`]],
    [{ StringEquals: { "a:b": ["x", 5] } },                       [`error KW252 ${at}/StringEquals/a:b/1`]],
    [{ StringEquals: { "a:b": "x", "A:B": "y" } },                [`error KW253 ${at}/StringEquals/A:B`]],
    [{ StringEquals: { "a:b": "x" }, StringLike: { "A:B": "y" } }, []],
    [{ StringEquals: { PrincipalArn: "x" } },                     [`error KW254 ${at}/StringEquals/PrincipalArn`]],
    [{ StringEquals: { "": "x" } },                               [`error KW254 ${at}/StringEquals/`]],
    [{ StringEquals: { "aws:": "x" } },                           [`error KW254 ${at}/StringEquals/aws:`]],
    [{ StringEquals: { "oidc.eks.us-east-1.amazonaws.com/id/E:sub": "x", "kms:EncryptionContext:a b:c": "x" } }, []],
    [{ NumericEquals: { "a:b": "10abc" } },                       [`error KW251 ${at}/NumericEquals/a:b`]],
    [{ NumericEquals: { "a:b": "${aws:x}" } },                    [`error KW251 ${at}/NumericEquals/a:b`]],
    [{ DateLessThan: { "a:b": "tomorrow" } },                     [`error KW251 ${at}/DateLessThan/a:b`]],
    [{ DateLessThan: { "a:b": "2025" } },                         [`warning KW315 ${at}/DateLessThan/a:b`]],
    [{ DateLessThan: { "a:b": ["2025-01-01", "1733000000"] } },   []],
    [{ IpAddress: { "a:b": ["10.0.0.0/8", "10.0.0.0/33"] } },     [`error KW251 ${at}/IpAddress/a:b/1`]],
    [{ BinaryEquals: { "a:b": "!" } },                            [`error KW251 ${at}/BinaryEquals/a:b`]],
    [{ IpAddress: { "a:b": "2001:db8::5/64" } },                  [`error KW255 ${at}/IpAddress/a:b`]],
    [{ IpAddress: { "a:b": ["2001:db8::/64", "10.0.0.5/8"] } },   []],
    [{ IpAddress: { "a:b": "::ffff:192.0.2.1" } },                [`error KW251 ${at}/IpAddress/a:b`]],
    [{ Bool: { "a:b": "yes" } },                                  [`warning KW323 ${at}/Bool/a:b`]],
    [{ Bool: { "a:b": "${aws:x}" } },                             []],
    [{ Bool: { "a:b": ["true", "false"] } },                      [`warning KW316 ${at}/Bool/a:b`]],
    [{ Null: { "a:b": "yes" } },                                  [`warning KW323 ${at}/Null/a:b`]],
    [{ Null: { "a:b": [true, false] } },                          []],
    [{ StringLike: { "a:b": "${aws:username" } },                 [`error KW240 ${at}/StringLike/a:b`]],
    [{ ArnLike: { "a:b": "arn:aws:iam::1:role/${aws:x y}" } },    [`error KW240 ${at}/ArnLike/a:b`]],
    [{ "ForAllValues:Null": { "a:b": "true" } },                  [`warning KW314 ${at}/ForAllValues:Null`]],
  ])("%j", (Condition, expected) => expect(saidOf("identity", { Condition })).toEqual(expected));

  it("a network that holds no address is an error where IAM stores the policy, and else a warning", () => {
    const severityIn = (type: PolicyType) =>
      saidOf(type, { Condition: { NotIpAddress: { "aws:SourceIp": "2001:db8::5/64" } } })[0]?.split(" ")[0];
    const types: readonly PolicyType[] = [
      "identity",
      "boundary",
      "trust",
      "session",
      "service-control",
      "resource-control",
      "key-policy",
      "resource",
      "endpoint",
    ];
    expect(types.filter((type) => severityIn(type) === "error")).toEqual(["identity", "boundary", "trust"]);
    expect(types.filter((type) => severityIn(type) === "warning")).toHaveLength(6);
  });

  it("variables are text in an old policy, broken ones too", () => {
    const Condition = { StringLike: { "a:b": ["${aws:username}", "${"] } };
    for (const version of ["2008-10-17", ""]) {
      const text = policyWith("identity", { Condition }, version).replace('"Version":"",', "");
      const { diagnostics, policy } = parsed("identity", text);
      expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning KW310", "warning KW310"]);
      expect(policy?.version).toBe("2008-10-17");
    }
  });
});

describe("what AWS KMS refuses to store in a key policy", () => {
  // biome-ignore format: a table reads as a table
  it.each<[condition: Record<string, Record<string, string>>, code: string | undefined]>([
    [{ StringEquals: { "aws:ResourceTag/team": "a" } },                        "KW304"],
    [{ StringEquals: { "AWS:resourcetag/team": "a" } },                        "KW304"],
    [{ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/a" } },     "KW304"],
    [{ "ForAllValues:StringEquals": { "kms:EncryptionContext:tenant": "a" } }, "KW307"],
    [{ "ForAllValues:StringLike": { "AWS:RequestTag/team": "a" } },            "KW307"],
    [{ "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": "a" } },    undefined],
    [{ "ForAllValues:StringEquals": { "aws:TagKeys": "a" } },                  undefined],
    [{ "ForAnyValue:StringEquals": { "kms:EncryptionContext:tenant": "a" } },  undefined],
    [{ StringEquals: { "kms:EncryptionContext:tenant": "a" } },                undefined],
  ])("%j", (Condition, code) => {
    const [operator = "", keys = {}] = Object.entries(Condition)[0] ?? [];
    const pointer = `${at}/${operator}/${Object.keys(keys)[0]?.replace("/", "~1")}`;
    expect(saidOf("key-policy", { Condition })).toEqual(code === undefined ? [] : [`warning ${code} ${pointer}`]);
    expect(saidOf("identity", { Condition })).toEqual([]);
    expect(parsed("key-policy", policyWith("key-policy", { Condition })).policy).toBeDefined();
  });
});

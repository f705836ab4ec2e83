import { describe, expect, test } from "vitest";
import { compile } from "../../src/authz/compile.ts";
import { InvariantError } from "../../src/base/invariant.ts";
import type { PolicyType } from "../../src/iam/policy.ts";
import { matchesPattern } from "../../src/iam/wildcard.ts";
import { ALICE, allow, KEY, policy, to } from "./asking.ts";
import { parsed } from "./parts.ts";

const statement = (document: object, type: PolicyType = "identity") => compile(parsed(document, type)).statements[0]!;
const condition = (Condition: object, Version = "2012-10-17") => statement({ Version, Statement: [allow({ Condition })] }).conditions[0]!;
const resource = (Resource: string, type: PolicyType = "identity", Version = "2012-10-17") =>
  statement(
    {
      Version,
      Statement: [{ ...allow({ Action: "*" }), ...(type === "identity" || type === "boundary" ? {} : { Principal: "*" }), Resource }],
    },
    type,
  ).resource!.members[0]!;

test("a policy keeps its names and places: what is written is told as it is written", () => {
  const compiled = compile(parsed(policy(to(ALICE, { Sid: "Mine", Action: "KMS:Decrypt" })), "key-policy", "keys/app.json"));
  expect(compiled).toMatchObject({ type: "key-policy", name: "keys/app.json" });
  expect(compiled.statements[0]).toMatchObject({
    ref: { policy: "keys/app.json", statement: 0, sid: "Mine" },
    effect: "Allow",
    effective: true,
    principal: { mode: "only", members: [{ text: ALICE, pattern: { kind: "user", arn: ALICE } }] },
    action: { mode: "only", members: [{ text: "KMS:Decrypt", pattern: { kind: "exact", text: "kms:decrypt" } }] },
    resource: { mode: "only", members: [{ text: "*", pattern: { kind: "any" } }] },
    at: { pointer: "/Statement/0" },
  });
});

test("NotAction, NotResource and NotPrincipal are the same elements, of all but", () => {
  const { action, resource: resources } = statement(policy({ Effect: "Allow", NotAction: ["iam:*", "sts:*"], NotResource: KEY }));
  expect([action.mode, action.members.length, resources?.mode]).toEqual(["except", 2, "except"]);
  expect(
    statement(policy({ Effect: "Deny", NotPrincipal: { AWS: ALICE }, Action: "*", Resource: "*" }), "key-policy").principal?.mode,
  ).toBe("except");
});

describe("a key policy statement without Resource has no effect (KMS Developer Guide, key policies)", () => {
  const bare = { Effect: "Allow", Principal: { AWS: ALICE }, Action: "kms:Decrypt" };

  test("nor has one without Action; elsewhere a statement without Resource is about all", () => {
    expect(statement(policy(bare), "key-policy").effective).toBe(false);
    expect(statement(policy({ Effect: "Allow", Principal: { AWS: ALICE }, Resource: "*" }), "key-policy")).toMatchObject({
      effective: false,
      action: { members: [] },
    });
    expect(statement(policy({ ...bare, Action: "sts:AssumeRole" }), "trust")).toMatchObject({ effective: true, resource: undefined });
  });
});

describe("a Resource ARN (IAM User Guide, Resource element; Amazon Resource Names)", () => {
  const matches = (text: string, arn: string, type?: PolicyType) => {
    const { pattern } = resource(text, type);
    return pattern !== undefined && matchesPattern(pattern, arn);
  };

  // biome-ignore format: a table reads as a table
  test.each([
    ["arn:aws:kms", KEY, "identity", true], // of fewer than six fields: the rest is anything
    ["arn:aws:kms:us-east-1", KEY, "boundary", true],
    ["arn:aws:kms:eu-west-1", KEY, "identity", false],
    ["arn:aws:kms:*:*:key/*", KEY, "identity", true],
    ["arn:aws:kms:us-*-1:*:key/*", KEY, "identity", true],
  ] as const)("%s matches %s in a policy of type %s: %s", (text, arn, type, expected) => expect(matches(text, arn, type)).toBe(expected));

  test("of fewer than six fields is completed in identity policies and boundaries only", () => {
    expect(matches("arn:aws:kms:us-east-1:111122223333:*", KEY, "key-policy")).toBe(true);
    expect(statement(policy({ ...to(ALICE), Resource: "*" }), "key-policy").resource?.members[0]?.pattern).toEqual({ kind: "any" });
  });

  test("has variables behind the fifth colon only, and only in Version 2012-10-17", () => {
    const text = "arn:aws:s3:::${aws:username}/*";
    expect(resource(text)).toMatchObject({
      text,
      pattern: undefined,
      template: [{ text: "arn:aws:s3:::" }, { kind: "variable", key: "aws:username" }, { text: "/*" }],
    });
    expect(matches("arn:aws:s3:::${*}", "arn:aws:s3:::*")).toBe(true);
    expect(matches("arn:aws:s3:::${*}", "arn:aws:s3:::a")).toBe(false); // ${*} is a star, not a wildcard
    expect(resource(text, "identity", "2008-10-17")).not.toHaveProperty("template");
  });
});

describe("a condition", () => {
  test("is its operator taken apart, its key in lower case, its values as the operator reads them", () => {
    expect(condition({ "ForAnyValue:StringNotLikeIfExists": { "aws:TagKeys": ["a*", "b"] } })).toMatchObject({
      operator: "ForAnyValue:StringNotLikeIfExists",
      quantifier: "for-any-value",
      base: "StringLike",
      negated: true,
      ifExists: true,
      key: "aws:TagKeys",
      name: "aws:tagkeys",
      values: ["a*", "b"],
      hasTemplates: false,
    });
  });

  test.each([
    [{ StringEquals: { "aws:username": "a" } }, { prepared: "a" }],
    [{ Null: { "aws:username": "TRUE" } }, { prepared: true }],
    [{ Null: { "aws:username": "yes" } }, { prepared: false }],
    [{ StringEquals: { "aws:username": "${aws:PrincipalTag/n}" } }, { template: [{ kind: "variable", key: "aws:principaltag/n" }] }],
    [{ StringEquals: { "aws:username": "${*}" } }, { prepared: "*" }],
  ])("%j has the operand %j", (document, operand) => {
    expect(condition(document).operands[0]).toMatchObject(operand);
  });

  test("has variables in Version 2012-10-17 only, and with operators that take them", () => {
    const variable = { StringEquals: { "aws:username": "${aws:PrincipalTag/n}" } };
    expect(condition(variable).hasTemplates).toBe(true);
    expect(condition(variable, "2008-10-17")).toMatchObject({ hasTemplates: false, operands: [{ prepared: "${aws:PrincipalTag/n}" }] });
  });

  test("of an operator that nobody knows is a bug: the parser lets none through", () => {
    const read = parsed(policy(allow({ Condition: { StringEquals: { "aws:username": "a" } } })), "identity");
    const [first] = read.statements;
    const broken = { ...read, statements: [{ ...first!, conditions: [{ ...first!.conditions[0]!, operator: "StringEqual" }] }] };
    expect(() => compile(broken)).toThrow(InvariantError);
  });
});

import { describe, expect, test } from "vitest";
import { parseOperatorName } from "../../../src/iam/operators.ts";
import {
  conditionsOf,
  dropCondition,
  negateCondition,
  operatorText,
  titleOf,
  toggleIfExists,
  toggleSetOperator,
  underOperator,
} from "../../../src/mutation/mutants/conditions.ts";
import { made, said, siteOf } from "./sites.ts";

const [A, B] = ["kms:EncryptionContext:a", "kms:EncryptionContext:b"];
const of = (mutator: typeof dropCondition, Condition: object) => {
  const site = siteOf({ Condition });
  return made(site, mutator(site), "Condition");
};

test("the conditions of a statement are its keys, operator by operator", () => {
  const found = conditionsOf(siteOf({ Condition: { StringEquals: { [A]: ["x", "y"], [B]: "z" }, Bool: { "aws:SecureTransport": true } } }));
  expect(found.map((one) => [one.operator.name, one.key.name, one.operands.map(({ value }) => value)])).toEqual([
    ["StringEquals", A, ["x", "y"]],
    ["StringEquals", B, ["z"]],
    ["Bool", "aws:SecureTransport", ["true"]],
  ]);
  expect(found.map(titleOf)[0]).toBe(`\`StringEquals\` on \`${A}\``);
  expect(conditionsOf(siteOf({}))).toEqual([]);
});

describe("a condition is taken out with what it leaves empty", () => {
  test("its key, its operator, or all of Condition", () => {
    expect(of(dropCondition, { StringEquals: { [A]: "x", [B]: "y" } })).toEqual([
      { StringEquals: { [B]: "y" } },
      { StringEquals: { [A]: "x" } },
    ]);
    expect(of(dropCondition, { StringEquals: { [A]: "x" }, StringLike: { [B]: "y" } })).toEqual([
      { StringLike: { [B]: "y" } },
      { StringEquals: { [A]: "x" } },
    ]);
    expect(of(dropCondition, { StringEquals: { [A]: "x" } })).toEqual([undefined]);
  });

  test("and is said by its operator and its key", () => {
    expect(said(dropCondition(siteOf({ Condition: { StringEquals: { [A]: "x" } } })))).toEqual([
      `without the condition \`StringEquals\` on \`${A}\``,
    ]);
  });
});

describe("the opposite is wanted", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["StringEquals", "StringNotEquals"],
    ["StringNotEqualsIgnoreCase", "StringEqualsIgnoreCase"],
    ["ForAnyValue:StringLike", "ForAnyValue:StringNotLike"],
    ["ArnLikeIfExists", "ArnNotLikeIfExists"],
  ])("%s → %s", (operator, opposite) => {
    expect(of(negateCondition, { [operator]: { "aws:PrincipalArn": "arn:aws:iam::*:role/a" } })).toEqual([{ [opposite]: { "aws:PrincipalArn": "arn:aws:iam::*:role/a" } }]);
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["NumericLessThan", "NumericGreaterThanEquals"], ["NumericGreaterThan", "NumericLessThanEquals"],
    ["NumericEquals", "NumericNotEquals"],
  ])("of an order by the order that has all the rest: %s → %s", (operator, opposite) => {
    expect(of(negateCondition, { [operator]: { "aws:MultiFactorAuthAge": "60" } })).toEqual([{ [opposite]: { "aws:MultiFactorAuthAge": "60" } }]);
    expect(of(negateCondition, { [opposite]: { "aws:MultiFactorAuthAge": "60" } })).toEqual([{ [operator]: { "aws:MultiFactorAuthAge": "60" } }]);
  });

  test("of Bool and Null by the other value, written as it was", () => {
    expect(of(negateCondition, { Bool: { "aws:SecureTransport": "true" } })).toEqual([{ Bool: { "aws:SecureTransport": "false" } }]);
    expect(of(negateCondition, { Null: { "aws:userid": false } })).toEqual([{ Null: { "aws:userid": true } }]);
  });
});

test("IfExists is added or taken away, but for Null, which has none", () => {
  expect(of(toggleIfExists, { StringEquals: { [A]: "x" } })).toEqual([{ StringEqualsIfExists: { [A]: "x" } }]);
  expect(of(toggleIfExists, { "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": "x" } })).toEqual([
    { "ForAnyValue:StringLike": { "aws:TagKeys": "x" } },
  ]);
  expect(of(toggleIfExists, { Null: { [A]: "true" } })).toEqual([]);
});

test("ForAllValues becomes ForAnyValue, and the reverse", () => {
  expect(of(toggleSetOperator, { "ForAllValues:StringEquals": { "aws:TagKeys": "x" } })).toEqual([
    { "ForAnyValue:StringEquals": { "aws:TagKeys": "x" } },
  ]);
  expect(of(toggleSetOperator, { "ForAnyValue:StringEquals": { "aws:TagKeys": "x" } })).toEqual([
    { "ForAllValues:StringEquals": { "aws:TagKeys": "x" } },
  ]);
  expect(of(toggleSetOperator, { StringEquals: { [A]: "x" } })).toEqual([]);
});

describe("a key goes under another operator", () => {
  const under = (Condition: object, operator: string, value?: string) => {
    const site = siteOf({ Condition });
    const draft = underOperator(conditionsOf(site)[0]!, operator, value);
    return draft && made(site, [draft], "Condition")[0];
  };

  // biome-ignore format: a table reads as a table
  test.each<[string, object, string, string | undefined, object | undefined]>([
    ["its own is renamed where it is alone", { StringEquals: { [A]: "x" } }, "StringLike", undefined, { StringLike: { [A]: "x" } }],
    ["with another value", { StringEquals: { [A]: "x" } }, "StringLike", '"*"', { StringLike: { [A]: "*" } }],
    ["a new one is made where it is not", { StringEquals: { [A]: "x", [B]: "y" } }, "StringLike", undefined, { StringEquals: { [B]: "y" }, StringLike: { [A]: "x" } }],
    ["one that is there takes it in", { StringEquals: { [A]: "x" }, StringLike: { [B]: "y" } }, "StringLike", undefined, { StringLike: { [B]: "y", [A]: "x" } }],
    ["but not where it has the key already, in any case", { StringEquals: { [A]: "x" }, StringLike: { [A.toUpperCase()]: "y" } }, "StringLike", undefined, undefined],
  ])("%s", (_, condition, operator, value, expected) => expect(under(condition, operator, value)).toEqual(expected));
});

test.each(["StringEquals", "ForAllValues:StringNotLikeIfExists", "Null", "ForAnyValue:Null", "DateLessThan", "NotIpAddress"])(
  "an operator that was taken apart is written as it was: %s",
  (operator) => {
    expect(operatorText(parseOperatorName(operator)!)).toBe(operator);
  },
);

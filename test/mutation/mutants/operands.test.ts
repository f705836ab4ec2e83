import { describe, expect, test } from "vitest";
import { anyOperand, dropOperand, narrowOperand, shiftBound, widenOperand } from "../../../src/mutation/mutants/operands.ts";
import { made, siteOf } from "./sites.ts";

type Values = string | number | readonly (string | number)[];
/** The values of the one condition, of each draft. */
const of = (mutator: typeof dropOperand, operator: string, key: string, values: Values) => {
  const site = siteOf({ Condition: { [operator]: { [key]: values } } });
  return made(site, mutator(site), "Condition").map((condition) => Object.values(Object.values(condition as object)[0] as object)[0]);
};
const TENANT = "kms:EncryptionContext:tenant";

test("one of several values is taken out", () => {
  expect(of(dropOperand, "StringEquals", TENANT, ["a", "b", "c"])).toEqual([
    ["b", "c"],
    ["a", "c"],
    ["a", "b"],
  ]);
  expect(of(dropOperand, "StringEquals", TENANT, ["a"])).toEqual([]);
  expect(of(dropOperand, "NumericEquals", "aws:MultiFactorAuthAge", [1, 2])).toEqual([[2], [1]]);
});

describe("a pattern begins earlier with its wildcard", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, string, string, readonly string[]]>([
    ["StringLike", TENANT, "orders-*", ["*"]],
    ["StringLike", TENANT, "team/orders/app-1", ["team/orders/app-*"]],
    ["StringLike", TENANT, "team/orders-*", ["team/*"]],
    ["StringLike", TENANT, "*", []],
    ["StringLike", TENANT, "${aws:username}-*", []], // a variable is no text to cut
    ["StringEquals", TENANT, "orders-*", []], // where a star is no wildcard
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/team/app", ["arn:aws:iam::111122223333:role/team/*"]],
    ["ArnEquals", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/*", ["arn:aws:iam::111122223333:*"]],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::111122223333:*", []], // what has less than six fields is no ARN
  ])("%s, %s: %j → %j", (operator, key, value, expected) => expect(of(widenOperand, operator, key, value)).toEqual(expected));
});

describe("a pattern loses the wildcard at its end", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, string, readonly string[]]>([
    ["StringLike", "orders-*", ["orders-"]],
    ["StringLike", "*", []],
    ["StringLike", "a**", []],
    ["StringLike", "a*b", []],
    ["StringEquals", "orders-*", []],
  ])("%s: %j → %j", (operator, value, expected) => expect(of(narrowOperand, operator, TENANT, value)).toEqual(expected));
});

describe("any value will do", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, string, Values, readonly unknown[]]>([
    ["StringEquals", TENANT, ["a", "b"], ["*"]],
    ["StringLike", TENANT, "a*", ["*"]],
    ["StringLike", TENANT, ["a", "*"], []],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/a", ["arn:*:*:*:*:*"]],
    ["IpAddress", "aws:SourceIp", "203.0.113.0/24", ["0.0.0.0/0"]],
    ["IpAddress", "aws:SourceIp", ["2001:db8::/32", "2001:db9::/32"], ["::/0"]],
    ["NumericLessThan", "aws:MultiFactorAuthAge", "60", []], // there is no such number
    ["Bool", "aws:SecureTransport", "true", []],
  ])("%s, %s: %j → %j", (operator, key, values, expected) => expect(of(anyOperand, operator, key, values)).toEqual(expected));
});

describe("a bound moves by one, either way", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, string, Values, readonly unknown[]]>([
    ["NumericLessThan", "aws:MultiFactorAuthAge", "60", ["61", "59"]],
    ["NumericLessThan", "aws:MultiFactorAuthAge", 60, [61, 59]], // a number stays a number
    ["NumericLessThan", "aws:MultiFactorAuthAge", "0.5", []],
    ["DateLessThan", "aws:CurrentTime", "2026-12-31", ["2027-01-01", "2026-12-30"]],
    ["DateLessThan", "aws:CurrentTime", "2026-12-31T23:00:00Z", ["2027-01-01T23:00:00Z", "2026-12-30T23:00:00Z"]],
    ["DateLessThan", "aws:EpochTime", "1800000000", ["1800086400", "1799913600"]],
    ["IpAddress", "aws:SourceIp", "203.0.113.0/24", ["203.0.112.0/23", "203.0.113.0/25"]],
    ["IpAddress", "aws:SourceIp", "203.0.113.7/32", ["203.0.113.6/31"]],
    ["IpAddress", "aws:SourceIp", "0.0.0.0/0", ["0.0.0.0/1"]],
    ["StringEquals", TENANT, "60", []],
  ])("%s, %s: %j → %j", (operator, key, values, expected) => expect(of(shiftBound, operator, key, values)).toEqual(expected));
});

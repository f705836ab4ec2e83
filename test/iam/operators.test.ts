import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOperand, OPERATOR_NAMES, OPERATORS, type OperatorBase, operatorOf, parseOperatorName } from "../../src/iam/operators.ts";
import { raw, type TemplatePart } from "../../src/iam/variables.ts";

const holdsOf = (base: OperatorBase, operand: readonly TemplatePart[], value: string): boolean => {
  const operator = operatorOf(base);
  const prepared = operator.prepare(operand);
  return prepared !== undefined && operator.test(value, prepared);
};
const holds = (base: OperatorBase, operand: string, value: string): boolean => holdsOf(base, [raw(operand)], value);

describe("the table", () => {
  // IAM User Guide, IAM JSON policy elements: Condition operators
  it("has every operator AWS documents, and no other", () => {
    expect([...OPERATOR_NAMES].sort()).toEqual([
      "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "BinaryEquals", "Bool",
      "DateEquals", "DateGreaterThan", "DateGreaterThanEquals", "DateLessThan", "DateLessThanEquals", "DateNotEquals",
      "IpAddress", "NotIpAddress", "Null",
      "NumericEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "NumericLessThan", "NumericLessThanEquals", "NumericNotEquals",
      "StringEquals", "StringEqualsIgnoreCase", "StringLike", "StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike",
    ]); // biome-ignore format: a list of names
  });

  // IAM User Guide, policy variables; of Bool its two pages say different things
  it("lets variables stand where text is compared", () => {
    const withVariables = Object.entries(OPERATORS).filter(([, { variables }]) => variables);
    expect(withVariables.map(([name]) => name)).toEqual([
      "StringEquals",
      "StringEqualsIgnoreCase",
      "StringLike",
      "Bool",
      "ArnEquals",
      "ArnLike",
    ]);
  });
});

describe("parseOperatorName", () => {
  it.each([
    ["StringEquals", { quantifier: "single", base: "StringEquals", negated: false, ifExists: false }],
    ["StringNotEqualsIfExists", { quantifier: "single", base: "StringEquals", negated: true, ifExists: true }],
    ["ForAllValues:StringNotLike", { quantifier: "for-all-values", base: "StringLike", negated: true, ifExists: false }],
    ["ForAnyValue:NotIpAddressIfExists", { quantifier: "for-any-value", base: "IpAddress", negated: true, ifExists: true }],
    ["ArnNotEquals", { quantifier: "single", base: "ArnEquals", negated: true, ifExists: false }],
    ["ForAllValues:Null", { quantifier: "for-all-values", base: "Null", negated: false, ifExists: false }],
    ["BinaryEqualsIfExists", { quantifier: "single", base: "BinaryEquals", negated: false, ifExists: true }],
  ])("takes %s apart", (name, expected) => expect(parseOperatorName(name)).toEqual(expected));

  it.each([
    "", "stringequals", "STRINGEQUALS", "StringEqual", "StringNotEqualsIfExistsIfExists", "IfExists", "NullIfExists", "ForAnyValue:NullIfExists", "NotNull",
    "ForAllValues:", "forallvalues:StringEquals", "ForAllValues:ForAnyValue:StringEquals", "ForAllValues StringEquals", "BoolNot", "NotBool",
    "NumericNotLessThan", "StringNotEqualsifexists", "StringLikeIgnoreCase", " StringEquals", "constructor", "__proto__", "toString",
  ])("knows no %j", (name) => expect(parseOperatorName(name)).toBeUndefined()); // biome-ignore format: a list of names

  it("reads each name that can be made of the parts", () => {
    for (const name of OPERATOR_NAMES) {
      for (const prefix of ["", "ForAllValues:", "ForAnyValue:"]) {
        expect(parseOperatorName(prefix + name), prefix + name).toBeDefined();
        expect(parseOperatorName(`${prefix}${name}IfExists`) === undefined, name).toBe(name === "Null");
      }
    }
  });
});

describe("text operators", () => {
  // IAM User Guide, string condition operators
  it.each([
    ["StringEquals", "a*", "a*", true],
    ["StringEquals", "a*", "ab", false], // no wildcards
    ["StringEquals", "Ab", "ab", false],
    ["StringEquals", "", "", true],
    ["StringEquals", "é", "e\u0301", false], // compared as written
    ["StringEqualsIgnoreCase", "MiXed", "mIxED", true],
    ["StringEqualsIgnoreCase", "a?", "ab", false],
    ["StringEqualsIgnoreCase", "kms", "\u212Ams", false], // the Kelvin sign is no "k"
    ["StringEqualsIgnoreCase", "É", "é", false], // ASCII letters only
    ["StringLike", "s3.*.amazonaws.com", "s3.us-east-1.amazonaws.com", true],
    ["StringLike", "a*", "A1", false],
    ["StringLike", "a", "ab", false],
    ["StringLike", "arn:aws:svc:*:111122223333:finance/*", "arn:aws:svc:us-east-2:999999999999:store/abc:111122223333:finance/x", true],
  ] as const)("%s %j on %j: %s", (base, operand, value, expected) => expect(holds(base, operand, value)).toBe(expected));
});

describe("ARN operators", () => {
  const ROLE = "arn:aws:iam::111122223333:role/team/app";

  // IAM User Guide, ARN condition operators: each of the six components is checked separately
  it.each([
    [ROLE, ROLE, true],
    ["arn:aws:iam::*:role/*", ROLE, true],
    ["arn:aws:iam::111122223333:role/app", ROLE, false],
    ["arn:*:iam::111122223333:role/*/app", ROLE, true],
    ["arn:aws:i?m::1111?222333?:role/team/app", ROLE, true],
    ["arn:aws:iam::111122223333:ROLE/team/app", ROLE, false],
    ["arn:aws:*:role/team/app", ROLE, false], // four components, not six
    ["arn:aws:iam:*", ROLE, false],
    ["*", ROLE, false],
    ["a*:aws:iam::111122223333:role/team/app", ROLE, true],
    ["arn:aws:svc:*:111122223333:finance/*", "arn:aws:svc:us-east-2:999999999999:store/abc:111122223333:finance/x", false], // StringLike would match
    ["arn:aws:svc:r:a:*", "arn:aws:svc:r:a:b:c:d", true], // the sixth keeps its colons
    ["arn:aws:svc:r:a:b?c", "arn:aws:svc:r:a:b:c", true],
    ["arn:aws:svc:r:a:*", "arn:aws:svc:r:a:", true],
    ["arn:aws:svc:r:a:*", "arn:aws:svc:r:a", false], // no ARN
    ["*:*:*:*:*:*", "111122223333:a:b:c:d:e", false], // nor is this one
    ["*:*:*:*:*:*", ROLE, true],
  ])("%s on %s: %s", (operand, value, expected) => {
    expect(holds("ArnLike", operand, value)).toBe(expected);
    expect(holds("ArnEquals", operand, value)).toBe(expected); // a classic trap: it takes wildcards too
  });

  const field = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 3 });
  const plain = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 });
  const six = (each: fc.Arbitrary<string>) => fc.tuple(...[1, 2, 3, 4, 5].map(() => each)).map((fields) => ["arn", ...fields]);

  it("match as StringLike does on every component", () => {
    fc.assert(
      fc.property(six(field), six(plain), (pattern, value) => {
        const each = pattern.every((part, i) => holds("StringLike", part, value[i] ?? ""));
        expect(holds("ArnLike", pattern.join(":"), value.join(":"))).toBe(each);
      }),
      { numRuns: 1_000 },
    );
  });

  it("take a colon of a variable's value as any other, also where it is a whole ARN", () => {
    const literal = (text: string): TemplatePart => ({ kind: "literal", text });
    expect(holdsOf("ArnLike", [literal(ROLE)], ROLE)).toBe(true);
    expect(holdsOf("ArnLike", [raw("arn:aws:iam::"), literal("111122223333:role/team"), raw("/*")], ROLE)).toBe(true);
    expect(
      holdsOf("ArnLike", [raw("arn:aws:iam::111122223333:role/"), literal("team:app")], "arn:aws:iam::111122223333:role/team:app"),
    ).toBe(true);
    expect(holdsOf("ArnLike", [literal("arn:aws:iam::*:role/*")], ROLE)).toBe(false); // its stars are no wildcards
  });
});

describe("numbers, dates, Booleans, bytes and addresses", () => {
  it.each([
    ["NumericEquals", "5", "5.0", true],
    ["NumericLessThan", "10", "9", true],
    ["NumericLessThan", "10", "10", false],
    ["NumericLessThanEquals", "10", "10.000", true],
    ["NumericGreaterThan", "9007199254740992", "9007199254740993", true],
    ["NumericGreaterThanEquals", "-1", "-1.5", false],
    ["NumericEquals", "5", "five", false],
    ["NumericLessThan", "5", "", false],
    ["NumericEquals", "?", "5", false], // no wildcards
    ["DateEquals", "2024-01-01T00:00:00Z", "1704067200", true], // a date or epoch seconds
    ["DateEquals", "2024-01-01", "2024-01-01T01:00:00+01:00", true],
    ["DateLessThan", "2024-01-01", "2023-12-31T23:59:59.999Z", true],
    ["DateGreaterThan", "2024-01-01", "2024-01-01", false],
    ["DateGreaterThanEquals", "2024-01-01", "2024-01-01", true],
    ["DateLessThanEquals", "2024-01-01", "soon", false],
    ["Bool", "true", "true", true],
    ["Bool", "TRUE", "true", true],
    ["Bool", "false", "true", false],
    ["Bool", "true", "1", false],
    ["Bool", "false", "", false],
    ["BinaryEquals", "QmFzZTY0", "QmFzZTY0", true],
    ["BinaryEquals", "QQ==", "QQ", true], // the bytes, not the text
    ["BinaryEquals", "QQ==", "Qg==", false],
    ["BinaryEquals", "QQ==", "A", false],
    ["IpAddress", "203.0.113.0/24", "203.0.113.255", true],
    ["IpAddress", "203.0.113.77/24", "203.0.113.1", true], // host bits do not count
    ["IpAddress", "203.0.113.0/24", "203.0.114.0", false],
    ["IpAddress", "203.0.113.7", "203.0.113.7", true],
    ["IpAddress", "2001:db8::/32", "2001:0DB8:0:0:1::", true],
    ["IpAddress", "2001:db8::1", "2001:db8:0:0:0:0:0:1", true],
    ["IpAddress", "0.0.0.0/0", "2001:db8::1", false], // never across families
    ["IpAddress", "::/0", "203.0.113.7", false],
    ["IpAddress", "203.0.113.0/24", "203.0.113.0/28", false], // the request has an address, not a range
    ["IpAddress", "203.0.113.0/24", "203.0.113", false],
    ["IpAddress", "203.0.113.*", "203.0.113.7", false],
  ] as const)("%s %j on %j: %s", (base, operand, value, expected) => expect(holds(base, operand, value)).toBe(expected));
});

describe("checkOperand", () => {
  it.each([
    ["NumericEquals", "ten", "`ten` is not an integer or a decimal number"],
    ["DateLessThan", "2024-1-1", "`2024-1-1` is not an ISO 8601 date or epoch seconds"],
    ["Bool", "yes", "`yes` is not true or false"],
    ["BinaryEquals", "%%%", "`%%%` is not base64"],
    ["IpAddress", "10.0.0.0/33", "`10.0.0.0/33` is not an IP address or a CIDR range"],
    ["IpAddress", "10.0.0.*", "`10.0.0.*` is not an IP address or a CIDR range"],
    ["Null", "maybe", "`maybe` is not true or false"],
    ["NumericEquals", "${aws:EpochTime}", "`${aws:EpochTime}` is not an integer or a decimal number"], // no variables there
    ["Bool", "${aws:SecureTransport}", undefined],
    ["StringEquals", "anything*", undefined],
    ["ArnLike", "*", undefined], // never matches, and that is for the linter
    ["Null", "True", undefined],
    ["NumericEquals", "-10.5", undefined],
  ] as const)("%s %j", (base, value, expected) => expect(checkOperand(base, value)).toBe(expected));

  it("shows no more of a long value than fits a line", () => {
    expect(checkOperand("NumericEquals", "x".repeat(10_000))?.length).toBeLessThan(160);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkOperand,
  isSurelyReadable,
  matchesValue,
  OPERATOR_NAMES,
  OPERATORS,
  type OperatorBase,
  operatorOf,
  parseOperatorName,
} from "../../src/iam/operators.ts";
import { raw, type TemplatePart } from "../../src/iam/variables.ts";

const holdsOf = (base: OperatorBase, operand: readonly TemplatePart[], value: string): boolean =>
  matchesValue(operatorOf(base), operand, value);
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
    ["StringEqualsIgnoreCase", "kms", "\u212Ams", true], // the Kelvin sign; recorded, as all below
    ["StringEqualsIgnoreCase", "É", "é", true],
    ["StringEqualsIgnoreCase", "ΟΣ", "ος", true], // a sigma at the end of a word
    ["StringEqualsIgnoreCase", "Σ", "ς", false],
    ["StringEqualsIgnoreCase", "ſ", "s", false], // lower case, and no folding
    ["StringEqualsIgnoreCase", "ß", "SS", false],
    ["StringLike", "a?", "a🔑", false], // one UTF-16 unit
    ["StringLike", "a??", "a🔑", true],
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
    ["urn:*:*:*:*:*", ROLE, false],
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
    ["NumericEquals", "100", "1e2", true],
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
    ["Bool", "false", "1", true], // every other text is false
    ["Bool", "no", "", true],
    ["BinaryEquals", "QmFzZTY0", "QmFzZTY0", true],
    ["BinaryEquals", "QQ==", "QQ", false], // the text, as the bytes are written
    ["BinaryEquals", "QQ", "QQ==", true],
    ["BinaryEquals", "QR==", "QQ==", true],
    ["BinaryEquals", "QQ==", "QR==", false],
    ["BinaryEquals", "QQ==", "Qg==", false],
    ["BinaryEquals", "QQ==", "A", false],
    ["IpAddress", "203.0.113.0/24", "203.0.113.255", true],
    ["IpAddress", "203.0.113.77/24", "203.0.113.1", true], // host bits do not count
    ["IpAddress", "203.0.113.0/24", "203.0.114.0", false],
    ["IpAddress", "203.0.113.7", "203.0.113.7", true],
    ["IpAddress", "203.000.113.0/+024", "203.0.113.255", true], // zeros and a plus in front
    ["IpAddress", "203.0.113.0/24", "203.000.113.007", true],
    ["IpAddress", "2001:db8::/32", "2001:0DB8:0:0:1::", true],
    ["IpAddress", "2001:db8::1/32", "2001:db8::1", false], // host bits: it holds no address
    ["IpAddress", "::/0", "::ffff:192.0.2.1", false], // an IPv4 address
    ["IpAddress", "192.0.2.0/24", "::FFFF:192.0.2.1", true],
    ["IpAddress", "192.0.2.0/24", "::ffff:c000:201", true],
    ["IpAddress", "::ffff:0:0/96", "::ffff:192.0.2.1", false], // in a policy it stays IPv6
    ["IpAddress", "2001:db8::/64", "2001:db8::192.0.2.1", false], // no address, with dots
    ["IpAddress", "::/0", "::192.0.2.1", false],
    ["IpAddress", "::ffff:192.0.2.1", "192.0.2.1", false], // no network of a policy either
    ["IpAddress", "::ffff:192.0.2.1", "::ffff:c000:201", false],
    ["IpAddress", "2001:db8::1", "2001:db8:0:0:0:0:0:1", true],
    ["IpAddress", "0.0.0.0/0", "2001:db8::1", false], // never across families
    ["IpAddress", "::/0", "203.0.113.7", false],
    ["IpAddress", "203.0.113.0/24", "203.0.113.0/28", false], // the request has an address, not a range
    ["IpAddress", "203.0.113.0/24", "203.0.113", false],
    ["IpAddress", "203.0.113.*", "203.0.113.7", false],
  ] as const)("%s %j on %j: %s", (base, operand, value, expected) => expect(holds(base, operand, value)).toBe(expected));
});

describe("values that are none of their kind", () => {
  const reads = (base: OperatorBase, value: string) => operatorOf(base).read(value) !== undefined;

  it("void the operators of addresses and ARNs, and match nothing under the others", () => {
    const voided = Object.entries(OPERATORS).filter(([, { unreadable }]) => unreadable === "void");
    expect(voided.map(([name]) => name)).toEqual(["IpAddress", "ArnEquals", "ArnLike"]);
  });

  it.each([
    ["IpAddress", "203.0.113.7", "::1", "::ffff:1.2.3.4"],
    ["ArnLike", "arn:aws:iam::1:root", "arn:::::", "arn:a:b:c:d:e:f"],
    ["StringLike", "", "*", "anything"],
  ] as const)("%s reads %s, %s and %s", (base, ...values) => expect(values.map((value) => reads(base, value))).toEqual([true, true, true]));

  it.each([
    ["IpAddress", "", "203.0.113.0/24", "::1.2.3.4"],
    ["ArnLike", "", "arn:aws:iam::1", "urn:aws:iam::1:root"],
    ["NumericEquals", "", "one", "1,0"],
  ] as const)("%s does not read %j, %s and %s", (base, ...values) =>
    expect(values.map((value) => reads(base, value))).toEqual([false, false, false]),
  );

  const variable = { kind: "variable", key: "aws:x" } as const;
  it.each<[string, readonly TemplatePart[], boolean]>([
    ["colons that are written", [raw("arn:aws:iam::1:role/"), variable], true],
    ["a variable between", [raw("arn:aws:iam::"), variable, raw(":role/x")], true],
    ["a variable as the word", [variable, raw(":aws:iam::1:role/x")], false],
    ["a variable in the word", [raw("ar"), variable, raw("n:aws:iam::1:role/x")], false],
    ["a variable for the rest", [raw("arn:aws:iam:"), variable], false],
    ["a variable for all", [variable], false],
  ])("an ARN with %s is one whatever comes: %s", (_, template, expected) => {
    expect(isSurelyReadable(operatorOf("ArnLike"), template)).toBe(expected);
    expect(isSurelyReadable(operatorOf("StringLike"), template)).toBe(true);
  });
});

describe("checkOperand", () => {
  it.each([
    ["NumericEquals", "ten", "unreadable", "`ten` is not an integer or a decimal number"],
    ["DateLessThan", "2024-1-1", "unreadable", "`2024-1-1` is not an ISO 8601 date or epoch seconds"],
    ["Bool", "yes", "false", "`yes` counts as `false`"],
    ["BinaryEquals", "%%%", "unreadable", "`%%%` is not base64"],
    ["IpAddress", "10.0.0.0/33", "unreadable", "`10.0.0.0/33` is not an IP address or a CIDR range"],
    ["IpAddress", "10.0.0.*", "unreadable", "`10.0.0.*` is not an IP address or a CIDR range"],
    ["IpAddress", "::ffff:1.2.3.4", "unreadable", "`::ffff:1.2.3.4` is not an IP address or a CIDR range"],
    ["IpAddress", "2001:db8::5/64", "nowhere", "`2001:db8::5/64` holds no address: bits behind the mask are set"],
    ["Null", "maybe", "false", "`maybe` counts as `false`"],
    ["Null", "${aws:x}", "false", "`${aws:x}` counts as `false`"],
    ["NumericEquals", "${aws:EpochTime}", "unreadable", "`${aws:EpochTime}` is not an integer or a decimal number"], // no variables there
  ] as const)("%s %j is %s", (base, value, kind, clause) => expect(checkOperand(base, value)).toEqual({ kind, clause }));

  it.each([
    ["Bool", "${aws:SecureTransport}"],
    ["StringEquals", "anything*"],
    ["ArnLike", "*"], // voids the condition, and that is for the linter
    ["Null", "True"],
    ["NumericEquals", "-10.5"],
    ["IpAddress", "10.0.0.5/8"],
  ] as const)("%s %j is fine", (base, value) => expect(checkOperand(base, value)).toBeUndefined());

  it("shows no more of a long value than fits a line", () => {
    expect(checkOperand("NumericEquals", "x".repeat(10_000))?.clause.length).toBeLessThan(160);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Arn, arnComponents, formatArn, isAccountId, parseArn } from "../../src/iam/arn.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";

const segment = fc.string({ unit: fc.constantFrom("a", "1", "-", "/", "*", "🔑"), maxLength: 4 });
const named = fc.string({ unit: fc.constantFrom("a", "1", "-"), minLength: 1, maxLength: 4 });
const arn: fc.Arbitrary<Arn> = fc.record({
  partition: named,
  service: named,
  region: segment,
  account: segment,
  resource: fc.string({ unit: fc.constantFrom("a", ":", "/", "🔑"), minLength: 1, maxLength: 6 }),
});

describe("parseArn", () => {
  it.each([
    [KEY, { partition: "aws", service: "kms", region: "us-east-1", account: "111122223333", resource: "key/1234abcd" }],
    ["arn:aws:iam::111122223333:root", { partition: "aws", service: "iam", region: "", account: "111122223333", resource: "root" }],
    ["arn:aws-cn:s3:::bucket/a:b::c", { partition: "aws-cn", service: "s3", region: "", account: "", resource: "bucket/a:b::c" }],
    ["arn:aws:s3:::", undefined], // no resource
    ["arn:aws:kms:us-east-1:111122223333", undefined], // five fields
    ["arn::kms:us-east-1:111122223333:key/k", undefined],
    ["arn:aws::us-east-1:111122223333:key/k", undefined],
    ["ARN:aws:kms:us-east-1:111122223333:key/k", undefined],
    [" arn:aws:kms:us-east-1:111122223333:key/k", undefined],
    ["1234abcd", undefined],
    ["*", undefined],
    ["", undefined],
  ])("%j", (text, expected) => expect(parseArn(text)).toEqual(expected));

  it("reads what formatArn writes, whatever the resource has in it", () => {
    fc.assert(
      fc.property(arn, (parts) => {
        expect(parseArn(formatArn(parts))).toEqual(parts);
      }),
    );
  });

  it("loses nothing of a text that is an ARN", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("arn", ":", "a", "/"), maxLength: 12 }), (text) => {
        const parsed = parseArn(text);
        if (parsed !== undefined) expect(formatArn(parsed)).toBe(text);
      }),
    );
  });
});

describe("arnComponents", () => {
  it("splits at the first five colons, and reads nothing into the parts", () => {
    expect(arnComponents("a:b:c:d:e:f:g:")).toEqual(["a", "b", "c", "d", "e", "f:g:"]);
    expect(arnComponents(":::::")).toEqual(["", "", "", "", "", ""]);
    expect(arnComponents("a:b:c:d:e")).toBeUndefined();
  });

  it("agrees with a split of the whole text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(":", "a"), maxLength: 12 }), (text) => {
        const fields = text.split(":");
        const expected = fields.length < 6 ? undefined : [...fields.slice(0, 5), fields.slice(5).join(":")];
        expect(arnComponents(text)).toEqual(expected);
      }),
    );
  });
});

describe("isAccountId", () => {
  it.each([
    ["111122223333", true],
    ["000000000000", true],
    ["11112222333", false],
    ["1111222233334", false],
    ["11112222333a", false],
    ["١١١١٢٢٢٢٣٣٣٣", false], // digits, but not these
    ["111122223333\n", false],
    [" 11112222333", false],
    ["", false],
  ])("%j: %s", (text, expected) => expect(isAccountId(text)).toBe(expected));
});

import { describe, expect, it } from "vitest";
import { wordFailure, wordHeld } from "../../src/explain/failure.ts";
import { APP, KEY } from "../authz/made-answers.ts";

describe("wordHeld", () => {
  // biome-ignore format: a table reads as a table
  it.each([
    ["StringNotEquals", "aws:PrincipalOrgID", ["o-abc"], undefined,       'aws:PrincipalOrgID is absent (wanted anything but "o-abc")'],
    ["StringLike",      "kms:ViaService",     ["s3.*"],  ["s3.x"],        'kms:ViaService is "s3.x" (wanted "s3.*")'],
    ["StringEquals",    "aws:SourceVpce",     ["vpce-1"], ["vpce-1"],     'aws:SourceVpce is "vpce-1"'],
    ["Null",            "aws:SourceVpce",     ["true"],  undefined,       "aws:SourceVpce is absent (wanted the key to be absent)"],
    ["ForAllValues:StringEquals", "aws:TagKeys", ["a"],  [],              'aws:TagKeys is an empty list (wanted every value to be "a")'],
    ["NumericLessThan", "aws:MultiFactorAuthAge", ["3600"], ["10"],       'aws:MultiFactorAuthAge is "10" (wanted less than 3600)'],
  ] as const)("%s %s %j of %j", (operator, key, wanted, got, words) => expect(wordHeld({ operator, key, wanted, got })).toBe(words));
});

it("says of a Deny that it holds by a value that is no ARN", () => {
  const held = { operator: "ArnNotLike", key: "aws:SourceArn", wanted: ["x"], got: ["arn:aws:s3:::b"], void: "policy" } as const;
  expect(wordHeld(held)).toBe(
    'ArnNotLike compares aws:SourceArn, "arn:aws:s3:::b", with "x", which is not an ARN: in a Deny such a condition holds',
  );
});

describe("wordFailure", () => {
  it("says that a value which is no ARN decides by itself", () => {
    const failure = { part: "condition", operator: "ArnNotLike", key: "aws:SourceArn", wanted: ["arn:aws:s3:::b"], got: ["x"] } as const;
    expect(wordFailure({ ...failure, void: "request" }, "statement")).toEqual({
      part: "condition",
      what: "ArnNotLike aws:SourceArn",
      wanted: 'anything but "arn:aws:s3:::b"',
      got: '"x", which is not an ARN: no condition with ArnNotLike holds then',
    });
    expect(wordFailure({ ...failure, wanted: ["y"], void: "policy" }, "statement").wanted).toBe(
      'anything but "y", which is not an ARN: such a condition never holds in an Allow',
    );
    const address = { ...failure, operator: "NotIpAddress", key: "aws:SourceIp", void: "request" } as const;
    expect(wordFailure(address, "statement").got).toBe('"x", which is not an IP address: no condition with NotIpAddress holds then');
  });

  it("says that an alias is not its key", () => {
    const failure = { part: "resource", wanted: ["arn:aws:kms:us-east-1:111122223333:alias/app"], got: [KEY] } as const;
    expect(wordFailure(failure, "statement").wanted).toBe(
      "arn:aws:kms:us-east-1:111122223333:alias/app (an alias, which never means its key)",
    );
    const key = { ...failure, wanted: ["arn:aws:kms:us-east-1:111122223333:key/other"] };
    expect(wordFailure(key, "statement").wanted).toBe("arn:aws:kms:us-east-1:111122223333:key/other");
  });

  it("says that a unique id stands for a principal that is gone", () => {
    const failure = { part: "principal", wanted: ["AROA1234567890ABCDEFG"], got: [APP] } as const;
    expect(wordFailure(failure, "statement").wanted).toBe("AROA1234567890ABCDEFG (a unique id: its principal was deleted)");
  });
});

import { describe, expect, test } from "vitest";
import { GRANT_OPERATIONS, grantOperationsFor, isGrantOperation } from "../../src/catalog/grant-operations.ts";
import { KEY_SPECS } from "../../src/catalog/key-specs.ts";
import { AWS, awsOperation } from "./aws.ts";

describe("the grant operations", () => {
  test("are those of AWS, in its order", () => {
    expect(GRANT_OPERATIONS).toEqual(AWS.grantOperations);
    expect(GRANT_OPERATIONS).toEqual(awsOperation("CreateGrant").request.Operations?.memberEnum);
    expect(new Set(GRANT_OPERATIONS)).toEqual(new Set(AWS.operations.flatMap(({ grantOperations }) => grantOperations)));
  });

  test("are known by their very names", () => {
    expect(GRANT_OPERATIONS.every(isGrantOperation)).toBe(true);
    expect(["decrypt", "ReEncrypt", "kms:Decrypt", "ListGrants", "", "toString"].filter(isGrantOperation)).toEqual([]);
  });
});

describe("grantOperationsFor", () => {
  const kinds = KEY_SPECS.flatMap(({ spec, usages }) => usages.map((usage) => [spec, usage] as const));

  test.each(kinds)("%s %s: the operations that work on such a key", (spec, usage) => {
    const works = (name: string) =>
      AWS.operations.some(
        ({ grantOperations, keySpecs, keyUsage }) =>
          grantOperations.includes(name) && (keySpecs?.includes(spec) ?? true) && (keyUsage?.includes(usage) ?? true),
      );
    expect([...grantOperationsFor({ spec, usage })].sort()).toEqual(GRANT_OPERATIONS.filter(works).sort());
  });

  test("for a MAC key, in the order in which KMS prints them", () => {
    expect(grantOperationsFor({ spec: "HMAC_256", usage: "GENERATE_VERIFY_MAC" }).join(", ")).toBe(
      "CreateGrant, RetireGrant, DescribeKey, GenerateMac, VerifyMac",
    );
  });
});

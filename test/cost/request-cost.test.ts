import { expect, test } from "vitest";
import { inCents } from "../../src/cost/money.ts";
import { PRICES } from "../../src/cost/prices.ts";
import { billedAs, poolOf } from "../../src/cost/request-class.ts";
import { type RequestCounts, requestCosts, totalOf } from "../../src/cost/request-cost.ts";

const total = (counts: RequestCounts) => inCents(totalOf(requestCosts(counts, PRICES)));

// AWS KMS pricing, its examples; the first is public as a gist

test("worked examples come out to the cent", () => {
  expect(total({ symmetric: 100_000 })).toBe("0.24");
  expect(total({ symmetric: 15_000 })).toBe("0.00");
  expect(total({ symmetric: 10_000_000 })).toBe("29.94");
  expect(
    total({ asymmetricOther: 2_000_000, asymmetricRsa2048: 500_000, dataKeyPairRsa: 5_000, dataKeyPairEcc: 50_000, symmetric: 1_020_000 }),
  ).toBe("41.00");
});

test("the free requests are one allowance, and not of asymmetric keys", () => {
  expect(total({ symmetric: 10_000, hmac: 10_000, management: 10_000 })).toBe("0.03");
  expect(total({ asymmetricRsa2048: 20_000 })).toBe("0.06");
  expect(requestCosts({ symmetric: 5 }, PRICES)).toMatchObject([{ requests: 5, free: 5 }]);
});

test.each<[string, string | undefined, string | undefined, boolean?]>([
  ["Decrypt", "SYMMETRIC_DEFAULT", "symmetric"],
  ["Decrypt", "RSA_2048", "asymmetricRsa2048"],
  ["Decrypt", "RSA_4096", "asymmetricOther"],
  ["Sign", "ECC_NIST_P256", "asymmetricOther"],
  ["Sign", undefined, "asymmetricOther", true],
  ["GetPublicKey", "RSA_2048", "asymmetricRsa2048"],
  ["GenerateDataKeyPair", "RSA_2048", "dataKeyPairRsa"],
  ["GenerateDataKeyPairWithoutPlaintext", "ECC_NIST_P256", "dataKeyPairEcc"],
  ["GenerateMac", "HMAC_256", "hmac"],
  ["GenerateRandom", undefined, "random"],
  ["CreateGrant", "SYMMETRIC_DEFAULT", "management"],
  ["DescribeKey", "SYMMETRIC_DEFAULT", undefined],
])("%s with %s is billed as %s", (operation, spec, name, isAssumed = false) => {
  expect(billedAs(operation, spec, PRICES)).toEqual(name === undefined ? undefined : { class: name, isAssumed });
});

test("quotas by pool and Region", () => {
  expect(poolOf("Decrypt", "SYMMETRIC_DEFAULT", "us-east-1")?.perSecond).toBe(100_000);
  expect(poolOf("Decrypt", undefined, "eu-north-1")?.perSecond).toBe(10_000);
  expect(poolOf("Sign", "RSA_2048", "us-east-1")).toEqual({ pool: "RSA keys", perSecond: 1000 });
  expect(poolOf("GenerateDataKeyPair", "RSA_4096", "us-east-1")?.perSecond).toBe(1);
  expect(poolOf("CreateGrant", undefined, "us-east-1")?.perSecond).toBe(50);
  expect(poolOf("PutKeyPolicy", undefined, "us-east-1")).toBeUndefined();
});

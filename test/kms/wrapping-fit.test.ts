import { expect, it } from "vitest";
import { KEY_SPECS } from "../../src/catalog/key-specs.ts";
import { WRAPPING_ALGORITHM_NAMES, WRAPPING_KEY_SPECS, wrappingFor } from "../../src/kms/wrapping-fit.ts";

/** How many of the 24 pairs there are for each spec; `operations/imports.test.ts` imports by every one of them. */
const COUNTS: Readonly<Record<string, number>> = {
  SYMMETRIC_DEFAULT: 6,
  HMAC_224: 6,
  HMAC_256: 6,
  HMAC_384: 6,
  HMAC_512: 6,
  RSA_2048: 6,
  RSA_3072: 6,
  RSA_4096: 6,
  ECC_NIST_P256: 12,
  ECC_NIST_P384: 12,
  ECC_SECG_P256K1: 12,
  ECC_NIST_P521: 10,
  ECC_NIST_EDWARDS25519: 10,
};

it.each(KEY_SPECS.map(({ spec }) => spec))("%s has its wrappings, and each is what was asked for", (spec) => {
  const asked = WRAPPING_ALGORITHM_NAMES.flatMap((algorithm) => WRAPPING_KEY_SPECS.map((wrapping) => ({ algorithm, spec: wrapping })));
  const found = asked.filter((one) => wrappingFor(spec, one) !== undefined);
  expect(found).toHaveLength(COUNTS[spec] ?? 0);
  expect(found.map((one) => wrappingFor(spec, one))).toEqual(found);
});

it("is not misled by names that every object has", () => {
  expect(wrappingFor("SYMMETRIC_DEFAULT", { algorithm: "constructor", spec: "RSA_2048" })).toBeUndefined();
});

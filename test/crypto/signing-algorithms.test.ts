import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from "../../src/crypto/signing-algorithms.ts";
import { SUITES, type Suite } from "../../src/crypto/suites.ts";

it("a digest is as long as its algorithm's hash", () => {
  for (const [name, { hash, DIGEST }] of Object.entries(SIGNING_ALGORITHMS)) {
    if (hash) expect(DIGEST, name).toBe(createHash(hash).digest().length);
    if (hash) expect(name).toContain(hash.toUpperCase().replace("SHA", "SHA_"));
  }
});

it("every algorithm belongs to a key", () => {
  const used = new Set<SigningAlgorithm>(Object.values(SUITES).flatMap((suite) => (suite as Suite).signing?.algorithms ?? []));
  expect([...used].sort()).toEqual(Object.keys(SIGNING_ALGORITHMS).sort());
});

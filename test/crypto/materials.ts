import { KeyMaterial } from "../../src/crypto/key-material.ts";
import type { KeySpec, RandomBytes, RsaSpec } from "../../src/crypto/key-spec.ts";
import { generateMaterial } from "../../src/crypto/perform.ts";
import { randomPool } from "../../src/crypto/random-pool.ts";
import { SUITES } from "../../src/crypto/suites.ts";
import { vectors } from "./bytes.ts";

export const SPECS = Object.keys(SUITES) as KeySpec[];
export const randomBytes: RandomBytes = randomPool();

const { keys } = vectors<{ keys: Record<RsaSpec, string> }>("test-rsa-keys");

/** PKCS #8 of the fixed RSA test keys: making new ones takes seconds. */
export const rsaTestKey = (spec: RsaSpec): Uint8Array => Uint8Array.from(Buffer.from(keys[spec], "base64"));

const isRsa = (spec: KeySpec): spec is RsaSpec => spec.startsWith("RSA_");

/** Fresh material, but for RSA the fixed test key. */
export function freshMaterial<S extends KeySpec>(spec: S, keyId = "k1"): KeyMaterial<S> {
  if (isRsa(spec)) return new KeyMaterial({ spec, keyId, bytes: rsaTestKey(spec) });
  return must(generateMaterial({ spec, keyId, randomBytes }));
}

/** The value of a success; a failure fails the test. */
export function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(`failed: ${String(result.error)}`);
  return result.value;
}

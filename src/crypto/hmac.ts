import { createHmac, createSecretKey } from "node:crypto";
import { type KeyMaterial, perMaterial } from "./key-material.ts";
import type { HmacSpec, MacAlgorithm, RandomBytes } from "./key-spec.ts";
import { sameBytes } from "./same-bytes.ts";

/** KMS Developer Guide, "HMAC keys": one algorithm a spec; MAC and generated key are as long as the digest. */
const HMACS = {
  HMAC_224: { algorithm: "HMAC_SHA_224", hash: "sha224", length: 28 },
  HMAC_256: { algorithm: "HMAC_SHA_256", hash: "sha256", length: 32 },
  HMAC_384: { algorithm: "HMAC_SHA_384", hash: "sha384", length: 48 },
  HMAC_512: { algorithm: "HMAC_SHA_512", hash: "sha512", length: 64 },
} as const satisfies Record<HmacSpec, { algorithm: MacAlgorithm; hash: string; length: number }>;

/** Imported keys may be longer than the digest, up to the largest block (KMS Developer Guide, "Importing key material"). */
const LONGEST_KEY = 128;

export const macAlgorithmOf = (spec: HmacSpec): MacAlgorithm => HMACS[spec].algorithm;

export const generateHmacKey = (spec: HmacSpec, randomBytes: RandomBytes): Uint8Array => randomBytes(HMACS[spec].length);

export const parseHmacKey = (spec: HmacSpec, bytes: Uint8Array): Uint8Array | undefined =>
  bytes.length >= HMACS[spec].length && bytes.length <= LONGEST_KEY ? bytes : undefined;

/** RFC 2104, with the spec's hash. */
export const computeHmac = (material: KeyMaterial<HmacSpec>, message: Uint8Array): Uint8Array =>
  Uint8Array.from(createHmac(HMACS[material.spec].hash, macKey(material)).update(message).digest());

export const isHmac = (material: KeyMaterial<HmacSpec>, message: Uint8Array, mac: Uint8Array): boolean =>
  sameBytes(computeHmac(material, message), mac);

/** A key object, not bytes: Node 24 takes three times as long to start from bytes. */
const macKey = perMaterial((bytes) => createSecretKey(bytes));

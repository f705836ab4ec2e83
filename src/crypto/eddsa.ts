import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { type KeyMaterial, perMaterial } from "./key-material.ts";
import type { EdwardsSpec } from "./key-spec.ts";
import { edwards } from "./noble.ts";
import { seedOf } from "./seed-key.ts";
import type { SigningInput } from "./signing-algorithms.ts";
import { readSpki, writeSpki } from "./spki.ts";

export type EddsaAlgorithm = "ED25519_SHA_512" | "ED25519_PH_SHA_512";

const SPEC = "ECC_NIST_EDWARDS25519";
const keysOf = perMaterial((pkcs8, spec: EdwardsSpec) => {
  const seed = seedOf(spec, pkcs8);
  return {
    seed,
    key: createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" }),
    point: edwards().ed25519.getPublicKey(seed),
  };
});

export const edwardsPublicKey = (material: KeyMaterial<EdwardsSpec>): Uint8Array => writeSpki(SPEC, keysOf(material).point);

/**
 * 64 bytes, deterministic (RFC 8032). Ed25519ph takes the caller's 64-byte digest as its message and hashes it once more: that is what KMS
 * documents (KMS Developer Guide, "Key spec reference", ED25519_PH_SHA_512). Node's `context` option is silently ignored where unknown, so
 * the prehash variant is noble's.
 */
export function signEddsa(material: KeyMaterial<EdwardsSpec>, { algorithm, message }: SigningInput<EddsaAlgorithm>): Uint8Array {
  const { seed, key } = keysOf(material);
  return algorithm === "ED25519_PH_SHA_512" ? edwards().ed25519ph.sign(message, seed) : Uint8Array.from(sign(null, message, key));
}

/** Undefined: `spki` is no Ed25519 public key. */
export function verifyEddsa(
  spki: Uint8Array,
  { algorithm, message }: SigningInput<EddsaAlgorithm>,
  signature: Uint8Array,
): boolean | undefined {
  const point = readSpki(SPEC, spki);
  if (!point || !isPoint(point)) return undefined;
  try {
    if (algorithm === "ED25519_PH_SHA_512") return edwards().ed25519ph.verify(signature, message, point, { zip215: false });
    return verify(null, message, createPublicKey({ key: Buffer.from(spki), type: "spki", format: "der" }), signature);
  } catch {
    return false; // no signature of 64 bytes
  }
}

/** OpenSSL imports any 32 bytes. */
function isPoint(bytes: Uint8Array): boolean {
  try {
    return !edwards().ed25519.Point.fromBytes(bytes).isSmallOrder();
  } catch {
    return false;
  }
}

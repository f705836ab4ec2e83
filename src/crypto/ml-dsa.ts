import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { type KeyMaterial, perMaterial } from "./key-material.ts";
import type { MlDsaSpec, RandomBytes } from "./key-spec.ts";
import { hasNativeMlDsa } from "./native-lattice.ts";
import { mlDsa } from "./noble.ts";
import { seedOf } from "./seed-key.ts";
import type { SigningInput } from "./signing-algorithms.ts";
import { readSpki, writeSpki } from "./spki.ts";

/** FIPS 204, table 1. */
const PARAMETERS = {
  ML_DSA_44: () => mlDsa().ml_dsa44,
  ML_DSA_65: () => mlDsa().ml_dsa65,
  ML_DSA_87: () => mlDsa().ml_dsa87,
} as const satisfies Record<MlDsaSpec, unknown>;

const expanded = perMaterial((pkcs8, spec: MlDsaSpec) => PARAMETERS[spec]().keygen(seedOf(spec, pkcs8)));

export const mlDsaPublicKey = (material: KeyMaterial<MlDsaSpec>): Uint8Array => writeSpki(material.spec, expanded(material).publicKey);

/**
 * Hedged, with the empty context string (FIPS 204, algorithm 2). `EXTERNAL_MU` is 64 bytes,
 * SHAKE256(SHAKE256(public key, 64) || 00 00 || message, 64), and always noble's work: Node ignores an option it does not know.
 */
export function signMlDsa(
  material: KeyMaterial<MlDsaSpec>,
  { messageType, message }: SigningInput<"ML_DSA_SHAKE_256">,
  randomBytes: RandomBytes,
) {
  if (messageType === "RAW" && hasNativeMlDsa()) return Uint8Array.from(sign(null, message, nativeKey(material)));
  const noble = PARAMETERS[material.spec]();
  const { secretKey } = expanded(material);
  const extraEntropy = randomBytes(32);
  if (messageType === "EXTERNAL_MU") return noble.internal.sign(message, secretKey, { externalMu: true, extraEntropy });
  return noble.sign(message, secretKey, { extraEntropy });
}

/** Undefined: `spki` is no public key of this spec. */
export function verifyMlDsa(
  spec: MlDsaSpec,
  spki: Uint8Array,
  { messageType, message }: SigningInput<"ML_DSA_SHAKE_256">,
  signature: Uint8Array,
): boolean | undefined {
  const key = readSpki(spec, spki);
  if (!key) return undefined;
  const noble = PARAMETERS[spec]();
  try {
    if (messageType === "EXTERNAL_MU") return noble.internal.verify(signature, message, key, { externalMu: true });
    if (!hasNativeMlDsa()) return noble.verify(signature, message, key);
    return verify(null, message, createPublicKey({ key: Buffer.from(spki), type: "spki", format: "der" }), signature);
  } catch {
    return false;
  }
}

const nativeKey = perMaterial((pkcs8) => createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" }));

import { sign, verify } from "node:crypto";
import { CURVES, type EcPublicKey, ecPrivateKey, ecPublicHalf, importEcPublic, scalarOf } from "./ec-key.ts";
import { type KeyMaterial, perMaterial } from "./key-material.ts";
import type { RandomBytes, WeierstrassSpec } from "./key-spec.ts";
import { plainBytes } from "./plain-bytes.ts";
import { SIGNING_ALGORITHMS, type SigningInput } from "./signing-algorithms.ts";

export type EcdsaAlgorithm = `ECDSA_SHA_${256 | 384 | 512}`;

/** S may be high: OpenSSL makes it so half the time, and FIPS 186-5 allows it. */
const OPTIONS = { prehash: false, lowS: false, format: "der" } as const;

/** DER signature. Messages are signed by Node; a digest, which `crypto.sign` would hash again, by noble with a hedged nonce (RFC 6979, 3.6). */
export function signEcdsa(
  material: KeyMaterial<WeierstrassSpec>,
  input: SigningInput<EcdsaAlgorithm>,
  randomBytes: RandomBytes,
): Uint8Array {
  const { algorithm, messageType, message } = input;
  if (messageType === "RAW") return plainBytes(sign(SIGNING_ALGORITHMS[algorithm].hash, message, ecPrivateKey(material)));
  const noble = CURVES[material.spec].noble();
  return noble.sign(message, scalar(material), { ...OPTIONS, extraEntropy: randomBytes(noble.lengths.secretKey ?? 32) });
}

/** Undefined: `spki` is no public key of this spec. */
export function verifyEcdsa(
  spec: WeierstrassSpec,
  spki: Uint8Array,
  input: SigningInput<EcdsaAlgorithm>,
  signature: Uint8Array,
): boolean | undefined {
  const imported = importEcPublic(spec, spki);
  return imported && verifyWith(spec, imported, input, signature);
}

/** The same with the public half of a key of our own. */
export const verifyOwnEcdsa = (
  material: KeyMaterial<WeierstrassSpec>,
  input: SigningInput<EcdsaAlgorithm>,
  signature: Uint8Array,
): boolean => verifyWith(material.spec, ecPublicHalf(material), input, signature);

function verifyWith(
  spec: WeierstrassSpec,
  { key, point }: EcPublicKey,
  { algorithm, messageType, message }: SigningInput<EcdsaAlgorithm>,
  signature: Uint8Array,
): boolean {
  try {
    if (messageType === "RAW") return verify(SIGNING_ALGORITHMS[algorithm].hash, message, key, signature);
    return CURVES[spec].noble().verify(signature, message, point, OPTIONS);
  } catch {
    return false; // no DER signature at all
  }
}

const scalar = perMaterial((pkcs8, spec: WeierstrassSpec) => scalarOf(spec, pkcs8));

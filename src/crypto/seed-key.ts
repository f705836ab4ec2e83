import { invariant } from "../base/invariant.ts";
import { OCTET_STRING, readOne, writeDer } from "./der.ts";
import type { EdwardsSpec, MlDsaSpec, MlKemSpec, RandomBytes } from "./key-spec.ts";
import { readPkcs8, writePkcs8 } from "./spki.ts";

/** Keys that are a seed from which all else is computed. */
export type SeedSpec = EdwardsSpec | MlDsaSpec | MlKemSpec;

const IMPLICIT = 0x80; // [0] IMPLICIT OCTET STRING: the seed-only choice of RFC 9881 and RFC 9935

/** RFC 8410, 7; RFC 9881, 6; RFC 9935, 6. Lengths in bytes; the ML-KEM seed is d || z. */
// biome-ignore format: a table reads as a table
const SEEDS = {
  ECC_NIST_EDWARDS25519: { tag: OCTET_STRING, length: 32 },
  ML_DSA_44:             { tag: IMPLICIT,     length: 32 },
  ML_DSA_65:             { tag: IMPLICIT,     length: 32 },
  ML_DSA_87:             { tag: IMPLICIT,     length: 32 },
  ML_KEM_512:            { tag: IMPLICIT,     length: 64 },
  ML_KEM_768:            { tag: IMPLICIT,     length: 64 },
  ML_KEM_1024:           { tag: IMPLICIT,     length: 64 },
} as const satisfies Record<SeedSpec, { tag: number; length: number }>;

/** PKCS #8 of a fresh seed: 48, 54 or 86 bytes. Written here, since Node versions differ in what they add to a seed. */
export const generateSeedKey = (spec: SeedSpec, randomBytes: RandomBytes): Uint8Array =>
  writeSeedKey(spec, randomBytes(SEEDS[spec].length));

/** Canonical PKCS #8 rebuilt from the seed, or undefined. */
export function parseSeedKey(spec: SeedSpec, pkcs8: Uint8Array): Uint8Array | undefined {
  const seed = readSeed(spec, pkcs8);
  return seed && writeSeedKey(spec, seed);
}

/** The seed of a PKCS #8 document that was parsed before. */
export function seedOf(spec: SeedSpec, pkcs8: Uint8Array): Uint8Array {
  const seed = readSeed(spec, pkcs8);
  invariant(seed !== undefined, "key material was parsed when it was made");
  return Uint8Array.from(seed);
}

function readSeed(spec: SeedSpec, pkcs8: Uint8Array): Uint8Array | undefined {
  const key = readPkcs8(spec, pkcs8);
  const seed = key && readOne(SEEDS[spec].tag, key);
  return seed?.length === SEEDS[spec].length ? seed : undefined;
}

const writeSeedKey = (spec: SeedSpec, seed: Uint8Array) => writePkcs8(spec, writeDer(SEEDS[spec].tag, seed));

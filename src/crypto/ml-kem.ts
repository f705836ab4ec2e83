import { createPrivateKey, createPublicKey } from "node:crypto";
import { fail, ok, type Result } from "../base/result.ts";
import { type KeyMaterial, perMaterial } from "./key-material.ts";
import type { MlKemSpec, RandomBytes } from "./key-spec.ts";
import { hasNativeMlKem, lattice } from "./native-lattice.ts";
import { mlKem } from "./noble.ts";
import { seedOf } from "./seed-key.ts";
import { readSpki, writeSpki } from "./spki.ts";

/** FIPS 203, table 3: ciphertext lengths in bytes. */
const PARAMETERS = {
  ML_KEM_512: { noble: () => mlKem().ml_kem512, ciphertextLength: 768 },
  ML_KEM_768: { noble: () => mlKem().ml_kem768, ciphertextLength: 1088 },
  ML_KEM_1024: { noble: () => mlKem().ml_kem1024, ciphertextLength: 1568 },
} as const satisfies Record<MlKemSpec, unknown>;

const expanded = perMaterial((pkcs8, spec: MlKemSpec) => PARAMETERS[spec].noble().keygen(seedOf(spec, pkcs8)));

export const mlKemPublicKey = (material: KeyMaterial<MlKemSpec>): Uint8Array => writeSpki(material.spec, expanded(material).publicKey);

export type Encapsulation = { readonly ciphertext: Uint8Array; readonly sharedSecret: Uint8Array };

/** A 32-byte secret for the owner of the key (FIPS 203, algorithm 20). Node draws its own randomness where it does the work. */
export function encapsulateMlKem(spec: MlKemSpec, spki: Uint8Array, randomBytes: RandomBytes): Result<Encapsulation, "invalid-public-key"> {
  const key = readSpki(spec, spki);
  if (!key) return fail("invalid-public-key");
  try {
    if (!hasNativeMlKem()) {
      const { cipherText, sharedSecret } = PARAMETERS[spec].noble().encapsulate(key, randomBytes(32));
      return ok({ ciphertext: cipherText, sharedSecret: Uint8Array.from(sharedSecret) }); // behind it noble keeps the coins
    }
    const { ciphertext, sharedKey } = lattice.encapsulate(createPublicKey({ key: Buffer.from(spki), type: "spki", format: "der" }));
    return ok({ ciphertext: Uint8Array.from(ciphertext), sharedSecret: Uint8Array.from(sharedKey) });
  } catch {
    return fail("invalid-public-key"); // coefficients not below the modulus (FIPS 203, 7.2)
  }
}

/** A damaged ciphertext of the right length gives a secret too, unrelated and always the same (implicit rejection, FIPS 203, 6.3). */
export function decapsulateMlKem(material: KeyMaterial<MlKemSpec>, ciphertext: Uint8Array): Result<Uint8Array, "invalid-ciphertext"> {
  const { noble, ciphertextLength } = PARAMETERS[material.spec];
  if (ciphertext.length !== ciphertextLength) return fail("invalid-ciphertext");
  if (hasNativeMlKem()) return ok(Uint8Array.from(lattice.decapsulate(nativeKey(material), ciphertext)));
  return ok(Uint8Array.from(noble().decapsulate(ciphertext, expanded(material).secretKey)));
}

const nativeKey = perMaterial((pkcs8) => createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" }));

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { BoundedCache } from "../../base/bounded-cache.ts";
import { type KeyMaterial, perMaterial } from "../key-material.ts";
import type { RsaSpec } from "../key-spec.ts";
import { sameBytes } from "../same-bytes.ts";
import { readSpki } from "../spki.ts";
import { readRsaPrivateKey } from "./private-key.ts";

export const MODULUS_BITS = { RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 } as const satisfies Record<RsaSpec, number>;

/** A new private key, PKCS #8. Takes no randomness: Node's generator has no seed. Blocks for 0.1 to 2 seconds. */
export const generateRsaKey = (spec: RsaSpec): Uint8Array =>
  exported(generateKeyPairSync("rsa", { modulusLength: MODULUS_BITS[spec] }).privateKey);

const exported = (key: KeyObject) => Uint8Array.from(key.export({ type: "pkcs8", format: "der" }));

/** Canonical PKCS #8 of a private key that is sound in every part, or undefined. */
export function parseRsaKey(spec: RsaSpec, pkcs8: Uint8Array): Uint8Array | undefined {
  const canonical = readRsaPrivateKey(spec, pkcs8, MODULUS_BITS[spec]);
  return canonical && signsAndVerifies(canonical) ? canonical : undefined;
}

/** Primes that are none, or a library that answers wrongly, show here at the latest (KMS must not store a key that cannot work). */
function signsAndVerifies(pkcs8: Uint8Array): boolean {
  try {
    const key = importPrivate(pkcs8);
    const probe = Buffer.from("kmsward/v1/probe");
    return verify("sha256", probe, createPublicKey(key), sign("sha256", probe, key));
  } catch {
    return false;
  }
}

export const rsaPublicKey = (material: KeyMaterial<RsaSpec>): Uint8Array => Uint8Array.from(rsaSpki(material));

/** The public key of an SPKI document in its one canonical form, with a modulus of exactly the spec's length and an odd exponent above 2. */
export const importRsaPublic = (spec: RsaSpec, spki: Uint8Array): KeyObject | undefined =>
  PUBLIC_KEYS.of(`${spec} ${Buffer.from(spki).toString("latin1")}`, () => readPublic(spec, spki));

/** Reading one takes longer than verifying with it. */
const PUBLIC_KEYS = new BoundedCache<string, KeyObject | undefined>(256);

function readPublic(spec: RsaSpec, spki: Uint8Array): KeyObject | undefined {
  if (!readSpki(spec, spki)) return undefined;
  try {
    const key = createPublicKey({ key: Buffer.from(spki), type: "spki", format: "der" });
    const { modulusLength, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
    const sound = modulusLength === MODULUS_BITS[spec] && publicExponent > 2n && publicExponent % 2n === 1n;
    return sound && sameBytes(key.export({ type: "spki", format: "der" }), spki) ? key : undefined;
  } catch {
    return undefined;
  }
}

const importPrivate = (pkcs8: Uint8Array) => createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" });
export const rsaPrivateKeyObject = perMaterial(importPrivate);
const rsaSpki = perMaterial((pkcs8) => createPublicKey(importPrivate(pkcs8)).export({ type: "spki", format: "der" }));
export const rsaPublicKeyObject = perMaterial((pkcs8) => createPublicKey(importPrivate(pkcs8)));

import { createECDH, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { BoundedCache } from "../base/bounded-cache.ts";
import { invariant } from "../base/invariant.ts";
import { BIT_STRING, INTEGER, OCTET_STRING, readDer, readOne, SEQUENCE, writeDer } from "./der.ts";
import { type KeyMaterial, perMaterial } from "./key-material.ts";
import type { RandomBytes, WeierstrassSpec } from "./key-spec.ts";
import { koblitz, nist } from "./noble.ts";
import { readPkcs8, readSpki, writePkcs8, writeSpki } from "./spki.ts";

/** The short Weierstrass curves of KMS: OpenSSL's name, noble's implementation (SEC 2; NIST SP 800-186). */
export const CURVES = {
  ECC_NIST_P256: { name: "prime256v1", noble: () => nist().p256 },
  ECC_NIST_P384: { name: "secp384r1", noble: () => nist().p384 },
  ECC_NIST_P521: { name: "secp521r1", noble: () => nist().p521 },
  ECC_SECG_P256K1: { name: "secp256k1", noble: () => koblitz().secp256k1 },
} as const satisfies Record<WeierstrassSpec, unknown>;

/** A private key from as many bytes as make the bias negligible (FIPS 186-5, A.2.1): 48, 72, 99 or 48. */
export function generateEcKey(spec: WeierstrassSpec, randomBytes: RandomBytes): Uint8Array {
  const noble = CURVES[spec].noble();
  return writeEcKey(spec, noble.utils.randomSecretKey(randomBytes(noble.lengths.seed ?? 0)));
}

/**
 * Canonical PKCS #8 rebuilt from the scalar, or undefined. What the document claims as the public key is passed over: OpenSSL would believe a
 * wrong one, and sign for one key while showing another.
 */
export function parseEcKey(spec: WeierstrassSpec, pkcs8: Uint8Array): Uint8Array | undefined {
  const scalar = readScalar(spec, pkcs8);
  return scalar && CURVES[spec].noble().utils.isValidSecretKey(scalar) ? writeEcKey(spec, scalar) : undefined;
}

/** The private scalar, big-endian, as long as the curve's order, of a PKCS #8 document that was parsed before. */
export function scalarOf(spec: WeierstrassSpec, pkcs8: Uint8Array): Uint8Array {
  const scalar = readScalar(spec, pkcs8);
  invariant(scalar !== undefined, "key material was parsed when it was made");
  return scalar;
}

/** RFC 5915, ECPrivateKey. */
function readScalar(spec: WeierstrassSpec, pkcs8: Uint8Array): Uint8Array | undefined {
  const key = readPkcs8(spec, pkcs8);
  const body = key && readOne(SEQUENCE, key);
  const [version, scalar, ...more] = (body && readDer(body)) ?? [];
  if (version?.tag !== INTEGER || version.content.length !== 1 || version.content[0] !== 1) return undefined;
  if (scalar?.tag !== OCTET_STRING || scalar.content.length !== CURVES[spec].noble().lengths.secretKey) return undefined;
  return more.every(({ tag }) => tag === PARAMETERS || tag === PUBLIC_KEY) ? scalar.content : undefined;
}

const PARAMETERS = 0xa0;
const PUBLIC_KEY = 0xa1;

function writeEcKey(spec: WeierstrassSpec, scalar: Uint8Array): Uint8Array {
  const curve = createECDH(CURVES[spec].name);
  curve.setPrivateKey(scalar);
  const point = writeDer(PUBLIC_KEY, writeDer(BIT_STRING, Uint8Array.of(0), curve.getPublicKey()));
  return writePkcs8(spec, writeDer(SEQUENCE, Uint8Array.of(INTEGER, 1, 1), writeDer(OCTET_STRING, scalar), point));
}

export const ecPrivateKey = perMaterial((pkcs8) => createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" }));

/** The caller's own copy: what it does to it does not reach the key. */
export const ecPublicKey = (material: KeyMaterial<WeierstrassSpec>): Uint8Array => Uint8Array.from(spkiOf(material));

const spkiOf = perMaterial((pkcs8) => {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" });
  return Uint8Array.from(createPublicKey(key).export({ type: "spki", format: "der" }));
});

/** The public half of a key of our own, ready to verify with. */
export const ecPublicHalf = perMaterial((pkcs8, spec: WeierstrassSpec): EcPublicKey => {
  const key = createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" }));
  const point = readSpki(spec, new Uint8Array(key.export({ type: "spki", format: "der" })));
  invariant(point !== undefined, "a public key is a point of its curve");
  return { key, point };
});

/** A point of this curve in its one encoding, as a key object; undefined otherwise. OpenSSL checks that it is on the curve and not at infinity. */
export const importEcPublic = (spec: WeierstrassSpec, spki: Uint8Array): EcPublicKey | undefined =>
  PUBLIC_KEYS.of(`${spec} ${Buffer.from(spki).toString("latin1")}`, () => readPublic(spec, Uint8Array.from(spki)));

export type EcPublicKey = { readonly key: KeyObject; readonly point: Uint8Array };

/** Reading one takes longer than verifying with it. */
const PUBLIC_KEYS = new BoundedCache<string, EcPublicKey | undefined>(256);

function readPublic(spec: WeierstrassSpec, spki: Uint8Array): EcPublicKey | undefined {
  const point = readSpki(spec, spki);
  if (point?.[0] !== 4) return undefined;
  try {
    return { key: createPublicKey({ key: Buffer.from(writeSpki(spec, point)), type: "spki", format: "der" }), point };
  } catch {
    return undefined;
  }
}

import { hexToBytes } from "@noble/hashes/utils.js";
import { BIT_STRING, INTEGER, OCTET_STRING, readDer, readOne, SEQUENCE, writeDer } from "./der.ts";
import type { AsymmetricSpec } from "./key-spec.ts";
import { sameBytes } from "./same-bytes.ts";

type Encoding = {
  readonly algorithm: Uint8Array; // the whole AlgorithmIdentifier, the only one this spec has
  readonly publicLength: number | undefined; // bytes inside the BIT STRING; undefined for RSA, whose key is DER again
};

const RSA = encoding("300d06092a864886f70d0101010500", undefined);
const ec = (curve: string, fieldLength: number) => {
  const oids = `06072a8648ce3d0201${curve}`;
  return encoding(`30${(oids.length / 2).toString(16)}${oids}`, 1 + 2 * fieldLength);
};

/** RFC 8017 A.1; RFC 5480 2.1.1 (named curves only); RFC 8410 3; RFC 9881 and RFC 9935 for the lattice keys. */
// biome-ignore format: a table reads as a table
const ENCODINGS: { readonly [S in AsymmetricSpec]: Encoding } = {
  RSA_2048:              RSA,
  RSA_3072:              RSA,
  RSA_4096:              RSA,
  ECC_NIST_P256:         ec("06082a8648ce3d030107", 32),
  ECC_NIST_P384:         ec("06052b81040022", 48),
  ECC_NIST_P521:         ec("06052b81040023", 66),
  ECC_SECG_P256K1:       ec("06052b8104000a", 32),
  ECC_NIST_EDWARDS25519: encoding("300506032b6570", 32),
  ML_DSA_44:             encoding("300b0609608648016503040311", 1312),
  ML_DSA_65:             encoding("300b0609608648016503040312", 1952),
  ML_DSA_87:             encoding("300b0609608648016503040313", 2592),
  ML_KEM_512:            encoding("300b0609608648016503040401", 800),
  ML_KEM_768:            encoding("300b0609608648016503040402", 1184),
  ML_KEM_1024:           encoding("300b0609608648016503040403", 1568),
};

/**
 * The key inside a SubjectPublicKeyInfo of this key spec: RSAPublicKey DER, an uncompressed point, or the raw key. Undefined for another
 * algorithm, for curve parameters spelled out (OpenSSL reports those as the named curve), compressed points, and any byte before or after.
 */
export function readSpki(spec: AsymmetricSpec, der: Uint8Array): Uint8Array | undefined {
  const { algorithm, publicLength } = ENCODINGS[spec];
  const body = readOne(SEQUENCE, der);
  const [identifier, bits, ...more] = (body && readDer(body)) ?? [];
  if (!identifier || !sameBytes(identifier.whole, algorithm)) return undefined;
  if (bits?.tag !== BIT_STRING || bits.content[0] !== 0 || more.length > 0) return undefined;
  const key = bits.content.subarray(1);
  return publicLength === undefined || key.length === publicLength ? key : undefined;
}

export const writeSpki = (spec: AsymmetricSpec, key: Uint8Array): Uint8Array =>
  writeDer(SEQUENCE, ENCODINGS[spec].algorithm, writeDer(BIT_STRING, Uint8Array.of(0), key));

/**
 * The key inside a PKCS #8 PrivateKeyInfo of this key spec. Attributes and a public key may follow it (RFC 5958) and are passed over: what
 * is public is computed from what is private.
 */
export function readPkcs8(spec: AsymmetricSpec, der: Uint8Array): Uint8Array | undefined {
  const body = readOne(SEQUENCE, der);
  const [version, identifier, key, ...more] = (body && readDer(body)) ?? [];
  if (version?.tag !== INTEGER || version.content.length !== 1 || version.content[0]! > 1) return undefined;
  if (!identifier || !sameBytes(identifier.whole, ENCODINGS[spec].algorithm)) return undefined;
  if (key?.tag !== OCTET_STRING || more.some(({ tag }) => tag !== ATTRIBUTES && tag !== PUBLIC_KEY)) return undefined;
  return key.content;
}

const ATTRIBUTES = 0xa0;
const PUBLIC_KEY = 0x81;

export const writePkcs8 = (spec: AsymmetricSpec, key: Uint8Array): Uint8Array =>
  writeDer(SEQUENCE, Uint8Array.of(INTEGER, 1, 0), ENCODINGS[spec].algorithm, writeDer(OCTET_STRING, key));

function encoding(algorithm: string, publicLength: number | undefined): Encoding {
  return { algorithm: hexToBytes(algorithm), publicLength };
}

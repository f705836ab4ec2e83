import { constants, type KeyObject, privateEncrypt, publicDecrypt, sign, verify } from "node:crypto";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import type { KeyMaterial } from "../key-material.ts";
import type { RandomBytes, RsaSpec } from "../key-spec.ts";
import { plainBytes } from "../plain-bytes.ts";
import { sameBytes } from "../same-bytes.ts";
import { SIGNING_ALGORITHMS, type SigningInput } from "../signing-algorithms.ts";
import { importRsaPublic, MODULUS_BITS, rsaPrivateKeyObject, rsaPublicKeyObject } from "./key.ts";
import { encodePss, isPssOf } from "./pss.ts";

export type RsaSigningAlgorithm = `RSASSA_${"PSS" | "PKCS1_V1_5"}_SHA_${256 | 384 | 512}`;
export const RSA_SIGNING_ALGORITHMS = Object.keys(SIGNING_ALGORITHMS).filter((name) =>
  name.startsWith("RSASSA_"),
) as readonly RsaSigningAlgorithm[];

export function signRsa(material: KeyMaterial<RsaSpec>, input: SigningInput<RsaSigningAlgorithm>, randomBytes: RandomBytes): Uint8Array {
  const { message, messageType } = input;
  const { hash, padding } = schemeOf(input.algorithm);
  const key = rsaPrivateKeyObject(material);
  if (messageType === "RAW") return plainBytes(sign(hash, message, paddedKey(key, padding)));
  // crypto.sign would hash the digest again: the padding is ours, the bare RSA operation Node's
  if (padding === constants.RSA_PKCS1_PADDING) return Uint8Array.from(privateEncrypt({ key, padding }, digestInfo(hash, message)));
  const encoded = encodePss({ digest: message, salt: randomBytes(message.length), hash, length: MODULUS_BITS[material.spec] / 8 });
  return Uint8Array.from(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encoded));
}

/** Undefined: `spki` is no public key of this spec. */
export function verifyRsa(
  spec: RsaSpec,
  spki: Uint8Array,
  input: SigningInput<RsaSigningAlgorithm>,
  signature: Uint8Array,
): boolean | undefined {
  const key = importRsaPublic(spec, spki);
  return key && verifyWith(spec, key, input, signature);
}

/** The same with the public half of a key of our own. */
export const verifyOwnRsa = (material: KeyMaterial<RsaSpec>, input: SigningInput<RsaSigningAlgorithm>, signature: Uint8Array): boolean =>
  verifyWith(material.spec, rsaPublicKeyObject(material), input, signature);

function verifyWith(
  spec: RsaSpec,
  key: KeyObject,
  { algorithm, message, messageType }: SigningInput<RsaSigningAlgorithm>,
  signature: Uint8Array,
): boolean {
  const { hash, padding } = schemeOf(algorithm);
  const length = MODULUS_BITS[spec] / 8;
  if (signature.length !== length) return false;
  try {
    if (messageType === "RAW") return verify(hash, message, paddedKey(key, padding), signature);
    const encoded = Uint8Array.from(publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature));
    if (padding === constants.RSA_PKCS1_PADDING) return sameBytes(encoded, padded(digestInfo(hash, message), length));
    return isPssOf(encoded, { digest: message, hash });
  } catch {
    return false; // a signature not below the modulus
  }
}

type Scheme = { readonly hash: "sha256" | "sha384" | "sha512"; readonly padding: number };

const SCHEMES = Object.fromEntries(
  RSA_SIGNING_ALGORITHMS.map((algorithm): [string, Scheme] => {
    const padding = algorithm.startsWith("RSASSA_PSS") ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
    return [algorithm, { hash: SIGNING_ALGORITHMS[algorithm].hash, padding }];
  }),
) as Readonly<Record<RsaSigningAlgorithm, Scheme>>;

const schemeOf = (algorithm: RsaSigningAlgorithm): Scheme => SCHEMES[algorithm];

/** PKCS #1 v1.5 is what Node takes by itself, and sooner. */
const paddedKey = (key: KeyObject, padding: number) =>
  padding === constants.RSA_PKCS1_PADDING ? key : { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };

/** DER of DigestInfo up to the digest: RFC 8017, 9.2, notes. */
const DIGEST_INFO = {
  sha256: hexToBytes("3031300d060960864801650304020105000420"),
  sha384: hexToBytes("3041300d060960864801650304020205000430"),
  sha512: hexToBytes("3051300d060960864801650304020305000440"),
};
const digestInfo = (hash: keyof typeof DIGEST_INFO, digest: Uint8Array) => concatBytes(DIGEST_INFO[hash], digest);

/** EMSA-PKCS1-v1_5: 00 01 ff … ff 00 and the DigestInfo, as long as the modulus. */
function padded(info: Uint8Array, length: number): Uint8Array {
  const encoded = new Uint8Array(length).fill(0xff);
  encoded.set([0, 1], 0);
  encoded[length - info.length - 1] = 0;
  encoded.set(info, length - info.length);
  return encoded;
}

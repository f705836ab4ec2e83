import { readDer, readOne, readUnsigned, SEQUENCE } from "../der.ts";
import type { RsaSpec } from "../key-spec.ts";
import { readPkcs8, writePkcs8 } from "../spki.ts";

/**
 * Canonical PKCS #8 of a two-prime RSA private key (RFC 8017, A.1.2) whose nine numbers fit each other, or undefined. OpenSSL imports keys
 * with damaged CRT values and works around them; another implementation would leak a prime (Boneh, DeMillo, Lipton), so we take none.
 */
export function readRsaPrivateKey(spec: RsaSpec, pkcs8: Uint8Array, modulusBits: number): Uint8Array | undefined {
  const key = readPkcs8(spec, pkcs8);
  const body = key && readOne(SEQUENCE, key);
  const numbers = (body && readDer(body))?.map(readUnsigned);
  const [version, n, e, d, p, q, dp, dq, qi, ...more] = numbers ?? [];
  if (version !== 0n || more.length > 0) return undefined; // version 1 is the form with more than two primes
  if (n === undefined || e === undefined || d === undefined || p === undefined || q === undefined) return undefined;
  if (dp === undefined || dq === undefined || qi === undefined || !key) return undefined;

  const modulus = n.toString(2).length === modulusBits && p * q === n && p !== q && p > 2n && q > 2n;
  const exponents = e > 2n && e % 2n === 1n && d > 0n && d < n && modulus && (e * d) % (p - 1n) === 1n && (e * d) % (q - 1n) === 1n;
  const remainders = exponents && dp === d % (p - 1n) && dq === d % (q - 1n) && qi < p && (qi * q) % p === 1n;
  return remainders ? writePkcs8(spec, key) : undefined;
}

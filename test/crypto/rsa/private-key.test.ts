import { createPrivateKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readDer, readOne, readUnsigned, SEQUENCE, writeDer } from "../../../src/crypto/der.ts";
import { importMaterial } from "../../../src/crypto/perform.ts";
import { MODULUS_BITS } from "../../../src/crypto/rsa/key.ts";
import { readPkcs8, writePkcs8 } from "../../../src/crypto/spki.ts";
import { hex } from "../bytes.ts";
import { rsaTestKey } from "../materials.ts";

const imported = (spec: string, bytes: Uint8Array) => importMaterial({ spec, keyId: "k1", bytes });
const REFUSED = { ok: false, error: "invalid-key-material" };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const integer = (value: bigint) => {
  const digits = value.toString(16);
  const even = digits.padStart(digits.length + (digits.length % 2), "0");
  return writeDer(2, hex(even >= "8" ? `00${even}` : even));
};

/** The inverse of `a` modulo `m`, by Euclid's algorithm. */
function inverse(a: bigint, m: bigint): bigint {
  let [r, next, x, y] = [m, a % m, 0n, 1n];
  while (next !== 0n) [r, next, x, y] = [next, r % next, y, x - (r / next) * y];
  return ((x % m) + m) % m;
}

describe("RSA private keys", () => {
  const document = rsaTestKey("RSA_2048");
  const numbers = readDer(readOne(SEQUENCE, readPkcs8("RSA_2048", document)!)!)!;
  const names = ["version", "n", "e", "d", "p", "q", "dp", "dq", "qi"] as const;
  const rebuilt = (parts: readonly Uint8Array[]) => writePkcs8("RSA_2048", writeDer(SEQUENCE, ...parts));
  const changed = (name: (typeof names)[number]) =>
    rebuilt(
      numbers.map(({ whole }, i) =>
        names[i] === name ? Uint8Array.from(whole, (byte, at) => (at === whole.length - 1 ? byte ^ 2 : byte)) : whole,
      ),
    );

  it("are taken whole", () => expect(imported("RSA_2048", rebuilt(numbers.map(({ whole }) => whole))).ok).toBe(true));

  it.each(names)("are refused with a damaged %s (trap 7: OpenSSL takes some of them)", (name) => {
    expect(imported("RSA_2048", changed(name))).toEqual(REFUSED);
  });

  it("are refused when a prime is none, though all numbers fit: such a key signs nothing", () => {
    const [, , e, , p, q] = numbers.map((number) => readUnsigned(number) ?? 0n) as [bigint, bigint, bigint, bigint, bigint, bigint];
    let composite = p - 2n;
    const unfit = () => composite % 3n !== 0n || gcd(composite - 1n, e) !== 1n || gcd(composite, q) !== 1n;
    while (unfit()) composite -= 2n;
    const d = inverse(e, ((composite - 1n) * (q - 1n)) / gcd(composite - 1n, q - 1n));
    const values = [0n, composite * q, e, d, composite, q, d % (composite - 1n), d % (q - 1n), inverse(q, composite)];
    expect(imported("RSA_2048", rebuilt(values.map(integer)))).toEqual(REFUSED);
  });

  it("show why: OpenSSL imports a key with damaged CRT values", () => {
    expect(() => createPrivateKey({ key: Buffer.from(changed("dp")), type: "pkcs8", format: "der" })).not.toThrow();
  });

  it("are refused with the wrong modulus length, and with more numbers than two primes have", () => {
    expect(imported("RSA_3072", document)).toEqual(REFUSED);
    expect(imported("RSA_2048", rebuilt([...numbers.map(({ whole }) => whole), hex("3000")]))).toEqual(REFUSED);
    expect(imported("RSA_2048", rebuilt([hex("020101"), ...numbers.slice(1).map(({ whole }) => whole), hex("3000")]))).toEqual(REFUSED);
    expect(MODULUS_BITS.RSA_2048).toBe(2048);
  });
});

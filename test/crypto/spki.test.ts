import { createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readDer, readOne, SEQUENCE, writeDer } from "../../src/crypto/der.ts";
import type { AsymmetricSpec } from "../../src/crypto/key-spec.ts";
import { deriveSharedSecret, encapsulate, publicKeyOf, verifyWithPublicKey } from "../../src/crypto/perform.ts";
import type { SigningAlgorithm } from "../../src/crypto/signing-algorithms.ts";
import { readSpki, writeSpki } from "../../src/crypto/spki.ts";
import { SUITES, type Suite } from "../../src/crypto/suites.ts";
import { hex } from "./bytes.ts";
import { freshMaterial, must, randomBytes, SPECS } from "./materials.ts";

const ASYMMETRIC = SPECS.filter((spec): spec is AsymmetricSpec => "publicKey" in SUITES[spec]);
const LENGTHS: Partial<Record<AsymmetricSpec, number>> = {
  ECC_NIST_P256: 91,
  ECC_NIST_P384: 120,
  ECC_NIST_P521: 158,
  ECC_SECG_P256K1: 88,
  ECC_NIST_EDWARDS25519: 44,
  ML_DSA_44: 1334,
  ML_DSA_65: 1974,
  ML_DSA_87: 2614,
  ML_KEM_512: 822,
  ML_KEM_768: 1206,
  ML_KEM_1024: 1590,
};

/** What each kind of key does with a public key from outside. */
function use(spec: AsymmetricSpec, spki: Uint8Array): string {
  const suite = SUITES[spec] as Suite;
  const [algorithm] = (suite.signing?.algorithms ?? []) as SigningAlgorithm[];
  if (algorithm) {
    const verified = verifyWithPublicKey({ spec, spki, algorithm, messageType: "RAW", message: hex("00"), signature: hex("00") });
    return verified.ok ? "valid" : verified.error;
  }
  const made = encapsulate({ spec, spki }, randomBytes);
  return made.ok ? "secret" : made.error;
}

describe.each(ASYMMETRIC)("a public key of %s", (spec) => {
  const spki = must(publicKeyOf(freshMaterial(spec)));

  it("has the length documented and is taken", () => {
    expect(spki.length).toBe(LENGTHS[spec] ?? spki.length);
    expect(use(spec, spki)).not.toBe("invalid-public-key");
    expect(writeSpki(spec, readSpki(spec, spki) ?? hex(""))).toEqual(spki);
  });

  it("is refused with a byte more, a byte less, or a rewritten head (trap 5)", () => {
    const body = readOne(SEQUENCE, spki) ?? hex("");
    const [algorithm, key] = readDer(body) ?? [];
    const others = [
      Uint8Array.of(...spki, 0),
      Uint8Array.of(0, ...spki),
      spki.subarray(0, -1),
      hex(""),
      writeDer(SEQUENCE, body, hex("0500")),
      writeDer(SEQUENCE, algorithm!.whole),
      writeDer(SEQUENCE, key!.whole, algorithm!.whole),
      writeDer(SEQUENCE, algorithm!.whole, writeDer(3, key!.content.with(0, 1))),
    ];
    for (const other of others) expect(use(spec, other)).toBe("invalid-public-key");
  });

  it("is refused for every other key spec", () => {
    for (const other of ASYMMETRIC) if (other !== spec) expect(use(other, spki), other).toBe("invalid-public-key");
  });
});

describe("public keys of elliptic curves", () => {
  const spki = must(publicKeyOf(freshMaterial("ECC_NIST_P256")));
  const point = readSpki("ECC_NIST_P256", spki)!;

  it("are refused with the curve spelled out, which OpenSSL takes for the named curve (trap 6)", () => {
    const prime = "00ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";
    const a = "ffffffff00000001000000000000000000000000fffffffffffffffffffffffc";
    const b = "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b";
    const generator =
      "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    const order = "00ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    const integer = (digits: string) => writeDer(2, hex(digits));
    const field = writeDer(SEQUENCE, hex("06072a8648ce3d0101"), integer(prime));
    const curve = writeDer(SEQUENCE, writeDer(4, hex(a)), writeDer(4, hex(b)));
    const parameters = writeDer(SEQUENCE, integer("01"), field, curve, writeDer(4, hex(generator)), integer(order), integer("01"));
    const explicit = writeDer(SEQUENCE, writeDer(SEQUENCE, hex("06072a8648ce3d0201"), parameters), writeDer(3, hex("00"), point));
    expect(createPublicKey({ key: Buffer.from(explicit), type: "spki", format: "der" }).asymmetricKeyDetails).toEqual({
      namedCurve: "prime256v1",
    });
    expect(use("ECC_NIST_P256", explicit)).toBe("invalid-public-key");
    expect(deriveSharedSecret(freshMaterial("ECC_NIST_P256"), explicit)).toEqual({ ok: false, error: "invalid-public-key" });
  });

  it("are refused off the curve, at infinity and compressed", () => {
    const off = Uint8Array.from(point);
    off[64]! ^= 1;
    const compressed = Uint8Array.of(2 + (point[64]! & 1), ...point.subarray(1, 33));
    const hybrid = Uint8Array.of(6 + (point[64]! & 1), ...point.subarray(1));
    for (const other of [off, hex("00"), compressed, hybrid, new Uint8Array(65)]) {
      expect(use("ECC_NIST_P256", writeSpki("ECC_NIST_P256", other))).toBe("invalid-public-key");
    }
  });
});

describe("public keys of RSA", () => {
  const integer = (value: bigint) => {
    const digits = value.toString(16);
    const even = digits.length % 2 ? `0${digits}` : digits;
    return writeDer(2, hex(even >= "80" ? `00${even}` : even));
  };
  const rsa = (n: bigint, e: bigint) => writeSpki("RSA_2048", writeDer(SEQUENCE, integer(n), integer(e)));
  const modulus = (1n << 2047n) + 12345n;

  it.each([
    ["an even exponent", modulus, 4n],
    ["the exponent 1", modulus, 1n],
    ["a modulus one bit short", modulus >> 1n, 65537n],
    ["a modulus one bit long", (modulus << 1n) + 1n, 65537n],
  ])("are refused with %s", (_, n, e) => expect(use("RSA_2048", rsa(n, e))).toBe("invalid-public-key"));

  it("are refused in any but the canonical form, which OpenSSL does not ask for", () => {
    const long = (value: Uint8Array) => Uint8Array.of(0x02, 0x83, 0, value.length >> 8, value.length & 0xff, ...value);
    const spelled = writeSpki("RSA_2048", writeDer(SEQUENCE, long(hex(`00${modulus.toString(16)}`)), integer(65537n)));
    expect(createPublicKey({ key: Buffer.from(spelled), type: "spki", format: "der" }).asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(use("RSA_2048", spelled)).toBe("invalid-public-key");
  });

  it("are taken with exponent 3", () => expect(use("RSA_2048", rsa(modulus, 3n))).toBe("invalid-signature"));
});

describe("public keys of Ed25519", () => {
  it.each([
    ["the identity", `01${"00".repeat(31)}`],
    ["a point of order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"],
    ["no point at all", `02${"00".repeat(31)}`],
  ])("are refused when they are %s", (_, bytes) => {
    expect(use("ECC_NIST_EDWARDS25519", writeSpki("ECC_NIST_EDWARDS25519", hex(bytes)))).toBe("invalid-public-key");
  });
});

it("a public key of ML-KEM with coefficients beyond the modulus is refused (FIPS 203, 7.2)", () => {
  const key = readSpki("ML_KEM_512", must(publicKeyOf(freshMaterial("ML_KEM_512"))))!;
  expect(use("ML_KEM_512", writeSpki("ML_KEM_512", Uint8Array.of(0xff, 0xff, 0xff, ...key.subarray(3))))).toBe("invalid-public-key");
});

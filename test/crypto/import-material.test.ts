import { createECDH, createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readDer, readOne, readUnsigned, SEQUENCE, writeDer } from "../../src/crypto/der.ts";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import { generateMaterial, importMaterial, publicKeyOf } from "../../src/crypto/perform.ts";
import { generateRsaKeyAhead, MODULUS_BITS } from "../../src/crypto/rsa-key.ts";
import { readPkcs8, writePkcs8 } from "../../src/crypto/spki.ts";
import { hex, toHex } from "./bytes.ts";
import { freshMaterial, must, randomBytes, rsaTestKey, SPECS } from "./materials.ts";

const imported = (spec: string, bytes: Uint8Array) => importMaterial({ spec, keyId: "k1", bytes });
const REFUSED = { ok: false, error: "invalid-key-material" };

describe.each(SPECS)("material of %s", (spec) => {
  const bytes = dangerouslyExportMaterial(freshMaterial(spec));

  it("comes back from export and import as it was, with the same id", () => {
    const again = must(imported(spec, bytes));
    expect(dangerouslyExportMaterial(again)).toEqual(bytes);
    expect(again.id).toBe(freshMaterialId(spec, bytes));
  });

  it("is refused cut, extended and as another kind", () => {
    if (!spec.startsWith("HMAC_")) {
      for (const other of [bytes.subarray(1), bytes.subarray(0, -1), Uint8Array.of(...bytes, 0), hex("")])
        expect(imported(spec, other)).toEqual(REFUSED);
    }
    for (const other of SPECS) {
      const bothAreBytes = !/^(RSA|ECC|ML)_/.test(spec) && !/^(RSA|ECC|ML)_/.test(other);
      const longEnoughToBeAnHmacKey = other.startsWith("HMAC_") && bytes.length <= 128;
      if (other !== spec && !bothAreBytes && !longEnoughToBeAnHmacKey) expect(imported(other, bytes), other).toEqual(REFUSED);
    }
  });
});

const freshMaterialId = (spec: string, bytes: Uint8Array) => must(imported(spec, bytes)).id;

it("HMAC keys have the digest's length up to 128 bytes", () => {
  for (const [spec, least] of [
    ["HMAC_224", 28],
    ["HMAC_256", 32],
    ["HMAC_384", 48],
    ["HMAC_512", 64],
  ] as const) {
    expect(imported(spec, new Uint8Array(least)).ok).toBe(true);
    expect(imported(spec, new Uint8Array(128)).ok).toBe(true);
    expect(imported(spec, new Uint8Array(least - 1))).toEqual(REFUSED);
    expect(imported(spec, new Uint8Array(129))).toEqual(REFUSED);
  }
});

it("SM2 keys are refused by name: Node's SM2 is not the one of KMS (trap 10)", () => {
  expect(imported("SM2", rsaTestKey("RSA_2048"))).toEqual({ ok: false, error: "unsupported-key-spec" });
  expect(imported("constructor", hex(""))).toEqual({ ok: false, error: "unsupported-key-spec" });
  const sm2 = generateKeyPairSync("ec", { namedCurve: "SM2" }).privateKey.export({ type: "pkcs8", format: "der" });
  expect(imported("ECC_NIST_P256", sm2)).toEqual(REFUSED);
});

describe("elliptic-curve private keys", () => {
  const scalar = hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
  const wrongPoint = createECDH("prime256v1").generateKeys();
  const ecKey = (...parts: Uint8Array[]) => writePkcs8("ECC_NIST_P256", writeDer(SEQUENCE, hex("020101"), ...parts));
  const withPoint = (point: Uint8Array) => ecKey(writeDer(4, scalar), writeDer(0xa1, writeDer(3, hex("00"), point)));

  it("show the point of their scalar, whatever the document claims (trap 7)", () => {
    const claimed = withPoint(wrongPoint);
    const believed = createPrivateKey({ key: Buffer.from(claimed), type: "pkcs8", format: "der" }).export({ format: "jwk" });
    expect(believed.x).toBe(wrongPoint.subarray(1, 33).toString("base64url")); // OpenSSL believes it
    const material = must(imported("ECC_NIST_P256", claimed));
    expect(toHex(must(publicKeyOf(material)))).toContain("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    expect(material.id).toBe(must(imported("ECC_NIST_P256", ecKey(writeDer(4, scalar)))).id);
  });

  it("may have attributes and a public key behind them, nothing else, and a known version (RFC 5958)", () => {
    const parts = readDer(readOne(SEQUENCE, ecKey(writeDer(4, scalar)))!)!.map(({ whole }) => whole);
    const followed = (...more: Uint8Array[]) => imported("ECC_NIST_P256", writeDer(SEQUENCE, ...parts, ...more));
    expect(followed(hex("a000"), hex("810100")).ok).toBe(true);
    expect(followed(hex("0500"))).toEqual(REFUSED);
    expect(imported("ECC_NIST_P256", writeDer(SEQUENCE, hex("020101"), ...parts.slice(1))).ok).toBe(true);
    expect(imported("ECC_NIST_P256", writeDer(SEQUENCE, hex("020102"), ...parts.slice(1)))).toEqual(REFUSED);
  });

  it("are what Node exports", () => {
    for (const [spec, namedCurve] of [
      ["ECC_NIST_P384", "secp384r1"],
      ["ECC_NIST_P521", "secp521r1"],
      ["ECC_SECG_P256K1", "secp256k1"],
    ] as const) {
      const exported = generateKeyPairSync("ec", { namedCurve }).privateKey.export({ type: "pkcs8", format: "der" });
      expect(toHex(dangerouslyExportMaterial(must(imported(spec, exported))))).toBe(exported.toString("hex"));
    }
  });

  it.each([
    ["zero", "00".repeat(32)],
    ["the order", "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"],
    ["too short", "01".repeat(31)],
    ["too long", `00${"01".repeat(32)}`],
  ])("are refused with a scalar that is %s", (_, digits) =>
    expect(imported("ECC_NIST_P256", ecKey(writeDer(4, hex(digits))))).toEqual(REFUSED),
  );
});

it("freshly made RSA keys can be imported, made in the background or not", async () => {
  expect(imported("RSA_2048", await generateRsaKeyAhead("RSA_2048")).ok).toBe(true);
  const made = must(generateMaterial({ spec: "RSA_2048", keyId: "k1", randomBytes }));
  expect(imported("RSA_2048", dangerouslyExportMaterial(made))).toEqual({ ok: true, value: made });
  expect(generateMaterial({ spec: "SM2", keyId: "k1", randomBytes })).toEqual({ ok: false, error: "unsupported-key-spec" });
});

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

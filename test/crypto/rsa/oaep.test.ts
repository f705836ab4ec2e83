import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encryptionContext } from "../../../src/crypto/context-encoding.ts";
import type { EncryptionAlgorithm, RsaSpec } from "../../../src/crypto/key-spec.ts";
import { decrypt, encrypt } from "../../../src/crypto/perform.ts";
import { oaepLimit } from "../../../src/crypto/rsa/oaep.ts";
import { hex, utf8 } from "../bytes.ts";
import { freshMaterial, must, randomBytes, SPECS } from "../materials.ts";

const context = must(encryptionContext({ tenant: "blue" }));

/** KMS API Reference, Encrypt: the largest plaintext of each RSA key. */
// biome-ignore format: a table reads as a table
const LIMITS = [
  ["RSA_2048", "RSAES_OAEP_SHA_1", 214], ["RSA_2048", "RSAES_OAEP_SHA_256", 190],
  ["RSA_3072", "RSAES_OAEP_SHA_1", 342], ["RSA_3072", "RSAES_OAEP_SHA_256", 318],
  ["RSA_4096", "RSAES_OAEP_SHA_1", 470], ["RSA_4096", "RSAES_OAEP_SHA_256", 446],
] as const satisfies readonly (readonly [RsaSpec, EncryptionAlgorithm, number])[];

describe.each(LIMITS)("%s with %s", (spec, algorithm, limit) => {
  const material = freshMaterial(spec);
  const opened = (ciphertext: Uint8Array) => decrypt(material, { algorithm, ciphertext });

  it(`takes up to ${limit} bytes and gives them back`, () => {
    expect(oaepLimit(spec, algorithm)).toBe(limit);
    for (const length of [0, 1, limit]) {
      const plaintext = randomBytes(length);
      expect(opened(must(encrypt(material, { algorithm, plaintext }, randomBytes)))).toEqual({ ok: true, value: plaintext });
    }
    expect(encrypt(material, { algorithm, plaintext: new Uint8Array(limit + 1) }, randomBytes)).toEqual({
      ok: false,
      error: "plaintext-too-long",
    });
  });

  it("refuses damage, other lengths and the other hash, in one word", () => {
    const ciphertext = must(encrypt(material, { algorithm, plaintext: utf8("secret") }, randomBytes));
    const invalid = { ok: false, error: "invalid-ciphertext" };
    const flipped = [0, 1, 100, ciphertext.length - 1].map((at) => ciphertext.map((byte, i) => (i === at ? byte ^ 4 : byte)));
    const lengths = [
      hex(""),
      ciphertext.subarray(1),
      ciphertext.subarray(0, -1),
      Uint8Array.of(0, ...ciphertext),
      Uint8Array.of(...ciphertext, 0),
    ];
    for (const other of [...flipped, ...lengths, new Uint8Array(ciphertext.length).fill(255)]) expect(opened(other)).toEqual(invalid);
    const otherHash = algorithm === "RSAES_OAEP_SHA_1" ? "RSAES_OAEP_SHA_256" : "RSAES_OAEP_SHA_1";
    expect(decrypt(material, { algorithm: otherHash, ciphertext })).toEqual(invalid);
  });

  it("has no encryption context", () => {
    const refused = { ok: false, error: "encryption-context-unsupported" };
    expect(encrypt(material, { algorithm, plaintext: utf8("x"), context }, randomBytes)).toEqual(refused);
    expect(decrypt(material, { algorithm, ciphertext: utf8("x"), context })).toEqual(refused);
  });
});

it("an RSA ciphertext without its leading zero is refused, which OpenSSL would open", () => {
  const material = freshMaterial("RSA_2048");
  const algorithm = "RSAES_OAEP_SHA_256";
  const made = () => must(encrypt(material, { algorithm, plaintext: utf8("x") }, randomBytes));
  let ciphertext = made();
  while (ciphertext[0] !== 0) ciphertext = made();
  expect(decrypt(material, { algorithm, ciphertext }).ok).toBe(true);
  expect(decrypt(material, { algorithm, ciphertext: ciphertext.subarray(1) })).toEqual({ ok: false, error: "invalid-ciphertext" });
});

describe("SYMMETRIC_DEFAULT", () => {
  const algorithm = "SYMMETRIC_DEFAULT";

  it("seals blobs that never repeat, and opens them", () => {
    const material = freshMaterial(algorithm);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (plaintext) => {
        const [one, other] = [1, 2].map(() => must(encrypt(material, { algorithm, plaintext, context }, randomBytes)));
        expect(one).not.toEqual(other);
        expect(decrypt(material, { algorithm, ciphertext: one!, context })).toEqual({ ok: true, value: plaintext });
        expect(decrypt(material, { algorithm, ciphertext: one! }).ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

it("every other algorithm of every key is refused", () => {
  const algorithms = ["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] as const;
  for (const spec of SPECS) {
    const own = spec === "SYMMETRIC_DEFAULT" ? ["SYMMETRIC_DEFAULT"] : spec.startsWith("RSA_") ? algorithms.slice(1) : [];
    const material = freshMaterial(spec);
    for (const algorithm of algorithms) {
      if (own.includes(algorithm)) continue;
      const refused = { ok: false, error: "unsupported-algorithm" };
      expect(encrypt(material, { algorithm, plaintext: utf8("x") }, randomBytes)).toEqual(refused);
      expect(decrypt(material, { algorithm, ciphertext: utf8("x") })).toEqual(refused);
    }
  }
});

import { createHash } from "node:crypto";
import { ed25519, ed25519ph } from "@noble/curves/ed25519.js";
import { describe, expect, it } from "vitest";
import { verifyEddsa } from "../../src/crypto/eddsa.ts";
import { importMaterial, publicKeyOf, sign, verifyWithPublicKey } from "../../src/crypto/perform.ts";
import { writeSpki } from "../../src/crypto/spki.ts";
import { SUITES } from "../../src/crypto/suites.ts";
import { hex, toHex, utf8, vectors } from "./bytes.ts";
import { freshMaterial, must, randomBytes } from "./materials.ts";

const message = utf8("an invoice");
const digestOf = (hash: string) => Uint8Array.from(createHash(hash).update(message).digest());

describe("Ed25519", () => {
  type Vector = {
    name: string;
    algorithm: "ED25519_SHA_512" | "ED25519_PH_SHA_512";
    seed: string;
    publicKey: string;
    message: string;
    signature: string;
  };
  const spec = "ECC_NIST_EDWARDS25519";

  it.each(vectors<{ vectors: Vector[] }>("eddsa").vectors)(
    "gives the published values: $name",
    ({ algorithm, seed, publicKey, message, signature }) => {
      const material = must(importMaterial({ spec, keyId: "k", bytes: hex(`302e020100300506032b657004220420${seed}`) }));
      const spki = must(publicKeyOf(material));
      expect(toHex(spki)).toBe(`302a300506032b6570032100${publicKey}`);
      expect(verifyEddsa(spki, { algorithm, messageType: "RAW", message: hex(message) }, hex(signature))).toBe(true);
      const signing = SUITES[spec].signing!;
      expect(toHex(signing.sign(material as never, { algorithm, messageType: "RAW", message: hex(message) }, randomBytes))).toBe(signature);
    },
  );

  it("keeps pure and prehash signatures apart: Node would ignore the context option (trap 8)", () => {
    const material = freshMaterial(spec);
    const spki = must(publicKeyOf(material));
    const digest = digestOf("sha512");
    const pure = must(sign(material, { algorithm: "ED25519_SHA_512", messageType: "RAW", message: digest }, randomBytes));
    const prehash = must(sign(material, { algorithm: "ED25519_PH_SHA_512", messageType: "DIGEST", message: digest }, randomBytes));
    expect(
      verifyWithPublicKey({ spec, spki, algorithm: "ED25519_PH_SHA_512", messageType: "DIGEST", message: digest, signature: pure }).ok,
    ).toBe(false);
    expect(
      verifyWithPublicKey({ spec, spki, algorithm: "ED25519_SHA_512", messageType: "RAW", message: digest, signature: prehash }).ok,
    ).toBe(false);
  });

  it("refuses a signature whose point has another than its one encoding", () => {
    const seed = new Uint8Array(32).fill(9);
    const { scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(seed);
    const identity = hex(`ee${"ff".repeat(30)}7f`); // y = p + 1
    const message = digestOf("sha512");
    const domain = { ED25519_SHA_512: utf8(""), ED25519_PH_SHA_512: Uint8Array.of(...utf8("SigEd25519 no Ed25519 collisions"), 1, 0) };
    for (const [algorithm, messageType] of [
      ["ED25519_SHA_512", "RAW"],
      ["ED25519_PH_SHA_512", "DIGEST"],
    ] as const) {
      const hashed = algorithm === "ED25519_SHA_512" ? message : createHash("sha512").update(message).digest();
      const k = createHash("sha512").update(domain[algorithm]).update(identity).update(pointBytes).update(hashed).digest().reverse();
      const s = (BigInt(`0x${toHex(k)}`) * scalar) % ed25519.Point.Fn.ORDER;
      const signature = Uint8Array.of(...identity, ...hex(s.toString(16).padStart(64, "0")).reverse());
      if (algorithm === "ED25519_PH_SHA_512") expect(ed25519ph.verify(signature, message, pointBytes, { zip215: true })).toBe(true);
      const input = { spec, spki: writeSpki(spec, pointBytes), algorithm, messageType, message, signature } as const;
      expect(verifyWithPublicKey(input)).toEqual({ ok: false, error: "invalid-signature" });
    }
  });

  it("refuses a signature whose scalar is not reduced", () => {
    const material = freshMaterial(spec);
    const spki = must(publicKeyOf(material));
    const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;
    for (const [algorithm, messageType] of [
      ["ED25519_SHA_512", "RAW"],
      ["ED25519_PH_SHA_512", "DIGEST"],
    ] as const) {
      const input = { algorithm, messageType, message: digestOf("sha512") };
      const signature = must(sign(material, input, randomBytes));
      const scalar = BigInt(`0x${toHex(signature.slice(32).reverse())}`) + ORDER;
      const malleated = Uint8Array.of(...signature.slice(0, 32), ...hex(scalar.toString(16).padStart(64, "0")).reverse());
      expect(verifyWithPublicKey({ spec, spki, ...input, signature: malleated })).toEqual({ ok: false, error: "invalid-signature" });
    }
  });
});

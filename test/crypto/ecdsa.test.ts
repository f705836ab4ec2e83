import { createHash } from "node:crypto";
import { p256 } from "@noble/curves/nist.js";
import { describe, expect, it } from "vitest";
import { writeDer } from "../../src/crypto/der.ts";
import { publicKeyOf, sign, verifyWithPublicKey } from "../../src/crypto/perform.ts";
import { SIGNING_ALGORITHMS } from "../../src/crypto/signing-algorithms.ts";
import { writeSpki } from "../../src/crypto/spki.ts";
import { hex, toHex, utf8, vectors } from "./bytes.ts";
import { freshMaterial, must, randomBytes } from "./materials.ts";

const message = utf8("an invoice");
const digestOf = (hash: string) => Uint8Array.from(createHash(hash).update(message).digest());

describe("ECDSA", () => {
  type Vector = {
    name: string;
    spec: "ECC_NIST_P256" | "ECC_NIST_P384" | "ECC_NIST_P521";
    algorithm: "ECDSA_SHA_256";
    publicPoint: string;
    message: string;
    r: string;
    s: string;
  };

  it.each(vectors<{ vectors: Vector[] }>("ecdsa").vectors)(
    "verifies the published signature: $name",
    ({ spec, algorithm, publicPoint, message, r, s }) => {
      const integer = (digits: string) => writeDer(2, hex(digits.replace(/^(00)+/, "").replace(/^(?=[89a-f])/, "00")));
      const signature = writeDer(0x30, integer(r), integer(s));
      const input = { spec, spki: writeSpki(spec, hex(publicPoint)), algorithm, signature };
      const digest = Uint8Array.from(createHash(SIGNING_ALGORITHMS[algorithm].hash).update(message).digest());
      expect(verifyWithPublicKey({ ...input, messageType: "RAW", message: utf8(message) }).ok).toBe(true);
      expect(verifyWithPublicKey({ ...input, messageType: "DIGEST", message: digest }).ok).toBe(true);
      expect(verifyWithPublicKey({ ...input, messageType: "RAW", message: utf8("samples") }).ok).toBe(false);
    },
  );

  it("takes high S, which OpenSSL makes half the time, in both forms (trap 4)", () => {
    const material = freshMaterial("ECC_NIST_P256");
    const spki = must(publicKeyOf(material));
    const halves = new Set<boolean>();
    for (let i = 0; i < 60 && halves.size < 2; i++) {
      const signature = must(sign(material, { algorithm: "ECDSA_SHA_256", messageType: "RAW", message }, randomBytes));
      halves.add(p256.Signature.fromBytes(signature, "der").hasHighS());
      for (const form of [
        { messageType: "RAW", message },
        { messageType: "DIGEST", message: digestOf("sha256") },
      ] as const) {
        expect(verifyWithPublicKey({ spec: "ECC_NIST_P256", spki, algorithm: "ECDSA_SHA_256", ...form, signature }).ok).toBe(true);
      }
    }
    expect(halves.size).toBe(2);
  });

  it("hedges the nonce of a digest with the randomness it is given", () => {
    const material = freshMaterial("ECC_NIST_P256");
    const input = { algorithm: "ECDSA_SHA_256", messageType: "DIGEST", message: digestOf("sha256") } as const;
    const signed = (byte: number) => toHex(must(sign(material, input, (length) => new Uint8Array(length).fill(byte))));
    expect(signed(1)).toBe(signed(1));
    expect(signed(1)).not.toBe(signed(2));
  });
});

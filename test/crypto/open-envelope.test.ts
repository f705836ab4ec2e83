import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { envelopFor } from "../../src/crypto/cms-enveloped.ts";
import { openEnvelope } from "../../src/crypto/open-envelope.ts";
import { randomBytes, rsaTestKey } from "./materials.ts";

const privateKey = createPrivateKey({ key: Buffer.from(rsaTestKey("RSA_2048")), type: "pkcs8", format: "der" });
const spki = Uint8Array.from(createPublicKey(privateKey).export({ type: "spki", format: "der" }));
const envelopeOf = (content: Uint8Array) => envelopFor({ spec: "RSA_2048", spki }, content, randomBytes);

describe("an envelope", () => {
  it.each([0, 1, 16, 32, 4096, 65_000])("with %i bytes opens for its recipient", (length) => {
    const content = randomBytes(length);
    expect(openEnvelope(envelopeOf(content), privateKey)).toEqual(content);
  });

  it("does not open with another key", () => {
    const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    expect(() => openEnvelope(envelopeOf(new Uint8Array(32)), other)).toThrow();
  });

  it("that is none, cut or followed by more is refused, and never hangs", () => {
    const whole = envelopeOf(new Uint8Array(32));
    for (let length = 0; length < whole.length; length++) expect(() => openEnvelope(whole.subarray(0, length), privateKey)).toThrow();
    expect(() => openEnvelope(Uint8Array.from([...whole, 0]), privateKey)).toThrow("no CiphertextForRecipient");
    expect(() => openEnvelope(new Uint8Array(10_000).fill(0x30), privateKey)).toThrow();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(() => openEnvelope(bytes, privateKey)).toThrow(Error);
      }),
    );
  });
});

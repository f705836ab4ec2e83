import { createHash } from "node:crypto";
import { shake256 } from "@noble/hashes/sha3.js";
import { describe, expect, it } from "vitest";
import type { KeySpec, MessageType } from "../../src/crypto/key-spec.ts";
import { publicKeyOf, sign, verify, verifyWithPublicKey } from "../../src/crypto/perform.ts";
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from "../../src/crypto/signing-algorithms.ts";
import { readSpki } from "../../src/crypto/spki.ts";
import { SUITES, type Suite } from "../../src/crypto/suites.ts";
import { hex, utf8 } from "./bytes.ts";
import { freshMaterial, must, randomBytes, SPECS } from "./materials.ts";

const MESSAGE_TYPES: readonly MessageType[] = ["RAW", "DIGEST", "EXTERNAL_MU"];
const message = utf8("an invoice");
const digestOf = (hash: string) => Uint8Array.from(createHash(hash).update(message).digest());

/** What is to be given for this message, or undefined where the algorithm takes no such form. */
function formOf(algorithm: SigningAlgorithm, messageType: MessageType, publicKey: Uint8Array): Uint8Array | undefined {
  const row = SIGNING_ALGORITHMS[algorithm];
  if (messageType === "RAW") return row.RAW ? message : undefined;
  if (messageType === "DIGEST") return row.DIGEST ? digestOf(row.hash ?? "sha512") : undefined;
  if (row.EXTERNAL_MU === undefined) return undefined;
  const keyHash = shake256(publicKey, { dkLen: 64 });
  return shake256(Uint8Array.of(...keyHash, 0, 0, ...message), { dkLen: 64 });
}

const RSA_HEAVY = new Set<KeySpec>(["RSA_3072", "RSA_4096"]);

describe.each(SPECS.filter((spec) => "signing" in SUITES[spec]))("signatures of %s", (spec) => {
  const material = freshMaterial(spec);
  const spki = must(publicKeyOf(material));
  const raw = readSpki(spec as never, spki)!;
  const algorithms = (SUITES[spec] as Suite).signing!.algorithms;

  describe.each(algorithms)("%s", (algorithm) => {
    const forms = MESSAGE_TYPES.map((messageType) => ({ messageType, message: formOf(algorithm, messageType, raw) }));
    const taken = forms.filter((form): form is { messageType: MessageType; message: Uint8Array } => form.message !== undefined);

    it("verifies in every form of the message, whichever form was signed", () => {
      for (const signed of taken) {
        const signature = must(sign(material, { algorithm, ...signed }, randomBytes));
        for (const shown of taken) {
          expect(
            verifyWithPublicKey({ spec, spki, algorithm, ...shown, signature }),
            `${signed.messageType} as ${shown.messageType}`,
          ).toEqual({
            ok: true,
            value: undefined,
          });
        }
      }
    });

    it("fails for another message, another key and a damaged signature", () => {
      const form = taken[0]!;
      const signature = must(sign(material, { algorithm, ...form }, randomBytes));
      const own = (parts: { readonly message?: Uint8Array; readonly messageType?: MessageType; readonly signature?: Uint8Array }) =>
        verify(material, { algorithm, ...form, ...parts }, parts.signature ?? signature);
      const verified = (parts: object) => {
        const told = verifyWithPublicKey({ spec, spki, algorithm, ...form, signature, ...parts });
        if (!("spki" in parts) && compared++ < 12) expect(own(parts)).toEqual(told); // the material says what its public key says
        return told;
      };
      let compared = 0;
      expect(own({})).toEqual({ ok: true, value: undefined });
      const invalid = { ok: false, error: "invalid-signature" };
      for (const { messageType, message } of taken) expect(verified({ messageType, message: message.map((b) => b ^ 1) })).toEqual(invalid);
      const bits =
        RSA_HEAVY.has(spec) || spec.startsWith("ML_DSA")
          ? [0, 7, 99, 8 * signature.length - 1]
          : [...Array(8 * Math.min(signature.length, 40)).keys()];
      for (const bit of bits)
        expect(verified({ signature: signature.map((b, i) => (i === bit >> 3 ? b ^ (1 << (bit & 7)) : b)) }), `bit ${bit}`).toEqual(
          invalid,
        );
      for (const other of [
        hex(""),
        signature.subarray(1),
        signature.subarray(0, -1),
        Uint8Array.of(...signature, 0),
        new Uint8Array(signature.length).fill(255),
      ]) {
        for (const { messageType, message } of taken) expect(verified({ signature: other, messageType, message })).toEqual(invalid);
      }
      if (!spec.startsWith("RSA_")) expect(verified({ spki: must(publicKeyOf(freshMaterial(spec))) })).toEqual(invalid);
    });

    it("refuses forms the algorithm has not, and digests of another length", () => {
      for (const { messageType, message } of forms) {
        if (message === undefined) {
          const expected = { ok: false, error: "unsupported-message-type" };
          expect(sign(material, { algorithm, messageType, message: new Uint8Array(64) }, randomBytes)).toEqual(expected);
        } else if (messageType !== "RAW") {
          for (const length of [0, message.length - 1, message.length + 1]) {
            const input = { algorithm, messageType, message: new Uint8Array(length) };
            expect(sign(material, input, randomBytes)).toEqual({ ok: false, error: "wrong-digest-length" });
            expect(verifyWithPublicKey({ spec, spki, ...input, signature: hex("") })).toEqual({ ok: false, error: "wrong-digest-length" });
          }
        }
      }
    });
  });

  it("refuses algorithms of other keys", () => {
    for (const algorithm of Object.keys(SIGNING_ALGORITHMS) as SigningAlgorithm[]) {
      if (algorithms.includes(algorithm)) continue;
      const input = { algorithm, messageType: "RAW" as const, message };
      expect(sign(material, input, randomBytes)).toEqual({ ok: false, error: "unsupported-algorithm" });
      expect(verifyWithPublicKey({ spec, spki, ...input, signature: hex("00") })).toEqual({ ok: false, error: "unsupported-algorithm" });
    }
  });
});

it("a key spec that is not ours, or cannot sign, has an error of its own", () => {
  const input = { algorithm: "ECDSA_SHA_256", messageType: "RAW", message, spki: hex(""), signature: hex("") } as const;
  expect(verifyWithPublicKey({ spec: "SM2", ...input })).toEqual({ ok: false, error: "unsupported-key-spec" });
  expect(verifyWithPublicKey({ spec: "HMAC_256", ...input })).toEqual({ ok: false, error: "unsupported-algorithm" });
  expect(sign(freshMaterial("SYMMETRIC_DEFAULT"), input, randomBytes)).toEqual({ ok: false, error: "unsupported-algorithm" });
});

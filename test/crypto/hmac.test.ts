import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyMaterial } from "../../src/crypto/key-material.ts";
import type { HmacSpec, MacAlgorithm } from "../../src/crypto/key-spec.ts";
import { generateMac, verifyMac } from "../../src/crypto/perform.ts";
import { damaged, hex, toHex, utf8, vectors } from "./bytes.ts";
import { freshMaterial, must } from "./materials.ts";

const SPECS = ["HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512"] as const satisfies readonly HmacSpec[];
const algorithmOf = (spec: HmacSpec) => spec.replace("HMAC_", "HMAC_SHA_") as MacAlgorithm;
type Vector = { name: string; key: string; message: string } & Record<HmacSpec, string>;
const published = vectors<{ vectors: Vector[] }>("hmac").vectors;
const INVALID = { ok: false, error: "invalid-mac" };

describe.each(SPECS)("%s", (spec) => {
  const algorithm = algorithmOf(spec);

  it.each(published)("gives the published value: $name", (vector) => {
    const material = new KeyMaterial({ spec, keyId: "k", bytes: hex(vector.key) });
    const message = hex(vector.message);
    expect(toHex(must(generateMac(material, algorithm, message)))).toBe(vector[spec]);
    expect(verifyMac(material, { algorithm, message, mac: hex(vector[spec]) }).ok).toBe(true);
  });

  it("is node:crypto's HMAC, whatever the key and the message, of one key after the other", () => {
    const bytes = (least: number, most: number) => fc.uint8Array({ minLength: least, maxLength: most });
    fc.assert(
      fc.property(bytes(64, 128), fc.array(fc.oneof(bytes(0, 200), bytes(4090, 4096)), { maxLength: 4 }), (key, messages) => {
        const material = new KeyMaterial({ spec, keyId: "k", bytes: key });
        for (const message of messages) {
          const expected = createHmac(spec.replace("HMAC_", "sha"), key).update(message).digest("hex");
          expect(toHex(must(generateMac(material, algorithm, message)))).toBe(expected);
        }
      }),
    );
  });

  it("refuses every flipped bit, every other length, another message and another key", () => {
    const material = freshMaterial(spec);
    const message = utf8("a message");
    const mac = must(generateMac(material, algorithm, message));
    for (const other of damaged(mac)) expect(verifyMac(material, { algorithm, message, mac: other })).toEqual(INVALID);
    expect(verifyMac(material, { algorithm, message: utf8("b message"), mac })).toEqual(INVALID);
    expect(verifyMac(freshMaterial(spec), { algorithm, message, mac })).toEqual(INVALID);
  });

  it("refuses the algorithms of other keys", () => {
    for (const other of SPECS.filter((name) => name !== spec)) {
      expect(generateMac(freshMaterial(spec), algorithmOf(other), hex("00"))).toEqual({ ok: false, error: "unsupported-algorithm" });
      expect(verifyMac(freshMaterial(spec), { algorithm: algorithmOf(other), message: hex("00"), mac: hex("") })).toEqual({
        ok: false,
        error: "unsupported-algorithm",
      });
    }
  });
});

it("no answer of an HMAC key is its own key material id", () => {
  const material = freshMaterial("HMAC_256", "k1");
  expect(toHex(must(generateMac(material, "HMAC_SHA_256", utf8("kmsward/v1/key-material-idk1"))))).not.toBe(material.id);
});

it("keys that make no MACs say so", () => {
  expect(generateMac(freshMaterial("SYMMETRIC_DEFAULT"), "HMAC_SHA_256", hex("00"))).toEqual({ ok: false, error: "unsupported-algorithm" });
});

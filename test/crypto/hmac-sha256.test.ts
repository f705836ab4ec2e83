import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { HmacSha256 } from "../../src/crypto/hmac-sha256.ts";

const byNode = (key: Uint8Array, text: string) => createHmac("sha256", key).update(text, "latin1").digest("hex");
const latin1 = fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 600 });

it("is what node makes, with keys of any length and of texts of any length, one after the other", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 150 }), fc.array(latin1, { maxLength: 4 }), (key, texts) => {
      const hmac = new HmacSha256(key);
      expect(texts.map((text) => hmac.hex(text))).toEqual(texts.map((text) => byNode(key, text)));
    }),
  );
});

it.each([0, 63, 64, 65, 511, 512, 513, 5000])("takes a text of %i characters", (length) => {
  const key = new Uint8Array(32).fill(7);
  expect(new HmacSha256(key).hex("x".repeat(length))).toBe(byNode(key, "x".repeat(length)));
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, fromUtf16, toBase64, toHex, toUtf16 } from "../../src/crypto/byte-text.ts";

describe("base64", () => {
  it("gives back any bytes, also those that are a part of others", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(8), (bytes, from) => {
        const part = bytes.subarray(from);
        expect(toBase64(part)).toBe(btoa(String.fromCharCode(...part)));
        expect(fromBase64(toBase64(part))).toEqual(Uint8Array.from(part));
      }),
    );
  });

  it.each(["a", "YQ", "YQ=", "YR==", "YQ== ", " YQ==", "Y Q==", "YQ==YQ==", "-_-_", "YQ=!", "é"])("does not take %j for base64", (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});

it("hexadecimal digits are in lower case, two a byte", () => {
  expect(toHex(Uint8Array.of(0, 10, 171, 255))).toBe("000aabff");
});

it("UTF-16 has two bytes a character, and gives back halves of pairs", () => {
  for (const text of ["", "a", "é𝄞", "\ud834 alone"]) {
    expect(toUtf16(text)).toHaveLength(2 * text.length);
    expect(fromUtf16(Uint8Array.from(toUtf16(text)))).toBe(text);
  }
});

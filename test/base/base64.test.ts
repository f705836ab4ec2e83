import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../src/base/base64.ts";

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

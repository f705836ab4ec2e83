import { describe, expect, it } from "vitest";
import { unwrapKey } from "../../src/crypto/key-wrap.ts";
import { damaged, hex, toHex, vectors } from "./bytes.ts";
import { wrapKey } from "./wrap-material.ts";

describe("AES key wrap with padding", () => {
  type Vector = { name: string; kek: string; key: string; wrapped: string };
  it.each(vectors<{ vectors: Vector[] }>("aes-kwp").vectors)("gives the published value: $name", ({ kek, key, wrapped }) => {
    expect(toHex(wrapKey(hex(kek), hex(key)))).toBe(wrapped);
    expect(unwrapKey(hex(kek), hex(wrapped))).toEqual(hex(key));
  });

  it("opens nothing damaged, cut or extended", () => {
    const kek = new Uint8Array(32).fill(1);
    const wrapped = wrapKey(kek, new Uint8Array(20).fill(2));
    for (const other of damaged(wrapped)) expect(unwrapKey(kek, other)).toBeUndefined();
    expect(unwrapKey(new Uint8Array(32), wrapped)).toBeUndefined();
  });
});

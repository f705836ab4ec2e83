import { inspect } from "node:util";
import { expect, it } from "vitest";
import { RootKey } from "../../src/crypto/root-key.ts";
import { damaged, hex } from "./bytes.ts";
import { must } from "./materials.ts";

const root = must(RootKey.from(new Uint8Array(32).fill(1)));
const otherRoot = must(RootKey.from(new Uint8Array(32).fill(2)));
const nonce = new Uint8Array(24).fill(3);

it("a root key has 32 bytes and shows none", () => {
  for (const length of [0, 16, 31, 33]) expect(RootKey.from(new Uint8Array(length))).toEqual({ ok: false, error: "wrong-root-key-length" });
  const shown = inspect(must(RootKey.from(new Uint8Array(32).fill(0x53))), { showHidden: true, depth: 9 }) + JSON.stringify(root);
  expect(shown).not.toMatch(/83|53 53|SSSS/);
});

it("what is sealed under it opens for the same purpose and binding only", () => {
  const sealed = root.seal("key-material", { nonce, boundTo: "k1", plaintext: hex("0102") });
  expect(root.open("key-material", { sealed, boundTo: "k1" })).toEqual(hex("0102"));
  expect(root.open("import-token", { sealed, boundTo: "k1" })).toBeUndefined();
  expect(root.open("key-material", { sealed, boundTo: "k2" })).toBeUndefined();
  expect(otherRoot.open("key-material", { sealed, boundTo: "k1" })).toBeUndefined();
  for (const other of damaged(sealed)) expect(root.open("key-material", { sealed: other, boundTo: "k1" })).toBeUndefined();
});

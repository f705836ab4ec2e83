import { expect, it } from "vitest";
import { sameBytes } from "../../src/crypto/same-bytes.ts";
import { damaged, hex } from "./bytes.ts";

it("tells equal bytes from all others, also of other lengths", () => {
  const bytes = hex("00ff10");
  expect(sameBytes(bytes, Uint8Array.from(bytes))).toBe(true);
  expect(sameBytes(hex(""), hex(""))).toBe(true);
  for (const other of damaged(bytes)) expect([sameBytes(bytes, other), sameBytes(other, bytes)]).toEqual([false, false]);
});

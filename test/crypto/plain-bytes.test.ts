import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { plainBytes } from "../../src/crypto/plain-bytes.ts";

it("gives plain bytes, never a Buffer, and the same ones", () => {
  for (const buffer of [createHash("sha256").digest(), Buffer.from("abc"), Buffer.alloc(0), Buffer.from([1, 2, 3]).subarray(1)]) {
    const bytes = plainBytes(buffer);
    expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
    expect([...bytes]).toEqual([...buffer]);
  }
});

it("shares no memory that others have a part in", () => {
  const pooled = Buffer.from("abc");
  expect(pooled.buffer.byteLength).toBeGreaterThan(3);
  const bytes = plainBytes(pooled);
  expect(bytes.buffer.byteLength).toBe(3);
  pooled.fill(0);
  expect([...bytes]).toEqual([97, 98, 99]);
});

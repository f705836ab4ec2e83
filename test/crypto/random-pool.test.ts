import { describe, expect, it } from "vitest";
import { randomPool } from "../../src/crypto/random-pool.ts";
import { toHex } from "./bytes.ts";

describe("the random pool (node:crypto trap 12)", () => {
  it("draws 16 KiB at a time, and never hands out a byte twice", () => {
    let drawn = 0;
    let next = 0;
    const take = randomPool((bytes) => {
      drawn++;
      for (let i = 0; i + 4 <= bytes.length; i += 4) new DataView(bytes.buffer).setUint32(i, ++next);
    });
    const slices = Array.from({ length: 2000 }, () => toHex(take(24)));
    expect(new Set(slices).size).toBe(2000);
    expect(drawn).toBe(Math.ceil(2000 / Math.floor(16_384 / 24)));
  });

  it("hands out every byte in its turn, whatever the lengths", () => {
    const take = randomPool((bytes) => {
      for (let i = 0; i + 4 <= bytes.length; i += 4) new DataView(bytes.buffer).setUint32(i, i);
    });
    const given = [1, 24, 16, 3, 1024, 32, 7, 12, 1].map((length) => toHex(take(length))).join("");
    const drawn = Array.from({ length: 280 }, (_, i) => (4 * i).toString(16).padStart(8, "0")).join("");
    expect(given).toBe(drawn.slice(0, given.length));
  });

  it("overwrites what it handed out", () => {
    const pools: Uint8Array[] = [];
    const take = randomPool((bytes) => pools.push(bytes.fill(0xaa)));
    const slice = take(24);
    const [pool = new Uint8Array()] = pools;
    expect(slice.every((byte) => byte === 0xaa)).toBe(true);
    expect(pool.subarray(0, 24).every((byte) => byte === 0)).toBe(true);
    expect(pool[24]).toBe(0xaa);
    slice.fill(1);
    expect(pool[0]).toBe(0);
  });

  it("draws large requests by themselves", () => {
    const sizes: number[] = [];
    const take = randomPool((bytes) => void sizes.push(bytes.length));
    expect(take(100_000)).toHaveLength(100_000);
    expect(take(0)).toHaveLength(0);
    expect(sizes[0]).toBe(100_000);
  });

  it("is random by default", () => {
    const take = randomPool();
    expect(new Set(Array.from({ length: 100 }, () => toHex(take(16)))).size).toBe(100);
  });
});

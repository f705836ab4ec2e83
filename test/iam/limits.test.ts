import { describe, expect, it } from "vitest";
import { exceededLimit, firstForeignCharacter, SMALLEST_LIMIT } from "../../src/iam/limits.ts";

describe("exceededLimit", () => {
  it.each([
    ["bytes, not characters", "é".repeat(16_384), "key-policy", undefined],
    ["one byte more", `${"é".repeat(16_384)}x`, "key-policy", 32_769],
    ["four bytes for one character", "🔑".repeat(8_193), "key-policy", 32_772],
    ["characters, not code units", "🔑".repeat(20_480), "endpoint", undefined],
    ["without white space", "x \t\r\n".repeat(6_144), "boundary", undefined],
    ["one more", "x \t\r\n".repeat(6_145), "boundary", 6_145],
    ["no limit", "x".repeat(1_000_000), "resource", undefined],
  ] as const)("counts %s", (_, text, type, size) => expect(exceededLimit(text, type)?.size).toBe(size));

  it("tells the hard limit before the soft one", () => {
    expect(exceededLimit("x".repeat(3_000), "trust")?.limit.severity).toBe("warning");
    expect(exceededLimit("x".repeat(5_000), "trust")?.limit.severity).toBe("error");
    expect(SMALLEST_LIMIT).toBe(2_048);
  });
});

describe("firstForeignCharacter", () => {
  it.each([
    ["\t\n\r ~ÿ", -1],
    ["aĀ", 1],
    ["a\u0001", 1],
    ["ab🔑", 2],
  ])("%j at %d", (text, offset) => expect(firstForeignCharacter(text)).toBe(offset));
});
